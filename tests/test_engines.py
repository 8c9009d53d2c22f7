"""Many documents: in order, one at a time in memory, and one failure costs nobody else."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest

from numfacts.engines import engine
from numfacts.engines.failures import Failed
from numfacts.model import Document

ENGINES = ["one_process", "several_processes"]


def length(document: Document) -> int:
    if document.text == "slow":
        time.sleep(0.2)
    if document.text == "bug":
        raise ZeroDivisionError("by\nzero")
    if document.text == "crash":
        os._exit(9)
    return len(document.text)


def unpicklable(document: Document) -> object:
    return lambda: document


def named(*texts: str) -> list[Document]:
    return [Document(text, f"{number}.txt") for number, text in enumerate(texts)]


@pytest.mark.parametrize("name", ENGINES)
def test_results_come_in_order_and_errors_in_their_place(name: str) -> None:
    results = list(engine(name)(named("slow", "", "bug", "four"), length, 2))
    assert results[:2] == [4, 0]
    assert isinstance(results[2], Failed)
    assert (results[2].doc_id, results[2].cause) == ("2.txt", "ZeroDivisionError: by zero")
    assert "in length" in results[2].trace
    assert results[3:] == [4]


@pytest.mark.parametrize("name", ENGINES)
def test_no_documents_no_results(name: str) -> None:
    assert list(engine(name)([], length, 2)) == []


def test_a_document_that_kills_its_process_costs_only_itself() -> None:
    texts = ["a", "crash", "bbb", "", "crash", *"cc" * 10]
    results = list(engine("several_processes")(named(*texts), length, 2))
    died = "the process that read it died"
    assert [result.cause if isinstance(result, Failed) else result for result in results] == [
        died if text == "crash" else len(text) for text in texts
    ]


def test_a_result_that_cannot_be_sent_back_is_a_failure_of_its_document() -> None:
    (result,) = engine("several_processes")(named("a"), unpicklable, 2)
    assert isinstance(result, Failed)


@pytest.mark.parametrize("name", ENGINES)
def test_documents_are_taken_as_they_are_needed(name: str) -> None:
    taken = 0

    def endless() -> Iterator[Document]:
        nonlocal taken
        while True:
            taken += 1
            yield Document("text", str(taken))

    results = engine(name)(endless(), length, 2)
    assert [next(results) for _ in range(10)] == [4] * 10
    assert taken < 30
    results.close()  # type: ignore[attr-defined]

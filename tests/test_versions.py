"""Runs tests/versions.toml, two versions of a text and what changed, and holds what is true of any two versions."""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from pathlib import Path
from random import Random
from types import FrameType
from typing import Any

import pytest

import numfacts
from numfacts import Difference, Document, diff, extract
from numfacts.pipeline import differences_between
from numfacts.versions.differences import differences
from numfacts.versions.order import anywhere, in_order, longest_ascent

CASES = tomllib.loads((Path(__file__).parent / "versions.toml").read_text(encoding="utf-8"))
STORY = (Path(__file__).parent.parent / "seeds" / "economy.md").read_text(encoding="utf-8")
PACKAGE = str(Path(numfacts.__file__).parent / "versions")


def told(found: list[Difference]) -> list[str]:
    return [f"{each.kind} {each.message}" for each in found]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_changed(case: dict[str, Any]) -> None:
    found = diff(case["old"], case["new"], published=case.get("published"))
    assert told(found) == case.get("says", [])


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_way_back_undoes_it(case: dict[str, Any]) -> None:
    """What was added is removed, and what changed changes back, at the same places."""
    opposite = {"added": "removed", "removed": "added"}
    forth = diff(case["old"], case["new"], published=case.get("published"))
    back = diff(case["new"], case["old"], published=case.get("published"))

    def places(found: list[Difference], old: str, new: str) -> Counter[tuple[Any, ...]]:
        return Counter(
            (each.kind, getattr(each, old), getattr(each, new)) for each in found if each.kind != "moved"
        )

    there = places(forth, "old_column", "new_column")
    assert places(back, "new_column", "old_column") == Counter(
        {(opposite.get(kind, kind), old, new): times for (kind, old, new), times in there.items()}
    )


def test_a_difference_knows_both_facts_and_their_places() -> None:
    (found,) = diff("Rents rose 5%.", "All year\n\nrents rose 6%.")
    assert found.old is not None
    assert found.new is not None
    assert (found.old.fact_id, found.new.fact_id) == ("old#char=11,13", "new#char=21,23")
    assert (found.old_line, found.old_column) == (1, 12)
    assert (found.new_line, found.new_column) == (3, 12)
    assert (found.columns, found.moved) == (("value",), False)


def test_a_changed_date_names_the_figures_it_dates() -> None:
    (found,) = diff("In 2023 the port handled 40 ships.", "In 2024 the port handled 40 ships.")
    assert [fact.text for fact in found.dated] == ["40"]


@pytest.mark.parametrize(
    ("old", "new", "columns"),
    [
        ("It cost £5m.", "It cost £6m.", ("value",)),
        ("It cost £5m.", "It cost $6m.", ("value", "unit")),
        ("It cost about £5m.", "It cost over £6m.", ("value", "modifier")),
        ("Fares rose 5%.", "Fares fell 6%.", ("value", "change")),
        ("It sold 12 to 15 boats.", "It sold 11 to 16 boats.", ("low", "high")),
    ],
)
def test_the_columns_that_differ_are_named(old: str, new: str, columns: tuple[str, ...]) -> None:
    assert [each.columns for each in diff(old, new)] == [columns]


def test_a_story_is_the_same_as_itself() -> None:
    assert diff(STORY, STORY) == []


def test_another_day_of_publication_changes_no_figure_of_the_same_words() -> None:
    text = "The yard made £5m this year and £4m last year."
    old, new = (Document(text, published=day) for day in map(_day, ("2024-12-31", "2025-01-01")))
    assert differences_between(old, new) == []


def test_page_furniture_is_left_out() -> None:
    menu = "\n\n* Subscribe\n* Read more: 10 walks for autumn\n* Cookie settings\n"
    old, new = Document(STORY + menu, "a.md"), Document(STORY + menu.replace("10", "11"), "a.md")
    facts = [[fact._replace(section="boilerplate") for fact in extract(each.text)] for each in (old, new)]
    assert differences(old, facts[0], new, facts[1]) == []


def test_facts_of_another_text_are_no_crash() -> None:
    """Facts may be filtered, or come from a file that is out of date: they are then compared one by one."""
    facts = extract("Rents rose 5%. Wages fell 3%.")
    found = differences(Document("Rents"), facts, Document("Wages"), facts[1:])
    assert [each.kind for each in found] == ["removed"]


# The order


def test_a_shuffled_story_has_moves_and_nothing_else() -> None:
    sentences = [f"Farm {name} has {number} cows." for number, name in enumerate(_names(2000), start=2)]
    shuffled = Random(7).sample(sentences, len(sentences))
    found = diff(" ".join(sentences), " ".join(shuffled))
    assert {each.kind for each in found} == {"moved"}
    assert len(found) == len(sentences) - len(longest_ascent([sentences.index(each) for each in shuffled]))


@pytest.mark.parametrize("edit", ["shuffled", "repeated", "other figures", "other words", "one sentence"])
def test_four_times_the_text_is_four_times_the_work(edit: str) -> None:
    diff("Rents rose 5%.", "Rents were up 6%.")  # loads what is loaded once
    short, long = (_lines_run(*_versions(edit, length)) for length in (50, 200))
    steep = {
        line: f"{short[line]:,} -> {times:,}"
        for line, times in long.items()
        if times > 2000 and times > 8 * short[line]
    }
    assert steep == {}


def test_what_stands_in_order_is_paired_first() -> None:
    assert in_order("abcd", "acxd") == [(0, 0), (2, 1), (3, 3)]
    assert in_order("sasbs", "asbs") == [(1, 0), (2, 1), (3, 2), (4, 3)]
    assert in_order("", "abc") == []
    assert anywhere("abca", "caab") == [(0, 1), (1, 3), (2, 0), (3, 2)]


def test_the_longest_run_that_never_descends() -> None:
    assert longest_ascent([3, 1, 2, 2]) == [1, 2, 3]
    assert longest_ascent([]) == []
    assert len(longest_ascent(range(9, 0, -1))) == 1


def _versions(edit: str, length: int) -> tuple[str, str]:
    draw = Random(length)
    names = _names(length)
    told = [f"Farm {name} has {draw.randint(2, 900)} cows." for name in names]
    if edit == "shuffled":
        return " ".join(told), " ".join(draw.sample(told, length))
    if edit == "repeated":
        return "It cost £5. " * length, "It cost £6. " * (length + 3)
    if edit == "other figures":
        return " ".join(told), " ".join(f"Farm {name} has {draw.randint(2, 900)} cows." for name in names)
    if edit == "other words":
        return " ".join(told), " ".join(
            f"There are {draw.randint(2, 900)} goats in {name}." for name in names
        )
    sums = [", ".join(f"£{draw.randint(1, 900)} for {name}" for name in names) for _ in range(2)]
    return f"Paid: {sums[0]}.", f"The sums are {sums[1]}."


def _names(number: int) -> list[str]:
    return [f"{chr(65 + i % 26)}{chr(97 + i // 26 % 26)}{chr(97 + i // 676)}or" for i in range(number)]


def _day(written: str) -> Any:
    from datetime import date

    return date.fromisoformat(written)


def _lines_run(old: str, new: str) -> Counter[str]:
    """-> how often each line of versions/ runs; the facts are read before."""
    before, after = Document(old, "old"), Document(new, "new")
    facts = extract(old, doc_id="old"), extract(new, doc_id="new")
    counts: Counter[str] = Counter()

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        if not frame.f_code.co_filename.startswith(PACKAGE):
            return None
        if event == "line":
            counts[f"{Path(frame.f_code.co_filename).name}:{frame.f_lineno}"] += 1
        return trace

    standing = sys.gettrace()
    sys.settrace(trace)
    try:
        differences(before, facts[0], after, facts[1])
    finally:
        sys.settrace(standing)
    return counts

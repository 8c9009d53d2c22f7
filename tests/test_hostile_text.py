"""Texts that no paper prints: every one comes back, holds the laws, and costs steps in proportion to its length.

The texts are in hostile_text.toml.  Steps are lines of Python run, so that no busy machine fails the suite;
what they cost in seconds is told by benchmarks/hostile_texts.py.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from test_properties import breaches

from numfacts import extract
from numfacts.model import Document
from numfacts.pipeline import explain

TEXTS = tomllib.loads((Path(__file__).parent / "hostile_text.toml").read_text(encoding="utf-8"))
LENGTH = 400  # characters; the longer text has four times as many
STEEPEST = (
    6.0  # four times the length is four times the steps, give or take what is done once; 16 is quadratic
)


def steps(work: Callable[[], object]) -> int:
    """-> the lines of Python that it runs."""
    count = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        if event == "line":
            count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("part", TEXTS["repeated"].values(), ids=TEXTS["repeated"])
def test_a_repeated_text_holds_the_laws_at_a_cost_that_grows_with_its_length(part: str) -> None:
    short, long = (part * (length // len(part)) for length in (LENGTH, 4 * LENGTH))
    assert breaches(long) == []  # and every lexicon is loaded
    few, many = steps(lambda: extract(short)), steps(lambda: extract(long))
    assert many <= STEEPEST * few, f"{len(short)} characters: {few:,} steps; {len(long)}: {many:,}"


@pytest.mark.parametrize("part", TEXTS["repeated"].values(), ids=TEXTS["repeated"])
def test_a_repeated_text_can_be_explained(part: str) -> None:
    text = part * (LENGTH // len(part))
    assert all(0 <= mark.start < mark.end <= len(text) for mark in explain(Document(text)))


@pytest.mark.parametrize("text", TEXTS["alone"].values(), ids=TEXTS["alone"])
@pytest.mark.parametrize("locale", [None, "en-US", "de-DE", "xx"])
def test_a_hostile_text_holds_the_laws(text: str, locale: str | None) -> None:
    assert breaches(text, locale=locale, published="2025-04-22") == []


def test_half_of_a_surrogate_pair_is_text_like_any_other() -> None:
    """It is no Unicode text and no file can hold it, but a program may pass it: read, then rejected by sift."""
    facts = extract("It cost £5 \ud800 in all.")
    assert [fact.text for fact in facts] == ["£5"]

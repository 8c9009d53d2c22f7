"""Texts that no paper prints: every one comes back, holds the laws, and costs work in proportion to its length.

The texts are in hostile_text.toml.  Work is counted in lines of Python run, not in seconds, so that no busy machine
fails the suite and a failure names the line; benchmarks/hostile_texts.py tells the seconds.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from test_properties import breaches

import numfacts
from numfacts import check, extract
from numfacts.model import Document
from numfacts.pipeline import explain

TEXTS = tomllib.loads((Path(__file__).parent / "hostile_text.toml").read_text(encoding="utf-8"))
PACKAGE = str(Path(numfacts.__file__).parent / "_").removesuffix("_")
LENGTH = 400  # characters; the longer text has four times as many
OFTEN = 1000  # a line that runs less often costs nothing
STEEPEST = 8  # four times the length runs a line four times as often; of a quadratic loop, sixteen times


def lines_run(text: str) -> Counter[str]:
    """-> how often each line of numfacts runs to read a text: ``"kinds/age.py:41"``."""
    counts: Counter[str] = Counter()

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        file = frame.f_code.co_filename
        if not file.startswith(PACKAGE):
            return None
        if event == "line":
            counts[f"{file.removeprefix(PACKAGE)}:{frame.f_lineno}"] += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        check(text)
    finally:
        sys.settrace(before)
    return counts


@pytest.mark.parametrize("part", TEXTS["repeated"].values(), ids=TEXTS["repeated"])
def test_a_repeated_text_holds_the_laws(part: str) -> None:
    assert breaches(part * (4 * LENGTH // len(part))) == []


@pytest.mark.parametrize("part", TEXTS["repeated"].values(), ids=TEXTS["repeated"])
def test_four_times_the_text_is_four_times_the_work(part: str) -> None:
    check(part * 10)  # loads what is loaded once
    short, long = (lines_run(part * (length // len(part))) for length in (LENGTH, 4 * LENGTH))
    steep = {
        line: f"{short[line]:,} -> {times:,}"
        for line, times in long.items()
        if times > OFTEN and times > STEEPEST * short[line]
    }
    assert steep == {}


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

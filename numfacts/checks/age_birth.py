"""An age that the birth date beside it contradicts.

Born in 1950 and 65 years old in 2025: the age was copied from an old profile, or the year has a wrong digit.

Before the birthday one is a year younger, so two ages are right of every year. An age is judged against the day that
stands with it (“died in 2001 aged 60”, “turned 65 in 2015”). One of the day of the story (“the 65-year-old”) is judged
against the day of publication (`--published`, front matter) or the year to which the story ties itself, and passes
where it fits any year that the story names. Birth and age may stand far apart where the same name has both, or, as in
an obituary, where nobody else comes between the name and “she was born”. Where another person may
be meant nothing is said.

Flagged:
    He was born in 1950 and died in 2001 aged 60.
    Born in 1950, the 65-year-old retired in 2025.

Passes:
    He was born in 1950 and died in 2001 aged 50.
    Born in 1950, the 75-year-old retired in 2025.
"""

from __future__ import annotations

from collections.abc import Iterator

from numfacts.grammar.late_patterns import late
from numfacts.judging.intervals import ABOUT, INFINITY, Interval
from numfacts.judging.verdicts import Judgement
from numfacts.judging.words import bare
from numfacts.model import Fact, Life

RELATION = Life
DAY = late(r"(?<!\d)\d{1,2}(?:st|nd|rd|th)?\b")


def judge(told: Life) -> Iterator[Judgement]:
    possible = Interval(told.least, told.most)
    if _stated(told.age).meets(possible):
        return
    ages = str(told.most) if told.least == told.most else f"{told.least} or {told.most}"
    message = f"born {_when(told.born)}, one is {ages} {told.told}, not {bare(told.age)}"
    yield Judgement(told.age, (told.born,), message, recomputed=possible)


def _stated(age: Fact) -> Interval:
    """Ages are not rounded: one is 65 until the day before one is 66."""
    value = age.value or 0.0
    if age.modifier in ("at_least", "more_than"):
        return Interval(value, INFINITY)
    if age.modifier in ("at_most", "less_than"):
        return Interval(0.0, value)
    return Interval(value, value).widened(ABOUT if age.modifier == "approximate" else 0.0)


def _when(born: Fact) -> str:
    printed = bare(born).removeprefix("in ").removeprefix("on ")
    return f"{'on' if DAY.search(printed) else 'in'} {printed}"

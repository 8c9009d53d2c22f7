"""A length of time that its own dates contradict.

“The five-year plan, from 2010 to 2018” has a wrong length or a wrong year, and the reader cannot tell which.

The ends are those of a span (“from 2010 to 2018”), of a beginning and an end (“opened in 2001 and closed in 2019 after
ten years”) or of what came later (“in 2001 and, ten years later, in 2019”).

A span of years may begin and end on any day of them, and be counted with or without its last: from 2010 to 2018 is
anything from seven to nine years. Days may be counted either way too. “About” and “nearly” widen the length, a length
that was cut off (five years and ten months told as five) is right, and “between 2010 and 2018” may hold a shorter one.

Flagged:
    The five-year plan, from 2010 to 2018, failed.
    He ruled for 12 years, from 1990 to 1998.

Passes:
    The eight-year plan, from 2010 to 2018, failed.
    The ten-year bond yield, from 2010 to 2018, fell.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import floor

from numfacts.judging.intervals import Interval, half_step, printed
from numfacts.judging.verdicts import Judgement
from numfacts.judging.words import bare, plainly
from numfacts.model import Fact, Length

RELATION = Length

ROUND = 10  # "his 20-year rule", of 22 years: tens are round, and stand for a tenth of themselves each way
ALMOST = 0.02  # of a unit: months and years differ in length


def judge(told: Length) -> Iterator[Judgement]:
    worked = Interval(0.0 if told.within else told.least, told.most)
    stated = _stated(told.length)
    if stated.meets(Interval(worked.low - ALMOST, worked.high + ALMOST)):
        return
    message = f"{told.printed} is {_worked_out(told)}, not {bare(told.length)}"
    yield Judgement(told.length, told.span, message, recomputed=worked)


def _stated(length: Fact) -> Interval:
    """The length as printed, or cut off: five years may be five years and eleven months."""
    stated = printed(length)
    value = length.value
    if value is None or length.modifier not in ("exact", "approximate"):
        return stated
    half = half_step(length) or 0.5
    low, high = min(stated.low, value - half), max(stated.high, value + 2 * half - ALMOST * 2)
    if value >= 2 * ROUND and value % ROUND == 0:
        low, high = min(low, value * 0.9), max(high, value * 1.1)
    return Interval(low, high)


def _worked_out(told: Length) -> str:
    """7 to 9 years, 5 or 6 days, at most 3 years"""
    least, most = (plainly(_near_whole(number), 2) for number in (told.least, told.most))
    unit = "centurie" if told.length.unit == "century" else told.length.unit
    if told.within:
        return f"at most {most} {unit}s"
    if least == most:
        return f"{most} {unit}s"
    return f"{least} {'or' if told.most - told.least <= 1.1 else 'to'} {most} {unit}s"


def _near_whole(number: float) -> float:
    return floor(number + 0.5) if abs(number - floor(number + 0.5)) < 0.05 else number

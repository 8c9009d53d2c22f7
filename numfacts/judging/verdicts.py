"""The verdict on one figure: can it be what the others make of it?

::

    judged(lambda read: read(size), lambda read: read(new).minus(read(old)))

compares what ``size`` stands for with what the end points make of it, first as every figure is printed, then as it may
have been rounded or cut off.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from numfacts.judging.intervals import Interval, coarse, printed, truncated
from numfacts.model import Fact

Reading = Callable[[Fact], Interval]
Worked = Callable[[Reading], Interval]  # an interval worked out from facts, each read in one way


class Verdict(NamedTuple):
    """``severity`` is None where there is nothing to say."""

    verdict: str
    severity: str | None
    recomputed: Interval


class Judgement(NamedTuple):
    """What a check says of one relation: at which fact, with which others, in one line."""

    at: Fact
    facts: tuple[Fact, ...]
    message: str
    severity: str = "error"
    verdict: str = "inconsistent"
    recomputed: Interval | None = None


def judged(stated: Worked, recomputed: Worked) -> Verdict:
    """-> whether a stated figure can be the recomputed one.

    Both are given a way to read a fact, and give an interval in one unit.  Consistent: the two meet when every figure
    was rounded to nearest at its last digit.  Only after rounding: they meet when the stated figure was cut off there
    (a note), or when zeros at the end of whole numbers are rounded ones (nothing to say).  Inconsistent (an error):
    they cannot meet.  A figure is not granted both, a cut of its own and the extremes of the others' rounding:
    on real news that forgives published errors, and no right sentence needs it.
    """
    worked = recomputed(printed)
    if stated(printed).meets(worked):
        return Verdict("consistent", None, worked)
    if stated(truncated).meets(recomputed(as_printed)):
        return Verdict("consistent only after rounding", "note", worked)
    if stated(coarse).meets(recomputed(coarse)):
        return Verdict("consistent only after rounding", None, worked)
    return Verdict("inconsistent", "error", worked)


def as_printed(fact: Fact) -> Interval:
    """The number itself, as if it were exact; a hedged one or a range as ``printed`` has it."""
    if fact.value is not None and fact.modifier == "exact":
        return Interval(fact.value, fact.value)
    return printed(fact)

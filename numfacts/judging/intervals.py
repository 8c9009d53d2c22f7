"""What a printed figure may stand for: an interval of numbers, narrow or wide by how it was printed.

``printed(fact)`` of "10.47" is ``Interval(10.465, 10.475)``; "more than 35%" is 34.5 and everything above.

Printed numbers are compared within their rounding interval, as statcheck does (Nuijten et al. 2016,
doi:10.3758/s13428-015-0664-2).
"""

from __future__ import annotations

import math
from typing import NamedTuple

from numfacts.grammar.late_patterns import late
from numfacts.model import Fact

ABOUT = 0.05  # "about 40%" may be 38% to 42%: no style guide says how far "about" goes; measured on real news
OF_FEW_DIGITS = 0.03
IN_WORDS = 0.075  # "doubled" is 1.85 to 2.15 times, "a third" 31% to 36%
INFINITY = math.inf
DECIMALS = late(r"\d[.·]\d")  # "12.0" says that its zero counts
SLACK = 1e-9  # of a bound: what binary fractions lose


class Interval(NamedTuple):
    """Every number from ``low`` to ``high``; either may be infinite."""

    low: float
    high: float

    def meets(self, other: Interval) -> bool:
        """Is there a number in both?"""
        return self.low <= other.high + _slack(other.high) and other.low <= self.high + _slack(self.high)

    def plus(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def minus(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def times(self, factor: float) -> Interval:
        ends = _product(self.low, factor), _product(self.high, factor)
        return Interval(min(ends), max(ends))

    def shifted(self, by: float) -> Interval:
        return Interval(self.low + by, self.high + by)

    def over(self, other: Interval) -> Interval:
        """The quotients, for a divisor that is positive; one that may be zero gives everything upwards."""
        if other.high <= 0:
            return Interval(-INFINITY, INFINITY)
        ends = [_quotient(end, by) for end in self for by in (max(other.low, 0.0), other.high)]
        return Interval(min(ends), max(ends))

    def widened(self, share: float) -> Interval:
        """By a share of each bound, outwards."""
        return Interval(self.low - abs(self.low) * share, self.high + abs(self.high) * share)


def printed(fact: Fact) -> Interval:
    """-> what a figure stands for when it was rounded to nearest at its last digit; its modifier widens it.

    "about" goes ``ABOUT`` of the figure each way, "more than" up to infinity, a range has its own bounds.
    """
    return _hedged(fact, half_step(fact))


def coarse(fact: Fact) -> Interval:
    """-> the same, when the zeros that a whole number ends in are taken to be rounded: 1,500 may be 1,495 to 1,505.

    The coarsest step that is plausible leaves three digits that say something: 40 is no 35 to 45, 150 no 145 to 155.
    """
    return _hedged(fact, max(half_step(fact), coarse_step(fact) / 2))


def taken_at_its_word(fact: Fact) -> Interval:
    """-> ``printed``, but a figure of one or two digits is no further off than ``OF_FEW_DIGITS``: "$2m" is no $2.4m."""
    return _hedged(fact, min(half_step(fact), OF_FEW_DIGITS * abs(fact.value or INFINITY)))


def truncated(fact: Fact) -> Interval:
    """-> what it stands for when further digits were cut off: 26.5 is 26.5 up to 26.6."""
    if fact.value is None:
        return printed(fact)
    step = 2 * half_step(fact)
    cut = (
        Interval(fact.value, fact.value + step)
        if fact.value >= 0
        else Interval(fact.value - step, fact.value)
    )
    hedged = printed(fact)
    return Interval(min(cut.low, hedged.low), cut.high) if math.isfinite(hedged.high) else hedged


def point(fact: Fact) -> float | None:
    """-> the number as printed, None for a range and for a vague one."""
    return fact.value


def half_step(fact: Fact) -> float:
    """Half a unit of the last digit; a word such as "doubled" or "a third" has none, and goes ``IN_WORDS`` each way."""
    if fact.precision is None and fact.kind in ("multiple", "ratio") and fact.value is not None:
        return IN_WORDS * abs(fact.value)
    return fact.precision or 0.0


def coarse_step(fact: Fact) -> float:
    """-> the step of the zeros at the end of a whole number that leaves three digits: 1,500 and 1,560 -> 10.

    In the unit that was printed: "£40m" is 40 of millions, and its zero is as good as any digit.
    """
    step = 2 * half_step(fact)
    if fact.value is None or not step or DECIMALS.search(fact.text):
        return step
    shown = round(abs(fact.value) / step)
    coarser = 1
    while shown and shown % (coarser * 10) == 0 and shown // (coarser * 10) >= 100:
        coarser *= 10
    return step * coarser


def _hedged(fact: Fact, half: float) -> Interval:
    low = -INFINITY if fact.low is None else fact.low - half
    high = INFINITY if fact.high is None else fact.high + half
    if fact.modifier == "approximate":
        return Interval(low, high).widened(ABOUT)
    if fact.modifier in ("at_least", "more_than"):
        return Interval(low, INFINITY)
    if fact.modifier in ("at_most", "less_than"):
        return Interval(-INFINITY, high)
    return Interval(low, high)


def _slack(bound: float) -> float:
    return SLACK * max(1.0, abs(bound)) if math.isfinite(bound) else 0.0


def _product(a: float, b: float) -> float:
    return 0.0 if b == 0 else a * b


def _quotient(a: float, b: float) -> float:
    if b == 0:
        return math.copysign(INFINITY, a) if a else 0.0
    if math.isinf(b):
        return 0.0 if math.isfinite(a) else math.copysign(INFINITY, a)
    return a / b

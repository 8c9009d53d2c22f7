"""How two printings of one figure agree: exactly, by rounding to nearest, by round numbers, or not at all.

``agreement(mark of 12 km, mark of 7 miles, times 0.6214)`` is ``Agreement("rounded", 0.061)``: 12 km is 7.46 miles,
which is 7 to the nearest mile.  Journalists convert to round figures in either direction: "60 miles (100 km)", "12 km
(7 miles)", "25 km (15 miles)", "about 300 km (200 miles)".  So the second figure may be a rounding of the first, or the
first of the second, at the last digit of each, at its fives, or at its closing zeros.

The bounds were measured on 266 conversions of real news, read one by one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from numfacts.judging.intervals import ABOUT, Interval, half_step
from numfacts.model import Fact

Way = Callable[[Interval], Interval]  # from the unit of the first figure to that of the second

NEAR = 0.065  # what may lie between two roundings of one length without a reader noticing
NEAR_IF_ROUND = 0.08  # and between two round ones: 30 km (20 miles)
NEAR_IF_COARSE = 0.04  # and where all closing zeros must be rounded ones: 635 km (400 miles)
FAR = 0.11  # 90 km (50 miles): each may be a rounding of some third number
FARTHEST = 0.25  # 20 km (10 miles): the one is the other rounded to its first digit
FAR_BACK = 0.15  # and where the second figure would have to be the one that was there first
CUT_OFF = 0.01  # cut off instead of rounded, by so little that it is not worth a word

ORDER = ("same", "rounded", "cut off", "doubtful", "different")  # best first


class Agreement(NamedTuple):
    """``level`` is one of ORDER; ``apart`` is how far the figures are from each other, as a share of the first."""

    level: str
    apart: float


class Mark(NamedTuple):
    """A printed number: from ``low`` to ``high`` (one number twice, if no range), and the step of its last digit."""

    low: float
    high: float
    step: float
    about: bool = False

    @classmethod
    def of(cls, fact: Fact) -> Mark | None:
        """-> the number, its hedge left off: "more than 30 miles (48km)" converts 30; None for a vague one."""
        step, about = 2 * half_step(fact), fact.modifier == "approximate"
        if fact.value is not None:
            return cls(fact.value, fact.value, step, about)
        if fact.low is None or fact.high is None:
            return None
        return cls(fact.low, fact.high, step, about)

    @property
    def is_range(self) -> bool:
        return self.low != self.high

    def times(self, factor: float) -> Mark:
        return Mark(self.low * factor, self.high * factor, self.step * factor, self.about)

    def point(self) -> Interval:
        return Interval(self.low, self.high)

    def printed(self) -> Interval:
        return self._wide(self.step / 2)

    def round(self) -> Interval:
        """Closing fives, and zeros that leave two digits, taken to be rounded: 95 is 92.5 to 97.5."""
        half = self.step / 2
        if self._shown() >= 15 and self._shown() % 5 == 0:
            half = self.step * 2.5
        return self._wide(max(half, self.step * self._zeros(10) / 2))

    def coarse(self) -> Interval:
        """All closing zeros taken to be rounded: 400 is 350 to 450."""
        return self._wide(max(self.round().high - self.high, self.step * self._zeros(1) / 2))

    def cut(self) -> Interval:
        """Further digits cut off: 5.1 is 5.1 up to 5.2."""
        return Interval(
            self.low if self.low >= 0 else self.low - self.step,
            self.high + self.step if self.high >= 0 else self.high,
        )

    def is_round(self) -> bool:
        return self._shown() % 5 == 0

    def _shown(self) -> int:
        return round(min(abs(self.low), abs(self.high)) / self.step) if self.step else 1

    def _zeros(self, leaving: int) -> int:
        shown, coarser = self._shown(), 1
        while shown and shown % (coarser * 10) == 0 and shown // (coarser * 10) >= leaving:
            coarser *= 10
        return coarser

    def _wide(self, half: float) -> Interval:
        wide = Interval(self.low - half, self.high + half)
        return wide.widened(ABOUT) if self.about else wide


def agreement(first: Mark, second: Mark, way: Way) -> Agreement:
    """-> how the second figure agrees with the first.  Of two ranges each end must; the worse end counts."""
    if first.is_range and second.is_range:
        ends = [
            _of_two(first._replace(low=one, high=one), second._replace(low=other, high=other), way)
            for one, other in zip(first.point(), second.point(), strict=True)
        ]
        return max(ends, key=lambda end: (ORDER.index(end.level), end.apart))
    return _of_two(first, second, way)


def best(agreements: list[Agreement]) -> Agreement:
    """-> that of the kindest reading."""
    return min(agreements, key=lambda found: (ORDER.index(found.level), found.apart))


def _of_two(first: Mark, second: Mark, way: Way) -> Agreement:
    hedged = first.about
    first = first._replace(about=False)  # "about 60 feet (17 metres)": it hedges both and not their ratio
    converted = way(first.point())
    apart = _apart(converted, second.point())
    if converted.meets(second.printed()):
        return Agreement("same", apart)
    if second.point().meets(
        way(first.printed())
    ):  # 4 km may be 2.49 miles, which is 2; but who converts has the 2
        return Agreement("same" if apart <= FAR_BACK else "doubtful", apart)
    both_round = first.is_round() and second.is_round()
    near = FAR if second.about else NEAR_IF_ROUND if both_round else NEAR
    if way(first.printed()).meets(second.printed()):
        return Agreement("rounded" if apart <= near else "doubtful", apart)
    if way(first.round()).meets(second.round()):
        return Agreement("rounded" if apart <= near else "doubtful", apart)
    if converted.meets(second.cut()) or (apart <= FAR_BACK and second.point().meets(way(first.cut()))):
        return Agreement("rounded" if apart <= CUT_OFF else "cut off", apart)
    if way(first.coarse()).meets(second.coarse()):
        if apart <= (near if hedged and both_round else NEAR_IF_COARSE):
            return Agreement("rounded", apart)
        if apart <= FAR or (converted.meets(second.coarse()) and apart <= FARTHEST):
            return Agreement("doubtful", apart)
    return Agreement("different", apart)


def _apart(converted: Interval, second: Interval) -> float:
    if converted.meets(second):
        return 0.0
    nearest, other = (
        (converted.high, second.low) if converted.high < second.low else (converted.low, second.high)
    )
    return abs(other / nearest - 1) if nearest else 1.0

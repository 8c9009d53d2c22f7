"""Whether a figure can be what a row of a reference sheet says of it."""

from __future__ import annotations

from numfacts.judging.intervals import Interval
from numfacts.judging.verdicts import Verdict, judged
from numfacts.model import Sourced


def verdict_on(sourced: Sourced) -> Verdict:
    """-> the verdict, in which the row is exact but for its tolerance."""
    allowed = Interval(float(sourced.low), float(sourced.high))
    return judged(lambda read: read(sourced.fact), lambda read: allowed)


def agrees(sourced: Sourced) -> bool:
    """Can the figure be what its row says, however it was rounded?"""
    return verdict_on(sourced).severity in (None, "note")

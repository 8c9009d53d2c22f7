"""Whether a figure can be what a row of a reference sheet says of it."""

from __future__ import annotations

from numfacts.judging.intervals import Interval
from numfacts.judging.verdicts import Verdict, judged
from numfacts.model import Sourced

IN_WORDS = 0.1  # "one in five", "doubled": of a share told in words the looked-up one may be a tenth off
IN_DIGITS = 0.005  # "450 of 600"


def verdict_on(sourced: Sourced) -> Verdict:
    """-> the verdict, in which the row is exact but for its tolerance."""
    fact, allowed = sourced.fact, Interval(float(sourced.low), float(sourced.high))
    if fact.precision is not None or fact.value is None:
        return judged(lambda read: read(fact), lambda read: allowed)
    loose = IN_DIGITS if any(map(str.isdigit, fact.text)) else IN_WORDS
    return judged(lambda read: read(fact).widened(loose), lambda read: allowed)


def agrees(sourced: Sourced) -> bool:
    """Can the figure be what its row says, rounded as figures are?"""
    return verdict_on(sourced).severity is None

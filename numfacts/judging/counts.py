"""What a number of people or things stands for: itself where it was counted, more where it ends in zeros.

``counted`` of "12 people" is 12 and nothing else; ``rough`` of "45,000 jobs" is 44,500 to 45,500.
"""

from __future__ import annotations

from numfacts.judging.intervals import Interval, half_step, printed
from numfacts.model import Fact

EXACT_BELOW = 1000  # "30 of the 120" people are counted; 1,200 and 45,000 may be rounded
TWO_DIGITS = 10  # a number rounded so far that it says less is told with "about"


def counted(fact: Fact) -> Interval:
    """-> the number itself where it is a whole one, else what its last digit says."""
    whole_number = fact.kind in ("count", "number", "ratio") and half_step(fact) == 0.5
    if whole_number and fact.modifier == "exact" and fact.value is not None:
        return Interval(fact.value, fact.value)
    return printed(fact)


def rough(fact: Fact) -> Interval:
    """-> what a large number may have been before its zeros: 45,000 is 44,500 to 45,500, and 450 itself."""
    stands, value = counted(fact), abs(fact.value or 0)
    if half_step(fact) > 0.5:
        return stands  # "£40m" is 40 of millions, and its zero is as good as any digit
    step = 1
    while value >= EXACT_BELOW and value % (step * 10) == 0 and value // (step * 10) >= TWO_DIGITS:
        step *= 10
    return stands if step == 1 else Interval(stands.low - step / 2, stands.high + step / 2)

"""Whether two figures can be one and the same, told with different care.

``agrees`` holds of "$388K" and "$388,700", of "400 jobs" and "412 jobs", of "more than 35%" and "37.04%"; not of
"412 jobs" and "421 jobs", nor of "12 people" and "14 people".
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from numfacts.model import Fact

ROUND = 0.05  # how far a rounder figure may be from a finer one: "400 jobs" of 412
ABOUT = 0.1
MUCH = 0.5  # "more than 100" is told of 150 at most
OPEN = ("at_least", "more_than", "at_most", "less_than")
SLIPS = (10.0, 100.0, 1000.0, 1e6)  # of a scale: million for billion
SHOWN = 100  # below it a whole number is no rounded one
LONGEST = 24  # digits of a number that a slip is looked for in


def agrees(one: Fact, other: Fact) -> bool:
    """-> whether either may be a rounding, a cut-off or a bound of the other."""
    if one.modifier in OPEN and one.modifier == other.modifier:
        one, other = one._replace(modifier="exact"), other._replace(modifier="exact")
    if one.modifier == other.modifier == "exact" and one.precision == other.precision:
        if one.value is not None and _digits(one) == _digits(other):
            return one.value == other.value  # of equal care: neither is the other rounded
    (low, high), (bottom, top) = _bounds(one), _bounds(other)
    if low <= top and bottom <= high:
        return True
    return _rounder(one, other) or _rounder(other, one)


def _bounds(fact: Fact) -> tuple[float, float]:
    """What was printed, by half a unit of its last digit below and by a whole one above: it may have been cut off."""
    half = fact.precision or 0.0
    stated = fact.value or 0.0
    low = (stated if fact.low is None else fact.low) - half
    high = (stated if fact.high is None else fact.high) + (half if _is_counted(fact) else 2 * half)
    if fact.modifier == "approximate":
        return low - ABOUT * abs(low), high + ABOUT * abs(high)
    if fact.modifier in ("at_least", "more_than"):
        return low - ABOUT * abs(low), high + MUCH * abs(high)
    if fact.modifier in ("at_most", "less_than"):
        return low - MUCH * abs(low), high + ABOUT * abs(high)
    return low + 1e-9 * abs(low), high - 1e-9 * abs(high)


def _is_counted(fact: Fact) -> bool:
    return fact.kind in ("count", "number") and fact.precision == 0.5 and abs(fact.value or 0) < SHOWN


def _rounder(one: Fact, other: Fact) -> bool:
    """Is the one told with fewer digits, and near?"""
    if not one.value or not other.value or abs(one.value / other.value - 1) > ROUND:
        return False
    return _digits(one) < _digits(other) and "." not in one.text  # 5.5% is no rounded 5.25%


def _digits(fact: Fact) -> int:
    """How many digits of it say something: two of 4.2 million and of 420, two of 40."""
    step = 2 * fact.precision if fact.precision else 0.0
    shown = round(abs(fact.value or 0) / step) if step else 0
    while shown >= SHOWN and shown % 10 == 0:
        shown //= 10
    return len(str(shown))


def has_its_digits(one: Fact, other: Fact) -> bool:
    """``$250M`` and ``$520M``: two digits changed places."""
    ours, theirs = (re.sub(r"\D", "", fact.text) for fact in (one, other))
    return len(ours) > 1 and ours != theirs and sorted(ours) == sorted(theirs)


def slip(one: Fact, other: Fact) -> int:
    """-> how surely one is the other with a slip of the finger: 3, 2, 1, or 0 for no slip.

    ``542.2`` and ``543.2``: one digit of three or more (3); ``46`` and ``64``: two neighbours that changed places (2,
    of longer numbers 3); ``45`` and ``48``: one digit of two (1).  Of one digit any may be any other's: none.
    """
    ours, theirs = _digit_strings(one, other)
    if len(ours) != len(theirs) or ours == theirs:
        return 0
    shown = max(len(ours.rstrip("0")), len(theirs.rstrip("0")))
    apart = [k for k in range(len(ours)) if ours[k] != theirs[k]]
    if len(apart) == 1:
        return (0, 0, 1, 3)[min(shown, 3)]
    first, last = apart[0], apart[-1]
    swapped = (
        len(apart) == 2 and last == first + 1 and ours[first : last + 1] == theirs[first : last + 1][::-1]
    )
    return (3 if shown > 2 else 2) if swapped else 0


def _digit_strings(one: Fact, other: Fact) -> tuple[str, str]:
    """Both numbers without a point, the last digit of each of the same worth; "" where one is no plain number."""
    try:
        ours, theirs = Decimal(one.decimal or ""), Decimal(other.decimal or "")
    except InvalidOperation:
        return "", ""
    if not (ours.is_finite() and theirs.is_finite()) or ours <= 0 or theirs <= 0:
        return "", ""
    lowest = min(_exponent(ours), _exponent(theirs))
    if max(ours.adjusted(), theirs.adjusted()) - lowest > LONGEST:
        return "", ""
    return str(int(ours.scaleb(-lowest))), str(int(theirs.scaleb(-lowest)))


def _exponent(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0

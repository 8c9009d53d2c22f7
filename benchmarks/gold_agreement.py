"""Whether a cell that numfacts fills says the same as a cell of the gold, column by column.

``same_words("vote", "the vote")``, ``same_name("Grant Sellers", "Mr Sellers")`` and
``same_period("2025", "2025-01/2025-12")`` hold; ``same_words("core inflation", "inflation")`` does not,
but ``share_a_word`` does.
"""

from __future__ import annotations

import math
import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from functools import cache

NOT_COMPARED = frozenset(
    "the a an its their his her our my your this these those such mr mrs ms dr sir prof professor".split()
)
NO_CONTENT = NOT_COMPARED | set("of in on at to for from by with and or as per".split())
APART = frozenset({"percent", "percentage_point", "basis_point"})  # never swapped, though pint could
WORD = re.compile(r"[\w%&$£€₹.]+")


def near(a: str | float | None, b: float | None) -> bool:
    """Both null, or the same number but for what floats lose."""
    return a is b if a is None or b is None else math.isclose(float(a), b, rel_tol=1e-6, abs_tol=1e-9)


@cache
def conversion(given: str | None, wanted: str | None) -> Callable[[float], float] | None:
    """-> how a number in the given unit is turned into the wanted one; None where it is another quantity."""
    if given == wanted:
        return float
    if given is None or wanted is None or given in APART or wanted in APART:
        return None
    from pint import DimensionalityError

    from numfacts.units import registry

    def turn(number: float) -> float:
        return float(registry().Quantity(number, given).to(wanted).magnitude)

    try:
        turn(1.0)
    except DimensionalityError:  # of another dimension, or a temperature for a difference of two
        return None
    return turn


def _words(cell: str) -> list[str]:
    cell = cell.lower().replace("’", "'").replace("'s ", " ").removesuffix("'s")
    return [word for word in WORD.findall(cell) if word not in NOT_COMPARED]


def same_words(wanted: str, found: str) -> bool:
    return _words(wanted) == _words(found)


def share_a_word(wanted: str, found: str) -> bool:
    return not _content(wanted).isdisjoint(_content(found))


def _content(cell: str) -> set[str]:
    return {word.removesuffix("s") for word in _words(cell) if word not in NO_CONTENT}


def same_name(wanted: str, found: str) -> bool:
    """``Sellers`` and ``Grant Sellers``, ``Bank`` and ``the Bank of England``: one has all words of the other."""
    a, b = set(_words(wanted)), set(_words(found))
    return bool(a and b) and (a <= b or b <= a)


def same_period(wanted: str, found: str) -> bool:
    try:
        return wanted == found or _days(wanted) == _days(found)
    except ValueError:  # what was found is no period
        return False


def _days(period: str) -> tuple[date | None, date | None]:
    """-> the first and the last day: ``2025`` and ``2025-01/2025-12`` are the same."""
    first, _, last = period.partition("/")
    return _day(first, last=False), _day(last or first, last=True)


def _day(written: str, *, last: bool) -> date | None:
    if written == "..":
        return None
    if "W" in written:
        return date.fromisoformat(f"{written}-{7 if last else 1}")
    year, month, day = ([int(part) for part in written.split("-")] + [0, 0])[:3]
    month = month or (12 if last else 1)
    return date(year, month, day or (monthrange(year, month)[1] if last else 1))


AGREE: dict[str, Callable[[str, str], bool]] = {
    "change": str.__eq__,
    "counted": same_words,
    "denominator": same_words,
    "measured_entity": same_words,
    "period": same_period,
    "speaker": same_name,
    "quoted": str.__eq__,
}

"""The cells of a sheet's row as values: numbers as news writes them, tolerances, dates.

``value_of("10.47 billion")`` -> 10470000000; ``value_of("8 to 10")`` -> 8 and 10; ``tolerance_of("2%")`` is relative
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from numfacts.references.units import whole_phrase

# As programs write numbers, exponents included: a table's cell may be 1e+22.
_PLAIN = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?")
_TOLERANCE = re.compile(r"(?:±|\+/-)?\s*(?P<number>[0-9][0-9.,]*)\s*(?P<percent>%|percent|per cent)?")
_DAY = re.compile(
    r"""
      (?P<year>[0-9]{4})
      (?: -(?P<month>0[1-9]|1[0-2]) (?: -(?P<day>[0-9]{2}) )?    # 2025-03, 2025-03-14
        | -?[Qq](?P<quarter>[1-4])                               # 2025-Q1
        | -W(?P<week>[0-9]{2})                                   # 2025-W07
      )?
    """,
    re.VERBOSE,
)
_FOREVER = (date.min, date.max)


class Value(NamedTuple):
    """A number, or the bounds of a range, in the unit that stands in the cell itself, if one does."""

    low: Decimal
    high: Decimal
    unit: str | None


def value_of(cell: str) -> Value:
    """``1.28``, ``10,470,000,000``, ``10.47 billion``, ``£2.4m``, ``1.3%``, ``8 to 10``, ``1e+10``

    ValueError, with the cause, for anything else.
    """
    if _PLAIN.fullmatch(cell):
        number = Decimal(cell)
        return Value(number, number, None)
    phrase = whole_phrase(cell)
    if phrase is None or phrase.figure.value is None or (phrase.other and phrase.other.value is None):
        raise ValueError("is no number")
    unit = phrase.unit
    if unit is not None and unit.candidates:
        raise ValueError(
            f"may be in {' or '.join(unit.candidates)}: write the number, and the unit in its column"
        )
    low = phrase.figure.value
    high = low if phrase.other is None or phrase.other.value is None else phrase.other.value
    if phrase.joiner == "±":
        low, high = low - high, low + high
    return Value(min(low, high), max(low, high), unit.name if unit else None)


def tolerance_of(cell: str) -> tuple[Decimal, bool]:
    """``0.5`` -> a half of the row's unit; ``2%`` -> 0.02 of its value, and True.  ValueError for anything else."""
    match = _TOLERANCE.fullmatch(cell)
    try:
        number = Decimal(match["number"].replace(",", "")) if match else None
    except InvalidOperation:
        number = None
    if match is None or number is None:
        raise ValueError("is neither a number like 0.5 nor a share like 2%")
    return (number / 100, True) if match["percent"] else (number, False)


def span_of(written: str) -> tuple[date, date] | None:
    """-> the first and the last day of an ISO 8601 date, month, quarter, week, year or interval; None for others.

    ``2024`` is 1 January to 31 December, ``2017/2021`` five years, ``1991/..`` goes on for ever.
    """
    first, slash, last = written.partition("/")
    if not slash:
        return _days(first)
    start = _FOREVER if first == ".." else _days(first)
    end = _FOREVER if last == ".." else _days(last)
    return (start[0], end[1]) if start and end and start[0] <= end[1] else None


def _days(written: str) -> tuple[date, date] | None:
    match = _DAY.fullmatch(written)
    if match is None:
        return None
    try:
        year = int(match["year"])
        if match["day"]:
            day = date(year, int(match["month"]), int(match["day"]))
            return day, day
        if match["week"]:
            monday = date.fromisocalendar(year, int(match["week"]), 1)
            return monday, monday + timedelta(days=6)
        first, months = 1, 12
        if match["month"]:
            first, months = int(match["month"]), 1
        elif match["quarter"]:
            first, months = 3 * int(match["quarter"]) - 2, 3
        start = date(year, first, 1)
        beyond = date(year, first + months, 1) if first + months <= 12 else date(year + 1, 1, 1)
    except (ValueError, OverflowError):
        return None
    return start, beyond - timedelta(days=1)

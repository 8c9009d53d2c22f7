"""The spans of time that a text prints, and the fewest and the most days that each can be.

``printed_spans("from 2010 to 2018")`` -> 2,558 to 3,287 days: it may begin and end on any day of its years.
``printed_spans("between 4 and 9 May")`` -> 5 or 6 days: the last one counts or does not.

An end without a year has the other's; without any a common year is taken.  A span that would end before it begins is
left out, as is one with a day that no calendar has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from numfacts.grammar.days_of_month import MONTHS
from numfacts.grammar.late_patterns import late

COMMON_YEAR = 2023  # no leap year


class PrintedSpan(NamedTuple):
    """Both ends are told as a year, a month or a day: the coarser of the two is the ``step``."""

    start: int
    end: int
    least: int  # days
    most: int
    step: str  # "year" | "month" | "day"
    lead: str  # "from" | "between" | ""


class _End(NamedTuple):
    year: int | None
    month: int | None
    day: int | None


_MONTH = "|".join(sorted((name.capitalize() for name in MONTHS), key=len, reverse=True))
_WEEKDAY = r"(?: (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day ,?\ (?:the\ )? )?"


def _end(name: str) -> str:
    """``May 2010``, ``4 May 2010``, ``May 4, 2010``, ``2010``, ``2010-05-04``."""
    return rf"""
    (?: (?P<{name}_iso>(?:19|20)\d\d-[01]\d-[0-3]\d)
      | {_WEEKDAY} (?:the\ )?
        (?: (?P<{name}_day>\d\d?)(?:st|nd|rd|th)?\ (?:of\ )? )?
        (?P<{name}_month>{_MONTH})\b \.?
        (?: \ (?P<{name}_day_behind>\d\d?)(?:st|nd|rd|th)?(?![\d:,.]\d|\d) )?
        (?: ,?\ (?P<{name}_year>[12]\d{{3}}) )?
      | (?P<{name}_bare_year>1[5-9]\d\d|20\d\d)
    )
    (?![\d%]|[.,]\d)
    """


_JOINER = r"""
    (?: ,?\ (?P<joiner>to|until|till|through|and)[ ]
        (?: the\ end\ of\ | (?:his|her|its|their|the)\ [a-z]{3,16}\ (?:in|on)\ )?  # "until his death in"
      | \ ?(?P<dash>[-–—])\ ? )
"""


_DAY_JOINER = _JOINER.replace("joiner", "day_joiner").replace("dash", "day_dash")


@cache
def _span() -> re.Pattern[str]:
    return late(
        rf"""
        (?: \b (?P<lead>[Ff]rom|[Bb]etween)\ | (?<![\w./–—-]) )
        (?: {_end("a")} {_JOINER} (?: {_end("b")} | (?P<short>\d\d?)(?!\d|[-–.,/:]\d|\w) )
          | {_WEEKDAY} (?:the\ )? (?P<first>\d\d?)(?:st|nd|rd|th)? {_DAY_JOINER}
            {_end("c")}
        )
        (?![-–/]\d|\w)
        """,
        re.VERBOSE,
    )


def printed_spans(text: str) -> list[PrintedSpan]:
    """-> every span of days, months or years that is printed with both its ends, in text order."""
    return [span for match in _span().finditer(text) for span in _read(match)]


def _read(match: re.Match[str]) -> Iterator[PrintedSpan]:
    lead = (match["lead"] or "").lower()
    joiner = match["joiner"] or match["day_joiner"]
    if (joiner == "and" and lead != "between") or (lead == "between" and joiner not in ("and", None)):
        return
    if match["first"]:
        last = _told(match, "c")
        if last.day is None:
            return
        first = last._replace(day=int(match["first"]))
        if (first.day or 0) > last.day:
            return
    else:
        first = _told(match, "a")
        last = _shortened(first, match["short"]) if match["short"] else _told(match, "b")
    ends = _with_years(first, last)
    if ends is None:
        return
    step = (
        "year" if None in (first.month, last.month) else "month" if None in (first.day, last.day) else "day"
    )
    try:
        (begin, begun), (ending, ended) = map(_days, ends)
    except ValueError:
        return  # 31 April: impossible-date says so
    if ended < begin:
        return  # range-order says so
    least = (ending - begun).days if step == "day" else max(0, (ending - begun).days - 1)
    yield PrintedSpan(match.start(), match.end(), max(0, least), (ended - begin).days + 1, step, lead)


def _told(match: re.Match[str], name: str) -> _End:
    if match[f"{name}_iso"]:
        year, month, day = map(int, match[f"{name}_iso"].split("-"))
        return _End(year, month, day)
    if match[f"{name}_bare_year"]:
        return _End(int(match[f"{name}_bare_year"]), None, None)
    day_told = match[f"{name}_day"] or match[f"{name}_day_behind"]
    year_told = match[f"{name}_year"]
    return _End(
        int(year_told) if year_told else None,
        MONTHS[match[f"{name}_month"].lower()],
        int(day_told) if day_told else None,
    )


def _shortened(first: _End, digits: str) -> _End:
    """``2017-21``, ``3-12 May`` is another; ``May 3-12``: the end in two digits."""
    if first.day is not None and first.year is None:
        return first._replace(day=int(digits))
    if first.month is None and first.year is not None and len(digits) == 2:
        return _End(first.year // 100 * 100 + int(digits), None, None)
    return _End(None, None, None)


def _with_years(first: _End, last: _End) -> tuple[_End, _End] | None:
    """-> both ends with their years; None where there is nothing to count between them."""
    if last == _End(None, None, None):
        return None
    if (first.month is None) != (last.month is None) and None in (first.year, last.year):
        return None  # "2010 to May": of which year?
    if first.year is None or last.year is None:
        year = first.year or last.year or COMMON_YEAR
        wraps = (first.month or 0, first.day or 0) > (last.month or 0, last.day or (first.day or 0))
        if first.year is None:
            last_year = last.year or year + wraps
            return first._replace(year=last_year - wraps), last._replace(year=last_year)
        return first, last._replace(year=year + wraps)
    return first, last


def _days(end: _End) -> tuple[date, date]:
    """-> the first and the last day that an end may be."""
    assert end.year is not None
    if end.month is None:
        return date(end.year, 1, 1), date(end.year, 12, 31)
    if end.day is not None:
        return date(end.year, end.month, end.day), date(end.year, end.month, end.day)
    after = date(end.year + end.month // 12, end.month % 12 + 1, 1)
    return date(end.year, end.month, 1), after - timedelta(days=1)

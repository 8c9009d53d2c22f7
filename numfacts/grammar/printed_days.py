"""The days that a text prints, with the weekday and the year only where they stand in print.

``printed_days("from Friday 3 to Sunday 5 May")`` -> 3 May a Friday, 5 May a Sunday, both without a year;
``printed_days("12 December 2025, a Friday")`` -> one day.  The facts of ``dates`` have the year filled in, and no
weekday: whether the two agree is asked of what was printed.

Nothing is checked here: 31 April and 2025-13-40 are days in print.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from numfacts.grammar.days_of_month import MONTHS
from numfacts.grammar.late_patterns import late

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class PrintedDay(NamedTuple):
    """``weekday`` is 0 for Monday; ``start`` and ``end`` are those of the whole expression in the text."""

    day: int
    month: int
    year: int | None
    weekday: int | None
    start: int
    end: int
    swapped: bool = False  # 12/04/2025, whose day and month may change places


# Only with a capital: "sat 12 April exams", "they wed 3 May".  A newspaper is no day: "The Sun, 12 April".
_WEEKDAY = r"""
    (?: (?: [Mm]on | [Tt]ues | [Ww]ednes | [Tt]hurs | [Ff]ri | [Ss]atur | (?<!The\ )(?<!the\ )[Ss]un )day
      | (?: MON | TUES | WEDNES | THURS | FRI | SATUR | SUN )DAY
      | (?: Mon | Tues? | Weds? | Thurs? | Thu | Fri | Sat | (?<!The\ )(?<!the\ )Sun )\b \.?
    )
"""
_MONTH = rf"(?: {'|'.join(sorted((name.capitalize() for name in MONTHS), key=len, reverse=True))} )"
_ANY_MONTH = rf"(?: {_MONTH} | {_MONTH.upper()} )"
_DAY = r"(?<![\d.,:/-]) \d{1,2} (?: st | nd | rd | th )? (?![\d:]|[.,]\d|\ ?[ap]\.?m\b)"
_YEAR = r"(?: ,?\ (?P<year>[12]\d{3}) (?![\d%]|[.,]\d|-\d) )?"
_NAMED = rf"""
    (?: (?P<day>{_DAY}) \ (?:of\ )? (?P<month>{_ANY_MONTH})\b \.?
      | (?P<month_first>{_ANY_MONTH})\b \.? \ (?:the\ )? (?P<day_behind>{_DAY})
    )
    {_YEAR}
"""
_IN_DIGITS = r"""
    (?<![\d/.-])
    (?: (?P<iso_year>(?:19|20)\d\d)-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)
      | (?P<a>\d\d?)(?P<mark>[/.])(?P<b>\d\d?)(?P=mark)(?P<slash_year>(?:19|20)\d\d)
    )
    (?![\d/-]|\.\d)
"""
# "Thursday, the 23rd of April 2025", "Friday (12 December)", "Thursday, 2025-04-24"
_LED = rf"""
    (?: (?<![\w]) (?P<weekday>{_WEEKDAY}) (?: \b,?\ \(? | \.,?\ \(? ) (?:the\ )? )?
"""
# "April 21, a Monday", "12 December (Friday)", "23 April 2025 was a Wednesday"
_TRAILED = rf"""
    (?: (?: ,?\ (?: (?:which\ )? (?:is|was|will\ be|fell\ on|falls\ on|being) \ )? a\ | \ \( )
        (?P<weekday_behind>{_WEEKDAY}) \b (?!\ (?:night|newspaper))
    )?
"""
# "Friday 3 to" before "Sunday 5 May": the month stands behind the second
_SPANNED = late(
    rf"""
    \b (?P<weekday>{_WEEKDAY}) ,?\ (?:the\ )? (?P<day>{_DAY})
    \ ? (?: to | until | till | and | through | - | – | — ) \ ?
    (?= {_WEEKDAY} ,?\ (?:the\ )? {_DAY} \ (?:of\ )? {_ANY_MONTH}\b )
    """,
    re.VERBOSE,
)


@cache
def _printed() -> re.Pattern[str]:
    return late(rf"{_LED} (?: {_NAMED} | {_IN_DIGITS} ) {_TRAILED}", re.VERBOSE)


def printed_days(text: str) -> list[PrintedDay]:
    """-> every day printed in full, in text order; a month and a year alone are none."""
    found = [day for match in _printed().finditer(text) if (day := _day(match))]
    return [*_spanned(text, found), *found]


def _spanned(text: str, found: list[PrintedDay]) -> Iterator[PrintedDay]:
    for match in _SPANNED.finditer(text):
        end = next((day for day in found if day.start >= match.end()), None)
        if end and end.start == match.end():
            yield end._replace(
                day=_number(match["day"]),
                weekday=_weekday(match["weekday"]),
                start=match.start(),
                end=match.end("day"),
            )


def _day(match: re.Match[str]) -> PrintedDay | None:
    weekday = match["weekday"] or match["weekday_behind"]
    start, end = match.span()
    number = None if weekday is None else _weekday(weekday)
    if match["iso_year"]:
        year, month, day = (int(match[name]) for name in ("iso_year", "iso_month", "iso_day"))
        return PrintedDay(day, month, year, number, start, end)
    if match["slash_year"]:
        return PrintedDay(
            int(match["a"]), int(match["b"]), int(match["slash_year"]), number, start, end, swapped=True
        )
    name = (match["month"] or match["month_first"]).lower()
    day = _number(match["day"] or match["day_behind"])
    named = int(match["year"]) if match["year"] else None
    return PrintedDay(day, MONTHS[name], named, number, start, end)


def _number(day: str) -> int:
    return int(day.rstrip("stndrh "))


def _weekday(name: str) -> int:
    return [day[:3].lower() for day in WEEKDAYS].index(name[:3].lower())


def falls_on(printed: PrintedDay, year: int) -> bool:
    """Is the day the printed weekday in that year?"""
    try:
        return date(year, printed.month, printed.day).weekday() == printed.weekday
    except ValueError:
        return False

"""A weekday that its date does not fall on.

One of the two is wrong, and readers turn up on the wrong day. Last year's diary, copied, makes most of these.

The year is the one printed with the date; else the year in which the date lies near the day of publication
(`--published`, front matter) or one that the story names; else the year to which the story's own words tie it (“has
slowed down in 2025”), or with which two of its other weekdays agree. A date is an error only where no year that may be
meant fits. Where no year is known, and “ten years earlier”, it is left alone.

Flagged:
    The talks are on Thursday 23 April 2025 in London.
    It was signed on 12 December 2025, a Monday.

Passes:
    The talks are on Wednesday 23 April 2025 in London.
    The talks are on Thursday 23 April.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from numfacts.grammar.days_of_month import MONTHS
from numfacts.grammar.printed_days import WEEKDAYS
from numfacts.judging.verdicts import Judgement
from numfacts.model import Weekday

RELATION = Weekday

LAST_JULIAN = 1923  # Greece changed its calendar then, the last country of Europe to do so
JULIAN_LAG = {1800: 12, 1900: 13}  # days, by century


def judge(told: Weekday) -> Iterator[Judgement]:
    if not 1 <= told.month <= 12 or any(_fits(told, year) for year in told.years):
        return
    for year in told.years:
        day = _day(told, year)
        if day is None:
            continue  # impossible-date says what is wrong with it
        message = f"{_written(day)} is a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[told.weekday]}"
        yield Judgement(told.fact, (), message)
        return


def _fits(told: Weekday, year: int) -> bool:
    day = _day(told, year)
    if day is None:
        return False
    lag = JULIAN_LAG.get(year // 100 * 100, 13) if year <= LAST_JULIAN else 0
    return told.weekday in (day.weekday(), (day + timedelta(days=lag)).weekday())


def _day(told: Weekday, year: int) -> date | None:
    try:
        return date(year, told.month, told.day)
    except ValueError:
        return None


def _written(day: date) -> str:
    month = next(name for name, number in MONTHS.items() if number == day.month)
    return f"{day.day} {month.capitalize()} {day.year}"

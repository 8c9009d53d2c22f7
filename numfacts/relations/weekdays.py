"""Weekdays told with their dates, and the years of which the dates may be.

``Weekday(fact, weekday=3, month=4, day=23, years=(2025,), certain=True)`` of "Thursday 23 April 2025".

The year is the date's own; else those in which the date lies near the day of publication, and every year that the
story names; else, where the story's words tie it to a year, that one.  Without any of these nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from numfacts.grammar.printed_days import PrintedDay, printed_days
from numfacts.grammar.years import present_year, year_spoken_of, years_in
from numfacts.model import Fact, Story, Told, Weekday

NEAR = 120  # days: a weekday is told of dates at hand, and of this one no other year can be meant
FAR = 372
# "said Thursday April 15 would be the last day": the weekday may be that of the saying
SAID = re.compile(
    r"\b(?:said|says|told\ \w+|announced|reported|confirmed|added|warned|ruled|agreed|declared)\ $", re.X
)
# Another year than any that is named: "ten years ago, on Friday 13 May"
ANOTHER_YEAR = re.compile(
    r"\b(?:(?:years?|decades?)\ (?:ago|earlier|later|before|after|previously)|anniversary|that\ year|same\ year)\b",
    re.X,
)
GREGORIAN = 1800  # before it calendars differed from place to place


def read(story: Story) -> Iterator[Weekday]:
    """-> a relation for every date told with its weekday whose year can be known."""
    text = story.document.text[story.document.body :]
    named: frozenset[int] | None = None
    present: int | None = None
    before = ""
    for told in story.sentences:
        for printed in printed_days(told.text):
            fact = _fact_at(told, printed)
            if printed.weekday is None or fact is None or printed.swapped or _of_the_saying(told, printed):
                continue
            if printed.year:
                if printed.year >= GREGORIAN:
                    yield _weekday(fact, printed, (printed.year,), certain=True)
                continue
            if ANOTHER_YEAR.search(told.text) or ANOTHER_YEAR.search(before):
                continue
            if named is None:
                named, present = years_in(text), present_year(text)
            years = _years(printed, story.day, present, named, text)
            if years:
                yield _weekday(fact, printed, years, certain=bool(story.day or present))
        before = told.text


def _weekday(fact: Fact, printed: PrintedDay, years: tuple[int, ...], *, certain: bool) -> Weekday:
    assert printed.weekday is not None
    return Weekday(fact, printed.weekday, printed.month, printed.day, years, certain)


def _fact_at(told: Told, printed: PrintedDay) -> Fact | None:
    start, end = told.start + printed.start, told.start + printed.end
    return next(
        (fact for fact in told.facts if fact.kind == "date" and fact.start < end and start < fact.end), None
    )


def _of_the_saying(told: Told, printed: PrintedDay) -> bool:
    return bool(SAID.search(told.text[: printed.start])) and "(" not in told.text[printed.start : printed.end]


def _years(
    printed: PrintedDay, day: date | None, present: int | None, named: frozenset[int], text: str
) -> tuple[int, ...]:
    """-> the years of which the date may be, the likeliest first; none where nothing is known."""
    if day:
        likely = _near(printed, day)
    elif present:
        likely = _turned(printed.month, present)
    else:
        spoken = year_spoken_of(text)
        likely = [*_turned(printed.month, spoken), spoken + 1] if spoken else []
    if not likely:
        return ()
    return tuple(dict.fromkeys([*likely, *sorted(named)]))


def _turned(month: int, present: int) -> list[int]:
    """A date at the turn of the year may be of the next one or the last."""
    return [present, *([present + 1] if month <= 2 else []), *([present - 1] if month >= 11 else [])]


def _near(printed: PrintedDay, published: date) -> list[int]:
    far: list[tuple[int, int]] = []
    for year in (published.year - 1, published.year, published.year + 1):
        try:
            away = abs((date(year, printed.month, printed.day) - published).days)
        except ValueError:
            continue  # 29 February; a day that never is has a check of its own
        far.append((away, year))
    far.sort()
    if far and far[0][0] <= NEAR:
        return [far[0][1]]
    return [year for away, year in far if away <= FAR]

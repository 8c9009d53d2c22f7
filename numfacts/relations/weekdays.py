"""Weekdays told with their dates, and the years of which the dates may be.

``Weekday(fact, weekday=3, month=4, day=23, years=(2025,))`` of "Thursday 23 April 2025".

The year is the date's own; else those in which the date lies near the day of publication, and every year that the
story names; else, where the story's words tie it to a year or another weekday of the story agrees with one, that one.
Without any of these nothing is said: the latest year that a story names is its own no more often than not.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date
from operator import attrgetter

from numfacts.grammar.late_patterns import late
from numfacts.grammar.printed_days import PrintedDay, falls_on, printed_days
from numfacts.grammar.years import present_year, year_spoken_of, years_in
from numfacts.model import Fact, Story, Told, Weekday

START, END = attrgetter("start"), attrgetter("end")
NEAR = 90  # days: a weekday is told of dates at hand, and of this one no other year can be meant
FAR = 372
# "said Thursday April 15 would be the last day": the weekday may be that of the saying
SAID = late(
    r"\b(?:said|says|told\ \w+|announced|reported|confirmed|added|warned|ruled|agreed|declared)\ $", re.X
)
# Another year than any that is named: "ten years ago, on Friday 13 May"
ANOTHER_YEAR = late(
    r"\b(?:(?:years?|decades?)\ (?:ago|earlier|later|before|after|previously)|anniversary|that\ year|same\ year)\b",
    re.X,
)
# The year beside that of publication: "last year, on Tuesday 23 April"
NEXT_TO_IT = late(
    r"\b(?:last|next|previous|following|coming)\ (?:year|season|spring|summer|autumn|fall|winter)\b",
    re.X | re.I,
)
GREGORIAN = 1800  # before it calendars differed from place to place


def read(story: Story) -> Iterator[Weekday]:
    """-> a relation for every date told with its weekday whose year can be known."""
    yearless: list[tuple[Fact, PrintedDay, bool, frozenset[int]]] = []
    before = ""
    for told in story.sentences:
        another = ANOTHER_YEAR.search(told.text) or ANOTHER_YEAR.search(before)
        named_here = years_in(told.text)
        for fact, printed in _with_weekday(told):
            if printed.year is None and not another:
                beside = bool(NEXT_TO_IT.search(told.text))
                yearless.append((fact, printed, beside, named_here))
            elif printed.year and printed.year >= GREGORIAN:
                yield _weekday(fact, printed, (printed.year,))
        before = told.text
    if yearless:
        text = story.document.text[story.document.body :]
        named = years_in(text)
        present = (
            None if story.day else present_year(text) or _agreed([day for _, day, _, _ in yearless], text)
        )
        for fact, printed, beside, told_with_it in yearless:
            likely = _near(printed, story.day) if story.day else _turned(printed.month, present)
            if beside and likely:
                likely = [*likely, likely[0] - 1, likely[0] + 1]
            if len(likely) == 1 and told_with_it == frozenset(likely):
                yield _weekday(fact, printed, tuple(likely))  # the sentence itself tells the year
            elif likely:
                yield _weekday(fact, printed, tuple(dict.fromkeys([*likely, *sorted(named)])))


def _with_weekday(told: Told) -> Iterator[tuple[Fact, PrintedDay]]:
    for printed in printed_days(told.text):
        fact = _fact_at(told, printed)
        if printed.weekday is None or fact is None or _of_the_saying(told, printed):
            continue
        if not printed.swapped or printed.day > 12:
            yield fact, printed
        elif printed.month > 12:
            yield fact, printed._replace(day=printed.month, month=printed.day)


def _weekday(fact: Fact, printed: PrintedDay, years: tuple[int, ...]) -> Weekday:
    assert printed.weekday is not None
    return Weekday(fact, printed.weekday, printed.month, printed.day, years)


def _fact_at(told: Told, printed: PrintedDay) -> Fact | None:
    start, end = told.start + printed.start, told.start + printed.end
    near = told.facts[bisect_right(told.facts, start, key=END) : bisect_left(told.facts, end, key=START)]
    return next((fact for fact in near if fact.kind == "date"), None)


def _of_the_saying(told: Told, printed: PrintedDay) -> bool:
    return (
        bool(SAID.search(told.text[max(0, printed.start - 40) : printed.start]))
        and "(" not in told.text[printed.start : printed.end]
    )


def _agreed(days: list[PrintedDay], text: str) -> int | None:
    """The year of which a story speaks, where two of its other dates fall on their weekdays in it."""
    spoken = year_spoken_of(text)
    agreeing = {(day.month, day.day) for day in days if spoken and falls_on(day, spoken)}
    return spoken if len(agreeing) > 1 else None


def _turned(month: int, present: int | None) -> list[int]:
    """A date at the turn of the year may be of the next one or the last."""
    if present is None:
        return []
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

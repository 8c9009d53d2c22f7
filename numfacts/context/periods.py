"""When a figure holds: the date or span that its sentence ties to it, as ISO 8601.

"just 1.3 per cent in 2024" -> "2024"; "this year" -> the year of publication; "since 1991" -> "1991/..".
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from numfacts.grammar.dates import Calendar
from numfacts.grammar.days_of_month import MONTHS
from numfacts.grammar.tokens import Tokens
from numfacts.lexicon.words import word_class
from numfacts.model import Mention

THIS = frozenset({"this", "last", "next", "previous", "past"})
SPANS = frozenset({"year", "month", "week", "quarter", "summer", "season", "decade", "century", "night"})
RELATIVE = (
    THIS
    | {"today", "yesterday", "tomorrow", "tonight"}
    | word_class("month", "weekday")
    | {"quarter", "half"}
)
OPENS = RELATIVE | {"first", "second", "third", "fourth"}
QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
SAID = frozenset("said told says announced added reported reports confirmed".split())


DATELINE = 6  # tokens before the date of a dispatch: "NEW DELHI, Nov 1 (BNS) -"
DATELINE_ENDS = frozenset("-–—(")


NOUNS = frozenset("NLEP")  # letters of parts_of_speech


COUNTED = re.compile(r"#[NLA]+")  # a figure and what it counts, in those letters


class Period(NamedTuple):
    first: int
    last: int
    iso: str


def periods_in(tokens: Tokens, mentions: list[Mention], calendar: Calendar) -> list[Period]:
    """-> every dated or relative period of the sentence, in text order."""
    found = [
        _led(tokens, mention)
        for mention in mentions
        if mention.kind == "date" and mention.period and not _not_of_the_figure(tokens, mention)
    ]
    if not RELATIVE.isdisjoint(tokens.vocabulary):
        taken = {k for period in found for k in range(period.first, period.last)}
        places = [k for k, word in enumerate(tokens.words) if word in OPENS and k not in taken]
        found += [period for k in places if (period := _relative(tokens, k, calendar))]
        found.sort()
    return found


def _not_of_the_figure(tokens: Tokens, mention: Mention) -> bool:
    """Of a dispatch (``28 October 2010 - Sales``), a comparison (``than in 2022``), an aside (``, built in 1998,``)"""
    if tokens.words[mention.first - 1] == "than" or tokens.words[
        max(0, mention.first - 2) : mention.first
    ] == ["than", "in"]:
        return True
    if mention.first > 2 and tokens.words[mention.last] == "," == tokens.words[mention.first - 3]:
        verb = tokens.words[mention.first - 2]
        return verb in ("born", "due") or verb.endswith("ed") or verb in word_class("past")
    behind = tokens.words[mention.last]
    return (mention.first == 0 and behind in (":", "|", "_")) or (
        mention.first < DATELINE and behind in DATELINE_ENDS and not tokens.glued(mention.last)
    )


def _led(tokens: Tokens, mention: Mention) -> Period:
    """``since 1991`` -> "1991/.."; ``until 2029`` -> "../2029" (open ends as in ISO 8601-2)."""
    lead, iso = tokens.words[mention.first - 1], mention.period or ""
    if "/" not in iso:
        iso = f"{iso}/.." if lead == "since" else f"../{iso}" if lead in ("until", "till") else iso
    return Period(mention.first, mention.last, iso)


def _relative(tokens: Tokens, k: int, calendar: Calendar) -> Period | None:
    word, following = tokens.words[k], tokens.words[k + 1]
    if word in THIS and following in SPANS:
        iso = _span(word, following, calendar)
        return Period(k, k + 2, iso) if iso else None
    if word in QUARTERS and following in ("quarter", "half") and calendar.year:
        n, months = QUARTERS[word], 3 if following == "quarter" else 6
        if n * months > 12:
            return None
        return Period(
            k, k + 2, f"{calendar.year}-{(n - 1) * months + 1:02d}/{calendar.year}-{n * months:02d}"
        )
    if (
        word in MONTHS
        and tokens.raw[k][:1].isupper()
        and tokens.words[k - 1] in ("in", "since", "last", "during", "of", "by", "for")
    ):
        ahead = tokens.words[k - 1] == "by" or not AHEAD.isdisjoint(tokens.words[max(0, k - NEAR) : k])
        iso = _month(MONTHS[word], calendar, ahead)
        return Period(k, k + 1, f"{iso}/.." if tokens.words[k - 1] == "since" else iso) if iso else None
    if calendar.day and word in ("today", "tonight"):
        return Period(k, k + 1, calendar.day.isoformat())
    if calendar.day and word == "yesterday":
        return Period(k, k + 1, (calendar.day - timedelta(days=1)).isoformat())
    named = tokens.raw[k][:1].isupper() and tokens.words[k - 1] not in (
        "next",
        "last",
        "every",
        "each",
        "this",
        "black",
    )
    if calendar.day and word in word_class("weekday") and named:
        if not SAID.isdisjoint(tokens.words[max(0, k - 4) : k + 2]):
            return None  # the day on which it was said
        return Period(k, k + 1, _weekday(word, calendar.day).isoformat())
    return None


def _span(which: str, span: str, calendar: Calendar) -> str | None:
    step = {"last": -1, "previous": -1, "next": 1}.get(which, 0)
    if span in ("year", "season", "summer") and calendar.year and which != "past":
        return str(calendar.year + step)
    if span == "month" and calendar.day and which != "past":
        month = calendar.day.month - 1 + step
        return f"{calendar.day.year + month // 12}-{month % 12 + 1:02d}"
    if span == "week" and calendar.day and which != "past":
        year, week, _ = (calendar.day + timedelta(weeks=step)).isocalendar()
        return f"{year}-W{week:02d}"
    return None


NEAR = 9  # tokens before a month in which a verb says that it lies ahead
AHEAD = frozenset("will would expected expects expect forecast due scheduled plans until next could".split())


def _month(month: int, calendar: Calendar, ahead: bool) -> str | None:
    """The latest such month that is not ahead of the day of publication; where the sentence looks ahead, the next."""
    if calendar.day is None:
        return None
    year, now = calendar.day.year, calendar.day.month
    return f"{year + (month < now) if ahead else year - (month > now)}-{month:02d}"


def _weekday(name: str, day: date) -> date:
    """The latest such day, the day of publication included."""
    number = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].index(name[:3])
    return day - timedelta(days=(day.weekday() - number) % 7)


def period_of(mention: Mention, periods: list[Period], letters: str) -> str | None:
    """-> the period of the figure's own clause: the first behind it, else the last before it.

    ``letters`` are the parts of speech of the sentence.
    """
    if mention.kind == "date":
        return mention.period
    if mention.period or not periods or not letters:
        return mention.period
    for period in periods:
        if period.first >= mention.last and _reaches(letters, mention, period):
            adjacent = period.first - mention.last < 2
            return period.iso if adjacent and mention.kind == "measure" else _fitting(mention, period.iso)
    for period in reversed(periods):
        if period.last <= mention.first and _covers(letters, period, mention):
            return _fitting(mention, period.iso)
    return None


def _reaches(letters: str, mention: Mention, period: Period) -> bool:
    """``by £123 to £603 in April``, ``12 people died in May``; not ``below the 2021 peak``, ``paid since 1989``"""
    between = letters[mention.last : period.first].removesuffix("S")  # since May
    if letters[period.last : period.last + 1] in NOUNS and between.strip("I(),"):
        return False
    if "#" in between:
        if "," in between and period.iso.endswith("/.."):
            return False  # "stood at 39%, down 4 points since June": the level is of no such stretch
        counted = COUNTED.sub("#", "#" + between)  # "27 goals in 38 games last season"
        return all(letter in "#IRTC(),DE" for letter in counted)
    barred = "GWS;:C" if _opens_clause(letters, mention.first) else "GWS;:CVXQ"
    return not any(letter in barred for letter in between)


def _opens_clause(letters: str, first: int) -> bool:
    """Is there no verb before the figure in its clause?"""
    for k in range(first - 1, max(-1, first - 20), -1):
        if letters[k] in "VXUGQ":
            return False
        if letters[k] in ".;:WS(":
            break
    return True


def _covers(letters: str, period: Period, mention: Mention) -> bool:
    """``In 2024 Spain spent``, ``its 2024 budget took``; not ``built in 1784, it has``, ``began in May; the cap is``"""
    between = letters[period.last : mention.first]
    if any(letter in "WS;:" for letter in between):
        return False
    if letters[: period.first].strip("ID") == "" or not ("," in between or "C" in between):
        return True
    if "C" in between and any(letter in "VX" for letter in letters[mention.last : mention.last + 4]):
        return False  # "fell silent in April, and 22 officers are"
    own = "#" in letters[letters.rfind(",", 0, period.first) + 1 : period.first]
    return not own and "V" not in between and "X" not in between  # "slid on Monday, with oil losing 5%"


def _fitting(mention: Mention, iso: str) -> str | None:
    """A day dates what happens on it, not the size or age of a thing."""
    return None if len(iso) == 10 and mention.kind in ("measure", "duration", "age", "multiple") else iso

"""Calendar dates, years and spans of them, as ISO 8601.

``Thursday 23 April`` -> "2025-04-23" where the story is of 2025; ``from 2017 until 2021`` -> "2017/2021";
``the 1990s`` -> "1990/1999"; ``Sept. 20-24`` -> "2019-09-20/2019-09-24".

Grammar::

    date   = weekday? ","? (day month | month day) ("," year | year)? | month year | iso | day "/" month "/" year
    year   = four digits that stand where a year stands (``Calendar`` says which years are likely)
    span   = ("from" | "between")? date ("to" | "until" | "till" | "and" | "-") date | year "-" two digits
    decade = "1990s" | "'90s"

A day is never checked against its month here: "31 April" is read as written, so that a check can object to it; its
period is none (``exists``), nor is that of a span whose end comes before its start.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from numfacts.grammar.days_of_month import MONTHS, counts_after_month, read_day
from numfacts.grammar.tokens import DASHES, Tokens
from numfacts.grammar.years import is_year
from numfacts.lexicon.words import word_class

UNTIL = frozenset({"to", "until", "till", "through", "and"} | DASHES)


ISO_DATE = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")


class Calendar(NamedTuple):
    """The day that a story is of, as far as it is known, and how its country writes dates."""

    day: date | None  # the published date
    year: int | None  # its year, or the year that the text itself speaks of as the present
    month_first: bool = False  # 12/04/2025 is 4 December


class DateReading(NamedTuple):
    first: int
    last: int
    period: str
    rule: str


def read_date(tokens: Tokens, i: int, calendar: Calendar) -> DateReading | None:
    """-> the date or span that begins at token ``i`` (a weekday, month, number or "from"), or None."""
    word = tokens.words[i]
    first = i
    quarter = _quarter(tokens, i)
    if quarter is not None:
        return quarter
    if word in ("from", "between"):
        i += 1
        days = _days_of_month(tokens, first, calendar)
        if days is not None:
            return days
    start = _one_date(tokens, i, calendar)
    if start is None:
        return None
    joiner = tokens.words[start.last]
    if start.rule == "date.day" and joiner in ("and", "or", "&") and word != "between":
        return _two_days(tokens, start)
    if (joiner in UNTIL or (joiner == "/" and start.rule == "date.year")) and (
        joiner != "and" or word == "between"
    ):
        end = _span_end(tokens, start, calendar)
        if end is not None:
            return DateReading(first, end.last, _span(start.period, end.period), "date.span")
    return start if first == i else None


def _two_days(tokens: Tokens, start: DateReading) -> DateReading:
    """``June 29 and 30 in Brussels``: the second day belongs to the date, unless it counts something."""
    j = start.last + 1
    word, follower = tokens.words[j], tokens.words[j + 1]
    month_first = tokens.words[start.last - 1].isdecimal() and len(tokens.words[start.last - 1]) <= 2
    counts = follower.isalpha() and follower not in word_class("preposition", "conjunction", "auxiliary")
    if not month_first or counts or not word.isdecimal() or not int(start.period[-2:]) < int(word) <= 31:
        return start
    return DateReading(start.first, j + 1, f"{start.period}/{start.period[:-2]}{int(word):02d}", "date.span")


def _span(start: str, end: str) -> str:
    """``2017``, ``2021`` -> "2017/2021"; the end of one span and the start of the other are what counts."""
    return f"{start.split('/')[0]}/{end.split('/')[-1]}"


def _span_end(tokens: Tokens, start: DateReading, calendar: Calendar) -> DateReading | None:
    j = start.last + 1
    word = tokens.words[j]
    dashed = tokens.words[start.last] in DASHES
    if (
        start.rule == "date.year"
        and (dashed or tokens.words[start.last] == "/")
        and word.isdecimal()
        and len(word) == 2
        and tokens.glued(j)
    ):
        year = int(start.period[:2] + word)  # 2017-18
        return (
            DateReading(j, j + 1, str(year), "date.year")
            if year == int(start.period) + 1 or year > int(start.period)
            else None
        )
    if start.rule == "date.day" and dashed and word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31:
        return DateReading(j, j + 1, f"{start.period[:-2]}{int(word):02d}", "date.day")  # Sept. 20-24
    end = _one_date(tokens, j, calendar, after_year=start.rule == "date.year")
    if end is None or (
        start.rule == "date.year"
        and end.rule == "date.year"
        and tokens.words[start.last] == "and"
        and tokens.words[start.first - 1] != "between"
    ):
        return None
    return end


def _one_date(tokens: Tokens, i: int, calendar: Calendar, *, after_year: bool = False) -> DateReading | None:
    word = tokens.words[i]
    if word in word_class("weekday"):
        if not tokens.raw[i][:1].isupper():
            return None
        j = _behind_weekday(tokens, i)
        inner = _day_and_month(tokens, j, calendar) or _numeric(tokens, j, calendar)
        inner = inner or _weekday_span(tokens, j, calendar)
        return inner._replace(first=i) if inner else None
    if word in MONTHS or word[:1].isdigit():
        found = _day_and_month(tokens, i, calendar) or _numeric(tokens, i, calendar)
        if found:
            return found
    if word[:1].isdigit():
        return _year(tokens, i, after_year)
    if word in ("'", "’", "‘"):
        return _decade(tokens, i)
    return None


def _behind_weekday(tokens: Tokens, i: int) -> int:
    j = i + 1
    while tokens.words[j] in (",", ".", "the"):
        j += 1
    return j


def _weekday_span(tokens: Tokens, j: int, calendar: Calendar) -> DateReading | None:
    """``Friday 3 to Sunday 5 May``, from the first day on: the month stands behind the second."""
    if not tokens.words[j].isdecimal() or len(tokens.words[j]) > 2:
        return None
    day, k = read_day(tokens, j)
    if not day or tokens.words[k] not in UNTIL or tokens.words[k + 1] not in word_class("weekday"):
        return None
    end = _day_and_month(tokens, _behind_weekday(tokens, k + 1), calendar)
    if end is None or end.rule != "date.day":
        return None
    return DateReading(j, end.last, f"{_with_day(end.period, day)}/{end.period}", "date.span")


def _day_and_month(tokens: Tokens, i: int, calendar: Calendar) -> DateReading | None:
    """``23 April``, ``23rd of April 2025``, ``April 23, 2025``, ``Feb. 2022``, ``10-12 March``."""
    words_, j = tokens.words, i
    day = None
    if words_[j].isdecimal() and len(words_[j]) <= 2:
        day, j = read_day(tokens, j)
        if day and words_[j] in DASHES and words_[j + 1].isdecimal() and _month(tokens, j + 2):
            start = _day_and_month(tokens, j + 1, calendar)  # "10-12 March": the month stands behind the span
            return (
                DateReading(i, start.last, f"{_with_day(start.period, day)}/{start.period}", "date.span")
                if start
                else None
            )
        if words_[j] == "of":
            j += 1
    month = _month(tokens, j)
    if not month or (i != j and not day):
        return None
    stopped = (
        words_[j + 1] == "."
        and words_[j + 2][:1].isdigit()
        and words_[j] not in ("may", "march", "june", "july")
    )
    j += 2 if stopped else 1
    if day is None and words_[j].isdecimal() and len(words_[j]) <= 2:
        day, k = read_day(tokens, j)
        if day and not (tokens.glued(k) and words_[k][:1].isalpha()) and not counts_after_month(tokens, i, k):
            j = k
        else:
            day = None
    year, j = _trailing_year(tokens, j, day is not None)
    if year is None and day is None:
        return None
    rule = "date.day" if day else "date.month"
    return DateReading(i, j, _iso(year or _year_near(calendar, month, day), month, day), rule)


def _year_near(calendar: Calendar, month: int, day: int | None) -> int | None:
    """The year of a date told without one: December in a story of January is the last one."""
    if calendar.day is None:
        return calendar.year
    ahead = (month - calendar.day.month) * 30 + (day or 15) - calendar.day.day
    return calendar.day.year - (ahead > 150) + (ahead < -250)


QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}


def _quarter(tokens: Tokens, i: int) -> DateReading | None:
    """``fourth quarter of 2024``, ``Q4 2024``, ``first half of 2023`` -> "2024-10/2024-12"."""
    word, j = tokens.words[i], i + 2
    if word == "fy":
        return _fiscal_year(tokens, i)
    if (
        word in ("q", "h")
        and tokens.glued(i + 1)
        and tokens.words[i + 1] in ("1", "2", "3", "4")
        and tokens.raw[i].isupper()
    ):
        number, months = int(tokens.words[i + 1]), 3 if word == "q" else 6
    elif word in QUARTERS and tokens.words[i + 1] in ("quarter", "half"):
        months = 3 if tokens.words[i + 1] == "quarter" else 6
        number = min(QUARTERS[word], 12 // months)
    else:
        return None
    if tokens.words[j] == "of":
        j += 1
    year = tokens.words[j]
    if len(year) != 4 or not year.isdecimal() or number * months > 12:
        return None
    return DateReading(
        i, j + 1, f"{year}-{(number - 1) * months + 1:02d}/{year}-{number * months:02d}", "date.quarter"
    )


def _fiscal_year(tokens: Tokens, i: int) -> DateReading | None:
    """``FY15``, ``FY'11``, ``FY 2019`` -> the year that it is named for."""
    j = i + 2 if tokens.words[i + 1] in ("'", "’", "‘") else i + 1
    year = tokens.words[j]
    if not year.isdecimal() or len(year) not in (2, 4):
        return None
    return DateReading(i, j + 1, year if len(year) == 4 else f"20{year}", "date.fiscal_year")


def _days_of_month(tokens: Tokens, i: int, calendar: Calendar) -> DateReading | None:
    """``from 2 to 5 June``: the month stands behind the second day only."""
    day = tokens.words[i + 1]
    if not (
        day.isdecimal() and len(day) <= 2 and tokens.words[i + 2] in UNTIL and tokens.words[i + 3].isdecimal()
    ):
        return None
    end = _day_and_month(tokens, i + 3, calendar)
    if end is None or end.rule != "date.day" or not 1 <= int(day) <= 31:
        return None
    return DateReading(i, end.last, f"{_with_day(end.period, int(day))}/{end.period}", "date.span")


def _with_day(period: str, day: int) -> str:
    return f"{period[:-2]}{day:02d}"


WORDS_TOO = frozenset({"may", "march", "mar"})


def _month(tokens: Tokens, j: int) -> int | None:
    """May and March are months with a capital letter, or before a day and a year: "due may 15, 1999"."""
    word = tokens.words[j]
    if word not in WORDS_TOO or tokens.raw[j][:1].isupper():
        return MONTHS.get(word)
    dated = tokens.words[j + 1].isdecimal() and tokens.words[j + 2] == "," and len(tokens.words[j + 3]) == 4
    return MONTHS[word] if dated and tokens.words[j + 3].isdecimal() else None


def _trailing_year(tokens: Tokens, j: int, has_day: bool) -> tuple[int | None, int]:
    k = j + 1 if tokens.words[j] == "," else j
    word = tokens.words[k]
    if (
        len(word) == 4
        and word.isdecimal()
        and 1000 <= int(word) <= 2199
        and not (tokens.glued(k + 1) and tokens.words[k + 1][:1].isalpha())
    ):
        return int(word), k + 1
    return None, j


def _iso(year: int | None, month: int, day: int | None) -> str:
    """Without any year --04-23, which ``read_date`` leaves out in the end: ISO 8601 has no such date since 2004."""
    written = f"{year:04d}-{month:02d}" if year else f"--{month:02d}"
    return f"{written}-{day:02d}" if day else written


def _numeric(tokens: Tokens, i: int, calendar: Calendar) -> DateReading | None:
    """``2025-04-22``, ``22/04/2025`` (day first unless that cannot be), ``22.04.2025``."""
    if tokens.words[i + 1] not in ("-", "/") and tokens.words[i].count(".") != 2:
        return None
    match = ISO_DATE.match(tokens.text, tokens.starts[i])
    if match:
        last = i + 5
        return (
            DateReading(i, last, match.group(), "date.day") if tokens.ends[last - 1] == match.end() else None
        )
    parts = [tokens.words[i], tokens.words[i + 2], tokens.words[i + 4]]
    if tokens.words[i + 1] == "/" == tokens.words[i + 3] and all(part.isdecimal() for part in parts):
        a, b, year = (int(part) for part in parts)
        day, month = (a, b) if (b <= 12 and not (calendar.month_first and a <= 12)) else (b, a)
        if len(parts[2]) == 4 and 1 <= month <= 12 and 1 <= day <= 31:
            return DateReading(i, i + 5, _iso(year, month, day), "date.day")
        if 1900 <= year <= 2099 and len(parts[0]) <= 2 >= len(parts[1]) and day and month:
            return DateReading(i, i + 5, _iso(year, month, day), "date.day")  # 31/31/2024: no such date
    dotted = tokens.words[i].split(".")
    if (
        len(dotted) == 3
        and len(dotted[2]) == 4
        and all(part.isdecimal() for part in dotted)
        and 1 <= int(dotted[1]) <= 12
        and 1 <= int(dotted[0]) <= 31
    ):
        return DateReading(i, i + 1, _iso(int(dotted[2]), int(dotted[1]), int(dotted[0])), "date.day")
    return None


def _year(tokens: Tokens, i: int, after_year: bool) -> DateReading | None:
    """``2019`` where a year stands; ``1990s``, ``1800s``."""
    word = tokens.words[i]
    if len(word) != 4 or not word.isdecimal():
        return None
    year = int(word)
    if tokens.words[i + 1] == "s" and tokens.glued(i + 1):
        return _decade(tokens, i)
    if not is_year(tokens, i, year, after_year):
        return None
    return DateReading(i, i + 1, word, "date.year")


@cache
def _decades() -> re.Pattern[str]:
    return re.compile(r"(?:\d{3})0")


def _decade(tokens: Tokens, i: int) -> DateReading | None:
    """``1990s`` (a century's first decade read as such), ``'90s`` as 1990s."""
    word, last = tokens.words[i], i + 2
    if word in ("'", "’", "‘"):
        word, last = "19" + tokens.words[i + 1], i + 3
        if tokens.words[i + 2] != "s" or not tokens.glued(i + 1) or not tokens.glued(i + 2):
            return None
    if len(word) != 4 or not _decades().fullmatch(word):
        return None
    return DateReading(i, last, f"{word}/{int(word) + 9}", "date.decade")

"""The births, deaths and other days of a life that a text prints, to the year at least.

``births("She was born in Leeds on 3 May 1950")`` -> one day: 1950, 5, 3, and where "3 May 1950" stands.
``lived("Ana Ruiz (1950-2001)")`` -> the two years.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from numfacts.grammar.days_of_month import MONTHS
from numfacts.grammar.late_patterns import late


class LifeDay(NamedTuple):
    """A year at least; ``start`` and ``end`` in the text, ``lead`` where the words before it begin: "born in"."""

    year: int
    month: int | None
    day: int | None
    start: int
    end: int
    printed: str
    lead: int = 0


_MONTH = "|".join(sorted((name.capitalize() for name in MONTHS), key=len, reverse=True))
NO_PERSON = late(rf"\b(?:He|She|The|In|On|At|Born|It|His|Her|{_MONTH})\b")
DATE = rf"""
    (?: (?P<day>\d\d?)(?:st|nd|rd|th)?\ (?:of\ )?(?=[A-Z]) )?
    (?: (?P<month>{_MONTH})\b\.?\ (?:(?P<day_behind>\d\d?)(?:st|nd|rd|th)?,?\ )? )?
    (?P<year>1[89]\d\d|20\d\d)(?![\d%]|[.,]\d|s\b)
"""
_PLACE = r"(?:in|at|near|outside)\ (?:the\ )?[A-Z][\w’'-]*(?:,?\ [A-Z][\w’'-]*){0,3},?\ "
# "was born in Leeds on 3 May 1950", "(born 1950)", "b. 1950", "born Ana Lopez in 1950", "his birth in 1950"
_BIRTH = late(
    rf"""
    \b (?: (?:[Bb]orn|b\.)
           (?: \ (?!{_MONTH})[A-Z][\w’'-]+ ){{0,3}}
           (?: \ (?:in)?to\ [^,.;()\d]{{3,40}}?\ (?:family|household|parents|couple) )?
         | (?:[Hh]is|[Hh]er|(?:whose\ )?[Dd]ate\ of)\ birth (?:\ is|\ was)? ) (?: : | , )? [ ]
    (?:{_PLACE})?(?:(?:in|on)\ )?(?:{_PLACE})?(?:(?:in|on)\ )?(?P<date>{DATE})""",
    re.VERBOSE,
)
_LIFE_SPAN = late(r"\((?P<born>1[89]\d\d|20\d\d) ?[-–—] ?(?P<died>1[89]\d\d|20\d\d)\)")
_DIED = late(
    rf"""\b(?:died|dies|passed\ away|death|killed|murdered|assassinated|executed|shot\ dead)\b
    (?: [^.;]{{0,60}}?\b(?:in|on) | ,? ) \ (?P<date>{DATE})""",
    re.VERBOSE,
)


def births(text: str) -> list[LifeDay]:
    """-> the birth dates of a text."""
    return [life_day(match) for match in _BIRTH.finditer(text)]


def deaths(text: str) -> list[LifeDay]:
    """-> the dates of deaths."""
    return [life_day(match) for match in _DIED.finditer(text)]


def lived(text: str) -> tuple[LifeDay, LifeDay] | None:
    """``(1950-2001)``: a birth and a death."""
    span = _LIFE_SPAN.search(text)
    if span is None:
        return None
    born, died = (
        LifeDay(int(span[name]), None, None, span.start(name), span.end("died"), span[name], span.start())
        for name in ("born", "died")
    )
    return born, died


def life_day(match: re.Match[str]) -> LifeDay:
    """-> the day of a match of a pattern that holds ``DATE``, named ``date``."""
    day = match["day"] or match["day_behind"]
    return LifeDay(
        int(match["year"]),
        MONTHS[match["month"].lower()] if match["month"] else None,
        int(day) if day and match["month"] else None,
        match.start("date"),
        match.end("date"),
        match["date"],
        match.start(),
    )

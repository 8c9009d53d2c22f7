"""The ages that a sentence tells, the day of which each is told, and what age is possible on it.

``told_with("She won the cup in 1980, aged 25.", 25)`` -> 1980; of "the 25-year-old" there is no such day, and the day
of the story is taken instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from numfacts.grammar.days_of_month import MONTHS
from numfacts.grammar.late_patterns import late
from numfacts.grammar.printed_lives import DATE, LifeDay, deaths, life_day
from numfacts.grammar.years import present_year, year_spoken_of, years_in
from numfacts.model import Fact, Life, Told

# Whose age or birth a sentence may tell that names somebody else.
KIN_NOUNS = (
    r"sons?|daughters?|fathers?|mothers?|wife|widow(?:er)?|husband|brothers?|sisters?|twins?|parents?|partner|grand\w+|uncle"
    r"|aunt|nephew|niece|cousins?|successor|predecessor|rival|colleague|couple"
)
OLDEST = 115  # an age past it is impossible-value's


class Present(NamedTuple):
    """The day of a story, where it is known, and the years that it names."""

    day: date | None
    year: int | None  # in which it was written
    spoken_of: int | None  # the latest that it names
    named: tuple[int, ...]


def present_of(text: str, day: date | None) -> Present:
    """-> when a story was told, so far as it is known."""
    year = day.year if day else present_year(text)
    return Present(day, year, year_spoken_of(text), tuple(sorted(years_in(text))))


_THAT_DAY = late(rf"\b(?:[Ii]n|[Oo]n)\ (?P<date>{DATE}),?\ (?:when\ )?$", re.VERBOSE)
_THAT_DAY_BEHIND = late(rf"\ ?,?\ (?:in|on)\ (?P<date>{DATE})", re.VERBOSE)
# "was 30" → " when she won the prize in 2000"
_WHEN_BEHIND = late(rf"\ when\ (?:he|she)\ [a-z][^.,;()\d]{{2,60}}?\ (?:in|on)\ (?P<date>{DATE})", re.VERBOSE)
# "In 1990 she became mayor at the age of" → "36"; "At her death in 2010 she was" → "70"
_LED_BY_DAY = late(
    rf"""
    (?:At\ (?:his|her|the\ time\ of\ (?:his|her))\ death\ )?
    (?:[Ii]n|[Oo]n)\ (?P<date>{DATE}),?\ (?:he|she)\ [^.;:\d]{{2,80}}$
    """,
    re.VERBOSE,
)
# "won the seat in 1987 when she was" → "37"
_WHEN_BEFORE = late(
    rf"\b(?:in|on)\ (?P<date>{DATE}),?\ when\ (?:he|she)\ was\ (?:only\ |just\ )?$", re.VERBOSE
)
_WHEN_DEAD = late(r" when (?:he|she) (?:died|was killed)\b")
_WAS = late(r"\b(?:was|is|made (?:him|her)|,) (?:only |just |about |still )?$")
_AT_THE_AGE = late(r"\b(?:aged|at|at the age of|at age|age) (?:just |only )?$", re.IGNORECASE)
_AT_THE_AGE_WITHIN = late(r"(?:at|aged|age)\b", re.IGNORECASE)
_APPOSED = late(r"(?:\b[A-Z][\w’'-]+|\bwho is), aged $|, who is aged $")
_TURNED = late(r"\b(?:turned|turns|turning|turn)\ (?:just\ )?$", re.VERBOSE)
_MONTHS_IN_FULL = [name.capitalize() for name in MONTHS if len(name) > 3 or name == "may"]
_TURNING_BEHIND = late(
    rf"""
    \ (?P<year>(?:earlier\ |later\ )?this\ year)\b
    | \ (?P<lately>(?:last|this|next)\ (?:week|weekend|month)|yesterday|today|tomorrow)\b
    | \ (?:in|on)\ (?:\d\d?\ )?(?P<month_told>{"|".join(_MONTHS_IN_FULL)})\b(?!\ \d\d\d\d)
    """,
    re.VERBOSE,
)
_AT_THE_TIME = late(r"[^.;()]{0,25}?\b(?:at the time|back then|at that time|when)\b")
_THEN = late(r"\bthen,? (?:an? |aged )?$|\b(?:was|were) (?:then |only |just )?(?:an? |the )?$|had she|would ")
_HAS_DIED = late(r"\bhas died\b|\bdied (?:on|this|last|yesterday|earlier|at the weekend|peacefully)\b")
# A bare number that can only be an age: "The judge," → "40" → ", lives"
_SHAPED_BEFORE = late(
    r"(?:[a-z’'-]{3,},|\b[Nn]ow|\bturn(?:s|ed|ing)?|\bAge:|\b(?:made|making|makes) (?:him|her)|\bis|[A-Z][\w’'-]+,) $"
)
_SHAPED_BEHIND = late(r"[,.;)]|$|\ \(|\ and\ |\ when\ |\ in\ [A-Z1-2]|\ this\ |\ next\ ", re.VERBOSE)


def ages_of(told: Told) -> list[Fact]:
    """-> the ages in years of a sentence, and the bare numbers that must be ages."""
    return [
        fact
        for fact in told.facts
        if fact.value is not None and 5 <= fact.value <= OLDEST and _is_age(told, fact)
    ]


def _is_age(told: Told, fact: Fact) -> bool:
    if fact.kind == "age":
        return fact.unit == "year"
    if fact.kind != "number" or fact.unit or fact.counted or not (fact.value or 0.5).is_integer():
        return False
    start, end = fact.start - told.start, fact.end - told.start
    if re.search(r"\bdied\b[^.;]{0,60} at $", told.text[max(0, start - 80) : start]):
        return re.match(r"[.,;)]|$", told.text[end:]) is not None
    return bool(
        _SHAPED_BEFORE.search(told.text[max(0, start - 40) : start]) and _SHAPED_BEHIND.match(told.text, end)
    )


def at_the_age(told: Told, age: Fact, *, but_apposed: bool = False) -> bool:
    """Is it told of something that happened then: "left school at 16"?  "Ana Ruiz, aged 65, …" need not be."""
    before = told.text[: age.start - told.start]
    if but_apposed and _APPOSED.search(before[-40:]):
        return False
    if but_apposed and age.text.startswith("aged") and re.search(r"[A-Z][\w’'-]+, $", before[-40:]):
        return False
    return bool(_AT_THE_AGE.search(before[-40:]) or _AT_THE_AGE_WITHIN.match(age.text))


def turned(told: Told, age: Fact) -> bool:
    return bool(_TURNED.search(told.text[: age.start - told.start][-40:]))


def in_the_past(told: Told, age: Fact) -> bool:
    """``then 40``, ``who was 40 at the time``; not of somebody who has died now."""
    start, end = age.start - told.start, age.end - told.start
    if _AT_THE_TIME.match(told.text, end):
        return True
    return bool(_THEN.search(told.text[max(0, start - 40) : start]))


def when_dead(told: Told, age: Fact) -> bool:
    """``was 73 when she died``"""
    return bool(_WHEN_DEAD.match(told.text, age.end - told.start))


def told_with(told: Told, age: Fact, born: LifeDay, day: date | None = None) -> LifeDay | None:
    """-> the day of which the age is told, where it stands with it."""
    start, end = age.start - told.start, age.end - told.start
    before = told.text[:start]
    behind = _THAT_DAY_BEHIND.match(told.text, end)
    found: re.Match[str] | None
    if turned(told, age):
        found = behind or re.match(rf"(?:In|On)\ (?P<date>{DATE}),?\ ", told.text, re.VERBOSE)
        if found:
            return _unless(born, life_day(found))
        return _turning_now(told, end, day)
    then = behind or _WHEN_BEHIND.match(told.text, end)
    if then and _WAS.search(before[-40:]):
        return life_day(then)
    at = max(0, start - 80)
    if found := _WHEN_BEFORE.search(before[at:]):
        there = life_day(found)
        return _unless(born, there._replace(start=there.start + at, end=there.end + at))
    if (
        not at_the_age(told, age)
        and not when_dead(told, age)
        and not re.match(r"At (?:his|her|the time of (?:his|her)) death", before)
    ):
        return None
    lead = re.sub(r"\b(?:aged|at the age of|at age|at|age)(?: just| only)? $", "", before)
    died = [there for there in deaths(told.text) if there.start != born.start]
    if behind:
        return _unless(born, life_day(behind))
    found = _THAT_DAY.search(lead[-60:]) or _LED_BY_DAY.match(lead)
    if found:
        shift = max(0, len(lead) - 60) if found.re is _THAT_DAY else 0
        there = life_day(found)
        return _unless(born, there._replace(start=there.start + shift, end=there.end + shift))
    return died[0] if len(died) == 1 else None


def _unless(born: LifeDay, when: LifeDay) -> LifeDay | None:
    return None if when.start == born.start else when


def _turning_now(told: Told, end: int, day: date | None) -> LifeDay | None:
    """``turned 40 this year``, ``will turn 60 in August``: the year of the story."""
    behind = _TURNING_BEHIND.match(told.text, end)
    if behind is None or day is None:
        return None
    if behind["lately"] and not 1 < day.month < 12:
        return None
    if behind["month_told"] and MONTHS[behind["month_told"].lower()] < day.month:
        return None  # of this year or of the next
    return LifeDay(day.year, None, None, behind.start(), behind.end(), str(day.year))


def life_then(
    told: Told, birth: Told, age: Fact, born: LifeDay, when: LifeDay, fuzzy: int = 0
) -> Iterator[Life]:
    """-> what age is possible on that day; ``fuzzy`` years less where it may have been told earlier."""
    fact = fact_at(birth, born.start)
    if fact is None or when.year < born.year:
        return
    least, most = when.year - born.year - 1, when.year - born.year
    if born.month and when.month and born.month != when.month:
        least = most = most if when.month > born.month else least
    elif born.month and when.month and born.day and when.day:
        least = most = most if when.day >= born.day else least
    preposition = "on" if when.day else "in"
    yield Life(age, fact, max(0, least - fuzzy), max(0, most), f"{preposition} {when.printed}")


def life_turning(
    told: Told, age: Fact, value: int, born: LifeDay, when: LifeDay, birth: Told | None = None
) -> Iterator[Life]:
    """-> the one birthday of that year."""
    fact = fact_at(birth or told, born.start)
    if fact and when.year >= born.year:
        years = when.year - born.year
        yield Life(age, fact, years, years, f"in {when.year}")


def life_now(
    told: Told,
    birth: Told,
    age: Fact,
    born: LifeDay,
    present: Present,
    *,
    dead: bool = False,
    sure: bool = True,
) -> Iterator[Life]:
    """An age told of the day of the story: the day where it is known, or any year that the story names.

    Of the ``dead`` it is the age on a day some weeks or months earlier.  Where it is not ``sure`` that the present is
    spoken of, the day must be known.
    """
    fact = fact_at(birth, born.start)
    if fact is None or age.value is None:
        return
    fits = [year for year in present.named if year > born.year and 0 <= year - born.year - age.value <= 1]
    if fits:
        year = fits[-1]
    elif present.year is not None:
        year = present.year
    elif not sure:
        return
    else:
        latest = present.spoken_of
        if latest is None or age.value + born.year + 1 >= latest or latest <= born.year:
            return  # the story may be of a later year than any that it names
        year = latest
    when = LifeDay(year, None, None, 0, 0, str(year))
    day = present.day
    if not dead and day and year == day.year and born.month and born.month != day.month:
        when = when._replace(month=day.month)
    yield from life_then(told, birth, age, born, when, fuzzy=int(dead))


def fact_at(told: Told, at: int) -> Fact | None:
    return next((fact for fact in told.facts if fact.start <= told.start + at < fact.end), None)

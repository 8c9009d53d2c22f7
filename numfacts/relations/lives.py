"""Ages told with the birth date of the same person, and the ages that are possible when each was told.

``Life(age=60, born=1950, least=50, most=51, told="in 2001")`` of "He was born in 1950 and died in 2001 aged 60."

An age is of the day that stands with it ("died in 2001 aged 60", "turned 65 in 2015"); else, as in "born in 1950, the
65-year-old", of the day of publication or the year of which the story speaks, or of any year that it names.  Birth and
age are taken together only where no other person comes between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from numfacts.grammar.days_of_month import MONTHS
from numfacts.grammar.years import present_year, year_spoken_of, years_in
from numfacts.model import Fact, Life, Story, Told


class _Day(NamedTuple):
    """A year at least; ``start`` and ``end`` in the sentence."""

    year: int
    month: int | None
    day: int | None
    start: int
    end: int
    printed: str


_MONTH = "|".join(sorted((name.capitalize() for name in MONTHS), key=len, reverse=True))
_DATE = rf"""
    (?: (?P<day>\d\d?)(?:st|nd|rd|th)?\ (?:of\ )?(?=[A-Z]) )?
    (?: (?P<month>{_MONTH})\b\.?\ (?:(?P<day_behind>\d\d?)(?:st|nd|rd|th)?,?\ )? )?
    (?P<year>1[89]\d\d|20\d\d)(?![\d%]|[.,]\d|s\b)
"""
_PLACE = r"(?:in|at|near)\ (?:the\ )?[A-Z][\w’'-]*(?:,?\ [A-Z][\w’'-]*){0,3},?\ "
# "was born in Leeds on 3 May 1950", "(born 1950)", "b. 1950"
_BIRTH = re.compile(
    rf"\b(?:[Bb]orn|b\.)\ (?:{_PLACE})?(?:(?:in|on)\ )?(?:{_PLACE})?(?P<date>{_DATE})", re.VERBOSE
)
_LIFE_SPAN = re.compile(r"\((?P<born>1[89]\d\d|20\d\d) ?[-–—] ?(?P<died>1[89]\d\d|20\d\d)\)")
_DIED = re.compile(
    rf"\b(?:died|dies|passed\ away|death)\b[^.;]{{0,60}}?\b(?:in|on)\ (?P<date>{_DATE})", re.VERBOSE
)
_DEATH = re.compile(r"\b(?:died|dies|passed away|dead)\b")
_THAT_DAY = re.compile(rf"\b(?:[Ii]n|[Oo]n)\ (?P<date>{_DATE}),?\ (?:when\ )?$", re.VERBOSE)
_THAT_DAY_BEHIND = re.compile(rf"\ ?,?\ (?:in|on)\ (?P<date>{_DATE})", re.VERBOSE)
# "was 30" → " when she won the prize in 2000"
_WHEN_BEHIND = re.compile(
    rf"\ when\ (?:he|she)\ [a-z][^.,;()\d]{{2,60}}?\ (?:in|on)\ (?P<date>{_DATE})", re.VERBOSE
)
_WAS = re.compile(r"\b(?:was|is) (?:only |just |about )?$")
_AT_THE_AGE = re.compile(r"\b(?:aged|at|at the age of|at age|age) (?:just |only )?$", re.IGNORECASE)
_AT_THE_AGE_WITHIN = re.compile(r"(?:at|aged|age)\b", re.IGNORECASE)
_TURNED = re.compile(r"\b(?:turned|turns|turning|will turn)\ $", re.VERBOSE)
_BIRTHDAY = re.compile(
    rf"(?P<age>\b\d{{1,3}})(?:st|nd|rd|th)\ birthday,?\ (?:in|on)\ (?P<date>{_DATE})", re.VERBOSE
)
_KIN = re.compile(
    r"\b(?:sons?|daughters?|fathers?|mothers?|wife|widow(?:er)?|husband|brothers?|sisters?|child(?:ren)?|twins?|parents?|partner"
    r"|grand\w+|uncle|aunt|nephew|niece|cousins?|successor|predecessor|succeeded|couple|baby|babies|rival|colleague|namesake"
    r"|would (?:have|be)|anniversary|character|fiction\w*)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"(?<!in )(?<!at )(?<!of )(?<!near )(?<!from )(?<!, )\b[A-Z][a-z]+")
_NO_NAMES = re.compile(rf"\b(?:He|She|The|In|On|At|Born|It|His|Her|{_MONTH})\b")
# "The 65-year-old" → " singer, who was born in" and "Ana Ruiz, 65" → ", born in"
_THEN_BORN = re.compile(
    r"""
    (?: \ (?!has|had|have|with|and|whose|of\b|said|is\b|was\b)[\w’'-]+ ){0,4}
    (?: ,\ (?:who\ (?:was|is)\ )? | \ who\ (?:was|is)\ | \ \(
      | ,?\ (?:was|and\ was|is)\ ) $
    """,
    re.VERBOSE,
)
# "Born in 1950" → ", the" → "65-year-old"
_THEN_AGED = re.compile(
    r"""
    (?: \ (?:in|at|near|to|into|under|as|and\ (?:raised|brought\ up|educated)\ in)\ [^,;.()]{2,40} ){0,2} ,
    \ (?:the|this|[Tt]hat)\ $
    """,
    re.VERBOSE,
)
_NOW = re.compile(r"[^.;()]{0,40}?\b(?:is|and is|he is|she is),? (?:now|today|currently)?,? ?$")
_SAME_PERSON = re.compile(r"(?:He|She|Born)\b")
OLDEST = 115  # an age past it is impossible-value's


def read(story: Story) -> Iterator[Life]:
    """-> the ages that stand in one sentence with a birth date, or in the one beside it."""
    text = story.document.text[story.document.body :]
    if "born" not in text and "Born" not in text and not _LIFE_SPAN.search(text) and "b. " not in text:
        return
    last: Told | None = None
    for told in story.sentences:
        lives = list(_in_one_sentence(told, text, story.day))
        if not lives and last is not None:
            lives = list(_in_two(last, told, text, story.day))
        yield from lives
        last = told


def _in_one_sentence(told: Told, text: str, day: date | None) -> Iterator[Life]:
    if _KIN.search(told.text):
        return
    births = [_day(match, "date") for match in _BIRTH.finditer(told.text)]
    ages = _ages(told)
    span = _LIFE_SPAN.search(told.text)
    if span and len(ages) == 1 and not births and _DEATH.search(told.text) and _at_the_age(told, ages[0]):
        born = _Day(int(span["born"]), None, None, span.start("born"), span.end("died"), span["born"])
        died = _Day(int(span["died"]), None, None, span.start("died"), span.end("died"), span["died"])
        yield from _life(told, told, ages[0], born, died)
    if len(births) != 1:
        return
    (born,) = births
    for match in _BIRTHDAY.finditer(told.text):
        fact = _fact_at(told, match.start("age"))
        if fact and not _someone_between(told.text, born.end, match.start()):
            yield from _turning(told, fact, int(match["age"]), born, _day(match, "date"))
    if len(ages) != 1:
        return
    (age,) = ages
    when = _told_with(told, age, born)
    start, end = age.start - told.start, age.end - told.start
    if when is not None:
        if not _someone_between(told.text, min(born.end, end), max(born.start, start)):
            if _TURNED.search(told.text[:start]):
                yield from _turning(told, age, int(age.value or 0), born, when)
            else:
                yield from _life(told, told, age, born, when)
        return
    birth = _BIRTH.search(told.text)
    assert birth
    between = told.text[end : birth.start()] if end <= birth.start() else told.text[born.end : start]
    tied = (
        _THEN_BORN.fullmatch(between)
        if end <= birth.start()
        else _THEN_AGED.fullmatch(between) or _NOW.fullmatch(between)
    )
    if tied and not _at_the_age(told, age):
        yield from _of_now(told, told, age, born, text, day)


def _in_two(first: Told, second: Told, text: str, day: date | None) -> Iterator[Life]:
    """``He died in 2001 aged 60. He was born in 1950.`` and ``Ana Ruiz was born in 1950. The 65-year-old …``"""
    if _KIN.search(first.text) or _KIN.search(second.text):
        return
    for birth, other in ((first, second), (second, first)):
        births = [_day(match, "date") for match in _BIRTH.finditer(birth.text)]
        ages = _ages(other)
        if len(births) != 1 or len(ages) != 1 or _ages(birth) or _BIRTH.search(other.text):
            continue
        named = _names(first.text[:60])
        again = _SAME_PERSON.match(second.text) or any(second.text.startswith(name) for name in named)
        when = _told_with(other, ages[0], births[0])
        if when is not None and again:
            yield from _life(other, birth, ages[0], births[0], when)
        elif other is second and re.match(r"The $", other.text[: ages[0].start - other.start]):
            yield from _of_now(other, birth, ages[0], births[0], text, day)


def _ages(told: Told) -> list[Fact]:
    return [
        fact
        for fact in told.facts
        if fact.kind == "age" and fact.unit == "year" and fact.value is not None and 5 <= fact.value <= OLDEST
    ]


def _at_the_age(told: Told, age: Fact) -> bool:
    return bool(_AT_THE_AGE.search(told.text[: age.start - told.start]) or _AT_THE_AGE_WITHIN.match(age.text))


def _told_with(told: Told, age: Fact, born: _Day) -> _Day | None:
    """-> the day of which the age is told, where it stands with it."""
    start, end = age.start - told.start, age.end - told.start
    behind = _THAT_DAY_BEHIND.match(told.text, end)
    if _TURNED.search(told.text[:start]):
        before = re.match(rf"(?:In|On)\ (?P<date>{_DATE}),?\ ", told.text, re.VERBOSE)
        found = behind or before
        return _day(found, "date") if found and found.start("date") != born.start else None
    then = behind or _WHEN_BEHIND.match(told.text, end)
    if then and _WAS.search(told.text[:start]):
        return _day(then, "date")
    if not _at_the_age(told, age):
        return None
    lead = re.sub(r"\b(?:aged|at the age of|at age|at|age)(?: just| only)? $", "", told.text[:start])
    died = [match for match in _DIED.finditer(told.text) if match.start("date") != born.start]
    found = behind or _THAT_DAY.search(lead) or (died[0] if len(died) == 1 else None)
    if found is None or found.start("date") == born.start:
        return None
    return _day(found, "date")


def _someone_between(text: str, start: int, end: int) -> bool:
    """Does a name other than a place's stand between the two?"""
    between = text[start:end]
    return bool(_ANOTHER.search(_NO_NAMES.sub("", between)))


def _names(text: str) -> list[str]:
    return [name for name in re.findall(r"\b[A-Z][a-z]{2,}\b", text) if not _NO_NAMES.fullmatch(name)]


def _life(told: Told, birth: Told, age: Fact, born: _Day, when: _Day) -> Iterator[Life]:
    fact = _fact_at(birth, born.start)
    if fact is None or when.year < born.year:
        return
    least, most = when.year - born.year - 1, when.year - born.year
    if born.month and when.month and born.month != when.month:
        least = most = most if when.month > born.month else least
    elif born.month and when.month and born.day and when.day:
        least = most = most if when.day >= born.day else least
    preposition = "on" if when.day else "in"
    yield Life(age, fact, max(0, least), max(0, most), f"{preposition} {when.printed}")


def _turning(told: Told, age: Fact, value: int, born: _Day, when: _Day) -> Iterator[Life]:
    fact = _fact_at(told, born.start)
    if fact and when.year >= born.year:
        turned = when.year - born.year
        yield Life(age, fact, turned, turned, f"in {when.year}")


def _of_now(told: Told, birth: Told, age: Fact, born: _Day, text: str, day: date | None) -> Iterator[Life]:
    """An age told of the day of the story: the day where it is known, or any year that the story names."""
    fact = _fact_at(birth, born.start)
    if fact is None or age.value is None:
        return
    named = sorted(year for year in years_in(text) if year > born.year)
    present = day.year if day else present_year(text)
    fits = [year for year in named if year - born.year - 1 <= age.value <= year - born.year]
    if fits:
        year = fits[-1]
    elif present is not None:
        year = present
    else:
        latest = year_spoken_of(text)
        if latest is None or age.value + born.year + 1 >= latest or latest <= born.year:
            return  # the story may be of a later year than any that it names
        year = latest
    when = _Day(year, None, None, 0, 0, str(year))
    if day and year == day.year and born.month and born.month != day.month:
        when = when._replace(month=day.month)
    yield from _life(told, birth, age, born, when)


def _fact_at(told: Told, at: int) -> Fact | None:
    return next((fact for fact in told.facts if fact.start <= told.start + at < fact.end), None)


def _day(match: re.Match[str], name: str) -> _Day:
    day = match["day"] or match["day_behind"]
    return _Day(
        int(match["year"]),
        MONTHS[match["month"].lower()] if match["month"] else None,
        int(day) if day and match["month"] else None,
        match.start(name),
        match.end(name),
        match[name],
    )

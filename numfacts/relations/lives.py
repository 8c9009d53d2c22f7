"""Ages told with the birth date of the same person, and the ages that are possible when each was told.

``Life(age=60, born=1950, least=50, most=51, told="in 2001")`` of "He was born in 1950 and died in 2001 aged 60."

An age is of the day that stands with it ("died in 2001 aged 60", "turned 65 in 2015"); else, as in "born in 1950, the
65-year-old", of the day of publication or the year of which the story speaks, or of any year that it names.  Birth and
age are taken together only where no other person comes between them; ``lives_apart`` has those that stand far apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from numfacts.grammar.late_patterns import late
from numfacts.grammar.printed_lives import DATE, NO_PERSON, LifeDay, births, life_day, lived
from numfacts.grammar.words_alone import letter_of
from numfacts.lexicon.words import word_class
from numfacts.model import Fact, Life, Story, Told
from numfacts.relations.ages_and_days import (
    KIN_NOUNS,
    Present,
    ages_of,
    at_the_age,
    fact_at,
    in_the_past,
    life_now,
    life_then,
    life_turning,
    present_of,
    told_with,
    turned,
    when_dead,
)
from numfacts.relations.lives_apart import apart

_DEATH = late(r"\b(?:died|dies|passed away|dead)\b")
_BIRTHDAY = late(
    rf"""(?P<age>\b\d{{1,3}})(?:st|nd|rd|th)\ birthday,?\ (?: (?:in|on)\ (?P<date>{DATE}) | (?P<now>this\ year\b) )""",
    re.VERBOSE,
)
KIN = late(
    rf"\b(?:{KIN_NOUNS}|child(?:ren)?|succeeded|baby|babies|namesake"
    r"|would (?:have|be)|anniversary|character|fiction\w*"
    r"|[Ii]n the (?:film|novel|play|book|drama|series|story|movie)|play(?:s|ed|ing) (?:an?|the) (?=\d)"
    r"|about an? (?=\d)|(?:any|every|each|no|all) (?=\d|one\b)|or (?:later|earlier|before|after))\b",
    re.IGNORECASE,
)
KIN_NEAR = 25  # characters: "her 25-year-old daughter"
_ANOTHER = late(r"(?<!in )(?<!at )(?<!of )(?<!near )(?<!from )(?<!, )\b[A-Z][a-z]+")
# "The 65-year-old" → " singer, who was born in", "Ana Ruiz, 65" → ", born in", "a 65-year-old" → " man born in"
_THEN_BORN = late(
    r"""
    (?: ,\ (?:of|from)\ [A-Z][\w’'-]+(?:,?\ [A-Z][\w’'-]+){0,3} (?=,) )?
    (?P<noun> (?: \ (?!has|had|have|with|and|whose|of\b|said|is\b|was\b|at\b)[\w’'-]+ ){0,4} )
    (?: (?: \ of\ (?:(?:the|an?|its|this)\ )?[a-z][\w’'-]+(?:\ [a-z][\w’'-]+)? ) (?=,?\ was\ ) )?
    (?P<tie> ,\ (?:who\ (?:was|is)\ )? | \ who\ (?:was|is)\ | \ \(
      | ,?\ (?:was|and\ was|is)\ | \  )
    """,
    re.VERBOSE,
)
_NAME = (
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Professor|Prof)\.?\ )?[A-Z][\w’'-]+(?:\ [A-Z][\w’'-]+){0,3}"
)
# "Born in 1950" → ", the" → "65-year-old"; → ", Ms Ruiz, now" → "65"
_THEN_AGED = late(
    rf"""
    (?: \ (?:in|at|near|to|into|under|as|and\ (?:raised|brought\ up|educated)\ in)\ [^,;.()]{{2,40}} ){{0,2}} ,
    \ (?: (?:the|this|[Tt]hat)\ | (?P<named>{_NAME},\ (?:who\ is\ )?(?:now\ )?(?:aged\ )?) ) $
    """,
    re.VERBOSE,
)
# "(born 1950" → "), a" → "65-year-old"
_THEN_A = late(r"(?: \),?\ an?\ (?:now\ )? | ,\ (?:is\ )?(?:now\ )?an?\ )", re.VERBOSE)
_NOW = late(
    r"(?!.*\b(?:his|her|its) )[^.;(]{0,40}?\b(?:is|and is|he is|she is),? (?:now|today|currently)?,? ?$"
)
_AND_AT = late(r"[^.;(]{0,40}?\ (?:and|is),?\ (?:at|now|at\ the\ age\ of)\ $", re.VERBOSE)
_MAKING = late(r"[^.;(\d]{0,30}?,\ (?:which\ )?mak(?:es|ing)\ (?:him|her)\ (?:now\ )?", re.VERBOSE)
# "At" → "65" → ", Ruiz, who was" → "born in 1950"
_LEADING = late(r"(?:At|Aged|Now|Now\ aged|At\ the\ age\ of|Still\ only)\ $", re.VERBOSE)
_THE_NAMED = late(
    rf",\ (?:{_NAME}|he|she|the\ [a-z]+(?:\ [a-z]+)?)(?:,\ (?:who\ (?:was|is)\ )?|\ (?:was\ )?\(?)$",
    re.VERBOSE,
)
_IS = late(r"[^.;]{0,60}?\b(?:is|remains|has become|is still)\b")
_CLOSES = late(r"[,.;)]|$|\ \(")
_HAS_DIED = late(r"\bhas died,? (?:(?:at the age of|aged|at) )?$")
_OF_NOW = ("The ", "He is ", "She is ", "He is now ", "She is now ", "Age: ")
# "Born in 1940" → " in Cork, Reilly" → " won"
_BORN_NAMED = late(rf"^(?:\ (?:in|at|near)\ [^,;.()]{{2,40}})?,\ {_NAME}(?=,?\ [a-z])", re.VERBOSE)
_AGED_NOW = late(r"(?:Now|At|Aged|At the age of|Still only|Now aged) ")
_IS_NOW = late(r", (?:he|she) (?:is|remains|has)\b")
_OF_THEIRS = late(r"\b(?:his|her|their|whose) (?!death|body|life|career)[a-z]+ (?:died|was|who|won|became)\b")
_SAME_PERSON = late(
    rf"(?:He|She|Born|(?:In|On)\ {DATE},?(?:\ (?:aged|at|at\ the\ age\ of)\ \d+,)?\ (?:he|she))\b", re.VERBOSE
)


def read(story: Story) -> Iterator[Life]:
    """-> the ages that stand in one sentence with a birth date, or in the one beside it, or with the same name."""
    text = story.document.text[story.document.body :]
    if not re.search(r"[Bb]orn\b|\b[Bb]irth\b|\bb\. |\(\d{4} ?[-–—] ?\d{4}\)", text):
        return
    present = present_of(text, story.day)
    last: Told | None = None
    judged: set[int] = set()
    for told in story.sentences:
        lives = list(_in_one_sentence(told, present))
        if not lives and last is not None:
            lives = list(_in_two(last, told, present))
        for life in lives:
            judged.add(life.age.start)
            yield life
        last = told
    for life in apart(story, text, present):
        if life.age.start not in judged:
            yield life


def _in_one_sentence(told: Told, present: Present) -> Iterator[Life]:
    day = present.day
    ages, born_days = ages_of(told), births(told.text)
    span = lived(told.text)
    if not born_days and not (span and ages):
        return
    last = max([day.end for day in born_days] + [age.end - told.start for age in ages] + [0])
    kin = KIN.search(told.text[: last + KIN_NEAR])
    if kin and not (kin.start() >= last and kin.group() == "children"):  # "the 41-year-old has two children"
        return
    if (
        span
        and len(ages) == 1
        and not born_days
        and _DEATH.search(told.text)
        and (at_the_age(told, ages[0]) or when_dead(told, ages[0]))
    ):
        yield from life_then(told, told, ages[0], *span)
    if len(born_days) != 1:
        return
    (born,) = born_days
    yield from _birthdays(told, told, born, day)
    if len(ages) != 1:
        return
    (age,) = ages
    start, end = age.start - told.start, age.end - told.start
    turning = turned(told, age)
    when = told_with(told, age, born, day)
    if when is not None:
        if not someone_between(told.text, min(born.end, end), max(born.start, start)) or (
            end <= born.lead and _THE_NAMED.fullmatch(told.text[end : born.lead])
        ):
            if turning:
                yield from life_turning(told, age, int(age.value or 0), born, when)
            else:
                yield from life_then(told, told, age, born, when)
        return
    if not turning and not in_the_past(told, age) and _tied(told, age, born):
        yield from life_now(told, told, age, born, present)


def _birthdays(told: Told, birth: Told, born: LifeDay, day: date | None) -> Iterator[Life]:
    """``celebrated her 65th birthday in 2011``"""
    for match in _BIRTHDAY.finditer(told.text):
        fact = fact_at(told, match.start("age"))
        when = life_day(match) if match["date"] else _year_of(day, match)
        if fact and when and (birth is not told or not someone_between(told.text, born.end, match.start())):
            yield from life_turning(told, fact, int(match["age"]), born, when, birth)


def _year_of(day: date | None, match: re.Match[str]) -> LifeDay | None:
    return None if day is None else LifeDay(day.year, None, None, match.start(), match.end(), str(day.year))


def _tied(told: Told, age: Fact, born: LifeDay) -> bool:
    """Is the age told of the very one whose birth is?"""
    start, end = age.start - told.start, age.end - told.start
    before, behind = told.text[:start], told.text[end:]
    if end <= born.lead:
        between = told.text[end : born.lead]
        if _LEADING.fullmatch(before):
            return bool(
                _THE_NAMED.fullmatch(between)
                and (before.startswith(("Now", "Still")) or _IS.match(told.text[born.end :]))
            )
        then = _THEN_BORN.fullmatch(between)
        past = at_the_age(told, age, but_apposed=True) and not _HAS_DIED.search(before)
        return then is not None and not past and _one_person(age, then["noun"], then["tie"])
    between = told.text[born.end : start]
    aged = _THEN_AGED.fullmatch(between)
    if aged and aged["named"]:
        return bool(_CLOSES.match(behind))
    if at_the_age(told, age) and not _HAS_DIED.search(before):
        return bool(
            _AND_AT.fullmatch(between)
            and (" is" in between or re.match(r",? (?:he |she )?(?:is|remains) ", behind))
        )
    if _MAKING.fullmatch(between):
        return True
    if _THEN_A.fullmatch(between):
        things = word_class("older_than_persons") & set(re.findall(r"[a-z]+", behind[:40]))
        return "-" in age.text and not things
    return bool(
        aged
        or _NOW.fullmatch(between)
        or re.fullmatch(r"\)?,? (?:who )?has died,? (?:aged |at the age of |at )?", between)
    )


def _one_person(age: Fact, noun: str, tie: str) -> bool:
    """Is " retired judge Ana Ruiz" one noun phrase, and no clause, as " judge sentenced Ana Ruiz" is?"""
    words = noun.split()
    if tie == " " and (
        "-" not in age.text or (words and (words[-1].endswith("s") or words[-1][0].isupper()))
    ):
        return False
    for word, following in zip(words, [*words, ""][1:], strict=True):
        letter = letter_of(word.lower()) if word[0].islower() else "N"
        if letter in "VXBI" or (letter in "dcszv" and following[:1].isupper()):
            return False
    return True


def _in_two(first: Told, second: Told, present: Present) -> Iterator[Life]:
    """``He died in 2001 aged 60. He was born in 1950.`` and ``Ana Ruiz was born in 1950. The 65-year-old …``"""
    day = present.day
    for birth, other in ((first, second), (second, first)):
        born_days, ages = births(birth.text), ages_of(other)
        if len(born_days) == 1 and not KIN.search(first.text) and _SAME_PERSON.match(second.text):
            yield from _birthdays(other, birth, born_days[0], day)
        if len(born_days) != 1 or len(ages) != 1 or births(other.text):
            continue
        (born,), (age,) = born_days, ages
        if KIN.search(birth.text[: born.end]) or KIN.search(other.text[: age.end - other.start + KIN_NEAR]):
            continue
        if any(there.end - birth.start < born.lead or birth is first for there in ages_of(birth)):
            continue
        named = _names(first.text[:60])
        again = _SAME_PERSON.match(second.text) or any(second.text.startswith(name) for name in named)
        when = told_with(other, age, born, day)
        if when is not None and again and not turned(other, age):
            yield from life_then(other, birth, age, born, when)
        elif when is not None and again:
            yield from life_turning(other, age, int(age.value or 0), born, when, birth)
        elif other.text[: age.start - other.start] in (_OF_NOW if other is second else _OF_NOW[1:]):
            if other is first and not again:
                continue
            yield from life_now(other, birth, age, born, present)
        elif (
            other is second
            and _AGED_NOW.fullmatch(other.text[: age.start - other.start])
            and _IS_NOW.match(other.text, age.end - other.start)
        ):
            yield from life_now(other, birth, age, born, present)


def someone_between(text: str, start: int, end: int) -> bool:
    """Does a name other than a place's stand between the two?"""
    between = text[start:end]
    if text.startswith("Born "):
        between = _BORN_NAMED.sub("", between, count=1)
    return bool(_ANOTHER.search(NO_PERSON.sub("", between)) or _OF_THEIRS.search(between))


def _names(text: str) -> list[str]:
    return [name for name in re.findall(r"\b[A-Z][a-z]{2,}\b", text) if not NO_PERSON.fullmatch(name)]

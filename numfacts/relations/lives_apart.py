"""Ages and birth dates that stand far apart in a story, taken together by the name of the one who has both.

"Gillian Astley, 52, is to lead the trust. … Astley was born in 1961." and, of an obituary, "Margaret Eddowes, who has
died aged 81, … She was born in 1929."

A surname that two people of the story share, two ages of one name and, for a pronoun, any other person between leave a
doubt, and nothing is said.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from numfacts.grammar.late_patterns import late
from numfacts.grammar.printed_lives import NO_PERSON, LifeDay, births, deaths
from numfacts.model import Fact, Life, Story, Told
from numfacts.relations.ages_and_days import (
    KIN_NOUNS,
    Present,
    ages_of,
    in_the_past,
    life_now,
    life_then,
    turned,
)

OFTEN = 3  # times that an age may be told: more of them are of more people, and need not be read
FAR = 1500  # characters from a name to the pronoun that stands for it
_TITLE = r"""(?:(?: Mr | Mrs | Ms | Miss | Dr | Sir | Dame | Lord | Lady | Professor | Prof | Judge | Captain | Colonel
    | General | Inspector | Senator | President )\.?\ )?"""
_WORD = r"[A-Z][^\W\d_]*(?:[’'-][A-Z]?[^\W\d_]+)*"
_NAME = rf"{_TITLE}(?P<name>{_WORD}(?:\ (?:[A-Z]\.\ )?(?:(?:de|van|von|da|del|bin|al|la|der)\ ){{0,2}}{_WORD}){{0,3}})"
# "Gillian Astley, " → "52" → ", has been"; "Gillian Astley, a " → "52-year-old"
_APPOSED = late(rf"{_NAME},\ (?:now\ |aged\ |who\ is\ (?:now\ )?|an?\ |the\ )*$", re.VERBOSE)
_CLOSES = late(r"[,.;)]|$|\ \(|\ of\ |\ from\ ", re.VERBOSE)
# "Gillian Astley, who has died aged " → "81"
_HAS_DIED = late(
    rf"""{_NAME} (?:,\ (?!who)[^,.;:\d]{{3,60}})? ,?\ (?:who\ )? has\ died\b [^.;:\d,]{{0,40}}
    ,?\ (?:aged\ |at\ the\ age\ of\ |at\ )?$""",
    re.VERBOSE,
)
_DIED_BEFORE = late(
    rf"{_NAME}(?:,\ [^,.;:\d]{{3,60}},)?\ (?:has\ died|died\b[^.;:]{{0,60}})\.\s*$", re.VERBOSE
)
_LATELY = late(
    r"\bdied (?:peacefully |suddenly )?(?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday"
    r"|last (?:week|month)|this (?:week|month)|earlier this)"
)
_PRONOUN_WAS = late(r"(?:He|She) was (?:aged )?$")
# "Astley, who was " → "born in"; "Born in 1961, she"
_BORN_NAME = late(
    rf"(?:^|[.;:]\ |\bthat\ ){_NAME}(?:,\ who\ (?:was|is)|\ (?:was|had\ been)|,|)\ \(?$", re.VERBOSE
)
_BORN_PRONOUN = late(r"(?:^|[.;:] )(?P<pronoun>He|She)(?:,? who)? (?:was|had been) $")
_BORN_THEN = late(rf"[^.;:()]{{0,80}}?,\ (?: (?P<pronoun>he|she)\b | {_NAME}\ [a-z] )", re.VERBOSE)
_FULL_NAME = late(
    rf"(?<![\w’'-])(?P<first>{_WORD})\ (?:[A-Z]\.\ |(?:de|van|von|da|del|der)\ )?(?P<last>{_WORD})(?![\w-])"
)
_KIN = late(rf"\b(?:{KIN_NOUNS}|child|friend)\b", re.IGNORECASE)
# "Gillian Astley, aged 52" → ", has been chosen"; not "Sofia Marsh, aged 19, won gold"
_OF_NOW = late(
    r"[,.]?\ (?:\(|(?:has|is|will|who|of|from|remains|lives|faces|denies|said|says|told|appeared|pleaded|and\ from)\b)",
    re.VERBOSE,
)
_TALE = late(
    r"\bwould (?:have|be)\b|\bcharacter\b|\bfictional\b|\byears? ago\b"
    r"|\b[Ii]n the (?:film|novel|play|drama|series|movie)\b"
)
_PLACE_BEFORE = late(r"\b(?:in|at|near|from|to|across|over)(?: the)? $")
_OPENS = frozenset(
    "The A An In On At But And When After While Since Then Yesterday Today Later Last Now For With As If".split()
)


class _Aged(NamedTuple):
    told: Told
    age: Fact
    first: str | None  # given name
    last: str
    dead: bool
    died: LifeDay | None  # where the day is told


class _Born(NamedTuple):
    names: tuple[str, ...]  # none for a pronoun
    pronoun: str | None


def apart(story: Story, text: str, present: Present) -> Iterator[Life]:
    """-> the lives whose age and birth stand in two sentences, in text order of the births."""
    aged: dict[str, list[_Aged]] = defaultdict(list)
    everyone: list[_Aged] = []
    born_here = [(told, births(told.text)) for told in story.sentences]
    if not any(days for _, days in born_here):
        return
    for told in story.sentences:
        ages = ages_of(told)
        for age in ages if len(ages) <= OFTEN else ():
            someone = _aged(story, told, age)
            if someone:
                for name in {someone.last, someone.first or someone.last}:
                    if len(aged[name]) < OFTEN and all(kept.age.value != age.value for kept in aged[name]):
                        aged[name].append(someone)
                everyone.append(someone)
    if not everyone:
        return
    people = _people(text)
    for told, days in born_here:
        if len(days) != 1 or _TALE.search(told.text):
            continue
        born = _born(told, days[0])
        if born is None:
            continue
        found = _named(born.names, aged, people) if born.names else _the_one(story, told, born, everyone)
        if found is None or found.told.start == told.start:
            continue
        yield from _life(told, days[0], found, present)


def _life(birth: Told, born: LifeDay, found: _Aged, present: Present) -> Iterator[Life]:
    if found.died:
        yield from life_then(found.told, birth, found.age, born, found.died)
    else:
        yield from life_now(found.told, birth, found.age, born, present, dead=found.dead, sure=False)


def _aged(story: Story, told: Told, age: Fact) -> _Aged | None:
    """Whose age is it, where it is told of now?"""
    start, end = age.start - told.start, age.end - told.start
    before, behind = told.text[max(0, start - 160) : start], told.text[end:]
    if _TALE.search(told.text) or turned(told, age):
        return None
    lead = (
        re.sub(r"(?:aged|at the age of|at) $", "", before)
        if "aged" in before[-20:] or "age" in before[-20:]
        else before
    )
    died = _HAS_DIED.search(before) or _HAS_DIED.search(lead)
    days = deaths(told.text)
    if died is None and _PRONOUN_WAS.fullmatch(told.text[:start]) and _CLOSES.match(behind):
        died = _DIED_BEFORE.search(story.document.text[max(0, told.start - 200) : told.start])
        days = deaths(died.group()) if died else []
        if died and not days and "has died" not in died.group() and not _LATELY.search(died.group()):
            return None
    if died:
        return _someone(told, age, died["name"], dead=True, died=days[0] if len(days) == 1 else None)
    if in_the_past(told, age) or days:
        return None
    apposed = _APPOSED.search(before)
    if apposed is None or not ("-" in age.text or _CLOSES.match(behind)):
        return None
    if (age.text.startswith("aged") or before.endswith("aged ")) and not _OF_NOW.match(behind):
        return None
    if "-" in age.text and re.search(r" (?:the|who is) $", before):
        return None
    return _someone(told, age, apposed["name"], dead=False)


def _someone(told: Told, age: Fact, name: str, *, dead: bool, died: LifeDay | None = None) -> _Aged | None:
    words = [word for word in name.split() if word not in _OPENS]
    if not words or any(NO_PERSON.fullmatch(word) for word in words):
        return None
    return _Aged(told, age, words[0] if len(words) > 1 else None, words[-1], dead, died)


def _born(told: Told, born: LifeDay) -> _Born | None:
    before, behind = told.text[: born.lead], told.text[born.end : born.end + 200]
    if re.search(r"\S$", before) and not before.endswith("("):
        return None
    match = _BORN_PRONOUN.search(before[-60:]) if len(before) <= 60 else None
    if match:
        return _Born((), match["pronoun"].lower())
    if not before:
        match = _BORN_THEN.match(behind)
        if match is None:
            return None
        return _Born((), match["pronoun"]) if match["pronoun"] else _Born(tuple(match["name"].split()), None)
    match = _BORN_NAME.search(before[-120:])
    if match is None or (match.start() == 0 and len(before) > 120):
        return None
    names = tuple(match["name"].split())
    return None if NO_PERSON.fullmatch(names[0]) or names[0] in _OPENS else _Born(names, None)


def _people(text: str) -> dict[str, set[str]]:
    """-> the given names that stand before every surname of the text."""
    people: dict[str, set[str]] = defaultdict(set)
    for match in _FULL_NAME.finditer(text):
        if match["first"] not in _OPENS and not NO_PERSON.fullmatch(match["first"]):
            people[match["last"]].add(match["first"])
    return people


def _named(names: tuple[str, ...], aged: dict[str, list[_Aged]], people: dict[str, set[str]]) -> _Aged | None:
    """-> the one person of that name whose age is told."""
    candidates = aged.get(names[-1], [])
    if len({someone.age.value for someone in candidates}) != 1:
        return None
    someone = candidates[0]
    if len(names) > 1:
        if someone.first:
            return someone if someone.first == names[0] and someone.last == names[-1] else None
    titles = {"Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Dame", "Lord", "Lady", "Professor", "Prof", "Judge"}
    if len(people.get(someone.last, set()) - titles) > 1:
        return None  # two of one family
    if re.search(rf"{_KIN.pattern},? [A-Z]", someone.told.text):
        return None  # "and her brother Paul"
    return someone


def _start(someone: _Aged) -> int:
    return someone.told.start


def _the_one(story: Story, birth: Told, born: _Born, everyone: list[_Aged]) -> _Aged | None:
    """-> the only one of whom an age is told, where nobody else has come between."""
    last = bisect_left(everyone, birth.start, key=_start) - 1
    if (
        last < 0
        or last > OFTEN
        or len({(someone.last, someone.age.value) for someone in everyone[: last + 1]}) > 1
    ):
        return None
    someone = everyone[last]
    between = story.document.text[someone.age.end : birth.start]
    if len(between) > FAR or _KIN.search(between[len(someone.told.text) :]):
        return None
    hers, his = r"\b(?:[Ss]he|[Hh]er|[Hh]ers)\b", r"\b(?:[Hh]e|[Hh]is|[Hh]im)\b"
    if re.search(his if born.pronoun == "she" else hers, between + birth.text):
        return None
    for match in _FULL_NAME.finditer(between):
        if someone.last in match.group().split() or _PLACE_BEFORE.search(
            between[max(0, match.start() - 12) : match.start()]
        ):
            continue
        return None
    return someone

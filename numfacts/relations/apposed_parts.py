"""Parts that stand beside their total without a colon or a bracket: a list between commas, after "are", or gapped.

::

    The 18 hostages, 12 men and six women, were freed     the 31 judges are 19 men and 12 women
    $60,000 in two payments of $40,000 and $20,000        Of 90 letters, 40 were from Leeds, 35 from York, 15 from Hull
    77 ships were lost, 41 to mines and 36 to storms      about noise (40), litter (35) and parking (15)

Such a list may also be one of several things, or of some of them, so its items must exclude each other, and make nearly
the total.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from numfacts.grammar.late_patterns import late
from numfacts.model import Fact, Total
from numfacts.model.story import Told
from numfacts.relations.exclusive_names import exclude_each_other
from numfacts.relations.marked_sentences import fact_at
from numfacts.relations.word_lists import any_of

NEAR = 0.75  # of the total: a list that makes less is one of some
OF_SOME = 0.9  # where the words leave a doubt
FAR = 1.4

TOTAL = r"(?P<total><[cq]\d+>)"
WORD = r"\ [a-z0-9’'.-]+"
ONLY = r"(?:(?:some|about|another|a\ further|the\ other|just|only)\ )?"
ITEM = rf"{ONLY}<[cq]\d+>(?:{WORD}){{0,6}}?"
ONE = r"(?:an?|his|her|their|its)(?:\ [a-z’'-]+){1,3}?"
LIST = rf"(?P<list>{ITEM}(?:[,;]\ (?:{ITEM}|{ONE})){{0,9}}?[,;]?\ and\ (?:{ITEM}|{ONE}|{ONLY}<[cq]\d+>))"
# …, were freed: the list stands between commas
CLOSED_BY = any_of(
    "were was are is have had has will would died took went came who face meet met sat survived"
)
CLOSED = rf"(?P<closed>,(?=\ {CLOSED_BY}\b))"
END = r"(?=[.;)!]|,\ |\ --?\ |\ –|$)"
HEADS = (
    # the 18 hostages, 12 men and six women, were freed
    (
        "beside",
        rf"""{TOTAL}(?P<words>(?:{WORD}){{0,6}}?)
        (?: ,\ (?:(?:with|of\ which|of\ whom)\ )?
          | \ (?:in|into|over|across|between|among)\ <c\d+>(?:{WORD}){{1,2}}?[,:]\ )
        {LIST}(?:{CLOSED}|{END})""",
    ),
    # the trial enrolled 600 people; 300 got the vaccine and 300 a placebo
    ("clause", rf"{TOTAL}(?:{WORD}){{0,6}}?;\ {LIST}{END}"),
    # the 31 judges of the court are 19 men and 12 women
    ("are", rf"{TOTAL}(?:-[a-z]+)?(?:{WORD}){{0,6}}?\ (?:are|were|is|was|will\ be)\ {LIST}{END}"),
    # the 100-seat senate has 52 Reds, 46 Blues and two independents
    (
        "has",
        rf"""{TOTAL}-?(?:seat|member|strong|man|person|room|bed|piece|club|team)?(?:{WORD}){{0,4}}?
        \ (?:(?:now\ )?has|have|had|will\ have|contains?|holds?|with|of|comprises?|includes?)\ {LIST}{END}""",
    ),
    # of 90 letters, 40 were from Leeds, 35 from York and 15 from Hull
    (
        "of",
        rf"""(?:^|[;“"]\ ?)(?:out\ )?of\ (?:(?:the|its|their|all)\ )?(?:{WORD[2:]}\ )?
        {TOTAL}(?:{WORD}){{0,6}}?,\ {LIST}{END}""",
    ),
)
FORMS = tuple((name, late(pattern, re.VERBOSE)) for name, pattern in HEADS)
# in three rounds of £20m, £30m and £40m
SECTIONS = late(
    r"""
    <c(?P<number>\d+)>(?:\ [a-z’'-]+){1,2}?
    (?:\ (?:of|lasting|worth|measuring|totalling|running)|:|,|\ –|\ --?)?(?:\ about)?
    \ (?P<list>(?:<[cq]\d+>(?:\ [a-z’'-]+){0,4}?,?\ (?:and\ )?){1,9}?(?:and\ )<[cq]\d+>)
    """,
    re.VERBOSE,
)
PARTED = late(r"\b(?:split|divided|broken|cut|separated|shared|made up|comprises|in total|total)\b")
TOWARDS = late(r"\b(?:in|into|over|through|across|has|have|had|with|by|among|between|for|from)\b[^<]*$")
MARK = late(r"<[cq]\d+>")
# what parts two items: ", 12 …" · " and a …"
NEXT_ITEM = r"(?=<|(?:an?|his|her|some|about)\ )"
SPLIT = late(
    rf"""[,;]?\ and\ (?:{NEXT_ITEM}|(?=(?:their|its|another|the\ other)\ )) | [,;]\ {NEXT_ITEM}""", re.VERBOSE
)
# 41 to mines · 10 of them going to Leeds
PREPOSITION = late(
    rf"""
    \ (?:of\ them\ )?
    (?:{any_of("going coming based held sent made lost built born spent")}\ )?
    (?P<way>{any_of("in from to for with on at by under against about")})\b
    """,
    re.VERBOSE,
)
# 500 of wheat
MEASURED = late(r"(?: [a-z]+)?? (?P<way>of|in|on|from|for)\b")
ABROAD = late(r"^ (?:abroad|overseas|at home|elsewhere|online)\b")
# one verb for all, of which nobody has two; "60 had a fever, 50 a cough" are no such parts
DONE_TO = any_of(
    """assigned given housed moved placed put randomi[sz]ed sent sold taught treated
    about against at by for from in on over to under with"""
)
DID = any_of("came live went backed chose opted picked preferred voted finished got received took")
GIVEN = late(rf"\ (?:(?:were|was|are|is)\ {DONE_TO}|{DID})\b", re.VERBOSE)
PLACES = {"on": "in", "at": "in"}  # "12 on the bus and ten in the car"
COPULA = late(r"^ (?:are|were|is|was|went|go|came|come)\b")
# about noise (40), litter (35) and parking (15)
BRACKETED = late(
    r"""
    <c(?P<total>\d+)>[^<;:()]{3,60}[ :][a-z’'-]+
    \ (?P<list>\(<c\d+>\)(?:,?\ (?:and\ )?[a-z’'-]+(?:\ [a-z’'-]+){0,3}\ \(<c\d+>\)){1,9})
    """,
    re.VERBOSE,
)
OWN_VERB = any_of(
    """is are was were has have had will would can could do did
    came chose come died go got get live said say took voted went"""
)
VERB = late(rf"\b{OWN_VERB}\b", re.VERBOSE)
LEFT_OPEN = any_of(
    """among_them at_least includ(?:es?|ing) mainly more mostly others? of_(?:which|whom|these|those) remaining rest
    several some_of
    also apiece average compared down each per than up
    aged ago earlier later old"""
)
OPEN = late(rf"\b{LEFT_OPEN}\b", re.VERBOSE)


class Parted(NamedTuple):
    items: list[str]
    parts: tuple[Fact, ...]
    implied: int


def apposed(
    told: Told,
    sentence: str,
    of_unit: Callable[[Fact, Fact], bool],
) -> Iterator[Total]:
    """-> the totals that parts stand beside; ``of_unit``: whether a part may be of a total, by its unit."""
    for form, pattern in FORMS:
        for match in pattern.finditer(sentence):
            total = fact_at(told, match["total"])
            found = _parted(told, match["list"])
            if found is None or not is_total(total) or not all(of_unit(part, total) for part in found.parts):
                continue
            closed = form == "beside" and bool(match["closed"])
            words = match["words"] if form == "beside" else ""
            if not _is_one_of_them(told, total, words, found):
                yield from _judged(told, form, total, found, closed, words + match["list"])
    yield from _sections(told, sentence, of_unit)
    for match in BRACKETED.finditer(sentence):
        total, parts = (
            told.facts[int(match["total"])],
            [fact_at(told, mark) for mark in MARK.findall(match["list"])],
        )
        if is_total(total) and not OPEN.search(match.group()) and 1 < share_of(total, parts, 0) <= FAR:
            yield Total(total, tuple(parts), 0, True, False)


def _is_one_of_them(told: Told, total: Fact, words: str, found: Parted) -> bool:
    """Is the total itself the first of a list?  ``10 golds, six silvers and a bronze``, ``24 in May, 10 in June``."""
    behind = [words, *(MARK.sub("", item, count=1) for item in found.items)]
    if exclude_each_other(behind):
        return True
    if re.match(r"-?[ ]?[A-Z]", told.text[total.end - told.start :]):
        return True
    way = (MEASURED if total.kind == "measure" else PREPOSITION).match(behind[1])
    return way is not None and re.search(rf"\b{way['way']}\b", words) is not None


def _judged(
    told: Told,
    form: str,
    total: Fact,
    found: Parted,
    closed: bool,
    text: str,
) -> Iterator[Total]:
    share = share_of(total, found.parts, found.implied)
    behind = [MARK.sub("", item, count=1) for item in found.items]
    if OPEN.search(text) or share > FAR:
        return
    if total.kind == "money":
        if _one_way(behind) and form == "beside":
            whole = bool(re.search(r"\btotal of $", told.text[: total.start - told.start].lower()[-12:]))
            yield Total(total, found.parts, found.implied, not (whole and share >= NEAR), whole)
        return
    exclusive = exclude_each_other(behind)
    named = _named(told, found)
    if form in ("of", "clause"):
        gapped = GIVEN.match(behind[0]) and not any(VERB.search(each) for each in behind[1:])
        too_many = share > 1 and (gapped or _one_way([COPULA.sub("", each, count=1) for each in behind]))
        if too_many or ((exclusive or (gapped and len(found.items) > 2)) and share >= OF_SOME):
            yield Total(total, found.parts, found.implied, False, False)
        return
    if any(VERB.search(each) for each in behind):
        return
    if exclusive or named:
        if form == "has" and not exclusive and total.rule not in ("count.compound", "count.strong"):
            return
        if form != "beside" or closed or _is_crowd(total):
            yield Total(
                total, found.parts, found.implied, share < NEAR, exclusive and (closed or form == "are")
            )
    elif closed and all(part.counted for part in found.parts) and share >= NEAR:
        yield Total(
            total, found.parts, found.implied, False, False
        )  # "seven boats, four trawlers and three tugs, were sunk"
    elif _one_way(behind, total.kind == "measure") and (
        (form == "beside" and share >= OF_SOME) or (form == "has" and share > 1 and total.kind == "measure")
    ):
        yield Total(total, found.parts, found.implied, False, False)


def _parted(told: Told, listed: str) -> Parted | None:
    items = SPLIT.split(listed)
    parts: list[Fact] = []
    for item in items:
        marks = MARK.findall(item)
        if len(marks) > 1:
            return None
        if marks:
            part = fact_at(told, marks[0])
            if (
                part.value is None
                or part.change
                or part.kind not in ("count", "number", "money", "measure", "duration")
            ):
                return None
            parts.append(part)
    ones = [item for item in items if not MARK.search(item)]
    if not parts or len(items) < 2 or any(not re.match(ONE.replace("\\ ", " "), one) for one in ones):
        return None
    return Parted(items, tuple(parts), len(ones))


def is_total(total: Fact) -> bool:
    return (
        total.value is not None and total.modifier == "exact" and (total.value > 2 or total.kind == "money")
    )


def share_of(total: Fact, parts: Sequence[Fact], implied: int) -> float:
    return (sum(part.value or 0 for part in parts) + implied) / (total.value or 1)


def _is_crowd(total: Fact) -> bool:
    """May a list of men and women be all of them, where it only ends the sentence?"""
    return bool(total.counted) and total.counted != "men"


def _one_way(behind: Sequence[str], measured: bool = False) -> bool:
    """``41 to mines, 36 to storms``: each behind the same word; ``500 of wheat, 250 of barley`` of acres."""
    pattern = MEASURED if measured else PREPOSITION
    ways = [
        PLACES.get(match["way"], match["way"]) if (match := pattern.match(ABROAD.sub(" in", each))) else None
        for each in behind
    ]
    return len(ways) > 1 and ways[0] is not None and len(set(ways)) == 1


def _named(told: Told, found: Parted) -> bool:
    """``33 Liberals, 25 Greens and two independents``: parties and peoples, of which mostly one is no other."""
    names = [told.text[part.end - told.start :] for part in found.parts]
    capital = [bool(re.match(r"(?: of (?:them|whom))? [A-Z]", name)) for name in names]
    others = [
        bool(re.match(r" (?:independents?|others?|non-party|vacant|crossbench)", name)) for name in names
    ]
    return sum(capital) >= 2 and all(one or other for one, other in zip(capital, others, strict=True))


def _sections(told: Told, sentence: str, of_unit: Callable[[Fact, Fact], bool]) -> Iterator[Total]:
    """The parts are as many as they are said to be, and one other figure of the sentence is of their unit."""
    for match in SECTIONS.finditer(sentence):
        number = told.facts[int(match["number"])]
        found = [fact_at(told, mark) for mark in MARK.findall(match["list"])]
        last = found[-1]
        parts = [
            part if part.unit == last.unit else part._replace(unit=last.unit, kind=last.kind)
            for part in found
        ]
        if number.value != len(parts) or any(part.value is None or part.change for part in parts):
            continue
        inside = {number.fact_id, *(part.fact_id for part in parts)}
        wholes = [
            fact
            for fact in told.facts
            if fact.fact_id not in inside and fact.unit == last.unit and fact.kind == last.kind and fact.unit
        ]
        if len(wholes) != 1 or wholes[0].end > number.start or not is_total(wholes[0]):
            continue
        before = told.text[wholes[0].end - told.start : number.start - told.start].lower()
        share = share_of(wholes[0], parts, 0)
        if TOWARDS.search(before) and NEAR <= share <= FAR and "each" not in told.text:
            yield Total(wholes[0], tuple(parts), 0, False, bool(PARTED.search(before)))

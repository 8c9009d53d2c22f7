"""Figures told twice in one breath, in two units: 10.47 billion euros (£8.98 billion).

::

    30 miles (48km)                 30 miles, or 48km       10 pounds of flour (4.5kg)
    30 miles (48km; 26 nautical)    48km/30 miles           10 and 20 km (6 and 12 miles)
    €500m, the equivalent of $574m  1 crore (10 million)    EUR 5 million USD 5.7 m

The second figure must be all that its bracket says, or one of several in other units ("£430m, $574m").  A list in
brackets restates a list of the same length before it and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from numfacts.grammar.late_patterns import late
from numfacts.model import Fact, Restatement, Story
from numfacts.model.story import Told
from numfacts.relations.exchanges_used import with_exchanges

RESTATED = frozenset({"money", "measure", "duration", "count", "number"})
LEAD = (
    r"(?:(?:or|ie|i\.e\.,?|that(?:\ is|[’']s),?|equal\ to|(?:the\ )?equivalent\ (?:of|to)|which\ is|worth|roughly|=)"
    r"\ )?"
)
# 30 miles (48km)   10 pounds of flour (4.5kg)   £1.20/litre [$5.50 a gallon]
OPENING = late(r"(?:[ -][\w’'-]+){0,3}\s?[(\[]\s?" + LEAD, re.VERBOSE | re.I)
# What may stand behind the second figure in its bracket without making it another one's.
CLOSING = late(
    r"""
    (?:\ (?:high|tall|long|wide|deep|thick|across|away|apart|each|respectively|in\ diameter|in\ length|below|above
          |fahrenheit|celsius|at\ current\ (?:exchange\ )?rates|at\ (?:the\ )?current\ exchange\ rates?|or\ so))?
    [.,]? \s? [)\]]
    """,
    re.VERBOSE | re.I,
)
BETWEEN_UNITS = late(r"\s?[,;:/]\s?(?:or\ |and\ )?|[-–—]|\ (?:or|and)\ ", re.VERBOSE)  # £430m, $570m
BETWEEN_ITEMS = late(r"(?:,\s|\s?[-–—]\s?|,?\ (?:and|or|to|by|x)\ )(?:from\ |between\ )?", re.VERBOSE | re.I)
SAYING = late(
    r"""
      ,?\ (?:or\ )?(?:the\ )?equivalent\ (?:of|to)\ | ,?\ equal\ to\ | \ =\ | ,\ (?:which|that)\ is\ (?=\S)
    | (?:,|\ ?[–—]|\ --?)\ or\                  # 30 miles, or 48km
    | \ ?/\ ?                                   # 48km/30 miles
    """,
    re.VERBOSE | re.I,
)
OR = late(r"\ or\ (?:around\ |about\ )?", re.VERBOSE)  # 68F or 20C; but 5km or 10 miles is a choice
# 500 million euros – about $570 million – to build: between two commas or two dashes, and nothing else there
ASIDE = late(r",\ |\ ?[–—]\ ?|\ --?\ ", re.VERBOSE)
ABOUT = late(r"(?:about|around|roughly|some|approximately|almost|nearly|just (?:over|under))\b", re.I)
ASIDE_ENDS = late(r"\s?[,.;:–—]|\ --?\ |\s*$", re.VERBOSE)
# £499, or $599 in America: a price there, and no conversion; or $599 for a year: perhaps none
IN_A_PLACE = late(
    r"\ (?:in|for)\ (?:the\ )?(?!Jan|Feb|Mar(?:ch)?\b|Apr|May\b|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Q\d)[A-Z]",
    re.VERBOSE,
)
ELSEWHERE = late(r"\ (?:in|for|if|when|with|plus|on|at|per|more|less|higher|lower|extra)\b", re.VERBOSE)
NEAR = 1.3
INDIAN = late(r"\b(?:lakh|lac|crore)s?\b|\dcr\b", re.I)
THOUSANDS_OF_MILLIONS = late(r"\bthousand[ -]million\b|\bmilliards?\b", re.I)
SCALE = late(r"\b(?:thousand|million|billion|trillion|mn|bn)s?\b|\d(?:m|k|bn|mn|tn)\b|\d,\d{3}", re.I)
DEGREES = frozenset({"degC", "degF", "delta_degC", "delta_degF"})
FUEL = frozenset({("meter ** 2", "1 / meter ** 2"), ("1 / meter ** 2", "meter ** 2")})
WARMING = late(
    r"\b(?:warm(?:ing|ed|er|s)?|cool(?:ing|ed|er)|rises?|rising|rose|risen|increas\w+|hotter|colder|limit\w*"
    r"|climb\w*|(?:above|below)\ (?:the\ )?(?:pre|average|normal|long|historic|usual|season)|pre-?industrial"
    r"|differences?|margins?|drops?\ of|falls?\ of|gap|swing|anomal\w+|variation|within|accura\w+|deviat\w+|by)\b",
    re.VERBOSE | re.I,
)
# Right before and right behind a difference of any size: "by 20C", "40F below normal"
BY = late(
    r"\b(?:by|(?:rise|drop|fall|increase|decrease|difference|swing|gap|range|anomaly|warming|cooling)\ of)"
    r"(?:\ (?:about|around|some|nearly|almost|an?|average|up|to|as|much|more|than|of))*\ ?$",
    re.VERBOSE | re.I,
)
THAN = late(
    r"""
    \W* (?: warmer | cooler | hotter | colder | higher | lower
          | (?:above|below)\ (?:the\ )?(?:pre|average|normal|usual|season|long)
          | of\ (?:global\ )?(?:warming|cooling) | rise | drop | fall | increase | difference | swing )\b
    """,
    re.VERBOSE | re.I,
)
SEA = late(
    r"""
    \b(?: nautical | ships? | vessels? | boats? | yachts? | sailors? | sailed | sailing | offshore | knots? | navy
        | naval | maritime | tankers? | ferr(?:y|ies) | off\ (?:the|its)\ (?:[A-Z][\w-]*\ )?coast | out\ (?:to|at)\ sea
        | at\ sea | international\ waters )\b
    """,
    re.VERBOSE | re.I,
)
NUMBER_BEFORE = late(r"\d\s(?:and|or)\s$")


def read(story: Story) -> Iterator[Restatement]:
    """-> the restatements of every sentence in text order, with the rates of exchange that money may have used."""
    found = [pair for told in story.sentences for pair in _of_sentence(told)]
    yield from with_exchanges(story, found)


def _of_sentence(told: Told) -> Iterator[Restatement]:
    facts = [fact for fact in told.facts if fact.kind in RESTATED]
    pairs = [pair for k in range(len(facts) - 1) for pair in _restated_from(told, facts, k)]
    if pairs:
        at_sea = bool(SEA.search(told.text))
        warming = "possible" if WARMING.search(told.text) else None
        for stated, again, plain in pairs:
            sure = plain and (again.modifier != "range" or stated.modifier == "range")
            difference = _difference(told, stated, again, warming) if stated.unit in DEGREES else None
            yield Restatement(stated, again, difference, sure, at_sea)


def _difference(told: Told, stated: Fact, again: Fact, warming: str | None) -> str | None:
    """Of two temperatures: "certain" in "rose by 2C (3.6F)", "possible" where the sentence speaks of warming."""
    before = told.text[max(0, stated.start - told.start - 60) : stated.start - told.start]
    if stated.change == "to" or not warming:
        return None
    if BY.search(before) or THAN.match(told.text, again.end - told.start):
        return "certain"
    small = {"degC": 15.0, "delta_degC": 15.0}.get(stated.unit or "", 27.0)
    return warming if abs(stated.high or stated.low or 0.0) <= small else None


def _restated_from(told: Told, facts: list[Fact], k: int) -> Iterator[tuple[Fact, Fact, bool]]:
    fact, after = facts[k], facts[k + 1]
    if told.text[after.end - told.start :][:1].isalnum():
        return  # "$ 585US million" of a text that lost its form
    gap = told.between(fact, after)
    if OPENING.fullmatch(gap):
        inside = _inside(told, facts, k + 1)
        sure = k == 0 or " plus " not in told.between(facts[k - 1], fact)  # €60m plus €10m in add-ons (£60m)
        yield from ((stated, again, sure) for stated, again in _in_brackets(told, facts, k, inside))
    elif restates(fact, after) and not _one_of_several(told, facts, k):
        behind = after.end - told.start
        if gap == " " and fact.kind == after.kind == "money":
            yield fact, after, True  # EUR 5 million USD 5.7 m, as company news prints it
        elif IN_A_PLACE.match(told.text, behind):
            return
        elif SAYING.fullmatch(gap):
            yield fact, after, fact.kind != "duration" and not ELSEWHERE.match(told.text, behind)
        elif ASIDE.fullmatch(gap) and ABOUT.match(after.text) and ASIDE_ENDS.match(told.text, behind):
            yield fact, after, fact.kind != "duration"
        elif OR.fullmatch(gap):
            sure = fact.unit in DEGREES or after.modifier == "approximate"
            if sure or _near(fact, after):
                yield fact, after, sure


def _near(fact: Fact, again: Fact) -> bool:
    """So close that "or" is no choice between the two: 30 miles or 58km, and not 5km or 10 miles."""
    if fact.kind == "money" or not fact.base_value or not again.base_value:
        return False
    return 1 / NEAR < again.base_value / fact.base_value < NEAR


def _inside(told: Told, facts: list[Fact], k: int) -> list[Fact]:
    """-> the figures from the k-th to the end of its bracket; none if something else stands among or behind them."""
    inside = [facts[k]]
    for after in facts[k + 1 :]:
        gap = told.between(inside[-1], after)
        if ")" in gap or "]" in gap:
            break
        if not (BETWEEN_UNITS.fullmatch(gap) or BETWEEN_ITEMS.fullmatch(gap)):
            return []
        inside.append(after)
    return inside if CLOSING.match(told.text, inside[-1].end - told.start) else []


def _in_brackets(told: Told, facts: list[Fact], k: int, inside: list[Fact]) -> list[tuple[Fact, Fact]]:
    """``30 miles (48km; 26 nautical)``: each restates the first; ``10 and 20 km (6 and 12 miles)``: one by one."""
    fact = facts[k]
    units = [again.unit for again in inside]
    if len(set(units)) == len(units):
        if _one_of_several(told, facts, k):
            return []
        return [(fact, again) for again in inside if restates(fact, again, bracketed=True)]
    if len(inside) == 2 and fact.modifier == "range" and restates(fact, inside[0]):
        return [(fact, _range_of(told, *inside))] if units[0] == units[1] else []
    before = facts[max(0, k + 1 - len(inside)) : k + 1]
    one_list = all(_joined(told, one, other) for one, other in pairwise(before))
    if len(before) != len(inside) or len(set(units)) != 1 or not one_list:
        return []
    if _one_of_several(told, facts, k + 1 - len(inside)):
        return []
    return [(one, other) for one, other in zip(before, inside, strict=True) if restates(one, other)]


def _range_of(told: Told, one: Fact, other: Fact) -> Fact:
    """``between 20C and 30C (68F and 86F)``: two figures that are the ends of one range."""
    return one._replace(
        end=other.end,
        text=told.text[one.start - told.start : other.end - told.start],
        value=None,
        decimal=None,
        low=one.low,
        high=other.high,
        modifier="range",
    )


def _one_of_several(told: Told, facts: list[Fact], k: int) -> bool:
    """Is it the end of a list, whose one restatement may be of all: "9,000 and 400 kilometers (5,840 miles)"?"""
    start = facts[k].start - told.start
    if NUMBER_BEFORE.search(told.text[max(0, start - 20) : start]):
        return True
    if k == 0 or not _joined(told, facts[k - 1], facts[k]):
        return False
    return " to " not in told.between(facts[k - 1], facts[k])  # "from €3bn to €5bn ($5.7bn)"


def _joined(told: Told, one: Fact, other: Fact) -> bool:
    """Two items of one list: "10 and 20 km", and no "to €5bn from €3bn"."""
    same = one.unit == other.unit or one.unit is None
    return same and bool(BETWEEN_ITEMS.fullmatch(told.between(one, other)))


def restates(fact: Fact, again: Fact, bracketed: bool = False) -> bool:
    """Are they of one dimension and in different units, or one number in two systems of counting?"""
    if fact.unit == again.unit:
        return fact.kind == again.kind and fact.kind != "duration" and _counted_otherwise(fact, again)
    if fact.unit is None or again.unit is None or fact.kind != again.kind:
        return False
    if fact.kind == "money":
        one, other = fact.unit.split("/"), again.unit.split("/")
        shared = bracketed and len(other) == 1  # $67.50 a barrel (£50.50)
        return one[0] != other[0] and (len(one) == len(other) or shared)
    return (
        fact.base_unit == again.base_unit
        or (fact.base_unit, again.base_unit) in FUEL
        or {fact.unit, again.unit} <= DEGREES
    )


def _counted_otherwise(fact: Fact, again: Fact) -> bool:
    """``1 crore (10 million)``, ``5 billion (five thousand million)``."""
    return any(
        bool(words.search(one.text)) and not words.search(other.text) and bool(SCALE.search(other.text))
        for words in (INDIAN, THOUSANDS_OF_MILLIONS)
        for one, other in ((fact, again), (again, fact))
    )

"""The same figure told again further down a story.

::

    … will build 412 homes. … The 421 homes …   "the" speaks of a number that was told before
    … build 412 homes in Leeds. … build 421 homes in Leeds …  the same words, and the same digits in another order
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from numfacts.grammar.late_patterns import late
from numfacts.model import Fact, Repetition, Story
from numfacts.relations.agreement import SLIPS, agrees, has_its_digits
from numfacts.relations.statements import Same, but_lists, told_twice
from numfacts.relations.telling_words import (
    ANYBODY,
    ELSEWHERE,
    Placed,
    figures_of,
    is_told,
    names_in,
    noun_of,
    words_near,
)

LATEST = 10  # figures of a kind told before that a sentence may tell in the same words
SMALL = 10  # "the two men", "the three": few enough to be others
MANY = 3  # words near both, that tell of one event
NEARBY = 1.5  # times: a number told again with "the"
TOLL = "dead"
OTHERS = late(r"\b(?:first|second|third|another|others?|separate|respectively)\b", re.IGNORECASE)
DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
DEFINITE = late(r"\b(?:the|these|those|all|its|their)\ $", re.IGNORECASE)
OWNER = late(r"(?P<who>[A-Za-z]+)[’']s $")  # "the council's 421 homes"
NEUTRAL = late(  # behind a noun that no word narrows
    r"""
    (?: will|would|are|were|is|was|has|have|had|must|may|can|could|should|to )\b
    | [,.;:!?)—–-] | $
    """,
    re.VERBOSE,
)
NARROWED = late(r"(?:that|which|who|whose|of|in|on|at|from|with|by|under|over|built|held|made|born)\b")
GENERIC = frozenset(
    """people men women children others year years day days week weeks month months hour hours minute minutes time times
    member members point points party parties company companies firm firms country countries state states share shares
    game games team teams side sides level offer loan loans debt bid series version page pages per of in on for to at by
    from and or a an the more less is was were are that which who as worth each total victims persons lives""".split()
)


def read(story: Story) -> Iterator[Repetition]:
    """-> the figures of the body that were told before in it."""
    told: dict[tuple[str, str | None, str], list[Placed]] = {}
    alike: dict[tuple[str, str | None], list[Placed]] = {}
    values: set[float | None] = set()
    twice: list[Same] = []
    spoken_of: set[str] = set()
    placed = [each for each in figures_of(story) if each.told.section == "body"]
    kinds: dict[tuple[str, str | None, str], set[float | None]] = {}
    for each in placed:
        kinds.setdefault(_kind(each.fact), set()).add(each.fact.value)
    for each in placed:
        fact = each.fact
        is_new = fact.value not in values  # "21 of them male. The 21 penguins": told, of others
        values.add(fact.value)
        if not is_told(fact):
            continue
        same = alike.setdefault((fact.kind, fact.unit), [])
        if is_new:
            twice += told_twice(each, same[-LATEST:], len(kinds[_kind(fact)]) == 2)
        same.append(each)
        thing = _thing(each)
        if (
            fact.kind not in ("count", "money")
            or thing in GENERIC - ANYBODY
            or not (thing or fact.kind == "money")
        ):
            continue
        before = told.setdefault((fact.kind, fact.unit, thing), [])
        if before and _speaks_of(each, before) and (is_new or agrees(fact, before[-1].fact)):
            spoken_of.add(fact.fact_id)
            yield Repetition(before[-1].fact, fact)
        before.append(each)
    for pair in but_lists(twice):
        if pair.again.fact.fact_id not in spoken_of:
            yield Repetition(pair.first.fact, pair.again.fact, sure=pair.degree > 1)


def _kind(fact: Fact) -> tuple[str, str | None, str]:
    return fact.kind, fact.unit, noun_of(fact)


def _is_elsewhere(each: Placed, other: Placed, but: frozenset[str] = frozenset()) -> bool:
    """Does each of the sentences name a place, a person or a day that the other does not?"""
    ours, theirs = names_in(each) - but, names_in(other) - but
    return bool(ours - theirs and theirs - ours)


def _speaks_of(each: Placed, before: Sequence[Placed]) -> bool:
    """Does "the 421 homes" mean the homes that were told before, and were they told with one number?"""
    fact, first, latest = each.fact, before[0].fact, before[-1]
    leading = each.told.text[: fact.start - each.told.start]
    owner = OWNER.search(leading)
    known = DEFINITE.search(leading) or (owner and owner["who"].lower() in latest.told.text.lower().split())
    if not known or each.told.start == latest.told.start:
        return False
    if (fact.value or 0) < SMALL and not (
        _thing(each) == TOLL and len(words_near(each) & words_near(latest)) >= MANY
    ):
        return False
    if not all(agrees(first, other.fact) for other in before[1:]) or not _are_plain(fact, first):
        return False
    if ELSEWHERE.search(leading[-40:].lower()) or OTHERS.search(leading) or OTHERS.search(latest.told.text):
        return False
    if _is_elsewhere(each, latest, DAYS) or not _means_all(each, before[0], leading):
        return False
    ratio = max((fact.value or 1) / (first.value or 1), (first.value or 1) / (fact.value or 1))
    slipped = any(abs(ratio / slip - 1) < 0.01 for slip in SLIPS)
    return ratio <= NEARBY or slipped or has_its_digits(fact, first)


def _are_plain(fact: Fact, first: Fact) -> bool:
    """Are both told without "about", as no rate and as no change?"""
    return fact.modifier == first.modifier == "exact" and not (
        "/" in (fact.unit or "") or fact.change or first.change
    )


def _means_all(each: Placed, first: Placed, leading: str) -> bool:
    """Is it the number of all of them, with no word that narrows it: "the 28 penguins that were moved"?"""
    fact, thing = each.fact, _thing(each)
    if thing == TOLL:
        return True
    swapped = has_its_digits(fact, first.fact)
    if thing in ANYBODY and not (swapped and words_near(each) & words_near(first)):
        return False  # "the 32 people arrested" may be others, unless it is 23 of whom that was said
    noun = (fact.counted or "") if fact.kind == "count" else thing
    if not noun or frozenset(noun.lower().split()[:-1]) - frozenset(
        (first.fact.counted or "").lower().split()
    ):
        return False  # "the 30 wooden homes"
    behind = each.told.text[fact.end - each.told.start :].lstrip(" -")[len(noun) :].lstrip(" ").lower()
    if leading.lower().endswith("all ") or swapped:
        return not NARROWED.match(behind)
    return bool(NEUTRAL.match(behind))


def _thing(each: Placed) -> str:
    """What a number with "the" is of; the dead are one whatever they are called: "the 14 people who died"."""
    if each.fact.kind != "count":
        return _noun_behind(each)
    noun = noun_of(each.fact)
    if re.match(r" (?:dead|deaths)\b", each.told.text[each.fact.end - each.told.start :]):
        return TOLL
    if noun in ANYBODY:
        near = words_near(each, 30)
        return TOLL if "die" in near and "injur" not in near else noun
    return noun


def _noun_behind(each: Placed) -> str:
    """``scheme`` of "the £4.2m scheme"."""
    behind = re.match(r"[ -]([a-z][a-z’'-]+)", each.told.text[each.fact.end - each.told.start :])
    return behind[1] if behind and each.fact.kind == "money" else ""

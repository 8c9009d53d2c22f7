"""A headline's figure and the figure of the story that tells the same.

::

    # Depot to lose 400 jobs
    The depot in Hull will lose 450 jobs by May, its owner said.

The figure is found by the words around it and not by its value, but for one thing: a headline's figure that any
figure of the story agrees with has found its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from numfacts.grammar.late_patterns import late
from numfacts.grammar.persons import is_person, is_persons
from numfacts.model import Fact, Repetition, Story
from numfacts.relations.agreement import SLIPS, agrees, has_its_digits, slip
from numfacts.relations.contrasts import parts_ways_at_a_link
from numfacts.relations.derived import is_made_of
from numfacts.relations.telling_words import (
    ANYBODY,
    COMPARES,
    Placed,
    figures_of,
    is_told,
    is_told_of_another,
    last_word,
    noun_of,
    noun_stems,
    of_one_kind,
    stems,
    without_figures,
    words_near,
)

MOST_ABOVE = 12  # figures of the headlines: more are of a page of them
LEAD = 6  # sentences with figures in which a headline's figure is told again
SHARED, SURE = 0.4, 0.45  # of the headline's words, in the sentence that tells the same
SHARED_BY_SLIP, LITTLE = 0.25, 0.1  # where the two are a slip apart, a likely one and a sure one
ALONE = (0.25, 0.15)  # where the story has no other figure of its kind: without and with a likely slip
FEW = 2  # words that they share at least, besides the noun
APART = 4.0  # times: figures further apart are of two things, but for a slip of the scale
FARTHEST, TOLD = 10.0, 0.6  # the same, where the story has no other and tells so much of the headline
CLOSE = 2.0  # times: from here on it is doubtful
SMALL = 10  # "the two men", "the three": few enough to be others
PEOPLE = frozenset("people dead staff crew police troops personnel team civilians others".split())
MOVES = frozenset({"rise", "fall", "cut", "get", "pay", "win", "cost"})  # that many figures of a story do
STAFF = frozenset("jobs job posts positions workers staff employees roles".split())
TO_COME = late(r"\b(?:to|will|plans?|could|may|set|wants?|aims?)\b", re.IGNORECASE)
ONE_AND = late(r"\b(?:an?|one|his|her|their) (?:[a-z-]+ ){1,3}and (?:\w+ )?$", re.IGNORECASE)
AND_ONE = late(
    r"[^.;:]{0,40}?\b(?:and|with|plus) (?:an?|his|her|their|one|two|three|\d)"
)  # "two men and a boy"


def read(story: Story) -> Iterator[Repetition]:
    """-> the headline's figures with those that tell the same below it."""
    placed = figures_of(story)
    body = [each for each in placed if each.told.section == "body"]
    head = [each for each in placed if each.told.section == "headline"]
    known: set[str] = set()  # a title and a heading may say the same
    for each in head if len(head) <= MOST_ABOVE else ():
        pair = _below(each, body)
        if pair is not None and pair.again.fact_id not in known:
            known.add(pair.again.fact_id)
            yield pair


def _below(head: Placed, body: Sequence[Placed]) -> Repetition | None:
    """The figure of the story that a headline's figure is told by."""
    fact = head.fact
    bare = fact.kind == "number" and fact.value is not None
    if (
        not (is_told(fact) or bare)
        or (fact.kind == "count" and not fact.counted)
        or COMPARES.search(head.told.text)
    ):
        return None
    same = [each for each in body if of_one_kind(each.fact, fact)]
    agreeing = [each for each in same if agrees(fact, each.fact) and _may_be_one(fact, each.fact)]
    if agreeing:
        first = next((each for each in agreeing if noun_of(each.fact) == noun_of(fact)), None)
        return None if first is None else Repetition(fact, first.fact, True)
    if is_made_of(fact, same, body) and not any(slip(fact, each.fact) > 1 for each in same):
        return None
    words = stems(without_figures(head.told)) - noun_stems(fact)
    if len(words) < FEW:
        return None
    alone = _is_alone(fact, same)
    found = [told for each in _lead(same) if (told := _telling(head, each, words, alone)) is not None]
    if not found:
        return None
    best = max(found, key=lambda told: told[:2])
    partner = best.each
    rivals = [told for told in found if not agrees(told.each.fact, partner.fact) and told[:1] == best[:1]]
    return None if rivals else Repetition(fact, partner.fact, True, _is_sure(fact, best))


class Telling(NamedTuple):
    """A figure of the story that may be the headline's: how like a slip it is, how much of the headline it tells."""

    slipped: int
    share: float
    each: Placed


def _telling(head: Placed, each: Placed, words: frozenset[str], alone: bool) -> Telling | None:
    slipped = slip(head.fact, each.fact)
    share = _shared(words, each, alone or slipped > 1)
    apart = FARTHEST if slipped or share >= TOLD else APART
    enough = ALONE[min(slipped, 1)] if alone else SHARED_BY_SLIP if slipped else SHARED
    if slipped > 1:
        enough = 0.0 if alone and head.fact.kind != "percent" else LITTLE
    return (
        Telling(slipped, share, each)
        if share >= enough and _is_the_same_thing(head, each, alone, apart)
        else None
    )


def _is_sure(fact: Fact, told: Telling) -> bool:
    if told.slipped > 1:
        return told.share >= SHARED_BY_SLIP
    return told.share >= SURE and _is_close(fact, told.each.fact)


def _may_be_one(one: Fact, other: Fact) -> bool:
    """Of a few, "two swimmers" are not "two guards"; larger numbers that agree are one, however they are called."""
    ours, theirs = noun_of(one), noun_of(other)
    if "" in (ours, theirs) or ours == theirs or (one.value or 0) >= SMALL:
        return True
    return _is_people(ours) == _is_people(theirs)


def _is_people(noun: str) -> bool:
    return is_persons(noun) or is_person(noun) or noun in PEOPLE


def _lead(same: Sequence[Placed]) -> list[Placed]:
    starts = sorted({each.told.start for each in same})[:LEAD]
    return [each for each in same if each.told.start in starts]


def _is_alone(fact: Fact, same: Sequence[Placed]) -> bool:
    """Does the story have one figure only that the headline's can be?"""
    if fact.kind == "count":
        own = [each.fact for each in same if _have_one_noun(fact, each.fact, True)]
    else:
        own = [each.fact for each in same]
    return bool(own) and all(agrees(own[0], other) for other in own[1:])


def _shared(words: frozenset[str], each: Placed, alone: bool) -> float:
    """How much of the headline a sentence tells, its figure's noun left out; 0 where that is too little."""
    shared = words & stems(without_figures(each.told))
    if not shared - MOVES:
        return 0.0
    if len(shared) < (1 if alone else FEW) or not (alone or words_near(each) & words):
        return 0.0
    return len(shared) / len(words)


def _is_the_same_thing(head: Placed, each: Placed, alone: bool, apart: float) -> bool:
    fact, other = head.fact, each.fact
    if "number" in (fact.kind, other.kind):
        if not _is_one_number(head, each):
            return False
    elif not is_told(other) or not _have_one_noun(fact, other, alone):
        return False
    moves = {"to": None, "rise": "rise", "fall": "fall", "from": "from"}
    moved = moves.get(fact.change or "") != moves.get(other.change or "")
    if {fact.change, other.change} == {"rise", "fall"} or parts_ways_at_a_link(head, each):
        return False
    if (moved and not slip(fact, other)) or other.change == "from":
        return False
    if is_told_of_another(each, head, slip(fact, other) > 1 and not TO_COME.search(head.told.text)):
        return False
    if fact.kind == "count" and not slip(fact, other) and _is_one_of_several(each):
        return False
    if fact.denominator and other.denominator and last_word(fact.denominator) != last_word(other.denominator):
        return False
    if fact.period and other.period and fact.period[:4] != other.period[:4]:
        return False
    return _is_near(fact, other, apart)


def _is_one_number(head: Placed, each: Placed) -> bool:
    """``230 aboard`` and ``320 people``, a sure slip apart; ``magnitude 6.4`` and ``magnitude 6.9``."""
    ours, theirs = (side.told.text[: side.fact.start - side.told.start].split() for side in (head, each))
    named = bool(ours and theirs) and stems(ours[-1]) == stems(theirs[-1]) != frozenset()
    if named or head.fact.kind == each.fact.kind:
        return named
    return head.fact.kind == "number" and is_told(each.fact) and slip(head.fact, each.fact) > 1


def _is_one_of_several(each: Placed) -> bool:
    """``a man and two women``, ``two men and a boy``."""
    start, end = each.fact.start - each.told.start, each.fact.end - each.told.start
    before = each.told.text[max(0, start - 60) : start]
    return bool(AND_ONE.match(each.told.text[end : end + 80]) or ONE_AND.search(before))


def _have_one_noun(one: Fact, other: Fact, alone: bool) -> bool:
    if one.kind != "count":
        return True
    if not one.counted or not other.counted:
        return False
    if noun_of(one) in STAFF and noun_of(other) in STAFF:
        return True
    if noun_of(one) in ANYBODY and noun_of(other) in ANYBODY:
        return True
    ours, theirs = noun_stems(one), noun_stems(other)
    return noun_of(one) == noun_of(other) and (alone or ours <= theirs or theirs <= ours)


def _is_near(one: Fact, other: Fact, apart: float) -> bool:
    """Are they as far apart as two tellings of one figure, or a slip of its scale, can be?"""
    if not one.value or not other.value or one.value * other.value < 0:
        return False
    ratio = max(one.value / other.value, other.value / one.value)
    return ratio <= apart or any(abs(ratio / slip - 1) < 0.1 for slip in SLIPS) or has_its_digits(one, other)


def _is_close(one: Fact, other: Fact) -> bool:
    """Is it a difference that a slip or an update makes?"""
    if {one.modifier, other.modifier} & {"at_least", "more_than", "at_most", "less_than"}:
        return False
    ratio = max((one.value or 1) / (other.value or 1), (other.value or 1) / (one.value or 1))
    return ratio <= CLOSE or any(abs(ratio / slip - 1) < 1e-6 for slip in SLIPS) or has_its_digits(one, other)

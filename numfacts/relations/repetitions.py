"""The same figure told twice in one story: in the headline and below it, or again further down.

::

    # Depot to lose 400 jobs                the headline, and the sentence that tells what it tells
    … The depot will lose 450 jobs, …
    … will build 412 homes. … The 421 homes …   "the" speaks of a number that was told before
    … build 412 homes in Leeds. … build 421 homes in Leeds …  the same words, and the same digits in another order

Which figures are meant is settled by their words and not by their values, but for one thing: a headline's figure that
any figure of the story agrees with has found its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from numfacts.grammar.persons import is_person, is_persons
from numfacts.model import Fact, Repetition, Story
from numfacts.relations.agreement import agrees
from numfacts.relations.telling_words import (
    Placed,
    last_word,
    names_in,
    noun_of,
    noun_stems,
    stems,
    without_figures,
    words_near,
)

KINDS = frozenset({"money", "count", "percent", "measure", "duration", "rate"})
MOST = 300  # figures of a story
LEAD = 6  # sentences with figures in which a headline's figure is told again
SHARED, SURE = 0.4, 0.45  # of the headline's words, in the sentence that tells the same
ALONE = 0.3  # where the story has no other figure of its kind
FEW = 2  # words that they share at least, besides the noun
APART = 4.0  # times: figures further apart are of two things, but for a slip of the scale
FARTHEST, TOLD = 10.0, 0.6  # the same, where the story has no other and tells so much of the headline
CLOSE = 2.0  # times: from here on it is doubtful
SLIPS = (10.0, 100.0, 1000.0, 1e6)
SMALL = 10  # "the two men", "the three": few enough to be others
NEARBY = 1.5  # times: a number told again with "the"

PEOPLE = frozenset("people dead staff crew police troops personnel team civilians others".split())
TOLL = "dead"
ANYBODY = frozenset("people persons dead deaths victims lives".split())
STAFF = frozenset("jobs job posts positions workers staff employees roles".split())
# Behind these a figure is of another time, another voice or another group than the headline's.
ELSEWHERE = re.compile(
    r"""
    \b(?: earlier | previous(?:ly)? | initial(?:ly)? | originally | at\ first | first
      | last\ (?:year|month|week|quarter) | a\ year\ ago | ago | before | compared | against | versus | vs | than | from
      | another | other | others | additional | further | more | extra | expected | forecast | predicted | had\ been
      | as\ many\ as | up\ to | once | since | until | each | every | average | including | among | nearby
      | of\ (?:them|whom|which|those|these) | separate(?:ly)? | annual(?:ly)?
      | by\ then | again | plus )\b
    """,
    re.VERBOSE,
)
PART = re.compile(r"\d{1,3}(?:,\d{3})*(?= (?:out )?of the\b)")
OTHERS = re.compile(r"\b(?:first|second|third|another|others?|separate|respectively)\b", re.IGNORECASE)
BEHIND = re.compile(
    r"""
    [ -]? (?:\w+[ ])?? (?: each | apiece | a\ (?:day|week|month|year|head) | an\ hour | per | more | others? | last
      | ago | earlier | in\ (?:19|20)\d\d )\b
    """,
    re.VERBOSE,
)
ONE_AND = re.compile(r"\b(?:an?|one|his|her|their) (?:[a-z-]+ ){1,3}and (?:\w+ )?$", re.IGNORECASE)
COMPARES = re.compile(r"\b(?:vs?|versus)\b", re.IGNORECASE)  # a row of results, and no headline
AND_ONE = re.compile(
    r"[^.;:]{0,40}?\b(?:and|with|plus) (?:an?|his|her|their|one|two|three|\d)"
)  # "two men and a boy"
DEFINITE = re.compile(r"\b(?:the|these|those|all|its|their)\ $", re.IGNORECASE)
NEUTRAL = re.compile(  # behind a noun that no word narrows
    r"""
    (?:[a-z’'-]+[ ])?? (?: will|would|are|were|is|was|has|have|had|must|may|can|could|should|to )\b
    | [,.;:!?)—–-] | $
    """,
    re.VERBOSE,
)
GENERIC = frozenset(
    """people men women children others year years day days week weeks month months hour hours minute minutes time times
    member members point points party parties company companies firm firms country countries state states share shares
    game games team teams side sides level offer loan loans debt bid series version page pages per of in on for to at by
    from and or a an the more less is was were are that which who as worth each total victims persons lives""".split()
)


def read(story: Story) -> Iterator[Repetition]:
    """-> the figures that are told again, the headline's first."""
    placed = [Placed(_part(fact), told) for told in story.sentences for fact in told.facts]
    if len(placed) > MOST:
        return
    head = [each for each in placed if each.told.section == "headline"]
    body = [each for each in placed if each.told.section == "body"]
    known: set[str] = set()
    for each in head:
        pair = _below(each, body)
        if pair is not None and pair.again.fact_id not in known:  # a title and a heading may say the same
            known |= {pair.first.fact_id, pair.again.fact_id}
            yield pair
    for pair in _again(placed):
        if pair.again.fact_id not in known:
            yield pair


def _part(fact: Fact) -> Fact:
    """``286 of the 600 seats`` as 286 seats; every other figure as it is."""
    part = PART.match(fact.text) if fact.rule == "ratio.of" and fact.counted else None
    if part is None:
        return fact
    number = part.group().replace(",", "")
    value = float(number)
    return fact._replace(
        kind="count", value=value, low=value, high=value, decimal=number, precision=0.5, denominator=None
    )  # fmt: skip


def _below(head: Placed, body: Sequence[Placed]) -> Repetition | None:
    """The figure of the story that a headline's figure is told by."""
    fact = head.fact
    if not _is_told(fact) or (fact.kind == "count" and not fact.counted) or COMPARES.search(head.told.text):
        return None
    same = [each for each in body if _of_one_kind(each.fact, fact)]
    agreeing = [each for each in same if agrees(fact, each.fact) and _may_be_one(fact, each.fact)]
    if agreeing:
        first = next((each for each in agreeing if noun_of(each.fact) == noun_of(fact)), None)
        return None if first is None else Repetition(fact, first.fact, True)
    if _is_a_sum(fact, same) or _is_told_otherwise(fact, body):
        return None
    words = stems(without_figures(head.told)) - noun_stems(fact)
    if len(words) < FEW:
        return None
    alone = _is_alone(fact, same)
    found: list[tuple[float, Placed]] = []
    for each in _lead(same):
        share = _shared(words, each, alone)
        apart = FARTHEST if alone and share >= TOLD else APART
        if share >= (ALONE if alone else SHARED) and _is_the_same_thing(head, each, alone, apart):
            found.append((share, each))
    if not found:
        return None
    best, partner = max(found, key=lambda pair: pair[0])
    rivals = [each for share, each in found if not agrees(each.fact, partner.fact)]
    sure = best >= SURE and _is_close(fact, partner.fact)
    return None if rivals else Repetition(fact, partner.fact, True, sure)


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
    own = [each.fact for each in same if _may_be_one(fact, each.fact)]
    return bool(own) and all(agrees(own[0], other) for other in own[1:])


def _shared(words: frozenset[str], each: Placed, alone: bool) -> float:
    """How much of the headline a sentence tells, its figure's noun left out; 0 where that is too little."""
    shared = words & stems(without_figures(each.told))
    if len(shared) < (1 if alone else FEW) or not (alone or words_near(each) & words):
        return 0.0
    return len(shared) / len(words)


def _is_the_same_thing(head: Placed, each: Placed, alone: bool, apart: float) -> bool:
    fact, other = head.fact, each.fact
    if not _is_told(other) or not _have_one_noun(fact, other, alone):
        return False
    moves = {"to": None, "rise": "rise", "fall": "fall", "from": "from"}
    if moves.get(fact.change or "") != moves.get(other.change or "") or other.change == "from":
        return False
    if _behind(each, head):
        return False
    if fact.kind == "count" and _is_one_of_several(each):
        return False
    if fact.denominator and other.denominator and last_word(fact.denominator) != last_word(other.denominator):
        return False
    if fact.period and other.period and fact.period[:4] != other.period[:4]:
        return False
    return _is_near(fact, other, apart)


def _is_one_of_several(each: Placed) -> bool:
    """``a man and two women``, ``two men and a boy``."""
    start, end = each.fact.start - each.told.start, each.fact.end - each.told.start
    before = each.told.text[max(0, start - 60) : start]
    return bool(AND_ONE.match(each.told.text[end : end + 80]) or ONE_AND.search(before))


def _behind(each: Placed, head: Placed) -> bool:
    """Do words around the figure make it another's, which the headline does not say?"""
    start = each.fact.start - each.told.start
    before = " ".join(each.told.text[max(0, start - 35) : start].lower().split(",")[-1:])
    behind = each.told.text[each.fact.end - each.told.start :].lower()[:60]
    cue = ELSEWHERE.search(before) or ELSEWHERE.match(behind.lstrip()) or BEHIND.match(behind)
    return cue is not None and cue.group().strip() not in head.told.text.lower()


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
    return ratio <= apart or any(abs(ratio / slip - 1) < 0.1 for slip in SLIPS) or _has_its_digits(one, other)


def _is_close(one: Fact, other: Fact) -> bool:
    """Is it a difference that a slip or an update makes?"""
    if {one.modifier, other.modifier} & {"at_least", "more_than", "at_most", "less_than"}:
        return False
    ratio = max((one.value or 1) / (other.value or 1), (other.value or 1) / (one.value or 1))
    return (
        ratio <= CLOSE or any(abs(ratio / slip - 1) < 1e-6 for slip in SLIPS) or _has_its_digits(one, other)
    )


def _has_its_digits(one: Fact, other: Fact) -> bool:
    """``$250M`` and ``$520M``: two digits changed places."""
    ours, theirs = (re.sub(r"\D", "", fact.text) for fact in (one, other))
    return len(ours) > 1 and ours != theirs and sorted(ours) == sorted(theirs)


def _is_a_sum(fact: Fact, same: Sequence[Placed]) -> bool:
    """``$510m`` of "pay $210m … and $300m", 12 of "six on each hand": figures of a sentence make it."""
    value = fact.value or 0.0
    by_sentence: dict[int, list[float]] = {}
    for each in same:
        by_sentence.setdefault(each.told.start, []).append(each.fact.value or 0.0)
        if (each.fact.value or 0.0) * 2 == value and re.search(r"\b(?:each|apiece|both)\b", each.told.text):
            return True
    lead = sorted(by_sentence)[:LEAD]
    groups = [by_sentence[start][:6] for start in lead]
    if all(noun_of(each.fact) == noun_of(fact) for each in same):
        groups.append([by_sentence[start][0] for start in lead])
    return any(
        abs(sum(some) - value) <= 0.02 * abs(value)
        for values in groups
        for size in (2, 3, 4)
        for some in combinations(values, size)
    )


def _is_told_otherwise(fact: Fact, body: Sequence[Placed]) -> bool:
    """A share as a fraction, a number without its noun, the same size in another unit."""
    for each in body:
        other = each.fact
        if other.kind in ("ratio", "multiple") and fact.kind == "percent" and other.value is not None:
            if abs(other.value * 100 - (fact.value or 0)) <= 5:
                return True
        if fact.kind == "count" and other.kind in ("number", "ordinal", "score", "ratio", "age", "duration"):
            if other.value == fact.value:
                return True
        if other.unit != fact.unit and fact.base_unit and fact.base_unit == other.base_unit:
            if abs((other.base_value or 0) - (fact.base_value or 0)) <= 0.15 * abs(fact.base_value or 0):
                return True
    return False


def _again(placed: Sequence[Placed]) -> Iterator[Repetition]:
    """``The 421 homes``: a number with "the" has been told before, when one and only one was."""
    told: dict[tuple[str, str | None, str], list[Placed]] = {}
    values: set[float | None] = set()
    for each in placed:
        fact = each.fact
        is_new = fact.value not in values  # "21 of them male. The 21 penguins": told, of others
        values.add(fact.value)
        noun = _thing(each)
        if (
            fact.kind not in ("count", "money")
            or not _is_told(fact)
            or (noun in GENERIC and noun not in ANYBODY)
        ):
            continue
        if not noun and fact.kind == "count":
            continue
        before = told.setdefault((fact.kind, fact.unit, noun), [])
        partner = _partner(each, before)
        if partner is not None and (is_new or agrees(fact, partner.fact)):
            yield Repetition(partner.fact, fact, partner.told.section == "headline")
        before.append(each)


def _partner(each: Placed, before: Sequence[Placed]) -> Placed | None:
    if before and _speaks_of(each, before):
        return before[-1]
    return next((other for other in before[-LEAD:] if _is_told_in_the_same_words(each, other)), None)


def _is_told_in_the_same_words(each: Placed, other: Placed) -> bool:
    fact, first = each.fact, other.fact
    if not _has_its_digits(fact, first) or each.told.start == other.told.start or fact.change != first.change:
        return False
    if any(sum(_of_one_kind(fact, beside) for beside in side.told.facts) > 2 for side in (each, other)):
        return False
    if fact.speaker and first.speaker and fact.speaker != first.speaker:
        return False
    if (
        _behind(each, other)
        or _behind(other, each)
        or (names_in(each) - names_in(other) and names_in(other) - names_in(each))
    ):
        return False
    ours, theirs = words_near(each) - noun_stems(fact), words_near(other) - noun_stems(first)
    shared = ours & theirs
    return len(shared) >= FEW and len(shared) >= SHARED * min(len(ours), len(theirs))


def _speaks_of(each: Placed, before: Sequence[Placed]) -> bool:
    fact, first = each.fact, before[0].fact
    text, at = each.told.text, fact.start - each.told.start
    noun = fact.counted if fact.kind == "count" else _noun_behind(each)
    toll = _thing(each) == TOLL
    if _thing(each) in ANYBODY - {TOLL} and not (
        _has_its_digits(fact, first) and words_near(each) & words_near(before[0])
    ):
        return False  # "23 people arrested … the 32 people arrested"
    if not noun or not DEFINITE.search(text[:at]) or each.told.start == before[-1].told.start:
        return False
    if not all(agrees(first, other.fact) for other in before[1:]) or (fact.value or 0) < SMALL:
        return False
    if OTHERS.search(text[:at]) or OTHERS.search(before[-1].told.text):
        return False
    modified = {fact.modifier, first.modifier} - {"exact"}
    if modified or "/" in (fact.unit or "") or fact.change or first.change:
        return False
    words = frozenset((fact.counted or "").lower().split()[:-1])
    if not toll and words - frozenset((first.counted or "").lower().split()):
        return False
    rest = text[fact.end - each.told.start :].lstrip(" -")[len(noun) :].lstrip(" ")
    everything = text[:at].lower().endswith("all ")  # "all 54 patients recovered"
    swapped = _has_its_digits(fact, first)
    if not (everything or toll or swapped or NEUTRAL.match(rest.lower())) or ELSEWHERE.search(
        text[max(0, at - 40) : at].lower()
    ):
        return False
    ratio = max((fact.value or 1) / (first.value or 1), (first.value or 1) / (fact.value or 1))
    return ratio <= NEARBY or swapped or any(abs(ratio / slip - 1) < 0.01 for slip in SLIPS)


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


def _is_told(fact: Fact) -> bool:
    return fact.kind in KINDS and fact.value is not None and fact.equivalent_of is None


def _of_one_kind(one: Fact, other: Fact) -> bool:
    counts = ("count", "number")
    return one.unit == other.unit and (
        one.kind == other.kind or (one.kind in counts and other.kind in counts)
    )

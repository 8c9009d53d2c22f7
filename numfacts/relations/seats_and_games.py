"""Totals that votes, seats and games make, which a sentence tells without "in all".

::

    The 17-member board voted 12-3 with two abstentions
    Labour has 22 of the 48 seats, the Tories 18 and the Greens eight
    They played 38 games, winning 20, drawing 10 and losing eight
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from numfacts.grammar.late_patterns import late
from numfacts.model import Fact, Total
from numfacts.model.story import Told
from numfacts.relations.apposed_parts import FAR, NEAR, OPEN, is_total, share_of
from numfacts.relations.marked_sentences import fact_at
from numfacts.relations.word_lists import any_of

HOUSE = r"-(?:member|seat|strong|person|man)"
MEMBERS = any_of(
    """bishops commissioners councillors delegates deputies directors governors judges jurors lawmakers members mps
    senators"""
)
# the 17-member board voted 12-3 with two abstentions
VOTED = late(
    rf"""
    <c(?P<members>\d+)>
    (?: (?:{HOUSE}|\ {MEMBERS})\b[^<]{{0,50}}?\ vot(?:ed|es|ing)\b[^<]{{0,30}}?\ (?:by\ )?     # 17 senators voted
      | {HOUSE}\ [a-z]+\ (?:by\ )? )                                                         # 17-member board
    (?: <x(?P<score>\d+)>                                                                   # 12-3
      | <c(?P<ayes>\d+)>\ (?:votes\ )?(?:to|against|for[^<]{{0,12}}and)\ <c(?P<noes>\d+)> )   # 12 votes to 3
    (?:[^<]{{0,30}}?<c(?P<others>\d+)>\ (?:abst|absent|recus|undecided))?                   # with two abstentions
    """,
    re.VERBOSE,
)
# Labour has 22 seats, the Tories 18 and the Greens eight
HOLDING = any_of(
    "has have had holds? held won wins? took takes? gets? got received polled gained secured with"
)
PARTIES = late(
    rf"""
    \b{HOLDING}\ (?P<first><[cr]\d+>)(?:\ (?:seats|votes|members|mps|delegates|places))?
    (?P<rest>(?:
        (?:,|,?\ and|,?\ while|,?\ with)\ (?:the\ )?[a-z’'-]+(?:\ [a-z’'-]+){{0,2}}
        \ (?:<c\d+>|\d[\d,]*)(?![\d%])
    ){{1,9}})
    """,
    re.VERBOSE,
)
NUMBER = late(r"<c\d+>|(?<= )\d[\d,]*")
SEATED = frozenset(
    "seat seats vote votes member members place places delegate delegates councillors mps".split()
)
# winning 20, drawing 10 and losing eight
GAMES = late(
    r"""
    \b(?:won|winning|wins|win)\ <c(?P<won>\d+)>(?:\ [a-z]+)?
    ,?\ (?:and\ )?(?:drawn|drew|drawing|tied|draw|tying)\ <c(?P<drawn>\d+)>
    ,?\ (?:and\ )?(?:(?:have|has)\ )?(?:lost|losing|lose)\ <c(?P<lost>\d+)>
    (?:\ of\ (?:the|its|their|his|her)\ <c(?P<behind>\d+)>)?
    """,
    re.VERBOSE,
)
PLAYED = late(
    r"<c(?P<total>\d+)> (?:[a-z]+ )?(?:games|matches|tests|fixtures|bouts|meetings|outings|starts)\b[^<]{0,40}$"
)
SPAN = 80  # characters before the games that may tell how many were played


def seated_or_played(told: Told, sentence: str) -> Iterator[Total]:
    """-> the totals of votes, of seats and of games, in this order."""
    yield from _votes(told, sentence)
    yield from _parties(told, sentence)
    yield from _games(told, sentence)


def _votes(told: Told, sentence: str) -> Iterator[Total]:
    for match in VOTED.finditer(sentence):
        members = told.facts[int(match["members"])]
        if match["score"]:
            score = told.facts[int(match["score"])]
            numbers = re.findall(r"\d+", score.text)
            parts = [_as_count(score, number) for number in numbers] if len(numbers) == 2 else []
        else:
            parts = [told.facts[int(match[each])] for each in ("ayes", "noes")]
        if match["others"]:
            parts.append(told.facts[int(match["others"])])
        if len(parts) < 2 or not is_total(members) or any(part.value is None for part in parts):
            continue
        if 1 < share_of(members, parts, 0) <= FAR:
            yield Total(members, tuple(parts), 0, True)


def _as_count(score: Fact, number: str) -> Fact:
    value = float(number)
    return score._replace(
        kind="count", value=value, low=value, high=value, decimal=number, precision=0.5, text=number, modifier="exact"
    )  # fmt: skip


def _parties(told: Told, sentence: str) -> Iterator[Total]:
    """More seats than the house has: the house is the one other figure of the sentence that counts seats."""
    for match in PARTIES.finditer(sentence):
        first = fact_at(told, match["first"])
        parts = [
            fact_at(told, number) if number[0] == "<" else _as_count(first, number.replace(",", ""))
            for number in NUMBER.findall(match["rest"])
        ]
        if first.kind == "ratio":
            numbers = re.findall(r"\d[\d,]*", first.text)
            if len(numbers) != 2 or first.rule not in ("ratio.of", "ratio.out_of"):
                continue
            parts.insert(0, _as_count(first, numbers[0].replace(",", "")))
            wholes = [_as_count(first, numbers[1].replace(",", ""))]
        else:
            parts.insert(0, first)
            inside = {part.fact_id for part in parts}
            wholes = [
                fact
                for fact in told.facts
                if fact.fact_id not in inside
                and fact.kind == "count"
                and (fact.counted or "").lower().split(" ")[-1] in SEATED
            ]
        if (
            len(wholes) != 1
            or not is_total(wholes[0])
            or any(part.value is None or part.change for part in parts)
        ):
            continue
        if OPEN.search(match.group()) or wholes[0].change or not 1 < share_of(wholes[0], parts, 0) <= FAR:
            continue
        if max(part.value or 0 for part in parts) <= (wholes[0].value or 0):
            yield Total(wholes[0], tuple(parts), 0, True, False)


def _games(told: Told, sentence: str) -> Iterator[Total]:
    for match in GAMES.finditer(sentence):
        parts = tuple(told.facts[int(match[each])] for each in ("won", "drawn", "lost"))
        played = PLAYED.search(sentence[max(0, match.start() - SPAN) : match.start()])
        mark = match["behind"] or (played and played["total"])
        if mark is not None and all(part.value is not None for part in parts):
            total = told.facts[int(mark)]
            if is_total(total) and NEAR <= share_of(total, parts, 0) <= FAR:
                yield Total(total, parts, 0, False, share_of(total, parts, 0) > 1)

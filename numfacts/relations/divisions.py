"""Shares of one whole, where the names or the answers themselves say that nobody has two.

::

    55 per cent Catholic, 30 per cent Jewish and 15 per cent of no religion
    45 per cent said the bridge should go; 40 per cent would keep it and 15 per cent had no view
    Pay took 52% of the budget last year, drugs 28% and buildings 20%
    Prices rose in 60% of towns, fell in 25% and were unchanged in 15%
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from numfacts.relations.dividing_words import (
    ALLOTTED,
    BACKED,
    BARE,
    BRACKETS,
    BY_PLACE,
    CHOICE,
    CONTROL,
    ELSEWHERE,
    GENDER,
    GROUPS,
    HELD,
    JOINED,
    LARGEST,
    MADE_OF,
    MARK,
    MASSES,
    NAME_ONLY,
    NEEDS_A_WHOLE,
    NEITHER,
    NO,
    NO_PARTS,
    NO_REST,
    OF_ONE,
    OTHER_OF,
    OTHER_TIME,
    OWN_VERB,
    PLACES,
    REST,
    REST_TOLD,
    RESULT,
    SHARE,
    SINGLE_NOUNS,
    TAKES,
    TIME,
    VOTES,
    WAYS,
    YES,
)

LONGEST = 110  # characters of an entry
BEHIND = 60  # characters behind the last share that are its entry


class Division(NamedTuple):
    """The marks of the shares, and whether the words leave no doubt."""

    marks: tuple[str, ...]
    sure: bool


def division_of(sentence: str) -> Division | None:
    """-> the shares of a marked sentence that one whole has, where its words say so."""
    sentence = TIME.sub("", sentence) if len(re.findall(r"<d\d+>", sentence)) < 2 else sentence
    for pattern in (WAYS, RESULT, VOTES, BACKED, BARE, BRACKETS, MASSES, BY_PLACE, HELD):
        match = pattern.search(sentence)
        if match and not (
            pattern in (BARE, BRACKETS, MASSES, BY_PLACE, HELD)
            and OTHER_TIME.search(re.sub(r"[()]", "", match.group()))
        ):
            marks = match.groupdict()
            return Division(tuple(marks[each] for each in "abc" if marks.get(each)), pattern in (WAYS, HELD))
    made = MADE_OF.search(sentence)
    if (
        made
        and not any(NO_PARTS.search(made[part]) for part in "xyz")
        and _of_one_group([made[part] for part in "xyz"])
    ):
        return Division((made["a"], made["b"], made["c"], *_more(sentence, made.end())), False)
    for run in _runs(sentence):
        found = (
            _by_name(sentence, run)
            or _by_answer(sentence, run)
            or _gapped(sentence, run)
            or _allotted(sentence, run)
        )
        if found:
            return Division(tuple(mark.group() for mark in run), found == "sure")
    return None


def _of_one_group(entries: Sequence[str]) -> bool:
    """Black, Muslim and married are of three groups; words that are of none may be of one."""
    told = [{k for k, names in enumerate(GROUPS) if names.search(entry)} for entry in entries]
    return (
        not any(told)
        or bool(set.intersection(*told))
        or all(REST.search(e) or t for e, t in zip(entries, told, strict=True))
    )


def _more(sentence: str, at: int) -> tuple[str, ...]:
    match = re.match(r",?(?: and)? (<[pf]\d+>)", sentence[at:])
    return (match[1],) if match else ()


def _runs(sentence: str) -> list[list[re.Match[str]]]:
    runs: list[list[re.Match[str]]] = [[]]
    for mark in MARK.finditer(sentence):
        run = runs[-1]
        gap = sentence[run[-1].end() : mark.start()] if run else ""
        if not SHARE.fullmatch(mark.group()):
            runs.append([])
        elif run and not (len(gap) <= LONGEST and JOINED.search(gap) and not re.search(r"[.?!] ", gap)):
            runs.append([mark])
        else:
            run.append(mark)
    return [run for run in runs if len(run) > 1]


def _entries(sentence: str, run: Sequence[re.Match[str]]) -> list[str]:
    """What stands behind each share, up to the next."""
    gaps = [sentence[one.end() : other.start()] for one, other in pairwise(run)]
    last = re.split(r"[.;:(?!] ?|, (?!and )| –| --", sentence[run[-1].end() :][:BEHIND])[0]
    return [*gaps, last]


def _by_name(sentence: str, run: Sequence[re.Match[str]]) -> str | None:
    entries = _entries(sentence, run)
    before = sentence[max(0, run[0].start() - 80) : run[0].start()]
    if len(run) < 2 or any(ELSEWHERE.search(re.sub(GENDER, "", entry)) for entry in entries[:-1]):
        return None
    if NEEDS_A_WHOLE.search(before) or any(NEEDS_A_WHOLE.search(entry) for entry in entries):
        return None
    wholes = {match[1] for entry in entries if (match := OTHER_OF.match(entry))}
    if len(wholes) > 1:
        return None
    for names in GROUPS:
        told = [names.findall(entry) for entry in entries]
        plain = sum(len(each) == 1 for each in told)
        rest = sum(not each and bool(REST.search(entry)) for each, entry in zip(told, entries, strict=True))
        if plain >= 2 and plain + rest == len(run) and len({each[0] for each in told if each}) == plain:
            return "sure" if SINGLE_NOUNS.search(before) or len(run) > 2 else "doubtful"
    return None


def _by_answer(sentence: str, run: Sequence[re.Match[str]]) -> str | None:
    """Three answers of which the last is none: "did not know"."""
    entries = _entries(sentence, run)
    sides = [entry for entry in entries if not NEITHER.search(entry)]
    if len(run) != 3 or len(sides) != 2 or any(ELSEWHERE.search(entry) for entry in entries[:-1]):
        return None
    first, second = sides
    if bool(NO.search(first)) != bool(NO.search(second)):
        return "sure" if YES.search(first) and YES.search(second) is None else "doubtful"
    return "doubtful" if CHOICE.search(first) and not CHOICE.search(second) else None


def _gapped(sentence: str, run: Sequence[re.Match[str]]) -> str | None:
    """``Pay took 52% of the budget, drugs 28%``: one verb, one whole, another name before each share."""
    before = sentence[max(0, run[0].start() - 80) : run[0].start()]
    first = sentence[run[0].end() : run[1].start()]
    whole = OF_ONE.match(first)
    plain = LARGEST.search(before) or (CONTROL.search(before) and len(run) > 2)
    if not (plain or (TAKES.search(before) and whole)) or PLACES.match(first):
        return None
    names = [
        first[whole.end() if whole else 0 :],
        *(sentence[one.end() : other.start()] for one, other in pairwise(run[1:])),
    ]
    behind = sentence[run[-1].end() :][:30]
    if any(
        not NAME_ONLY.fullmatch(name) or OWN_VERB.search(name) or ELSEWHERE.search(re.sub(GENDER, "", name))
        for name in names
    ) or re.match(r" (?:of|more)\b", behind):
        return None
    return "sure" if len(run) > 2 else "doubtful"


def _allotted(sentence: str, run: Sequence[re.Match[str]]) -> str | None:
    start = max(0, run[0].start() - 40)
    match = ALLOTTED.search(sentence, start)
    if match is None or match["a"] != run[0].group():
        return None
    way = match["way"]
    entries = _entries(sentence, run)
    same = all(re.match(rf" (?:{way}|in|on|to|by|for|from) [a-z]", entry) for entry in entries)
    if not same or any(
        re.search(r"\b(?:last|ago|year|years|compared|than|of (?:its|their))\b", entry) for entry in entries
    ):
        return None
    return "sure"


def rest_of(sentence: str) -> str | None:
    """-> the mark of "the remaining 28%" where the sentence tells no other share."""
    told = REST_TOLD.search(sentence)
    if told is None or len(SHARE.findall(sentence)) > 1 or NO_REST.search(sentence):
        return None
    return told["rest"]


def is_of_them(sentence: str, rest: str, before: Sequence[str]) -> bool:
    """Is "the remaining 40% of Birch" of something that was told before?"""
    whole = re.match(
        r" of (?:the |its |their |all )?([a-z’'-]+)", sentence[sentence.index(rest) + len(rest) :]
    )
    return whole is None or any(whole[1] in each for each in before)


def shares_before(sentences: Sequence[str]) -> list[tuple[int, str]] | None:
    """-> the shares that a rest leaves: (sentence, mark); None where one is of another time or another whole."""
    if any(OTHER_TIME.search(sentence) for sentence in sentences):
        return None
    found = [(k, mark) for k, sentence in enumerate(sentences) for mark in SHARE.findall(sentence)]
    return found if found and all(mark[1] == "p" for _, mark in found) else None


def answers_of(before: str, sentence: str) -> tuple[str, ...] | None:
    """-> three answers to one question in two sentences, of which the last is none: "were unsure"."""
    runs, earlier = _runs(sentence), SHARE.findall(before)
    if (
        len(earlier) != 1
        or len(runs) != 1
        or len(runs[0]) != 2
        or not re.match(r"(?:another|a further|while)? ?<p", sentence)
    ):
        return None
    first = before[before.index(earlier[0]) + len(earlier[0]) :]
    second, last = _entries(sentence, runs[0])
    if not NEITHER.search(last) or NEITHER.search(first) or NEITHER.search(second):
        return None
    if ELSEWHERE.search(first.rstrip(".")) or ELSEWHERE.search(second) or OTHER_TIME.search(before):
        return None
    if bool(NO.search(first)) == bool(NO.search(second)):
        return None
    return (earlier[0], *(mark.group() for mark in runs[0]))

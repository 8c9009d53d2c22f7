"""Figures that moved: where from, where to, by how much, as one clause tells it.

::

    rose 20% to £50m from £40m          size, new, old
    from 30% to 36%, an increase of 6%  old, new, size
    were 6,210, down 38% from 10,040    new, size, old
    rose to 40 from 50                  new, old

Each figure has a role by the words right before and behind it; neighbours whose roles make one of these orders, and
between whom nothing begins another clause, are one change.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from numfacts.grammar.change import change_words
from numfacts.lexicon.words import word_class
from numfacts.model import Change, Fact, Story, Told
from numfacts.relations.change_wordings import (
    A_MOVE_OF,
    BASIS,
    BASIS_BEHIND,
    BREAK,
    BRIEF,
    BY_WHICH,
    CLAUSE,
    COMPARED,
    LEVEL_THEN_SIZE,
    MOVES_ON,
    NEW,
    NO_BREAK,
    OLD,
    OR,
    OTHER_TIME,
    RANGING,
    STAKE,
    STAKE_OF,
    TAKING,
    THEN,
    WAS,
    WAS_AND_IS,
    WITH,
    YEAR_ON_YEAR,
)

MOVING = frozenset({"money", "percent", "count", "measure", "multiple", "number", "rate"})
ORDERS = ("SNO", "SON", "NSO", "NOS", "ONS", "NO", "ON")
FAR = 200  # times as much: whoever prints 87 cents beside 11.7m compares other figures
START = attrgetter("start")
ASIDE = frozenset({"date", "duration", "ordinal"})
OWN_NOUN = frozenset({"count.noun"})  # the noun stands behind the figure, and was not taken over from another
EITHER_WAY = frozenset("go goes went gone crept creeping nudged nudging blow blows blew blown".split())
LONGEST = 90  # characters between two figures of one change: "in scheduled traffic on its European routes to"


def read(story: Story) -> Iterator[Change]:
    """-> the changes of every sentence, none sharing a figure with another."""
    for told in story.sentences:
        moving = [fact for fact in told.facts if _moves(told, fact)]
        k = 0
        while k < len(moving) - 1:
            roles = _roles(told, moving[k : k + 3], *_neighbours(moving, k))
            change, taken = _longest(told, moving[k : k + 3], roles)
            if change is not None:
                yield change
            k += taken


def _moves(told: Told, fact: Fact) -> bool:
    """Not "in the two months", nor "a third of"; but "cut to two months from three", "rose by a third"."""
    if fact.equivalent_of is not None:
        return False
    if fact.kind in ("duration", "ratio"):
        before = fact.sentence[: fact.start - told.start]
        return fact.change is not None or before.endswith(" by ")
    return fact.kind in MOVING


def _longest(told: Told, facts: Sequence[Fact], roles: str) -> tuple[Change | None, int]:
    """-> the change that the first facts make, and how many of them it takes; (None, 1) where they make none."""
    for order in ORDERS:
        taken = facts[: len(order)]
        if roles.startswith(order) and _one_clause(told, taken):
            by_role = dict(zip(order, taken, strict=True))
            change = _change(told, by_role["N"], by_role["O"], by_role.get("S"), taken)
            if change is not None:
                return change, len(order)
    return None, 1


def _neighbours(moving: Sequence[Fact], k: int) -> tuple[Fact | None, Fact | None]:
    """-> the figures before and behind the three from ``k`` on."""
    return moving[k - 1] if k else None, moving[k + 3] if k + 3 < len(moving) else None


def _roles(told: Told, facts: Sequence[Fact], previous: Fact | None, following: Fact | None) -> str:
    """-> a letter a fact: S size, N new, O old, - none."""
    roles = ""
    for k, fact in enumerate(facts):
        before = _gap(told, facts[k - 1] if k else previous, fact)[-LONGEST:]
        behind = _gap(told, fact, facts[k + 1] if k + 1 < len(facts) else following)[:LONGEST]
        roles += _role(fact, before, behind, roles, k + 1 < len(facts))
    if roles == "NON" and facts[0].change is None:
        return "SON"  # "lift the fare 55 cents, from $2.75 to"
    return "ONS" if len(facts) == 3 and _was_and_is(told, facts) else roles


def _was_and_is(told: Told, facts: Sequence[Fact]) -> bool:
    """``was 180 metres in 1990 and is 150 metres now, a fall of 28%``"""
    moved = A_MOVE_OF.search(_gap(told, facts[1], facts[2]))
    dated = _gap(told, facts[0], facts[1]) != told.between(facts[0], facts[1]).lower()  # a date was left out
    return (
        dated
        and facts[2].change in ("rise", "fall")
        and moved is not None
        and moved["noun"] in change_words().nouns
        and WAS_AND_IS.fullmatch(_gap(told, facts[0], facts[1])) is not None
    )


def _gap(told: Told, before: Fact | None, after: Fact | None) -> str:
    """What stands between two figures, in lower case, the dates and lengths of time in it left out."""
    first = told.start if before is None else before.end
    last = told.start + len(told.text) if after is None else after.start
    parts, at = [], first
    for k in range(bisect_left(told.facts, first, key=START), bisect_left(told.facts, last, key=START)):
        fact = told.facts[k]
        if at <= fact.start and fact.end <= last and fact.kind in ASIDE:
            parts.append(told.text[at - told.start : fact.start - told.start])
            at = fact.end
    return "".join([*parts, told.text[at - told.start : last - told.start]]).lower()


def _role(fact: Fact, before: str, behind: str, roles: str, followed: bool) -> str:
    if STAKE.match(behind) or STAKE_OF.search(before) or RANGING.search(before):
        return "-"
    if fact.kind == "multiple" and behind == " the ":
        return "S"  # "45,000, three times the 25,000 of 2015"
    if roles.endswith("S") and before == " the ":
        return "O"
    if roles in ("ON", "NO") and fact.unit == "percent" and OR.fullmatch(before):
        return "S"
    if fact.change == "from" or OLD.search(before):
        return "O"
    if TAKING.fullmatch(behind):
        return "S"
    if roles.endswith("S") and before == " at ":
        return "N"  # "up 30% at 13,000"
    if fact.change in ("rise", "fall") or (fact.change is None and _sized(before, behind)):
        return "S"
    if fact.change == "to" or NEW.search(before):
        return "N"
    if followed and (LEVEL_THEN_SIZE.fullmatch(behind) or WAS.fullmatch(behind) or OLD.search(behind)):
        return "N"
    return "-"


def _sized(before: str, behind: str) -> bool:
    """``a 130 percent increase``, ``a 5% pay rise``, ``a rise of 17 percent``, ``, up 12``."""
    nouns = change_words().nouns
    closed = word_class("preposition", "conjunction", "determiner", "auxiliary", "pronoun")
    if re.match(r" (?:more|less|higher|lower|fewer) than\b", behind):
        return True
    for word in re.findall(r"[a-z]+|[^\sa-z]", behind)[:3]:
        if word in nouns:
            return True
        if word in closed or not word.isalpha():
            break
    leading = re.search(r"\b([a-z]+) of ?$", before)
    return bool(leading and leading[1] in nouns) or bool(re.search(r"\b(?:up|down) ?$", before))


def _one_clause(told: Told, facts: Sequence[Fact]) -> bool:
    levels = len(facts) == 3 and _was_and_is(told, facts)
    for before, after in pairwise(facts):
        gap = NO_BREAK.sub("", _gap(told, before, after).removeprefix(f" {before.counted}"))
        if TAKING.fullmatch(gap) or WITH.fullmatch(gap) or (levels and before is facts[0]):
            continue
        if len(gap) > LONGEST or BREAK.search(gap):
            return False
        if _leads_on(gap, before, after):
            continue
        if any(word in _verbs_alone() for word in re.findall(r"[a-z]+", gap)):
            return False
    return True


def _leads_on(gap: str, before: Fact, after: Fact) -> bool:
    """Does a verb of change stand between two figures that moves the first on to the second?"""
    verbs = change_words().verbs
    moves_on, by_which, then = MOVES_ON.fullmatch(gap), BY_WHICH.fullmatch(gap), THEN.fullmatch(gap)
    return bool(
        (moves_on and verbs.get(moves_on["verb"]) == before.change)
        or (by_which and after.change in ("rise", "fall") and _direction_of(by_which["verb"]) == after.change)
        or (then and before.change is None and _direction_of(then["verb"]))
    )


def _direction_of(verb: str) -> str | None:
    words = change_words()
    return words.verbs.get(verb) or (None if verb in EITHER_WAY else words.transitives.get(verb))


def _verbs_alone() -> frozenset[str]:
    """Verbs of change that are no nouns: the "dropping" of "its 5% stake dropping to"."""
    table = change_words()
    return frozenset(table.verbs.keys() - table.nouns.keys() - table.adverbs.keys())


def _change(told: Told, new: Fact, old: Fact, size: Fact | None, taken: Sequence[Fact]) -> Change | None:
    if not _alike(new, old):
        return None
    new, old = _of_one_scale(_in_unit_of(old, new), _in_unit_of(new, old))
    new, old, size = _of_one_unit(new, old, size)
    first, last = taken[0], taken[-1]
    index = told.facts.index(last)
    behind = told.between(last, told.facts[index + 1] if index + 1 < len(told.facts) else None).lower()
    within = told.text[first.start - told.start : last.end - told.start].lower()
    basis = BASIS.search(within) or _basis_behind(behind)
    other = OTHER_TIME.match(behind) if taken[-1].fact_id == old.fact_id else None
    if other and YEAR_ON_YEAR.search(within):
        return Change(new, old, size, _direction(told, taken, size), "year on year")
    before = told.between(taken[-2], last).lower()
    compared = COMPARED.search(before) is not None and taken[-1].fact_id == old.fact_id
    sure = not (compared and other)
    if compared and size is not None and BRIEF.search(within):
        size = None
    direction = (
        None if compared and size is None else _direction(told, taken, size)
    )  # "rose to 752, against 987"
    return Change(new, old, size, direction, basis.group() if basis else None, sure)


def _basis_behind(behind: str) -> re.Match[str] | None:
    """``from £40m on a comparable-store basis``; not ``from £40m, with same-store sales up 3%``."""
    led = BASIS_BEHIND.match(behind)
    if led is None:
        return None
    return BASIS.match(behind, led.end()) or BASIS.match(behind, led.end() - 3)


def _alike(new: Fact, old: Fact) -> bool:
    """Of one unit, counting one thing; a figure that tells none has the other's: "1,400 tonnes from 1,900"."""
    near = not (new.value and old.value) or 1 / FAR < abs(new.value / old.value) < FAR
    same = new.unit == old.unit or ("number" in (new.kind, old.kind) and None in (new.unit, old.unit))
    per = _amount(new) == _amount(old)  # "40 cents a share to 5 cents"
    if not (same or per) or not (near or _of_one_scale(new, old) != (new, old)):
        return False
    counted = [
        fact.counted.split()[-1].lower() for fact in (new, old) if fact.counted and fact.rule in OWN_NOUN
    ]
    return len(set(counted)) < 2


def _amount(fact: Fact) -> str | None:
    """-> the unit without what it is per."""
    return fact.unit and fact.unit.partition("/")[0].strip()


def _of_one_unit(new: Fact, old: Fact, size: Fact | None) -> tuple[Fact, Fact, Fact | None]:
    """``fell $40 an ounce to $2,310``: what they are per, told of some, is meant for all, and says nothing here.

    ``fell 90 cents to 24.10 euros``: the cents are the euro's.  ``rose 1.2C to 8.9C``: a difference is of their unit.
    """
    if size is not None and new.unit and new.unit in (size.candidates or "").split("|"):
        size = size._replace(unit=new.unit)
    if size is not None and size.unit == f"delta_{new.unit}":
        size = size._replace(unit=new.unit)
    units = {fact.unit for fact in (new, old, size) if fact is not None and _amount(fact) == _amount(new)}
    if len(units) < 2:
        return new, old, size
    new, old = (fact._replace(unit=_amount(fact)) for fact in (new, old))
    if size is not None and _amount(size) == new.unit:
        size = size._replace(unit=new.unit)
    return new, old, size


def _in_unit_of(other: Fact, fact: Fact) -> Fact:
    """``from 12 weeks to seven``: a figure without unit has the other's."""
    return fact._replace(unit=other.unit, kind=other.kind) if fact.unit is None and other.unit else fact


def _of_one_scale(new: Fact, old: Fact) -> tuple[Fact, Fact]:
    """``to 4.80 from 3.50 billion``: a scale that is told once is meant for both."""
    for small, large, swapped in ((new, old, False), (old, new, True)):
        if small.value is None or large.value is None or not 0 < abs(small.value) < 1000 <= abs(large.value):
            continue
        scale = next((size for size in (1e12, 1e9, 1e6) if abs(large.value) >= size), None)
        worded = any(char.isalpha() for char in large.text)
        if scale is None or not worded or not 0.1 < small.value * scale / large.value < 10:
            continue
        raised = small._replace(
            value=small.value * scale,
            low=None if small.low is None else small.low * scale,
            high=None if small.high is None else small.high * scale,
            precision=None if small.precision is None else small.precision * scale,
        )
        return (large, raised) if swapped else (raised, large)
    return new, old


def _direction(told: Told, taken: Sequence[Fact], size: Fact | None) -> str | None:
    if size is not None and size.change in ("rise", "fall"):
        return size.change
    index = told.facts.index(taken[0])
    before = told.between(told.facts[index - 1] if index else None, taken[0]).lower()[-LONGEST:]
    before = CLAUSE.split(before)[-1]  # what spiked in another clause moves nothing here
    between = told.between(taken[0], taken[1]).lower()
    adverbs = change_words().adverbs
    for word in [*re.findall(r"[a-z]+", between), *reversed(re.findall(r"[a-z]+", before))]:
        found = _direction_of(word) or (adverbs.get(word) if word in ("up", "down") else None)
        if found:
            return found
    return None

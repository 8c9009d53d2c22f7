"""Headline figures that the story does not print but makes: a sum, a share in words, the rise between two levels.

``is_made_of(12, …)`` holds over "six fingers on each hand", of $510m over "$210m … and $300m".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations, permutations

from numfacts.model import Fact
from numfacts.relations.telling_words import Placed, noun_of

LEAD = 6  # sentences with figures of which it is made


def is_made_of(fact: Fact, same: Sequence[Placed], body: Sequence[Placed]) -> bool:
    """-> whether figures of the story make this one; ``same`` are those of its kind and unit."""
    return _is_a_sum(fact, same) or _is_told_otherwise(fact, body) or _is_worked_out(fact, body)


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


def _is_worked_out(fact: Fact, body: Sequence[Placed]) -> bool:
    """``Profit rises 12%`` over "profit rose to £112m from £100m"."""
    if fact.kind != "percent" or not fact.value:
        return False
    by_sentence: dict[int, list[Fact]] = {}
    for each in body:
        if each.fact.value and each.fact.kind in ("money", "count", "number", "measure"):
            by_sentence.setdefault(each.told.start, []).append(each.fact)
    return any(
        one.unit == other.unit
        and abs(abs((other.value or 0) / (one.value or 1) - 1) * 100 - fact.value)
        <= max(1.0, 0.1 * fact.value)
        for start in sorted(by_sentence)[:LEAD]
        for one, other in permutations(by_sentence[start][:6], 2)
    )

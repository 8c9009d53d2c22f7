"""A sentence with a mark in place of each figure, so that one pattern can say how figures stand to each other.

``marked(told)`` of "450 of 600, or 75%, agreed." is ``"<r0>, or <p1>, agreed."``: the letter is the figure's sort, the
digits its place in ``told.facts``.
"""

from __future__ import annotations

from numfacts.grammar.late_patterns import late
from numfacts.model import Fact
from numfacts.model.story import Told

SORTS = {
    "percent": "p",
    "count": "c",
    "number": "c",
    "money": "q",
    "measure": "q",
    "duration": "q",
    "date": "d",
    "ordinal": "o",
}  # what a figure can be in a pattern; the rest are x
NEXT = 3  # characters between a sentence and the one that follows it
OPENING = late(r"[<>]")
MARK = late(r"<[a-z]\d+>")
SHARE = late(r"<[pf]\d+>")  # a percentage, or a fraction in words


def marked(told: Told) -> str:
    """-> the sentence, lower-cased; ratios of two numbers are r, fractions in words f, percentage points x."""
    parts: list[str] = []
    at = 0
    for k, fact in enumerate(told.facts):
        start, end = fact.start - told.start, fact.end - told.start
        if start < at:
            continue
        parts += [_plain(told.text[at:start]), f"<{_sort(fact)}{k}>"]
        at = end
    return "".join([*parts, _plain(told.text[at:])])


def fact_at(told: Told, mark: str) -> Fact:
    """-> the fact of a mark: ``<p1>``."""
    return told.facts[int(mark[2:-1])]


def follows(before: Told, told: Told) -> bool:
    """-> whether nothing but a space or two stands between two sentences."""
    return before.section == told.section and 0 <= told.start - (before.start + len(before.text)) <= NEXT


def _plain(text: str) -> str:
    return " ".join(OPENING.sub("‹", text).lower().replace("\n", " ").split(" "))


def _sort(fact: Fact) -> str:
    if fact.kind == "ratio":
        return "f" if fact.rule == "ratio.fraction" else "r"
    if fact.kind == "percent" and fact.unit != "percent":
        return "x"
    return SORTS.get(fact.kind, "x")

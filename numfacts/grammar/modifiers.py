"""The words around a figure that say how it is meant: about, more than, up to, or more.

``read_modifiers(tokens of "up to about 30 people", 3, 4, "count")`` -> Modified(0, 4, "at_most", 0.8): where two
apply, the bound wins and the confidence falls.
"""

from __future__ import annotations

from typing import NamedTuple

from numfacts.grammar.change import change_words
from numfacts.grammar.tokens import Tokens
from numfacts.lexicon.modifiers import modifiers
from numfacts.lexicon.words import word_class

BOUNDS = frozenset({"at_least", "more_than", "at_most", "less_than"})
# What the modifiers that may stand between a number and its unit begin with.
INSIDE = frozenset({"or", "-", "+", "plus", "and"})

# "Three times as high as two decades ago": a comparison and no bound.
MULTIPLIED_BY = frozenset({"times", "twice", "thrice", "half", "third", "quarter", "again"})


class Modified(NamedTuple):
    first: int
    last: int
    modifier: str
    confidence: float


def read_modifiers(tokens: Tokens, first: int, last: int, kind: str) -> Modified:
    """-> the figure's tokens with its modifier words, ``exact`` where there are none."""
    modifier, confidence = "exact", 1.0
    for _ in range(2):  # "up to about 30": never more than two deep
        found = _before(tokens, first, kind)
        if found is None:
            break
        first, modifier, confidence = found[0], *_joined(modifier, found[1], confidence)
    found = _after(tokens, last) or _inside(tokens, first, last)
    if found is not None:
        last, modifier, confidence = found[0], *_joined(modifier, found[1], confidence)
    return Modified(first, last, modifier, confidence)


def past_modifier(tokens: Tokens, j: int) -> int:
    """-> the token behind a modifier that begins at ``j`` ("or more", "-plus"), or ``j`` where there is none."""
    found = _after(tokens, j)
    return found[0] if found else j


def _inside(tokens: Tokens, first: int, last: int) -> tuple[int, str] | None:
    """``10 or more years``: the modifier between the number and its unit."""
    for k in range(first + 1, last - 1):
        if tokens.words[k] in INSIDE:
            found = _after(tokens, k)
            if found is not None and found[0] < last:
                return last, found[1]
    return None


def _joined(inner: str, outer: str, confidence: float) -> tuple[str, float]:
    if inner == "exact" or inner == outer:
        return outer, confidence
    return (inner if inner in BOUNDS and outer not in BOUNDS else outer), 0.8


def _before(tokens: Tokens, first: int, kind: str) -> tuple[int, str] | None:
    if first == 0:
        return None
    if tokens.words[first - 1] in ("a", "an") and tokens.words[first - 2] == "than":
        first -= 1  # "less than a 30% chance"
    for wording in modifiers().before.get(tokens.words[first - 1], ()):
        start = first - len(wording.words)
        if start < 0 or tuple(tokens.words[start:first]) != wording.words:
            continue
        if wording.not_kind == kind and tokens.words[start - 1] not in word_class("lasted"):
            return None
        if wording.words in (("some",), ("within",), ("under",), ("above",), ("below",)) and _no_modifier(
            tokens, start
        ):
            return None
        if wording.words == ("over",) and tokens.words[start - 1] in change_words().nouns:
            return None  # "a 6% gain over £48m": from there
        if wording.words[-1] == "than" and _compares(tokens.words[start - 1]):
            return None
        if wording.words[0] == wording.words[-1] == "as" and tokens.words[start - 1] in MULTIPLIED_BY:
            return None
        if wording.words == (">",) and tokens.glued(start) and "<" in tokens.words[:start]:
            return None  # the end of a tag
        if wording.words == ("inside",) and not (kind == "duration" and _is_prompt(tokens, start)):
            return None  # "inside two rooms"
        if wording.words == ("sub",) and not tokens.glued(first):
            return None
        if tokens.words[start - 1] == "-" and tokens.words[start - 2].isalnum() and tokens.glued(start):
            return None  # "a 3-under 69": tied to what stands before
        if wording.words == ("up", "to") and tokens.words[start - 1] in word_class("goes_up"):
            return None
        negated = wording.modifier in FLIPPED and not NEGATIONS.isdisjoint(
            tokens.words[max(0, start - 3) : start]
        )
        return start, FLIPPED[wording.modifier] if negated else wording.modifier
    return None


# "never dipped below 20": what is denied is the bound's other side
FLIPPED = {"less_than": "at_least", "more_than": "at_most"}
NEGATIONS = frozenset(
    "never not n't didn't don't doesn't won't wouldn't hasn't haven't hadn't isn't didn’t don’t doesn’t won’t".split()
)


def _is_prompt(tokens: Tokens, start: int) -> bool:
    """``fell to 2% inside three years``; not ``she had been inside about 10 minutes``."""
    return tokens.words[start - 1] not in word_class("auxiliary")


def _compares(before: str) -> bool:
    """``10.4% more than a year earlier``: so much more than another figure, which is not itself "more than"."""
    return before[:1].isdigit() or before in ("%", "percent", "cent", "points", "times")


def _no_modifier(tokens: Tokens, start: int) -> bool:
    """ "in some", "under section": left to the words before."""
    return tokens.words[start - 1] in ("from", "the")


def _after(tokens: Tokens, last: int) -> tuple[int, str] | None:
    for wording in modifiers().after.get(tokens.words[last], ()):
        end = last + len(wording.words)
        if tuple(tokens.words[last:end]) != wording.words:
            continue
        if wording.words[0] in ("+", "-") and not tokens.glued(last):
            continue
        if wording.words == ("plus",) and tokens.words[end] not in (".", ",", "", "people", "years"):
            continue
        if wording.words[-1] in (
            "least",
            "most",
            "maximum",
            "below",
            "above",
            "under",
            "over",
            "than",
        ) and _belongs_ahead(tokens, end):
            continue
        if tokens.words[end] == "than" and _belongs_ahead(tokens, end + 1):
            continue  # "equal to 5 or more than 9"
        return end, wording.modifier
    return None


def _belongs_ahead(tokens: Tokens, end: int) -> bool:
    """ "12 dead, at least 30 hurt", "above 2% and below 5%": the words modify what comes next."""
    return tokens.words[end][:1].isdigit() or tokens.words[end] in (
        "a",
        "one",
        "two",
        "three",
        "four",
        "five",
        "of",
    )

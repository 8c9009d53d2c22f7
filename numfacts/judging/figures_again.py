"""A figure written anew with another number: "58km" that should be 48.3 is "48.3km"; "£8.98 million" is "£8.99 billion"."""

from __future__ import annotations

import re

from numfacts.judging.words import bare, close
from numfacts.model import Fact

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
HEDGES = re.compile(
    r"^(?:(?:or|about|around|roughly|some|almost|nearly|approximately|more than|less than|over|under|up to|at least"
    r"|just|only|well|close to|fewer than|no more than|as (?:much|many|high|deep|far) as|an? estimated)\s)+",
    re.I,
)
MINUS = re.compile(r"minus\s|[-−–](?=\D?\d)")
THOUSANDFOLD = (
    ("thousand", "million", "billion", "trillion"),
    ("k", "m", "bn", "tn"),
    ("k", "mn", "bn", "tn"),
)
SCALE = re.compile(r"(?<=[\d\s-])(?:thousand|million|billion|trillion|k|mn|m|bn|tn)\b")


def unhedged(fact: Fact) -> str:
    """The figure without its "about"."""
    return HEDGES.sub("", bare(fact))


def written_anew(fact: Fact, value: float, slip: int = 0) -> str:
    """-> the words of the figure around another number, at the scale at which it was printed.

    Where it slipped by thousands its scale word is set right: £8.98 million becomes £8.99 billion.
    """
    words, stated = unhedged(fact), fact.value
    found = NUMBER.search(words)
    if found is None or not stated:
        return f"{close(value, stated or 0.0)}{_unit(fact)}"
    printed = float(found[0].replace(",", ""))
    if not printed:
        return f"{close(value, stated)}{_unit(fact)}"
    scale = abs(stated) / printed
    before, behind = words[: found.start()], words[found.end() :]
    if stated < 0:
        before = MINUS.sub("", before)
    if fact.kind in ("money", "count", "number") and slip % 3 == 0 and slip:
        rescaled = _rescaled(behind, -slip // 3)
        if rescaled is not None:
            behind, scale = rescaled, scale * 10.0**-slip
    shown = close(abs(value) / scale, printed)
    return ("-" if value < 0 else "") + before + shown + behind


def _rescaled(words: str, steps: int) -> str | None:
    scale = SCALE.search(words) or SCALE.search(" " + words)
    if scale is None:
        return None
    for ladder in THOUSANDFOLD:
        if scale[0] in ladder and 0 <= ladder.index(scale[0]) + steps < len(ladder):
            return words.replace(scale[0], ladder[ladder.index(scale[0]) + steps], 1)
    return None


def _unit(fact: Fact) -> str:
    """The unit's own name behind a number that was spelt out: "three-day" becomes "2 days"."""
    if not fact.unit:
        return ""
    return f" {fact.unit}" if fact.unit.isupper() else f" {fact.unit.replace('_', ' ')}s"

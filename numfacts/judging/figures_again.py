"""A figure written anew with another number: "58km" is "48.3km", "£8.98 million" is "£8.99 billion"."""

from __future__ import annotations

import re

from numfacts.grammar.late_patterns import late
from numfacts.judging.words import bare, close, plainly
from numfacts.model import Fact

NUMBER = late(r"\d[\d,]*(?:\.\d+)?")
HEDGES = late(
    r"^(?:(?:or|about|around|roughly|some|almost|nearly|approximately|more than|less than|over|under|up to|at least"
    r"|just|only|well|close to|fewer than|no more than|as (?:much|many|high|deep|far) as|an? estimated)\s)+",
    re.I,
)
RANGE = ("low", "high")
MINUS = late(r"minus\s|[-−–](?=\D?\d)")
THOUSANDFOLD = (
    ("thousand", "million", "billion", "trillion"),
    ("k", "m", "bn", "tn"),
    ("k", "mn", "bn", "tn"),
)
SCALE = late(r"(?<=[\d\s-])(?:thousand|million|billion|trillion|k|mn|m|bn|tn)\b")


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


def range_anew(fact: Fact, low: float, high: float) -> str:
    """-> the words of a range around other ends: "3,100 to 4,000 km" that should be "1,130 to 1,450 km"."""
    words = unhedged(fact)
    printed = [float(each.replace(",", "")) for each in NUMBER.findall(words)]
    if len(printed) != len(RANGE) or fact.high is None or not printed[1] or not fact.high or low < 0:
        return f"{plainly(low)} to {plainly(high)}{_unit(fact)}"
    scale = abs(fact.high) / printed[1]
    ends = iter((low / scale, high / scale))
    return NUMBER.sub(lambda _: plainly(next(ends)), words)


def _rescaled(words: str, steps: int) -> str | None:
    scale = SCALE.search(words) or SCALE.search(" " + words)
    if scale is None:
        return None
    for ladder in THOUSANDFOLD:
        if scale[0] in ladder:
            at = ladder.index(scale[0]) + steps
            if at == -1:
                return words.replace(scale[0], "", 1).rstrip()  # £7m that should be £7
            if 0 <= at < len(ladder):
                return words.replace(scale[0], ladder[at], 1)
    return None


def _unit(fact: Fact) -> str:
    """The unit's own name behind a number that was spelt out: "three-day" becomes "2 days"."""
    if not fact.unit:
        return ""
    return f" {fact.unit}" if fact.unit.isupper() else f" {fact.unit.replace('_', ' ')}s"

"""What points are: of percent in "19.6% were charged, up 1.4 points", of an index or a game elsewhere.

``points_behind(tokens, i, j, value)`` of "leads by 14 points with voters" -> ("percentage_point", end).  News leaves
"percentage" out where shares are told beside, in polls, and "basis" out where a central bank moves its rate.
"""

from __future__ import annotations

from decimal import Decimal

from numfacts.grammar.change import change_words, is_change
from numfacts.grammar.parts import past_hyphen
from numfacts.grammar.tokens import Tokens
from numfacts.lexicon.words import word_class

POINTS = frozenset({"point", "points"})
PERCENT = frozenset({"%", "percent", "cent", "pc", "pct", "percentage"})
LEVEL = frozenset({"to", "at", "on"})
LEVEL_WITHIN = 4  # tokens behind the points: "by half a point to 4.5%"
RATE_STEP = 25  # basis points that central banks move by
REACH = 6  # tokens before the points


def points_behind(tokens: Tokens, first: int, j: int, value: Decimal | None) -> tuple[str, int] | None:
    """-> the unit of the points at token ``j`` behind a number from token ``first`` on, and the token behind them.

    None where no points stand there and where they are an index's, a game's or a bond's.
    """
    if POINTS.isdisjoint(tokens.words[j : j + 4]):
        return None
    k = past_hyphen(tokens, j)
    if tokens.words[k] == "of":
        k += 1
    if tokens.words[k] in ("a", "an"):
        k += 1  # "three-tenths of a point"
    if tokens.words[k] not in POINTS or value is None or not 0 < value <= 100:
        return None
    if not word_class("point_scoring").isdisjoint(tokens.vocabulary):
        return None
    moved = _moves(tokens, first, k + 1)
    level = _level(tokens, k + 1)
    if moved and _of_a_rate(tokens, value, level):
        return "basis_point", k + 1
    polled = not word_class("polling").isdisjoint(tokens.vocabulary)
    shares = level is not None or not PERCENT.isdisjoint(tokens.vocabulary)
    apart = not word_class("apart").isdisjoint(
        tokens.words[max(0, first - REACH) : first] + tokens.words[k + 1 : k + 3]
    )
    return ("percentage_point", k + 1) if (shares or polled) and (moved or apart) else None


def _moves(tokens: Tokens, first: int, end: int) -> bool:
    """``up 1.4 points``, ``fell by about 2 points``, ``a 25-point cut``: a word of change beside."""
    for k in range(first - 1, max(-1, first - REACH), -1):
        word = tokens.words[k]
        if word in ("up", "down") or is_change(word):
            return True
        if not word.isalpha() or word in word_class("conjunction"):
            break
    return any(
        word in change_words().nouns or word in change_words().adverbs for word in tokens.words[end : end + 3]
    )


def _level(tokens: Tokens, j: int) -> Decimal | None:
    """-> the share behind points: the 3.35 of ``a 25-point cut to 3.35%``."""
    for k in range(j, j + LEVEL_WITHIN):
        if tokens.words[k] in LEVEL and tokens.words[k + 1][:1].isdigit():
            told = tokens.words[k + 1].replace(",", "")
            share = not PERCENT.isdisjoint(tokens.words[k + 2 : k + 4])
            return Decimal(told) if share and told.replace(".", "", 1).isdecimal() else None
    return None


def _of_a_rate(tokens: Tokens, value: Decimal, level: Decimal | None) -> bool:
    """Basis points: more than the rate that they led to, or a central bank's usual step."""
    if value % 5:
        return False
    if level is not None:
        return value > level
    return not value % RATE_STEP and not word_class("central_banking").isdisjoint(tokens.vocabulary)

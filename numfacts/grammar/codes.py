"""Digits that are no figure by what stands tight around them: codes, clock times, list numbers, reference marks.

``why_no_digits(tokens of "the A38 is shut", 2, 3) == "code"``

Each test answers for one reason; they are asked in the order of ``REASONS``.
"""

from __future__ import annotations

import re

from numfacts.grammar.noun_phrases import QUOTES, counted_after
from numfacts.grammar.tokens import DASHES, Tokens
from numfacts.lexicon.words import word_class

CLOCK_TIME = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
PREFIXES = frozenset({"sub", "mid", "pre", "post", "over", "under", "minus"})  # "mid-2019" is no code


def why_no_digits(tokens: Tokens, i: int, j: int) -> str | None:
    """-> the reason why the digits at the tokens ``i`` to ``j`` state nothing, or None."""
    for reason, holds in REASONS:
        if holds(tokens, i, j):
            return reason
    return None


def _is_code(tokens: Tokens, i: int, j: int) -> bool:
    """``A38``, ``ID.3``, ``Covid-19``, ``K2-18b``, ``TYO: 6753``, ``0941``, ``25*118234``, ``12/4/7``."""
    before, follower, word = tokens.words[i - 1], tokens.words[j], tokens.words[i]
    tight, lead = tokens.glued(i), tokens.raw[i - 2]
    if tight and (before[-1:].isalpha() or before in ("_", "&")):
        return True
    if tight and tokens.glued(i - 1):
        if before == ".":
            return lead[-1:].isalpha()
        if before in DASHES:
            named = lead.isalpha() and (lead[:1].isupper() or lead in ("covid", "catch", "omega"))
            numbered = lead[:1].isdigit() and tokens.glued(i - 2) and tokens.raw[i - 3][-1:].isalpha()
            return numbered or (named and lead.lower() not in PREFIXES)
        if before == "/" and lead[-1:].isalnum():
            return True
    if before == ":" and lead.isupper() and len(lead) in (3, 4, 5) and word.isdecimal():
        return True
    if word[0] == "0" and len(word) > 1 and word.isdecimal():
        return True
    if "*" in (follower, before) and (tokens.glued(j) or tight):
        return True
    return follower == "/" and tokens.glued(j) and tokens.glued(j + 1) and tokens.words[j + 1][:1].isdigit()


def _is_name(tokens: Tokens, i: int, j: int) -> bool:
    """``7-Eleven``, ``1402-X``, ``the last-32 match``, ``the Under-21 forward``, ``401(k)``, ``93 FM``."""
    follower, behind = tokens.words[j], tokens.raw[j + 1]
    if tokens.words[i - 1] in DASHES and tokens.glued(i) and tokens.glued(i - 1):
        lead = tokens.words[i - 2]
        if lead in ("last", "top") or (lead in ("under", "over") and follower != "s"):
            return True
    if follower in DASHES and tokens.glued(j) and tokens.glued(j + 1):
        return behind[:1].isupper() and (len(behind) == 1 or behind[1:].islower())
    return follower in ("fm", "calibre", "caliber") or (
        follower == "(" and tokens.glued(j) and len(behind) == 1 and behind.isalpha()
    )


def _is_dialled(tokens: Tokens, i: int, j: int) -> bool:
    """``dial 999``, ``calling 911``, ``on 555 019``."""
    before = tokens.words[i - 1]
    split = before == "on" and len(tokens.words[i]) == 3 and tokens.words[j].isdecimal()
    if before == "or" and tokens.words[i - 2] in word_class("emergency"):
        before = tokens.words[i - 3]  # "calling 311 or 911"
    helped = before in word_class("calls") and tokens.words[i] in word_class("emergency")
    return before in word_class("dialled") or split or helped


ERAS = frozenset({"ad", "bc", "a.d", "b.c", "a.d.", "b.c.", "bce", "ce"})


def _is_in_an_era(tokens: Tokens, i: int, j: int) -> bool:
    """``472 B.C.``, ``AD 79``."""
    before, behind = tokens.raw[i - 1], tokens.raw[j]
    return (behind[:1].isupper() and behind.lower() in ERAS) or before == "AD"


def _is_clock_time(tokens: Tokens, i: int, j: int) -> bool:
    """``5pm``, ``17:22``, ``at 1300, Pacific time``, ``the 07.42 from Reading``, ``14.07 An official has said``."""
    before, follower, word = tokens.words[i - 1], tokens.words[j], tokens.words[i]
    if follower in word_class("clock"):
        return "." not in word or len(word.partition(".")[2]) == 2  # no clock shows 2.1
    if follower == ":" and tokens.glued(j) and tokens.glued(j + 1) and tokens.words[j + 1][:1].isdigit():
        return True
    if before == ":" and tokens.glued(i) and tokens.glued(i - 1) and tokens.words[i - 2][-1:].isdigit():
        return True
    if before == "at" and len(word) == 4 and follower == "," and tokens.words[j + 1] in word_class("zone"):
        return True
    if not CLOCK_TIME.fullmatch(word):
        return False
    if before in ("klo", "kl", "uhr") or (before == "at" and _is_dated(tokens, i - 2)):
        return True  # "19.06.2007 AT 14.00"
    if before == "the" and follower in ("from", "to"):
        return tokens.raw[j + 1][:1].isupper()
    return i == 0 and j == 1 and len(word) == 5 and tokens.raw[1][:1].isupper() and tokens.count > 4


def _is_dated(tokens: Tokens, i: int) -> bool:
    """Does a date end at token ``i``?"""
    word = tokens.words[i] if i >= 0 else ""
    return word.count(".") == 2 or (word.isdecimal() and len(word) == 4) or word in word_class("weekday")


LISTING = frozenset({",", ":", ";", "and", "or"})
SHORTEST = 4  # tokens of a line with a heading behind its number
OPENED_WITHIN = 20  # tokens between a bracket and the number that closes it: "(May 3, 12)"


def _is_list_number(tokens: Tokens, i: int, j: int) -> bool:
    """``1. Wash``, ``2) Rinse``, ``(3) Dry``, ``4 Facebook has grown`` at the head of a sentence; ``, 2) fried``."""
    follower = tokens.words[j]
    if len(tokens.words[i]) > 2:
        return False
    if follower == ")" and tokens.glued(j) and tokens.words[i - 1] in LISTING:
        return "(" not in tokens.words[max(0, i - OPENED_WITHIN) : i]
    if i == 1:
        return tokens.words[0] == "(" and follower == ")"
    if i != 0:
        return False
    if follower in (".", ")"):
        opened = tokens.words[j + 1][:1].isalpha() or tokens.words[j + 1] in QUOTES
        return opened and tokens.starts[j + 1] > tokens.ends[j]
    titled = (
        tokens.count > SHORTEST
        and tokens.raw[j].istitle()
        and len(follower) > 1
        and not tokens.glued(j)
        and not tokens.title_case
    )
    counts = counted_after(tokens, j) or follower in word_class("month", "casualty")
    return titled and not counts and tokens.words[i] != "1" and tokens.words[j + 1].isalpha()


def _is_reference(tokens: Tokens, i: int, j: int) -> bool:
    """``[8]``, ``Section 14(1)``, the tie-break of ``7-6 (5)``, and ``(1195) (980) (25)``, the counts of a menu."""
    words = tokens.words
    if (words[i - 1], words[j]) != ("(", ")"):
        return (words[i - 1], words[j]) == ("[", "]")
    if words[i - 2][-1:].isdigit() and len(words[i]) <= 2:
        tie_break = words[i - 3] in DASHES and words[i - 2] in ("6", "7") and words[i - 4] in ("6", "7")
        if tokens.glued(i - 1) or tie_break:
            return True
    if len(words[i]) == 1 and _numbered_again(tokens, i):
        return True
    after = words[j + 1] == "(" and words[j + 2].isdecimal() and words[j + 3] == ")"
    return after or (words[i - 2] == ")" and words[i - 3].isdecimal() and words[i - 4] == "(")


CELLS = 5  # dashes between spaces that make a row of a table


def _is_cell(tokens: Tokens, i: int, j: int) -> bool:
    """``Acme - 31 - 4.07 - N/A - 2.55 - 18.9``: a row of a table whose labels are lost."""
    behind_dash = tokens.words[i - 1] in DASHES and not tokens.glued(i - 1) and not tokens.glued(i)
    return behind_dash and _spaced_dashes(tokens) >= CELLS


def _spaced_dashes(tokens: Tokens) -> int:
    return sum(
        word in DASHES and not tokens.glued(k) and not tokens.glued(k + 1)
        for k, word in enumerate(tokens.words[: tokens.count])
    )


def _numbered_again(tokens: Tokens, i: int) -> bool:
    """``(1) Acme and (2) Beta``: another single digit in brackets in the sentence."""
    words = tokens.words
    return any(
        words[k] == "(" and words[k + 1].isdecimal() and len(words[k + 1]) == 1 and words[k + 2] == ")"
        for k in range(tokens.count)
        if k != i - 1
    )


def _is_expression(tokens: Tokens, i: int, j: int) -> bool:
    """``2+2=5``."""
    behind = tokens.words[j] in ("+", "=") and tokens.glued(j) and tokens.words[j + 1][:1].isdigit()
    ahead = tokens.words[i - 1] in ("+", "=") and tokens.glued(i) and tokens.glued(i - 1)
    ahead = ahead and tokens.words[i - 2][-1:].isdigit()  # not "the Dow 30 +0.3%"
    return behind or ahead


REASONS = (
    ("code", _is_code),
    ("name", _is_name),
    ("address or phone number", _is_dialled),
    ("date", _is_in_an_era),
    ("clock time", _is_clock_time),
    ("list number", _is_list_number),
    ("reference mark", _is_reference),
    ("expression", _is_expression),
    ("cell of a table", _is_cell),
)

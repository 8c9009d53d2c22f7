"""Numbers in digits and what is written tight behind them: 10,000, 1 414 021 100, .500, 1.3x10^6, 10k, 5m."""

from __future__ import annotations

from decimal import Decimal

from numfacts.grammar.digits import Marks
from numfacts.grammar.tokens import DASHES, MINUS_SIGNS, SLASHES, Tokens
from numfacts.lexicon.currencies import currency_names
from numfacts.lexicon.numerals import NumberWords
from numfacts.lexicon.words import word_class

ONE = Decimal(1)

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")


GROUP_SPACES = frozenset("\u00a0\u202f\u2009")  # no-break, narrow no-break and thin space


def leading_point(tokens: Tokens, i: int) -> bool:
    """``.500`` at the start of a word; not the full stop of "end.500"."""
    return (
        tokens.words[i + 1].isdecimal()
        and tokens.glued(i + 1)
        and (not tokens.glued(i) or not tokens.words[i - 1][-1:].isalnum())
    )


def ordinal_ending(value: Decimal) -> str:
    """21st and 14th, so that "14st" is a weight."""
    if value != value.to_integral_value():
        return ""
    return "th" if 10 <= value % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(int(value % 10), "th")


def spaced_groups(tokens: Tokens, i: int, marks: Marks, money: bool) -> tuple[str, int]:
    """``1 414 021 100`` -> ("1,414,021,100", end): spaces group thousands by locale, and anywhere from three groups."""
    written, j = tokens.raw[i], i + 1
    if not (written.isdecimal() and len(written) <= 3 and tokens.words[j][:3].isdecimal()):
        return written, j
    groups, spaced = [written], marks.spaced or (money and len(written) == 1)  # "EUR 2 251.0 million"
    while (
        len(tokens.raw[j]) >= 3
        and tokens.raw[j][:3].isdecimal()
        and tokens.raw[j][3:4] in ("", marks.decimal)
    ):
        gap = tokens.text[tokens.ends[j - 1] : tokens.starts[j]]
        if gap != " " and gap not in GROUP_SPACES:
            break
        spaced = spaced or gap in GROUP_SPACES
        groups.append(tokens.raw[j])
        j += 1
    if len(groups) == 1 or not (spaced or len(groups) >= 3 or groups[1] == "000"):
        return written, i + 1
    return marks.group.join(groups), j


def power_of_ten(tokens: Tokens, j: int) -> tuple[Decimal | None, int]:
    """``x10^6``, ``×10⁶``, ``e6`` after the mantissa -> (power, end)."""
    word = tokens.words[j]
    if word == "e" and tokens.glued(j):
        k, sign = (j + 2, -1) if tokens.words[j + 1] in MINUS_SIGNS else (j + 1, 1)
        if tokens.words[k].isdecimal() and tokens.glued(k) and len(tokens.words[k]) <= 2:
            return Decimal(1).scaleb(sign * int(tokens.words[k])), k + 1
    if word in ("x", "×", "*") and tokens.words[j + 1][:2] == "10":
        ten = tokens.words[j + 1]
        if ten == "10" and (tokens.words[j + 2] == "^" or tokens.words[j + 2] in MINUS_SIGNS):
            j -= tokens.words[j + 2] != "^"  # "2.48×10−5", whose raised exponent came down in the paste
            k, sign = (j + 4, -1) if tokens.words[j + 3] in MINUS_SIGNS else (j + 3, 1)
            if tokens.words[k].isdecimal() and len(tokens.words[k]) <= 2:
                return Decimal(1).scaleb(sign * int(tokens.words[k])), k + 1
        exponent = tokens.slice(j + 2, j + 4).translate(SUPERSCRIPTS) if ten == "10" else ""
        exponent = exponent.split()[0] if exponent.split() else ""
        raised = tokens.raw[j + 2][:1] in "⁰¹²³⁴⁵⁶⁷⁸⁹⁻" if tokens.raw[j + 2] else False
        if raised and exponent.lstrip("-").isdecimal() and len(exponent) <= 3:
            end = j + 2
            while tokens.raw[end][:1] and tokens.raw[end][:1] in "⁰¹²³⁴⁵⁶⁷⁸⁹⁻":
                end += 1
            return Decimal(1).scaleb(int(exponent)), end
    return None, j


def letter_scale(tokens: Tokens, j: int, money: bool, table: NumberWords) -> tuple[Decimal, int]:
    """``k`` ``m`` ``b`` ``t`` ``L`` behind digits -> (scale, end); 1 where the letter is a unit or a word."""
    word = tokens.words[j]
    scale = table.letters.get(word)
    if scale is None:
        return ONE, j
    glued, follower = tokens.glued(j), tokens.words[j + 1]
    if follower and tokens.glued(j + 1) and (follower.isalnum() or (follower in SLASHES and not money)):
        return ONE, j  # "m" of "m3", "k" of "k.g.", "t/ha"
    if word == "k":
        return (scale, j + 1) if glued or money or tokens.raw[j] == "k" else (ONE, j)
    if money:
        return scale, j + 1
    coded = tokens.raw[j + 1].isupper() and len(follower) > 1  # "2.2M AES-256 keys"
    counts = (
        follower == "of"
        or coded
        or follower in currency_names()
        or (follower.isalpha() and len(follower) > 3 and _plural(follower))
    )
    if word == "m":
        bare = not follower.isalpha() and tokens.raw[j] == "M"
        told = glued and ((_speaks_of_millions(tokens) and not is_length(tokens, j)) or _described(tokens, j))
        return (
            (scale, j + 1)
            if bare or told or (counts and follower not in word_class("tall", "length"))
            else (ONE, j)
        )
    if word == "b":
        return (scale, j + 1) if counts or (glued and not follower.isalpha()) else (ONE, j)
    if word == "g":
        return (
            (scale, j + 1)
            if tokens.raw[j] == "G"
            and glued
            and tokens.words[j - 1].isdecimal()
            and len(tokens.words[j - 1]) > 1
            else (ONE, j)
        )
    return ONE, j


ADDED = frozenset({"more", "other", "extra", "new", "additional", "fewer", "older", "younger", "poorer"})
DESCRIBED_BY = 3  # words at most between the m and what is counted


def _described(tokens: Tokens, j: int) -> bool:
    """``2.7m more homes``, ``1.8m low-income families``: a plural close behind the "m" at ``j``, and only words between
    that describe it; not ``400m individual medals``, ``a 12m swimming pool``: whole metres are common."""
    if tokens.words[j - 2] in ("a", "an") or (
        "." not in tokens.words[j - 1] and tokens.words[j + 1] not in ADDED
    ):
        return False
    if not word_class("of_length").isdisjoint(tokens.vocabulary):
        return False
    closed = word_class(
        "determiner", "preposition", "conjunction", "auxiliary", "pronoun", "past", "tall", "length"
    )
    for word in tokens.words[j + 1 : j + 2 + DESCRIBED_BY]:
        if word in DASHES:
            continue
        if not word.isalpha() or (word in closed and word not in ADDED):
            return False
        if len(word) > 3 and _plural(word):
            return True
    return False


def _speaks_of_millions(tokens: Tokens) -> bool:
    return not word_class("told_in_millions").isdisjoint(tokens.vocabulary)


def is_length(tokens: Tokens, j: int) -> bool:
    """Is the "m" at ``j`` metres?  ``3m high``, ``the 100m``, ``3m by 4m``, or a sentence that speaks of lengths."""
    behind, ahead = tokens.words[j - 2], tokens.words[j + 1]
    return (
        ahead in word_class("tall")
        or behind in ("the", "x", "×", "by")
        or ahead in ("by", "x", "×", "-")
        or not word_class("of_length").isdisjoint(tokens.vocabulary)
    )


def _plural(word: str) -> bool:
    return (word.endswith("s") and not word.endswith(("ss", "us", "is"))) or word in (
        "people",
        "tonnes",
        "children",
    )

"""Parts of a whole and the scales that follow them: 2 1/2, 2½, three and a half, two-thirds, half a million.

Grammar::

    mixed     = cardinal "and"? part              2 1/2   2½   97-1/4   three and a half   two and three quarters
    part      = digits "/" digits | ("a" | ones) ordinal | "half" | "½"      1/4   two-thirds   a fifth
    fraction  = part (("of" "a"?)? scale)?        half a million   a quarter of a billion   three quarters
"""

from __future__ import annotations

from decimal import Decimal

from numfacts.grammar.tokens import DASHES, SLASHES, Tokens
from numfacts.lexicon.numerals import NumberWords
from numfacts.lexicon.words import word_class
from numfacts.model import Numeral

ONE = Decimal(1)

# What a printed fraction's denominator may be; keeps 24/7, 9/11 and dates out.
PRINTED_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 15, 16, 20, 32, 64, 100, 128})


# "the last three quarters", "two quarters in a row": financial quarters and matches, not parts of a whole.
QUARTER_ROWS = frozenset(
    {"last", "past", "previous", "first", "next", "consecutive", "straight", "successive"}
)


# "a quarter-mile", "a quarter-point cut": units that news quarters; a quarter-final is none
QUARTERED = frozenset(
    "mile acre point inch hour century pound ounce pint ton litre liter percentage degree".split()
)


def printed_fraction(tokens: Tokens, i: int) -> tuple[Decimal | None, int]:
    """``1/4``, ``1⁄32`` from token ``i`` -> (value, end)."""
    over, slash, under = tokens.words[i], tokens.words[i + 1], tokens.words[i + 2]
    if not (over.isdecimal() and slash in SLASHES and under.isdecimal()):
        return None, i
    tight = tokens.glued(i + 1) == tokens.glued(i + 2)
    if not tight or tokens.words[i + 3] in SLASHES or int(under) not in PRINTED_DENOMINATORS:
        return None, i
    if int(over) >= int(under):
        return None, i
    return Decimal(over) / Decimal(under), i + 3


def mixed_fraction(tokens: Tokens, j: int, table: NumberWords) -> tuple[Decimal | None, int]:
    """What follows a whole number: ``½``, `` 1/2``, ``-1/4``, `` and a half`` -> (value, end)."""
    word = tokens.words[j]
    if word in table.fractions:
        over, under = table.fractions[word]
        return over / under, j + 1
    if word in DASHES and tokens.glued(j):
        j, word = j + 1, tokens.words[j + 1]
    if word.isdecimal() and tokens.words[j + 1] in SLASHES:
        value, last = printed_fraction(tokens, j)
        return value, last
    if word == "and":
        return part_in_words(tokens, j + 1, table)
    return None, j


def part_in_words(tokens: Tokens, i: int, table: NumberWords) -> tuple[Decimal | None, int]:
    """``a half``, ``one-third``, ``two thirds``, ``three-quarters`` -> (value, end)."""
    word = tokens.words[i]
    if word == "½":
        return Decimal("0.5"), i + 1
    over = ONE if word in ("a", "an", "one") else table.ones.get(word) or table.tens.get(word)
    if not over:
        return None, i
    k = i + 1
    k = past_hyphen(tokens, k)
    if word not in ("a", "an"):
        if word in table.tens and tokens.words[k] in table.ones and tokens.words[k] != "zero":
            over, k = over + table.ones[tokens.words[k]], past_hyphen(tokens, k + 1)
    name = tokens.words[k]
    under = table.parts.get(name)
    if under is None:
        return None, i
    plural = name.endswith("s") or name == "halves"
    if (
        not plural
        and over != 1
        and not (name == "half" and over == 1)
        and name not in ("quarter", "third", "fifth")
    ):
        return None, i
    if not plural and over >= 10:
        return None, i  # "twenty-fifth" is an ordinal
    if name == "quarters" and over == 2:
        return None, i  # "two quarters of contraction": nobody halves so
    if name == "quarters" and (
        tokens.words[i - 1] in QUARTER_ROWS or tokens.words[k + 1] in ("in", "running")
    ):
        return None, i
    if (
        not plural
        and name not in ("half", "quarter")
        and word in ("a", "an", "one")
        and not _stands_as_part(tokens, k)
    ):
        return None, i
    return over / under, k + 1


def _stands_as_part(tokens: Tokens, k: int) -> bool:
    """``a third of``, ``by a third``, ``one-third share``, ``a fifth more``; not ``a third man``."""
    follower = tokens.words[k + 1]
    if tokens.words[k - 1] in DASHES and tokens.words[k - 2] == "one":
        return True
    lead, before = (tokens.words[k - 2], tokens.words[k - 3]) if k > 2 else (tokens.words[0], "")
    if lead in word_class("before_part") or (lead == "than" and before in COMPARED):
        return True  # "below a third for the first time", "more than a third voted"
    if lead in ("about", "around") and tokens.raw[k - 2][:1].isupper():
        return True  # "About a third voted"
    return not follower.isalpha() or follower in word_class("after_part")


COMPARED = frozenset({"more", "less", "fewer"})


def scaled_part(tokens: Tokens, j: int, value: Decimal, table: NumberWords) -> tuple[Decimal, Decimal, int]:
    """``half a million``, ``a quarter of a billion``, ``2½ million``, ``half a dozen`` -> (value, scale, end)."""
    k = j
    if tokens.words[k] in DASHES and tokens.glued(k):
        k += 1
    if tokens.words[k] == "of":
        k += 1
    if tokens.words[k] in ("a", "an", "one"):
        k += 1
    elif k > j and tokens.words[j] == "of":
        k = j
    if tokens.words[k] in DASHES and tokens.glued(k):
        k += 1
    scale = table.scales.get(tokens.words[k])
    if scale is None or tokens.words[k] in ("dozens", "mil"):
        return value, ONE, j
    return value * scale, scale, k + 1


def read_half(tokens: Tokens, i: int, table: NumberWords) -> Numeral | None:
    """``half a million``, ``half an hour``, ``half of``, ``half the town``; "quarter" in few of these."""
    words = tokens.words
    value, scale, last = scaled_part(tokens, i + 1, ONE / table.parts[words[i]], table)
    if last > i + 1:
        return Numeral(i, last, value, value, None, scale, "fraction")
    if words[i] == "quarter" and words[i + 1] in DASHES and words[i + 2] in QUARTERED:
        return Numeral(i, i + 1, value, value, None, ONE, "fraction")
    if words[i] == "quarter" or words[i - 1] in word_class("before_no_half"):
        return None
    k = past_hyphen(tokens, i + 1)
    if words[k] in word_class("after_no_half"):
        return None
    return Numeral(i, i + 1, value, value, None, ONE, "fraction")


def ends_one_and_a_half(tokens: Tokens, i: int) -> bool:
    """Is token ``i`` the second article of ``a session and a half``, ``a pizza and a half``: of one and a half?"""
    words = tokens.words
    return (
        words[i] == "a"
        and words[i + 1] == "half"
        and words[i - 1] == "and"
        and i >= 3
        and words[i - 3] in ("a", "an", "one")
        and words[i - 2].isalpha()
        and words[i - 2] not in word_class("part_of_a_thing")
    )


def past_hyphen(tokens: Tokens, j: int) -> int:
    """Past a hyphen between number words: ``twenty-two``, and the spaced one of old wire copy, ``fifty - two``."""
    return j + 1 if tokens.words[j] in DASHES and tokens.glued(j) == tokens.glued(j + 1) else j

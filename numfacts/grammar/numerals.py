"""Numbers as news writes them: digits, words and mixtures, with the scale words and fractions that follow.

Grammar (a space stands for a space, a hyphen between number words, or nothing where letters follow digits)::

    numeral   = sign? (cardinal | fraction | vague | ordinal)
    cardinal  = group (scale group?)*             2.5 million   4 thousand 3 hundred and 21   twelve thousand million
    group     = digits | words                    10,000   12,34,567   two hundred and twelve   two point five
    mixed     = cardinal "and"? part              2 1/2   2½   97-1/4   three and a half   two and three quarters
    part      = digits "/" digits | ("a" | ones) ordinal | "half" | "½"      1/4   two-thirds   a fifth
    fraction  = part (("of" "a"?)? scale)?        half a million   a quarter of a billion   three quarters
    vague     = "tens of"? plural scale           thousands   tens of thousands   a few hundred   several dozen
    ordinal   = digits "th" | words               22nd   twenty-fifth   one hundred and first

A numeral ends where the next word cannot belong to it, so "nineteen sixty" are two.  Roman numerals are never read.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from numfacts.grammar.digits import Marks, last_digit, parse_digits
from numfacts.grammar.tokens import Tokens
from numfacts.lexicon.currencies import currency_names
from numfacts.lexicon.numerals import NumberWords, number_words

ONE = Decimal(1)
HUNDRED = Decimal(100)
DASHES = frozenset("-‐‑–—−")
MINUS_SIGNS = frozenset("-−–‑")
SLASHES = frozenset("/⁄∕")
ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
OPENING = frozenset("<>=~([“‘\"")  # a sign right behind one of these is no hyphen
GROUP_SPACES = frozenset("\u00a0\u202f\u2009")  # no-break, narrow no-break and thin space
FEW = frozenset({"several", "few"})
# What a printed fraction's denominator may be; keeps 24/7, 9/11 and dates out.
PRINTED_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 15, 16, 20, 32, 64, 100, 128})
# "the last three quarters", "two quarters in a row": financial quarters and matches, not parts of a whole.
QUARTER_ROWS = frozenset({"last", "past", "previous", "first", "next", "consecutive", "straight", "successive"})


class Numeral(NamedTuple):
    first: int  # tokens, end exclusive; a sign is included
    last: int
    value: Decimal | None  # None for a vague number
    low: Decimal | None  # the value, or what a vague word implies at least
    step: Decimal | None  # one unit of the last stated digit; None for fractions and vague numbers
    scale: Decimal  # the scale words multiplied in; 1 where there are none
    form: str  # "digits" "words" "fraction" "vague" "ordinal"


def starts_numeral(word: str) -> bool:
    """Can a numeral begin with this lower-cased token?"""
    return word[:1].isdigit() or word in numeral_starters()


@cache
def numeral_starters() -> frozenset[str]:
    """-> the words, lower-cased, at which a numeral can begin; digits begin one too."""
    table = number_words()
    return frozenset(
        {*table.ones, *table.tens, *table.scales, *table.vague, *table.ordinals, *table.fractions}
        | {"half", "quarter", "tens", "a", "an", "couple", "several", "few", "."}
    ) - {"mil", "mn", "tn"}


def read_numeral(
    tokens: Tokens, i: int, marks: Marks, *, money: bool = False, between: bool = False
) -> Numeral | None:
    """-> the numeral whose first token is ``i`` (a sign is looked for before it), or None.

    ``money`` says that a currency sign stands before it, which makes "m" a million; ``between`` that it follows
    the word "between", whose "and" it must leave alone.
    """
    word = tokens.words[i]
    table = number_words()
    numeral: Numeral | None
    if word[:1].isdigit() or (word == "." and _leading_point(tokens, i)):
        numeral = _from_digits(tokens, i, marks, money, between, table)
    elif word in table.ones or word in table.tens:
        numeral = _from_words(tokens, i, marks, money, between, table)
    elif word in ("a", "an"):
        numeral = _after_article(tokens, i, marks, money, table)
    elif word in ("half", "quarter"):
        numeral = _half(tokens, i, marks, table)
    elif word in FEW or word == "couple":
        numeral = _few(tokens, i, i, table)
    elif word in table.vague or word == "tens":
        numeral = _vague(tokens, i, table)
    elif word in table.scales:
        numeral = _bare_scale(tokens, i, marks, between, table)
    elif word in table.ordinals:
        numeral = Numeral(i, i + 1, table.ordinals[word], table.ordinals[word], ONE, ONE, "ordinal")
    elif word in table.fractions:
        over, under = table.fractions[word]
        value, scale, last = _scaled_part(tokens, i + 1, over / under, table)
        numeral = Numeral(i, last, value, value, None, scale, "fraction")
    else:
        return None
    return _signed(tokens, numeral) if numeral else None


# Digits -----------------------------------------------------------------------


def _leading_point(tokens: Tokens, i: int) -> bool:
    """``.500`` at the start of a word; not the full stop of "end.500"."""
    return tokens.words[i + 1].isdecimal() and tokens.glued(i + 1) and (
        not tokens.glued(i) or not tokens.words[i - 1][-1:].isalnum()
    )


def _from_digits(
    tokens: Tokens, i: int, marks: Marks, money: bool, between: bool, table: NumberWords
) -> Numeral | None:
    written, j = tokens.raw[i], i + 1
    if written == ".":
        written, j = "0." + tokens.raw[j], j + 1
        marks = Marks(",", ".", False)
    else:
        written, j = _spaced_groups(tokens, i, marks)
    value = parse_digits(written, marks)
    if value is None:
        return None
    step = last_digit(written, marks)
    words = tokens.words
    follower = words[j]
    if follower in ORDINAL_ENDINGS and tokens.glued(j) and follower == _ordinal_ending(value):
        return Numeral(i, j + 1, value, value, ONE, ONE, "ordinal")
    if follower in SLASHES and tokens.glued(j):
        part, last = _printed_fraction(tokens, i)
        if part is None:
            return None
        value, scale, last = _scaled_part(tokens, last, part, table)
        return Numeral(i, last, value, value, None, scale, "fraction")
    mixed, last = _mixed_fraction(tokens, j, table) if step == 1 else (None, j)
    if mixed is not None:
        value, scale, last = _scaled_part(tokens, last, value + mixed, table)
        return Numeral(i, last, value, value, None, scale, "fraction")
    power, last = _power_of_ten(tokens, j)
    if power is not None:
        return Numeral(i, last, value * power, value * power, step * power, power, "digits")
    if follower in table.scales or follower in DASHES or follower == "and":
        chain = _chain(tokens, i, marks, between, table, value, step, j)
        if chain.last > j:
            return chain
    scale, last = _letter_scale(tokens, j, money, table)
    return Numeral(i, last, value * scale, value * scale, step * scale, scale, "digits")


def _ordinal_ending(value: Decimal) -> str:
    """21st and 14th, so that "14st" is a weight."""
    if value != value.to_integral_value():
        return ""
    return "th" if 10 <= value % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(int(value % 10), "th")


def _spaced_groups(tokens: Tokens, i: int, marks: Marks) -> tuple[str, int]:
    """``1 414 021 100`` -> ("1,414,021,100", end): spaces group thousands by locale, and anywhere from three groups."""
    written, j = tokens.raw[i], i + 1
    if not (written.isdecimal() and len(written) <= 3 and tokens.words[j][:3].isdecimal()):
        return written, j
    groups, spaced = [written], marks.spaced
    while len(tokens.raw[j]) >= 3 and tokens.raw[j][:3].isdecimal() and tokens.raw[j][3:4] in ("", marks.decimal):
        gap = tokens.text[tokens.ends[j - 1] : tokens.starts[j]]
        if gap != " " and gap not in GROUP_SPACES:
            break
        spaced = spaced or gap in GROUP_SPACES
        groups.append(tokens.raw[j])
        j += 1
    if len(groups) == 1 or not (spaced or len(groups) >= 3 or groups[1] == "000"):
        return written, i + 1
    return marks.group.join(groups), j


def _printed_fraction(tokens: Tokens, i: int) -> tuple[Decimal | None, int]:
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


def _mixed_fraction(tokens: Tokens, j: int, table: NumberWords) -> tuple[Decimal | None, int]:
    """What follows a whole number: ``½``, `` 1/2``, ``-1/4``, `` and a half`` -> (value, end)."""
    word = tokens.words[j]
    if word in table.fractions:
        over, under = table.fractions[word]
        return over / under, j + 1
    if word in DASHES and tokens.glued(j):
        j, word = j + 1, tokens.words[j + 1]
    if word.isdecimal() and tokens.words[j + 1] in SLASHES:
        value, last = _printed_fraction(tokens, j)
        return value, last
    if word == "and":
        return _part_in_words(tokens, j + 1, table)
    return None, j


def _power_of_ten(tokens: Tokens, j: int) -> tuple[Decimal | None, int]:
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


# "12m people", "35m of its": m is a million before what is counted; "12m tall" is a length.
LENGTH_CUES = frozenset(
    "tall long wide high deep away apart above below across thick sprint final race hurdles freestyle butterfly"
    " backstroke breaststroke relay medley steeplechase champion record dash heat swim rifle telescope yacht walk"
    " offshore underwater squared from and by to".split()
)


def _letter_scale(tokens: Tokens, j: int, money: bool, table: NumberWords) -> tuple[Decimal, int]:
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
    counts = follower == "of" or follower in currency_names() or (
        follower.isalpha() and len(follower) > 3 and _plural(follower)
    )
    if word == "m":
        bare = not follower.isalpha() and tokens.raw[j] == "M"
        return (scale, j + 1) if bare or (counts and follower not in LENGTH_CUES) else (ONE, j)
    if word == "b":
        return (scale, j + 1) if counts or (glued and not follower.isalpha()) else (ONE, j)
    if word == "g":
        return (scale, j + 1) if tokens.raw[j] == "G" and glued and tokens.words[j - 1].isdecimal() and len(
            tokens.words[j - 1]) > 1 else (ONE, j)
    return ONE, j


def _plural(word: str) -> bool:
    return (word.endswith("s") and not word.endswith(("ss", "us", "is"))) or word in ("people", "tonnes", "children")


# Words ------------------------------------------------------------------------


def _from_words(
    tokens: Tokens, i: int, marks: Marks, money: bool, between: bool, table: NumberWords
) -> Numeral | None:
    word, follower = tokens.words[i], tokens.words[i + 1]
    ordinal = _ordinal_in_words(tokens, i, table)
    if ordinal is not None:
        return ordinal
    part, last = _part_in_words(tokens, i, table)
    if part is not None:
        value, scale, last = _scaled_part(tokens, last, part, table)
        return Numeral(i, last, value, value, None, scale, "fraction")
    if word in ("zero", "nought", "naught") and follower == "point":
        return _chain(tokens, i, marks, between, table, Decimal(0), ONE, i + 1)
    return _chain(tokens, i, marks, between, table, None, ONE, i)


def _joined(tokens: Tokens, j: int) -> int:
    """Past a hyphen between number words: ``twenty-two``, and the spaced one of old wire copy, ``fifty - two``."""
    return j + 1 if tokens.words[j] in DASHES and tokens.glued(j) == tokens.glued(j + 1) else j


def _chain(
    tokens: Tokens, i: int, marks: Marks, between: bool, table: NumberWords,
    group: Decimal | None, step: Decimal, j: int,
) -> Numeral:  # fmt: skip
    """Groups and scales from token ``j`` on, with ``group`` already read: ``cardinal`` of the grammar above.

    ``total`` holds the finished groups, ``group`` the one being read, ``room`` what may still be added to it
    (100 after "two hundred", 10 after "twenty", 1 where it is full).
    """
    words = tokens.words
    total, last_scale, scale = Decimal(0), Decimal(0), ONE
    room = ONE if group is not None else Decimal(1000)
    form = "digits" if group is not None else "words"
    end = j
    while True:
        k = _joined(tokens, j) if j > i else j
        if words[k] == "and" and (room > 10 or group is None) and total + (group or 0) > 0 and not between:
            if not _may_follow_and(tokens, k + 1, last_scale, table):
                break
            k = _joined(tokens, k + 1)
        elif words[k] == "," and group is None and last_scale >= 1000 and _hundreds(tokens, k + 1, table):
            k += 1  # "twenty thousand, five hundred and sixty-nine"
        word = words[k]
        value = table.ones.get(word)
        if value is None:
            value = table.tens.get(word)
        if value is None and word.isdecimal() and total + (group or 0) >= 100 and not tokens.glued(k):
            # "4 thousand 3 hundred and 21"; not "eight million 250ml bottles"
            value = Decimal(word) if words[k - 1] == "and" or words[k + 1] == "hundred" else None
        if value is not None:
            if group is None and (not last_scale or value < last_scale):
                group, room = value, Decimal(10) if word in table.tens else ONE
            elif group is not None and value < room and value > 0 and word not in ("a", "an"):
                group, room = group + value, Decimal(10) if word in table.tens else ONE
            else:
                break
            step = ONE
        elif word == "hundred" and group is not None and group < 100:
            group, room = group * HUNDRED, HUNDRED
            step, scale = step * HUNDRED, HUNDRED
        elif word in table.scales and word != "hundred" and (group is not None or total):
            scale = table.scales[word]
            if group is None:  # "thousand million", "lakh crore"
                total *= scale
                step *= scale
            elif last_scale and scale > last_scale:
                break  # "two thousand and three million" are two numerals
            else:
                total, step = total + group * scale, step * scale
            group, last_scale, room = None, scale, Decimal(1000)
        elif word == "point" and group is not None and words[k + 1] in table.ones and k == j:
            digits, j = _after_point(tokens, k + 1, table)
            group, step = group + digits, Decimal(1).scaleb(int(digits.as_tuple().exponent))
            room, end = ONE, j
            continue
        else:
            break
        j = end = k + 1
    value = total + (group or 0)
    part, last = _part_after(tokens, end, table, value)
    if part is not None:
        if group is None and last_scale:  # "a million and a half", "one billion and a half million"
            part, inner, last = _scaled_part(tokens, last, part, table)
            part *= last_scale if inner == 1 else ONE
            return Numeral(i, last, value + part, value + part, None, last_scale, "fraction")
        value, scale, last = _scaled_part(tokens, last, value + part, table)  # "two and a half million"
        return Numeral(i, last, value, value, None, scale, "fraction")
    return Numeral(i, end, value, value, step, scale if group is None else ONE, form)


def _may_follow_and(tokens: Tokens, k: int, scale: Decimal, table: NumberWords) -> bool:
    """Does what stands behind "and" go on the same numeral?  Not "two hundred and three hundred"."""
    k = _joined(tokens, k)
    word = tokens.words[k]
    if word not in table.ones and word not in table.tens and not (word.isdecimal() and len(word) < 4):
        return False
    limit = 6
    while limit and (word in table.ones or word in table.tens or word in DASHES or word.isdecimal()):
        k, limit = k + 1, limit - 1
        word = tokens.words[k]
    if word in table.parts and word != "second":
        return False
    following = table.scales.get(word)
    if following is None:
        return True
    return following < scale if scale else following >= 1000  # "two hundred and two thousand"


def _hundreds(tokens: Tokens, k: int, table: NumberWords) -> bool:
    return tokens.words[k] in table.ones and tokens.words[_joined(tokens, k + 1)] == "hundred"


def _after_point(tokens: Tokens, k: int, table: NumberWords) -> tuple[Decimal, int]:
    """The words behind "point": ``two five`` -> (0.25, end)."""
    digits = ""
    while tokens.words[k] in table.ones and table.ones[tokens.words[k]] < 10:
        digits += str(table.ones[tokens.words[k]])
        k += 1
    return Decimal("0." + digits) if digits else Decimal(0), k


def _part_after(tokens: Tokens, j: int, table: NumberWords, value: Decimal) -> tuple[Decimal | None, int]:
    """``and a half``, ``and three quarters``, ``½`` behind a cardinal."""
    word = tokens.words[j]
    if word in table.fractions:
        over, under = table.fractions[word]
        return over / under, j + 1
    if word in DASHES and tokens.words[j + 1] == "and":
        j, word = j + 1, "and"  # "two-and-a-half-year"
    if word != "and" or value == 0:
        return None, j
    k = _joined(tokens, j + 1)
    if tokens.words[k] == "half" and tokens.words[k + 1] in ("a", "the", "of"):
        return None, j  # "three and half the town"
    part, last = _part_in_words(tokens, k, table)
    if part is None and tokens.words[k] in ("half", "quarter"):
        part, last = ONE / table.parts[tokens.words[k]], k + 1
    return part, last


def _part_in_words(tokens: Tokens, i: int, table: NumberWords) -> tuple[Decimal | None, int]:
    """``a half``, ``one-third``, ``two thirds``, ``three-quarters`` -> (value, end)."""
    word = tokens.words[i]
    if word == "½":
        return Decimal("0.5"), i + 1
    over = ONE if word in ("a", "an", "one") else table.ones.get(word) or table.tens.get(word)
    if not over:
        return None, i
    k = i + 1
    k = _joined(tokens, k)
    if word not in ("a", "an"):
        if word in table.tens and tokens.words[k] in table.ones and tokens.words[k] != "zero":
            over, k = over + table.ones[tokens.words[k]], _joined(tokens, k + 1)
    name = tokens.words[k]
    under = table.parts.get(name)
    if under is None:
        return None, i
    plural = name.endswith("s") or name == "halves"
    if not plural and over != 1 and not (name == "half" and over == 1) and name not in ("quarter", "third", "fifth"):
        return None, i
    if not plural and over >= 10:
        return None, i  # "twenty-fifth" is an ordinal
    if name == "quarters" and (tokens.words[i - 1] in QUARTER_ROWS or tokens.words[k + 1] in ("in", "running")):
        return None, i
    if not plural and name not in ("half", "quarter") and word in ("a", "an", "one") and not _stands_as_part(tokens, k):
        return None, i
    return over / under, k + 1


def _stands_as_part(tokens: Tokens, k: int) -> bool:
    """``a third of``, ``by a third``, ``one-third share``, ``a fifth more``; not ``a third man``."""
    follower = tokens.words[k + 1]
    if tokens.words[k - 1] in DASHES and tokens.words[k - 2] == "one":
        return True
    return not follower.isalpha() or follower in PART_FOLLOWERS


PART_FOLLOWERS = frozenset(
    "of more less higher lower larger smaller fewer are is were was have had has say said believe think in to from at"
    " on by since this last and or but as than when while over".split()
)


def _scaled_part(tokens: Tokens, j: int, value: Decimal, table: NumberWords) -> tuple[Decimal, Decimal, int]:
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


def _ordinal_in_words(tokens: Tokens, i: int, table: NumberWords) -> Numeral | None:
    """``twenty-fifth``, ``one hundred and first``: a cardinal whose last word is an ordinal."""
    words = tokens.words
    total, j, limit = Decimal(0), i, 8
    while limit and (words[j] in table.ones or words[j] in table.tens or words[j] in table.scales):
        value = table.ones.get(words[j], table.tens.get(words[j]))
        total = total + value if value is not None else max(total, ONE) * table.scales[words[j]]
        j, limit = j + 1, limit - 1
        if words[j] == "and":
            j += 1
        j = _joined(tokens, j)
    place = table.ordinals.get(words[j])
    if place is None or j == i:
        return None
    before = words[j - 1] if words[j - 1] not in DASHES and words[j - 1] != "and" else words[j - 2]
    fits = (before in table.tens and place < 10) or (before in table.scales and place < table.scales[before])
    if not fits:
        if words[j] not in ("hundredth", "thousandth", "millionth") or words[j - 1] not in DASHES:
            return None
        total = total * place - place
    return Numeral(i, j + 1, total + place, total + place, ONE, ONE, "ordinal")


def _after_article(tokens: Tokens, i: int, marks: Marks, money: bool, table: NumberWords) -> Numeral | None:
    """``a million``, ``a dozen``, ``a hundred and one``, ``a third of``, ``a few hundred``, ``a half``."""
    word = tokens.words[i + 1]
    if word in table.scales and word not in ("millions", "billions", "trillions", "dozens"):
        if tokens.words[i + 2] in table.parts and tokens.words[i + 2].endswith("s"):
            under = table.parts[tokens.words[i + 2]]  # "a hundred trillionths"
            value = table.scales[word] / under
            return Numeral(i, i + 3, value, value, None, ONE, "fraction")
        chain = _chain(tokens, i, marks, False, table, ONE, ONE, i + 1)
        return chain._replace(form="words") if chain.last > i + 1 else None
    if word in FEW or word == "couple":
        return _few(tokens, i, i + 1, table)
    part, last = _part_in_words(tokens, i, table)
    if part is None or (tokens.words[last] in DASHES and tokens.words[last + 1] not in table.scales):
        return None  # "a half-hour delay" is read at "half", "a third-party" is no part
    value, scale, last = _scaled_part(tokens, last, part, table)
    return Numeral(i, last, value, value, None, scale, "fraction")


# "half-time", "first half": nothing is halved there.
NO_HALF_BEFORE = frozenset("first second the this that other better top bottom opening early late latter each next".split())
NO_HALF_AFTER = frozenset("time term past brother sister mast hearted century centuries back way marathon year".split())


def _half(tokens: Tokens, i: int, marks: Marks, table: NumberWords) -> Numeral | None:
    """``half a million``, ``half an hour``, ``half of``, ``half the town``; "quarter" only in "quarter of a million"."""
    words = tokens.words
    value, scale, last = _scaled_part(tokens, i + 1, ONE / table.parts[words[i]], table)
    if last > i + 1:
        return Numeral(i, last, value, value, None, scale, "fraction")
    if words[i] == "quarter" or words[i - 1] in NO_HALF_BEFORE:
        return None
    k = _joined(tokens, i + 1)
    if words[k] in NO_HALF_AFTER:
        return None
    return Numeral(i, i + 1, value, value, None, ONE, "fraction")


def _bare_scale(tokens: Tokens, i: int, marks: Marks, between: bool, table: NumberWords) -> Numeral | None:
    """``hundred``, ``million dollars``: one of them, where no number stands before."""
    if tokens.words[i] in ("mil", "mn", "tn", "millions", "billions", "trillions", "lakhs", "crores", "dozens"):
        return None
    chain = _chain(tokens, i, marks, between, table, ONE, ONE, i)
    return chain._replace(form="words") if chain.last > i else None


# Vague ------------------------------------------------------------------------


def _vague(tokens: Tokens, i: int, table: NumberWords) -> Numeral | None:
    """``thousands``, ``tens of thousands``, ``hundreds of millions``: the bound that the words imply, no value."""
    words = tokens.words
    low = Decimal(10) if words[i] == "tens" else table.vague[words[i]]
    j = i + 1
    while words[j] == "of" and words[j + 1] in table.vague and words[j + 1] != "scores":
        low, j = low * table.vague[words[j + 1]], j + 2
    if words[i] == "tens" and j == i + 1:
        return None
    if words[i] == "scores" and words[j] != "of":
        return None  # "scores twice"
    return Numeral(i, j, None, low, None, low, "vague")


def _few(tokens: Tokens, i: int, k: int, table: NumberWords) -> Numeral | None:
    """``a few hundred``, ``several dozen``, ``a couple of thousand``: at least two of the scale; ``a couple of`` is 2."""
    words = tokens.words
    j = k + 1
    if words[j] == "of":
        j += 1
    scale = table.scales.get(words[j])
    if scale is not None:
        j += 1
        outer = table.scales.get(words[j])
        if outer is not None:
            scale, j = scale * outer, j + 1
        return Numeral(i, j, None, 2 * scale, None, scale, "vague")
    if words[k] == "couple" and words[k - 1] in ("a", "last", "past", "next") and words[k + 1] in ("of", "more", ""):
        end = k + 2 if words[k + 1] == "of" else k + 1
        return Numeral(i, end, Decimal(2), Decimal(2), None, ONE, "words")
    return None


# Sign -------------------------------------------------------------------------


def _signed(tokens: Tokens, numeral: Numeral) -> Numeral:
    """``-5``, ``−2``, ``minus three``, ``negative ten``, ``minus-5``: the sign joins the numeral."""
    i = numeral.first
    sign = tokens.words[i - 1] if i else ""
    first = None
    if sign in ("minus", "negative") and numeral.form != "vague":
        first = i - 1
    elif sign in MINUS_SIGNS:
        if i >= 2 and tokens.words[i - 2] in ("minus", "negative") and tokens.glued(i - 1):
            first = i - 2
        elif (not tokens.glued(i - 1) or tokens.words[i - 2] in OPENING) and (tokens.glued(i) or i == 1) and numeral.form in ("digits", "fraction"):
            first = i - 1
    if first is None or numeral.value is None or numeral.form == "ordinal":
        return numeral
    return numeral._replace(first=first, value=-numeral.value, low=-numeral.value)

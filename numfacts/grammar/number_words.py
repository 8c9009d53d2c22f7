"""Numbers in words, and in digits and words mixed: two hundred and twelve, 4 thousand 3 hundred, twenty-fifth.

Grammar::

    cardinal  = group (scale group?)*             2.5 million   4 thousand 3 hundred and 21   twelve thousand million
    group     = digits | words                    10,000   two hundred and twelve   two point five
    vague     = "tens of"? plural scale           thousands   tens of thousands   a few hundred   several dozen
    ordinal   = words                             twenty-fifth   one hundred and first

A numeral ends where the next word cannot belong to it, so "nineteen sixty" are two.
"""

from __future__ import annotations

from decimal import Decimal

from numfacts.grammar.parts import part_in_words, past_hyphen, scaled_part
from numfacts.grammar.tokens import DASHES, Tokens
from numfacts.lexicon.numerals import NumberWords
from numfacts.model import Numeral

ONE = Decimal(1)
HUNDRED = Decimal(100)
LARGEST = Decimal(10) ** 30


def read_chain(
    tokens: Tokens, i: int, between: bool, table: NumberWords,
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
        k = past_hyphen(tokens, j) if j > i else j
        if words[k] == "and" and (room > 10 or group is None) and total + (group or 0) > 0 and not between:
            if not _may_follow_and(tokens, k + 1, last_scale, table):
                break
            if form == "digits" and last_scale > 1000 and words[k + 1].isdecimal():
                break  # "from 942.6 million and 18 per cent"
            k = past_hyphen(tokens, k + 1)
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
                if total * scale > LARGEST:
                    break
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
            part, inner, last = scaled_part(tokens, last, part, table)
            part *= last_scale if inner == 1 else ONE
            return Numeral(i, last, value + part, value + part, None, last_scale, "fraction")
        value, scale, last = scaled_part(tokens, last, value + part, table)  # "two and a half million"
        return Numeral(i, last, value, value, None, scale, "fraction")
    return Numeral(i, end, value, value, step, scale if group is None else ONE, form)


def _may_follow_and(tokens: Tokens, k: int, scale: Decimal, table: NumberWords) -> bool:
    """Does what stands behind "and" go on the same numeral?  Not "two hundred and three hundred"."""
    k = past_hyphen(tokens, k)
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
    return tokens.words[k] in table.ones and tokens.words[past_hyphen(tokens, k + 1)] == "hundred"


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
    k = past_hyphen(tokens, j + 1)
    if tokens.words[k] == "half" and tokens.words[k + 1] in ("a", "the", "of"):
        return None, j  # "three and half the town"
    part, last = part_in_words(tokens, k, table)
    if part is None and tokens.words[k] in ("half", "quarter"):
        part, last = ONE / table.parts[tokens.words[k]], k + 1
    return part, last


def ordinal_in_words(tokens: Tokens, i: int, table: NumberWords) -> Numeral | None:
    """``twenty-fifth``, ``two thousand one hundred and first``: a cardinal whose last word is an ordinal."""
    words = tokens.words
    total, group, j, limit = Decimal(0), Decimal(0), i, 12
    while limit and (words[j] in table.ones or words[j] in table.tens or words[j] in table.scales):
        value = table.ones.get(words[j], table.tens.get(words[j]))
        if value is not None:
            group += value
        elif table.scales[words[j]] < 1000:
            group = max(group, ONE) * table.scales[words[j]]
        else:  # "two thousand three hundred and first": what follows a scale is not multiplied by it
            total, group = total + max(group, ONE) * table.scales[words[j]], Decimal(0)
        j, limit = j + 1, limit - 1
        if words[j] == "and":
            j += 1
        j = past_hyphen(tokens, j)
    place = table.ordinals.get(words[j])
    if place is None or j == i:
        return None
    total += group
    before = words[j - 1] if words[j - 1] not in DASHES and words[j - 1] != "and" else words[j - 2]
    fits = (before in table.tens and place < 10) or (before in table.scales and place < table.scales[before])
    if not fits:
        if words[j] not in ("hundredth", "thousandth", "millionth") or words[j - 1] not in DASHES:
            return None
        total = total * place - place
    return Numeral(i, j + 1, total + place, total + place, ONE, ONE, "ordinal")


def read_vague(tokens: Tokens, i: int, table: NumberWords) -> Numeral | None:
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


def read_few(tokens: Tokens, i: int, k: int, table: NumberWords) -> Numeral | None:
    """``a few hundred``, ``several dozen``, ``a couple of thousand``: two of the scale at least; a couple of is 2."""
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
    if (
        words[k] == "couple"
        and words[k - 1] in ("a", "last", "past", "next")
        and words[k + 1] in ("of", "more", "")
    ):
        end = k + 2 if words[k + 1] == "of" else k + 1
        return Numeral(i, end, Decimal(2), Decimal(2), None, ONE, "words")
    return None

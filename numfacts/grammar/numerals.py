"""Numbers as news writes them: digits, words and mixtures, with the scale words and fractions that follow.

Grammar (a space stands for a space, a hyphen between number words, or nothing where letters follow digits)::

    numeral = sign? (cardinal | mixed | fraction | vague | ordinal)

``number_digits``, ``number_words`` and ``parts`` have the rules of each.  Roman numerals are never read.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from numfacts.grammar.digits import ENGLISH, Marks, last_digit, parse_digits
from numfacts.grammar.number_digits import (
    leading_point,
    letter_scale,
    ordinal_ending,
    power_of_ten,
    spaced_groups,
)
from numfacts.grammar.number_words import ordinal_in_words, read_chain, read_few, read_vague
from numfacts.grammar.parts import mixed_fraction, part_in_words, printed_fraction, read_half, scaled_part
from numfacts.grammar.tokens import DASHES, MINUS_SIGNS, SLASHES, Tokens
from numfacts.lexicon.numerals import NumberWords, number_words
from numfacts.model import Numeral

ONE = Decimal(1)

ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})


OPENING = frozenset('<>=~([“‘"')  # a sign right behind one of these is no hyphen


FEW = frozenset({"several", "few"})


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
    ) - {"mil", "mn", "tn", "lac"}


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
    if word[:1].isdigit() or (word == "." and leading_point(tokens, i)):
        numeral = _from_digits(tokens, i, marks, money, between, table)
    elif word in table.ones or word in table.tens:
        numeral = _from_words(tokens, i, between, table)
    elif word in ("a", "an") or (
        word == "every" and tokens.words[i + 1] in table.parts and tokens.words[i + 2] == "of"
    ):
        numeral = _after_article(tokens, i, table)
    elif word in ("half", "quarter"):
        numeral = read_half(tokens, i, table)
    elif word in FEW or word == "couple":
        numeral = read_few(tokens, i, i, table)
    elif word in table.vague or word == "tens":
        numeral = read_vague(tokens, i, table)
    elif word in table.scales:
        numeral = _bare_scale(tokens, i, between, table)
    elif word in table.ordinals:
        numeral = Numeral(i, i + 1, table.ordinals[word], table.ordinals[word], ONE, ONE, "ordinal")
    elif word in table.fractions:
        over, under = table.fractions[word]
        value, scale, last = scaled_part(tokens, i + 1, over / under, table)
        numeral = Numeral(i, last, value, value, None, scale, "fraction")
    else:
        return None
    return _signed(tokens, numeral) if numeral else None


def _from_digits(
    tokens: Tokens, i: int, marks: Marks, money: bool, between: bool, table: NumberWords
) -> Numeral | None:
    written, j = tokens.raw[i], i + 1
    if written == ".":
        written, j = "0." + tokens.raw[j], j + 1
        marks = ENGLISH
    else:
        written, j = spaced_groups(tokens, i, marks, money)
    value = parse_digits(written, marks)
    if value is None:
        return None
    step = last_digit(written, marks)
    words = tokens.words
    follower = words[j]
    if follower in ORDINAL_ENDINGS and tokens.glued(j) and follower == ordinal_ending(value):
        return Numeral(i, j + 1, value, value, ONE, ONE, "ordinal")
    if follower in SLASHES and tokens.glued(j):
        part, last = printed_fraction(tokens, i)
        if part is not None:
            value, scale, last = scaled_part(tokens, last, part, table)
            return Numeral(i, last, value, value, None, scale, "fraction")
        if not (money and words[j + 1].isalpha()):  # "₹1,240/quintal"
            return None
    mixed, last = mixed_fraction(tokens, j, table) if step == 1 else (None, j)
    if mixed is not None:
        value, scale, last = scaled_part(tokens, last, value + mixed, table)
        return Numeral(i, last, value, value, None, scale, "fraction")
    power, last = power_of_ten(tokens, j)
    if power is not None:
        return Numeral(i, last, value * power, value * power, step * power, power, "digits")
    if follower in table.scales or follower in DASHES or follower == "and":
        chain = read_chain(tokens, i, between, table, value, step, j)
        if chain.last > j and not _runs_on(tokens, chain, table):
            return chain
        if chain.last > j and follower in table.scales:
            scale = table.scales[follower]  # "lost 6 billion two weeks later"
            return Numeral(i, j + 1, value * scale, value * scale, step * scale, scale, "digits")
    scale, last = letter_scale(tokens, j, money, table)
    if last > j and words[last] in ("crore", "cr"):
        scale, last = scale * table.scales[words[last]], last + 1  # "Rs 46K crore"
    return Numeral(i, last, value * scale, value * scale, step * scale, scale, "digits")


def _runs_on(tokens: Tokens, chain: Numeral, table: NumberWords) -> bool:
    """``6 billion two``: a small number in words right behind digits and their scale begins the next figure."""
    word, before = tokens.words[chain.last - 1], tokens.words[chain.last - 2]
    return (word in table.ones or word in table.tens) and before in table.scales


def _from_words(tokens: Tokens, i: int, between: bool, table: NumberWords) -> Numeral | None:
    word, follower = tokens.words[i], tokens.words[i + 1]
    ordinal = ordinal_in_words(tokens, i, table)
    if ordinal is not None:
        return ordinal
    part, last = part_in_words(tokens, i, table)
    if part is not None:
        value, scale, last = scaled_part(tokens, last, part, table)
        return Numeral(i, last, value, value, None, scale, "fraction")
    if word in ("zero", "nought", "naught") and follower == "point":
        return read_chain(tokens, i, between, table, Decimal(0), ONE, i + 1)
    return read_chain(tokens, i, between, table, None, ONE, i)


def _after_article(tokens: Tokens, i: int, table: NumberWords) -> Numeral | None:
    """``a million``, ``a dozen``, ``a hundred and one``, ``a third of``, ``a few hundred``, ``a half``."""
    word = tokens.words[i + 1]
    if word in table.scales and word not in ("millions", "billions", "trillions", "dozens"):
        if tokens.words[i + 2] in table.parts and tokens.words[i + 2].endswith("s"):
            under = table.parts[tokens.words[i + 2]]  # "a hundred trillionths"
            value = table.scales[word] / under
            return Numeral(i, i + 3, value, value, None, ONE, "fraction")
        chain = read_chain(tokens, i, False, table, ONE, ONE, i + 1)
        return chain._replace(form="words") if chain.last > i + 1 else None
    if word in FEW or word == "couple":
        return read_few(tokens, i, i + 1, table)
    part, last = part_in_words(tokens, i, table)
    if part is None or (tokens.words[last] in DASHES and tokens.words[last + 1] not in table.scales):
        return None  # "a half-hour delay" is read at "half", "a third-party" is no part
    value, scale, last = scaled_part(tokens, last, part, table)
    return Numeral(i, last, value, value, None, scale, "fraction")


def _bare_scale(tokens: Tokens, i: int, between: bool, table: NumberWords) -> Numeral | None:
    """``hundred``, ``million dollars``: one of them, where no number stands before."""
    if tokens.words[i - 1][:1].isdigit() and i:
        return None  # behind digits that are no number here: "1,3 million"
    if tokens.words[i] in (
        "mil",
        "mn",
        "tn",
        "millions",
        "billions",
        "trillions",
        "lakhs",
        "crores",
        "dozens",
    ):
        return None
    chain = read_chain(tokens, i, between, table, ONE, ONE, i)
    return chain._replace(form="words") if chain.last > i else None


MODALS = frozenset("to could may might will would should can".split())


def _signed(tokens: Tokens, numeral: Numeral) -> Numeral:
    """``-5``, ``−2``, ``minus three``, ``negative ten``, ``minus-5``: the sign joins the numeral."""
    i = numeral.first
    sign = tokens.words[i - 1] if i else ""
    first = None
    if sign == "minus" and tokens.words[max(0, i - 3) : i - 1] == ["plus", "or"]:
        return numeral
    if sign in ("minus", "negative") and numeral.form != "vague":
        first = i - 1
    elif (
        sign in MINUS_SIGNS
        and not tokens.glued(i)
        and numeral.form == "digits"
        and (
            tokens.words[i - 2] in ("to", "at", "of")
            or (tokens.words[i - 3] in MODALS and tokens.words[numeral.last] in ("degrees", "°"))
        )
    ):
        first = i - 1  # "fell to - 20 degrees", "expected to reach - 5 degrees"
    elif sign in MINUS_SIGNS:
        if i >= 2 and tokens.words[i - 2] in ("minus", "negative") and tokens.glued(i - 1):
            first = i - 2
        elif (
            (not tokens.glued(i - 1) or tokens.words[i - 2] in OPENING)
            and (tokens.glued(i) or i == 1)
            and numeral.form in ("digits", "fraction")
        ):
            first = i - 1
    if first is None or numeral.value is None or numeral.form == "ordinal":
        return numeral
    return numeral._replace(first=first, value=-numeral.value, low=-numeral.value)

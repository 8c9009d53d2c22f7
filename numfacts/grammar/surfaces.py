"""The surfaces of units and currencies, ready to be matched token by token, the longest first.

``surfaces_after(None)["square"]`` are names that open with "square"; a symbol stands in its own letters and spacing.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from numfacts.grammar.tokens import DASHES, Tokens, tokenise
from numfacts.lexicon.currencies import Money, currency_names, currency_symbols, minor_names
from numfacts.lexicon.units import unit_names, unit_symbols
from numfacts.model import Unit


class Surface(NamedTuple):
    written: str
    tokens: tuple[str, ...]
    cased: bool  # matched against the letters as written
    unit: Unit | None
    money: Money | None
    minor: bool


@cache
def surfaces_after(territory: str | None) -> dict[str, tuple[Surface, ...]]:
    """First token (lower case) -> the surfaces that open with it, longest first."""
    rows: list[Surface] = []
    for name, unit in unit_names(territory).items():
        rows.append(Surface(name, split(name, False), False, unit, None, False))
    for symbol, unit in unit_symbols(territory).items():
        rows.append(Surface(symbol, split(symbol, True), True, unit, None, False))
    for name, money in currency_names().items():
        rows.append(Surface(name, split(name, False), False, None, money, False))
    for name, money in minor_names().items():
        rows.append(Surface(name, split(name, False), False, None, money, True))
    for symbol, money in currency_symbols(territory).items():
        rows.append(Surface(symbol, split(symbol, True), True, None, money, False))
    return indexed(rows, 0)


@cache
def surfaces_before(territory: str | None) -> dict[str, tuple[Surface, ...]]:
    """Last token (lower case) -> the currency signs, codes and names that end with it, longest first."""
    signs = currency_symbols(territory)
    signs = {sign.lower(): money for sign, money in signs.items() if _in_small_letters(sign)} | dict(signs)
    rows = [Surface(sign, split(sign, True), True, None, money, False) for sign, money in signs.items()]
    rows += [Surface(name, (name,), False, None, currency_names()[name], False) for name in NAMED_BEFORE]
    return indexed(rows, -1)


# "Euro 1.4bn", "Rupees 500 crore"
NAMED_BEFORE = frozenset("dlr dlrs dollar dollars euro euros rupee rupees yen usd eur gbp chf rmb".split())


def _in_small_letters(sign: str) -> bool:
    """Can a sign be told in small letters too?  ``hk$``, ``c $``, ``aud$``; a$ and us $ are words before a sign."""
    letters = "".join(filter(str.isalpha, sign)).lower()
    return (
        sign.endswith("$")
        and sign[0].isalpha()
        and not (letters in WORDS and (" " in sign or len(letters) == 1))
    )


WORDS = frozenset("a s r l u us can".split())


def split(surface: str, cased: bool) -> tuple[str, ...]:
    tokens = tokenise(surface, 0, len(surface))
    return tuple((tokens.raw if cased else tokens.words)[: tokens.count])


def indexed(rows: list[Surface], at: int) -> dict[str, tuple[Surface, ...]]:
    index: dict[str, list[Surface]] = {}
    for row in rows:
        index.setdefault(row.tokens[at].lower(), []).append(row)
    return {
        key: tuple(sorted(found, key=lambda row: (-len(row.tokens), not row.cased, row.unit is None)))
        for key, found in index.items()
    }


def stands(tokens: Tokens, first: int, last: int, row: Surface) -> bool:
    """Does the surface stand at these tokens?  A symbol in its own letters and spacing: A$5 is not "A $5 fee"."""
    if not row.cased:  # a name of one word was found by that word
        return last - first == 1 or tuple(tokens.words[first:last]) == row.tokens
    return (last - first == 1 and tokens.raw[first] == row.written) or (
        last - first > 1 and tokens.slice(first, last).replace("\u00a0", " ") == row.written
    )


def hyphenated(tokens: Tokens, j: int, row: Surface) -> int:
    """``square-foot``, ``nautical-mile``, ``kilowatt-hours``: a name of several words -> the token behind it, or 0."""
    if len(row.tokens) == 1 or row.cased or tokens.words[j + 1] not in DASHES:
        return 0
    for word in row.tokens:
        if tokens.words[j] != word:
            return 0
        j += 2 if tokens.words[j + 1] in DASHES and tokens.glued(j + 1) and tokens.glued(j + 2) else 1
    return j - 1 if tokens.words[j - 1] in DASHES else j


def runs_on(tokens: Tokens, last: int) -> bool:
    """Is the surface only the beginning of a longer code, as the m of m4?"""
    return tokens.glued(last) and tokens.words[last].isalnum() and tokens.raw[last - 1][-1:].isalnum()

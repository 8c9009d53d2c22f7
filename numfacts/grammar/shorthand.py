"""Units that hold a scale of their own, and slang for money: MEUR 120, 48 LMT, 12 LPA, ten grand, half a mill.

``read_shorthand`` of "48 LMT" -> metric tons, at a divisor of 1/100,000: the value is stated in lakhs of the unit.
"""

from __future__ import annotations

from decimal import Decimal

from numfacts.grammar.tokens import Tokens
from numfacts.grammar.units import UnitReading, meant, with_denominator
from numfacts.grammar.usage import Usage
from numfacts.lexicon.currencies import Money, currency, currency_codes
from numfacts.lexicon.units import per, unit
from numfacts.lexicon.words import word_class
from numfacts.model import Numeral, Unit

MILLION, LAKH = Decimal(1000000), Decimal(100000)
IN_LAKHS = frozenset({"LMT", "LPA"})
SLANG = {"grand": Decimal(1000), "mill": MILLION}


def read_shorthand(tokens: Tokens, numeral: Numeral, usage: Usage) -> UnitReading | None:
    """-> the unit behind the number, its scale in the divisor."""
    raw = tokens.raw[numeral.last]
    if raw in IN_LAKHS:
        return _in_lakhs(tokens, numeral)
    if raw in SLANG or (raw == "a" and numeral.form == "fraction"):
        return _slang(tokens, numeral, usage)
    return _megas_behind(tokens, numeral) if len(raw) == 4 and raw[0] == "M" else None


def megas(tokens: Tokens, i: int) -> Unit | None:
    """``MEUR 120``, ``MUSD``: millions of a currency, as Nordic company news writes it."""
    raw = tokens.raw[i] if i >= 0 else ""
    return currency(raw[1:]) if len(raw) == 4 and raw[0] == "M" and raw[1:] in currency_codes() else None


def _megas_behind(tokens: Tokens, numeral: Numeral) -> UnitReading | None:
    found, j = megas(tokens, numeral.last), numeral.last
    return UnitReading(found, j + 1, 1 / MILLION, 1.0, False, j) if found else None


def _in_lakhs(tokens: Tokens, numeral: Numeral) -> UnitReading | None:
    """``297 LMT``: lakh metric tonnes; ``a 12 LPA package``: lakhs of rupees per annum."""
    j = numeral.last
    if numeral.form != "digits":
        return None
    found = unit("metric_ton") if tokens.raw[j] == "LMT" else per(currency("INR"), unit("year"))
    return UnitReading(found, j + 1, 1 / LAKH, 1.0, False, j)


def _slang(tokens: Tokens, numeral: Numeral, usage: Usage) -> UnitReading | None:
    """``ten grand``, ``half a mill``, ``nine grand a year``: the place's money, which the slang does not name."""
    j = numeral.last
    if numeral.form == "fraction" and tokens.words[j] == "a":
        j += 1
    scale = SLANG.get(tokens.raw[j])
    if scale is None or numeral.form not in ("digits", "words", "fraction") or not _of_money(tokens, j):
        return None
    meaning = meant(Money(tokens.raw[j], "USD", ("USD", "GBP", "AUD", "CAD", "NZD", "EUR"), 0.5), usage)
    money = UnitReading(meaning.unit, j + 1, 1 / scale, meaning.confidence, False, j)
    return with_denominator(tokens, money, usage)


def _of_money(tokens: Tokens, j: int) -> bool:
    """Not "two grand prix", nor "two mill workers", "half a mill in Oldham"."""
    follower = tokens.words[j + 1]
    if tokens.raw[j] == "mill":
        return not follower.isalpha() or follower in ("a", "per", "for", "each", "more", "and", "or")
    return follower not in word_class("after_grand")

"""What a number is of: the unit or currency before and after it, and what it is per.

``£1.6m``: a currency before; ``1.6p a litre``: a currency after, per litre; ``110 km/h``: a unit of its own.

Grammar::

    unit   = "-"? surface ("of money" | ("of" noun)? per)?
    per    = ("per" | "/" | "a" | "an" | "each" | "every") surface | "p.a." | "per annum" | "per capita"

Surfaces are the rows of the lexicon, matched token by token, the longest first; a row's condition (lexicon.units.
CONDITIONS) is tested against the words around it.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from numfacts.grammar.conditions import M_READINGS, as_meant, bare_m, is_money
from numfacts.grammar.surfaces import (
    Surface,
    hyphenated,
    indexed,
    runs_on,
    split,
    stands,
    surfaces_after,
    surfaces_before,
)
from numfacts.grammar.tokens import DASHES, Tokens
from numfacts.grammar.usage import Usage
from numfacts.grammar.words_alone import letter_of
from numfacts.lexicon.currencies import Currency, Money, minor_names, resolve
from numfacts.lexicon.numerals import number_words
from numfacts.lexicon.units import denominators, per, unit_names, unit_symbols
from numfacts.lexicon.units import unit as unit_named
from numfacts.lexicon.words import word_class
from numfacts.model import Numeral, Unit

EACH = frozenset({"a", "an", "each", "every"})


PER = frozenset({"per", "/", "⁄", "∕"})


# "$1.5bn a year earlier": what a denominator is not
EARLIER = frozenset("earlier ago before later after".split())
# "$900 a week before tax" is one
TAKEN_OFF = frozenset("tax taxes housing deductions overtime bills tips".split())


BY_THE_YEAR = frozenset({"p.a.", "p.a", "pa"})


BY_TIME = dict.fromkeys(BY_THE_YEAR, "year") | {"pcm": "month", "pw": "week", "ph": "hour"}


class UnitReading(NamedTuple):
    unit: Unit
    last: int  # token behind the unit
    divisor: Decimal  # 100 for pence: the value is stated in a hundredth of the unit
    confidence: float
    hyphened: bool  # "30-hour"
    first: int  # first token of the unit


# Signs of one or two letters that may stand apart from their number; others could be anybody's initials.
SPACED_SIGNS = frozenset({"Rs", "RM", "Fr", "kr", "R", "zł", "Kč", "Ft", "Tk"})


SUPPOSED = 0.75  # the confidence of a dollar that only the places of a story tell


def meant(money: Money, usage: Usage) -> Currency:
    """-> the currency that a surface stands for in this document."""
    if usage.territory is None and usage.dollars is not None and money.default == "USD":
        supposed = resolve(money, usage.dollars, usage.year)
        return supposed._replace(confidence=SUPPOSED) if supposed.unit.candidates else supposed
    return resolve(money, usage.territory, usage.year)


class SignReading(NamedTuple):
    unit: Unit
    first: int
    divisor: Decimal
    confidence: float


def read_sign(tokens: Tokens, i: int, usage: Usage) -> SignReading | None:
    """-> the currency that ends right before token ``i``: ``£``, ``US$``, ``EUR ``, ``Rs.``"""
    surfaces = surfaces_before(usage.territory).get(tokens.words[i - 1]) if i else None
    before = tokens.words[i - 2] if i > 1 else ""
    alone = i == 1 or (tokens.words[i - 1] == "$" and before not in _before_dollar(usage.territory))
    for row in surfaces or ():
        first = i - len(row.tokens)
        if alone and first < i - 1:
            continue
        if first < 0 or row.money is None or not stands(tokens, first, i, row):
            continue
        if row.money.when == "amount" or (row.money.when == "prefix" and not tokens.glued(i)):
            continue
        if len(row.tokens) == 1 and row.tokens[0].isupper() and tokens.glued(i) and _scenario(tokens, i):
            continue
        if not row.cased and row.written not in ("dlr", "dlrs") and not _scaled(tokens, i):
            continue  # "the dollar 2 percent lower"
        before = tokens.words[first - 1]
        if row.tokens[0].isalpha() and tokens.glued(first) and (before.isalnum() or before in DASHES):
            continue  # the R18 of PLX-R18
        if (
            len(row.tokens) == 1
            and row.tokens[0].isalpha()
            and len(row.tokens[0]) < 3
            and not tokens.glued(i)
        ):
            if row.tokens[0] not in SPACED_SIGNS:
                continue
        meaning = meant(row.money, usage)
        return SignReading(meaning.unit, first, Decimal(meaning.divisor), meaning.confidence)
    return None


@cache
def _before_dollar(territory: str | None) -> frozenset[str]:
    """What may stand before a dollar sign as a part of it: US$, HK$; before most stands none of these."""
    rows = surfaces_before(territory).get("$", ())
    return frozenset(row.tokens[-2].lower() for row in rows if len(row.tokens) > 1)


def _scaled(tokens: Tokens, i: int) -> bool:
    """Does a scale word follow the number: ``Euro 1.4bn``, ``Rupees 500 crore``?"""
    return tokens.words[i][:1].isdigit() and tokens.words[i + 1] in number_words().scales


def _scenario(tokens: Tokens, i: int) -> bool:
    """``SSP2-4.5``: a code of one digit, a hyphen and more digits is a name, not Sudanese pounds."""
    return len(tokens.words[i]) == 1 and tokens.words[i + 1] == "-" and tokens.words[i + 2][:1].isdigit()


def read_unit(tokens: Tokens, j: int, numeral: Numeral, usage: Usage) -> UnitReading | None:
    """-> the unit or currency that begins at token ``j``, right behind ``numeral``, with what it is per."""
    hyphened = tokens.words[j] in DASHES and tokens.glued(j) and tokens.glued(j + 1)
    first = j + 1 if hyphened or _loose_hyphen(tokens, j) else j
    reading = _surface_at(tokens, first, numeral, usage, first > j)
    if reading is not None and first > j and not hyphened and not _describes(tokens, reading):
        return None
    if reading is None and first == j:
        listed = tokens.words[j] in word_class("before_unit")
        # "three long years", but not "rose to five last year", "two old pounds"
        if listed or (letter_of(tokens.words[j]) == "A" and tokens.words[j + 1].endswith("s")):
            reading = _surface_at(tokens, j + 1, numeral, usage, False)
            wanted = ("duration", "measure", "percent") if listed else ("duration",)
            if reading is not None and reading.unit.kind not in wanted:
                return None
    if reading is None or reading.unit.kind == "duration":
        return reading
    return with_denominator(tokens, reading, usage)


def _loose_hyphen(tokens: Tokens, j: int) -> bool:
    """The spaced hyphen of old wire copy: ``30 - year bonds``."""
    return (
        tokens.words[j] == "-"
        and not tokens.glued(j)
        and not tokens.glued(j + 1)
        and tokens.words[j + 1].isalpha()
    )


def _describes(tokens: Tokens, reading: UnitReading) -> bool:
    """``30 - year bonds``: a unit in the singular before a noun; not "30 - minutes later", "took 3 - second place"."""
    word, follower = tokens.words[reading.last - 1], tokens.words[reading.last]
    closed = word_class("preposition", "conjunction", "auxiliary", "determiner", "adverb", "past")
    shared = follower == "-" and tokens.words[reading.last + 1] in ("a", "per")  # "12 - cents - a - share"
    described = (follower.isalpha() and follower not in closed) or follower in (",", "-")
    singular = len(word) > 2 and not word.endswith("s") and word != "second"
    return reading.unit.kind != "percent" and (shared or (singular and described))


def _surface_at(tokens: Tokens, j: int, numeral: Numeral, usage: Usage, hyphened: bool) -> UnitReading | None:
    surfaces = surfaces_after(usage.territory).get(tokens.words[j])
    if surfaces is None:
        return None
    for row in surfaces:
        last = j + len(row.tokens)
        if not stands(tokens, j, last, row):
            last = hyphenated(tokens, j, row)
        if row.cased and row.money is not None and tokens.words[last][:1].isdigit():
            apart = not (tokens.glued(j) or row.written.isalpha() or tokens.words[last + 1] in minor_names())
            if tokens.glued(last) or apart:
                continue  # "two $75 rebates", "EURO 12.49 $ 17.24": the sign is of the number behind it
        if (
            not last
            or runs_on(tokens, last)
            or (tokens.words[last] == "s" and tokens.words[last - 1] == "′")
            or (row.minor and len(row.tokens[0]) == 1 and tokens.raw[j].isupper())
        ):
            continue
        if row.unit is not None:
            unit = as_meant(tokens, j, last, row.unit, numeral, hyphened, usage)
            if unit is not None:
                doubted = bare_m(tokens, j, unit)
                unit = unit._replace(candidates=M_READINGS) if doubted else unit
                return UnitReading(unit, last, Decimal(1), 0.65 if doubted else 1.0, hyphened, j)
        elif row.money is not None and is_money(tokens, j, last, row, numeral, hyphened, usage):
            meaning = meant(row.money, usage)
            return UnitReading(meaning.unit, last, Decimal(meaning.divisor), meaning.confidence, hyphened, j)
    return None


def begins_unit(word: str, usage: Usage) -> bool:
    """Can a unit or currency begin with this lower-cased word?"""
    return word in surfaces_after(usage.territory) or word in word_class("before_unit")


def with_denominator(tokens: Tokens, reading: UnitReading, usage: Usage) -> UnitReading:
    """``£150,000 a week``, ``$52 a barrel``, ``16 g/km``, ``400 metres per second`` -> the quotient."""
    j, unit = reading.last, reading.unit
    word = tokens.words[j]
    if unit.offset or unit.kind == "percent":
        return reading
    if word == "per" and tokens.words[j + 1] == "annum":
        return reading._replace(unit=per(unit, unit_named("year")), last=j + 2)
    if word in BY_TIME and (unit.kind == "money" or word in BY_THE_YEAR):
        return reading._replace(unit=per(unit, unit_named(BY_TIME[word])), last=j + 1)
    if word in DASHES and tokens.words[j + 1] in ("a", "per") and tokens.glued(j) == tokens.glued(j + 1):
        j, word = j + 1, tokens.words[j + 1]  # "12-cent-a-share", and the spaced hyphens of old wire copy
    if word == "of":
        return _past_noun(tokens, reading, usage)
    if word not in PER and word not in EACH:
        return reading
    k = j + 1
    if tokens.words[k] in DASHES and (tokens.glued(k) or tokens.words[j - 1] in DASHES):
        k += 1
    found = read_denominator(tokens, k, usage)
    if found is None and word == "per" and is_description(tokens, k):
        found = read_denominator(tokens, k + 1, usage)  # "per dry tonne"
    if found is None or tells_when(tokens, *found):
        return reading
    below, last = found
    if word in EACH and unit.kind != "money" and (below.kind != "duration" or word in ("each", "every")):
        return reading  # "240,000 miles every year" tells when
    if below.offset or below.name == unit.name:
        return reading
    quotient = reading._replace(unit=per(unit, below), last=last)
    again = unit.kind != "money" and tokens.words[last] in ("per", "a") and "/" not in unit.name
    return with_denominator(tokens, quotient, usage) if again else quotient  # "liters per person per day"


def tells_when(tokens: Tokens, below: Unit, j: int) -> bool:
    """Does the time that ends before token ``j`` tell when: ``a year earlier``, ``a week before the deal``?  Nothing is
    per so many of it then; but it is in ``a week before tax``, ``46 cents a share after``."""
    if below.kind != "duration":
        return False
    behind = tokens.words[j : j + 2]
    return (behind[0] in EARLIER and behind[1] not in TAKEN_OFF) or behind == ["from", "now"]


def is_description(tokens: Tokens, k: int) -> bool:
    """Can token ``k`` stand before what something is per: the dry of "per dry tonne", the rural of "per rural home"?"""
    raw = tokens.raw[k]
    return (
        raw.isalpha()
        and raw.islower()
        and raw not in word_class("determiner", "preposition", "conjunction", "auxiliary", "pronoun", "past")
    )


def _past_noun(tokens: Tokens, reading: UnitReading, usage: Usage) -> UnitReading:
    """``3 million barrels of oil a day``: up to three words for what is measured, then what it is per."""
    for j in range(reading.last + 1, reading.last + 5):
        word = tokens.words[j]
        if word in ("a", "per") and j > reading.last + 1:
            found = read_denominator(tokens, j + 1, usage)
            if found is None or (word == "a" and found[0].kind != "duration"):
                return reading
            quotient = with_denominator(tokens, reading._replace(last=j), usage)
            return reading if quotient.last == j else quotient
        if not word.isalnum() or word in word_class("determiner", "preposition", "conjunction", "auxiliary"):
            return reading
    return reading


def read_denominator(tokens: Tokens, k: int, usage: Usage) -> tuple[Unit, int] | None:
    """-> the unit that token ``k`` begins, as something to divide by, and the token behind it."""
    surfaces = _below(usage.territory).get(tokens.words[k])
    for row in surfaces or ():
        last = k + len(row.tokens)
        if not stands(tokens, k, last, row):
            last = hyphenated(tokens, k, row)
        if last and not runs_on(tokens, last) and row.unit is not None:
            return row.unit, last
    return None


@cache
def _denominator_units(territory: str | None) -> dict[str, Unit]:
    return {**unit_names(territory), **denominators()}


@cache
def _below(territory: str | None) -> dict[str, tuple[Surface, ...]]:
    rows = [
        Surface(name, split(name, False), False, unit._replace(when=""), None, False)
        for name, unit in _denominator_units(territory).items()
        if (unit.kind != "percent" and unit.when not in ("degrees", "weight", "of", "not-ordinal"))
        or name in ("second", "pound")
    ]
    rows += [
        Surface(symbol, split(symbol, True), True, unit._replace(when=""), None, False)
        for symbol, unit in unit_symbols(territory).items()
        if unit.kind != "percent"
        and unit.when not in ("temperature", "degrees")
        and symbol not in ("a", "in", "A", "°")
    ]
    return indexed(rows, 0)

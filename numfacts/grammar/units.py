"""What a number is of: the unit or currency before and after it, and what it is per.

``£1.6m``: a currency before; ``1.6p a litre``: a currency after, per litre; ``110 km/h``: a unit of its own.

Grammar::

    unit   = "-"? surface ("of money" | per)?
    per    = ("per" | "/" | "a" | "an" | "each" | "every") surface | "p.a." | "per annum" | "per capita"

Surfaces are the rows of the lexicon, matched token by token, the longest first; a row's condition (lexicon.units.
CONDITIONS) is tested against the words around it.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from numfacts.grammar.tokens import DASHES, Tokens, tokenise
from numfacts.grammar.usage import Usage
from numfacts.lexicon.currencies import Money, currency_names, currency_symbols, minor_names, resolve
from numfacts.lexicon.units import denominators, per, unit_names, unit_symbols
from numfacts.lexicon.units import unit as unit_named
from numfacts.lexicon.words import word_class
from numfacts.model import Numeral, Unit

EACH = frozenset({"a", "an", "each", "every"})
PER = frozenset({"per", "/", "⁄", "∕"})
# "$1.5bn a year earlier": what a denominator is not
EARLIER = frozenset("earlier ago before later after".split())
BY_THE_YEAR = frozenset({"p.a.", "p.a", "pa"})
BY_TIME = dict.fromkeys(BY_THE_YEAR, "year") | {"pcm": "month", "pw": "week", "ph": "hour"}
TIME = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "fortnight", "quarter"})


# "hit 104F", "up to 45C": words before a temperature where the sentence does not speak of heat; not "seat 14C"
BEFORE_HEAT = frozenset(
    "was is of to hit at reached reach around about above below over under from and exceed nearly (".split()
)


class UnitReading(NamedTuple):
    unit: Unit
    last: int  # token behind the unit
    divisor: Decimal  # 100 for pence: the value is stated in a hundredth of the unit
    confidence: float
    hyphened: bool  # "30-hour"
    first: int  # first token of the unit


class _Surface(NamedTuple):
    written: str
    tokens: tuple[str, ...]
    cased: bool  # matched against the letters as written
    unit: Unit | None
    money: Money | None
    minor: bool


@cache
def _after(territory: str | None) -> dict[str, tuple[_Surface, ...]]:
    """First token (lower case) -> the surfaces that open with it, longest first."""
    rows: list[_Surface] = []
    for name, unit in unit_names(territory).items():
        rows.append(_Surface(name, _split(name, False), False, unit, None, False))
    for symbol, unit in unit_symbols(territory).items():
        rows.append(_Surface(symbol, _split(symbol, True), True, unit, None, False))
    for name, money in currency_names().items():
        rows.append(_Surface(name, _split(name, False), False, None, money, False))
    for name, money in minor_names().items():
        rows.append(_Surface(name, _split(name, False), False, None, money, True))
    for symbol, money in currency_symbols(territory).items():
        rows.append(_Surface(symbol, _split(symbol, True), True, None, money, False))
    return _indexed(rows, 0)


@cache
def _before(territory: str | None) -> dict[str, tuple[_Surface, ...]]:
    """Last token (lower case) -> the currency signs, codes and names that end with it, longest first."""
    rows = [
        _Surface(symbol, _split(symbol, True), True, None, money, False)
        for symbol, money in currency_symbols(territory).items()
    ]
    rows += [_Surface(name, (name,), False, None, currency_names()[name], False) for name in ("dlr", "dlrs")]
    return _indexed(rows, -1)


def _split(surface: str, cased: bool) -> tuple[str, ...]:
    tokens = tokenise(surface, 0, len(surface))
    return tuple((tokens.raw if cased else tokens.words)[: tokens.count])


def _indexed(rows: list[_Surface], at: int) -> dict[str, tuple[_Surface, ...]]:
    index: dict[str, list[_Surface]] = {}
    for row in rows:
        index.setdefault(row.tokens[at].lower(), []).append(row)
    return {
        key: tuple(sorted(found, key=lambda row: (-len(row.tokens), not row.cased, row.unit is None)))
        for key, found in index.items()
    }


# Before the number ------------------------------------------------------------


# Signs of one or two letters that may stand apart from their number; others could be anybody's initials.
SPACED_SIGNS = frozenset({"Rs", "RM", "Fr", "kr", "R", "zł", "Kč", "Ft", "Tk"})


class SignReading(NamedTuple):
    unit: Unit
    first: int
    divisor: Decimal
    confidence: float


def read_sign(tokens: Tokens, i: int, usage: Usage) -> SignReading | None:
    """-> the currency that ends right before token ``i``: ``£``, ``US$``, ``EUR ``, ``Rs.``"""
    surfaces = _before(usage.territory).get(tokens.words[i - 1]) if i else None
    for row in surfaces or ():
        first = i - len(row.tokens)
        if first < 0 or row.money is None or not _stands(tokens, first, i, row):
            continue
        if row.money.when == "amount" or (row.money.when == "prefix" and not tokens.glued(i)):
            continue
        if len(row.tokens) == 1 and row.tokens[0].isupper() and tokens.glued(i) and _scenario(tokens, i):
            continue
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
        meaning = resolve(row.money, usage.territory, usage.year)
        return SignReading(meaning.unit, first, Decimal(meaning.divisor), meaning.confidence)
    return None


def _scenario(tokens: Tokens, i: int) -> bool:
    """``SSP2-4.5``: a code of one digit, a hyphen and more digits is a name, not Sudanese pounds."""
    return len(tokens.words[i]) == 1 and tokens.words[i + 1] == "-" and tokens.words[i + 2][:1].isdigit()


# After the number -------------------------------------------------------------


def read_unit(tokens: Tokens, j: int, numeral: Numeral, usage: Usage) -> UnitReading | None:
    """-> the unit or currency that begins at token ``j``, right behind ``numeral``, with what it is per."""
    hyphened = tokens.words[j] in DASHES and tokens.glued(j) and tokens.glued(j + 1)
    first = j + 1 if hyphened else j
    reading = _surface_at(tokens, first, numeral, usage, hyphened)
    if reading is None and tokens.words[first] in word_class("before_unit"):
        reading = _surface_at(tokens, first + 1, numeral, usage, False)
        if reading is not None and reading.unit.kind not in ("duration", "measure"):
            return None
    if reading is None or reading.unit.kind == "duration":
        return reading
    return with_denominator(tokens, reading, usage)


def _surface_at(tokens: Tokens, j: int, numeral: Numeral, usage: Usage, hyphened: bool) -> UnitReading | None:
    surfaces = _after(usage.territory).get(tokens.words[j])
    if surfaces is None:
        return None
    for row in surfaces:
        last = j + len(row.tokens)
        if not _stands(tokens, j, last, row):
            last = _hyphenated(tokens, j, row)
        if row.cased and row.money is not None and tokens.glued(last) and tokens.words[last][:1].isdigit():
            continue  # "two $75 rebates": the sign is of the number behind it
        if (
            not last
            or _runs_on(tokens, last)
            or (tokens.words[last] == "s" and tokens.words[last - 1] == "′")
            or (row.minor and len(row.tokens[0]) == 1 and tokens.raw[j].isupper())
        ):
            continue
        if row.unit is not None:
            unit = _as_meant(tokens, j, last, row.unit, numeral, hyphened, usage)
            if unit is not None:
                return UnitReading(unit, last, Decimal(1), 1.0, hyphened, j)
        elif row.money is not None and _is_money(tokens, j, last, row, numeral, hyphened, usage):
            meaning = resolve(row.money, usage.territory, usage.year)
            return UnitReading(meaning.unit, last, Decimal(meaning.divisor), meaning.confidence, hyphened, j)
    return None


def begins_unit(word: str, usage: Usage) -> bool:
    """Can a unit or currency begin with this lower-cased word?"""
    return word in _after(usage.territory) or word in word_class("before_unit")


def _stands(tokens: Tokens, first: int, last: int, row: _Surface) -> bool:
    """Does the surface stand at these tokens?  A symbol in its own letters and spacing: A$5 is not "A $5 fee"."""
    if not row.cased:  # a name of one word was found by that word
        return last - first == 1 or tuple(tokens.words[first:last]) == row.tokens
    return (last - first == 1 and tokens.raw[first] == row.written) or (
        last - first > 1 and tokens.slice(first, last).replace("\u00a0", " ") == row.written
    )


def _hyphenated(tokens: Tokens, j: int, row: _Surface) -> int:
    """``square-foot``, ``nautical-mile``, ``kilowatt-hours``: a name of several words -> the token behind it, or 0."""
    if len(row.tokens) == 1 or row.cased or tokens.words[j + 1] not in DASHES:
        return 0
    for word in row.tokens:
        if tokens.words[j] != word:
            return 0
        j += 2 if tokens.words[j + 1] in DASHES and tokens.glued(j + 1) and tokens.glued(j + 2) else 1
    return j - 1 if tokens.words[j - 1] in DASHES else j


def _runs_on(tokens: Tokens, last: int) -> bool:
    """Is the surface only the beginning of a longer code, as the m of m4?"""
    return tokens.glued(last) and tokens.words[last].isalnum() and tokens.raw[last - 1][-1:].isalnum()


def _as_meant(
    tokens: Tokens, j: int, last: int, unit: Unit, numeral: Numeral, hyphened: bool, usage: Usage
) -> Unit | None:
    """-> the unit where its condition holds (degrees made Celsius, Fahrenheit or an angle), else None."""
    when = unit.when
    if not when:
        return unit
    digits = tokens.words[j - 1][-1:].isdecimal() or (hyphened and tokens.words[j - 2][-1:].isdecimal())
    if when == "digits":
        held = digits or (
            numeral.form in ("digits", "fraction") and tokens.words[numeral.first][:1].isdigit()
        )
    elif when == "adjacent" and tokens.raw[j] == "s":
        held = digits and tokens.glued(j) and (numeral.step or 1) < 1  # "9.58s"; not the 1990s, her 40s
    elif when == "adjacent" and tokens.raw[j] == "in" and hyphened:
        held = False  # "1-in-100"
    elif when == "adjacent":
        held = digits and (
            tokens.glued(j)
            or (tokens.raw[j].isupper() and numeral.step is not None and not tokens.words[last].isalpha())
        )
    elif when == "not-ordinal":
        held = hyphened or numeral.value == 1 or (digits and tokens.glued(j)) or (numeral.step or 1) < 1
    elif when == "temperature":
        held = (
            digits
            and (tokens.glued(j) or not tokens.words[last].isalpha())
            and (
                _speaks(tokens, word_class("temperature"))
                or (numeral.value or 0) < 0
                or (numeral.step or 1) < 1
                or tokens.words[last] in ("(", "/")
                or tokens.words[numeral.first - 1] in BEFORE_HEAT
            )
        )
    elif when == "degrees":
        return _degrees(tokens, j, unit, usage)
    elif when == "weight":
        held = weighs(tokens, last, hyphened, usage, numeral.scale)
    elif when == "of":
        held = tokens.words[last] == "of"
    elif when == "amount":
        held = digits or numeral.scale > 1
    else:
        held = False
    return unit if held else None


def _degrees(tokens: Tokens, j: int, unit: Unit, usage: Usage) -> Unit | None:
    """``30 degrees``: of heat where the sentence speaks of it (Fahrenheit in America), else an angle."""
    it = tokens.words[j - 2] in ("hit", "reached", "topped", "to") or (
        any(tokens.words[k] == "it" for k in range(max(0, j - 6), j))
        and not _speaks(tokens, word_class("angle"))
    )
    if tokens.words[j + 1] in ("in", "from") and tokens.words[j + 2] not in ("the", "a"):
        if not _speaks(tokens, word_class("temperature") - {"degrees"}):
            return None  # "two degrees in law"
    if _speaks(tokens, word_class("angle")) or not (
        it or _speaks(tokens, word_class("temperature") - {"degrees", "high", "low"})
    ):
        return unit
    name = "degF" if usage.territory in FAHRENHEIT else "degC"
    return unit_named(name)._replace(candidates=("degF", "degC") if name == "degF" else ("degC", "degF"))


FAHRENHEIT = frozenset(
    {"US", "BS", "KY", "LR", "PW"}
)  # CLDR: territories whose weather is told in Fahrenheit


def weighs(tokens: Tokens, last: int, hyphened: bool, usage: Usage, scale: Decimal) -> bool:
    """Are pounds a weight here?  "two pounds of flour", "a 10-pound baby", "lost 20 pounds"; in America by default."""
    follower = tokens.words[last]
    if not {"foot", "feet", "ft"}.isdisjoint(tokens.vocabulary):
        return True  # "5-foot-3, 120 pounds"
    if _speaks(tokens, frozenset({"sterling", "£", "pence", "bank", "banknote"})) or (
        hyphened and scale >= 1000000
    ):
        return False
    return (
        follower == "of"
        or usage.territory == "US"
        or (hyphened and follower not in ("note", "coin", "bill"))
        or (_speaks(tokens, word_class("weight")))
    )


def _is_money(
    tokens: Tokens, j: int, last: int, row: _Surface, numeral: Numeral, hyphened: bool, usage: Usage
) -> bool:
    money, word = row.money, tokens.words[j]
    assert money is not None
    digits = tokens.words[j - 1][-1:].isdecimal()
    if money.when == "weight":
        return not weighs(tokens, last, hyphened, usage, numeral.scale)
    if money.when == "prefix":
        return False
    if money.when == "adjacent":
        return digits and tokens.glued(j)
    if row.minor and len(word) == 1 and word.isalpha():  # 75p, 10 p a share; not 1080p
        return (
            digits
            and (numeral.value or 0) < 1000
            and (tokens.glued(j) or not tokens.words[last].isalpha() or tokens.words[last] in BEHIND_PENCE)
        )
    if money.when in ("amount", "digits") or (row.cased and word.isalpha() and len(word) <= 2):
        return digits or (numeral.scale > 1 and numeral.form != "vague")
    return True


BEHIND_PENCE = frozenset("at to from a per in on and".split())


def _speaks(tokens: Tokens, topic: frozenset[str]) -> bool:
    return not topic.isdisjoint(tokens.vocabulary)


# Per ----------------------------------------------------------------------------


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
    if word in DASHES and tokens.words[j + 1] in ("a", "per") and tokens.glued(j) and tokens.glued(j + 1):
        j, word = j + 1, tokens.words[j + 1]  # "12-cent-a-share"
    if word not in PER and word not in EACH:
        return reading
    k = j + 1
    if tokens.words[k] in DASHES and tokens.glued(k):
        k += 1
    found = read_denominator(tokens, k, usage)
    if (
        found is None
        or tokens.words[found[1]] in EARLIER
        or tokens.words[found[1] : found[1] + 2] == ["from", "now"]
    ):
        return reading
    below, last = found
    if word in EACH and unit.kind != "money" and (below.kind != "duration" or word in ("each", "every")):
        return reading  # "240,000 miles every year" tells when
    if below.offset or below.name == unit.name:
        return reading
    quotient = reading._replace(unit=per(unit, below), last=last)
    again = unit.kind != "money" and tokens.words[last] in ("per", "a") and "/" not in unit.name
    return with_denominator(tokens, quotient, usage) if again else quotient  # "liters per person per day"


def read_denominator(tokens: Tokens, k: int, usage: Usage) -> tuple[Unit, int] | None:
    """-> the unit that token ``k`` begins, as something to divide by, and the token behind it."""
    surfaces = _below(usage.territory).get(tokens.words[k])
    for row in surfaces or ():
        last = k + len(row.tokens)
        if not _stands(tokens, k, last, row):
            last = _hyphenated(tokens, k, row)
        if last and not _runs_on(tokens, last) and row.unit is not None:
            return row.unit, last
    return None


@cache
def _denominator_units(territory: str | None) -> dict[str, Unit]:
    return {**unit_names(territory), **denominators()}


@cache
def _below(territory: str | None) -> dict[str, tuple[_Surface, ...]]:
    rows = [
        _Surface(name, _split(name, False), False, unit._replace(when=""), None, False)
        for name, unit in _denominator_units(territory).items()
        if (unit.kind != "percent" and unit.when not in ("degrees", "weight", "of", "not-ordinal"))
        or name in ("second", "pound")
    ]
    rows += [
        _Surface(symbol, _split(symbol, True), True, unit._replace(when=""), None, False)
        for symbol, unit in unit_symbols(territory).items()
        if unit.kind != "percent"
        and unit.when not in ("temperature", "degrees")
        and symbol not in ("a", "in", "A", "°")
    ]
    return _indexed(rows, 0)

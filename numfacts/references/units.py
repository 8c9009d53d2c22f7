"""The unit of a sheet's row, and one unit in another.

``unit_of("million GBP")`` -> ``SheetUnit("GBP", Decimal(1000000))``; ``unit_of("%").name`` -> ``"percent"``
``in_unit(Decimal(5), "kilometer", "meter")`` -> ``Decimal(5000)``; percent in percentage points is None
"""

from __future__ import annotations

from decimal import Decimal
from difflib import get_close_matches
from functools import cache
from typing import NamedTuple
from unicodedata import category

from numfacts.grammar.noun_phrases import is_plural
from numfacts.grammar.phrases import read_phrase
from numfacts.grammar.tokens import tokenise
from numfacts.grammar.usage import usage_of
from numfacts.lexicon.currencies import currency_codes
from numfacts.lexicon.numerals import number_words
from numfacts.lexicon.units import per, unit_names
from numfacts.lexicon.units import unit as unit_named
from numfacts.model import Phrase, Unit
from numfacts.units import registry

ONE = Decimal(1)
# Differences that convert into one another; percent is none of them: "3 percentage points" is not "3%".
POINTS = frozenset({"percentage_point", "basis_point"})
FRACTIONS = frozenset({"fraction", "proportion"})  # 0.32 of a whole, as tables often have their shares


class SheetUnit(NamedTuple):
    name: str | None  # as the fact table has it
    scale: Decimal = ONE  # how many of it one of the cell's unit is: 1000000 of "million GBP"
    counted: str | None = None  # what is counted, where the cell says it


@cache
def unit_of(cell: str) -> SheetUnit:
    """-> the unit that a cell of a sheet means.

    Grammar::

        cell = "" | "dimensionless"                 a count, a bare number
             | "fraction"                           0.32, which is 32 percent
             | pint expression | ISO 4217 code      kilometer / hour   EUR   GBP/week
             | scale? surface | sign scale? | scale  percent   %   £m   million GBP   thousand tonnes   million
             | scale? plural                        people   missiles   million homes

    ValueError, with the cause, for anything else and for what may be two units: "$", "m".
    """
    if cell in ("", "dimensionless"):
        return SheetUnit(None)
    if cell in FRACTIONS:
        return SheetUnit("percent", Decimal(100))
    if _by_lexicon(cell) is not None:
        return SheetUnit(cell)
    phrase = whole_phrase(_one_of(cell))
    if phrase is not None and phrase.figure.value is not None:
        unit = phrase.unit
        if unit is not None and unit.candidates:
            raise ValueError(f"may be {' or '.join(unit.candidates)}: write one of them")
        return SheetUnit(unit.name if unit else None, phrase.figure.value)
    scale, counted = _scaled(cell)
    last = counted.rpartition(" ")[2]
    if is_plural(last) and counted.replace(" ", "").isalpha() and counted.islower():
        meant = get_close_matches(last, unit_names(), 1, 0.8)
        if meant:
            raise ValueError(f"is no unit; is {meant[0]!r} meant?")
        return SheetUnit(None, scale, counted)
    if len(cell) > 1 and _by_pint(cell) is not None:
        return SheetUnit(cell)
    raise ValueError("is no unit, no ISO 4217 code and nothing that is counted")


def _one_of(cell: str) -> str:
    """``£m`` -> ``£1m``, ``GBP m`` -> ``GBP 1m``, ``thousand tonnes`` -> ``1 thousand tonnes``"""
    if category(cell[0]) == "Sc":
        return f"{cell[0]}1{cell[1:]}"
    code, _, rest = cell.partition(" ")
    return f"{code} 1{rest}" if code in currency_codes() and len(rest) < 3 else f"1 {cell}"


def _scaled(cell: str) -> tuple[Decimal, str]:
    """``million homes`` -> a million, ``homes``"""
    word, _, rest = cell.partition(" ")
    scale = number_words().scales.get(word)
    return (ONE, cell) if scale is None else (Decimal(scale), rest.strip())


def whole_phrase(cell: str) -> Phrase | None:
    """-> the number or range, with its unit, that all of the cell is; None where something else stands in it."""
    tokens, usage = tokenise(cell, 0, len(cell)), usage_of(None, None)
    for i in range(min(tokens.count, 3)):  # a sign and a currency may stand before the first numeral
        phrase = read_phrase(tokens, i, usage)
        if phrase is not None:
            whole = phrase.first == 0 and phrase.last == tokens.count
            return phrase if whole and phrase.figure.numeral.form not in ("ordinal", "article") else None
    return None


def in_unit(number: Decimal, unit: str | None, other: str | None) -> Decimal | None:
    """-> a number of ``unit`` in ``other``; None where that is another thing.

    Physical units of one dimension convert, and points of a percentage.  Money converts into nothing: a rate
    belongs to a day, and £52,000 a year is seldom £1,000 a week.
    """
    if unit == other:
        return number
    here, there = known_unit(unit or ""), known_unit(other or "")
    if here is None or there is None or here.base != there.base or here.dimension != there.dimension:
        return None
    if here.currency or there.currency or here.name.startswith("delta_") != there.name.startswith("delta_"):
        return None
    if "percent" in (here.kind, there.kind) and not {here.name, there.name} <= POINTS:
        return None
    base = number * Decimal(repr(here.factor)) + Decimal(repr(here.offset))
    return (base - Decimal(repr(there.offset))) / Decimal(repr(there.factor))


@cache
def known_unit(name: str) -> Unit | None:
    """-> the unit of a pint expression or an ISO 4217 code, as the lexicon has it, else as pint has it."""
    return (_by_lexicon(name) or _by_pint(name)) if name else None


def _by_lexicon(name: str) -> Unit | None:
    if name in currency_codes():
        return Unit(name, "money", "money", name, 1.0, currency=name)
    try:
        return unit_named(name)
    except KeyError:
        pass
    above, sign, below = name.rpartition("/")
    if not sign:
        return None
    numerator, denominator = _by_lexicon(above.strip()), _by_lexicon(below.strip())
    try:
        quotient = per(numerator, denominator) if numerator and denominator else None
    except ValueError:
        return None
    return quotient if quotient is not None and quotient.name == name else None


@cache
def _by_pint(name: str) -> Unit | None:
    """Pint takes a third of a second to load, so it has the last word: ``kWh``, ``GBP/(kilowatt * hour)``."""
    import pint

    try:
        unit = registry().parse_units(name)
        base = registry().Quantity(1, unit).to_base_units()
    except (pint.PintError, ArithmeticError, AssertionError, TypeError, ValueError, SyntaxError):
        return None
    except Exception:  # pint evaluates an expression: what it may raise for a hostile one is open-ended
        return None
    currency = next((code for code in currency_codes() if code in str(unit).replace("/", " ").split()), None)
    kind = "money" if currency else "measure"
    return Unit(name, kind, str(base.dimensionality), str(base.units), float(base.magnitude),
                currency=currency)  # fmt: skip

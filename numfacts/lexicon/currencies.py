"""The names and signs of money, and the currency that one stands for in a place and a year.

``resolve(currency_symbols()["$"], "AU", 2025)`` is Australian dollars, at 0.9; without a place it is US
dollars, at 0.7.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from numfacts.lexicon.units import rows, surfaces
from numfacts.model import Unit

UNAMBIGUOUS = 1.0  # the surface belongs to one currency
LOCAL = 0.9  # several share it, and one of them is the legal tender of the document's territory
SURE = 0.95  # told no candidates: a £ sign, a $ sign in an American paper
GONE = 0.5  # the factor for a surface of which no currency is left in the year of the text
MOST_CANDIDATES = 3  # of the other readings, the likeliest are told: USD|AUD|CAD, not all 28 dollars
TODAY = 9999  # the year of a text without a date, and the last year of the currencies of today


class Money(NamedTuple):
    """What a surface may mean.  ``candidates`` has more than one code where currencies share it."""

    surface: str
    default: str  # ISO 4217, the reading of today
    candidates: tuple[str, ...] = ()  # likeliest first, historic ones among them
    confidence: float = UNAMBIGUOUS  # of the first reading that the year allows
    minor_per: int = 1  # how many of these make one of the main unit: 100 for pence
    when: str = ""  # one of lexicon.units.CONDITIONS


class Currency(NamedTuple):
    """A surface resolved: an amount in it, divided by ``divisor``, is in ``unit``."""

    unit: Unit  # its ``candidates`` are the other readings, itself first; empty where there are none
    divisor: int
    confidence: float


class _Lexicon(NamedTuple):
    names: dict[str, Money]
    symbols: dict[str, Money]
    at_home: dict[str, dict[str, Money]]  # territory -> the symbols that are money only there
    minor: dict[str, Money]
    years: dict[str, tuple[int, int]]


@cache
def _lexicon() -> _Lexicon:
    lexicon = _Lexicon({}, {}, {}, {}, {})
    for row in rows("currencies.csv"):
        code, minor_per = row["code"], int(row["minor_per"])
        first, _, last = row["active"].partition("-")
        lexicon.years[code] = (int(first or 0), int(last or TODAY))
        lexicon.names.update((name, Money(name, code)) for name in surfaces(row["names"]))
        lexicon.symbols.update((symbol, Money(symbol, code)) for symbol in surfaces(row["symbols"]))
        lexicon.minor.update(
            (name, Money(name, code, minor_per=minor_per)) for name in surfaces(row["minor"])
        )
    for row in rows("ambiguous_currencies.csv"):
        money = Money(
            row["surface"],
            row["default"],
            surfaces(row["candidates"]),
            float(row["confidence"]),
            int(row["minor_per"]),
            row["when"],
        )
        if money.minor_per > 1:
            lexicon.minor[money.surface] = money
        elif _is_name(money.surface):
            lexicon.names[money.surface] = money
        elif row["locale"]:
            for territory in surfaces(row["locale"]):
                lexicon.at_home.setdefault(territory, {})[money.surface] = money
        else:
            lexicon.symbols[money.surface] = money
    return lexicon


def _is_name(surface: str) -> bool:
    """A word of three letters or more in lower case; ``Rs``, ``kr`` and ``$`` keep their own letter case."""
    return len(surface) > 2 and surface.isalpha() and surface.islower()


def currency_names() -> Mapping[str, Money]:
    """-> lower-cased name -> money: "swiss francs", "euro", "pounds"."""
    return _lexicon().names


@cache
def currency_symbols(territory: str | None = None) -> Mapping[str, Money]:
    """-> sign, abbreviation or ISO 4217 code, in its own letter case -> money: "$", "A$", "Rs", "CHF".

    A territory adds its own one-letter signs, which are codes elsewhere: N500 in Nigeria, not an N95 mask.
    """
    return _lexicon().symbols | _lexicon().at_home.get(territory or "", {})


def minor_names() -> Mapping[str, Money]:
    """-> name or sign of a minor unit -> money: "pence", "cents"; "p" and "c" in this letter case only."""
    return _lexicon().minor


def currency_codes() -> tuple[str, ...]:
    """-> every ISO 4217 code in the lexicon, historic ones included."""
    return tuple(_lexicon().years)


@cache
def territory_currencies() -> Mapping[str, str]:
    """-> territory (ISO 3166) -> its legal tender of today."""
    return {row["territory"]: row["currency"] for row in rows("locale_currencies.csv")}


@cache
def currency(code: str, candidates: tuple[str, ...] = ()) -> Unit:
    """-> the unit of an ISO 4217 code: ``Unit("GBP", "money", "money", "GBP", 1.0)``."""
    return Unit(code, "money", "money", code, 1.0, currency=code, candidates=candidates)


@cache
def resolve(surface: Money, territory: str | None = None, year: int | None = None) -> Currency:
    """-> the currency that a surface means in a document of that territory and year (None is today).

    Its candidates are those that were legal tender then.  Confidence is our own judgement: 1.0 where one
    currency has the surface; 0.95 where the likeliest reading is the territory's own money; 0.9 where that
    money is another candidate (a $ in Australia, which may still be American); else the row's number, 0.7 for
    a bare $, and half of it where no currency of that name was left ("80 marks" in 2024).  From 0.95 on no
    other readings are told.
    """
    if not surface.candidates:
        return Currency(currency(surface.default), surface.minor_per, surface.confidence)
    tender = [code for code in surface.candidates if _was_tender(code, year or TODAY)]
    readings = tender or list(surface.candidates)
    confidence = surface.confidence if tender else surface.confidence * GONE
    local = territory_currencies().get(territory or "")
    if local in readings:
        confidence = max(SURE, confidence) if local == readings[0] else LOCAL
        readings.sort(key=lambda code: code != local)
    doubt = len(readings) > 1 and confidence < SURE
    candidates = tuple(readings[:MOST_CANDIDATES]) if doubt else ()
    return Currency(currency(readings[0], candidates), surface.minor_per, confidence)


def is_tender(surface: Money, year: int) -> bool:
    """Was any currency that the surface stands for legal tender in that year?"""
    return any(_was_tender(code, year) for code in surface.candidates or (surface.default,))


def _was_tender(code: str, year: int) -> bool:
    first, last = _lexicon().years[code]
    return first <= year <= last

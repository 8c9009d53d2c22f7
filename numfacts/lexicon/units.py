"""The units of news: every written-out name and every symbol, and the unit that it stands for.

``unit_names()["square miles"].name == "mile ** 2"``; ``per(unit("gram"), unit("liter")).factor == 1.0``

The rows are in units.csv; nothing here loads pint, whose factors they hold.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from numfacts.model import Unit

CONDITIONS = {
    "": "always, after a number in digits or in words",
    "digits": "only directly after digits, with or without a space: 5 m, 5m; not five m",
    "adjacent": "only glued to the digits: 9.58s, 60W; not 20 in hospital",
    "not-ordinal": "only where it makes no ordinal: 60-second, one second, 14st 2lb; not the second, 21st",
    "no-clock": "only after decimals that no clock shows, and a space: 2.1 pm; not 5 pm, 7.30 pm, 2.303pm",
    "temperature": "only where the text speaks of temperature: highs of 30C; not 30 C-list stars",
    "degrees": "degC or degF where the text speaks of temperature, else an angle; not a university's degrees",
    "pressure": "millibars where the text speaks of the weather, else megabytes: a low of 960 mb, a file of 3 mb",
    "weight": "only where the text speaks of weight: two pounds of flour; else money or a thing",
    "of": "only followed by 'of': two cups of flour; not two cups in three seasons",
    "denominator": "only below the line: $1.12 a share, $90 per head; never after a number",
    "amount": "only after digits or a scale word: 500 won, 5 million soms, 90 COP; not two won, COP 26",
    "tender": "after such an amount while it was legal tender, later after a scale word: marks, which exams give too",
    "prefix": "only glued before digits: R500, PS100 (which archives write for £100); not 5 R, not PS 100",
}
"""When a surface means its unit.  The last three are for currencies alone; the grammar does the testing."""

_POWER = re.compile(r"(?P<name>\w+)(?: \*\* (?P<power>[\d.]+))?")


class Row(NamedTuple):
    """One line of units.csv: a unit and the surfaces that mean it, under one condition, in some places."""

    unit: Unit
    names: tuple[str, ...]
    symbols: tuple[str, ...]
    territories: tuple[str, ...]


def rows(file: str) -> Iterator[dict[str, str]]:
    """-> the rows of a csv file of this folder, whose lines that open with ``#`` are its grammar."""
    with files(__package__).joinpath(file).open(encoding="utf-8") as lines:
        yield from csv.DictReader(line for line in lines if not line.startswith("# "))


def surfaces(cell: str) -> tuple[str, ...]:
    """``"mile|miles"`` -> ``("mile", "miles")``; an empty cell has none."""
    return tuple(cell.split("|")) if cell else ()


@cache
def _table() -> tuple[Row, ...]:
    return tuple(
        Row(
            Unit(
                row["unit"],
                row["kind"],
                row["dimension"],
                row["base"],
                float(row["factor"]),
                float(row["offset"]),
                row["when"],
            ),
            surfaces(row["names"]),
            surfaces(row["symbols"]),
            surfaces(row["locale"]),
        )
        for row in rows("units.csv")
    )


def _meanings(territory: str | None, *, symbols: bool) -> dict[str, Unit]:
    """A territory's own rows override those that hold everywhere; without a territory they are candidates."""
    found: dict[str, Unit] = {}
    overriding: dict[str, list[Unit]] = {}
    for row in _table():
        if row.unit.when == "denominator":
            continue
        for surface in row.symbols if symbols else row.names:
            if not row.territories:
                found[surface] = row.unit
            elif territory is None or territory in row.territories:
                overriding.setdefault(surface, []).append(row.unit)
    for surface, units in overriding.items():
        if territory is None:
            readings = [found[surface].name, *(unit.name for unit in units)]
            found[surface] = found[surface]._replace(candidates=tuple(readings))
        else:
            found[surface] = units[0]
    return found


@cache
def unit_names(territory: str | None = None) -> Mapping[str, Unit]:
    """-> lower-case written-out name -> unit, as read in a territory ("GB" has the imperial gallon).

    Without a territory "gallon" is the US one, and the imperial one a candidate.
    """
    return _meanings(territory, symbols=False)


@cache
def unit_symbols(territory: str | None = None) -> Mapping[str, Unit]:
    """-> symbol, in its own letter case -> unit."""
    return _meanings(territory, symbols=True)


@cache
def longest_name() -> Mapping[str, int]:
    """-> first word of a name -> the number of words in the longest name that opens with it."""
    longest: dict[str, int] = {}
    for row in _table():
        for name in row.names:
            first, *others = name.split(" ")
            longest[first] = max(longest.get(first, 0), 1 + len(others))
    return longest


@cache
def denominators() -> Mapping[str, Unit]:
    """-> words that one divides by and that measure nothing themselves -> unit: share, head, night."""
    return {name: row.unit for row in _table() if row.unit.when == "denominator" for name in row.names}


@cache
def _by_name() -> Mapping[str, Unit]:
    return {row.unit.name: row.unit._replace(when="") for row in reversed(_table())}


def unit(name: str) -> Unit:
    """-> the unit of that pint name, free of conditions; KeyError where the lexicon has none."""
    return _by_name()[name]


@cache
def per(numerator: Unit, denominator: Unit) -> Unit:
    """-> the quotient, as pint would have it: kilometer, hour -> ``kilometer / hour``.

    Money is written without spaces and keeps its currency, which a rate must still convert, at the front of
    its base: GBP, liter -> ``GBP/liter`` with the base ``GBP/meter ** 3``.  ValueError for a scale with a
    zero point, degC: its differences divide (delta_degC), its readings do not.
    """
    if numerator.offset or denominator.offset:
        raise ValueError(
            f"{numerator.name} per {denominator.name}: a scale with a zero point has no quotient"
        )
    below = _bracketed(denominator.name)
    if numerator.currency is not None:
        name, base = f"{numerator.name}/{below}", f"{numerator.base}/{_bracketed(denominator.base)}"
    else:
        name, base = f"{numerator.name} / {below}", _quotient(numerator.base, denominator.base)
    listed = _by_name().get(name)
    return Unit(
        name=name,
        kind="measure" if numerator.kind == "duration" else numerator.kind,
        dimension=listed.dimension if listed else f"{numerator.dimension} per {denominator.dimension}",
        base=base,
        factor=numerator.factor / denominator.factor,
        currency=numerator.currency,
        candidates=numerator.candidates if numerator.currency else (),
    )


def _bracketed(expression: str) -> str:
    return f"({expression})" if " * " in expression or "/" in expression else expression


def _quotient(numerator: str, denominator: str) -> str:
    """Exponent arithmetic on base units: ``meter``, ``meter ** 3 / second`` -> ``second / meter ** 2``."""
    powers = _powers(numerator)
    for name, power in _powers(denominator).items():
        powers[name] = powers.get(name, 0.0) - power
    return _expression(powers)


def _powers(base: str) -> dict[str, float]:
    """``"kilogram / second ** 2"`` -> ``{"kilogram": 1, "second": -2}``."""
    above, *below = base.split(" / ")
    powers: dict[str, float] = {}
    for sign, terms in [(1, above.split(" * ")), (-1, below)]:
        for term in terms:
            match = _POWER.fullmatch(term)
            if match is None:
                raise ValueError(f"not a product of base units: {base}")
            if match["name"] not in ("1", "dimensionless"):
                powers[match["name"]] = powers.get(match["name"], 0.0) + sign * float(match["power"] or 1)
    return powers


def _expression(powers: Mapping[str, float]) -> str:
    """The powers in pint's own order and format: names in alphabetical order, products before quotients."""
    above = [_term(name, power) for name, power in sorted(powers.items()) if power > 0]
    below = [_term(name, -power) for name, power in sorted(powers.items()) if power < 0]
    if not above and not below:
        return "dimensionless"
    return " / ".join([" * ".join(above) or "1", *below])


def _term(name: str, power: float) -> str:
    return name if power == 1 else f"{name} ** {power:g}"

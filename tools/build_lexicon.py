"""Writes the unit and currency rows of numfacts/lexicon from reviewed words and published sources.

``python tools/build_lexicon.py`` reads units.toml and currencies.toml beside it.  Factors are pint's;
dimensions are compared with quantulum3's; currency names, years and territories are those of Unicode CLDR, as
Babel ships it.
"""

from __future__ import annotations

import csv
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
LEXICON = HERE.parent / "numfacts" / "lexicon"
sys.path.insert(0, str(HERE.parent))

BRACES = re.compile(r"\{([^{}]*)\}")
OPTIONAL = re.compile(r"\((\w+)\)")
THOUSANDTHS = {"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"}  # ISO 4217 exponent 3
FIFTHS = {"MGA", "MRU"}  # ISO 4217 gives 2 decimals, yet five iraimbilanja make an ariary

Rows = list[dict[str, str]]

HEADERS = {
    "units.csv": """\
The units of news, one row a unit and condition.  Written by tools/build_lexicon.py from tools/units.toml.
unit       a pint expression, as pint itself writes it; it parses in numfacts.units.registry()
kind       of the fact that it makes: measure, duration, percent; denominator for what one only divides by
dimension  length, area, speed, ...
base       SI base units, as pint writes them; base value = value * factor + offset
names      written-out surfaces, lower case, | between, single spaces for hyphens; read in any letter case
symbols    abbreviations, read in exactly this letter case
when       the condition for the surfaces to mean this unit: CONDITIONS in units.py
locale     territories (ISO 3166, | between) where this row overrides the one that holds elsewhere
source     where factor and reading are from; quantulum3 where it knows a surface in the same dimension""",
    "currencies.csv": """\
The currencies of ISO 4217, those of archives included.  Written by tools/build_lexicon.py from CLDR and
tools/currencies.toml.
code       ISO 4217
names      that mean this currency alone, lower case, | between; read in any letter case
symbols    that mean this currency alone, before or after the number, in exactly this letter case
minor      names of its minor unit that belong to it alone
minor_per  how many of these make one of the main unit (ISO 4217)
active     first and last year as legal tender, of a currency that ended or took over from one that did
source     CLDR for the full name, news use for the others""",
    "ambiguous_currencies.csv": """\
What money is called where several currencies share a word or sign.  Written by tools/build_lexicon.py from
tools/currencies.toml.
surface     as written; a word of three letters or more in lower case is read in any letter case
default     the reading of today where the place does not decide
candidates  ISO 4217, likeliest first; a historic one counts only for a text of its own years
confidence  that the first reading is right where the place does not decide
minor_per   1 for the main unit, 100 for its hundredth
when        the condition: CONDITIONS in units.py
locale      territories (ISO 3166, | between) outside which the surface is no money; blank for everywhere
source      how the order was chosen""",
    "locale_currencies.csv": """\
The legal tender of every territory.  Written by tools/build_lexicon.py from CLDR.
territory  ISO 3166
currency   ISO 4217
source     CLDR""",
}


def main() -> None:
    money = tomllib.loads((HERE / "currencies.toml").read_text(encoding="utf-8"))
    units = tomllib.loads((HERE / "units.toml").read_text(encoding="utf-8"))
    write("currencies.csv", currency_rows(money))
    write("ambiguous_currencies.csv", shared_rows(money))
    write("locale_currencies.csv", territory_rows(money))
    write("units.csv", unit_rows(units))


def write(file: str, rows: Rows) -> None:
    with (LEXICON / file).open("w", encoding="utf-8", newline="") as out:
        out.writelines(f"# {line}\n" for line in HEADERS[file].splitlines())
        table = csv.DictWriter(out, fieldnames=list(rows[0]), lineterminator="\n")
        table.writeheader()
        table.writerows(rows)
    print(f"{file}: {len(rows)} rows", file=sys.stderr)


def expand(cell: str) -> list[str]:
    """Every surface of a cell, each once: ``"{sq,square} metre(s)"`` -> sq metre, sq meter, sq metres, …"""
    surfaces: dict[str, None] = {}
    for alternative in cell.split("|") if cell else []:
        for chosen in choices(alternative, BRACES, lambda inside: inside.split(",")):
            for surface in choices(chosen, OPTIONAL, lambda inside: ["", inside]):
                surfaces[surface] = None
                surfaces[surface.replace("metre", "meter").replace("litre", "liter")] = None
    return list(surfaces)


def choices(surface: str, pattern: re.Pattern[str], options: Any) -> Iterator[str]:
    """The surface with every match of the pattern replaced by each of its options."""
    match = pattern.search(surface)
    if match is None:
        yield surface
        return
    for option in options(match[1]):
        yield from choices(surface[: match.start()] + option + surface[match.end() :], pattern, options)


# Units


def unit_rows(tables: dict[str, Any]) -> Rows:
    from numfacts.units import build

    denominators = tables.pop("denominator")
    things = [name for name in denominators if name not in ("year", "month", "quarter_year")]
    ureg = build([], things, non_int_type=Decimal)
    known = quantulum_dimensions()
    rows = [unit_row(ureg, dimension, row, known) for dimension in tables for row in tables[dimension]]
    for name, words in denominators.items():
        row = {"unit": name, "names": words, "when": "denominator", "source": "news use"}
        rows.append(unit_row(ureg, name, row, {}) | {"kind": "denominator"})
    return rows


def unit_row(ureg: Any, dimension: str, row: dict[str, str], known: dict[str, set[str]]) -> dict[str, str]:
    name = row["unit"]
    base, factor, offset = ("decibel", 1.0, 0.0) if row.get("base") else way_to_base(ureg, name)
    both = expand(row.get("both", ""))
    names = [*both, *expand(row.get("names", ""))]
    return {
        "unit": name,
        "kind": dimension if dimension in ("duration", "percent") else "measure",
        "dimension": dimension.replace("_", " "),
        "base": base,
        "factor": repr(factor),
        "offset": repr(offset),
        "names": "|".join(names),
        "symbols": "|".join([*both, *filter(None, row.get("symbols", "").split("|"))]),
        "when": row.get("when", ""),
        "locale": row.get("locale", ""),
        "source": row.get("source") or source(ureg, name, names, known),
    }


def way_to_base(ureg: Any, name: str) -> tuple[str, float, float]:
    """-> (SI base units, factor, offset), computed in decimals so that a foot is 0.3048 m to the last digit.

    A percentage point is a hundredth too, though pint keeps it a dimension of its own: the table's base
    columns hold every percentage as a fraction, and `unit` keeps the two apart.
    """
    if name in ("percentage_point", "basis_point"):
        return "dimensionless", 0.01 if name == "percentage_point" else 0.0001, 0.0
    at_zero = ureg.Quantity(Decimal(0), name).to_base_units()
    at_one = ureg.Quantity(Decimal(1), name).to_base_units()
    factor = at_one.magnitude - at_zero.magnitude
    return str(at_one.units) or "dimensionless", rounded(factor), rounded(at_zero.magnitude)


def rounded(number: Decimal) -> float:
    return float(f"{Decimal(number):.15g}")


def source(ureg: Any, name: str, names: list[str], known: dict[str, set[str]]) -> str:
    """pint, and quantulum3 where it knows one of the names; where they disagree, the build stops."""
    described = set().union(*(known.get(surface, set()) for surface in names))
    if not described:
        return "pint"
    if not any(ureg.Unit(other).is_compatible_with(ureg.Unit(name)) for other in described):
        raise SystemExit(f"{name}: quantulum3 reads {' or '.join(names)} as {' or '.join(described)}")
    return "pint, quantulum3"


def quantulum_dimensions() -> dict[str, set[str]]:
    """-> surface -> a pint unit of each dimension that quantulum3 gives it, where pint has it."""
    from numfacts.mentions.second_opinion import REFERENCE_UNITS, quantulum_units

    dimensions: dict[str, set[str]] = {}
    for unit in quantulum_units().values():
        if unit["entity"] in REFERENCE_UNITS:
            for surface in unit.get("surfaces", []):
                dimensions.setdefault(surface, set()).add(REFERENCE_UNITS[unit["entity"]])
    return dimensions


# Money


def currency_rows(money: dict[str, Any]) -> Rows:
    from babel import Locale
    from babel.numbers import get_currency_name

    english = Locale("en")
    years = tender_years(money)
    bare = Counter(noun for code in years for noun in bare_nouns(code))
    taken = {surface for group in money["shared"].values() for cell in group for surface in expand(cell)}
    taken |= set(expand(money["no_money"]["nouns"]))
    rows = []
    for code in sorted(years):
        more = money["more"].get(code, {})
        full = [get_currency_name(code, count, english).lower() for count in (1, 2)]
        nouns = [noun for noun in sorted(bare_nouns(code)) if bare[noun] == 1]
        names = dict.fromkeys(
            name for name in [*full, *nouns, *expand(more.get("names", ""))] if "(" not in name
        )
        symbols = dict.fromkeys([code, *filter(None, more.get("symbols", "").split("|"))])
        begin, end = years[code]
        begin = money["begun"].get(code, begin)
        rows.append(
            {
                "code": code,
                "names": "|".join(name for name in names if name not in taken),
                "symbols": "|".join(symbol for symbol in symbols if symbol not in taken),
                "minor": "|".join(expand(more.get("minor", ""))),
                "minor_per": "1000" if code in THOUSANDTHS else "5" if code in FIFTHS else "100",
                "active": f"{begin}-{end or ''}" if end or code in money["begun"] else "",
                "source": "CLDR, news use" if more else "CLDR",
            }
        )
    return rows


def bare_nouns(code: str) -> set[str]:
    """The last word of CLDR's name, singular and plural: Thai baht -> baht."""
    from babel.numbers import get_currency_name

    names = (get_currency_name(code, count, "en").lower() for count in (1, 2))
    return {name.split()[-1] for name in names if "(" not in name}


def tender_years(money: dict[str, Any]) -> dict[str, tuple[int, int | None]]:
    """-> code -> first year as legal tender anywhere and the last, None for today's."""
    from babel.core import get_global

    spans: dict[str, list[tuple[int, int | None]]] = {}
    for tenders in get_global("territory_currencies").values():
        for code, start, end, tender in tenders:
            if tender:
                spans.setdefault(code, []).append((start[0] if start else 1900, end[0] if end else None))
    wanted = {code for code, found in spans.items() if any(end is None for _, end in found)}
    wanted |= set(money["historic"]["codes"].split("|"))
    years = {}
    for code in wanted:
        ends = [end for _, end in spans[code]]
        last = None if None in ends else max(end for end in ends if end is not None)
        years[code] = (min(start for start, _ in spans[code]), money["ended"].get(code, last))
    return years


def shared_rows(money: dict[str, Any]) -> Rows:
    years = tender_years(money)
    rows = []
    for group, minor_per in (("main", 1), ("minor", 100)):
        for cell, row in money["shared"][group].items():
            candidates = row["candidates"].split("|")
            today = [code for code in candidates if years[code][1] is None] or candidates
            for surface in expand(cell):
                rows.append(
                    {
                        "surface": surface,
                        "default": today[0],
                        "candidates": row["candidates"],
                        "confidence": str(row["confidence"]),
                        "minor_per": str(row.get("minor_per", minor_per)),
                        "when": row.get("when", ""),
                        "locale": row.get("locale", ""),
                        "source": row.get("source", "news use"),
                    }
                )
    return rows


def territory_rows(money: dict[str, Any]) -> Rows:
    """The current tender of each territory; where there are two, the one that came last."""
    from babel.core import get_global

    rows = []
    for territory, tenders in sorted(get_global("territory_currencies").items()):
        now = [
            code for code, _, end, tender in tenders if tender and end is None and code not in money["ended"]
        ]
        if now:
            rows.append({"territory": territory, "currency": now[-1], "source": "CLDR"})
    return rows


if __name__ == "__main__":
    main()

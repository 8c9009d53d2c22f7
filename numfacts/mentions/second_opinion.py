"""A second opinion on a word that is no unit of ours: what quantulum3 takes it for, if pint agrees.

``second_opinion("angstroms").name == "angstrom"``; ``second_opinion("newton dollars") is None``

quantulum3 takes seconds to load and milliseconds a phrase, so ask ``unit_like`` first; the answers are kept.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from numfacts.lexicon.units import unit_names, unit_symbols
from numfacts.model import Unit

REFERENCE_UNITS = {
    "length": "meter",
    "mass": "kilogram",
    "time": "second",
    "temperature": "kelvin",
    "charge": "coulomb",
    "angle": "radian",
    "data storage": "bit",
    "amount of substance": "mole",
    "catalytic activity": "katal",
    "area": "meter ** 2",
    "volume": "meter ** 3",
    "force": "newton",
    "pressure": "pascal",
    "energy": "joule",
    "power": "watt",
    "speed": "meter / second",
    "acceleration": "meter / second ** 2",
    "torque": "newton * meter",
    "volumetric flow": "meter ** 3 / second",
    "mass flow": "kilogram / second",
    "density": "kilogram / meter ** 3",
    "linear mass density": "kilogram / meter",
    "dynamic viscosity": "pascal * second",
    "kinematic viscosity": "meter ** 2 / second",
    "luminous intensity": "candela",
    "luminous flux": "lumen",
    "illuminance": "lux",
    "luminance": "candela / meter ** 2",
    "frequency": "hertz",
    "flux density": "tesla",
    "current": "ampere",
    "electric potential": "volt",
    "electrical resistance": "ohm",
    "electrical conductance": "siemens",
    "capacitance": "farad",
    "inductance": "henry",
    "magnetic flux": "weber",
    "radiation absorbed dose": "gray",
    "radioactivity": "becquerel",
    "radiation exposure": "roentgen",
    "data transfer rate": "bit / second",
}
"""What quantulum3 calls a dimension -> a pint unit of it.  Other dimensions are not trusted."""

_IN_PINT = {
    "atomic mass unit": "unified_atomic_mass_unit",
    "barrel": "oil_barrel",
    "centimeter of water": "centimeter_H2O",
    "degree angle": "degree",
    "degree Celsius": "degC",
    "degree fahrenheit": "degF",
    "degree rankine": "degree_Rankine",
    "gal": "galileo",
    "gigaton": "gigaton_TNT",
    "inch of mercury": "inch_Hg",
    "inch of water": "inch_H2O",
    "kiloton": "kiloton_TNT",
    "mega british thermal unit": "megabritish_thermal_unit",
    "megaton": "megaton_TNT",
    "millimeter of mercury": "millimeter_Hg",
    "minute of arc": "arcminute",
    "newton metre": "newton * meter",
    "ounce-force": "force_ounce",
    "pound per square inch": "pound_force_per_square_inch",
    "pound-force": "force_pound",
    "pound-mass": "pound",
    "second of arc": "arcsecond",
    "ton-force": "force_ton",
    "tonne": "metric_ton",
    "watt second": "watt * second",
}
"""Names that differ, by review; never by symbol, where C is coulomb and kb is kilobarn."""

_ENGLISH = frozenset(
    """barn barrie cal candle chain chains cord cords cup cups dalton dam den denier dot dots drop drops ell
    esu faraday finger fingers foot franklin fur gaj gal galileo gill gray hand hands hartree head heads
    henry kat kip lea league leagues line lines link links load loads mark marks maxwell mil mils moa
    mole moles nail nails nibble pace paces pack packs pair pairs palm palms peck pecks perch pica piece
    pieces pinch point points poise pole poles pond ponds pot pots power quad quads quarter quarters
    quartet quartets rad rod rods rope rutherford score scores set sets shake shakes siemens skein slm
    soa span spans spot spots square squares stick sticks stokes tetrad tex thm tun turn turns unit
    units weber wire wires""".split()
)
"""Units to quantulum3, but to a reader of news another word or a surname."""


@cache
def quantulum_units() -> Mapping[str, Mapping[str, Any]]:
    """-> quantulum3's own rows, name -> surfaces, symbols, entity, read without importing its modules."""
    found = find_spec("quantulum3")
    if found is None or found.origin is None:
        return {}
    units: dict[str, dict[str, Any]] = json.loads(
        Path(found.origin).with_name("units.json").read_text("utf-8")
    )
    return units


@cache
def _surfaces() -> frozenset[str]:
    """Words and abbreviations of three letters or more; shorter ones are mostly something else."""
    trusted = [row for row in quantulum_units().values() if row["entity"] in REFERENCE_UNITS]
    words = (word for row in trusted for word in (*row.get("surfaces", ()), *row.get("symbols", ())))
    return frozenset(word for word in words if word.isalpha() and len(word) > 2)


def unit_like(word: str) -> bool:
    """-> whether quantulum3 may know this word as a unit and we do not: cheap, no for ordinary English."""
    lower = word.lower()
    if lower in _ENGLISH or lower in unit_names() or word in unit_symbols():
        return False
    known = _surfaces()
    return word in known or lower in known or lower.removesuffix("s") in known


@lru_cache(maxsize=4096)
def second_opinion(words: str) -> Unit | None:
    """-> the unit that these words after a number name, where quantulum3 and pint agree on its dimension.

    Never raises: a library that stumbles over a phrase has no opinion on it.
    """
    try:
        return _opinion(words)
    except Exception:  # quantulum3 raises what its regexes and pint's parser happen to raise
        return None


def _opinion(words: str) -> Unit | None:
    name, entity = _quantulum(words)
    if entity not in REFERENCE_UNITS:
        return None
    from numfacts.units import registry

    ureg = registry()
    parsed = ureg.Unit(_pint_name(name))
    if parsed.dimensionality != ureg.Unit(REFERENCE_UNITS[entity]).dimensionality:
        return None
    zero, one = (ureg.Quantity(number, parsed).to_base_units() for number in (0.0, 1.0))
    return Unit(
        name=str(parsed),
        kind="duration" if entity == "time" else "measure",
        dimension=entity,
        base=str(one.units) or "dimensionless",
        factor=one.magnitude - zero.magnitude,
        offset=zero.magnitude,
    )


def _quantulum(words: str) -> tuple[str, str]:
    """-> the name and dimension that quantulum3 reads, without its classifier, which is broken."""
    with warnings.catch_warnings(action="ignore"):  # it warns on import that the classifier is missing
        import quantulum3.classifier
        import quantulum3.parser

    quantulum3.classifier.USE_CLF = False
    unit = quantulum3.parser.parse(f"1 {words}")[0].unit
    return unit.name, unit.entity.name


def _pint_name(name: str) -> str:
    """``"square furlong"`` -> ``"furlong ** 2"``; ``"ounce per cubic foot"`` -> ``"ounce / foot ** 3"``."""
    return _IN_PINT.get(name) or " / ".join(_pint_factor(factor) for factor in name.split(" per "))


def _pint_factor(name: str) -> str:
    for word, power in (("square ", 2), ("cubic ", 3)):
        if name.startswith(word):
            return f"{_pint_factor(name.removeprefix(word))} ** {power}"
    return _IN_PINT.get(name, name.replace(" ", "_").replace("-", "_"))

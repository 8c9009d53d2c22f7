"""A unit of measure or money as the table names it, with its way to SI base units.

``Unit("kilometer / hour", "measure", "speed", "meter / second", 0.2777…, 0.0)``
"""

from __future__ import annotations

from typing import NamedTuple


class Unit(NamedTuple):
    """``base`` value = value * ``factor`` + ``offset``.

    For money ``base`` is the ISO 4217 code that a rate must still convert: ``GBP/liter`` has the currency
    ``GBP``, the denominator ``liter`` and the factor 1000 (pounds per cubic metre).
    """

    name: str  # a pint expression: "kilometer / hour", "percentage_point", "GBP", "GBP/liter"
    kind: str  # the kind of fact that it makes: "measure" "duration" "percent" "money"
    dimension: str  # "length", "speed", "money", …
    base: str  # "meter / second"; "dimensionless"
    factor: float
    offset: float = 0.0
    when: str = ""  # the condition under which its surface is this unit, one of lexicon.units.CONDITIONS
    currency: str | None = None  # ISO 4217, for money only
    candidates: tuple[str, ...] = ()  # other readings of the surface, likeliest first, its own name included

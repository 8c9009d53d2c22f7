"""The pint registry in which every unit that numfacts writes can be parsed.

``registry().Quantity(25, "basis_point").to("percentage_point")`` is 0.25 percentage points; percent is
another dimension, so that "3 percentage points" can never turn into "3%".
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pint

DEFINITIONS = (
    # Shares and their differences.  Parts per billion are of the short scale, 1e-9.
    "percentage_point = [points_of_percent]",
    "basis_point = 0.01 * percentage_point",
    "ppb = 1e-9",
    # Time.  Pint's own decade is a logarithm and its quarter is 12.7 kg.
    "decade = 10 * year",
    "quarter_year = year / 4",
    # Markets.  India weighs grain by the quintal, gold by the tola.
    "quintal = 100 * kilogram",
    "tola = 11.6638038 * gram",
    # Trades.  Fuel use is the inverse of economy; 5.8 million BTU is the barrel of the US tax code (s. 45K).
    "liter_per_100_kilometer = liter / (100 * kilometer)",
    "oil_equivalent_barrel = 5.8e6 * british_thermal_unit",
)
"""What pint lacks, or has under that name as something else."""


@cache
def registry() -> pint.UnitRegistry[Any]:
    """-> pint's registry with the units above, and each ISO 4217 currency and denominator as a dimension.

    Currencies are dimensions of their own because a rate belongs to a day, which a unit does not have.  So
    are shares, persons and nights: dollars a share and dollars a head must not add up.
    """
    from numfacts.lexicon.currencies import currency_codes
    from numfacts.lexicon.units import denominators

    things = {unit.name for unit in denominators().values() if unit.base == unit.name}
    return build(currency_codes(), sorted(things))


def build(currencies: Iterable[str], things: Iterable[str], **options: Any) -> pint.UnitRegistry[Any]:
    """-> a registry read from pint's own files and ours in one go.

    Pint computes its root units once, after reading: a decade defined later would still be its logarithm.
    """
    import pint

    folder = Path(pint.__file__).parent
    constants, units = (
        (folder / file).read_text(encoding="utf-8") for file in ("constants_en.txt", "default_en.txt")
    )
    lines = [
        units.replace("@import constants_en.txt", constants),
        *DEFINITIONS,
        *(f"{code} = [currency_{code}]" for code in currencies),
        *(f"{thing} = [{thing}]" for thing in things),
    ]
    return pint.UnitRegistry(lines, on_redefinition="ignore", **options)

"""A number with its unit, and one or two of them as the text ties them together: what the kinds are given to claim.

"between $3.3 and $3.6 billion a year" is one Phrase of two Figures, joined by "and", in ``USD/year``
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from numfacts.model.numeral import Numeral
from numfacts.model.unit import Unit


class Figure(NamedTuple):
    """One number with its unit."""

    first: int
    last: int
    numeral: Numeral
    value: Decimal | None  # in ``unit``
    low: Decimal | None  # the value, or the bound of a vague number
    step: Decimal | None
    unit: Unit | None
    unit_first: int  # first token of the unit; ``last`` where there is none behind the number
    hyphened: bool
    confidence: float
    signed: bool  # a currency sign stands before the number


class Phrase(NamedTuple):
    first: int
    last: int
    figure: Figure  # the only figure, or the lower end of a range
    other: Figure | None  # the other end
    joiner: str  # "" | "to" | "-" | "and" | "or" | "±"
    unit: Unit | None
    confidence: float

    @property
    def hyphened(self) -> bool:
        return (self.other or self.figure).hyphened

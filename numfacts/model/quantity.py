"""A mention normalised: floats in its unit, the exact decimal, SI base units or the reference currency."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from numfacts.model.mention import Mention


class Quantity(NamedTuple):
    mention: Mention
    value: float | None
    low: float | None
    high: float | None
    decimal: str | None  # plain notation: "10470000000", "0.016", "-5"
    precision: float | None  # half a unit of the last stated digit, in the unit
    unit: str | None
    base_value: float | None
    base_low: float | None
    base_high: float | None
    base_unit: str | None
    fx_rate: float | None
    fx_date: date | None
    fx_source: str | None
    confidence: float

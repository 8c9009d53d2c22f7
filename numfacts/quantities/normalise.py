"""A mention in plain numbers: floats in its unit, the exact decimal, and the same in comparable units.

"1.6p a litre" is 0.016 ``GBP/liter``, and at the rate of 22 April 2025 it is 18.64 ``EUR/meter ** 3``.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from numfacts.model import Mention, Quantity, Unit
from numfacts.quantities.exchange_rates import Rate, Rates

UNDATED = 0.9  # a text without a date is converted at the latest rate: its confidence is multiplied by this

ONE, ZERO = Decimal(1), Decimal(0)


class _Way(NamedTuple):
    """The way to the base unit: base = number * factor + offset."""

    factor: Decimal
    offset: Decimal
    base_unit: str | None
    rate: Rate | None = None


def normalise(
    mention: Mention, rates: Rates | None = None, day: date | None = None, base_currency: str = "EUR"
) -> Quantity:
    """-> the quantity that a mention states; money goes at the rate of ``day``, None being the latest.

    What the base columns hold:

    * a physical unit: SI base units, by the factor and zero point of the lexicon (a difference has none);
    * percent, percentage points and basis points: a fraction, ``dimensionless``; ``unit`` keeps them apart;
    * a count, a ratio, a multiple, a bare number, a rate (3.2 per 1,000 is 0.0032): ``dimensionless`` too;
    * a score or a date: nothing;
    * money: the reference currency at the ECB's rate of the day or the last one before, null where there is
      none; an amount already in that currency needs no rate and has none.
    """
    unit, step, stated = mention.unit, mention.step, mention.value
    way = _way(mention, rates, day, base_currency)
    rate = way.rate if way else None
    value, base_value = _float(stated), _based(stated, way)
    return Quantity(
        mention=mention,
        value=value,
        low=value if mention.low == stated else _float(mention.low),
        high=value if mention.high == stated else _float(mention.high),
        decimal=plain(stated) if stated is not None else None,
        precision=float(step) / 2 if step is not None else None,
        unit=unit.name if unit else None,
        base_value=base_value,
        base_low=base_value if mention.low == stated else _based(mention.low, way),
        base_high=base_value if mention.high == stated else _based(mention.high, way),
        base_unit=way.base_unit if way else None,
        fx_rate=rate.value if rate else None,
        fx_date=rate.day if rate else None,
        fx_source=rate.source if rate else None,
        confidence=mention.confidence * UNDATED if rate and day is None else mention.confidence,
    )


def plain(number: Decimal) -> str:
    """Plain notation without idle zeros: ``1.047E+10`` -> ``"10470000000"``, ``0.80`` -> ``"0.8"``."""
    digits = format(number, "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _float(number: Decimal | None) -> float | None:
    return None if number is None else float(number)


def _based(number: Decimal | None, way: _Way | None) -> float | None:
    """In decimals, so that 57 percent is 0.57 and not 0.5700000000000001."""
    if number is None or way is None:
        return None
    return float(number * way.factor + way.offset)


def _way(mention: Mention, rates: Rates | None, day: date | None, base_currency: str) -> _Way | None:
    unit = mention.unit
    if unit is None:
        if mention.low is None and mention.high is None:
            return None
        way = _Way(ONE, ZERO, "dimensionless")
    elif unit.currency is None:
        way = _Way(_exact(unit.factor), _exact(unit.offset), unit.base)
    else:
        converted = _money(unit, unit.currency, rates, day, base_currency)
        if converted is None:
            return None
        way = converted
    return way._replace(factor=way.factor / mention.per) if mention.per else way


def _money(
    unit: Unit, currency: str, rates: Rates | None, day: date | None, base_currency: str
) -> _Way | None:
    """GBP/liter -> EUR/meter ** 3: the unit's factor converts the denominator, the rate the currency."""
    factor, base_unit = _exact(unit.factor), base_currency + unit.base.removeprefix(currency)
    if currency == base_currency:
        return _Way(factor, ZERO, base_unit)
    rate = rates.rate(currency, base_currency, day) if rates else None
    return _Way(factor * Decimal(rate.value), ZERO, base_unit, rate) if rate else None


@cache
def _exact(number: float) -> Decimal:
    """The decimal that the lexicon's row shows: 0.3048, not the binary fraction next to it."""
    return Decimal(repr(number))

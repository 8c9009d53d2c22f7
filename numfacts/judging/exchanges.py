"""Whether an amount can be another one in another currency, at any rate that may have been used.

``exchanged(Restatement(€500m, $430m, exchanges=[1.1476 on 22 April 2025]))`` is ``Exchanged("different", …)``.
"""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import NamedTuple

from numfacts.judging.intervals import Interval
from numfacts.judging.roundings import ORDER, Mark, Way, agreement
from numfacts.lexicon.units import denominators, unit, unit_names
from numfacts.model import Exchange, Restatement

SLIPS = (3, -3, 1, -1, 2, -2, 6, -6, 9, -9)
VOLUMES = {"gallon": ("imperial_gallon",), "imperial_gallon": ("gallon",), "ton": ("metric_ton", "long_ton")}


NEAR_ONE = 0.1  # of a rate that is the same either way round


class Exchanged(NamedTuple):
    """How well the second amount says the first at ``exchange``; ``factor`` turns one denominator into the other."""

    level: str
    exchange: Exchange
    factor: float = 1.0
    slip: int = 0
    inverted: bool = False  # it would be right with the rate the wrong way round


def exchanged(relation: Restatement) -> Exchanged | None:
    """-> the judgement at the kindest rate, and at what the story's other conversions imply; None without a rate."""
    first, second = Mark.of(relation.stated), Mark.of(relation.again)
    factors = _denominators(relation)
    if first is None or second is None or first.low <= 0 or second.low <= 0 or not factors:
        return None
    likely = tuple(exchange for exchange in relation.exchanges if exchange.likely)
    found = _kindest(first, second, likely, factors)
    implied = _kindest(first, second, (relation.peers,), factors) if relation.peers else None
    if implied and implied.level == "different" and (found is None or found.level != "different"):
        return _slipped(first, second, implied, factors) or implied
    if found is None or found.level not in ("different", "doubtful"):
        return found
    otherwise = _kindest(first, second, relation.exchanges, factors)
    if otherwise and otherwise.level not in ("different", "doubtful"):
        return found._replace(level="doubtful")  # if $ is Canada's
    if _is_inverted(first, second, found):
        return found._replace(level="different", inverted=True)
    if found.level == "doubtful" or (otherwise and otherwise.level == "doubtful"):
        return found._replace(level="doubtful")
    return _slipped(first, second, found, factors, likely) or found


def _slipped(
    first: Mark, second: Mark, found: Exchanged, factors: list[float], exchanges: tuple[Exchange, ...] = ()
) -> Exchanged | None:
    """-> the power of ten by which the second amount is off, if there is one that makes it right."""
    for power in SLIPS:
        shifted = _kindest(first, second.times(10.0**-power), exchanges or (found.exchange,), factors)
        if shifted and shifted.level in ("same", "rounded"):
            return shifted._replace(level="different", slip=power)
    return None


def _is_inverted(first: Mark, second: Mark, found: Exchanged) -> bool:
    """Was the rate of the day divided by, and not multiplied?  £12m (€10m)"""
    rate = found.exchange.rate
    if rate is None or 1 - NEAR_ONE < rate < 1 + NEAR_ONE or found.factor != 1.0:
        return False
    return agreement(first, second, lambda interval: interval.times(1 / rate)).level == "same"


def _kindest(
    first: Mark, second: Mark, exchanges: tuple[Exchange, ...], factors: list[float]
) -> Exchanged | None:
    """The best level; of equals the first, which is the likeliest reading."""
    found = [
        Exchanged(_level(first, second, exchange, factor), exchange, factor)
        for exchange, factor in product(exchanges, factors)
    ]
    return min(found, key=lambda each: ORDER.index(each.level)) if found else None


def _level(first: Mark, second: Mark, exchange: Exchange, factor: float) -> str:
    """The hedge of either amount widens it: "£6bn (almost $8bn)"."""
    reach = Interval(exchange.low * factor, exchange.high * factor)
    if first.about and not second.about:
        second = second._replace(about=True)
    return agreement(first, second, _between(reach)).level


def _between(reach: Interval) -> Way:
    return lambda interval: Interval(interval.low * reach.low, interval.high * reach.high)


def _denominators(relation: Restatement) -> list[float]:
    """``$5.50 a gallon`` of ``£1.20/litre``: how many litres there are in a gallon, American or imperial."""
    one, other = (_below(fact.unit) for fact in (relation.stated, relation.again))
    if one == other or not other:
        return [1.0]
    found = []
    for above, below in product(_readings(one), _readings(other)):
        if above not in _known() or below not in _known() or unit(above).base != unit(below).base:
            return []
        found.append(unit(below).factor / unit(above).factor)
    return found


def _below(unit_name: str | None) -> str:
    return (unit_name or "").partition("/")[2]


def _readings(name: str) -> tuple[str, ...]:
    return (name, *VOLUMES.get(name, ()))


@cache
def _known() -> frozenset[str]:
    named = {each.name for each in unit_names().values()} | {each.name for each in denominators().values()}
    return frozenset(named)

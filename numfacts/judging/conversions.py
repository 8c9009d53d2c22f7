"""Whether a physical figure can be another one in another unit, on any reading of both that is lawful.

``restated(Restatement(30 miles, 58km))`` is ``Restated("different", expected=48.28, slip=0)``.

A ton is a US short ton, a British long one or a metric one; a gallon is American or imperial; 2C (3.6F) is a
difference, 2C (35.6F) a reading of the thermometer; miles a gallon and litres a hundred kilometres are each other's
inverse.
"""

from __future__ import annotations

import re
from itertools import product
from typing import NamedTuple

from numfacts.grammar.late_patterns import late
from numfacts.judging.intervals import Interval
from numfacts.judging.roundings import Agreement, Mark, Way, agreement, best
from numfacts.lexicon.units import unit
from numfacts.model import Fact, Restatement

# What a unit's plain name may also mean; the first is how the lexicon reads it in America.
OTHER_MEANINGS = {
    "ton": ("long_ton", "metric_ton"),
    "long_ton": ("ton", "metric_ton"),
    "metric_ton": ("ton", "long_ton"),
    "gallon": ("imperial_gallon",),
    "imperial_gallon": ("gallon",),
    "pint": ("imperial_pint",),
    "imperial_pint": ("pint",),
    "quart": ("imperial_quart",),
    "imperial_quart": ("quart",),
    "fluid_ounce": ("imperial_fluid_ounce",),
    "imperial_fluid_ounce": ("fluid_ounce",),
    "ounce": ("troy_ounce",),
    "bushel": ("imperial_bushel",),
    "imperial_bushel": ("bushel",),
    "hundredweight": ("UK_hundredweight",),
    "UK_hundredweight": ("hundredweight",),
    "horsepower": ("metric_horsepower",),
    "metric_horsepower": ("horsepower",),
    "kilobyte": ("kibibyte",),
    "megabyte": ("mebibyte",),
    "gigabyte": ("gibibyte",),
    "terabyte": ("tebibyte",),
}
AT_SEA = {"mile": ("nautical_mile",)}
# The words that leave one meaning: a metric ton is no short one, a tonne no ton.
TOLD = late(
    r"\b(?:short|long|metric|imperial|us|u\.s\.|uk|british|american|troy|nautical|avoirdupois)\b|tonne|\dt\b",
    re.I,
)
CELSIUS, FAHRENHEIT = ("degC", "delta_degC"), ("degF", "delta_degF")
DEGREES = CELSIUS + FAHRENHEIT
SLIPS = (3, -3, 1, -1, 2, -2, 6, -6, 9, -9)
NEAR_IN_KELVIN, FAR_IN_KELVIN = 1.4, 2.8  # 40C (105F) is 0.6 apart; 30C (90F) is 2.2
NEAR_SHARE = 0.02  # of an oven's heat: 180C (350F) is 3.3 apart, and 1,500C (2,700F) is 18
SMALL = 10  # degrees Celsius that may be a difference though no word says so: "2C (3.6F) is the danger mark"


class Restated(NamedTuple):
    """How well the second figure says the first; ``expected`` is what it would be, ``slip`` its power of ten."""

    level: str
    expected: Interval  # of a range its two ends, else one number twice
    slip: int = 0


def is_temperature(relation: Restatement) -> bool:
    return relation.stated.unit in DEGREES and relation.again.unit in DEGREES


def restated(relation: Restatement) -> Restated | None:
    """-> the judgement on the kindest reading; None where the two cannot be compared."""
    first, second = Mark.of(relation.stated), Mark.of(relation.again)
    if first is None or second is None:
        return None
    if is_temperature(relation):
        return _degrees(relation, first, second)
    factors = _factors(relation)
    if not factors or not first.high or not second.high:
        return None
    ways = [_times(factor) for factor in factors]
    if _inverse(relation):
        ways = [_over(factor) for factor in factors]
    expected = ways[0](first.point())
    found = best([agreement(first, second, way) for way in ways])
    if found.level != "different":
        return Restated(found.level, expected)
    for power in SLIPS:
        if best([agreement(first, second.times(10.0**-power), way) for way in ways]).level in (
            "same",
            "rounded",
        ):
            return Restated("different", expected, power)
    return Restated("different", expected)


def _times(factor: float) -> Way:
    return lambda interval: interval.times(factor)


def _over(factor: float) -> Way:
    return lambda interval: Interval(factor, factor).over(interval)


def _factors(relation: Restatement) -> list[float]:
    """-> what the first number is to be multiplied by (or divided into), for every pair of meanings."""
    first, second = relation.stated, relation.again
    to_base, of_base = _to_base(first), _to_base(second)
    if to_base is None or of_base is None:
        return []
    pairs = product(_meanings(first, relation.at_sea), _meanings(second, relation.at_sea))
    if _inverse(relation):
        return [1 / (to_base * one * of_base * other) for one, other in pairs]
    return [to_base * one / (of_base * other) for one, other in pairs]


def _inverse(relation: Restatement) -> bool:
    return relation.stated.base_unit != relation.again.base_unit


def _to_base(fact: Fact) -> float | None:
    """-> base units in one of the fact's unit, from the fact's own two columns."""
    for stated, based in (
        (fact.value, fact.base_value),
        (fact.low, fact.base_low),
        (fact.high, fact.base_high),
    ):
        if stated and based:
            return based / stated
    return None


def _meanings(fact: Fact, at_sea: bool) -> list[float]:
    """-> the sizes that the fact's unit may have, as multiples of the one that was read; below the line inverted."""
    sizes = [1.0]
    if TOLD.search(fact.text):
        return sizes
    above, *below = (fact.unit or "").split("/")
    for part, power in ((above, 1), *((each, -1) for each in below)):
        for name in re.findall(r"\w+", part):
            others = OTHER_MEANINGS.get(name, ()) + (AT_SEA.get(name, ()) if at_sea else ())
            sizes += [(unit(other).factor / unit(name).factor) ** power for other in others]
    return sizes


def _degrees(relation: Restatement, first: Mark, second: Mark) -> Restated:
    """A reading of the thermometer, or a difference where the words are of one or a small number leaves it open."""
    to_fahrenheit = relation.stated.unit in CELSIUS
    if to_fahrenheit == (relation.again.unit in CELSIUS):
        return Restated("same", second.point())
    factor, zero = (1.8, 32.0) if to_fahrenheit else (1 / 1.8, -32 / 1.8)

    def read_off(interval: Interval) -> Interval:
        return interval.times(factor).shifted(zero)

    reading = _near(agreement(first, second, read_off), first, second, read_off)
    if reading.level in ("same", "rounded") and relation.difference != "certain":
        return Restated(reading.level, second.point())
    celsius = abs(first.high if to_fahrenheit else first.high * factor)
    if relation.difference or celsius <= SMALL:
        difference = agreement(first, second, _times(factor))
        if difference.level in ("same", "rounded"):
            return Restated("same", second.point())
        if relation.difference == "certain":
            delta = relation.stated.unit in (
                "delta_degC",
                "delta_degF",
            )  # the words around it were read alike
            fits_otherwise = not delta and reading.level in ("same", "rounded", "doubtful")
            return Restated("doubtful" if fits_otherwise else difference.level, first.point().times(factor))
    return Restated(reading.level, read_off(first.point()))


def _near(found: Agreement, first: Mark, second: Mark, way: Way) -> Agreement:
    """Degrees have no natural zero: how far apart two readings are is told in kelvins and not as a share."""
    kelvins = (1 / 1.8 if way(Interval(0, 0)).low > 0 else 1.0) * max(
        abs(way(first.point()).low - second.low), abs(way(first.point()).high - second.high)
    )
    if found.level == "same":
        return found
    scale = abs(second.low if way(Interval(0, 0)).low < 0 else way(first.point()).low / 1.8)
    near, far = max(NEAR_IN_KELVIN, NEAR_SHARE * scale), max(FAR_IN_KELVIN, 2 * NEAR_SHARE * scale)
    meet = way(first.round()).meets(second.round())
    if meet and kelvins <= near:
        # -10C (13F): both may be roundings of -10.5, but who converts gets 14
        return Agreement("rounded" if second.is_round() else "doubtful", kelvins)
    if meet or (way(first.coarse()).meets(second.coarse()) and kelvins <= far):
        if kelvins <= far and ((first.about and second.is_round()) or kelvins <= NEAR_SHARE * scale):
            return Agreement("rounded", kelvins)  # about -80F (-60C); 1,500C (2,700F)
        return Agreement("doubtful" if kelvins <= far else "different", kelvins)
    return Agreement("different", kelvins)

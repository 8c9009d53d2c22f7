"""The rules that every row of the fact table obeys, one function each: a new rule is a new function.

The parameters name the columns that a rule reads, the docstring is what a reader is told when it is
broken, and the cells are plain Python values with None for null:
``low_is_not_above_high(low=5.0, high=3.0)`` is False and reports "low is not above high (low=5.0, high=3.0)".
``tables/sifting.py`` runs them over facts, ``tables/fact_table.py`` over data frames.
"""

from __future__ import annotations

import math
import re
from datetime import date
from functools import lru_cache

from numfacts.model.fact import KINDS, MODIFIERS, SECTIONS

# Kinds whose figure is not one number: "3-1", "22 July".
_WITHOUT_A_NUMBER = frozenset({"score", "date"})
_CHANGES = frozenset({"rise", "fall", "from", "to"})
_PERCENT_UNITS = frozenset({"percent", "percentage_point", "basis_point"})
_OLDEST_IN_YEARS = 130.0  # the oldest person on record reached 122; a rock's age is read as a duration
_UNITS_IN_A_YEAR = {"century": 0.01, "decade": 0.1, "year": 1.0, "month": 12.0, "week": 52.2, "day": 365.25}
_UNITS_IN_A_YEAR |= {"hour": 8766.0, "minute": 525_960.0}
_PLAIN_DECIMAL = re.compile(r"-?[0-9]+(?:\.[0-9]+)?\Z")
_NAME = re.compile(r"[^\W\d]\w*+")
_TERM = rf"(?: {_NAME.pattern} (?: [ ] \*\* [ ] [0-9]++ (?: \. [0-9]++ )? )? )"  # meter   meter ** 2
_PRODUCT = rf"(?: (?: {_TERM} | 1 [ ] / [ ] {_TERM} ) (?: [ ] [*/] [ ] {_TERM} )*+ )"  # 1 / meter ** 2
_QUOTIENT = re.compile(  # kilometer / hour   GBP/liter   EUR/(kilogram * meter)
    rf"{_PRODUCT} (?: [ ]*+ / [ ]*+ (?: {_PRODUCT} | \( {_PRODUCT} \) ) )?", re.VERBOSE
)
_DAY = r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?|-W[0-5][0-9](?:-[1-7])?)?"
_PERIOD = re.compile(rf"(?:{_DAY}|{_DAY}/{_DAY}|{_DAY}/\.\.|\.\./{_DAY})\Z")


# Where it stands


def span_is_as_long_as_its_text(start: int, end: int, text: str) -> bool:
    """start and end are as far apart as the text is long"""
    return 0 <= start < end and end - start == len(text)


def fact_id_names_its_span(fact_id: str, doc_id: str, start: int, end: int) -> bool:
    """fact_id is <doc_id>#char=<start>,<end>"""
    return fact_id == f"{doc_id}#char={start},{end}"


def text_stands_in_its_sentence(text: str, sentence: str) -> bool:
    """the sentence holds the text word for word"""
    return text in sentence


def fact_restates_another(fact_id: str, equivalent_of: str | None) -> bool:
    """equivalent_of names another fact"""
    return fact_id != equivalent_of


# The words it may use


def kind_is_known(kind: str) -> bool:
    """kind is one of the kinds of fact"""
    return kind in KINDS


def modifier_is_known(modifier: str) -> bool:
    """modifier is one of the modifiers"""
    return modifier in MODIFIERS


def section_is_known(section: str) -> bool:
    """section is headline, body or boilerplate"""
    return section in SECTIONS


def change_is_known(change: str | None) -> bool:
    """change is rise, fall, from or to"""
    return change is None or change in _CHANGES


def no_cell_is_empty(
    doc_id: str, unit: str | None, base_unit: str | None, fx_source: str | None, counted: str | None,
    denominator: str | None, measured_entity: str | None, speaker: str | None, equivalent_of: str | None,
    rule: str,
) -> bool:  # fmt: skip
    """a cell is null or holds text, never an empty string"""
    return bool(
        doc_id
        and (unit is None or unit)
        and (base_unit is None or base_unit)
        and (fx_source is None or fx_source)
        and (counted is None or counted)
        and (denominator is None or denominator)
        and (measured_entity is None or measured_entity)
        and (speaker is None or speaker)
        and (equivalent_of is None or equivalent_of)
        and rule
    )


def text_is_unicode(
    doc_id: str, sentence: str, counted: str | None, denominator: str | None, measured_entity: str | None,
    speaker: str | None,
) -> bool:  # fmt: skip
    """text holds no half of a surrogate pair, which no file can store"""
    try:
        for cell in (doc_id, sentence, counted, denominator, measured_entity, speaker):
            if cell is not None and not cell.isascii():
                cell.encode()
    except UnicodeEncodeError:
        return False
    return True


# The number and its bounds


def numbers_are_finite(value: float | None, low: float | None, high: float | None) -> bool:
    """value, low and high are finite"""
    return (
        (value is None or math.isfinite(value))
        and (low is None or math.isfinite(low))
        and (high is None or math.isfinite(high))
    )


def low_is_not_above_high(low: float | None, high: float | None) -> bool:
    """low is not above high"""
    return low is None or high is None or low <= high


def value_lies_within_its_bounds(value: float | None, low: float | None, high: float | None) -> bool:
    """value is not below low and not above high"""
    return value is None or ((low is None or low <= value) and (high is None or value <= high))


def modifier_agrees_with_the_bounds(
    kind: str, modifier: str, value: float | None, low: float | None, high: float | None
) -> bool:
    """modifier says which of value, low and high are set

    A vague number ("thousands", "hundreds of cars") has only the bound that its word implies, so that
    ``at_least`` and ``approximate`` may come without a value.
    """
    if kind in _WITHOUT_A_NUMBER:
        return True
    if modifier in ("at_least", "more_than") or (modifier == "approximate" and value is None):
        return low is not None and high is None and (value is None or value == low)
    if modifier in ("at_most", "less_than"):
        return low is None and high is not None and (value is None or value == high)
    if modifier == "range":
        return value is None and low is not None and high is not None
    return value is not None and value == low == high


def date_is_no_number(
    kind: str, value: float | None, low: float | None, high: float | None, decimal: str | None
) -> bool:
    """a date has no value, low, high or decimal"""
    return kind != "date" or (value, low, high, decimal) == (None, None, None, None)


def decimal_is_the_value(value: float | None, decimal: str | None) -> bool:
    """decimal is the value written out in full, and null where the value is"""
    if value is None or decimal is None:
        return value is None and decimal is None
    return _number(decimal) == value


def precision_is_not_negative(precision: float | None) -> bool:
    """precision is zero or more"""
    return precision is None or 0 <= precision < math.inf


def confidence_is_a_share(confidence: float) -> bool:
    """confidence is between 0 and 1"""
    return 0 <= confidence <= 1


# Units and conversions


def money_has_a_currency(kind: str, unit: str | None) -> bool:
    """the unit of money begins with an ISO 4217 code"""
    return kind != "money" or (unit is not None and unit.partition("/")[0].strip() in _currencies())


def percent_has_a_percent_unit(kind: str, unit: str | None) -> bool:
    """the unit of a percentage is percent, percentage_point or basis_point"""
    return kind != "percent" or unit in _PERCENT_UNITS


def unit_is_known(unit: str | None) -> bool:
    """the unit registry can parse the unit"""
    return unit is None or _parses(unit)


def age_is_a_lifetime(kind: str, unit: str | None, low: float | None, high: float | None) -> bool:
    """an age is between 0 and 130 years"""
    if kind != "age":
        return True
    oldest = _OLDEST_IN_YEARS * _UNITS_IN_A_YEAR.get(unit or "year", 0.0)
    return all(number is None or 0 <= number <= oldest for number in (low, high))


def base_numbers_have_a_unit(
    base_value: float | None, base_low: float | None, base_high: float | None, base_unit: str | None
) -> bool:
    """base_unit is set where a base number is, and only there"""
    return (base_unit is None) == ((base_value, base_low, base_high) == (None, None, None))


def base_numbers_are_finite(
    base_value: float | None, base_low: float | None, base_high: float | None
) -> bool:
    """base_value, base_low and base_high are finite"""
    return numbers_are_finite(base_value, base_low, base_high)


def base_low_is_not_above_base_high(base_low: float | None, base_high: float | None) -> bool:
    """base_low is not above base_high"""
    return low_is_not_above_high(base_low, base_high)


def rate_has_a_day_and_a_source(fx_rate: float | None, fx_date: str | None, fx_source: str | None) -> bool:
    """fx_rate, fx_date and fx_source are all set or all null"""
    return (fx_rate is None) == (fx_date is None) == (fx_source is None)


def rate_is_positive(fx_rate: float | None) -> bool:
    """fx_rate is above zero"""
    return fx_rate is None or 0 < fx_rate < math.inf


def rate_day_is_a_date(fx_date: str | None) -> bool:
    """fx_date is an ISO 8601 date"""
    return fx_date is None or _is_a_day(fx_date)


# The context


def period_is_iso_8601(period: str | None) -> bool:
    """period is an ISO 8601 date or interval"""
    return period is None or _is_a_period(period)


def candidates_are_readings(candidates: str | None) -> bool:
    """candidates are readings with | between them, none of them empty"""
    return candidates is None or all(candidates.split("|"))


@lru_cache(maxsize=16_384)
def _number(decimal: str) -> float | None:
    return float(decimal) if _PLAIN_DECIMAL.match(decimal) else None


@lru_cache(maxsize=4096)
def _is_a_period(text: str) -> bool:
    return bool(_PERIOD.match(text)) and all(_is_a_day(end) for end in text.split("/") if len(end) == 10)


@lru_cache(maxsize=4096)
def _is_a_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text  # it also reads 20250422 and 2025-W17-2
    except ValueError:
        return False


@lru_cache(maxsize=1)
def _currencies() -> frozenset[str]:
    from numfacts.lexicon.currencies import currency_codes

    return frozenset(currency_codes())


@lru_cache(maxsize=4096)
def _parses(unit: str) -> bool:
    """A test holds that pint parses what the lexicon's names make up: only other strings cost its import."""
    if _QUOTIENT.fullmatch(unit.strip()) and _known_names().issuperset(_NAME.findall(unit)):
        return True
    from numfacts.units import registry

    try:
        registry().parse_units(unit)
    except Exception:  # the errors of pint's tokenizer, parser and registry have no common base
        return False
    return True


@lru_cache(maxsize=1)
def _known_names() -> frozenset[str]:
    """-> the currencies, and the words in the lexicon's units and their base units: "meter" "second" "GBP"."""
    from numfacts.lexicon.units import rows

    units = (f"{row['unit']} {row['base']}" for row in rows("units.csv"))
    return _currencies().union(*map(_NAME.findall, units))

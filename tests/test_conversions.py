"""Laws of the checks on conversions: what is converted right is never found, and the rates asked for are those used."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import numfacts as nf
from numfacts.model import Document
from numfacts.pipeline import Settings, checked

CONVERTED = ["unit-conversion", "currency-conversion", "magnitude-slip"]
FACTORS = {
    ("miles", "km"): 1.609344,
    ("km", "miles"): 1 / 1.609344,
    ("feet", "metres"): 0.3048,
    ("inches", "mm"): 25.4,
    ("acres", "hectares"): 0.40468564224,
    ("tonnes", "lb"): 2204.62262185,
    ("litres", "US gallons"): 1 / 3.785411784,
}


@given(number=st.integers(2, 99_999), units=st.sampled_from(sorted(FACTORS)))
def test_a_right_conversion_to_the_nearest_whole_is_not_found(number: int, units: tuple[str, str]) -> None:
    one, other = units
    again = round(number * FACTORS[units])
    assert (
        not again or nf.check(f"It has {number:,} {one} ({again:,} {other}) of it.", select=CONVERTED) == []
    )


@given(celsius=st.integers(-60, 60))
def test_a_right_reading_of_the_thermometer_is_not_found(celsius: int) -> None:
    text = f"It was {celsius}C ({round(celsius * 1.8 + 32)}F) by noon."
    assert nf.check(text, select=CONVERTED) == []


@given(millions=st.integers(10, 999), day=st.dates(date(2015, 1, 1), date(2026, 10, 1)))
def test_an_amount_at_the_rate_of_its_day_is_not_found(millions: int, day: date) -> None:
    (amount,) = nf.extract(f"€{millions}m", published=day, base_currency="USD")
    assert amount.base_value is not None
    text = f"It cost €{millions}m (US${round(amount.base_value / 1e6)}m) to build."
    assert nf.check(text, published=day, select=CONVERTED) == []


@given(
    number=st.integers(12, 9_999),
    off=st.sampled_from([0.5, 0.6, 1.5, 2.0]),
    units=st.sampled_from(sorted(FACTORS)),
)
def test_a_conversion_that_is_off_by_half_is_found(number: int, off: float, units: tuple[str, str]) -> None:
    one, other = units
    again = round(number * FACTORS[units] * off)
    if again < 12:
        return  # of so few digits that rounding may explain it
    found = nf.check(f"It has {number:,} {one} ({again:,} {other}) of it.", select=CONVERTED)
    assert [finding.check_id for finding in found] == ["unit-conversion"]


@pytest.mark.parametrize(("dollars", "found"), [("$200m", []), ("$114m", ["currency-conversion"])])
def test_the_rates_of_a_file_are_used(tmp_path: Path, dollars: str, found: list[str]) -> None:
    rates = tmp_path / "rates.csv"
    rates.write_text("Date,USD,GBP\n2025-04-22,2.0,0.9\n", encoding="utf-8")
    story = Document(f"The plant cost €100m ({dollars}) to build.", "a", date(2025, 4, 22), "en-US")
    findings = checked(story, Settings(fx_rates=str(rates)), CONVERTED).findings
    assert [finding.check_id for finding in findings] == found
    assert all("at 2 dollars per euro (ECB, rates.csv, 22 April 2025)" in each.message for each in findings)


def test_one_slip_is_found_once() -> None:
    (finding,) = nf.check("It cost 10.47 billion euros (£8.98 million).", published="2025-04-22")
    assert finding.check_id == "magnitude-slip"

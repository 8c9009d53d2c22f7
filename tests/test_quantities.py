"""A mention becomes a quantity: exact in its unit, comparable in base units, at published rates."""

from __future__ import annotations

import random
import zipfile
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from currency_converter import CurrencyConverter  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

from numfacts.lexicon.currencies import currency
from numfacts.lexicon.units import denominators, per, unit
from numfacts.model import Mention, Quantity, Unit
from numfacts.quantities.exchange_rates import Rate, Rates, RatesError
from numfacts.quantities.normalise import normalise, plain
from numfacts.units import registry

EASTER_TUESDAY = date(2025, 4, 22)
RATES = Rates.load()


def mention(number: str, unit: Unit | None, kind: str = "measure", **stated: Any) -> Mention:
    value = Decimal(number)
    exact = Mention(0, 1, kind, "test", value, value, value, None, "exact", unit, 1.0, 0, 1)
    return exact._replace(**stated)


def money(number: str, code: str, day: date | None = EASTER_TUESDAY, base: str = "EUR") -> Quantity:
    return normalise(mention(number, currency(code), "money"), RATES, day, base)


# Numbers


def test_a_length_in_metres() -> None:
    found = normalise(mention("210", unit("millimeter"), step=Decimal(1)))
    assert (found.value, found.decimal, found.precision, found.unit) == (210.0, "210", 0.5, "millimeter")
    assert (found.base_value, found.base_low, found.base_high, found.base_unit) == (0.21, 0.21, 0.21, "meter")


def test_a_temperature_has_a_zero_point_and_a_difference_has_none() -> None:
    assert normalise(mention("40", unit("degC"))).base_value == 313.15
    assert normalise(mention("1.6", unit("delta_degC"))).base_value == 1.6


@pytest.mark.parametrize(
    ("number", "name", "fraction"),
    [("57", "percent", 0.57), ("3", "percentage_point", 0.03), ("25", "basis_point", 0.0025)],
)
def test_a_percentage_is_a_fraction(number: str, name: str, fraction: float) -> None:
    found = normalise(mention(number, unit(name), "percent"))
    assert (found.base_value, found.base_unit, found.unit) == (fraction, "dimensionless", name)


@pytest.mark.parametrize("kind", ["count", "ratio", "multiple", "number"])
def test_a_bare_figure_stays_what_it_is(kind: str) -> None:
    found = normalise(mention("10000", None, kind))
    assert (found.base_value, found.base_unit, found.unit) == (10000.0, "dimensionless", None)


def test_a_score_has_no_base() -> None:
    found = normalise(mention("0", None, "score", value=None, low=None, high=None))
    assert (found.base_value, found.base_unit) == (None, None)


def test_a_rate_is_divided_by_what_it_is_per() -> None:
    found = normalise(mention("3.2", None, "rate", per=Decimal(1000)))
    assert (found.value, found.base_value, found.base_unit) == (3.2, 0.0032, "dimensionless")


def test_a_range_has_no_value_and_an_open_side_no_bound() -> None:
    found = normalise(mention("0", unit("meter"), value=None, low=Decimal(5), high=None))
    assert (found.value, found.decimal, found.base_value, found.base_low, found.base_high) == (
        None,
        None,
        None,
        5.0,
        None,
    )


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("1.047E+10", "10470000000"),
        ("10470000000.00", "10470000000"),
        ("0.016", "0.016"),
        ("-5", "-5"),
        ("0.80", "0.8"),
    ],
)
def test_the_decimal_in_plain_notation(number: str, written: str) -> None:
    assert plain(Decimal(number)) == written


# Money


def test_euros_need_no_rate() -> None:
    found = money("10470000000", "EUR")
    assert (found.base_value, found.base_unit, found.fx_rate, found.fx_date) == (10.47e9, "EUR", None, None)


def test_pounds_at_the_rate_of_the_day() -> None:
    found = money("8980000000", "GBP")
    assert found.base_value == pytest.approx(8.98e9 / 0.85858)
    assert (found.fx_rate, found.fx_date, found.fx_source) == (1 / 0.85858, EASTER_TUESDAY, "ECB")


def test_on_a_holiday_the_rate_is_the_last_one_and_says_so() -> None:
    assert money("1", "GBP", date(2025, 4, 21)).fx_date == date(2025, 4, 17)  # Easter Monday, Maundy Thursday


def test_pence_a_litre_are_euros_a_cubic_metre() -> None:
    found = normalise(mention("0.016", per(currency("GBP"), unit("liter")), "money"), RATES, EASTER_TUESDAY)
    assert (found.value, found.unit, found.base_unit) == (0.016, "GBP/liter", "EUR/meter ** 3")
    assert found.base_value == pytest.approx(16 / 0.85858)


def test_dollars_a_share_in_pounds_a_share() -> None:
    share = per(currency("USD"), denominators()["share"])
    assert normalise(mention("1.12", share, "money"), RATES, EASTER_TUESDAY, "GBP").base_unit == "GBP/share"


def test_a_text_without_a_date_is_converted_at_the_latest_rate_with_less_confidence() -> None:
    assert money("1", "GBP", None).confidence == 0.9
    assert money("1", "EUR", None).confidence == 1.0


@pytest.mark.parametrize(
    ("code", "day"), [("UAH", EASTER_TUESDAY), ("RUB", EASTER_TUESDAY), ("USD", date(1998, 5, 1))]
)
def test_where_there_is_no_rate_nothing_is_made_up(code: str, day: date) -> None:
    found = money("5", code, day)
    assert (found.value, found.base_value, found.base_unit, found.fx_rate) == (5.0, None, None, None)


# Exchange rates


def test_rates_are_those_of_currency_converter() -> None:
    converter = CurrencyConverter(
        fallback_on_wrong_date=True,
        fallback_on_missing_rate=True,
        fallback_on_missing_rate_method="last_known",
    )
    draw = random.Random(4217)
    compared = 0
    for _ in range(200):
        day = date(1999, 1, 15) + timedelta(days=draw.randrange(9_700))
        for code in ("USD", "GBP", "JPY", "CHF", "AUD", "INR", "TRY", "PLN", "BRL", "CNY"):
            rate = RATES.rate(code, "EUR", day)
            if rate is not None:
                assert rate.value == pytest.approx(converter.convert(1, code, "EUR", rate.day), rel=1e-12)
                assert timedelta(0) <= day - rate.day <= timedelta(days=10)
                assert rate.value == pytest.approx(converter.convert(1, code, "EUR", day), rel=1e-12)
                compared += 1
    assert compared > 1500


def test_a_cross_rate_goes_through_the_euro() -> None:
    dollars, pounds = RATES.rate("USD", "EUR", EASTER_TUESDAY), RATES.rate("GBP", "EUR", EASTER_TUESDAY)
    cross = RATES.rate("GBP", "USD", EASTER_TUESDAY)
    assert dollars
    assert pounds
    assert cross
    assert cross.value == pytest.approx(pounds.value / dollars.value)


def test_a_rate_older_than_ten_days_is_none() -> None:
    assert RATES.rate("RUB", "EUR", date(2022, 3, 11)) is not None  # the last one is of 1 March
    assert RATES.rate("RUB", "EUR", date(2022, 3, 12)) is None
    assert RATES.rate("USD", "EUR", date(2199, 1, 1)) is None


ECB_FILE = "Date,USD,GBP,\n2025-04-22,1.1476,0.85858,\n2025-04-17,1.136,N/A,\n"


def test_a_file_of_the_user_s_own(tmp_path: Path) -> None:
    plain_file, archive = tmp_path / "rates.csv", tmp_path / "rates.zip"
    plain_file.write_text(ECB_FILE)
    with zipfile.ZipFile(archive, "w") as out:
        out.writestr("eurofxref-hist.csv", ECB_FILE)
    for file in (plain_file, archive):
        rates = Rates.load(str(file))
        assert rates.rate("USD", "EUR", date(2025, 4, 20)) == Rate(
            1 / 1.136, date(2025, 4, 17), f"ECB, {file.name}"
        )
        assert rates.rate("GBP", "EUR", date(2025, 4, 20)) is None


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (None, "No such file"),
        (b"", "line 1: not a file of ECB reference rates"),
        (b"name,price\nx,1\n", "line 1: not a file of ECB reference rates"),
        (b"Date,USD,\n2025-04-22,abc,\n", "line 2: a day's line is"),
        (b"Date,USD,GBP,\n2025-04-22,1.1\n", "line 2: a day's line is"),
        (b"Date,USD,\n22 April,1.1,\n", "line 2: a day's line is"),
        (b"Date,USD,\n2025-04-22,-1,\n", "line 2: a rate is more than 0"),
        (b"\xff\xfe\x00", "not a text file in UTF-8"),
    ],
)
def test_a_malformed_file_is_named_with_its_cause(tmp_path: Path, content: bytes | None, cause: str) -> None:
    file = tmp_path / "mine.csv"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(RatesError, match=cause) as caught:
        Rates.load(str(file))
    assert str(caught.value).startswith(str(file))


# Laws

numbers = st.decimals(min_value=-(10**12), max_value=10**12, allow_nan=False, allow_infinity=False, places=3)
names = st.sampled_from(
    ["kilometer", "mile / hour", "degC", "degF", "percent", "oil_barrel", "year", "megabyte"]
)


@settings(deadline=None)  # the first example loads pint
@given(numbers, names)
def test_the_base_value_is_the_one_of_pint(number: Decimal, name: str) -> None:
    found = normalise(mention(str(number), unit(name)))
    expected = registry().Quantity(float(number), name).to_base_units().magnitude
    assert found.base_value == pytest.approx(expected, rel=1e-9, abs=1e-6)


@given(numbers, numbers, names)
def test_bounds_keep_their_order(one: Decimal, other: Decimal, name: str) -> None:
    low, high = sorted((one, other))
    found = normalise(mention("0", unit(name), value=None, low=low, high=high))
    assert found.low is not None
    assert found.high is not None
    assert found.low <= found.high
    assert found.base_low is not None
    assert found.base_high is not None
    assert found.base_low <= found.base_high


@given(numbers)
def test_the_decimal_reads_back_as_the_same_number(number: Decimal) -> None:
    assert Decimal(plain(number)) == number
    assert "E" not in plain(number)


@given(numbers, st.sampled_from(["GBP", "USD", "JPY", "CHF"]))
def test_money_is_converted_in_proportion(number: Decimal, code: str) -> None:
    found = money(str(number), code)
    assert found.fx_rate is not None
    assert found.base_value == pytest.approx(float(number) * found.fx_rate, rel=1e-12)

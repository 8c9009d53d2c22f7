"""The rows of units and currencies keep their promises: pint's factors, one meaning a surface."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections import Counter
from importlib.util import module_from_spec, spec_from_file_location
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from babel import Locale

from numfacts.lexicon import currencies
from numfacts.lexicon.currencies import currency, currency_names, currency_symbols, minor_names, resolve
from numfacts.lexicon.units import (
    CONDITIONS,
    denominators,
    longest_name,
    per,
    rows,
    unit,
    unit_names,
    unit_symbols,
)
from numfacts.mentions import second_opinion
from numfacts.model import Unit
from numfacts.units import registry

ROWS = list(rows("units.csv"))
LOGARITHMIC = {"decibel"}
POINTS = {
    "percentage_point",
    "basis_point",
}  # a hundredth in the table's base columns, a dimension of its own in pint


def quantity(number: float, name: str) -> Any:
    return registry().Quantity(number, name).to_base_units()


# Units


@pytest.mark.parametrize("name", sorted({row["unit"] for row in ROWS} - LOGARITHMIC - POINTS))
def test_base_units_factor_and_zero_point_are_those_of_pint(name: str) -> None:
    lexical, at_zero, at_ten = unit(name), quantity(0.0, name), quantity(10.0, name)
    assert lexical.base == (str(at_ten.units) or "dimensionless")
    assert lexical.offset == pytest.approx(at_zero.magnitude, rel=1e-9)
    assert 10 * lexical.factor + lexical.offset == pytest.approx(at_ten.magnitude, rel=1e-9)


@pytest.mark.parametrize("name", sorted(LOGARITHMIC | POINTS))
def test_a_unit_with_a_way_of_its_own_still_parses(name: str) -> None:
    assert str(registry().Unit(name)) == name


def test_a_unit_is_written_as_pint_writes_it() -> None:
    by_contract = {"degC", "degF", "delta_degC", "delta_degF"}
    ours = {row["unit"] for row in ROWS} - by_contract
    assert {name: str(registry().Unit(name)) for name in ours} == {name: name for name in ours}


def test_percentage_points_and_percent_are_never_swapped() -> None:
    assert registry().Quantity(25, "basis_point").to("percentage_point").magnitude == pytest.approx(0.25)
    assert not registry().Unit("percentage_point").is_compatible_with("percent")


def test_names_are_lower_case_with_single_spaces_and_no_hyphens() -> None:
    for name in unit_names():
        assert name == " ".join(name.lower().split())
        assert "-" not in name


def test_a_surface_has_one_meaning_in_one_place() -> None:
    for column in ("names", "symbols"):
        meanings = Counter(
            (surface, territory, row["when"] == "denominator")
            for row in ROWS
            for surface in filter(None, row[column].split("|"))
            for territory in row["locale"].split("|")
        )
        assert [surface for surface, times in meanings.items() if times > 1] == []


def test_every_condition_is_a_documented_one() -> None:
    used = {row["when"] for row in ROWS} | {row["when"] for row in rows("ambiguous_currencies.csv")}
    assert used == set(CONDITIONS)


@pytest.mark.parametrize(
    ("written", "meant"),
    {
        "square miles": "mile ** 2",
        "sq km": "kilometer ** 2",
        "kilometres": "kilometer",
        "kilometers an hour": "kilometer / hour",
        "miles per gallon": "mile / gallon",
        "barrels a day": "oil_barrel / day",
        "tonnes of co2 equivalent": "metric_ton",
        "megatons": "megaton_TNT",
        "calories": "kilocalorie",
        "per cent": "percent",
        "percentage points": "percentage_point",
        "basis points": "basis_point",
        "parts per billion": "ppb",
        "decades": "decade",
        "degrees fahrenheit": "degF",
    }.items(),
)
def test_names(written: str, meant: str) -> None:
    assert unit_names()[written].name == meant


@pytest.mark.parametrize(
    ("written", "meant", "when"),
    [
        ("m", "meter", "digits"),
        ("s", "second", "adjacent"),
        ("C", "degC", "temperature"),
        ("°", "degree", "degrees"),
        ("°C", "degC", ""),
        ("km²", "kilometer ** 2", ""),
        ("µg/m3", "microgram / meter ** 3", ""),
        ("MW", "megawatt", ""),
        ("mW", "milliwatt", ""),
        ("Mb", "megabit", ""),
        ("MB", "megabyte", "digits"),
        ("st", "stone", "not-ordinal"),
        ("bcm", "kilometer ** 3", ""),
        ("pp", "percentage_point", "digits"),
        ("l/100km", "liter_per_100_kilometer", ""),
    ],
)
def test_symbols(written: str, meant: str, when: str) -> None:
    found = unit_symbols()[written]
    assert (found.name, found.when) == (meant, when)


@pytest.mark.parametrize(
    "word", ["hand", "hands", "rod", "chains", "league", "point", "points", "bars", "mole", "quarter"]
)
def test_ordinary_english_is_no_unit(word: str) -> None:
    assert word not in unit_names()


@pytest.mark.parametrize(
    ("territory", "gallon", "ton"),
    [
        (None, "gallon", "ton"),
        ("US", "gallon", "ton"),
        ("GB", "imperial_gallon", "long_ton"),
        ("AU", "gallon", "metric_ton"),
    ],
)
def test_a_gallon_and_a_ton_are_those_of_the_place(territory: str | None, gallon: str, ton: str) -> None:
    names = unit_names(territory)
    assert (names["gallons"].name, names["tons"].name) == (gallon, ton)


def test_without_a_place_the_other_gallons_are_candidates() -> None:
    assert unit_names()["gallons"].candidates == ("gallon", "imperial_gallon")
    assert unit_names()["tons"].candidates == ("ton", "metric_ton", "long_ton")
    assert unit_names("GB")["gallons"].candidates == ()
    assert per(unit_names()["gallons"], unit("day")).candidates == ()


def test_a_bare_pound_of_weight_waits_for_the_context() -> None:
    assert (unit_names()["lb"].name, unit_names()["lb"].when) == ("pound", "")
    assert (unit_names()["pounds"].name, unit_names()["pounds"].when) == ("pound", "weight")


def test_the_longest_name_is_known_by_its_first_word() -> None:
    assert longest_name()["tonnes"] == 5  # of carbon dioxide equivalent
    assert longest_name()["furlong"] == 1


def test_the_rows_are_those_that_the_tool_writes() -> None:
    tools = Path(__file__).parent.parent / "tools"
    spec = spec_from_file_location("build_lexicon", tools / "build_lexicon.py")
    assert spec is not None
    assert spec.loader is not None
    build = module_from_spec(spec)
    spec.loader.exec_module(build)
    assert build.unit_rows(tomllib.loads((tools / "units.toml").read_text(encoding="utf-8"))) == ROWS


# Quotients


BELOW = [
    "second",
    "hour",
    "liter",
    "meter ** 2",
    "mile",
    "kilowatt_hour",
    "oil_barrel / day",
    "person",
    "percent",
]
ABOVE = [
    "kilometer",
    "kilogram",
    "joule",
    "meter ** 2",
    "gigabyte",
    "kilometer / hour",
    "percent",
    "mole",
    "newton",
]


@pytest.mark.parametrize(("above", "below"), list(product(ABOVE, BELOW)))
def test_a_quotient_is_the_one_of_pint(above: str, below: str) -> None:
    composed = per(unit(above), unit(below))
    expected = (registry().Quantity(1.0, above) / registry().Quantity(1.0, below)).to_base_units()
    assert composed.base == (str(expected.units) or "dimensionless")
    assert composed.factor == pytest.approx(expected.magnitude, rel=1e-9)
    parsed = registry().Quantity(1.0, composed.name).to_base_units()
    assert parsed.magnitude == pytest.approx(expected.magnitude, rel=1e-9)


def test_a_quotient_of_the_lexicon_has_its_dimension() -> None:
    assert per(unit("kilometer"), unit("hour")) == unit("kilometer / hour")._replace(factor=1000 / 3600)


@pytest.mark.parametrize(
    ("code", "below", "name", "base", "factor"),
    [
        ("GBP", "liter", "GBP/liter", "GBP/meter ** 3", 1000),
        ("USD", "share", "USD/share", "USD/share", 1),
        ("GBP", "week", "GBP/week", "GBP/second", 1 / 604800),
        ("EUR", "kilowatt_hour", "EUR/kilowatt_hour", "EUR/(kilogram * meter ** 2 / second ** 2)", 1 / 3.6e6),
    ],
)
def test_money_per_unit(code: str, below: str, name: str, base: str, factor: float) -> None:
    composed = per(currency(code), unit(below))
    assert (composed.name, composed.base, composed.currency) == (name, base, code)
    assert composed.factor == pytest.approx(factor)
    assert registry().Quantity(1.0, name).to(base).magnitude == pytest.approx(factor)


def test_money_per_share_per_year() -> None:
    composed = per(per(currency("USD"), denominators()["share"]), unit("year"))
    assert composed.name == "USD/share/year"
    assert registry().Quantity(1.0, composed.name).to(composed.base).magnitude == pytest.approx(
        composed.factor
    )


def test_a_scale_with_a_zero_point_does_not_divide() -> None:
    with pytest.raises(ValueError, match="zero point"):
        per(unit("degC"), unit("hour"))
    assert per(unit("delta_degC"), unit("decade")).base == "kelvin / second"


def test_words_to_divide_by() -> None:
    assert denominators()["head"].name == denominators()["capita"].name == "person"
    assert denominators()["annum"].name == "year"
    assert "share" not in unit_names()


# Currencies


def test_every_code_is_known_to_cldr_and_to_the_registry() -> None:
    known = Locale("en").currencies
    for code in currencies.currency_codes():
        assert code in known
        assert str(registry().Unit(code).dimensionality) == f"[currency_{code}]"


def test_two_currencies_do_not_add_up() -> None:
    assert not registry().Unit("USD").is_compatible_with("AUD")


def test_every_code_is_a_symbol() -> None:
    assert set(currencies.currency_codes()) - set(currency_symbols()) == set()
    assert currency_symbols()["COP"].when == "amount"  # not the climate conference
    assert currency_symbols()["ALL"].when == "prefix"  # not a headline


def test_every_candidate_and_every_tender_is_a_currency() -> None:
    codes = set(currencies.currency_codes())
    assert set(currencies.territory_currencies().values()) <= codes
    for row in rows("ambiguous_currencies.csv"):
        candidates = row["candidates"].split("|")
        assert set(candidates) <= codes
        assert row["default"] in candidates


def test_a_noun_that_currencies_share_belongs_to_none_of_them() -> None:
    owners = Counter(name for row in rows("currencies.csv") for name in filter(None, row["names"].split("|")))
    assert [name for name, times in owners.items() if times > 1] == []
    shared = {row["surface"] for row in rows("ambiguous_currencies.csv")}
    assert shared & set(owners) == set()


def test_what_is_both_money_and_a_measure_is_decided_by_its_place_or_context() -> None:
    assert set(currency_names()) & set(unit_names()) == {"pound", "pounds"}
    for symbol in set(currency_symbols()) & set(unit_symbols()):
        assert currency_symbols()[symbol].when == "prefix"  # R500, N500 and PS100; a unit follows its number
    assert set(minor_names()) & set(unit_symbols()) == set()


@pytest.mark.parametrize(
    ("written", "code"),
    {
        "$US": "USD", "A$": "AUD", "HK$": "HKD", "NT$": "TWD", "R$": "BRL", "S$": "SGD", "₹": "INR",
        "₩": "KRW",
        "₽": "RUB", "₺": "TRY", "₴": "UAH", "zł": "PLN", "€": "EUR", "CHF": "CHF", "PS": "GBP", "Y=": "JPY",
    }.items(),
)  # fmt: skip
def test_signs(written: str, code: str) -> None:
    assert resolve(currency_symbols()[written]).unit == currency(code)._replace(
        candidates=resolve(currency_symbols()[written]).unit.candidates
    )


@pytest.mark.parametrize(
    ("written", "code"),
    {
        "australian dollars": "AUD", "u.s. dollars": "USD", "euros": "EUR", "zloties": "PLN",
        "hryvnias": "UAH",
        "ukrainian hryvnia": "UAH", "renminbi": "CNY", "swiss francs": "CHF", "quid": "GBP",
        "deutschmarks": "DEM",
        "czech crowns": "CZK", "russian roubles": "RUB", "brazilian reais": "BRL", "south korean won": "KRW",
    }.items(),
)  # fmt: skip
def test_currency_names(written: str, code: str) -> None:
    money = currency_names()[written]
    assert resolve(money) == (currency(code), 1, 1.0)


@pytest.mark.parametrize(
    ("written", "code", "divisor"),
    [
        ("pence", "GBP", 100),
        ("p", "GBP", 100),
        ("cents", "USD", 100),
        ("kopecks", "RUB", 100),
        ("millimes", "TND", 1000),
    ],
)
def test_minor_units(written: str, code: str, divisor: int) -> None:
    meaning = resolve(minor_names()[written])
    assert (meaning.unit.name, meaning.divisor) == (code, divisor)


@pytest.mark.parametrize(
    ("written", "territory", "year", "code", "candidates", "confidence"),
    [
        ("$", None, 2025, "USD", ("USD", "AUD", "CAD"), 0.7),
        ("$", "AU", 2025, "AUD", ("AUD", "USD", "CAD"), 0.9),
        ("$", "US", 2025, "USD", (), 0.95),
        ("$", "GB", 2025, "USD", ("USD", "AUD", "CAD"), 0.7),
        ("£", None, 2025, "GBP", (), 0.95),
        ("£", "EG", 2025, "EGP", ("EGP", "GBP", "LBP"), 0.9),
        ("Rs", "PK", 2025, "PKR", ("PKR", "INR", "LKR"), 0.9),
        ("¥", "CN", None, "CNY", ("CNY", "JPY"), 0.9),
        ("€", "US", None, "EUR", (), 1.0),
    ],
)
def test_a_sign_in_its_place(
    written: str,
    territory: str | None,
    year: int | None,
    code: str,
    candidates: tuple[str, ...],
    confidence: float,
) -> None:
    meaning = resolve(currency_symbols()[written], territory, year)
    assert (meaning.unit.name, meaning.unit.candidates, meaning.confidence) == (code, candidates, confidence)


@pytest.mark.parametrize(
    ("written", "year", "code"),
    [
        ("francs", 1998, "FRF"),
        ("francs", 2020, "CHF"),
        ("francs", None, "CHF"),
        ("lire", 1995, "ITL"),
        ("lira", 2003, "TRL"),
        ("lira", 2024, "TRY"),
        ("marks", 1990, "DEM"),
        ("marks", 2024, "DEM"),  # none of that name is left
        ("crowns", 2024, "CZK"),
    ],
)
def test_a_name_in_its_time(written: str, year: int | None, code: str) -> None:
    assert resolve(currency_names()[written], None, year).unit.name == code


def test_money_that_is_no_longer_is_doubtful() -> None:
    assert resolve(currency_names()["marks"], None, 1990).confidence == 0.7
    assert resolve(currency_names()["marks"], None, 2024).confidence == 0.35


@pytest.mark.parametrize("word", ["mark", "real", "gold", "crown", "sum", "colon"])
def test_ordinary_english_is_no_money(word: str) -> None:
    assert word not in currency_names()


def test_one_letter_is_money_only_at_home() -> None:
    assert "N" not in currency_symbols()  # N95
    assert "Q" not in currency_symbols("US")  # Q1
    assert currency_symbols("NG")["N"].default == "NGN"
    assert currency_symbols("NG")["$"] == currency_symbols()["$"]


# A second opinion


@pytest.mark.parametrize("word", ["angstroms", "katal", "torr", "kilolitres"])
def test_a_unit_that_only_quantulum3_knows(word: str) -> None:
    assert second_opinion.unit_like(word)


@pytest.mark.parametrize("word", ["kilometres", "bananas", "hands", "Siemens", "Henry", "pt", "$", ""])
def test_a_word_not_worth_asking_about(word: str) -> None:
    assert not second_opinion.unit_like(word)


def test_an_opinion_is_a_unit_that_pint_agrees_on() -> None:
    meant = second_opinion.second_opinion("angstroms")
    assert meant == Unit("angstrom", "measure", "length", "meter", 1e-10, 0.0)


@pytest.mark.parametrize("words", ["newton dollars", "dollar bit newtons", "bananas", "", "))((", "of the"])
def test_no_opinion_is_better_than_nonsense(words: str) -> None:
    assert second_opinion.second_opinion(words) is None


def test_the_lexicons_load_without_pint_and_pandas() -> None:
    code = (
        "import sys\n"
        "import numfacts.lexicon.currencies as c, numfacts.lexicon.units as u\n"
        "u.unit_names(); u.unit_symbols(); c.currency_names()\n"
        "assert not {'pint', 'pandas'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)

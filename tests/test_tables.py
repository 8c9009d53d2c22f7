"""The fact table: one set of rules, told the same by sift and by FactTable."""

from __future__ import annotations

import sys

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_facts import any_facts, exact, fact, good_facts

from numfacts.lexicon.units import per, rows, unit
from numfacts.model.fact import Fact, columns
from numfacts.tables import rules as rules_module
from numfacts.tables.fact_table import FactTable, FactTableError, _by_columns, failures, to_frame
from numfacts.tables.sifting import rules, sift
from numfacts.units import registry

HUNDREDS = dict(value=None, decimal=None, low=100.0, high=None, base_value=None, base_low=116.5)
DATE = dict(kind="date", modifier="exact", value=None, low=None, high=None, decimal=None, unit=None)

OBEYED = {
    "more than": fact(),
    "exact": exact("200"),
    "pence": exact("0.016", unit="GBP/liter"),
    "below zero": exact("-5", kind="measure", unit="degC"),
    "hundreds": fact(modifier="approximate", **HUNDREDS),
    "at least hundreds": fact(modifier="at_least", **HUNDREDS),
    "up to": fact(modifier="at_most", low=None, high=200.0),
    "range": fact(modifier="range", value=None, decimal=None, high=300.0),
    "date": fact(**DATE),
    "score": fact(**DATE | {"kind": "score"}),
    "age in months": exact("18", kind="age", unit="month"),
    "no rate for that currency": fact(
        base_value=None, base_low=None, base_unit=None, fx_rate=None, fx_date=None, fx_source=None
    ),
    "an ambiguous sign": fact(candidates="USD|AUD|CAD"),
    "an interval": fact(period="2017/2021"),
}  # fmt: skip

BROKEN = {
    "span_is_as_long_as_its_text": fact(end=30),
    "fact_id_names_its_span": fact(fact_id="b.txt#char=17,31"),
    "text_stands_in_its_sentence": fact(sentence="The council paid £200."),
    "fact_restates_another": fact(equivalent_of="a.txt#char=17,31"),
    "kind_is_known": fact(kind="sum"),
    "modifier_is_known": fact(modifier="roughly"),
    "section_is_known": fact(section="footer"),
    "change_is_known": fact(change="up"),
    "no_cell_is_empty": fact(speaker=""),
    "text_is_unicode": fact(speaker="\ud800"),
    "numbers_are_finite": fact(value=float("inf")),
    "low_is_not_above_high": fact(low=5.0, high=3.0),
    "value_lies_within_its_bounds": fact(value=100.0),
    "modifier_agrees_with_the_bounds": fact(high=300.0),
    "date_is_no_number": fact(kind="date"),
    "decimal_is_the_value": fact(decimal="201"),
    "precision_is_not_negative": fact(precision=-1.0),
    "confidence_is_a_share": fact(confidence=1.5),
    "money_has_a_currency": fact(unit="meter"),
    "percent_has_a_percent_unit": fact(kind="percent"),
    "unit_is_known": fact(kind="measure", unit="dollar bit newton"),
    "age_is_a_lifetime": exact("131", kind="age", unit="year"),
    "base_numbers_have_a_unit": fact(base_unit=None),
    "base_numbers_are_finite": fact(base_high=float("inf")),
    "base_low_is_not_above_base_high": fact(base_high=1.0),
    "rate_has_a_day_and_a_source": fact(fx_source=None),
    "rate_is_positive": fact(fx_rate=0.0),
    "rate_day_is_a_date": fact(fx_date="2025-02-30"),
    "period_is_iso_8601": fact(period="last year"),
    "candidates_are_readings": fact(candidates="USD||CAD"),
}

MORE_BROKEN = {
    "a range with a value": ("modifier_agrees_with_the_bounds", fact(modifier="range", high=200.0)),
    "exact without a value": ("modifier_agrees_with_the_bounds", fact(modifier="exact", **HUNDREDS)),
    "approximate with half a bound": ("modifier_agrees_with_the_bounds", fact(modifier="approximate")),
    "at most from below": ("modifier_agrees_with_the_bounds", fact(modifier="at_most")),
    "a value without its decimal": ("decimal_is_the_value", fact(decimal=None)),
    "a decimal without its value": ("decimal_is_the_value", fact(**HUNDREDS | {"decimal": "200"})),
    "an exponent": ("decimal_is_the_value", fact(decimal="2e2")),
    "a compact date": ("rate_day_is_a_date", fact(fx_date="20250422")),
    "thirteen months": ("period_is_iso_8601", fact(period="2025-13")),
}  # fmt: skip


@pytest.mark.parametrize("good", OBEYED.values(), ids=OBEYED.keys())
def test_a_good_fact_is_kept(good: Fact) -> None:
    assert sift([good]) == ([good], [])
    assert len(to_frame([good])) == 1


@pytest.mark.parametrize("name", [rule.name for rule in rules()])
def test_every_rule_is_broken_by_its_example(name: str) -> None:
    kept, rejected = sift([BROKEN[name]])
    assert not kept
    assert name in {row.rule for row in rejected}


@pytest.mark.parametrize(("name", "broken"), MORE_BROKEN.values(), ids=MORE_BROKEN.keys())
def test_other_ways_to_break_a_rule(name: str, broken: Fact) -> None:
    assert name in {row.rule for row in sift([broken])[1]}


def test_a_new_function_is_a_new_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    def speaker_is_named(speaker: str | None) -> bool:
        """speaker has a name"""
        return speaker != "a spokesman"

    speaker_is_named.__module__ = rules_module.__name__
    monkeypatch.setattr(rules_module, "speaker_is_named", speaker_is_named, raising=False)
    found = rules.__wrapped__()[-1]
    assert (found.name, found.message, found.columns) == (
        "speaker_is_named",
        "speaker has a name",
        ("speaker",),
    )


def test_a_rejection_shows_the_cells_that_broke_the_rule() -> None:
    (row,) = (row for row in sift([fact(low=5.0, high=3.0)])[1] if row.rule == "low_is_not_above_high")
    assert row.fact_id == "a.txt#char=17,31"
    assert row.message == "low is not above high (low=5.0, high=3.0)"


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"value": "200"}, "value is float (value='200')"),
        ({"quoted": None}, "quoted is bool (quoted=null)"),
        ({"start": True}, "start is int (start=True)"),
        ({"text": None}, "text is str (text=null)"),
    ],
)
def test_a_wrong_type_is_told_alone(cells: dict[str, object], message: str) -> None:
    wrong = fact(fact_id="a", **cells)
    assert [row.message for row in sift([wrong])[1]] == [message]
    with pytest.raises(FactTableError, match=r"a: \w+ is"):
        to_frame([wrong])


def test_a_fact_id_is_unique() -> None:
    kept, rejected = sift([fact(), fact()])
    assert kept == [fact()]
    assert [row.rule for row in rejected] == ["fact_id_is_unique"]
    assert failures(_by_columns([fact(), fact()])) == rejected


def test_a_table_has_the_columns_of_a_fact() -> None:
    schema = FactTable.to_schema()
    dtypes = {str: "str" if pd.__version__ >= "3" else "string", int: "int64", float: "float64", bool: "bool"}
    frame = to_frame([fact()])
    assert list(schema.columns) == list(frame.columns) == [name for name, *_ in columns()]
    for name, kind, nullable, meaning in columns():
        column = schema.columns[name]
        assert (column.nullable, column.description) == (nullable, meaning)
        assert str(frame[name].dtype) == dtypes[kind]
    assert {rule.name for rule in rules()} < {check.name for check in schema.checks}


def test_an_empty_table_is_typed_and_the_order_is_kept() -> None:
    facts = [exact("3", start=40, end=54), exact("1"), exact("2", doc_id="b.txt")]
    assert to_frame([]).dtypes.equals(to_frame(facts).dtypes)
    assert to_frame(iter(facts))["decimal"].tolist() == ["3", "1", "2"]


def test_a_broken_row_is_reported_once_for_each_rule() -> None:
    frame = _by_columns(
        [fact(), fact(doc_id="b.txt", change="up", candidates="|"), fact(doc_id="c.txt", kind="x")]
    )
    assert [(row.fact_id, row.rule) for row in failures(frame)] == [
        ("b.txt#char=17,31", "change_is_known"),
        ("b.txt#char=17,31", "candidates_are_readings"),
        ("c.txt#char=17,31", "kind_is_known"),
    ]
    with pytest.raises(FactTableError, match=r"b\.txt#char=17,31: change is rise, fall"):
        to_frame([fact(change="up", doc_id="b.txt")])


def test_a_frame_with_other_columns_is_refused() -> None:
    frame = to_frame([fact()])
    assert "speaker" in failures(frame.drop(columns="speaker"))[0].message
    assert failures(frame.assign(extra=1))
    assert failures(frame[frame.columns[::-1]])


def test_half_a_surrogate_pair_is_refused_with_its_row() -> None:
    with pytest.raises(FactTableError, match="surrogate"):
        to_frame([fact(speaker="\ud800")])


def test_many_facts_are_sifted_like_one() -> None:
    """They are read some hundreds at a time."""
    facts = [fact(doc_id=f"{number}.txt") for number in range(1000)]
    facts[300], facts[700] = fact(doc_id="x.txt", change="up"), facts[10]
    kept, rejected = sift(iter(facts))
    assert kept == [*facts[:300], *facts[301:700], *facts[701:]]
    assert [(row.fact_id, row.rule) for row in rejected] == [
        ("x.txt#char=17,31", "change_is_known"),
        ("10.txt#char=17,31", "fact_id_is_unique"),
    ]


def test_a_float_of_numpy_is_a_float() -> None:
    facts = [fact(confidence=np.float64(0.5)), fact(doc_id="b.txt", change="up")]
    kept, rejected = sift(facts)
    assert (kept, [row.rule for row in rejected]) == (facts[:1], ["change_is_known"])
    assert to_frame(kept)["confidence"].tolist() == [0.5]


def lexicon_units() -> st.SearchStrategy[str]:
    """Units and base units of the lexicon, and quotients of them as it writes them."""
    units = sorted({unit(row["unit"]) for row in rows("units.csv")})
    quotients = st.builds(per, *[st.sampled_from([unit for unit in units if not unit.offset])] * 2)
    return st.builds(lambda unit, base: unit.base if base else unit.name, quotients, st.booleans()) | (
        st.sampled_from([*(unit.name for unit in units), *(unit.base for unit in units if unit.base)])
    )


@settings(deadline=None)
@given(lexicon_units())
def test_a_unit_of_the_lexicon_is_known_without_pint_and_pint_agrees(expression: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "numfacts.units", None)
        assert rules_module._parses.__wrapped__(expression)
    assert registry().parse_units(expression) is not None


@settings(max_examples=60, deadline=None)
@given(any_facts())
def test_sift_and_fact_table_agree(facts: list[Fact]) -> None:
    assert failures(_by_columns(facts)) == sift(facts)[1]


@settings(max_examples=60, deadline=None)
@given(good_facts())
def test_a_frame_holds_what_the_facts_hold(facts: list[Fact]) -> None:
    frame = to_frame(facts)
    rows = frame.astype(object).where(frame.notna(), None).itertuples(index=False, name=None)
    assert list(map(Fact._make, rows)) == facts
    pd.testing.assert_frame_equal(FactTable.validate(frame), frame)

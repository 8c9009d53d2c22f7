"""The scoring of benchmarks/: what agrees, how quantities are paired and counted, and that it counts as others do."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
sys.path.insert(0, str(ROOT / "benchmarks"))

from answers import by_an_article, unit_name  # noqa: E402
from answers.of_recognizers import Found, longest  # noqa: E402
from gold_sets import form_of  # noqa: E402
from quoted import quoted  # noqa: E402
from scoring import METRICS, Quantity, agreement, count_as_paper, count_pairs, pairs, rate, score  # noqa: E402

FARES = Quantity(5.0, "percentage", "up", ("fares",))


def test_values_agree_within_a_hair_and_ranges_by_both_bounds_in_either_order() -> None:
    assert agreement(Quantity(1e9), Quantity(1e9 + 1)) is not None
    assert agreement(Quantity(1e9), Quantity(1.001e9)) is None
    assert agreement(Quantity((3.0, 5.0)), Quantity((5.0, 3.0))) is not None
    assert agreement(Quantity((3.0, 5.0)), Quantity((3.0, 6.0))) is None
    assert agreement(Quantity((3.0, 5.0)), Quantity(4.0)) is None


def test_each_field_is_compared_without_regard_to_case() -> None:
    assert agreement(FARES, Quantity(5.0, "Percentage", "up", ("Fares",))) == (True,) * 5
    assert agreement(FARES, Quantity(5.0, "percentage", "=", ("fares", "bus"))) == (
        True,
        True,
        False,
        True,
        False,
    )
    assert agreement(FARES, Quantity(5.0)) == (True, False, False, False, False)
    assert agreement(Quantity(5.0), Quantity(5.0)) == (True,) * 5


def test_one_gold_quantity_takes_one_found_and_the_one_whose_unit_agrees() -> None:
    gold = [Quantity(2.0, "metre"), Quantity(2.0, "year")]
    found = [Quantity(2.0, "year"), Quantity(2.0, "mile"), Quantity(2.0, "metre")]
    assert [(i, j) for i, j, _ in pairs(gold, found)] == [(0, 2), (1, 0)]
    assert count_pairs(gold, found)[:2] == [2, 2]


def test_more_pairs_come_before_better_ones() -> None:
    """Pairing the first of each would agree in the unit and leave the others over, which are too far apart."""
    gold = [Quantity(7.0, "bus"), Quantity(7.00006, "tram")]
    found = [Quantity(7.00006, "bus"), Quantity(6.99995, "tram")]
    assert agreement(gold[1], found[1]) is None
    assert count_pairs(gold, found)[:2] == [2, 0]


def test_the_paper_lets_one_found_quantity_count_for_several() -> None:
    gold, found = [Quantity(2.0, "metre"), Quantity(2.0, "year")], [Quantity(2.0, "mile")]
    assert count_pairs(gold, found)[0] == 1
    assert count_as_paper(gold, found)[:2] == [2, 0]


def test_the_paper_wants_bounds_in_order_or_takes_their_middle() -> None:
    gold = [Quantity((5.0, 3.0), "mile")]
    assert count_as_paper(gold, [Quantity((3.0, 5.0), "mile")])[0] == 0
    assert count_as_paper(gold, [Quantity((3.0, 5.0), "mile")], middles=True)[0] == 1
    assert count_as_paper(gold, [Quantity(4.0, "mile")], middles=True)[0] == 1


def test_precision_recall_and_f1_are_of_all_texts_together() -> None:
    figures = score([([FARES], [FARES, Quantity(9.0)]), ([FARES, Quantity(4.0)], [Quantity(4.0, "bus")])])
    assert (figures["value"].precision, figures["value"].recall) == (pytest.approx(200 / 3),) * 2
    assert figures["value+unit"].f1.percent == pytest.approx(100 / 3)
    assert figures["value"].f1.low <= figures["value"].f1.percent <= figures["value"].f1.high


def test_an_interval_is_a_point_where_all_texts_are_alike_and_wide_where_they_are_few_and_differ() -> None:
    assert rate([1] * 20, [1] * 20) == (100.0, 100.0, 100.0)
    few, many = rate([0, 1] * 5, [1] * 10), rate([0, 1] * 500, [1] * 1000)
    assert few.percent == many.percent == 50
    assert few.low < 30 < 45 < many.low < 50 < many.high < 55 < 70 < few.high
    assert rate([0, 1], [1, 1]) == rate([0, 1], [1, 1])


# As the scorer of the gold sets counts


def told(quantity: Quantity, unit: str) -> dict[str, Any]:
    value = list(quantity.value) if isinstance(quantity.value, tuple) else quantity.value
    return {
        "value": value,
        unit: quantity.unit,
        "change": quantity.change,
        "concepts": list(quantity.concepts),
    }


def reference() -> Any:
    if not (SHARED / "eval" / "score.py").is_file():
        pytest.skip("the scorer of the gold sets is not beside the project")
    sys.path.insert(0, str(SHARED))
    return importlib.import_module("eval.score")


NUMBERS = st.sampled_from([1.0, 2.0, (1.0, 2.0), (2.0, 1.0), 1.5])
QUANTITIES = st.builds(
    Quantity,
    NUMBERS,
    st.sampled_from([None, "mile", "Mile", "year"]),
    st.sampled_from(["=", "up"]),
    st.lists(st.sampled_from(["Bus", "bus", "fare"]), max_size=2, unique=True).map(tuple),
)
LISTS = st.lists(QUANTITIES, max_size=5)


@given(LISTS, LISTS)
def test_any_text_is_counted_as_by_the_scorer_of_the_gold_sets(
    gold: list[Quantity], found: list[Quantity]
) -> None:
    scorer = reference()
    wanted, given = [told(q, "normalized_unit") for q in gold], [told(q, "unit") for q in found]
    assert count_pairs(gold, found) == scorer.count_one_to_one(wanted, given)
    for middles in (False, True):
        assert count_as_paper(gold, found, middles=middles) == scorer.count_as_paper(wanted, given, middles)


def test_a_set_is_scored_as_by_the_scorer_of_the_gold_sets() -> None:
    scorer = reference()
    texts = [
        (
            [FARES, Quantity(float(n), "bus", "=", ("lines",))],
            [FARES._replace(change="="), Quantity(n % 3 + 1.0, "bus")],
        )
        for n in range(1, 60)
    ]
    records = [
        {"id": str(n), "quantities": [told(q, "normalized_unit") for q in gold]}
        for n, (gold, _) in enumerate(texts)
    ]
    answers = {str(n): [told(q, "unit") for q in found] for n, (_, found) in enumerate(texts)}
    theirs, ours = scorer.score(records, answers)["metrics"], score(texts)
    for metric in METRICS:
        figures = ours[metric]
        assert (figures.precision, figures.recall, figures.f1.percent, figures.f1_as_paper) == pytest.approx(
            (*(theirs[metric][name] for name in ("P", "R", "F1")), theirs[metric]["paper"]["F1"])
        )
        assert (figures.f1.low, figures.f1.high) == pytest.approx(theirs[metric]["interval"], abs=1)


# Gold sets and the peers' answers


@pytest.mark.parametrize(
    ("row", "form"),
    [
        ({"text": "a 5 km walk", "quantities": [{"value": 5}]}, "quantities"),
        ({"text": "a 5 km walk", "quantities": [{"value": 5, "span": [2, 6]}]}, "values"),
        ({"text": "a 5 km walk", "expected": 5}, "values"),
        ({"text": "a 5 km walk", "expected": {"low": 5, "high": None}}, "values"),
        ({"text": "a 5 km walk", "expected": "3 miles"}, None),
        ({"text": "a 5 km walk", "spans": []}, "spans"),
        ({"sentence": "a 5 km walk"}, None),
    ],
)
def test_a_gold_set_is_told_by_its_rows(row: dict[str, Any], form: str | None) -> None:
    assert form_of([row]) == form


@pytest.mark.parametrize(
    ("system", "name", "unit"),
    [
        ("quantulum3", "dollar per litre", "dollar per litre"),
        ("quantulum3", "degree Celsius", "celsius"),
        ("quantulum3", "dimensionless", None),
        ("quantulum3", "tonne per minute of arc", "metric ton per minute"),
        ("Recognizers-Text", "Square kilometer", "square kilometre"),
        ("Recognizers-Text", "currency Pound", "pound sterling"),
    ],
)
def test_a_peers_unit_is_told_in_the_words_of_the_gold(system: str, name: str, unit: str | None) -> None:
    assert unit_name(system, name) == unit


def test_one_by_its_article_is_no_quantity() -> None:
    assert by_an_article("a year", 1)
    assert not by_an_article("one year", 1)
    assert not by_an_article("a hundred", 100)


def test_of_overlapping_answers_the_longest_stays_but_money_first() -> None:
    number, money = Found(5, 6, "number", "5", 5, None), Found(4, 6, "currency", "$5", 5, "dollar")
    inches, day = Found(5, 9, "dimension", "5 in", 5, "inch"), Found(20, 25, "date", "3 May", 0, None)
    three = Found(20, 21, "number", "3", 3, None)
    assert longest([number, inches, three, money, day]) == [money, day]
    assert longest([number, inches]) == [inches]


def test_quoted_figures_are_of_known_metrics_and_say_where_they_are_from() -> None:
    import quoted as module

    tables = {name: table for name, table in module._tables().items() if name != "source"}
    assert "EMNLP 2023" in module.source()
    assert {metric for table in tables.values() for row in table.values() for metric in row} <= set(METRICS)
    assert quoted("newsquant", "value")["CQE"] == 92.0
    assert quoted("newsquant", "value+change") == {"CQE": 88.1}
    assert quoted("another", "value") == {}
    assert json.dumps(tables)

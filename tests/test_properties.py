"""The laws that hold for any text: spans slice to their text, nothing overlaps, batches change nothing.

Texts are arbitrary, or put together from pieces of news.  A law that a text breaks is told by ``breaches``.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from numfacts import extract, extract_many
from numfacts.model import KINDS, Document, Fact
from numfacts.pipeline import EXPORTED_KINDS, explain, exported
from numfacts.tables.sifting import sift

DAY = "2025-04-22"
NUMBERS = """1 5 12 1,000 10,470 3.5 0.016 2019 1999 31 12.5m 8.98bn 400k 1/2 ½ 3½ 007 1.2.3 1,00 1e5 -5 −5 one twelve
twenty-two a hundred thousand million dozen dozens hundreds half quarter third two-thirds first 22nd twice doubled
once tenfold nil 3-1 76-54 6ft 14st 110km/h 12:30""".split()
SIGNS = """£ $ € ₹ ¥ A$ US$ % p ° C km kg mph people houses cars years year-old old hours minutes per cent percent
percentage points basis GDP euros dollars pounds pence litre a week miles metres degrees times votes games euros
births March Thursday Monday 2020s G7 Covid-19 FTSE A38 Boeing""".split()
WORDS = """about around nearly more than less at least up to over under or so from between and of in every out the said
rose fell to by was were had is after before since until about ago last this next per for on each who which that
Spain Ann Lee Ministry Bank of England Mr. killed injured worth a an number some only than no fewer as many""".split()
MARKS = [*".,;:!?-–—'’\"“”()[]/|*#@&+=_<>~", "\n", "\n\n", "\n- ", "\n# ", "\t", "\r\n"]
MARKS += ["\u00a0", "\u2009", "\u00ad", "\u200b"]  # spaces that do not break, are thin, have no width

pieces = st.sampled_from([*NUMBERS, *SIGNS, *WORDS, *MARKS])
news = st.lists(st.tuples(pieces, st.sampled_from([" ", " ", " ", ""])), max_size=40).map(
    lambda parts: "".join(piece + gap for piece, gap in parts)
)
texts = st.one_of(st.text(max_size=200), news)
locales = st.sampled_from([None, "en-GB", "en-US", "en-AU", "en-IN", "de-DE", "fr-CH"])


def breaches(text: str, **known: Any) -> list[str]:
    """-> the laws that the facts of a text break, a line each."""
    facts = extract(text, **known)
    told = [
        f"{fact!r} is not what stands there" for fact in facts if text[fact.start : fact.end] != fact.text
    ]
    told += [f"{one!r} runs into {other!r}" for one, other in pairwise(facts) if one.end > other.start]
    told += [f"{row.fact_id}: {row.message}" for row in sift(facts)[1]]
    ids = {fact.fact_id for fact in facts}
    told += [
        f"{fact!r} restates no fact" for fact in facts if fact.equivalent_of and fact.equivalent_of not in ids
    ]
    return told


def moved(facts: list[Fact], by: int = 0, doc_id: str = "text") -> list[tuple[Any, ...]]:
    """-> facts as they would be in another document, or further down in this one."""

    def new_id(fact_id: str) -> str:
        start, end = map(int, fact_id.rpartition("=")[2].split(","))
        return f"{doc_id}#char={start + by},{end + by}"

    return [
        fact._replace(
            fact_id=new_id(fact.fact_id), doc_id=doc_id, start=fact.start + by, end=fact.end + by,
            equivalent_of=fact.equivalent_of and new_id(fact.equivalent_of),
        )
        for fact in facts
    ]  # fmt: skip


# What holds for every text


@given(texts, locales, st.sampled_from([None, DAY]))
@settings(max_examples=400)
def test_facts_stand_where_they_say_in_order_and_obey_the_rules(
    text: str, locale: str | None, published: str | None
) -> None:
    assert breaches(text, locale=locale, published=published) == []


@given(texts)
def test_what_is_read_and_what_is_left_unread_do_not_overlap(text: str) -> None:
    marks = explain(Document(text))
    assert [(one, other) for one, other in pairwise(marks) if one.end > other.start] == []


@given(st.lists(texts, max_size=4))
def test_a_text_gives_the_same_facts_alone_and_in_a_batch(batch: list[str]) -> None:
    alone = [
        fact for number, text in enumerate(batch, start=1) for fact in extract(text, doc_id=f"text-{number}")
    ]
    assert list(extract_many(batch)) == alone


@given(texts, st.lists(texts, max_size=2))
def test_reading_other_texts_before_changes_nothing(text: str, others: list[str]) -> None:
    first = extract(text)
    for other in others:
        extract(other)
    assert extract(text) == first


@given(texts)
def test_what_is_exported_is_in_order_and_of_the_kinds_asked_for(text: str) -> None:
    facts = extract(text)
    kept = exported(facts)
    assert kept == [fact for fact in facts if fact in kept]
    assert {fact.kind for fact in kept} <= EXPORTED_KINDS
    assert exported(facts, frozenset(KINDS), boilerplate=True) == facts


SENTENCES = [
    "The council paid more than £200 to twelve people on Monday.",
    "Sales rose 5% to £12.5m from £11.9m, Ann Lee said.",
    "“We have lost 40 of our 120 houses,” said the mayor, Dr Ivo Petrenko, 63.",
    "About two-thirds of the 1,400 voters were under 30.",
    "The bridge is 210 metres long and cost €48.5m (£42m).",
    "Rovers won 3-1 at home for the third time in a row.",
    "Rain fell for 36 hours, and the river rose by 1.6 metres.",
    "Deaths fell to 3.2 per 1,000 births, the lowest rate since 2019.",
]


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3), st.sampled_from(SENTENCES))
def test_another_paragraph_changes_no_fact_of_those_before_it(story: list[str], more: str) -> None:
    text = " ".join(story)
    with_more = extract(f"{text}\n\n{more}", published=DAY)
    assert [fact for fact in with_more if fact.end <= len(text)] == extract(text, published=DAY)


@given(st.sampled_from(SENTENCES), st.integers(1, 5))
def test_empty_lines_above_move_the_facts_down_and_change_nothing_else(sentence: str, lines: int) -> None:
    below = extract("\n" * lines + sentence, published=DAY)
    assert below == moved(extract(sentence, published=DAY), by=lines)


# A number that is written and read back is the same number

counts = st.one_of(st.integers(2, 1200), st.integers(2, 10**12))
hundredths = st.decimals(Decimal("0.01"), Decimal(10) ** 9, places=2)
SCALES = {"": 1, "k": 10**3, "m": 10**6, "bn": 10**9, "tn": 10**12}
SCALES |= {" million": 10**6, " billion": 10**9, " trillion": 10**12}


def only_fact(text: str) -> Fact:
    facts = [fact for fact in extract(text) if fact.kind not in ("date", "ordinal")]
    assert len(facts) == 1, facts
    return facts[0]


@given(number=counts)
@pytest.mark.parametrize("sentence", ["They helped {} people.", "{} houses were lost.", "It has {} members"])
@pytest.mark.parametrize("form", ["{:,}", "{}"])
def test_a_count_is_read_back(number: int, form: str, sentence: str) -> None:
    fact = only_fact(sentence.format(form.format(number)))
    assert (fact.kind, fact.decimal, fact.modifier) == ("count", str(number), "exact")
    assert fact.text.startswith(form.format(number))


@given(number=hundredths, scale=st.sampled_from(sorted(SCALES)))
@pytest.mark.parametrize(
    ("form", "unit"),
    [
        ("£{}", "GBP"),
        ("€{}", "EUR"),
        ("US${}", "USD"),
        ("{} euros", "EUR"),
        ("₹{}", "INR"),
        ("CHF {}", "CHF"),
    ],
)
def test_an_amount_of_money_is_read_back(number: Decimal, scale: str, form: str, unit: str) -> None:
    assume(not (scale and scale.strip() == scale and form.startswith("{}")))  # "5m euros" is seldom written
    fact = only_fact(f"It cost {form.format(f'{number:,}{scale}')} in all.")
    assert (fact.kind, fact.unit) == ("money", unit)
    assert Decimal(fact.decimal or "nan") == number * SCALES[scale]


@given(number=st.decimals(Decimal("0.1"), Decimal(999), places=1))
@pytest.mark.parametrize(
    ("form", "unit"),
    [
        ("{}%", "percent"),
        ("{} per cent", "percent"),
        ("{} percentage points", "percentage_point"),
        ("{} basis points", "basis_point"),
        ("{}km", "kilometer"),
        ("{} kilograms", "kilogram"),
        ("{} metres", "meter"),
        ("{} hours", "hour"),
        ("{} mph", "mile / hour"),
    ],
)
def test_a_number_with_a_unit_is_read_back(number: Decimal, form: str, unit: str) -> None:
    fact = only_fact(f"It was {form.format(number)} on the day.")
    assert fact.unit == unit
    assert Decimal(fact.decimal or "nan") == number


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_a_range_keeps_both_bounds(one: int, other: int) -> None:
    assume(one < other)
    fact = only_fact(f"It cost between £{one:,} and £{other:,} in all.")
    assert (fact.modifier, fact.value, fact.low, fact.high) == ("range", None, float(one), float(other))


ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen""".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_words(number: int) -> str:
    """``1_204_022`` -> "one million two hundred and four thousand and twenty-two"."""
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            join = " and " if 0 < rest < 100 else " "
            return f"{in_words(number // size)} {name}{join + in_words(rest) if rest else ''}"
    if number < 20:
        return ONES[number]
    return TENS[number // 10 - 2] + (f"-{ONES[number % 10]}" if number % 10 else "")


@given(st.one_of(st.integers(2, 200), st.integers(2, 10**12 - 1)))
def test_a_number_in_words_is_read_back(number: int) -> None:
    fact = only_fact(f"They helped {in_words(number)} people.")
    assert (fact.kind, fact.decimal) == ("count", str(number))


@given(st.integers(2, 900), st.integers(100, 999))
def test_a_model_number_inside_what_is_counted_is_no_second_count(number: int, model: int) -> None:
    fact = only_fact(f"They parked {number} new {model} Max jets.")
    assert (fact.decimal, fact.counted) == (str(number), f"new {model} Max jets")

"""Runs tests/cases/*.toml: one table is one meaning, several wordings, guillemets mark the span.

    [one_million_pounds]
    means = { kind = "money", value = "1000000", unit = "GBP" }
    written = ["a «£1m» grant"]                 # exactly this span is read, and means that

    [weight_is_not_money]
    silent = ["Her code name was B12."]         # no fact of any kind
    silent_kind = ["two pounds of flour"]       # in a kind's file: none of this kind

``published`` and ``locale`` set the document's; ``""`` under ``means`` stands for null, ``not_`` before a
column wants another cell, ``equivalent_of`` gives the text of the other fact.
"""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from numfacts.model.document import Document
from numfacts.model.fact import KINDS, Fact

CASES = Path(__file__).parent / "cases"
# These files have a shape and a test of their own.
OTHER_TESTS_READ = {"sentences", "page_furniture", "seeds"}
LEFT_OUT_OF_EXPORTS = {"ordinal", "date"}
FILES = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
    for path in sorted(CASES.glob("*.toml"))
    if path.stem not in OTHER_TESTS_READ
}
SENTENCE_KEYS = ("written", "silent", "silent_kind")
CASE_KEYS = {*SENTENCE_KEYS, "means", "published", "locale"}


def sentences(key: str) -> list[Any]:
    """-> a pytest parameter (file stem, case, sentence) for every sentence under that key."""
    return [
        pytest.param(stem, case, sentence, id=f"{stem}:{name}:{number}")
        for stem, cases in FILES.items()
        for name, case in cases.items()
        for number, sentence in enumerate(case.get(key, []))
    ]


def facts_of(text: str, case: dict[str, Any]) -> list[Fact]:
    from numfacts import pipeline

    published = case.get("published")
    document = Document(
        text,
        locale=case.get("locale"),
        published=date.fromisoformat(published) if published else None,
    )
    return list(pipeline.facts_of(document, pipeline.Settings()))


def unmarked(sentence: str) -> tuple[str, int, int]:
    """``"a «£1m» grant"`` -> ``("a £1m grant", 2, 5)``."""
    before, _, rest = sentence.partition("«")
    marked, closed, after = rest.partition("»")
    assert closed, f"no mark in: {sentence}"
    assert "«" not in after + marked, f"more than one mark in: {sentence}"
    return before + marked + after, len(before), len(before) + len(marked)


def same(key: str, wanted: Any, found: Any) -> bool:
    """Numbers as numbers, text as text; ``""`` is null.

    Left open, since the contract says nothing of it: the case of a first letter and the article of what is
    counted or shared; a title before a name ("Dr Naomi Estrella"); unlikely candidates after the likely ones.
    """
    if wanted == "":
        return found is None
    if found is None or isinstance(found, bool) or isinstance(wanted, bool):
        return wanted is found
    if isinstance(found, float | int):
        return float(wanted) == pytest.approx(found, rel=1e-6, abs=1e-12)
    if key in ("counted", "denominator", "measured_entity", "speaker"):
        wanted, found = (str(cell).casefold().removeprefix("the ") for cell in (wanted, found))
    if key in ("measured_entity", "speaker") and found.endswith(f" {wanted}"):
        return True
    if key == "candidates" and found.startswith(f"{wanted}|"):
        return True
    return str(wanted) == str(found)


def reading(fact: Fact, key: str, facts: list[Fact]) -> Any:
    column = key.removeprefix("not_")
    if column == "equivalent_of":
        return next((other.text for other in facts if other.fact_id == fact.equivalent_of), None)
    return getattr(fact, column)


def differences(fact: Fact, means: dict[str, Any], facts: list[Fact]) -> list[str]:
    """-> one line per key of ``means`` that the fact does not agree with."""
    found = {key: reading(fact, key, facts) for key in means}
    return [
        f"{key}: wanted {wanted!r}, read {found[key]!r}"
        for key, wanted in means.items()
        if same(key.removeprefix("not_"), wanted, found[key]) == key.startswith("not_")
    ]


def told(facts: list[Fact]) -> str:
    return "".join(f"\n    {fact!r} [{fact.rule}]" for fact in facts) or " nothing"


@pytest.mark.parametrize(("stem", "case", "sentence"), sentences("written"))
def test_a_wording_is_read(stem: str, case: dict[str, Any], sentence: str) -> None:
    text, start, end = unmarked(sentence)
    facts = facts_of(text, case)
    fact = next((fact for fact in facts if (fact.start, fact.end) == (start, end)), None)
    if fact is None:
        pytest.fail(
            f"\n  {sentence}\n  wanted a fact at the mark: {case['means']}\n  read:{told(facts)}",
            pytrace=False,
        )
    wrong = differences(fact, case["means"], facts)
    if wrong:
        pytest.fail(f"\n  {sentence}\n  " + "\n  ".join(wrong) + f"\n  read:{told(facts)}", pytrace=False)


@pytest.mark.parametrize(("stem", "case", "sentence"), sentences("silent"))
def test_no_fact_is_read(stem: str, case: dict[str, Any], sentence: str) -> None:
    facts = [fact for fact in facts_of(sentence, case) if fact.kind not in LEFT_OUT_OF_EXPORTS]
    if facts:
        pytest.fail(f"\n  {sentence}\n  wanted no fact\n  read:{told(facts)}", pytrace=False)


@pytest.mark.parametrize(("stem", "case", "sentence"), sentences("silent_kind"))
def test_no_fact_of_this_kind_is_read(stem: str, case: dict[str, Any], sentence: str) -> None:
    facts = [fact for fact in facts_of(sentence, case) if fact.kind == stem]
    if facts:
        pytest.fail(f"\n  {sentence}\n  wanted no {stem}\n  read:{told(facts)}", pytrace=False)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_cases_that_fire_and_cases_that_stay_silent(kind: str) -> None:
    cases = FILES.get(kind, {}).values()
    assert any(case.get("written") and case["means"]["kind"] == kind for case in cases), (
        f"{kind}.toml: none that fires"
    )
    assert any(case.get("silent") or case.get("silent_kind") for case in cases), (
        f"{kind}.toml: none that is silent"
    )


@pytest.mark.parametrize("stem", FILES)
def test_a_case_file_is_well_formed(stem: str) -> None:
    known = {*Fact._fields, *(f"not_{column}" for column in Fact._fields)}
    for name, case in FILES[stem].items():
        assert set(case) <= CASE_KEYS, f"{stem}:{name}: unknown keys {sorted(set(case) - CASE_KEYS)}"
        assert any(case.get(key) for key in SENTENCE_KEYS), f"{stem}:{name}: no sentences"
        assert ("means" in case) == ("written" in case), f"{stem}:{name}: means and written go together"
        assert set(case.get("means", {})) <= known, (
            f"{stem}:{name}: {sorted(set(case['means']) - known)} no columns"
        )
        assert case.get("means", {}).get("kind", "number") in KINDS, f"{stem}:{name}: unknown kind"
        assert "silent_kind" not in case or stem in KINDS, (
            f"{stem}:{name}: silent_kind belongs in a kind's file"
        )
        for sentence in case.get("written", []):
            unmarked(sentence)

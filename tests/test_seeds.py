"""Reads the sample stories in seeds/ and looks for the facts that tests/cases/seeds.toml wants of them.

["war-truce.md"]
# a fact that agrees with this:
facts = [{ text = "10,000", kind = "count", counted = "missiles and drones" }]
# the same, outside the story:
boilerplate = [{ text = "50 seconds" }]
"""

from __future__ import annotations

import tomllib
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from test_cases import CASES, differences, told

from numfacts.model.fact import Fact

SEEDS = Path(__file__).parent.parent / "seeds"
STORIES = {
    path.name: path
    for path in sorted(SEEDS.iterdir())
    if path.suffix in {".md", ".txt"} and path.stem != "README"
}
WANTED = tomllib.loads((CASES / "seeds.toml").read_text(encoding="utf-8"))


@cache
def facts_in(name: str) -> tuple[Fact, ...]:
    from numfacts import pipeline
    from numfacts.documents import read

    return tuple(
        fact for document in read(STORIES[name]) for fact in pipeline.facts_of(document, pipeline.Settings())
    )


def wanted_facts() -> list[Any]:
    return [
        pytest.param(name, {**wanted, **section}, id=f"{name}:{wanted['text']}:{number}")
        for name, expectations in WANTED.items()
        for key, section in (
            ("facts", {"not_section": "boilerplate"}),
            ("boilerplate", {"section": "boilerplate"}),
        )
        for number, wanted in enumerate(expectations.get(key, []))
    ]


@pytest.mark.parametrize(("name", "wanted"), wanted_facts())
def test_a_fact_of_a_sample_story_is_read(name: str, wanted: dict[str, Any]) -> None:
    facts = list(facts_in(name))
    means = {key: cell for key, cell in wanted.items() if key not in ("text", "near")}
    near = [fact for fact in facts if fact.text == wanted["text"] and wanted.get("near", "") in fact.sentence]
    readings = [(fact, differences(fact, means, facts)) for fact in near]
    if any(not wrong for _, wrong in readings):
        return
    head = f"\n  seeds/{name}: “{wanted['text']}”\n  "
    if readings:
        lines = [f"in “{' '.join(fact.sentence.split())}”: " + "; ".join(wrong) for fact, wrong in readings]
        pytest.fail(head + "\n  ".join(lines), pytrace=False)
    overlapping = [fact for fact in facts if wanted["text"] in fact.text or fact.text in wanted["text"]]
    pytest.fail(head + f"was not read; similar:{told(overlapping)}", pytrace=False)


@pytest.mark.parametrize("name", STORIES)
def test_spans_slice_to_their_text(name: str) -> None:
    text = STORIES[name].read_text(encoding="utf-8")
    for fact in facts_in(name):
        assert text[fact.start : fact.end] == fact.text


@pytest.mark.parametrize("name", STORIES)
def test_no_two_facts_overlap(name: str) -> None:
    facts = sorted(facts_in(name), key=lambda fact: fact.start)
    for one, other in pairwise(facts):
        assert one.end <= other.start, f"{one!r} overlaps {other!r}"


def test_every_sample_story_has_expectations() -> None:
    assert set(WANTED) == set(STORIES)
    for name, expectations in WANTED.items():
        assert len(expectations["facts"]) >= 12, name
        text = STORIES[name].read_text(encoding="utf-8")
        for wanted in expectations["facts"] + expectations.get("boilerplate", []):
            assert wanted["text"] in text, f"{name}: {wanted['text']} is not in the story"
            assert wanted.get("near", "") in text, f"{name}: {wanted['near']} is not in the story"

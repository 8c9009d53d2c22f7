"""The checks: the examples of their pages, and the cases of tests/checks/, one file a check.

In a text of ``flags`` the check says something; in one of ``silent`` no check says anything.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import numfacts as nf
from numfacts.checks import checks
from numfacts.model import SEVERITIES, VERDICTS

CASES = Path(__file__).parent / "checks"
WISHES = {"flags", "silent", "severity", "published", "locale", "message"}
NEEDS_SHEET = "\nSheet:\n"
EXAMPLES = re.compile(r"^(?P<title>Flagged|Passes):\n(?P<lines>(?: {4}.+\n?)+)", re.MULTILINE)


def cases() -> Iterator[Any]:
    for path in sorted(CASES.glob("*.toml")):
        for name, case in tomllib.loads(path.read_text(encoding="utf-8")).items():
            assert not case.keys() - WISHES, f"{path.name} [{name}]: {sorted(case.keys() - WISHES)}"
            for text in case.get("flags", ()):
                yield pytest.param(path.stem, case, text, True, id=f"{path.stem}-{name}-{text[:60]}")
            for text in case.get("silent", ()):
                yield pytest.param(path.stem, case, text, False, id=f"{path.stem}-{name}-silent-{text[:60]}")


@pytest.mark.parametrize(("check_id", "case", "text", "fires"), list(cases()))
def test_case(check_id: str, case: dict[str, Any], text: str, fires: bool) -> None:
    found = nf.check(text, published=case.get("published"), locale=case.get("locale"))
    if not fires:
        assert found == []
        return
    here = [finding for finding in found if finding.check_id == check_id]
    assert [finding.severity for finding in here] == [case.get("severity", "error")], found
    assert case.get("message", "") in here[0].message


@pytest.mark.parametrize("check_id", checks())
def test_the_page_of_a_check_is_true(check_id: str) -> None:
    check = checks()[check_id]
    examples = {match["title"]: match["lines"].splitlines() for match in EXAMPLES.finditer(check.page + "\n")}
    assert set(examples) == {"Flagged", "Passes"}
    if NEEDS_SHEET in check.page:
        return  # tests/test_references.py runs its examples
    for line in examples["Flagged"]:
        assert check_id in [finding.check_id for finding in nf.check(line.strip())], line
    for line in examples["Passes"]:
        assert nf.check(line.strip()) == [], line


@pytest.mark.parametrize("check_id", checks())
def test_a_check_has_cases_that_fire_and_cases_that_stay_silent(check_id: str) -> None:
    if NEEDS_SHEET in checks()[check_id].page:
        return  # they are in tests/references.toml
    told = tomllib.loads((CASES / f"{check_id}.toml").read_text(encoding="utf-8")).values()
    assert any(case.get("flags") for case in told)
    assert any(case.get("silent") for case in told)


def test_a_finding_is_sound() -> None:
    text = "A line.\n\nSales rose 20% to £50m from £40m.\n"
    (finding,) = nf.check(text, doc_id="a.md")
    assert (finding.check_id, finding.severity, finding.doc_id) == ("percent-change", "error", "a.md")
    assert text[finding.start : finding.end] == "20%"
    assert (finding.line, finding.column) == (3, 12)
    assert finding.message == "£40m to £50m is a rise of 25%, not 20%"
    assert finding.severity in SEVERITIES
    assert finding.verdict in VERDICTS
    assert finding.recomputed_low is not None
    assert finding.recomputed_high is not None
    assert finding.recomputed_low < 25 < finding.recomputed_high


def test_facts_alone_give_the_findings_of_their_text() -> None:
    text = (
        "It is so.\n\nSales rose 20% to £50m from £40m. Costs fell 5%.\n\nSales rose 20% to £50m from £40m."
    )
    told = [(found.check_id, found.start, found.message) for found in nf.check(text)]
    assert [(found.check_id, found.start, found.message) for found in nf.check(nf.extract(text))] == told
    assert len(told) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Of 60 grains seen so far, 24 of them, or 55%, were round.",
        "The board upheld 30 of the 120 complaints (40%).",
    ],
)
def test_a_share_is_in_one_relation(text: str) -> None:
    assert len([relation for relation in nf.relate(text) if type(relation).__name__ == "Share"]) == 1

"""The checks on texts with slips that others seeded: no fewer are found than recorded, and clean ones stay clean."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"
sys.path.insert(0, str(BENCHMARKS))

import slips  # noqa: E402

RECORDED = {"first": (156, 46), "second": (123, 49), "third": (87, 29)}  # short texts, stories


@pytest.mark.parametrize("name", RECORDED)
def test_slips_are_found_and_clean_texts_are_left_alone(name: str) -> None:
    cases, stories = slips.score_cases(slips.SETS / name), slips.score_stories(slips.SETS / name)
    assert cases.false + stories.false == []
    assert cases.found.total() >= RECORDED[name][0], cases.missed
    assert stories.found.total() >= RECORDED[name][1], stories.missed


def test_every_check_that_needs_no_sheet_has_slips() -> None:
    from numfacts.checks import checks

    needed = {check.id for check in checks().values() if not check.optional} - {"reference"}
    for name in RECORDED:
        assert set(slips.score_cases(slips.SETS / name).slips) == needed

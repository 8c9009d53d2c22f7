"""Findings as one JSON array of objects, an object a line.

``[{"check_id": "share", "severity": "error", …, "line": 3, "column": 9, "message": "…", "fact_ids": ["…"], …}]``
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import BinaryIO

from numfacts.model.finding import Checked, Finding, Rule
from numfacts.outputs.json_parts import listing
from numfacts.silencing.fingerprints import fingerprint

FORMAT = "json"
SUFFIXES = (".json",)


@contextmanager
def writing(stream: BinaryIO, rules: Mapping[str, Rule]) -> Iterator[Callable[[Checked], None]]:
    """Yields a function that appends an object a finding; a bound that is open is null."""
    with listing(stream, []) as append_objects:

        def append(checked: Checked) -> None:
            append_objects(
                {**_columns(found), "fingerprint": fingerprint(checked.document, found)}
                for found in checked.findings
            )

        yield append


def _columns(finding: Finding) -> dict[str, object]:
    low, high = finding.recomputed_low, finding.recomputed_high
    return finding._asdict() | {"recomputed_low": _bound(low), "recomputed_high": _bound(high)}


def _bound(bound: float | None) -> float | None:
    return bound if bound is not None and math.isfinite(bound) else None

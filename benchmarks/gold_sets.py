"""A gold set as JSON Lines, told by what its rows hold.

    {"id": "a", "text": "Fares rose 5%.", "quantities": [{"value": 5, "normalized_unit": "percentage"}]}
        all quantities of the text, so that what is found beside them is wrong: precision, recall, F1
    {"text": "about 300 metres", "quantities": [{"value": 300, "span": [6, 16]}]}   or   {…, "expected": 300}
        quantities of one kind, or the one of a test: only recall means something
    {"text": "It costs £5.", "spans": [{"label": "MONEY", "start": 9, "end": 11}]}
        places: whether something is found there

``value`` is a number or ``[low, high]``; null is left out.  ``change`` (= ~ < > up down) and ``concepts`` (words) may
be given.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from scoring import METRICS, Quantity
from values import expected

FORMS = ("quantities", "values", "spans")
FIELDS = {"value+unit": "normalized_unit", "value+change": "change",
          "value+concept partial": "concepts", "value+concept complete": "concepts"}  # fmt: skip
UNSCORED = "DATE"  # a label of spans: numfacts exports no dates


class GoldSet(NamedTuple):
    """The rows of one file, and how they are to be scored."""

    name: str
    path: Path
    form: str  # one of FORMS
    rows: list[dict[str, Any]]

    def metrics(self) -> list[str]:
        """-> those whose field some quantity of an all-quantities set has."""
        given = {field for row in self.rows for quantity in row["quantities"] for field in quantity}
        return [metric for metric in METRICS if metric == "value" or FIELDS[metric] in given]


class Span(NamedTuple):
    """A place of a text that a set of spans labels."""

    label: str
    start: int
    end: int


def find(gold: Path) -> tuple[list[GoldSet], list[str]]:
    """-> the sets of a file or folder in alphabetical order, and the names of files that are of no form.

    SystemExit where there is no set at all.
    """
    paths = sorted(gold.glob("*.jsonl")) if gold.is_dir() else [gold] if gold.is_file() else []
    read = [(path, _rows(path)) for path in paths]
    sets = [
        GoldSet(path.stem, path, form, rows) for path, rows in read if (form := form_of(rows)) is not None
    ]
    if not sets:
        raise SystemExit(f"{gold}: no gold set of a form that benchmarks/gold_sets.py tells")
    known = {found.path for found in sets}
    return sets, [path.stem for path in paths if path not in known]


def _rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def form_of(rows: list[dict[str, Any]]) -> str | None:
    """-> one of FORMS, or None for rows of another kind."""
    if not rows or any("text" not in row for row in rows):
        return None
    if any("spans" in row for row in rows):
        return "spans"
    if all("quantities" in row for row in rows):
        placed = any("span" in quantity for row in rows for quantity in row["quantities"])
        return "values" if placed else "quantities"
    return "values" if any(True for row in rows for _ in expected(row)) else None


def quantities(row: dict[str, Any]) -> Iterator[Quantity]:
    """-> the gold quantities of a row, but those without a value."""
    for entry in row["quantities"]:
        value = entry["value"]
        if value is not None:
            yield Quantity(
                (value[0], value[1]) if isinstance(value, list) else value,
                entry.get("normalized_unit"),
                entry.get("change"),
                tuple(entry.get("concepts") or ()),
            )


def spans(row: dict[str, Any]) -> Iterator[Span]:
    """-> the labelled places of a row that are scored."""
    for entry in row["spans"]:
        if entry["label"] != UNSCORED:
            yield Span(entry["label"], entry["start"], entry["end"])

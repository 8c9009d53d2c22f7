"""Findings as a baseline, written whole or not at all.

``with recording(Path("old.json")) as record: record(checked)``
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from numfacts.model.finding import Checked
from numfacts.outputs.atomic import naming, replacing
from numfacts.silencing.baseline import Entry, baseline_text, counted


@contextmanager
def recording(path: Path) -> Iterator[Callable[[Checked], None]]:
    """Yields a function that takes a document's findings; the file appears when all went well.  Raises OutputError."""
    found: dict[Entry, tuple[int, str]] = {}

    def record(checked: Checked) -> None:
        for entry, (count, message) in counted([checked]).items():
            before, first = found.get(entry, (0, message))
            found[entry] = before + count, first

    with replacing(path) as stream:
        yield record
        with naming(path):
            stream.write(baseline_text(found).encode("utf-8"))

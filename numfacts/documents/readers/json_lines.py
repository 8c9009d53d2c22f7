"""JSON Lines: a document a line, read as a stream.

``{"id": "a7", "text": "Fares rose 5%."}`` is the document ``a7`` if the id column is ``id``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from numfacts.documents.sources import Options, Source
from numfacts.documents.table_rows import documents, wanted_columns
from numfacts.model import Document, DocumentError

SUFFIXES = (".jsonl", ".ndjson")


def read(source: Source, options: Options) -> Iterator[Document]:
    """Objects may leave columns out; a column that no object has is an error.  Rows are counted as lines."""
    yield from documents(_rows(source, options), source, options)


def _rows(source: Source, options: Options) -> Iterator[tuple[int, dict[str, Any]]]:
    columns: dict[str, None] = {}  # in the order in which they are met
    with source.open(options) as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except (ValueError, RecursionError) as error:
                options.on_error(DocumentError(source.name, f"not JSON ({error})", f"line {number}"))
                continue
            if not isinstance(row, dict):
                options.on_error(DocumentError(source.name, "not a JSON object", f"line {number}"))
                continue
            columns.update(dict.fromkeys(row))
            yield number, row
    if columns:
        wanted_columns(columns, source, options)

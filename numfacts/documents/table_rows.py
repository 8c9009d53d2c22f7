"""Rows of a table of texts as documents: the same columns in CSV, Parquet and JSON Lines.

``{"id": "a7", "text": "Fares rose 5%.", "lang": "en-GB"}`` is the document ``a7`` if the id column is ``id``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from numfacts.documents.sources import Options, Source
from numfacts.documents.written_dates import read_date
from numfacts.model import Document, DocumentError


class NoTextColumnError(DocumentError):
    """A table of something else than texts."""


def wanted_columns(columns: Iterable[str], source: Source, options: Options) -> list[str]:
    """-> those of ``columns`` that make a document; DocumentError where one that was asked for is missing."""
    there = list(columns)
    for column in (options.text_column, options.id_column, options.published_column):
        if column is not None and column not in there:
            error = NoTextColumnError if column == options.text_column else DocumentError
            raise error(
                source.name, f"no column {column!r}; there are {', '.join(map(repr, there)) or 'none'}"
            )
    told = {
        options.text_column,
        options.id_column,
        options.published_column or "published",
        "lang",
        "locale",
        "title",
    }
    return [column for column in there if column in told]


def documents(
    rows: Iterable[tuple[int, Mapping[str, Any]]], source: Source, options: Options
) -> Iterator[Document]:
    """-> a document of each row that has a text; the rows that have none are counted in one warning.

    Without an id column a row is named ``<path>#row=<n>``.
    """
    empty = 0
    undated = 0
    for number, row in rows:
        text = row.get(options.text_column)
        if text is None:
            empty += 1
            continue
        if not isinstance(text, str):
            cause = f"the column {options.text_column!r} holds no text but {text!r:.40}"
            options.on_error(DocumentError(source.name, cause, f"row {number}"))
            continue
        given = row.get(options.id_column) if options.id_column else None
        written = row.get(options.published_column or "published")
        published = read_date(written)
        undated += published is None and written is not None and bool(str(written).strip())
        yield Document(
            text,
            f"{source.name}#row={number}" if given is None or given == "" else str(given),
            published or options.published,
            _told(row, "lang") or _told(row, "locale") or options.locale,
            _told(row, "title"),
        )
    if empty:
        options.warn(f"{source.name}: {empty} row{'s' if empty > 1 else ''} without text skipped")
    if undated:
        options.warn(
            f"{source.name}: the date of {undated} row{'s' if undated > 1 else ''} is none that is known"
        )


def _told(row: Mapping[str, Any], column: str) -> str | None:
    cell = row.get(column)
    return (cell.strip() or None) if isinstance(cell, str) else None

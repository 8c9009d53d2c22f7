"""Separated values: a document a row, read as a stream.

``id;text`` and ``a7;Fares rose 5%.`` are the document ``a7`` if the id column is ``id``.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import TextIO

from numfacts.documents.sources import Options, Source
from numfacts.documents.table_rows import documents, wanted_columns
from numfacts.model import Document, DocumentError

SUFFIXES = (".csv", ".tsv")

_DELIMITERS = (",", ";", "\t", "|")
_LONGEST_CELL = 2**31 - 1  # the largest limit that `csv` takes on every platform; its own is 128 KB


def read(source: Source, options: Options) -> Iterator[Document]:
    """The first row is the header, and is row 1 of the ids that RFC 7111 gives: its own example reads
    ``#row=4`` of a table with a header as the third row of data (section 2.1).
    """
    csv.field_size_limit(_LONGEST_CELL)
    with source.open(options) as file:
        opening = file.readline()
        delimiter = _delimiter(opening, options)
        header = next(csv.reader([opening], delimiter=delimiter), [])
        wanted_columns(header, source, options)
        yield from documents(_rows(file, header, delimiter, source, options), source, options)


def _delimiter(opening: str, options: Options) -> str:
    """-> the delimiter under which the header has the text column, else the commonest in it."""
    for delimiter in _DELIMITERS:
        if options.text_column in next(csv.reader([opening], delimiter=delimiter), []):
            return delimiter
    return max(_DELIMITERS, key=opening.count)


def _rows(
    file: TextIO, header: list[str], delimiter: str, source: Source, options: Options
) -> Iterator[tuple[int, dict[str, str | None]]]:
    rows = csv.reader(file, delimiter=delimiter)
    number = 1
    while True:
        number += 1
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            options.on_error(DocumentError(source.name, str(error), f"row {number}"))
            continue
        if len(cells) == len(header):
            yield number, {column: cell or None for column, cell in zip(header, cells, strict=True)}
        elif cells:
            cause = f"{len(cells)} cells, but the header has {len(header)}"
            options.on_error(DocumentError(source.name, cause, f"row {number}"))

"""Parquet: a document a row, of which only the needed columns are read, some rows at a time.

Of the columns ``id``, ``text`` and ``html`` the last is never touched; the row ``a7`` is the document ``a7``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from numfacts.documents.sources import Options, Source
from numfacts.documents.table_rows import documents, wanted_columns
from numfacts.model import Document, DocumentError

SUFFIXES = (".parquet", ".pq")

_ROWS_AT_A_TIME = 1024


def read(source: Source, options: Options) -> Iterator[Document]:
    """Parquet has no header row: the first row is row 1."""
    yield from documents(_rows(source, options), source, options)


def _rows(source: Source, options: Options) -> Iterator[tuple[int, dict[str, Any]]]:
    import pyarrow
    from pyarrow import parquet

    number = 0
    try:
        with parquet.ParquetFile(source.path) as file:
            columns = wanted_columns(file.schema_arrow.names, source, options)
            for batch in file.iter_batches(_ROWS_AT_A_TIME, columns=columns):
                for row in batch.to_pylist():
                    number += 1
                    yield number, row
    except pyarrow.ArrowException as error:
        raise DocumentError(
            source.name, f"cannot be read as Parquet ({str(error).splitlines()[0]})"
        ) from error
    except OSError as error:
        raise source.unreadable(error) from error

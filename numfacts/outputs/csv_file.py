"""Facts as CSV that spreadsheets open safely: RFC 4180, UTF-8, null as an empty cell.

A spreadsheet runs a cell that begins with ``=`` or its like as a formula, and a story's text is anybody's:
such a cell gets an apostrophe in front, as does one that already has apostrophes before it, so that reading
back takes off exactly the one that was put on: ``=A1`` is written ``'=A1``, ``'=A1`` is written ``''=A1``.
A plain number ("-5") is left alone, for it is harmless and a desk sorts by it.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from numfacts.model.fact import Fact, columns

FORMAT = "csv"
SUFFIXES = (".csv",)

# The signs that OWASP's page on CSV injection lists, full-width ones included.
_FORMULA = re.compile(r"(?!-?[0-9]+(?:\.[0-9]+)?\Z)'*[=+\-@\t\r\n＝＋－＠]")
_GUARDED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")
_LONGEST_CELL = 2**31 - 1
_BOOLS = {"true": True, "false": False}


@contextmanager
def writing(stream: BinaryIO) -> Iterator[Callable[[Sequence[Fact]], None]]:
    """Writes the header, then yields a function that appends a row a fact."""

    def append(rows: Sequence[Sequence[object]]) -> None:
        page = io.StringIO(newline="")
        csv.writer(page, lineterminator="\r\n").writerows(map(_cells, rows))
        stream.write(page.getvalue().encode("utf-8"))

    append([Fact._fields])
    yield append


def read(path: Path) -> Iterator[Fact]:
    """-> the facts of a file that ``writing`` wrote.  Raises ValueError, with the line, where it is none."""
    csv.field_size_limit(_LONGEST_CELL)  # the limit is the process's; a sentence may exceed its 128 KB
    readers = [_reader(kind, nullable) for _, kind, nullable, _ in columns()]
    with path.open(encoding="utf-8", newline="") as stream:
        rows = csv.reader(stream, strict=True)
        if next(rows, None) != list(Fact._fields):
            raise ValueError("line 1: not the columns of the fact table")
        for row in rows:
            try:
                yield Fact(*(read_cell(cell) for read_cell, cell in zip(readers, row, strict=True)))
            except (KeyError, ValueError) as error:
                raise ValueError(f"line {rows.line_num}: {error}") from error


def _cells(row: Sequence[object]) -> list[object]:
    """Floats are left to csv, which writes the shortest text that reads back as the same number."""
    return [
        cell
        if cell is None or type(cell) is float
        else guarded(cell)
        if isinstance(cell, str)
        else _plain(cell)
        for cell in row
    ]


def guarded(cell: str) -> str:
    """-> the cell as a spreadsheet takes it for text."""
    return "'" + cell if _FORMULA.match(cell) else cell


def _plain(cell: object) -> object:
    return str(cell).lower() if isinstance(cell, bool) else cell


def _reader(kind: type, nullable: bool) -> Callable[[str], Any]:
    read_cell: Callable[[str], Any] = {str: _unguarded, bool: _BOOLS.__getitem__}.get(kind, kind)
    return (lambda cell: read_cell(cell) if cell else None) if nullable else read_cell


def _unguarded(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell

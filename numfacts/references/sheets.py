"""Reads a reference sheet: a table of figures that somebody has looked up.

``name,value,unit`` and ``Core inflation,3.5,%`` is ``ReferenceRow("facts.csv", 2, "Core inflation", …, "percent")``

Columns: ``name``, ``value`` and ``unit``; optionally ``tolerance``, ``as_of``, ``pattern``, ``source_url`` and
``value_from``, which may stand for ``value``.  Others are the desk's own.
"""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterator
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

from numfacts.model import DocumentError, ReferenceRow
from numfacts.references.cells import span_of, tolerance_of, value_of
from numfacts.references.names import words_of
from numfacts.references.patterns import PatternError, compiled
from numfacts.references.table_cells import cell as cell_of
from numfacts.references.units import unit_of

COLUMNS = ("name", "value", "unit", "tolerance", "as_of", "pattern", "source_url", "value_from")
_DELIMITERS = (",", ";", "\t")
_LONGEST_CELL = 2**31 - 1
_GUARDED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")  # as outputs/csv_file.py puts it on
_SHOWN = 40  # characters of a cell in a message


class _Line(NamedTuple):
    """A row before its cells are understood."""

    sheet: str
    place: str  # "line" in text, "row" in Parquet
    number: int
    cells: dict[str, str]

    def error(self, column: str, cause: str) -> DocumentError:
        return DocumentError(self.sheet, cause, f"{self.place} {self.number}, column {column}")

    def bad(self, column: str, cause: object) -> DocumentError:
        written = self.cells[column]
        shown = written if len(written) <= _SHOWN else f"{written[:_SHOWN]}…"
        return self.error(column, f"{shown!r} {cause}")


def read_sheet(path: str | os.PathLike[str]) -> tuple[ReferenceRow, ...]:
    """-> the rows of a .csv or .parquet sheet; DocumentError, with line and column, at the first bad cell."""
    name = Path(path).as_posix()
    if not Path(path).exists():
        raise DocumentError(name, "no such file")
    lines = _parquet(name) if Path(path).suffix.lower() in (".parquet", ".pq") else _csv(name)
    rows: list[ReferenceRow] = []
    seen: dict[tuple[object, ...], ReferenceRow] = {}
    for line in lines:
        row = _row(line)
        same = seen.setdefault((row.name.lower(), row.unit, row.counted, row.as_of, row.pattern), row)
        if (same.low, same.high) != (row.low, row.high):
            cause = f"is on {line.place} {same.line} too, with another value; an as_of or a pattern tells them apart"
            raise line.bad("name", cause)
        rows.append(row)
    return tuple(rows)


def _row(line: _Line) -> ReferenceRow:
    cells = line.cells
    pattern = cells["pattern"] or None
    if not cells["name"]:
        raise line.error("name", "is empty")
    if pattern is None and not words_of(cells["name"]):
        raise line.bad("name", "holds no word that a story could be known by")
    if pattern is not None:
        try:
            compiled(pattern)
        except PatternError as error:
            raise line.error("pattern", str(error)) from None
    if cells["as_of"] and span_of(cells["as_of"]) is None:
        raise line.bad("as_of", "is no date like 2024, 2024-03, 2024-03-31, 2024-Q1 or 2023/2024")
    try:
        unit = unit_of(cells["unit"])
    except ValueError as error:
        raise line.bad("unit", error) from None
    column, written = _written(line)
    try:
        value = value_of(written)
    except ValueError as error:
        raise line.error(column, f"{written[:_SHOWN]!r} {error}") from None
    name = unit.name
    if value.unit is not None:
        if cells["unit"] and (unit.scale != 1 or value.unit != unit.name):
            raise line.bad(column, f"is in {value.unit}, and the column unit says {cells['unit']!r}")
        name = value.unit
    low, high = value.low * unit.scale, value.high * unit.scale
    return ReferenceRow(
        sheet=line.sheet,
        line=line.number,
        name=cells["name"],
        low=low,
        high=high,
        unit=name,
        counted=unit.counted,
        tolerance=_tolerance(line, unit.scale, max(abs(low), abs(high))),
        as_of=cells["as_of"] or None,
        pattern=pattern,
        source_url=cells["source_url"] or None,
        value_from=cells["value_from"] or None,
    )


def _written(line: _Line) -> tuple[str, str]:
    """-> the column that the number comes from, and the number as written there or in the table that it names."""
    if line.cells["value_from"]:
        try:
            return "value_from", cell_of(line.cells["value_from"], Path(line.sheet))
        except (OSError, ValueError) as error:
            raise line.error("value_from", str(error)) from None
    if not line.cells["value"]:
        raise line.error("value", "is empty")
    return "value", line.cells["value"]


def _tolerance(line: _Line, scale: Decimal, value: Decimal) -> Decimal:
    if not line.cells["tolerance"]:
        return Decimal(0)
    try:
        number, relative = tolerance_of(line.cells["tolerance"])
    except ValueError as error:
        raise line.bad("tolerance", error) from None
    return number * value if relative else number * scale


def _csv(sheet: str) -> Iterator[_Line]:
    """Line numbers are those of an editor: a cell may hold line breaks."""
    text = _decoded(sheet)
    header, delimiter = _header(text)
    csv.field_size_limit(_LONGEST_CELL)  # the limit is the process's
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    columns: list[str | None] | None = None
    while True:
        number = rows.line_num + 1
        try:
            cells = next(rows, None)
        except csv.Error as error:
            raise DocumentError(sheet, str(error), f"line {number}") from None
        if cells is None:
            break
        if not any(cell.strip() for cell in cells):
            continue
        if columns is None:
            columns = _known(header, sheet)
            continue
        if len(cells) != len(columns):
            raise DocumentError(
                sheet, f"{len(cells)} cells, but the header has {len(columns)}", f"line {number}"
            )
        yield _Line(sheet, "line", number, _named(columns, cells))
    if columns is None:
        raise DocumentError(sheet, "is empty; a sheet has the columns name, value, unit")


def _decoded(sheet: str) -> str:
    try:
        data = Path(sheet).read_bytes()
    except OSError as error:
        raise DocumentError(sheet, (error.strerror or str(error)).lower()) from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DocumentError(sheet, "is not UTF-8; save it as CSV UTF-8", f"line {line}") from None


def _header(text: str) -> tuple[list[str], str]:
    """-> the first line that holds anything, cut at the delimiter under which it has a name."""
    opening = next((line for line in text.splitlines() if line.strip()), "")
    headers = [next(csv.reader([opening], delimiter=each), []) for each in _DELIMITERS]
    named = [k for k, header in enumerate(headers) if "name" in map(_column, header)]
    k = named[0] if named else 0
    return headers[k], _DELIMITERS[k]


def _parquet(sheet: str) -> Iterator[_Line]:
    import pyarrow
    from pyarrow import parquet

    try:
        with parquet.ParquetFile(sheet) as file:
            columns = _known(file.schema_arrow.names, sheet)
            number = 0
            for batch in file.iter_batches():
                for row in batch.to_pylist():
                    number += 1
                    cells = [_text(cell) for cell in row.values()]
                    if any(cells):
                        yield _Line(sheet, "row", number, _named(columns, cells))
    except pyarrow.ArrowException as error:
        cause = next(iter(str(error).splitlines()), "")
        raise DocumentError(sheet, f"cannot be read as Parquet ({cause})") from None
    except OSError as error:
        raise DocumentError(sheet, (error.strerror or str(error)).lower()) from None


def _text(cell: Any) -> str:
    """A number in the shortest form that reads back, a date in ISO 8601."""
    if cell is None or cell != cell:
        return ""
    return str(cell.isoformat() if hasattr(cell, "isoformat") else cell).strip()


def _column(header: str) -> str:
    return header.strip().lower().replace(" ", "_")


def _known(header: list[str], sheet: str) -> list[str | None]:
    """-> the column that each cell belongs to, None for the desk's own.  A slip of the keyboard is none of those."""
    columns = [name if (name := _column(each)) in COLUMNS else None for each in header]
    for name in COLUMNS:
        if columns.count(name) > 1:
            raise DocumentError(sheet, f"the column {name!r} is there twice")
    missing = [name for name in COLUMNS if name not in columns]
    for each, known in zip(header, columns, strict=True):
        meant = get_close_matches(_column(each), missing, 1, 0.85) if known is None else []
        if meant:
            raise DocumentError(sheet, f"the column {each!r:.40} is unknown; is {meant[0]!r} meant?")
    if "value_from" in columns and "value" in missing:
        missing.remove("value")
    wanted = [name for name in COLUMNS[:3] if name in missing]
    if wanted:
        there = ", ".join(f"{each!r:.40}" for each in header) or "none"
        raise DocumentError(
            sheet, f"no column {' and no column '.join(map(repr, wanted))}; there are {there}"
        )
    return columns


def _unguarded(cell: str) -> str:
    """Less the apostrophe that keeps a spreadsheet from running the cell: ``'=A1``, as the template writes it."""
    return cell[1:] if _GUARDED.match(cell) else cell


def _named(columns: list[str | None], cells: list[str]) -> dict[str, str]:
    told = {
        name: _unguarded(cell.strip()) for name, cell in zip(columns, cells, strict=True) if name is not None
    }
    return {name: told.get(name, "") for name in COLUMNS}

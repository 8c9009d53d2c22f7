"""One cell of a table, found by its column and its row: what a sheet's ``value_from`` names.

``cell("data/gdp.csv#col=share&where=year=2024", sheet)`` -> "1.28"

Grammar::

    value_from = path "#col=" column (("&where=" column "=" value)* | "&row=" number)

The path is relative to the sheet; names and values that hold & # or % are percent-encoded.  DuckDB reads the file with
every other file, the network and its extensions shut off; whatever a cell says is a parameter or a quoted name.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

READERS = {
    # All text: the table's "1.30" stays what it is, and a year is compared as it is written.
    ".csv": "read_csv(?, all_varchar=true, header=true)",
    ".tsv": "read_csv(?, all_varchar=true, header=true)",
    ".parquet": "read_parquet(?)",
    ".pq": "read_parquet(?)",
    ".jsonl": "read_json(?, format='newline_delimited')",
    ".ndjson": "read_json(?, format='newline_delimited')",
}
FIRST_ROW = {".csv": 2, ".tsv": 2}  # RFC 7111 counts the header of a table: as the ids of its documents do
_ROW = re.compile(r"[1-9][0-9]{0,15}")
_GLOB = re.compile(r"[*?\[\]]")  # which DuckDB would take for a pattern of names


class Place(NamedTuple):
    path: str
    column: str
    where: tuple[tuple[str, str], ...]
    row: int | None


def place_of(value_from: str) -> Place:
    """-> what a ``value_from`` names.  ValueError, with the cause, where it is none."""
    path, _, query = value_from.partition("#")
    column: str | None = None
    where: list[tuple[str, str]] = []
    row: int | None = None
    for part in query.split("&"):
        key, _, told = part.partition("=")
        if key == "col" and told and column is None:
            column = unquote(told)
        elif key == "where" and "=" in told:
            name, _, value = told.partition("=")
            where.append((unquote(name), unquote(value)))
        elif key == "row" and _ROW.fullmatch(told) and row is None:
            row = int(told)
        else:
            raise ValueError(f"{part!r} is none of col=NAME, where=COLUMN=VALUE, row=NUMBER")
    if not path or column is None:
        raise ValueError("is not like data/gdp.csv#col=share&where=year=2024")
    suffix = Path(path).suffix.lower()
    if suffix not in READERS:
        raise ValueError(f"{path!r} ends in none of {', '.join(READERS)}")
    if "://" in path:
        raise ValueError(f"{path!r} is no local file")
    if _GLOB.search(path):
        raise ValueError(f"{path!r} holds one of * ? [ ], which no name of a table may")
    if row is not None and where:
        raise ValueError("has both a row= and a where=")
    if row is not None and row < FIRST_ROW.get(suffix, 1):
        raise ValueError("row 1 is the header")
    return Place(path, column, tuple(where), row)


def cell(value_from: str, sheet: Path) -> str:
    """-> the text of the one cell that is named.  ValueError, with the cause, where there is none or several."""
    place = place_of(value_from)
    path = sheet.parent / place.path
    if not path.is_file():
        raise ValueError(f"{place.path}: no such file")
    try:
        import duckdb
    except ImportError:
        raise ValueError("needs DuckDB: pip install 'numfacts[duckdb]'") from None
    try:
        with duckdb.connect(":memory:", config=_CLOSED) as connection:
            rows = _rows(connection, place, str(path.resolve()))
    except duckdb.Error as error:
        raise ValueError(f"{place.path}: {_first_line(error)}") from None
    if len(rows) != 1:
        raise ValueError(f"{place.path}: {'no row is' if not rows else 'several rows are'} meant by it")
    told = rows[0][0]
    if told is None or not str(told).strip():
        raise ValueError(f"{place.path}: the cell is empty")
    return str(told).strip()


_CLOSED: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "threads": "1",
}


def _rows(connection: Any, place: Place, path: str) -> list[tuple[Any, ...]]:
    """-> at most two rows, for two are too many."""
    connection.execute("SET allowed_paths = ?", [[path]])
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    suffix = Path(place.path).suffix.lower()  # a link may lead to a file without one
    table = READERS[suffix]
    there = [column[0] for column in connection.execute(f"SELECT * FROM {table} LIMIT 0", [path]).description]
    for name in (place.column, *(name for name, _ in place.where)):
        if name not in there:
            raise ValueError(f"{place.path}: no column {name!r}; there are {', '.join(map(repr, there))}")
    query = f"SELECT CAST({_quoted(place.column)} AS VARCHAR) FROM {table}"
    parameters: list[object] = [path]
    for number, (name, value) in enumerate(place.where):
        query += f"{' AND' if number else ' WHERE'} {_equals(_quoted(name))}"
        parameters += [value.strip()] * 3
    if place.row is not None:
        query = f"SELECT * FROM ({query}) LIMIT 1 OFFSET ?"
        parameters.append(place.row - FIRST_ROW.get(suffix, 1))
    found: list[tuple[Any, ...]] = connection.execute(query, parameters).fetchmany(2)
    return found


def _equals(column: str) -> str:
    """A condition with three parameters, all of them the value.

    pandas writes a year as 2024.0 where another is missing, and a day as its midnight.
    """
    text = f"trim(CAST({column} AS VARCHAR))"
    return f"({text} = ? OR typeof({column}) <> 'VARCHAR' AND {text} IN (? || '.0', ? || ' 00:00:00'))"


def _quoted(name: str) -> str:
    """An SQL identifier, which doubles the quotation marks in it."""
    return '"' + name.replace('"', '""') + '"'


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), "cannot be read")

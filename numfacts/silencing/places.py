"""Which file a document is of: ``place_of("./news/fares.csv#row=3") == Place("news/fares.csv", 3)``."""

from __future__ import annotations

import re
from pathlib import Path, PurePath
from typing import NamedTuple

_ROW = re.compile(r"(?P<file>.+)\#row=(?P<row>[0-9]{1,18})", re.VERBOSE | re.DOTALL)


class Place(NamedTuple):
    path: str  # relative to the folder in which numfacts runs where it is below it, "/" between its parts
    row: int | None = None


def place_of(doc_id: str) -> Place:
    """A baseline and a report hold no path of somebody's disk where they can do without."""
    found = _ROW.fullmatch(doc_id)
    return Place(_path(found["file"]), int(found["row"])) if found else Place(_path(doc_id))


def _path(written: str) -> str:
    path = PurePath(written)
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    return path.as_posix()

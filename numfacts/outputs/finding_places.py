"""Where a finding stands, for editors and build systems: the file, the lines in it, or what is known instead.

``where(document, finding)`` -> ``Where("news/fares.md", Region(3, 9, 3, 12), None)``; of a row of a table, and of a
web page whose text was taken out of its markup, lines and columns are not those of the file:
``Where("fares.csv", None, "row 3, line 1, column 9")``.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import NamedTuple

from numfacts.documents.readers.web_page import SUFFIXES as WEB_PAGES
from numfacts.model.document import Document
from numfacts.model.finding import Finding
from numfacts.silencing.places import place_of


class Region(NamedTuple):
    """Lines and columns from 1, columns in code points, the end column exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Where(NamedTuple):
    path: str  # relative to where numfacts runs, "/" between its parts
    region: Region | None  # in that file
    inside: str | None  # where in it, in words, if there is no region


def where(document: Document, finding: Finding) -> Where:
    path, row = place_of(document.doc_id)
    spot = f"line {finding.line}, column {finding.column}"
    if row is not None:
        return Where(path, None, f"row {row}, {spot}")
    if PurePath(path).suffix.lower() in WEB_PAGES:
        return Where(path, None, f"{spot} of its text")
    return Where(path, region(document, finding), None)


def region(document: Document, finding: Finding) -> Region:
    marked = document.text[finding.start : finding.end]
    end_line = finding.line + marked.count("\n")
    end_column = len(marked) - marked.rfind("\n") if "\n" in marked else finding.column + len(marked)
    return Region(finding.line, finding.column, end_line, end_column)


def region_in_bytes(document: Document, finding: Finding) -> Region:
    """-> the same with columns in bytes of UTF-8: "é" before a figure moves it by two."""
    line, column, end_line, end_column = region(document, finding)
    text, start, end = document.text, finding.start, finding.end
    first = _bytes(text[max(0, start - column + 1) : start]) + 1
    last = _bytes(text[max(0, end - end_column + 1) : end]) + 1
    return Region(line, first, end_line, last)


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "replace"))

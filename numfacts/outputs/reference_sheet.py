"""Writes the rows of a reference sheet as CSV: UTF-8, a line a row, cells that no spreadsheet runs as formulas.

``written([Draft("Core inflation", "3.5", "percent", …)])`` is two lines, ``name,value,unit,…`` and
``Core inflation,3.5,percent,…``
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from numfacts.outputs.csv_file import guarded
from numfacts.references.template import Draft


def written(drafts: Iterable[Draft]) -> bytes:
    """-> the file's content.  Lines end in a line feed alone: a sheet is kept, and compared line by line."""
    page = io.StringIO(newline="")
    rows = csv.writer(page, lineterminator="\n")
    rows.writerow(Draft._fields)
    rows.writerows([guarded(cell) for cell in draft] for draft in drafts)
    return page.getvalue().encode("utf-8", "replace")

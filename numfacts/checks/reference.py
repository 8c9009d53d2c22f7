"""A figure that differs from the row of a reference sheet that tells the same.

A sheet (``--facts facts.csv``) holds the figures that a desk has looked up: their name, value and unit, and where they
were found. Prose outlives data: a table is revised, a story is written from last year's, and nothing in the text says
so. The row is matched by its name or its pattern, by its unit and its date; the figure may be rounded, cut off or
hedged as everywhere. docs/reference-sheets.md says how a sheet is written.

Sheet:
    name,value,unit
    Core inflation,3.5,percent

Flagged:
    Core inflation was 3.7%.

Passes:
    Core inflation was 3.5%.
    Core inflation was above 3%.
    Services inflation was 4.7%.
"""

from __future__ import annotations

from collections.abc import Iterator

from numfacts.judging.references import verdict_on
from numfacts.judging.verdicts import Judgement
from numfacts.judging.words import bare, plainly
from numfacts.model import Sourced

RELATION = Sourced
DIGITS = 15  # a looked-up number is told in full


def judge(sourced: Sourced) -> Iterator[Judgement]:
    found = verdict_on(sourced)
    if found.severity is None:
        return
    fact, row = sourced.fact, sourced.row
    values = [plainly(float(bound), DIGITS) for bound in dict.fromkeys((row.low, row.high))]
    parts = [
        " to ".join(values),
        "%" if row.unit == "percent" else f" {row.unit or row.counted or ''}".rstrip(),
    ]
    if row.tolerance:
        parts.append(f" ± {plainly(float(row.tolerance), DIGITS)}")
    if row.as_of:
        parts.append(f" as of {row.as_of}")
    source = f"; source: {row.source_url}" if row.source_url else ""
    read_from = f", from {row.value_from}" if row.value_from else ""
    told = f"{bare(fact)} is not the {''.join(parts)} of “{row.name}” ({row.sheet}:{row.line}{read_from}{source})"
    yield Judgement(fact, (), told, found.severity, found.verdict, found.recomputed)

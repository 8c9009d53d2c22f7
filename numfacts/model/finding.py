"""What a check says of a story: where, how bad, and the working in words.

``Finding("percent-change", "error", "inconsistent", …, "£40m to £50m is a rise of 25%, not 20%", …)``
"""

from __future__ import annotations

from typing import NamedTuple

from numfacts.model.document import Document

SEVERITIES = {
    "error": "cannot be true, however the figures were rounded",
    "warning": "doubtful: true only on a reading that a reader would not think of",
    "note": "lawful, and worth a look: a figure cut off where it should have been rounded",
}
VERDICTS = ("consistent", "consistent only after rounding", "inconsistent")


class Finding(NamedTuple):
    """One thing that a check found.  Offsets are code points, lines and columns count from 1."""

    check_id: str
    severity: str  # one of SEVERITIES
    verdict: str  # one of VERDICTS
    doc_id: str
    start: int
    end: int
    line: int
    column: int
    message: str  # one line, with the working
    fact_ids: tuple[str, ...]
    recomputed_low: float | None = None  # what the other figures make of this one, in its unit
    recomputed_high: float | None = None


class Checked(NamedTuple):
    """A document and what was found in it, in text order."""

    document: Document
    findings: tuple[Finding, ...]


class Rule(NamedTuple):
    """What a check says of itself, for the outputs that show it: SARIF's rules, the help of an editor."""

    id: str  # "percent-change"
    name: str  # "PercentChange"
    summary: str  # one line
    help_markdown: str  # its whole page
    severity: str  # the worst that it tells, one of SEVERITIES

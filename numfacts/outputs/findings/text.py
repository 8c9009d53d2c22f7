"""Findings as lines that grep and editors understand.

``news/fares.md:3:9: error [percent-change] £40m to £50m is a rise of 25%, not 20%``
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import BinaryIO

from numfacts.model.finding import Checked, Finding, Rule
from numfacts.outputs.plain_line import plain

FORMAT = "text"
SUFFIXES = (".txt",)


@contextmanager
def writing(stream: BinaryIO, rules: Mapping[str, Rule]) -> Iterator[Callable[[Checked], None]]:
    """Yields a function that appends a line a finding: a clean document gives none."""

    def append(checked: Checked) -> None:
        lines = "".join(f"{line_of(finding)}\n" for finding in checked.findings)
        stream.write(lines.encode("utf-8", "replace"))

    yield append


def line_of(finding: Finding) -> str:
    """-> its line, without a line end: what controls a terminal is written out."""
    place = f"{finding.doc_id}:{finding.line}:{finding.column}"
    return plain(f"{place}: {finding.severity} [{finding.check_id}] {finding.message}")

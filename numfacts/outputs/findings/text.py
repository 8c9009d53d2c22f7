"""Findings as lines that grep and editors understand.

``news/fares.md:3:9: error [percent-change] £40m to £50m is a rise of 25%, not 20%``
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import BinaryIO

from numfacts.model.finding import Checked, Rule
from numfacts.outputs.plain_line import plain

FORMAT = "text"
SUFFIXES = (".txt",)


@contextmanager
def writing(stream: BinaryIO, rules: Mapping[str, Rule]) -> Iterator[Callable[[Checked], None]]:
    """Yields a function that appends a line a finding: a clean document gives none."""

    def append(checked: Checked) -> None:
        lines = [
            f"{found.doc_id}:{found.line}:{found.column}: {found.severity} [{found.check_id}] {found.message}"
            for found in checked.findings
        ]
        stream.write("".join(plain(line) + "\n" for line in lines).encode("utf-8", "replace"))

    yield append

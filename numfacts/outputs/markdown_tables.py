"""Tables in Markdown whose cells hold anybody's text: ``markdown_table(("check", "number"), [("a|b", 2)])``."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from numfacts.outputs.plain_line import plain

_NUMBERS = {"number", "confidence"}
_MARKUP = re.compile(r"([\\`*_\[\]|~$])")


def markdown_table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    rule = "|".join("---:" if name in _NUMBERS else "---" for name in head)
    return "\n".join([_row(head), f"|{rule}|", *map(_row, rows)])


def _text(text: str) -> str:
    """-> the text on one line: whatever a story says stays text, no markup, no HTML, no new column."""
    return _MARKUP.sub(r"\\\1", html.escape(plain(text), quote=False))


def _row(cells: Sequence[object]) -> str:
    return f"| {' | '.join(map(_cell, cells))} |"


def _cell(cell: object) -> str:
    return f"{cell:,}" if isinstance(cell, int) else _text(str(cell))

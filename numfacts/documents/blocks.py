"""The blocks of a text: its paragraphs, list items, table cells and code, without their Markdown markers.

``"# Rates\\n\\n- up 2%\\n- held\\n"`` has the title ``Rates`` and the texts ``up 2%`` and ``held``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from numfacts.documents.hard_wrap import is_deeper, is_full, runs_on, wrap_width

TITLE, TEXT, CELL, CODE = "title", "text", "cell", "code"


class Block(NamedTuple):
    """A trimmed, half-open slice of the document that no sentence crosses."""

    start: int
    end: int
    kind: str


_MARKER = re.compile(
    r"""
      (?P<title>   \# [ \t]++ )                # "# Rates rise"
    | (?P<heading> \#{2,6} [ \t]++ )           # "## Background"
    | (?P<quote>   (?: > [ \t]? )++ )           # "> He said no."
    | (?P<item>    [-*+•●▪] [ \t]++ )           # "- up 2%"
    | (?P<fence>   ```|~~~ )                    # "```python"
    | (?P<row>     \| )                         # "| 2024 | 5% |"
    | (?P<rule>    ={3,}+ $ )                   # "=====" below a title
    """,
    re.VERBOSE,
)
_MARKS = frozenset("#>-*+•●▪`~|=")  # what a marker can begin with: tells most lines apart without `re`
_CELL = re.compile(r"[^|\s] [^|]*+", re.VERBOSE)
_NOTE = re.compile(
    r"(?: ^ | \s ) (?: \#++ | //++ | %++ | ;++ ) [ \t]*+ numfacts: [ \t]*+ ignore\b",
    re.VERBOSE | re.IGNORECASE,
)  # "# numfacts: …"
_BETWEEN_ROWS = re.compile(r"[-:|\s]++")
_STOPS = tuple('.!?…:;"”’)')


def blocks(text: str, start: int, *, markdown: bool = False) -> list[Block]:
    """-> the blocks of ``text`` from ``start`` on, in order.

    A line is a paragraph unless the text is hard-wrapped.  In Markdown, where a line end is a space
    (CommonMark 6.8), a line that opens as no sentence does belongs to the one before it as well.
    """
    lines = text[start:].splitlines(keepends=True)
    if len(lines) == 1 and (alone := _unmarked(lines[0], start)):
        return [alone]
    width = wrap_width(lines)
    joins = markdown or width is not None
    found: list[Block] = []
    above = ""  # the line before, while its paragraph may go on
    fence = ""
    for at, line in _visible(text, lines, start):
        body = line.strip()
        if not body:
            above = ""
            continue
        begin = at + line.index(body[0])
        end = begin + len(body)
        if fence or body[0] in _MARKS:
            marker = _MARKER.match(body)
            kind = marker.lastgroup if marker else None
            if fence or kind == "fence":
                found.append(Block(begin, end, CODE))
                fence = _fence_after(fence, body)
                above = ""
                continue
            if kind is not None and marker is not None:
                above = line if _add_marked(found, begin, marker, kind) else ""
                continue
        if above and joins and _goes_on(above, line, width):
            found[-1] = Block(found[-1].start, end, TEXT)
        else:
            found.append(Block(begin, end, TEXT))
        above = line if line[-1].isspace() else ""
    return found


def _unmarked(line: str, start: int) -> Block | None:
    """-> the only line of a text, if it opens as no marker does and hides nothing, as most rows of a table."""
    body = line.strip()
    if not body or body[0] in _MARKS or "<!--" in body:
        return None
    begin = start + line.index(body[0])
    return Block(begin, begin + len(body), TEXT)


def _visible(text: str, lines: list[str], start: int) -> Iterable[tuple[int, str]]:
    """-> the offset of each line and the line, without the comments at its start or end."""
    if "<!--" in text or "numfacts:" in text:
        return _uncommented(text, lines, start)
    return zip(accumulate(map(len, lines), initial=start), lines, strict=False)  # one offset more: the end


def _uncommented(text: str, lines: list[str], start: int) -> Iterator[tuple[int, str]]:
    hidden = start  # the end of the last comment
    comments = True  # and none so far is left open
    for line in lines:
        at, start = start, start + len(line)
        if start <= hidden:
            continue
        if at < hidden:
            at, line = hidden, text[hidden:start]
        if "numfacts:" in line and (note := _NOTE.search(line)):
            line = line[: note.start()] + "\n"
        if comments and "<!--" in line:
            opens = text.index("<!--", at)
            closes = text.find("-->", opens)
            comments = closes > 0
            if comments and not text[at:opens].strip():
                hidden = closes + len("-->")
                at, line = hidden, text[hidden:start]
            elif comments and not text[closes + len("-->") : start].strip():
                hidden = closes + len("-->")
                line = text[at:opens].rstrip()  # no line end: no paragraph goes on across a comment
        if line:
            yield at, line


def _fence_after(fence: str, body: str) -> str:
    """-> the fence that is open after the line ``body``: "```" to "~~~", or nothing."""
    if not fence:
        return body[:3]
    return "" if body.startswith(fence) else fence


def _add_marked(found: list[Block], begin: int, marker: re.Match[str], kind: str) -> bool:
    """Add the block of a marked line, and tell whether its paragraph may go on in the next line."""
    body = marker.string
    if kind == "row" and body.count("|") > 1:
        if not _BETWEEN_ROWS.fullmatch(body):
            cells = ((begin + cell.start(), cell[0].rstrip()) for cell in _CELL.finditer(body))
            found.extend(Block(at, at + len(cell), CELL) for at, cell in cells)
        return False
    if kind == "rule" and found and found[-1].kind == TEXT:
        found[-1] = found[-1]._replace(kind=TITLE)
        return False
    at = begin + len(body) - len(body[marker.end() :].lstrip())
    content = body[at - begin :]
    if kind in ("title", "heading"):
        content = content.rstrip("# \t") or content
    if content:
        found.append(Block(at, at + len(content), TITLE if kind == "title" else TEXT))
    return kind == "item"


def _goes_on(line: str, following: str, width: int | None) -> bool:
    """Whether the paragraph of ``line`` goes on in the ``following`` one."""
    if runs_on(following) and not line.rstrip().endswith(_STOPS):
        return True
    return width is not None and not is_deeper(following, line) and is_full(line, following, width)

"""The front matter of a Markdown file: what the lines between two ``---`` at its very top say about it.

``"---\\ntitle: Fares rise\\npublished: 2031-04-22\\nlang: en-GB\\n---\\nFares rose 5%."``
"""

from __future__ import annotations

import re
from typing import NamedTuple

_FENCE = re.compile(r"---[ \t]*\r?(?:\n|\Z)")
_LINE = re.compile(
    r"""
    (?P<key> [A-Za-z_][\w-]*+ ) [ \t]*+ : [ \t]++          # "title: "
    (?: "(?P<double>[^"\r\n]*+)" | '(?P<single>[^'\r\n]*+)' | (?P<plain>[^"'\s#][^\r\n]*?) )
    [ \t]* (?: [ \t] \#[^\r\n]* )? $                       # "# a comment"
    """,
    re.VERBOSE,
)
LONGEST = 100  # lines; a rule that opens a text has no closing one near


class Value(NamedTuple):
    text: str
    start: int  # where it stands in the document, quotes excluded
    end: int
    line: int  # from 1


class FrontMatter(NamedTuple):
    values: dict[str, Value]
    body: int  # one past the closing line: where the text proper begins


def front_matter(text: str) -> FrontMatter | None:
    """-> the ``key: value`` lines and where the text begins; None where there is no front matter.

    Of YAML it reads one value a line, bare or in quotes without escapes; nested values and lists are skipped.
    Keys count without regard to case, and the last of two equal ones wins.
    """
    if not (opening := _FENCE.match(text)):
        return None
    values: dict[str, Value] = {}
    at = opening.end()
    for number in range(2, LONGEST + 2):
        if closing := _FENCE.match(text, at):
            return FrontMatter(values, closing.end())
        end = text.find("\n", at)
        if end < 0:
            return None
        line = text[at:end].rstrip()
        if found := _LINE.match(line):
            group = found.lastgroup or "plain"
            values[found["key"].lower()] = Value(
                found[group], at + found.start(group), at + found.end(group), number
            )
        at = end + 1
    return None


def title_span(text: str, body: int) -> tuple[int, int] | None:
    """-> where the title stands in the front matter that ends at ``body``."""
    found = front_matter(text) if body else None
    title = found.values.get("title") if found else None
    return (title.start, title.end) if title and title.text.strip() else None

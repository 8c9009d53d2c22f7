"""Which parts of a text stand in quotation marks.

A mark that is not closed in its paragraph runs to the paragraph's end, as in quotations over several paragraphs.
"""

from __future__ import annotations

import re

MARK = re.compile(
    r"""
    [“”"\n‘’`'] (?:      # one look at the letter first: most are none of these
        (?<=[“”"\n])     # curly and straight double marks; a line end closes what is open
      | (?<=‘)(?<!\w‘)   # an opening single mark
      | (?<=’)(?!\w)     # a closing one: not the apostrophe of don’t
      | (?<=`)`|(?<=')'  # wire copy
    )
    """,
    re.VERBOSE,
)


OPENING = ("“", '"', "‘", "``")


def quotations(text: str) -> list[tuple[int, int]]:
    """-> (start, end) of every quotation, in order, not nested."""
    if not any(mark in text for mark in OPENING):
        return []
    found: list[tuple[int, int]] = []
    start, single = -1, -1
    for match in MARK.finditer(text):
        mark, at = match.group(), match.start()
        if mark in ("“", "``"):
            start = at if start < 0 else start
        elif mark in ("”", "''"):
            if start >= 0:
                found.append((start, match.end()))
            start = -1
        elif mark == '"':
            if start >= 0:
                found.append((start, match.end()))
            start = at if start < 0 else -1
        elif mark == "\n":
            if start >= 0:
                found.append((start, at))
            start = single = -1
        elif mark == "‘":
            single = at
        elif single >= 0 and start < 0:
            found.append((single, match.end()))
            single = -1
    if start >= 0:
        found.append((start, len(text)))
    return found

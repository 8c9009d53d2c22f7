"""Findings made by hand, for tests of what comes after the checks.

The figure that is found fault with stands between guillemets: ``checked("a.md", "30 of the 120 («40%»).")``.
"""

from __future__ import annotations

import re

from numfacts.model import Checked, Document, Finding, Rule

RULES = {
    "share": Rule("share", "Share", "A share that the two figures beside it do not make.",
                  "# share\n\nA part, its whole and its share\nare three figures of which two make the third.\n\n"
                  "    30 of the 120 (40%)", "error"),
    "conflict": Rule("conflict", "ToldDifferently", "One figure told in two ways.", "", "warning"),
}  # fmt: skip

# What a terminal, a log, JSON, XML, HTML or Markdown would take for its own.
HOSTILE = [
    "a\nb", "a\r\nb", "::error::x", "100% %0A", "<script>alert(1)</script>", "]]>", "\x00\x08\x1b[31m", "\ufffe\uffff",
    "\ud800", "a,b:c", "'\"&", "[x](http://example.org)", "{0} {1}", "|a|`b`", "e\u0301 👩‍👩‍👧 𐇽", "[]", "\u2028",
]  # fmt: skip
_MARKED = re.compile(r"«(?P<check>(?:[a-z-]+=)?)(?P<text>[^«»]*)»")


def checked(
    doc_id: str, marked: str, *, severity: str = "error", message: str = "30 of 120 is 25%, not 40%"
) -> Checked:
    """-> a document without the guillemets, and a finding of each.

    ``«40%»`` is one of the check ``share``, ``«conflict=40%»`` one of another.
    """
    text, places = "", []
    at = 0
    for found in _MARKED.finditer(marked):
        text += marked[at : found.start()]
        places.append((len(text), len(text) + len(found["text"]), found["check"].rstrip("=") or "share"))
        text += found["text"]
        at = found.end()
    text += marked[at:]
    findings = tuple(
        Finding(
            check_id, severity, "inconsistent", doc_id, start, end,
            text.count("\n", 0, start) + 1, start - (text.rfind("\n", 0, start) + 1) + 1,
            message, (f"{doc_id}#char={start},{end}",), 24.5, 25.5,
        )
        for start, end, check_id in places
    )  # fmt: skip
    return Checked(Document(text, doc_id), findings)

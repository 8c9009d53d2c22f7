"""Text of a story made safe for one line of a terminal: ``plain("a\\n\\x1b[31mb")`` -> ``"a �[31mb"``.

A story may hold escape sequences that move a terminal's cursor or change its title, and direction marks that
show a number backwards.
"""

from __future__ import annotations

import re

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_UNPRINTABLE_IN_JSON = re.compile(
    r"[\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)  # JSON escapes the rest


def plain(text: str) -> str:
    """-> the text on one line: white space as single spaces, control characters as U+FFFD."""
    return printable(" ".join(text.split()))


def printable(text: str) -> str:
    """-> the text with as many characters, tabs as spaces, and none that a terminal would obey."""
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text.replace("\t", " "))


def ascii_controls(json: str) -> str:
    """-> JSON in which what a terminal would obey, or UTF-8 cannot say, is an escape: it can stand in strings only."""
    return _UNPRINTABLE_IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", json)

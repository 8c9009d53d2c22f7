"""Patterns of a sheet, which somebody else may have written: run by RE2, whose time is linear in the text.

``spans(compiled(r"slowed to (?P<figure>\\S+)"), ["Inflation slowed to 3.4% in May"])`` -> [(20, 24)]

RE2's own syntax has neither look-around nor back references, which is what makes it so; letter case is ignored, as
everywhere in a name, and a space is any space.  A group ``figure`` says where the figure is; others only group.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

_WHOLE = "numfacts_match"
_SPACE = re.compile(r"\s")
FIGURE = "figure"
LONGEST = 2000  # characters of a pattern
# Where a plain bracket or space opens nothing: quoted, escaped, in a class of characters.
_PARTS = re.compile(
    r"""
      \\Q .*? \\E | \\ .
    | \[ \^? \]? (?: \[:\^?[a-z]+:\] | \\ . | [^\]\\] )* \]
    | (?P<bracket> \( (?!\?) )
    | (?P<space> [ ] )
    """,
    re.DOTALL | re.VERBOSE,
)


class PatternError(ValueError):
    """A pattern that cannot be run: one line with the cause."""


@cache
def compiled(pattern: str) -> str:
    """-> the pattern as ``span`` takes it.  PatternError where RE2 has none of it."""
    if len(pattern) > LONGEST:
        raise PatternError(f"is longer than {LONGEST} characters")
    grouped = _PARTS.sub(
        lambda part: "(?:" if part["bracket"] else r"(?:\s+)" if part["space"] else part.group(), pattern
    )
    whole = f"(?i)(?P<{_WHOLE}>(?:{grouped}))"
    import pyarrow

    try:
        _spans(whole, [""])
    except pyarrow.ArrowInvalid as error:
        cause = str(error).splitlines()[0].removeprefix("Invalid regular expression: ")
        raise PatternError(f"is no regular expression of RE2's: {cause}") from None
    return whole


def spans(whole: str, texts: Sequence[str]) -> list[tuple[int, int] | None]:
    """-> where the first match of each text, or the group ``figure`` in it, starts and ends; None where none is."""
    spaced = [
        _SPACE.sub(" ", text).encode("utf-8", "replace") for text in texts
    ]  # RE2 knows the ASCII spaces only
    found = _spans(whole, [text.decode("utf-8") for text in spaced]).to_pylist()
    return [_in_characters(match, text) if match else None for match, text in zip(found, spaced, strict=True)]


def _in_characters(match: dict[str, list[int]], text: bytes) -> tuple[int, int]:
    start, length = match.get(FIGURE) or (0, 0)
    if not length:  # there is no such group, or it took no part
        start, length = match[_WHOLE]
    before = len(text[:start].decode("utf-8", "ignore"))  # RE2 counts bytes
    return before, before + len(text[start : start + length].decode("utf-8", "ignore"))


def _spans(whole: str, texts: list[str]) -> Any:
    """Pyarrow has RE2 with it; loading it takes a third of a second, which only a sheet with patterns costs."""
    import pyarrow
    import pyarrow.compute

    return pyarrow.compute.extract_regex_span(pyarrow.array(texts, pyarrow.string()), pattern=whole)

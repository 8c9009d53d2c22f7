"""Patterns of a sheet, which somebody else may have written: run by RE2, whose time is linear in the text.

``span(compiled(r"slowed to (?P<figure>\\S+)"), "Inflation slowed to 3.4% in May")`` -> (20, 24)

RE2's own syntax has neither look-around nor back references, which is what makes it so; letter case is ignored, as
everywhere in a name.  A group ``figure`` says where the figure is; other groups only group.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_WHOLE = "numfacts_match"
FIGURE = "figure"
_LONGEST = 2000  # characters of a pattern
# What a plain opening bracket is not: an escaped one, one in a class of characters.
_PARTS = re.compile(r"\\Q.*?\\E|\\.|\[\^?\]?(?:\[:\^?[a-z]+:\]|\\.|[^\]\\])*\]|\((?!\?)", re.DOTALL)


class PatternError(ValueError):
    """A pattern that cannot be run: one line with the cause."""


@cache
def compiled(pattern: str) -> str:
    """-> the pattern as ``span`` takes it.  PatternError where RE2 has none of it."""
    if len(pattern) > _LONGEST:
        raise PatternError(f"is longer than {_LONGEST} characters")
    grouped = _PARTS.sub(lambda part: "(?:" if part.group() == "(" else part.group(), pattern)
    whole = f"(?i)(?P<{_WHOLE}>(?:{grouped}))"
    import pyarrow

    try:
        _spans(whole, [""])
    except pyarrow.ArrowInvalid as error:
        cause = str(error).splitlines()[0].removeprefix("Invalid regular expression: ")
        raise PatternError(f"is no regular expression of RE2's: {cause}") from None
    return whole


def span(whole: str, text: str) -> tuple[int, int] | None:
    """-> where the first match, or the group ``figure`` in it, starts and ends; None where there is none."""
    (found,) = _spans(whole, [text]).to_pylist()
    if found is None:
        return None
    start, length = found.get(FIGURE) or found[_WHOLE]
    if FIGURE in found and not length:  # the group took no part in the match
        start, length = found[_WHOLE]
    data = text.encode("utf-8", "replace")  # RE2 counts bytes
    return len(data[:start].decode("utf-8", "ignore")), len(data[: start + length].decode("utf-8", "ignore"))


def _spans(whole: str, texts: list[str]) -> Any:
    """Pyarrow has RE2 with it; loading it takes a third of a second, which only a sheet with patterns costs."""
    import pyarrow
    import pyarrow.compute

    safe = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
    return pyarrow.compute.extract_regex_span(pyarrow.array(safe, pyarrow.string()), pattern=whole)

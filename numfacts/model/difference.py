"""How one published number differs between two versions of a story.

``Difference("changed", <12%>, <14%>, ("value",), "12% -> 14% (unemployment)", …)``
"""

from __future__ import annotations

from typing import NamedTuple

from numfacts.model.fact import Fact

DIFFERENCES = {
    "changed": "the figure says something else: its value, unit, modifier, period, or what it is of",
    "added": "only the new version has it",
    "removed": "only the old version has it",
    "moved": "the same figure at another place of the story",
}


class Difference(NamedTuple):
    """One figure that changed, came, went or moved.  Lines and columns count from 1, each in its own version."""

    kind: str  # one of DIFFERENCES
    old: Fact | None  # None: added
    new: Fact | None  # None: removed
    columns: tuple[str, ...]  # of the fact table, those in which a changed figure differs
    message: str  # one line
    moved: bool = False  # of a changed figure too
    old_line: int | None = None
    old_column: int | None = None
    new_line: int | None = None
    new_column: int | None = None
    dated: tuple[Fact, ...] = ()  # of a changed date: figures of the new version whose period changed with it

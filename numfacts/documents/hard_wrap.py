"""Whether a text is hard-wrapped: its lines end where the column was full, not where a paragraph ends.

Wire copy is ("…the flood cut off nearly 4,000\\nhomes on the coast…"); one paragraph a line, a list of
headlines and a menu are not.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

NARROWEST, WIDEST = 40, 120  # columns: newspapers wrap at 40, editors of code at 120
_SLACK = 6  # a line may break early: at a hyphen, before a dash, by the writer's hand
_CLEARLY = 0.6  # the share of full line ends that rules out chance
_OUTLIERS = 50  # one line in so many may stand out: a long web address


def wrap_width(lines: Sequence[str]) -> int | None:
    """-> the column at which ``lines`` are wrapped; None where they are not.

    Most line ends must be full, and every fourth of those must be followed by a lower-case word: the lines of
    a table or a list can be equally long, but do not run on.
    """
    widths = sorted(map(len, map(str.rstrip, lines)))
    width = widths[-1 - len(widths) // _OUTLIERS] if len(widths) > 1 else 0
    if not NARROWEST <= width <= WIDEST:
        return None
    ends = full = running_on = 0
    for line, following in pairwise(lines):
        if not line.isspace() and not following.isspace() and not is_deeper(following, line):
            ends += 1
            if is_full(line, following, width):
                full += 1
                running_on += runs_on(following)
    return width if full >= _CLEARLY * ends and running_on * 4 >= full > 0 else None


def is_full(line: str, following: str, width: int) -> bool:
    """Whether the first word of the ``following`` line would not have fitted on the ``line``."""
    return len(line.rstrip()) + 1 + len(following.split(maxsplit=1)[0]) > width - _SLACK


def is_deeper(following: str, line: str) -> bool:
    """Whether the ``following`` line is indented and the ``line`` is not, as at a new paragraph."""
    return following[0].isspace() and not line[0].isspace()


def runs_on(following: str) -> bool:
    """Whether a line opens as no sentence does."""
    return following.lstrip()[:1].islower()

"""“Doubled”, “trebled”, “halved”, “rose tenfold” with end points that are no such multiple.

A word such as “doubled” is granted some rounding (1.85 to 2.15 times); “almost” and “more than” widen it. What is
beyond that by less than a twentieth is a warning: some would still call it so. End points of one digit are taken
at their word within 3%: whoever means $2.4m does not print $2m beside “doubled”.

Flagged:
    Profit doubled from $2m to $5m.
    The fee was halved to £30 from £90.

Passes:
    Profit doubled from $2m to $4.1m.
    Profit more than doubled from $2m to $5m.
"""

from __future__ import annotations

from collections.abc import Iterator

from numfacts.judging.intervals import Interval, printed, taken_at_its_word
from numfacts.judging.verdicts import Judgement, Reading, as_printed
from numfacts.judging.words import bare, close
from numfacts.model import Change, Fact

RELATION = Change
DOUBTFUL = 0.05  # of the bounds of a word such as "doubled": how far beyond them it is doubtful and not wrong


def judge(change: Change) -> Iterator[Judgement]:
    new, old, size = change.new, change.old, change.size
    if new is None or old is None or size is None or size.kind != "multiple" or change.basis:
        return
    if (old.value or 1) <= 0 or (new.value or 0) < 0:
        return

    def times(read: Reading) -> Interval:
        return read(new).over(read(old))

    found = times(taken_at_its_word)
    said = printed(_less_than(size) if _falls(size) and size.modifier in ("more_than", "at_least") else size)
    if said.meets(found):
        return
    loosely = said.widened(DOUBTFUL).meets(found)
    middle = close(times(as_printed).low, size.value or 0)
    yield Judgement(
        size,
        (new, old),
        f"{bare(old)} to {bare(new)} is {middle} times as much, which is not “{bare(size)}”",
        "error" if change.sure and not loosely else "warning",
        recomputed=found,
    )


def _falls(size: Fact) -> bool:
    return size.value is not None and size.value < 1


def _less_than(size: Fact) -> Fact:
    """``more than halved`` leaves less than half."""
    return size._replace(modifier="less_than", low=None, high=size.value)

"""A percentage of rise or fall that its own end points contradict.

The share of a change is worked out against where the figure came from. A slip of the keyboard, a share worked out
against the wrong end and an old percentage beside a new figure all look the same in print: a number that does not
follow from the two beside it.

A size on another basis than the end points (comparable stores, constant currency) and a size that the words do not tie
to them are left alone. “About” and “more than” widen the figures; a size that was cut off instead of rounded is a note.

Flagged:
    Sales rose 20% to £50m from £40m.
    Orders were 6,210, down 45% from 10,040 a year earlier.

Passes:
    Sales rose 25% to £50m from £40m.
    Sales rose 12% on a comparable-store basis to £50m from £40m.
"""

from __future__ import annotations

from collections.abc import Iterator

from numfacts.judging.intervals import Interval
from numfacts.judging.verdicts import Judgement, Reading, as_printed, judged
from numfacts.judging.words import bare, close, move
from numfacts.model import Change

RELATION = Change


def judge(change: Change) -> Iterator[Judgement]:
    new, old, size = change.new, change.old, change.size
    if new is None or old is None or size is None or change.basis:
        return
    if size.unit != "percent" and size.kind != "ratio":
        return
    if "percent" in (new.unit, old.unit) or (old.value or 1) <= 0 or (new.value or 0) < 0:
        return  # percent-points has shares; what a loss rose by is no percentage of it
    grown = (new.value or 0) >= (
        old.value or 0
    )  # which of the two a wrong word says is change-direction's question

    def share(read: Reading) -> Interval:
        moved = read(new).over(read(old)).shifted(-1).times(100)
        return moved if grown else moved.times(-1)

    factor = 100 if size.kind == "ratio" else 1  # "rose by a third"
    found = judged(lambda read: read(size).times(factor), share)
    if found.severity is None:
        return
    middle = share(as_printed).low
    told = f"{bare(old)} to {bare(new)} is {move(old, new)} of {close(middle, factor * (size.value or 0))}%"
    severity = found.severity if change.sure else "warning"
    yield Judgement(size, (new, old), f"{told}, not {bare(size)}", severity, found.verdict, found.recomputed)

"""A rise or fall, told as an amount, that its own end points contradict.

“Up 12 to 60 from 50” tells one thing three times, and only two of the three can be right. The amount is compared with
the difference of the end points; what is hedged, and zeros that may be rounded, widen them.

Flagged:
    Membership was up 12 to 60 from 50.
    The price rose £30 to £150 from £130.

Passes:
    Membership was up 10 to 60 from 50.
    The price rose about £20 to £150 from £130.
"""

from __future__ import annotations

from collections.abc import Iterator

from numfacts.judging.intervals import Interval
from numfacts.judging.verdicts import Judgement, Reading, as_printed, judged
from numfacts.judging.words import bare, in_its_unit, move
from numfacts.model import Change

RELATION = Change


def judge(change: Change) -> Iterator[Judgement]:
    new, old, size = change.new, change.old, change.size
    if new is None or old is None or size is None or change.basis:
        return
    if size.kind in ("percent", "multiple", "ratio") or size.unit != new.unit or size.unit != old.unit:
        return  # other checks have these; an amount of another unit is of another thing
    grown = (new.value or 0) >= (old.value or 0)

    def difference(read: Reading) -> Interval:
        return read(new).minus(read(old)) if grown else read(old).minus(read(new))

    found = judged(lambda read: read(size), difference)
    if found.severity is None:
        return
    right = in_its_unit(difference(as_printed).low, size)
    told = f"{bare(old)} to {bare(new)} is {move(old, new)} of {right}, not {bare(size)}"
    severity = found.severity if change.sure else "warning"
    yield Judgement(size, (new, old), told, severity, found.verdict, found.recomputed)

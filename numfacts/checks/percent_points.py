"""A rise from one percentage to another that is told in percent where percentage points are meant.

From 30% to 36% is a rise of 6 percentage points, or of 20%: “a rise of 6%” is wrong, and readers who work it out get
31.8%. Percentage points and basis points that do not match their end points are flagged here too.

Flagged:
    The share went from 30% to 36%, an increase of 6%.
    Support rose four percentage points, from 30% to 36%.

Passes:
    The share went from 30% to 36%, an increase of 6 percentage points.
    The share went from 30% to 36%, an increase of 20%.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from numfacts.judging.intervals import Interval, half_step
from numfacts.judging.verdicts import Judgement, Reading, as_printed, judged
from numfacts.judging.words import bare, close, move, plainly
from numfacts.model import Change

RELATION = Change
POINTS = {"percent": 1.0, "percentage_point": 1.0, "basis_point": 100.0}  # so many in a percentage point


def judge(change: Change) -> Iterator[Judgement]:
    new, old, size = change.new, change.old, change.size
    if new is None or old is None or size is None or size.unit not in POINTS or change.basis:
        return
    if new.unit != "percent" or old.unit != "percent":
        return
    grown = (new.value or 0) >= (old.value or 0)

    def points(read: Reading) -> Interval:
        moved = read(new).minus(read(old)) if grown else read(old).minus(read(new))
        return moved.times(POINTS[size.unit or ""])

    def share(read: Reading) -> Interval:
        moved = read(new).over(read(old)).shifted(-1).times(100)
        return moved if grown else moved.times(-1)

    found = judged(lambda read: read(size), points)
    middle = points(as_printed).low
    told = f"{bare(old)} to {bare(new)} is {move(old, new)} of "
    severity = found.severity
    if size.unit == "percent":
        if (old.value or 1) <= 0:
            return
        another = abs(share(as_printed).low - (size.value or 0)) > half_step(size)
        exactly = math.isclose(middle, size.value or 0) and another
        severity = judged(lambda read: read(size), share).severity
        if severity != "error":
            if not exactly:
                return
            severity = "warning"  # "up 0.5% to 4.5% from 4%": by rounding alone it could be a share
        told += f"{plainly(middle)} percentage points, or {close(share(as_printed).low, size.value or 0)}%"
    elif size.unit == "basis_point":
        told += f"{close(middle, size.value or 0)} basis points"
    else:
        told += f"{close(middle, size.value or 0)} percentage points"
    if severity is None:
        return
    verdict = "inconsistent" if severity == "error" else found.verdict
    sure = severity if change.sure else "warning"
    yield Judgement(size, (new, old), f"{told}, not {bare(size)}", sure, verdict, found.recomputed)

"""A share that is not what its own part and whole make.

A number of people and the percentage beside it come from two cells of a table, and often from two versions of it. The
reader who divides one by the other finds out.

Counts are taken as exact, numbers ending in zeros as rounded where nothing else fits. “About” widens a figure, and “one
in four” or “a third” may stand for what is near it. A percentage that was cut off instead of rounded is a note. A
bracket that speaks of something else (“one in four (40% of women)”) is left alone.

A share may also end the clause (“a rate of 20%”) or stand in the next sentence (“That is 60%.”). It is left alone where
another two figures nearby make it, and is a warning where the whole is told in the sentence before.

Flagged:
    Just 18 of the 90 trains ran on time, a rate of 30%.
    The line has 50 trams. 20 of them, or 55%, are new.
    Of the claims, 30 of the 120 (40%) were upheld.
    One in four (40%) said no.
    The school lost 30 of its 90 pupils, or a half.

Passes:
    Of the 200 patients, 50 (25%) were women, and 10 (20%) of these died.
    Of the claims, 30 of the 120 (25%) were upheld.
    One in four (24%) said no.
    The jury sat on 46 of 66 days (70%).
    One in four (40% of women) said no.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from numfacts.judging.counts import counted, rough
from numfacts.judging.fractions import misses
from numfacts.judging.intervals import Interval, printed, truncated
from numfacts.judging.verdicts import Judgement
from numfacts.judging.words import bare, close, plainly
from numfacts.model import Fact, Share

RELATION = Share


def judge(relation: Share) -> Iterator[Judgement]:
    part, whole, share = relation.part, relation.whole, relation.share
    if whole is None:
        yield from _fraction(part, share)
        return
    if (
        not whole.value
        or part.value is None
        or (share.value is None and share.low is None and share.high is None)
    ):
        return
    worked = counted(part).over(counted(whole))
    told = f"{bare(part)} of {bare(whole)} is {_percent(part.value / whole.value, share)}, not {bare(share)}"
    if share.kind == "ratio":
        severity = _missed(share, worked)
        if severity:
            yield Judgement(share, (part, whole), told, severity, recomputed=worked)
        return
    worked = worked.times(100)
    if printed(share).meets(worked):
        return
    cut = truncated(share)
    if cut.meets(worked) and worked.low < cut.high - 1e-9:
        rounding = "consistent only after rounding"
        message = f"{told}: it was cut off, not rounded"
        yield Judgement(share, (part, whole), message, "note", rounding, worked)
        return
    if printed(share).meets(rough(part).over(rough(whole)).times(100)):
        return
    severity = "error" if relation.sure else "warning"
    yield Judgement(share, (part, whole), told, severity, recomputed=worked)


def _fraction(part: Fact, share: Fact) -> Iterator[Judgement]:
    """``a third (40%)``: one of them is a fraction in words."""
    if share.kind == "ratio":
        part, share = share, part
    if share.kind == "ratio" and share.value is not None:
        stated = Interval(share.value, share.value)
    elif share.value is None:
        return
    else:
        stated = printed(share).times(0.01)
    severity = _missed(part, stated)
    if severity and part.value is not None:
        told = f"{bare(share)} is not {_inside(bare(part))}, which is {plainly(part.value * 100)}%"
        yield Judgement(
            share, (part,), told, severity, recomputed=Interval(part.value, part.value).times(100)
        )


def _missed(fraction: Fact, share: Interval) -> str | None:
    if fraction.value is None:
        return None
    if fraction.modifier in ("at_least", "more_than"):
        return "error" if share.high < fraction.value - 1e-9 else None
    if fraction.modifier in ("at_most", "less_than"):
        return "error" if share.low > fraction.value + 1e-9 else None
    steps = _tenths(fraction)
    if steps:
        near = Interval(fraction.value - 0.5 / steps, fraction.value + 0.5 / steps)
        gap = max(share.low - near.high, near.low - share.high, 0.0)
        return "error" if gap * steps >= 0.2 else None
    if not math.isfinite(share.low) or not math.isfinite(share.high):
        return None
    missed = misses(fraction.value, share)
    return (
        None if missed == "warning" and fraction.modifier == "approximate" else missed
    )  # "nearly half (46%)"


def _inside(words: str) -> str:
    return words[:1].lower() + words[1:]


def _tenths(fraction: Fact) -> int:
    """Of how many the parts are, where they are tenths or hundredths: "seven in 10" is 65% to 75%."""
    for steps, words in ((10, ("10", "ten")), (100, ("100", "hundred"))):
        if fraction.rule != "ratio.fraction" and fraction.text.lower().split()[-1] in words:
            return steps if (fraction.value or 0) * steps > 1.5 else 0
    return 0


def _percent(ratio: float, share: Fact) -> str:
    stated = share.value if share.value is not None else 0.0
    if share.kind == "ratio":
        return f"{plainly(ratio * 100)}%"
    return f"{close(ratio * 100, stated)}%"

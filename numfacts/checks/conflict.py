"""One figure told with two values in one story, its headline included.

Headlines are written from an earlier version, and a correction reaches one paragraph of two. No other slip is seen by
so many readers, and it needs no source to be found.

A headline's figure, age or result is compared with the sentence that tells the same, and only where no figure of the
story agrees with it. Further down, a number with “the” (“the 421 homes”) is compared with the one that was told before,
a statement with the one that was made before in the same words, a person's age with the age beside the name before. A
slip of the finger (one digit changed, two that changed places) is known by fewer words in common. Rounder and cut-off
figures (“$388K” for $388,700), sums of what the story tells, updates, other times, places, conditions, groups and
voices are left alone, and so are lists: three figures in one frame.

Flagged:
    The council will build 412 homes on the old airfield. The 421 homes will be let at low rents.
    The plan has a £4.2m bridge. Work on the £4.5m bridge, which takes a year, has begun.
    Daniel Okoro, 34, appeared in court. Daniel Okoro, 43, denies the charge.
    The firm is to cut 1,200 jobs in Hull. The decision to cut 1,500 jobs in Hull was taken in March.

Passes:
    The council will build 412 homes on the old airfield. The 412 homes will be let at low rents.
    Police first said that 12 people had died. The toll rose to 14 on Monday.
    The council will build 412 homes on the old airfield. It built 421 homes last year.
    The ferry carries 320 passengers. The smaller ferry carries 230 passengers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from numfacts.judging.intervals import printed
from numfacts.judging.verdicts import Judgement
from numfacts.judging.words import bare
from numfacts.model import Fact, Repetition
from numfacts.relations.agreement import agrees

RELATION = Repetition


def judge(relation: Repetition) -> Iterator[Judgement]:
    first, again = relation.first, relation.again
    if _are_one(first, again):
        return
    severity = "error" if relation.sure else "warning"
    if relation.headline:
        told = f"{_told(first)} in the headline, {_told(again)} in the story"
        yield Judgement(first, (again,), told, severity, recomputed=printed(again))
    else:
        told = f"{_told(again)} here, {_told(first)} before"
        yield Judgement(again, (first,), told, severity, recomputed=printed(first))


def _are_one(first: Fact, again: Fact) -> bool:
    """May both be one figure?  A result is one however it is turned: 3-1 and 1-3; an age is told in whole years."""
    if first.kind == "score":
        return sorted(re.findall(r"\d+", first.text)) == sorted(re.findall(r"\d+", again.text))
    if first.kind == "age":
        return first.value == again.value
    return agrees(first, again)


def _told(fact: Fact) -> str:
    return f"{bare(fact)} {fact.counted}" if fact.kind == "count" and fact.counted else bare(fact)

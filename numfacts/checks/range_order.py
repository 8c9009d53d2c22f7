"""A range whose bounds stand the wrong way round.

“Between 20 and 10” and “from 2021 until 2017” are slips of order, or one of the two figures is wrong.

Read are “between … and …”, spans of dates and ages, and what is told to range (“fines range from £5,000 to £500”), to
start and go up, or to have such a low and such a high.

A fall (“from 30% to 10%”), a score, years before Christ, a clock (“between 9 and 5”) and two figures set beside each
other (“the gap between 30% and 20%”), temperatures and lists (“range from £5,000 for firms to £500 for shops”) may go
down, and are left alone.

Flagged:
    Between 20 and 10 people were hurt.
    He led the party from 2021 until 2017.
    Fines range from £5,000 to £500, depending on the size.

Passes:
    Between 10 and 20 people were hurt.
    The share went from 30% to 10%.
"""

from __future__ import annotations

from collections.abc import Iterator

from numfacts.judging.verdicts import Judgement
from numfacts.judging.words import bare
from numfacts.model import Range

RELATION = Range


def judge(told: Range) -> Iterator[Judgement]:
    if told.descends:
        order = "later" if told.fact.kind == "date" else "more"
        message = (
            f"“{told.printed or bare(told.fact)}” runs backwards: {told.first} is {order} than {told.second}"
        )
        yield Judgement(told.fact, (told.last,) if told.last else (), message)

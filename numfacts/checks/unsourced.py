"""A figure that is on no reference sheet.

Some desks publish no number that nobody has looked up. With ``--require-source`` every figure of the story must be
told by a row of the sheets given with ``--facts``; ordinals, dates, scores and page furniture need none, nor does a
figure that restates one that has its row, as in “370 miles (600km)”. ``numfacts facts-template`` writes the rows that
a story needs.

Sheet:
    name,value,unit
    Core inflation,3.5,percent

Flagged:
    Services inflation was 4.7%.

Passes:
    Core inflation was 3.5%.
"""

from __future__ import annotations

from collections.abc import Iterator

from numfacts.judging.verdicts import Judgement
from numfacts.judging.words import bare
from numfacts.model import Unsourced

RELATION = Unsourced
SEVERITY = "error"
OPTIONAL = True


def judge(unsourced: Unsourced) -> Iterator[Judgement]:
    fact = unsourced.fact
    of = fact.counted or fact.measured_entity
    what = f"{bare(fact)} ({of})" if of and of not in fact.text else bare(fact)
    yield Judgement(fact, (), f"{what} is on no reference sheet", SEVERITY, "inconsistent")

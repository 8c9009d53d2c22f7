"""A figure that rose to less than it rose from, or fell to more.

The verb and the figures contradict each other: one of the three is the wrong one, and mostly the end points stand in
the wrong order. Rates of exchange and bond yields, places in a ranking and records against the clock move the other way
than their numbers and are left alone, and so are losses, which grow as the number falls.

Flagged:
    Attendance rose to 40 from 50.
    The rate fell from 3.1% to 3.4%.

Passes:
    Attendance fell to 40 from 50.
    The yen rose to 149.2 per dollar from 151.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from numfacts.grammar.late_patterns import late
from numfacts.judging.intervals import coarse
from numfacts.judging.verdicts import Judgement
from numfacts.judging.words import bare, move
from numfacts.model import Change, Fact

RELATION = Change

# Whose number falls as it gets better, or the other way round.
INVERSE = late(
    r"""
    \b(?: yen|yuan|renminbi|rupees?|dollars?|euros?|sterling|pounds?|francs?|krona|krone|lira|peso|pesos|real|rand|won
      | ringgit|baht|rupiah|roubles?|rubles?|currency|currencies|greenback|loonie|aussie|kiwi|exchange\ rate
      | rank|ranks|ranked|ranking|rankings|place|places|position|seed|seeding|league|table|chart|handicap
      | loss|losses|deficit|shortfall|debt|minus|negative|below\ zero|freezing
      | odds|rating|grade|class|level|magnitude|par
    )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
YIELD = late(r"\b(?:yields?|yielding|bonds?|gilts?|treasur(?:y|ies)|notes?|spreads?)\b", re.IGNORECASE)
QUOTED_IN = frozenset({"money", "number", "rate"})  # what currencies and places are told in


def judge(change: Change) -> Iterator[Judgement]:
    new, old = change.new, change.old
    if new is None or old is None or change.direction is None or change.basis or not change.sure:
        return
    if _inverse(new, old):
        return
    before, after = coarse(old), coarse(new)
    wrong = after.high < before.low if change.direction == "rise" else after.low > before.high
    if not wrong:
        return
    word = "rose" if change.direction == "rise" else "fell"
    yield Judgement(
        new, (old,), f"{bare(old)} to {bare(new)} is {move(old, new)}, and the text says that it {word}"
    )


def _inverse(new: Fact, old: Fact) -> bool:
    if any(fact.value is not None and fact.value < 0 for fact in (new, old)):
        return True
    clause = _clause(new, old)
    return YIELD.search(clause) is not None or (new.kind in QUOTED_IN and INVERSE.search(clause) is not None)


def _clause(new: Fact, old: Fact) -> str:
    """The sentence without the figures, whose own "dollars" say nothing of a rate of exchange."""
    return new.sentence.replace(new.text, " ").replace(old.text, " ")

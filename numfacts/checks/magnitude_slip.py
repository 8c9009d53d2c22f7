"""An amount or a measure that would be right with another number of zeros.

Million for billion is the commonest slip of the keyboard in business news, and the costliest to have printed: it looks
right, it sounds right, and it is wrong by a factor of a thousand.

Where a figure is told again in another unit or currency and the two differ by a power of ten and otherwise agree, it
is this, and `unit-conversion` and `currency-conversion` say nothing. Lakh and crore are checked against millions.

Flagged:
    The ship carried oil worth 10.47 billion euros (£8.98 million).
    The town lies 5km (3,100 miles) from the coast.
    The scheme covers 1 crore (100 million) farmers.

Passes:
    The ship carried oil worth 10.47 billion euros (£8.98 billion).
    The scheme covers 1 crore (10 million) farmers.
"""

from __future__ import annotations

from collections.abc import Iterator

from numfacts.checks.currency_conversion import told
from numfacts.judging.conversions import restated
from numfacts.judging.exchanges import exchanged
from numfacts.judging.figures_again import range_anew, unhedged, written_anew
from numfacts.judging.verdicts import Judgement
from numfacts.judging.words import bare
from numfacts.model import Restatement

RELATION = Restatement


def judge(relation: Restatement) -> Iterator[Judgement]:
    stated, again = relation.stated, relation.again
    if stated.kind == "money" and stated.unit != again.unit:
        amount = exchanged(relation)
        if amount is None or not amount.slip:
            return
        slip, message = amount.slip, told(relation, amount)
    else:
        measure = restated(relation)
        if measure is None or not measure.slip:
            return
        slip = measure.slip
        low, high = measure.expected
        anew = range_anew(again, low, high) if low != high else written_anew(again, low, slip)
        message = f"{unhedged(stated)} is {anew}, not {bare(again)}"
    factor = f"{10 ** abs(slip):,} times too {'much' if slip > 0 else 'little'}"
    severity = "error" if relation.sure else "warning"
    yield Judgement(again, (stated,), f"{message}: {factor}", severity)

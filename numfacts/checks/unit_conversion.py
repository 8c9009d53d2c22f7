"""A measure in brackets that is not the one before it in the other unit.

Half of the readers know miles and the other half kilometres, so a wrong conversion is seen by no one who could object:
each reads the number of their own. A slip of the calculator tells one half of them something false.

Both figures may be rounded as a newsroom rounds: 60 miles (100 km), 12 km (7 miles), 25 km (15 miles). A ton may be
short, long or metric, a gallon American or imperial. Degrees may be a reading or a difference. Where only the coarsest
rounding makes the two agree, the finding is a warning.

Flagged:
    The village is 30 miles (58km) from the border.
    It was 40C (72F) in the shade.

Passes:
    The village is 30 miles (48km) from the border.
    The world has warmed by 2C (3.6F).
"""

from __future__ import annotations

from collections.abc import Iterator

from numfacts.judging.conversions import restated
from numfacts.judging.figures_again import range_anew, unhedged, written_anew
from numfacts.judging.verdicts import Judgement
from numfacts.judging.words import bare
from numfacts.model import Restatement

RELATION = Restatement
SEVERITIES = {"cut off": "note", "doubtful": "warning", "different": "error"}


def judge(relation: Restatement) -> Iterator[Judgement]:
    if relation.stated.kind == "money" and relation.stated.unit != relation.again.unit:
        return
    found = restated(relation)
    if found is None or found.slip or found.level not in SEVERITIES:
        return
    severity = SEVERITIES[found.level]
    if not relation.sure:
        if severity != "error":
            return
        severity = "warning"
    low, high = found.expected
    anew = range_anew(relation.again, low, high) if low != high else written_anew(relation.again, low)
    message = f"{unhedged(relation.stated)} is {anew}, not {bare(relation.again)}"
    verdict = "inconsistent" if found.level == "different" else "consistent only after rounding"
    yield Judgement(relation.again, (relation.stated,), message, severity, verdict, found.expected)

"""Shares of one whole that add to more than 100%, or to less where the last is said to be the rest.

Where one answer, vote or owner excludes the other, the shares cannot pass 100%. Mostly one of them is from another
question, or two digits changed places.

Each share may have been rounded, so four whole percentages may make 102. Lists that can overlap (several answers,
several worries), shares of different wholes and percentages of change are left alone: only words that divide one whole
count, such as a vote, a market, owners, a mixture, yes and no, men and women, “the remaining 30%”, religions, one verb
for all (“pay takes 52% of the budget, drugs 28%”, “power came from gas (45%), wind (32%) …”), a last answer that is
none (“did not know”). Hispanic people may be of any race, so lists with them are left alone. Where the words leave a
doubt it is a warning.

Flagged:
    In the ballot 50% chose red, 40% blue and 20% green.
    The plan has 60% for flats, 30% for shops and the remaining 30% for a park.
    Pay takes 52% of the budget, drugs 28% and buildings 30%.
    The town spends 40% of its income on roads, 35% on schools and 31% on parks.
    Exports take 70% of the crop. The other 40% is eaten at home.

Passes:
    The town is 60% white, 35% Hispanic and 12% Black.
    In the ballot 50% chose red, 30% blue and 20% green.
    In the survey 60% were worried about prices and 55% about jobs.
"""

from __future__ import annotations

from collections.abc import Iterator

from numfacts.judging.intervals import Interval, printed
from numfacts.judging.verdicts import Judgement
from numfacts.judging.words import bare, plainly
from numfacts.model import Fact, Shares

RELATION = Shares
ROUGH = 3.0  # percentage points: "half", "a third" in a list of shares
SLACK = 0.5  # percentage points over what rounding explains: doubtful still


def judge(relation: Shares) -> Iterator[Judgement]:
    shares = relation.shares
    together = _percent(shares[0])
    for share in shares[1:]:
        together = together.plus(_percent(share))
    over, under = together.low - 100, 100 - together.high
    if over <= 1e-9 and not (relation.complete and under > 1e-9):
        return
    if relation.complete and _last_ones_complete(shares):
        return
    severity = "error" if relation.sure and max(over, under) > SLACK else "warning"
    total = sum(_middle(share) for share in shares)
    told = f"{' + '.join(bare(share) for share in shares)} is {plainly(total, 5)}%, not 100%"
    yield Judgement(shares[-1], shares[:-1], told, severity, recomputed=together)


def _last_ones_complete(shares: tuple[Fact, ...]) -> bool:
    """Of "60% who voted, 70% chose him and the remaining 30% her" the last two make a whole."""
    for first in range(1, len(shares) - 1):
        together = Interval(0, 0)
        for share in shares[first:]:
            together = together.plus(_percent(share))
        if together.low <= 100 <= together.high:
            return True
    return False


def _percent(share: Fact) -> Interval:
    if share.kind != "ratio":
        stands = printed(share)
        return Interval(max(0.0, stands.low), stands.high)
    stands = printed(share).times(100)
    return Interval(max(0.0, stands.low - ROUGH), stands.high + ROUGH)


def _middle(share: Fact) -> float:
    stands = _percent(share)
    return (share.value or stands.low) * (100 if share.kind == "ratio" else 1)

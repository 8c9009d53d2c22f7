"""The rate of exchange that a story's other conversions imply: of "€10m ($11m)" and "€50m ($55m)" it is about 1.1.

    implied(pair, others) -> Exchange("EUR", "USD", 1.04, 1.16, source="the story")

It is asked where the day's own rate is not known.  Each other conversion between the same two currencies implies an
interval, by how both amounts were rounded; what most of them share is the rate.
"""

from __future__ import annotations

from collections.abc import Sequence

from numfacts.model import Exchange, Fact, Restatement

SPARE = 0.05  # of an implied rate, each way: the amounts may be of two days
SPARE_OF_FEW = 0.10  # where only one or two imply it
ENOUGH = 3
MOST = 2 / 3  # of the others must agree
MOST_PEERS = 40  # of a story's other conversions, the first


def code(fact: Fact) -> str:
    """``GBP`` of pounds a litre."""
    return (fact.unit or "").split("/")[0]


def implied(pair: Restatement, exchanged: Sequence[Restatement]) -> Exchange | None:
    """-> what the story's other conversions between the same two currencies imply, where most of them agree.

    A single one is asked only if it stands before, so that of two that differ one alone is found.
    """
    currency, other = code(pair.stated), code(pair.again)
    exchanged = exchanged[:MOST_PEERS]
    at = exchanged.index(pair) if pair in exchanged else len(exchanged)
    found = [(k, _implied(each, currency, other)) for k, each in enumerate(exchanged) if k != at]
    spans = [(k, span) for k, span in found if span is not None]
    if not spans or (len(spans) == 1 and spans[0][0] > at):
        return None
    agreeing = _most_agreeing([span for _, span in spans])
    if len(agreeing) < MOST * len(spans):
        return None
    spare = SPARE if len(agreeing) >= ENOUGH else SPARE_OF_FEW
    low, high = max(low for low, _ in agreeing), min(high for _, high in agreeing)
    source = "the story" if len(agreeing) > 1 else "the story, once"
    return Exchange(currency, other, low * (1 - spare), high * (1 + spare), source=source)


def _most_agreeing(spans: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """-> the largest set of intervals that share a point; one of them begins there."""
    sets = [[span for span in spans if span[0] <= low <= span[1]] for low, _ in spans]
    return max(sets, key=len)


def _implied(pair: Restatement, currency: str, other: str) -> tuple[float, float] | None:
    stated, again = pair.stated, pair.again
    if "/" in (stated.unit or ""):
        return None
    if (code(stated), code(again)) == (other, currency):
        stated, again = again, stated
    elif (code(stated), code(again)) != (currency, other):
        return None
    one, two = stated.value or 0.0, again.value or 0.0
    half_one, half_two = stated.precision or 0.0, again.precision or 0.0
    if one <= half_one or two <= half_two:
        return None
    hedged = SPARE * ((stated.modifier != "exact") + (again.modifier != "exact"))
    low, high = (two - half_two) / (one + half_one), (two + half_two) / (one - half_one)
    return low * (1 - hedged), high * (1 + hedged)

"""A figure found in the text: where it stands, what it says, and the rule that read it.

"more than £200" is ``Mention(kind="money", low=200, high=None, modifier="more_than", unit=GBP, …)``
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from numfacts.model.unit import Unit


class Mention(NamedTuple):
    """``value`` is set for a single number, ``low`` and ``high`` always but for open sides (and dates)."""

    start: int  # code points into the document, modifier words included
    end: int
    kind: str
    rule: str  # "money.prefix": the kind's file and the rule in it
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    step: Decimal | None  # one unit of the last stated digit; None where nothing is stated exactly
    modifier: str
    unit: Unit | None
    confidence: float
    first: int  # tokens of the sentence that the figure itself covers, without modifiers, end exclusive
    last: int
    counted: str | None = None
    denominator: str | None = None
    per: Decimal | None = None  # the number in a rate's denominator: 1000 in "per 1,000 births"
    period: str | None = None  # of a date: ISO 8601
    change: str | None = None
    candidates: tuple[str, ...] = ()


class Unread(NamedTuple):
    """A place that holds a digit or a number word and is no fact, and why."""

    start: int
    end: int
    reason: str  # "name", "code", "clock time", …

"""Calendar dates, years and spans: 2019, February 2022, Thursday 23 April, from 2017 until 2021, the 1990s."""

from __future__ import annotations

from functools import cache

from numfacts.grammar.dates import QUARTERS, Calendar, read_date
from numfacts.grammar.iso_periods import exists
from numfacts.grammar.sites import plain
from numfacts.grammar.tokens import Tokens
from numfacts.grammar.usage import Usage
from numfacts.lexicon.words import word_class
from numfacts.model import Mention


@cache
def starts() -> frozenset[str]:
    """Digits begin a date too; the reader of sentences asks there by itself."""
    return frozenset(
        {*word_class("month", "weekday"), *QUARTERS, "from", "between", "q", "h", "fy", "'", "’", "‘", "0"}
    )


def read_at(tokens: Tokens, i: int, usage: Usage, calendar: Calendar) -> Mention | None:
    found = read_date(tokens, i, calendar)
    if found is None:
        return None
    rule = found.rule.removeprefix("date.")
    return plain(
        tokens,
        found.first,
        found.last,
        "date",
        rule,
        None,
        period=found.period if "--" not in found.period and exists(found.period) else None,
        modified=False,
    )

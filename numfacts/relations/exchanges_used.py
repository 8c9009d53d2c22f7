"""What rates of exchange a story's money may have been converted at: those of its day, of a year, or its own.

``€500m ($574m)`` of 22 April 2025 gets ``Exchange("EUR", "USD", 1.02, 1.21, 1.1476, date(2025, 4, 22))``.

Where the day is known, the bounds are the lowest and the highest rate that the ECB published from a fortnight before it
to a fortnight after, widened by ``WIDENED``.  Measured on the ECB's file of 1999 to 2026, week by week: of the rates of three
weeks before, which a desk may still have on its list, 98 in 100 or more are within these bounds for the dollar, euro,
pound, yen, yuan, rupee, rand, real, peso and Turkish lira; of those of six weeks before, 89 (lira) to 100 (yuan).

Amounts of another time ("then worth", "in today's money", "in 1950") are left out: their rate is not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import product

from numfacts.model import Exchange, Fact, Restatement, Story, Told

FORTNIGHT = timedelta(days=14)
WIDENED = 0.05
WIDENED_AT_ANY_TIME = 0.10
WIDENED_IN_ONE_STORY = 0.05
FIRST_DAY, LAST_DAY = date(1999, 1, 4), date(9998, 12, 31)
MOST_PEERS = 40  # of a story's other conversions, the first
NEAR = 80  # characters before and behind, in which a word says of what time the amounts are
OTHER_TIME = re.compile(
    r"""
    \b(?: at\ (?:the|that)\ time\b(?!\ of) | then\ (?:worth|equal|equivalent|valued|about|around)\b | (?:back|since)\ then\b
        | (?:in|at|by|of)\ today[’']s\b | today[’']s\ (?:money|prices|values?|terms|dollars|pounds|euros)\b
        | now\ (?:worth|about|equal)\b | nowadays\b | present[\ -]day\b | in\ real\ terms\b | purchasing[\ -]power\b | PPP\b
        | inflation[\ -]adjusted | (?:adjust\w*|account\w*|allow\w*|correct\w*)\ for\ inflation\b
        | (?:current|constant|old|former|\d{4})\ (?:prices|money|dollars|pounds|terms)\b
        | (?:exchange|conversion)\ rates?\ (?:of|at|on|in|then)\b | pre-?war\b | century\b | century[’']s\b
        | (?:years|decades|months)\ (?:ago|earlier|before)\b | in\ (?:the\ )?(?:1[5-9]|20)\d0s\b )
    | \btoday\s?[)\]] | [(\[]\s?(?:then|now)\b
    | (?<![\d,.$£€])\b(?:1[5-8]\d\d|19[0-8]\d|199[0-8])\b(?![\d,%])
    """,
    re.VERBOSE | re.I,
)
LAST_YEAR = re.compile(r"\b(?:last|a|previous|prior|preceding)\ year\b|\byear[ -](?:ago|earlier|before)\b", re.I)
YEAR = re.compile(r"(?<![\d,.$£€])(?:199\d|20[0-4]\d)(?![\d,]|\.\d|%)")


def with_exchanges(story: Story, found: Sequence[Restatement]) -> Iterator[Restatement]:
    """-> the same, money with the exchanges that it may have used; money of another time or of unknown rates is left out."""
    exchanged = [pair for pair in found if _is_exchange(pair)]
    if not exchanged:
        yield from found
        return
    sentences = {fact.fact_id: told for told in story.sentences for fact in told.facts}
    for pair in found:
        if not _is_exchange(pair):
            yield pair
            continue
        around = _around(sentences[pair.stated.fact_id], pair)
        if OTHER_TIME.search(around):
            continue
        exchanges = _published(story, pair, around)
        peers = None if story.day else _of_the_others(pair, exchanged[:MOST_PEERS])
        if exchanges or peers:
            yield pair._replace(exchanges=exchanges, peers=peers)


def _is_exchange(pair: Restatement) -> bool:
    return pair.stated.kind == "money" and _code(pair.stated) != _code(pair.again)


def _code(fact: Fact) -> str:
    return (fact.unit or "").split("/")[0]


def _codes(fact: Fact) -> list[str]:
    """The currencies that the figure may be in, likeliest first."""
    codes = [each.split("/")[0] for each in (fact.candidates or "").split("|") if each]
    return list(dict.fromkeys([_code(fact), *codes]))


def _around(told: Told, pair: Restatement) -> str:
    """What stands around both figures in their sentence, the figures left out."""
    first, last = pair.stated.start - told.start, pair.again.end - told.start
    between = told.between(pair.stated, pair.again)
    return told.text[max(0, first - NEAR) : first] + between + told.text[last : last + NEAR]


def _published(story: Story, pair: Restatement, around: str) -> tuple[Exchange, ...]:
    """One exchange for each pair of currencies that the figures may be in; none where one of them has no rate."""
    if story.rates is None:
        return ()
    rates = story.rates()
    years = {int(year) for year in YEAR.findall(f"{around} {pair.stated.period or ''}")}
    if story.day and LAST_YEAR.search(around):
        years.add(story.day.year - 1)
    found: list[Exchange] = []
    for currency, other in product(_codes(pair.stated), _codes(pair.again)):
        if currency == other:
            continue
        if story.day is None:
            span = rates.span(currency, other, FIRST_DAY, LAST_DAY)
            if span is None:
                return ()  # Rs may be Pakistan's, of which the ECB publishes none
            found.append(_exchange(currency, other, span, WIDENED_AT_ANY_TIME, source="since 1999"))
            continue
        rate = rates.rate(currency, other, story.day)
        span = rates.span(currency, other, story.day - FORTNIGHT, story.day + FORTNIGHT)
        if rate is None or span is None:
            return ()
        exchange = _exchange(currency, other, span, WIDENED)
        found.append(exchange._replace(rate=rate.value, day=rate.day))
        for year in sorted(years):
            if year < story.day.year:  # of another year: that year's rates, or today's
                past = rates.span(currency, other, date(year, 1, 1), date(year, 12, 31))
                if past is None:
                    return ()
                found.append(_exchange(currency, other, past, WIDENED)._replace(source=f"ECB, {year}"))
    return tuple(found)


def _exchange(
    currency: str, other: str, span: tuple[float, float], widened: float, source: str = "ECB"
) -> Exchange:
    low, high = span
    return Exchange(currency, other, low * (1 - widened), high * (1 + widened), source=source)


def _of_the_others(pair: Restatement, exchanged: list[Restatement]) -> Exchange | None:
    """-> what the story's other conversions between the same two currencies imply, where they agree.

    Two of them outvote this one; a single one is asked only if it stands before, so that not both are found.
    """
    currency, other = _code(pair.stated), _code(pair.again)
    at = exchanged.index(pair) if pair in exchanged else len(exchanged)
    implied = [(k, _implied(each, currency, other)) for k, each in enumerate(exchanged) if k != at]
    spans = [(k, span) for k, span in implied if span is not None]
    low, high = max((span[0] for _, span in spans), default=0.0), min((span[1] for _, span in spans), default=0.0)
    if low >= high or (len(spans) == 1 and spans[0][0] > at):
        return None
    return Exchange(currency, other, low, high, source="the story" if len(spans) > 1 else "the story, once")


def _implied(pair: Restatement, currency: str, other: str) -> tuple[float, float] | None:
    stated, again = pair.stated, pair.again
    if "/" in (stated.unit or ""):
        return None
    if (_code(stated), _code(again)) == (other, currency):
        stated, again = again, stated
    elif (_code(stated), _code(again)) != (currency, other):
        return None
    one, two = stated.value or 0.0, again.value or 0.0
    half_one, half_two = stated.precision or 0.0, again.precision or 0.0
    if one <= half_one or two <= half_two:
        return None
    hedged = WIDENED_IN_ONE_STORY * (1 + (stated.modifier != "exact") + (again.modifier != "exact"))
    return (two - half_two) / (one + half_one) * (1 - hedged), (two + half_two) / (one - half_one) * (
        1 + hedged
    )

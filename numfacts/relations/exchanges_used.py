"""What rates of exchange a story's money may have been converted at: those of its day, of a year, or its own.

``€500m ($574m)`` of 22 April 2025 gets ``Exchange("EUR", "USD", 1.02, 1.21, 1.1476, date(2025, 4, 22))``.

Where the day is known, the bounds are the lowest and the highest rate that the ECB published from a fortnight before
it to a fortnight after, with ``SPARE``.  Measured on the ECB's file of 1999 to 2026, week by week: of the rates of
three weeks before, which a desk may still have on its list, 98 in 100 or more are within these bounds for the dollar,
euro, pound, yen, yuan, rupee, rand, real, peso and Turkish lira; of those of six weeks before, 89 (lira) to 100
(yuan).

Amounts of another time ("then worth", "in today's money", "in 1950") are left out: their rate is not known.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property
from itertools import product
from typing import NamedTuple

from numfacts.grammar.late_patterns import late
from numfacts.grammar.story_dollars import places_named
from numfacts.model import Exchange, Fact, Published, Restatement, Story, Told
from numfacts.relations.implied_rates import code, implied

FORTNIGHT = timedelta(days=14)
YEAR_AFTER = timedelta(
    days=366
)  # a story that tells its day only by a date in it may be of some months later
SPARE = 0.05
SPARE_AT_ANY_TIME = 0.10
FIRST_DAY, LAST_DAY = date(1999, 1, 4), date(9998, 12, 31)
ANY_TIME = "since 1999"
DATELINES = 2  # sentences at the top in which a full date is the story's own
NEAR = 80  # characters before and behind, in which a word says of what time the amounts are
SENTENCE_BEFORE = 200  # characters before the sentence, in which a year may be told that holds in it too
LONGEST = 1000  # of a sentence, what is searched for years
OTHER_TIME = late(
    r"""
    \b(?: at\ (?:the|that)\ time\b(?!\ of) | then\ (?:worth|equal|equivalent|valued|about|around)\b
        | (?:back|since)\ then\b
        | (?:in|at|by|of)\ today[’']s\b | today[’']s\ (?:money|prices|values?|terms|dollars|pounds|euros)\b
        | now\ (?:worth|about|equal)\b | nowadays\b | present[\ -]day\b | in\ real\ terms\b
        | purchasing[\ -]power\b | PPP\b
        | inflation[\ -]adjusted | (?:adjust\w*|account\w*|allow\w*|correct\w*)\ for\ inflation\b
        | (?:current|constant|old|former|\d{4})\ (?:prices|money|dollars|pounds|terms)\b
        | (?:exchange|conversion)\ rates?\ (?:of|at|on|in|then)\b | pre-?war\b | century\b | century[’']s\b
        | (?:years|decades|months)\ (?:ago|earlier|before)\b | in\ (?:the\ )?(?:1[5-9]|20)\d0s\b )
    | \btoday\s?[)\]] | [(\[]\s?(?:then|now)\b
    | (?<![\d,.$£€])\b(?:1[5-8]\d\d|19[0-8]\d|199[0-8])\b(?![\d,%])
    """,
    re.VERBOSE | re.I,
)
LAST_YEAR = late(r"\b(?:last|a|previous|prior|preceding)\ year\b|\byear[ -](?:ago|earlier|before)\b", re.I)
YEAR = late(r"(?<![\d,.$£€])(?:199\d|20[0-4]\d)(?![\d]|,\d|\.\d|%)")
ANY_YEAR = late(r"(?<![\d,.$£€])(?:19|20)\d\d(?![\d]|,\d|\.\d|%)")
FULL = late(r"\d{4}-\d\d-\d\d")


DOLLARS_OF = {"AUD": "AU", "CAD": "CA", "NZD": "NZ", "SGD": "SG"}
SPLIT = late(r"\b[AC] \$\d")  # "a larger A $3.1 billion sale", as some wires print it
# Pounds and rupees without a reference rate count where the story names their country.
OTHERS_OF = {
    "GBP": late(r"\b(?:Egypt|Cairo|Leban|Beirut|Syria|Damasc|Sudan|Khartoum|Gibraltar|Falkland)", re.I),
    "INR": late(
        r"\b(?:Pakistan|Karachi|Islamabad|Lahore|Sri Lanka|Colombo|Nepal|Kathmandu|Mauriti|Seychell)", re.I
    ),
}


def with_exchanges(story: Story, found: Sequence[Restatement]) -> Iterator[Restatement]:
    """-> the same, money with the exchanges that it may have used.

    Money of another time or of unknown rates is left out.
    """
    exchanged = [pair for pair in found if _is_exchange(pair)]
    if not exchanged:
        yield from found
        return
    spoken = _Spoken(story)
    sentences = {fact.fact_id: told for told in story.sentences for fact in told.facts}
    for pair in found:
        if not _is_exchange(pair):
            yield pair
            continue
        told = sentences[pair.stated.fact_id]
        around = _around(told, pair)
        if OTHER_TIME.search(around):
            continue
        exchanges = tuple(_published(spoken, told, pair, around))
        dated = any(exchange.rate for exchange in exchanges)
        peers = None if dated else implied(pair, exchanged)
        if exchanges or peers:
            yield pair._replace(exchanges=exchanges, peers=peers)


def _is_exchange(pair: Restatement) -> bool:
    return pair.stated.kind == "money" and code(pair.stated) != code(pair.again)


def _around(told: Told, pair: Restatement) -> str:
    """What stands around both figures in their sentence, the figures left out."""
    first, last = pair.stated.start - told.start, pair.again.end - told.start
    between = told.between(pair.stated, pair.again)
    return told.text[max(0, first - NEAR) : first] + between + told.text[last : last + NEAR]


class _Spoken:
    """What the whole story says of its places and years, each looked for once."""

    def __init__(self, story: Story) -> None:
        self.story, self.text = story, story.document.text
        self._days: dict[int, set[str]] = {}

    @cached_property
    def places(self) -> Collection[str]:
        return places_named(self.text)

    @cached_property
    def splits_dollars(self) -> bool:
        return SPLIT.search(self.text) is not None

    @cached_property
    def years(self) -> frozenset[int]:
        return frozenset(int(year) for year in ANY_YEAR.findall(self.text))

    @cached_property
    def elsewhere(self) -> frozenset[str]:
        return frozenset(code for code, named in OTHERS_OF.items() if named.search(self.text))

    def days(self, told: Told) -> set[str]:
        """-> the full dates of a sentence and of the story's first lines."""
        if told.start not in self._days:
            facts = [fact for each in (*self.story.sentences[:DATELINES], told) for fact in each.facts]
            self._days[told.start] = {
                fact.period
                for fact in facts
                if fact.kind == "date" and fact.period and FULL.fullmatch(fact.period)
            }
        return self._days[told.start]


def _codes(fact: Fact, spoken: _Spoken) -> dict[str, bool] | None:
    """The currencies that the figure may be in, likeliest first, and whether each is likely; None where a rate lacks.

    A bare $ is Canada's or Australia's in a story that names the country, and elsewhere only perhaps.
    """
    first = code(fact)
    codes = {first: True}
    for candidate in [each.split("/")[0] for each in (fact.candidates or "").split("|") if each]:
        if candidate == first:
            continue
        if first in OTHERS_OF:
            if first in spoken.elsewhere:
                return None
            continue
        named = candidate not in DOLLARS_OF or DOLLARS_OF[candidate] in spoken.places
        codes[candidate] = named or spoken.splits_dollars
    return codes


class _Span(NamedTuple):
    """Days whose rates are lawful, and what they are called; ``day`` is the one whose rate is told."""

    first: date
    last: date
    spare: float
    source: str = "ECB"
    day: date | None = None


def _published(spoken: _Spoken, told: Told, pair: Restatement, around: str) -> Iterator[Exchange]:
    """One exchange for each pair of currencies and span of days; none where one currency has no rate."""
    codes = _codes(pair.stated, spoken), _codes(pair.again, spoken)
    story = spoken.story
    if story.rates is None or codes[0] is None or codes[1] is None:
        return
    rates = story.rates()
    found: list[Exchange] = []
    spans = list(_spans(spoken, told, pair, around, rates))
    for (currency, one), (other, two) in product(codes[0].items(), codes[1].items()):
        if currency == other:
            continue
        for span in spans:
            reach = rates.span(currency, other, span.first, span.last)
            if reach is None and (span.day or span.source == ANY_TIME):
                return
            if reach is None:
                continue
            low, high = reach[0] * (1 - span.spare), reach[1] * (1 + span.spare)
            exchange = Exchange(currency, other, low, high, source=span.source, likely=one and two)
            rate = rates.rate(currency, other, span.day) if span.day else None
            if span.day and rate is None:
                return
            if rate:
                exchange = exchange._replace(rate=rate.value, day=rate.day, source=rate.source)
            found.append(exchange)
    yield from found


def _spans(spoken: _Spoken, told: Told, pair: Restatement, around: str, rates: Published) -> Iterator[_Span]:
    story = spoken.story
    day, after = story.day, FORTNIGHT
    before = spoken.text[max(0, told.start - SENTENCE_BEFORE) : told.start]
    years = {int(year) for year in YEAR.findall(f"{before} {told.text[:LONGEST]} {pair.stated.period or ''}")}
    if day is None:
        day, after = _day_told(spoken, told, rates), YEAR_AFTER
    elif LAST_YEAR.search(around):
        years.add(day.year - 1)
    if day is None or rates.rate("USD", "EUR", day) is None:
        if (
            day is None or day >= FIRST_DAY
        ):  # none for the papers of 1987; a day after the end of the file has bounds
            if story.day or not spoken.years or max(spoken.years) >= FIRST_DAY.year:
                yield _Span(FIRST_DAY, LAST_DAY, SPARE_AT_ANY_TIME, ANY_TIME)
        return
    yield _Span(day - FORTNIGHT, day + after, SPARE, day=day)
    for year in sorted(years):  # of another year: that year's rates, or today's
        yield _Span(date(year, 1, 1), date(year, 12, 31), SPARE, f"ECB, {year}")


def _day_told(spoken: _Spoken, told: Told, rates: Published) -> date | None:
    """-> the newest full date of the pair's own sentence or of the story's first lines, if no later year is told.

    Days and years without rates, which are still to come, say nothing of when a story was written.
    """
    days = [date.fromisoformat(day) for day in spoken.days(told)]
    newest = max((day for day in days if rates.rate("USD", "EUR", day)), default=None)
    later = [year for year in spoken.years if newest is not None and year > newest.year]
    return None if any(rates.rate("USD", "EUR", date(year, 1, 9)) for year in later) else newest

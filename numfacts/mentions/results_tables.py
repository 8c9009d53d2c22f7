"""Tables of a company's results in running text, whose currency stands once, at the earnings a share.

    Shr 21 cts vs 38 cts
    Net 580,000 vs 295,000          -> money, in the currency of the line above
    Avg shrs 3,410,000 vs 2,160,000 -> a count of shares

A bare number on either side of "vs" is what the label before it says; without one it stays a bare number.
"""

from __future__ import annotations

from collections.abc import Iterable

from numfacts.grammar.tokens import Tokens
from numfacts.lexicon.currencies import currency
from numfacts.lexicon.words import word_class
from numfacts.mentions.scan import SentenceReading
from numfacts.model import Mention, Unit

VERSUS = frozenset({"vs", "versus"})
OUTCOMES = frozenset({"loss", "profit"})  # "vs loss 12.4 mln"
SHARES = frozenset({"shr", "shrs", "share", "shares"})
LABEL_WITHIN = 8  # tokens: "Oper net profit 4,120,000 vs profit"
DOUBT = 0.8  # the factor for a currency that another line tells


def with_results_labelled(readings: list[SentenceReading]) -> list[SentenceReading]:
    """-> the readings of a document, the bare numbers of its results tables told as money or as shares."""
    if not readings or ("vs" not in readings[0].tokens.text and "versus" not in readings[0].tokens.text):
        return readings
    told = _first_currency(readings)
    labelled: list[SentenceReading] = []
    for reading in readings:
        if _compared(reading):
            mentions = [_labelled(reading.tokens, mention, told) for mention in reading.mentions]
            reading = reading._replace(mentions=mentions)
        told = _first_currency([reading]) or told
        labelled.append(reading)
    return labelled


def _compared(reading: SentenceReading) -> bool:
    return not VERSUS.isdisjoint(reading.tokens.words)


def _first_currency(readings: Iterable[SentenceReading]) -> Unit | None:
    for reading in readings:
        for mention in reading.mentions:
            if mention.unit is not None and mention.unit.currency is not None:
                candidates = tuple(code.partition("/")[0] for code in mention.candidates)
                return currency(mention.unit.currency, candidates)
    return None


def _labelled(tokens: Tokens, mention: Mention, told: Unit | None) -> Mention:
    if mention.rule != "number.digits" or not _beside_versus(tokens, mention):
        return mention
    label = mention.first - 1
    while label >= max(0, mention.first - LABEL_WITHIN):
        word = tokens.words[label]
        if word in SHARES:
            averaged = tokens.words[label - 1] in ("avg", "average") and label > 0
            return _told(mention, "count", counted="shares") if averaged else mention
        if word in word_class("results_label"):
            return _told(mention, "money", unit=told) if told is not None else mention
        label -= 1
    return mention


def _beside_versus(tokens: Tokens, mention: Mention) -> bool:
    first = mention.first - 1 if tokens.words[mention.first - 1] in OUTCOMES else mention.first
    return tokens.words[mention.last] in VERSUS or (first > 0 and tokens.words[first - 1] in VERSUS)


def _told(mention: Mention, kind: str, *, unit: Unit | None = None, counted: str | None = None) -> Mention:
    return mention._replace(
        kind=kind,
        rule=f"{kind}.results",
        unit=unit,
        counted=counted,
        candidates=unit.candidates if unit else (),
        confidence=round(mention.confidence * DOUBT, 3),
    )

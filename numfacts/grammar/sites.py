"""A phrase in its sentence, and the mention that a kind makes of it.

``stated(site, "money", "prefix")`` reads the modifiers around the phrase and gives the Mention with its bounds.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from numfacts.grammar.modifiers import read_modifiers
from numfacts.grammar.tokens import Tokens
from numfacts.grammar.usage import Usage
from numfacts.model import Mention, Phrase, Unit


class Site(NamedTuple):
    tokens: Tokens
    phrase: Phrase
    usage: Usage


def stated(
    site: Site,
    kind: str,
    rule: str,
    *,
    first: int | None = None,
    last: int | None = None,
    unit: Unit | None = None,
    value: Decimal | None = None,
    confidence: float = 1.0,
    counted: str | None = None,
    denominator: str | None = None,
    per: Decimal | None = None,
) -> Mention:
    """-> the mention of the site's phrase, from ``first`` to ``last`` where the kind reads further than the phrase.

    ``value`` overrides the phrase's number (a ratio's quotient); ``rule`` is told as ``kind.rule``.
    """
    tokens, phrase = site.tokens, site.phrase
    figure, other = phrase.figure, phrase.other
    end = phrase.last if last is None else last
    found = read_modifiers(tokens, phrase.first if first is None else first, end, kind)
    modifier, step = found.modifier, figure.step
    low: Decimal | None
    high: Decimal | None
    if other is not None and value is None:
        assert figure.value is not None and other.value is not None
        low, high = sorted((figure.value, other.value))
        modifier, number = "range", None
        if step is not None and other.step is not None:
            step = min(step, other.step)
    elif figure.value is None and value is None:
        modifier, number, low, high = "at_least", None, figure.low, None
    else:
        number = figure.value if value is None else value
        low = None if modifier in ("at_most", "less_than") else number
        high = None if modifier in ("at_least", "more_than") else number
    unit = unit or phrase.unit
    return Mention(
        start=tokens.starts[found.first],
        end=tokens.ends[found.last - 1],
        kind=kind,
        rule=f"{kind}.{rule}",
        value=number,
        low=low,
        high=high,
        step=None if number is None and other is None else step,
        modifier=modifier,
        unit=unit,
        confidence=round(confidence * phrase.confidence * found.confidence, 3),
        first=phrase.first,
        last=end,
        counted=counted,
        denominator=denominator,
        per=per,
        candidates=unit.candidates if unit else (),
    )


def plain(
    tokens: Tokens, first: int, last: int, kind: str, rule: str, value: Decimal | None, *,
    confidence: float = 1.0, counted: str | None = None, period: str | None = None, modified: bool = True,
) -> Mention:  # fmt: skip
    """-> a mention without a phrase: "doubled", "twice", "3-1", a date."""
    found = read_modifiers(tokens, first, last, kind) if modified else None
    modifier = found.modifier if found else "exact"
    start, end = (found.first, found.last) if found else (first, last)
    return Mention(
        start=tokens.starts[start],
        end=tokens.ends[end - 1],
        kind=kind,
        rule=f"{kind}.{rule}",
        value=value,
        low=None if modifier in ("at_most", "less_than") else value,
        high=None if modifier in ("at_least", "more_than") else value,
        step=None,
        modifier=modifier,
        unit=None,
        confidence=confidence,
        first=first,
        last=last,
        counted=counted,
        period=period,
    )

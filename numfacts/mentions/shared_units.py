"""Units that are told once for several figures: four-, five- and six-cylinder; C$6 (US$4.46) a share.

A hanging hyphen takes what the last of its row measures or counts; what an amount is per may stand behind the brackets
that restate the amount.
"""

from __future__ import annotations

from decimal import Decimal

from numfacts.grammar.noun_phrases import stops
from numfacts.grammar.tokens import DASHES, Tokens
from numfacts.grammar.units import UnitReading, with_denominator
from numfacts.grammar.usage import Usage
from numfacts.model import Mention, Unit

ROW = frozenset({",", "and", "or", "to"})


def with_shared_units(tokens: Tokens, mentions: list[Mention], usage: Usage) -> list[Mention]:
    """-> the mentions of a sentence, in order, each with the unit that a later one tells for it."""
    if len(mentions) < 2:
        return mentions
    found = list(mentions)
    for k in range(len(found) - 2, -1, -1):
        mention, other = found[k], found[k + 1]
        if mention.kind == "number" and _hangs(tokens, mention, other):
            found[k] = mention._replace(
                kind=other.kind, rule=f"{other.kind}.hanging", unit=other.unit, counted=other.counted,
                candidates=other.candidates, confidence=0.8,
            )  # fmt: skip
        elif other.kind == "number" and _ends(tokens, mention, other):
            found[k + 1] = other._replace(
                kind=mention.kind, rule=f"{mention.kind}.end_point", unit=mention.unit, candidates=mention.candidates,
                confidence=0.8,
            )  # fmt: skip
        elif mention.unit is not None and _restated(tokens, mention, other):
            found[k : k + 2] = [_per_what_follows(tokens, m, other.last + 1, usage) for m in (mention, other)]
    return found


def _hangs(tokens: Tokens, mention: Mention, other: Mention) -> bool:
    """``10-, 20- and 30-year``: a hyphen that nothing is tied to, and at the end of the row one that something is."""
    j = mention.last
    return (
        tokens.words[j] in DASHES
        and tokens.glued(j)
        and tokens.words[j + 1] in ROW
        and other.first <= j + 3
        and other.rule.endswith((".compound", ".hanging", ".year_old"))
    )


def _ends(tokens: Tokens, mention: Mention, other: Mention) -> bool:
    """``from 14-18 mpg to 24 for vans``: the other end of what is told with its unit; not "from 30% to 36 people"."""
    follower = tokens.words[other.last]
    return (
        mention.unit is not None
        and mention.kind in ("measure", "percent", "duration")
        and other.rule == "number.digits"
        and tokens.words[mention.last] == "to"
        and other.first == mention.last + 1
        and "from" in tokens.words[mention.first - 1 : mention.first + 1]
        and (not follower.isalpha() or follower in stops())
    )


def _restated(tokens: Tokens, mention: Mention, other: Mention) -> bool:
    """``9bn shekels ($2.4bn) a year``: one amount of money in brackets right behind another."""
    return (
        mention.kind == other.kind == "money"
        and tokens.words[mention.last] == "("
        and other.first == mention.last + 1
        and tokens.words[other.last] == ")"
    )


def _per_what_follows(tokens: Tokens, mention: Mention, j: int, usage: Usage) -> Mention:
    unit: Unit | None = mention.unit
    if unit is None or "/" in unit.name:
        return mention
    return mention._replace(
        unit=with_denominator(tokens, UnitReading(unit, j, Decimal(1), 1.0, False, j), usage).unit
    )

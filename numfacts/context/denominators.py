"""What a share is a share of: "2% of GDP", "7% of its 17,000-strong workforce"."""

from __future__ import annotations

from numfacts.grammar.clauses import Clauses
from numfacts.grammar.noun_phrases import counted_after
from numfacts.grammar.tokens import Tokens
from numfacts.lexicon.words import word_class
from numfacts.model import Mention


def denominator_of(clauses: Clauses | None, tokens: Tokens, mention: Mention) -> str | None:
    """-> what a percentage is of: ``of GDP``, ``of the vote``, and the bare ``2 per cent GDP``."""
    if mention.kind != "percent" or mention.denominator or (mention.unit and mention.unit.name != "percent"):
        return mention.denominator
    j = mention.last
    if tokens.words[j] == "of":
        j += 1
        while tokens.words[j] in word_class("determiner"):
            j += 1
        whole = j
        while tokens.words[j][:1].isdigit() or tokens.words[j] in word_class("number_tail"):
            j += 1  # "12 pct of its 4.5 mln shares", "7% of its 17,000-strong workforce"
        phrase = clauses.phrase_after(j) if clauses is not None else None
        phrase = phrase or counted_after(tokens, j) or counted_after(tokens, j, one=True)
        return tokens.slice(whole, phrase[1]) if phrase else None
    return tokens.raw[j] if tokens.words[j] in word_class("aggregate") else None

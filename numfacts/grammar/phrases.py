"""A figure or a range with all that belongs to it, read once for every kind.

``read_phrase`` at "3.3" of "between $3.3 and $3.6 billion a year" gives one Phrase with low 3300000000, high
3600000000, the unit ``USD/year`` and the joiner "and".
"""

from __future__ import annotations

from numfacts.grammar.figures import read_figure
from numfacts.grammar.ranges import either_side, read_range
from numfacts.grammar.tokens import Tokens
from numfacts.grammar.usage import Usage
from numfacts.model import Phrase


def read_phrase(tokens: Tokens, i: int, usage: Usage) -> Phrase | None:
    """-> the phrase whose first numeral begins at token ``i``; None where no numeral does."""
    between = _led_by(tokens, i, "between")
    figure = read_figure(tokens, i, usage, between=between)
    if figure is None:
        return None
    both = either_side(tokens, figure)
    if both is not None:
        return both
    alone = figure.numeral.form in ("vague", "ordinal")
    ranged = None if alone else read_range(tokens, figure, usage, between)
    return ranged or Phrase(figure.first, figure.last, figure, None, "", figure.unit, figure.confidence)


def _led_by(tokens: Tokens, i: int, word: str) -> bool:
    return word in tokens.words[max(0, i - 4) : i]

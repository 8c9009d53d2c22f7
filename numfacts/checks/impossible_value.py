"""A figure that nothing in the world can have.

130% of residents cannot have voted and a population cannot fall 120%. Such a figure has a digit too many, or is a
percentage of something else than the words say.

Judged are shares of people, votes, seats and the like, rates with a ceiling (turnout, unemployment), chances, falls of
what cannot go below zero, “six of the five judges”, negative counts, ages over 130, latitudes over 90 degrees and
temperatures below absolute zero. More than 100% of capacity, GDP, a target or last year's figure is lawful, and so is
a fall of profits, yields, growth or margins by more than 100%. What is told as a claim, a tale or a mistake is left
alone.

Flagged:
    130% of residents voted.
    The population fell 120%.

Passes:
    The plant ran at 130% of capacity.
    Profit fell 120% to a loss of £3m.
"""

from __future__ import annotations

from collections.abc import Iterator

from numfacts.judging import possible_figures, possible_shares
from numfacts.judging.verdicts import Judgement
from numfacts.judging.words import bare
from numfacts.model import Alone

RELATION = Alone


def judge(alone: Alone) -> Iterator[Judgement]:
    why = possible_shares.why_not(alone) if alone.fact.kind == "percent" else possible_figures.why_not(alone)
    if why:
        yield Judgement(alone.fact, (), f"{bare(alone.fact)} cannot be: {why}")

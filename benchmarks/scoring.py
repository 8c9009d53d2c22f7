"""Compares the quantities that a system found with those of a gold set: pairs, counts, F1 and its interval.

    gold = [Quantity(5.0, "percentage", "up", ("fares",))]
    found = [Quantity(5.0, "percentage", "=", ()), Quantity(2031.0)]
    count_pairs(gold, found)         # [1, 1, 0, 0, 0]: METRICS in order; P is 1/2, R 1/1 for the first two

Two values agree within 1e-5, ranges by both bounds in either order; units and concepts without regard to case.

*One to one*: a sentence's gold and found quantities are paired, values agreeing; of all pairings the one with the most
pairs counts, then with the most agreeing units, changes, and concepts, partly and complete.

*As the paper counts* (Almasian et al., EMNLP 2023, whose published figures come from it): every gold quantity runs
through the found ones, and each of its value counts, so that one can count for several; see ``count_as_paper``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

METRICS = ("value", "value+unit", "value+change", "value+concept partial", "value+concept complete")
RESAMPLES = 1000
SEED = 0  # one for all systems, so that they are scored on the same resampled texts

Value = float | tuple[float, float]  # a number, or the bounds of a range in the order of the text
Agreement = tuple[bool, ...]  # whether a pair counts, for each of METRICS


class Quantity(NamedTuple):
    """What is compared, of gold and of a system alike."""

    value: Value
    unit: str | None = None
    change: str | None = None
    concepts: tuple[str, ...] = ()


class Rate(NamedTuple):
    """A percentage with the bounds of its 95% bootstrap interval."""

    percent: float
    low: float
    high: float


class Score(NamedTuple):
    """One metric of one system on one gold set, in per cent."""

    precision: float
    recall: float
    f1: Rate
    f1_as_paper: float


def agreement(gold: Quantity, found: Quantity) -> Agreement | None:
    """-> for each metric whether the two agree; None where their values differ, which no other field mends."""
    if not _same(gold.value, found.value):
        return None
    wanted, given = _words(gold), _words(found)
    return (
        True,
        _unit(gold) == _unit(found),
        gold.change == found.change,
        bool(wanted & given) or wanted == given,
        wanted == given,
    )


def _same(a: Value, b: Value) -> bool:
    return _same_in_order(a, b) or (isinstance(b, tuple) and _same_in_order(a, (b[1], b[0])))


def _same_in_order(a: Value, b: Value) -> bool:
    if isinstance(a, tuple) and isinstance(b, tuple):
        return _near(a[0], b[0]) and _near(a[1], b[1])
    return not isinstance(a, tuple) and not isinstance(b, tuple) and _near(a, b)


def _near(a: float, b: float) -> bool:
    return abs(a - b) <= 1e-8 + 1e-5 * abs(b)


def _unit(quantity: Quantity) -> str:
    return " ".join((quantity.unit or "").lower().split())


def _words(quantity: Quantity) -> frozenset[str]:
    return frozenset(word.lower() for word in quantity.concepts)


# One to one


def pairs(gold: Sequence[Quantity], found: Sequence[Quantity]) -> list[tuple[int, int, Agreement]]:
    """-> (place in gold, place in found, agreement) of each pair of the best pairing, in the order of gold."""
    agreements = {
        (i, j): agrees
        for i, wanted in enumerate(gold)
        for j, given in enumerate(found)
        if (agrees := agreement(wanted, given)) is not None
    }
    base = min(len(gold), len(found)) + 1  # so that no number of later fields outweighs an earlier one
    weights = {
        pair: sum(base**place for place, holds in enumerate(reversed(agrees)) if holds)
        for pair, agrees in agreements.items()
    }
    return [(i, j, agreements[i, j]) for i, j in sorted(_heaviest(weights))]


def _heaviest(weights: dict[tuple[int, int], int]) -> list[tuple[int, int]]:
    """-> the matching of the greatest weight: one pair more at a time, along the path that gains the most."""
    taken: dict[int, int] = {}  # found -> gold
    while (path := _best_path(weights, taken)) is not None:
        taken.update(path)
    return [(i, j) for j, i in taken.items()]


def _best_path(weights: dict[tuple[int, int], int], taken: dict[int, int]) -> dict[int, int] | None:
    """-> the pairs to be set, found -> gold, so that one more is paired at the greatest gain; None if none can be."""
    holder = {i: j for j, i in taken.items()}
    gained = {i: 0 for i, _ in weights if i not in holder}  # by gold that is free or can be freed
    reached: dict[int, tuple[int, int]] = {}  # found -> (gain, from which gold)
    changed = True
    while changed:
        changed = False
        for (i, j), weight in weights.items():
            if i not in gained or holder.get(i) == j:
                continue
            gain = gained[i] + weight
            if j in reached and reached[j][0] >= gain:
                continue
            reached[j], changed = (gain, i), True
            if j in taken:
                gained[taken[j]] = gain - weights[taken[j], j]
    free = [(gain, -j) for j, (gain, _) in reached.items() if j not in taken]
    if not free:
        return None
    path: dict[int, int] = {}
    step: int | None = -max(free)[1]
    while step is not None:
        path[step] = reached[step][1]
        step = holder.get(path[step])
    return path


def count_pairs(gold: Sequence[Quantity], found: Sequence[Quantity]) -> list[int]:
    """-> how many pairs count, by metric."""
    paired = pairs(gold, found)
    return [sum(agrees[metric] for *_, agrees in paired) for metric in range(len(METRICS))]


# As the paper counts


def count_as_paper(
    gold: Iterable[Quantity], found: Iterable[Quantity], *, middles: bool = False
) -> list[int]:
    """-> how much counts, by metric.

    Both lists are in the order of their units.  For each gold quantity, every found one of the same value counts: for
    the value (no more often than there is gold), the change and the concepts.  The first whose unit agrees as well
    counts for the unit, is used up and ends the search.  Ranges must agree in order; ``middles`` takes the middle of
    a range for its value, which the paper did for quantulum3; no concept is the word "-".
    """
    wanted = sorted(gold, key=_paper_order)
    left = sorted(found, key=_paper_order)
    counts = [0] * len(METRICS)
    for quantity in wanted:
        for other in list(left):
            if not _same_in_order(_middle(quantity, middles), _middle(other, middles)):
                continue
            counts[0] += counts[0] < len(wanted)
            counts[2] += quantity.change == other.change
            concepts, given = _listed(quantity), _listed(other)
            shared = len({*concepts} & {*given})
            counts[3] += shared > 0
            counts[4] += shared == len(concepts) == len(given)
            if _unit(quantity) == _unit(other):
                counts[1] += 1
                left.remove(other)
                break
    return counts


def _paper_order(quantity: Quantity) -> str:
    return quantity.unit or "-"


def _middle(quantity: Quantity, wanted: bool) -> Value:
    value = quantity.value
    return sum(value) / 2 if wanted and isinstance(value, tuple) else value


def _listed(quantity: Quantity) -> list[str]:
    return [word.lower() for word in quantity.concepts or ("-",)]


# Figures of a whole set


def score(
    texts: Sequence[tuple[Sequence[Quantity], Sequence[Quantity]]], *, middles: bool = False
) -> dict[str, Score]:
    """-> every metric over the (gold, found) of all texts; what one side never gives is the caller's to drop."""
    counts = [count_pairs(*text) for text in texts]
    as_paper = [count_as_paper(*text, middles=middles) for text in texts]
    gold, found = sum(len(text[0]) for text in texts), sum(len(text[1]) for text in texts)
    both = [len(wanted) + len(given) for wanted, given in texts]
    scores = {}
    for place, metric in enumerate(METRICS):
        right = [count[place] for count in counts]
        paper = sum(count[place] for count in as_paper)
        scores[metric] = Score(
            percent(sum(right), found),
            percent(sum(right), gold),
            rate([2 * count for count in right], both),
            percent(2 * paper, gold + found),
        )
    return scores


def percent(part: float, whole: float) -> float:
    return 100 * part / whole if whole else 0.0


def rate(parts: Sequence[int], wholes: Sequence[int]) -> Rate:
    """-> the sum of the parts in per cent of the sum of the wholes, one of each a text.

    The interval is the middle 95% of what comes out when as many texts are drawn again, with replacement.
    """
    if not parts:
        return Rate(0.0, 0.0, 0.0)
    draws = np.random.default_rng(SEED).integers(len(parts), size=(RESAMPLES, len(parts)))
    part, whole = np.asarray(parts)[draws].sum(axis=1), np.asarray(wholes)[draws].sum(axis=1)
    drawn = 100 * part / np.maximum(whole, 1)
    low, high = np.quantile(drawn, (0.025, 0.975))
    return Rate(percent(sum(parts), sum(wholes)), float(low), float(high))

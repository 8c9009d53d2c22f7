"""Sentences of two versions in pairs: the same words, the same words around other figures, similar words.

``pairs(old, new)`` pairs "Rents rose 5%." with "Rents rose 6%.", or where there is none with "Rents were up 6%."
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from math import fsum, log
from typing import NamedTuple

from numfacts.versions.order import Pair, anywhere, gaps_between, in_order, longest_ascent
from numfacts.versions.passages import FIGURE, Passage

Keys = Sequence[Hashable]
Way = Callable[[Keys, Keys], list[Pair]]

SIMILAR = 0.5  # of the weight of all words: shared by two wordings of one sentence
SIMILAR_IN_PLACE = 0.36  # between the same two neighbours
IN_PLACE = 0.15  # what standing there adds when several are similar
RAREST = 8  # words of a sentence by which similar ones are looked up
COMMON = 32  # sentences: a word of more of them finds none
NEIGHBOURS = 3  # sentences of the same gap, before and behind, that are always compared


class Same(NamedTuple):
    """A sentence of the old version and what it has become in the new."""

    old: int
    new: int
    likeness: float  # 1 where the words around the figures are the same


def pairs(old: Sequence[Passage], new: Sequence[Passage]) -> list[Same]:
    """-> each sentence in one pair at most, in the order of the old version."""
    found: dict[int, tuple[int, float]] = {}
    left_old, left_new = list(range(len(old))), list(range(len(new)))

    def take(more: Sequence[tuple[int, int, float]]) -> None:
        nonlocal left_old, left_new
        found.update({i: (j, likeness) for i, j, likeness in more})
        taken = {j for _, j, _ in more}
        left_old = [i for i in left_old if i not in found]
        left_new = [j for j in left_new if j not in taken]

    written_old, written_new = [each.written for each in old], [each.written for each in new]
    take(_sure(in_order(written_old, written_new)))
    take(_sure(_of(anywhere, written_old, written_new, left_old, left_new)))
    masked_old, masked_new = [each.words for each in old], [each.words for each in new]
    take(
        [
            (i, j, 1.0)
            for olds, news in gaps_between(_kept(found), left_old, left_new)
            for i, j in _of(in_order, masked_old, masked_new, olds, news)
        ]
    )
    telling = [i for i in left_old if _tells(masked_old[i])]
    take(_sure(_of(anywhere, masked_old, masked_new, telling, left_new)))
    take(_similar(old, new, left_old, left_new, _kept(found)))
    return [Same(i, *found[i]) for i in sorted(found)]


def _sure(pairs: Sequence[Pair]) -> list[tuple[int, int, float]]:
    return [(i, j, 1.0) for i, j in pairs]


def _of(way: Way, old: Keys, new: Keys, olds: Sequence[int], news: Sequence[int]) -> list[Pair]:
    """-> the pairs that a way of pairing finds among some of the sentences."""
    return [(olds[i], news[j]) for i, j in way([old[i] for i in olds], [new[j] for j in news])]


def _kept(found: dict[int, tuple[int, float]]) -> list[Pair]:
    """-> the pairs that are in the same order in both versions."""
    every = [(i, found[i][0]) for i in sorted(found)]
    return [every[at] for at in longest_ascent([j for _, j in every])]


def _tells(words: tuple[str, ...]) -> bool:
    """Figures with a word or none, such as cells of a table, are alike wherever they stand and say nothing by it."""
    return sum(word != FIGURE for word in words) > 2


def _similar(
    old: Sequence[Passage], new: Sequence[Passage], olds: Sequence[int], news: Sequence[int], kept: list[Pair]
) -> list[tuple[int, int, float]]:
    """-> the likeliest pairs first, and none below the least likeness."""
    often = Counter(word for each in (*old, *new) for word in each.content)
    total = len(old) + len(new)
    weight = {word: log(1 + total / times) for word, times in often.items()}
    weights_old = {i: fsum(weight[word] for word in old[i].content) for i in olds}
    weights_new = {j: fsum(weight[word] for word in new[j].content) for j in news}
    near = _near(kept, olds, news)
    ranked = []
    for i, j in _candidates(old, new, olds, news, near):
        whole = weights_old[i] + weights_new[j]
        common = fsum(weight[word] for word in old[i].content & new[j].content)
        likeness = 2 * common / whole if whole else 0.0
        in_place = j in near.get(i, ())
        if likeness >= (SIMILAR_IN_PLACE if in_place else SIMILAR):
            ranked.append((-likeness - IN_PLACE * in_place, i, j, likeness))
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    found = []
    for _, i, j, likeness in sorted(ranked):
        if i not in taken_old and j not in taken_new:
            taken_old.add(i)
            taken_new.add(j)
            found.append((i, j, likeness))
    return found


def _near(kept: list[Pair], olds: Sequence[int], news: Sequence[int]) -> dict[int, set[int]]:
    """-> for each old sentence the new ones of its gap, at about its place in the gap."""
    near: dict[int, set[int]] = defaultdict(set)
    for here, there in gaps_between(kept, olds, news):
        for rank, i in enumerate(here):
            at = rank * len(there) // len(here)
            near[i] = set(there[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1])
    return near


def _candidates(
    old: Sequence[Passage],
    new: Sequence[Passage],
    olds: Sequence[int],
    news: Sequence[int],
    near: dict[int, set[int]],
) -> Iterator[Pair]:
    """-> what is worth comparing: neighbours, and sentences that share one of the rarest words."""
    holders: dict[Hashable, list[int]] = defaultdict(list)
    for j in news:
        for word in new[j].content:
            holders[word].append(j)
    for i in olds:
        known = [word for word in old[i].content if 0 < len(holders.get(word, ())) <= COMMON]
        found = set(near.get(i, ()))
        for word in sorted(known, key=lambda word: (len(holders[word]), str(word)))[:RAREST]:
            found.update(holders[word])
        yield from ((i, j) for j in sorted(found))

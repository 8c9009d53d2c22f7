"""Two sequences of keys put side by side, as patience diff does it: what stayed in its place, and what moved.

``in_order("abcd", "acxd")`` pairs a, c and d; ``anywhere`` also pairs what stands elsewhere.

Keys that stand once on both sides are the anchors, the longest run of anchors in order stays, and each gap between
two of them is searched again.  Near linear, whatever is repeated: the gaps of one round are together no longer than
the text, and the rounds are counted.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import pairwise

Pair = tuple[int, int]  # an index of the old, an index of the new

_ROUNDS = 12


def in_order(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """-> pairs of equal keys, both indices ascending."""
    found: list[Pair] = []
    gaps = [(0, len(old), 0, len(new))]
    for left in range(_ROUNDS, -1, -1):
        later = []
        for gap in gaps:
            ends, (start, end, first, last) = _ends(old, new, gap)
            found += ends
            if start == end or first == last:
                continue
            anchors = _anchors(old, new, start, end, first, last) if left else []
            if not anchors:
                found += _repeated(old, new, start, end, first, last)
                continue
            found += anchors
            posts = [(start - 1, first - 1), *anchors, (end, last)]
            later += [(a + 1, b, c + 1, d) for (a, c), (b, d) in pairwise(posts)]
        gaps = later
    return sorted(found)


def anywhere(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """-> pairs of equal keys, the first with the first, wherever they stand."""
    places: dict[Hashable, Iterator[int]] = {}
    for key, indices in _indices(new, 0, len(new)).items():
        places[key] = iter(indices)
    pairs = ((i, next(places.get(key, iter(())), None)) for i, key in enumerate(old))
    return [(i, j) for i, j in pairs if j is not None]


def longest_ascent(numbers: Sequence[int]) -> list[int]:
    """-> the places of a longest run that never descends: ``[3, 1, 2, 2]`` -> ``[1, 2, 3]``.  n log n."""
    ends: list[int] = []  # the least number in which a run of each length ends
    places: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        length = bisect_right(ends, number)
        ends[length : length + 1] = [number]
        places[length : length + 1] = [place]
        before.append(places[length - 1] if length else -1)
    run = []
    place = places[-1] if places else -1
    while place >= 0:
        run.append(place)
        place = before[place]
    return run[::-1]


def gaps_between(
    pairs: Sequence[Pair], old: Sequence[int], new: Sequence[int]
) -> Iterator[tuple[list[int], list[int]]]:
    """-> the indices of ``old`` and of ``new`` that stand between the same two pairs; gaps with both only."""
    olds = _by_gap([i for i, _ in pairs], old)
    news = _by_gap([j for _, j in pairs], new)
    for gap in sorted(olds.keys() & news.keys()):
        yield olds[gap], news[gap]


def _by_gap(posts: list[int], indices: Sequence[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for index in indices:
        found[bisect_right(posts, index)].append(index)
    return found


def _ends(
    old: Sequence[Hashable], new: Sequence[Hashable], gap: tuple[int, int, int, int]
) -> tuple[list[Pair], tuple[int, int, int, int]]:
    """-> what a gap begins and ends with on both sides, and the gap that is left."""
    start, end, first, last = gap
    pairs = []
    while start < end and first < last and old[start] == new[first]:
        pairs.append((start, first))
        start, first = start + 1, first + 1
    while start < end and first < last and old[end - 1] == new[last - 1]:
        end, last = end - 1, last - 1
        pairs.append((end, last))
    return pairs, (start, end, first, last)


def _anchors(
    old: Sequence[Hashable], new: Sequence[Hashable], start: int, end: int, first: int, last: int
) -> list[Pair]:
    often, again = Counter(old[start:end]), Counter(new[first:last])
    place = {new[j]: j for j in range(first, last) if again[new[j]] == 1}
    pairs = [(i, place[old[i]]) for i in range(start, end) if often[old[i]] == 1 and old[i] in place]
    return [pairs[at] for at in longest_ascent([j for _, j in pairs])]


def _repeated(
    old: Sequence[Hashable], new: Sequence[Hashable], start: int, end: int, first: int, last: int
) -> list[Pair]:
    """Nothing stands alone: the first with the first of its key, as far as these keep their order."""
    pairs = [(start + i, first + j) for i, j in anywhere(old[start:end], new[first:last])]
    return [pairs[at] for at in longest_ascent([j for _, j in pairs])]


def _indices(keys: Sequence[Hashable], start: int, end: int) -> dict[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = defaultdict(list)
    for index in range(start, end):
        found[keys[index]].append(index)
    return found

"""Figures of two sentences in pairs, and then those that are left anywhere in the two versions: by meaning and place.

Of "12 people, 5 of them children" and "five children and 14 adults" the pairs are 5 with five, 12 with 14.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

from numfacts.model import Fact
from numfacts.versions.meaning import dimension, family, numbers, shared, stated, stems
from numfacts.versions.order import Pair
from numfacts.versions.passages import FIGURE, Passage

FEW = 24  # figures of a sentence: up to here each is compared with each
NEARBY = 6  # else those at about its place, and those that state the same
AROUND = 3  # words on either side that show a figure in its place
CONTEXT = 8  # words on either side that show what a figure is about
ALIKE = 0.6  # likeness of two sentences whose figures need less to be the same

At = tuple[int, int]  # a sentence, and a figure in it, by number


def in_sentences(old: Passage, new: Passage, likeness: float) -> list[Pair]:
    """-> figures in pairs, by number, each once."""
    if old.words == new.words and len(old.facts) == len(new.facts):
        return [(i, i) for i in range(len(old.facts))]
    alone_old, alone_new = _only_ones(old.facts), _only_ones(new.facts)
    ranked = []
    for i, j in _candidates(old, new):
        one, other = old.facts[i], new.facts[j]
        score = _score(one, other) + _surroundings(old, i, new, j) / 2
        score += family(one) in alone_old and family(other) in alone_new
        if score >= _least(one, other, likeness):
            apart = abs(i / len(old.facts) - j / len(new.facts))
            ranked.append((-score, apart, i, j))
    return [(i, j) for _, _, i, j in _once(sorted(ranked))]


def anywhere(
    old: Sequence[Passage], new: Sequence[Passage], olds: list[At], news: list[At]
) -> list[tuple[At, At]]:
    """-> pairs among the figures that their sentences left over, those that state the same first."""
    found = _left_over(old, new, olds, news, same=True)
    taken_old, taken_new = {at for at, _ in found}, {at for _, at in found}
    olds = [at for at in olds if at not in taken_old]
    news = [at for at in news if at not in taken_new]
    return found + _left_over(old, new, olds, news, same=False)


def _candidates(old: Passage, new: Passage) -> Iterable[Pair]:
    """-> each with each; in a sentence without end (a table, a list) what stands near or states the same."""
    many, more = len(old.facts), len(new.facts)
    if many <= FEW and more <= FEW:
        return [(i, j) for i in range(many) for j in range(more)]
    found: set[Pair] = set()
    states: dict[Hashable, list[int]] = defaultdict(list)
    for j, fact in enumerate(new.facts):
        states[stated(fact)].append(j)
    for i, fact in enumerate(old.facts):
        at = i * more // many
        found.update((i, j) for j in range(max(0, at - NEARBY), min(more, at + NEARBY + 1)))
        found.update((i, j) for j in _nearest(states.get(stated(fact), []), at))
    return found


def _nearest(places: list[int], at: int) -> list[int]:
    from bisect import bisect_left

    middle = bisect_left(places, at)
    return places[max(0, middle - NEARBY) : middle + NEARBY]


def _once(ranked: Iterable[tuple[float, float, int, int]]) -> Iterator[tuple[float, float, int, int]]:
    taken_old, taken_new = set(), set()
    for row in ranked:
        if row[2] not in taken_old and row[3] not in taken_new:
            taken_old.add(row[2])
            taken_new.add(row[3])
            yield row


def _only_ones(facts: Sequence[Fact]) -> set[str]:
    """-> the kinds of which a sentence has one figure."""
    kinds = [family(fact) for fact in facts]
    return {kind for kind in kinds if kinds.count(kind) == 1} if len(kinds) <= FEW else set()


def _score(old: Fact, new: Fact) -> float:
    """-> how much two figures have in common, 10 at most; places in the sentence aside."""
    score = 0.0
    if stated(old) == stated(new):
        score += 5
    elif family(old) == family(new):
        score += 2 if dimension(old) == dimension(new) else 1
        score += 1.5 * (numbers(old) == numbers(new))
    else:
        score += 1.5 * (numbers(old) == numbers(new)) - 1
    score += 2 * shared(old.counted, new.counted)
    score -= bool(old.counted and new.counted) and not shared(old.counted, new.counted)
    score += 1.5 * shared(old.measured_entity, new.measured_entity)
    score += shared(old.denominator, new.denominator)
    if old.change is not None and new.change is not None:
        # Both ends of a change are in one sentence and easily mistaken; a rise that turns out a fall is a correction.
        turned = {old.change, new.change} == {"rise", "fall"}
        score += 0.5 if old.change == new.change else -0.5 if turned else -1.5
    return score


def _least(old: Fact, new: Fact, likeness: float) -> float:
    if stated(old) == stated(new):
        return 5 if likeness >= ALIKE else 5.5
    return 3 if likeness >= ALIKE else 4


def _surroundings(old: Passage, i: int, new: Passage, j: int) -> int:
    """-> how many words in a row are the same on its left and on its right."""
    left = _run(old.before(i, AROUND), new.before(j, AROUND))
    return left + _run(old.after(i, AROUND), new.after(j, AROUND))


def _run(old: tuple[str, ...], new: tuple[str, ...]) -> int:
    length = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        length += 1
    return length


def _left_over(
    old: Sequence[Passage], new: Sequence[Passage], olds: Sequence[At], news: Sequence[At], same: bool
) -> list[tuple[At, At]]:
    """``same``: figures that state the same; else figures of the same thing, whose number changed."""
    holders: dict[Hashable, list[At]] = defaultdict(list)
    for at in news:
        for key in _keys(new[at[0]].facts[at[1]], same):
            holders[key].append(at)
    ranked = []
    for here in olds:
        fact = old[here[0]].facts[here[1]]
        about = _about(old, here)
        near = {there for key in _keys(fact, same) for there in _nearest_at(holders.get(key, []), here)}
        for there in near:
            other = new[there[0]].facts[there[1]]
            common = len(about & _about(new, there))
            if common + 2 * _of_the_same(fact, other, same) >= (2 if same else 4):
                ranked.append((-common - _score(fact, other), here, there))
    found, taken_old, taken_new = [], set(), set()
    for _, here, there in sorted(ranked):
        if here not in taken_old and there not in taken_new:
            taken_old.add(here)
            taken_new.add(there)
            found.append((here, there))
    return found


def _of_the_same(old: Fact, new: Fact, same: bool) -> bool:
    """A word in common is enough where the number is the same too; else it is the same noun or nothing."""
    if same:
        return shared(old.counted, new.counted) or shared(old.measured_entity, new.measured_entity)
    if old.counted or new.counted:
        return stems(old.counted or "") == stems(new.counted or "")
    return old.measured_entity is not None and stems(old.measured_entity) == stems(new.measured_entity or "")


def _keys(fact: Fact, same: bool) -> list[Hashable]:
    if same:
        return [stated(fact)]
    if fact.kind == "date":  # another date elsewhere is another date
        return []
    words = stems(fact.counted or "") | stems(fact.measured_entity or "")
    return [(dimension(fact), word) for word in sorted(words)]


def _nearest_at(places: list[At], here: At) -> list[At]:
    from bisect import bisect_left

    middle = bisect_left(places, here)
    return places[max(0, middle - NEARBY) : middle + NEARBY]


def _about(passages: Sequence[Passage], at: At) -> frozenset[str]:
    """-> the words around a figure that carry meaning."""
    passage, number = passages[at[0]], at[1]
    words = {*passage.before(number, CONTEXT), *passage.after(number, CONTEXT)}
    return stems(" ".join(sorted(words - {FIGURE})))

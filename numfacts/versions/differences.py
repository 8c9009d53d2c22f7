"""Two versions of a story -> what became of each published number.

``differences(Document("It has 12 staff."), facts, Document("It has 14 staff."), facts)`` -> one ``Difference``:
``changed``, ``12 -> 14 (staff)``.

Ordinals are left out (a place in an order is seldom a figure that is corrected), and so is page furniture.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from numfacts.model import Document, Fact
from numfacts.model.difference import Difference
from numfacts.versions.figures import At, anywhere, in_sentences
from numfacts.versions.meaning import columns_that_differ
from numfacts.versions.order import longest_ascent
from numfacts.versions.passages import Passage, passages
from numfacts.versions.sentences import Same, pairs
from numfacts.versions.wording import message

LEFT_OUT = frozenset({"ordinal"})
TIMES = frozenset(
    {"duration", "age", "date"}
)  # "due in May 2028, to last six years": no figures of that year

Met = tuple[At, At]  # a figure of the old version, and the same in the new


class _Version(NamedTuple):
    passages: list[Passage]
    lines: list[int]  # where each line starts

    def fact(self, at: At) -> Fact:
        return self.passages[at[0]].facts[at[1]]

    def sentence(self, at: At) -> str:
        return self.passages[at[0]].sentence

    def places(self) -> Iterator[At]:
        return ((n, i) for n, passage in enumerate(self.passages) for i in range(len(passage.facts)))

    def line_and_column(self, at: At) -> tuple[int, int]:
        start = self.fact(at).start
        line = bisect_right(self.lines, start)
        return line, start - self.lines[line - 1] + 1


class _Compared(NamedTuple):
    """A pair of figures: the columns that differ, and of a date the figures that it dates."""

    columns: tuple[str, ...]
    dated: tuple[Fact, ...] = ()


def compared(facts: Iterable[Fact]) -> list[Fact]:
    """-> the facts that are told of: published in the story, and no place in an order."""
    return [fact for fact in facts if fact.kind not in LEFT_OUT and not _furniture(fact)]


def _furniture(fact: Fact) -> bool:
    return fact.section == "boilerplate"


def differences(
    old: Document, old_facts: Iterable[Fact], new: Document, new_facts: Iterable[Fact]
) -> list[Difference]:
    """-> in the order of the new version; what was removed stands where it is missed."""
    before, after = _version(old, old_facts), _version(new, new_facts)
    sentences = pairs(before.passages, after.passages)
    untouched = [same for same in sentences if _untouched(before, after, same)]
    edited = [same for same in sentences if not _untouched(before, after, same)]
    still = [((same.old, i), (same.new, i)) for same in untouched for i in _in_both(before, after, same)]
    met = [
        ((same.old, i), (same.new, j))
        for same in edited
        for i, j in in_sentences(before.passages[same.old], after.passages[same.new], same.likeness)
    ]
    here = {same.old for same in untouched}, {at for at, _ in met}
    there = {same.new for same in untouched}, {at for _, at in met}
    becomes = {same.old: after.passages[same.new] for same in edited}
    was = {same.new: before.passages[same.old] for same in edited}
    gone = _left(before, *here, becomes)
    come = _left(after, *there, was)
    elsewhere = anywhere(before.passages, after.passages, gone, come)
    results = {**dict.fromkeys(still, _Compared(())), **_results(before, after, met + elsewhere)}
    found_old, found_new = {at for at, _ in elsewhere}, {at for _, at in elsewhere}
    return _told(
        before,
        after,
        results,
        [at for at in gone if at not in found_old],
        [at for at in come if at not in found_new],
    )


def _version(document: Document, facts: Iterable[Fact]) -> _Version:
    starts = [0, *(match.end() for match in re.finditer("\n", document.text))]
    # Page furniture is paired too: what stands around a line decides whether it is some, and that may have changed.
    return _Version(passages(document, [fact for fact in facts if fact.kind not in LEFT_OUT]), starts)


def _untouched(before: _Version, after: _Version, same: Same) -> bool:
    """Word for word the same: its figures are too, whatever the sentences around it make of them."""
    return before.passages[same.old].written == after.passages[same.new].written


def _in_both(before: _Version, after: _Version, same: Same) -> range:
    return range(min(len(before.passages[same.old].facts), len(after.passages[same.new].facts)))


def _left(version: _Version, untouched: set[int], met: set[At], counterparts: dict[int, Passage]) -> list[At]:
    """-> the figures that have no counterpart, and whose words do not stand in the other wording of their sentence."""
    left = [at for at in version.places() if at[0] not in untouched and at not in met]
    return [
        at
        for at in left
        if at[0] not in counterparts or not counterparts[at[0]].holds_unread(version.fact(at))
    ]


def _results(before: _Version, after: _Version, met: Sequence[Met]) -> dict[Met, _Compared]:
    """A date that changes takes the period of the figures around it with it: one change, told once, of the date."""
    found = {}
    dates: dict[tuple[int, int], list[Met]] = defaultdict(list)
    for pair in met:
        here, there = pair
        old, new = before.fact(here), after.fact(there)
        columns = columns_that_differ(old, new, before.sentence(here), after.sentence(there))
        found[pair] = _Compared(columns)
        if new.kind == "date" and "period" in columns and old.text.casefold() != new.text.casefold():
            dates[here[0], there[0]].append(pair)
    dated: dict[Met, list[Fact]] = defaultdict(list)
    for (here, there), (columns, _) in list(found.items()):
        fact = after.fact(there)
        around = dates.get((here[0], there[0]), [])
        if "period" not in columns or (here, there) in around:
            continue
        if around and fact.kind not in TIMES:
            nearest = min(around, key=lambda pair: abs(after.fact(pair[1]).start - fact.start))
            dated[nearest].append(fact)
        if around or _same_words(before, after, here, there):
            found[here, there] = _Compared(tuple(name for name in columns if name != "period"))
    return {pair: _Compared(columns, tuple(dated.get(pair, ()))) for pair, (columns, _) in found.items()}


def _same_words(before: _Version, after: _Version, here: At, there: At) -> bool:
    """Nothing but figures was edited: what another day of publication makes of "this year" is no change."""
    return before.passages[here[0]].words == after.passages[there[0]].words


def _told(
    before: _Version, after: _Version, results: dict[Met, _Compared], gone: Sequence[At], come: Sequence[At]
) -> list[Difference]:
    # Sentences are what has an order: a clause that changes its place within its sentence is wording.
    met = sorted(results, key=lambda pair: (pair[0][0], pair[1][0], pair))
    kept = {met[place] for place in longest_ascent([there[0] for _, there in met])}
    found: list[tuple[tuple[int, int, int], Difference]] = []
    for pair, (columns, dated) in results.items():
        furniture = _furniture(before.fact(pair[0])) + _furniture(after.fact(pair[1]))
        if furniture < 2 if columns else pair not in kept and not furniture:
            found.append(((*pair[1], 1), _difference(before, after, *pair, columns, pair not in kept, dated)))
    stays = sorted(kept)
    for here in gone:
        if _furniture(before.fact(here)):
            continue
        place = bisect_right(stays, here, key=lambda pair: pair[0])
        missed = stays[place - 1][1] if place else (-1, -1)
        found.append(((*missed, 2), _difference(before, after, here, None)))
    found += [
        ((*there, 1), _difference(before, after, None, there))
        for there in come
        if not _furniture(after.fact(there))
    ]
    return [difference for _, difference in sorted(found, key=lambda row: row[0])]


def _difference(
    before: _Version,
    after: _Version,
    here: At | None,
    there: At | None,
    columns: tuple[str, ...] = (),
    moved: bool = False,
    dated: tuple[Fact, ...] = (),
) -> Difference:
    old = None if here is None else before.fact(here)
    new = None if there is None else after.fact(there)
    kind = "added" if old is None else "removed" if new is None else "changed" if columns else "moved"
    old_line, old_column = (None, None) if here is None else before.line_and_column(here)
    new_line, new_column = (None, None) if there is None else after.line_and_column(there)
    told = message(old, new, columns, moved, dated, old_line)
    return Difference(kind, old, new, columns, told, moved, old_line, old_column, new_line, new_column, dated)

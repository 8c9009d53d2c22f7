"""Which row of a reference sheet tells the same as a figure of a story, if any does.

The row ``Core inflation, 3.5, percent`` tells of the 3.6% of "Core inflation was 3.6%", and of no other figure there:
not of the services inflation beside it, nor of "up 0.3 points", which is the size of a change.

A row with a pattern tells of the figure that its match holds, or of the first behind it.  A row without one must have a
name all of whose words are found in what the figure is of, or failing those close by in its sentence; and what the
figure is of may hold no word more, for the row "inflation" says nothing of core inflation.  Precision goes first: the
row that says most wins, and of two that say as much none does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta
from decimal import Decimal
from typing import NamedTuple

from numfacts.model import Fact, ReferenceRow, Sourced, Story, Told, Unsourced
from numfacts.references.cells import span_of
from numfacts.references.names import IMPLIED, NAMED_BEFORE, less_change, telling, turn_of, words_of
from numfacts.references.patterns import compiled, spans
from numfacts.references.units import in_unit

Agrees = Callable[[Sourced], bool]
MOVES = ("rise", "fall")
NO_LEVEL = frozenset({"date", "ordinal", "score"})
MONTH = timedelta(days=31)


class Candidate(NamedTuple):
    """A row that may tell of a figure, and how much speaks for it: more is better."""

    weight: tuple[int, ...]
    sourced: Sourced


def sourced(story: Story, rows: Sequence[ReferenceRow], agrees: Agrees) -> list[Sourced | Unsourced]:
    """-> each figure of a story with the row that tells it, or as one that no row tells, in text order.

    ``agrees`` says whether a figure can be what its row says.  Dates, ordinals and scores are no figures here.
    """
    found: dict[str, list[Candidate]] = {}
    for row in rows:
        for fact, weight in _told_of(story, row):
            allowed = _allowed(fact, row)
            if allowed is not None:
                found.setdefault(fact.fact_id, []).append(Candidate(weight, Sourced(fact, row, *allowed)))
    chosen = {fact_id: _best(candidates, agrees) for fact_id, candidates in found.items()}
    best = {fact_id: match for fact_id, match in chosen.items() if match is not None}
    best = {key: match for key, match in best.items() if not _of_another(match, best.values(), agrees)}
    figures = [fact for fact in story.facts if fact.kind not in NO_LEVEL]
    return [best.get(fact.fact_id) or Unsourced(fact) for fact in figures if not _restated(fact, best)]


def _best(candidates: list[Candidate], agrees: Agrees) -> Sourced | None:
    """Of rows that say as much one that agrees will do; if none does, nobody knows which of them is meant."""
    most = max(candidate.weight for candidate in candidates)
    first = [candidate.sourced for candidate in candidates if candidate.weight == most]
    if len(first) == 1:
        return first[0]
    return next((match for match in first if agrees(match)), None)


def _of_another(match: Sourced, matches: Iterable[Sourced], agrees: Agrees) -> bool:
    """Is the row told right elsewhere, of something that has other words?  Then this figure is of another thing.

    The row "jobs" fits "cut 1,200 jobs" and, in the next paragraph, the 300 jobs of a rival.
    """
    if match.row.pattern or agrees(match):
        return False
    same = [other for other in matches if other.row is match.row and agrees(other)]
    return bool(same) and all(_owned(other.fact) != _owned(match.fact) for other in same)


def _owned(fact: Fact) -> tuple[frozenset[str], ...]:
    return (
        words_of(fact.measured_entity or ""),
        words_of(fact.counted or ""),
        words_of(fact.denominator or ""),
    )


def _restated(fact: Fact, best: dict[str, Sourced]) -> bool:
    """``370 miles (600km)``, ``€10.47bn (£8.98bn)``: the row has judged the first, the conversion checks the second."""
    return fact.fact_id not in best and (fact.equivalent_of or "") in best


def _allowed(fact: Fact, row: ReferenceRow) -> tuple[Decimal, Decimal] | None:
    """-> the bounds that a row sets a figure, in the figure's unit and with its sign; None in another unit."""
    if fact.kind in NO_LEVEL or (row.counted and fact.kind not in ("count", "rate", "number", "ratio")):
        return None
    low, high = (_told_in(fact, bound, row) for bound in (row.low - row.tolerance, row.high + row.tolerance))
    if low is None or high is None:
        return None
    sign = _sign(fact, row)
    return (-high, -low) if sign < 0 else (low, high)


def _told_in(fact: Fact, bound: Decimal, row: ReferenceRow) -> Decimal | None:
    """-> a number of the row in the fact's unit.  Only a share says what a ratio is: five of the nine is no five."""
    if fact.kind == "ratio" and fact.unit is None:
        return bound / 100 if row.unit == "percent" else None
    return in_unit(bound, row.unit, fact.unit)


def _sign(fact: Fact, row: ReferenceRow) -> int:
    """A fall of 0.3% is a growth of -0.3%; a number with a minus says which way it goes by itself."""
    if fact.change not in MOVES:
        return 1
    change = "rise" if (fact.value or fact.low or 0) < 0 else fact.change
    turn = turn_of(row.name) or "rise"
    if row.pattern and row.high >= 0:
        return 1
    if turn == "fall" and row.high < 0:
        turn = "rise"
    return 1 if change == turn else -1


def _told_of(story: Story, row: ReferenceRow) -> Iterator[tuple[Fact, tuple[int, ...]]]:
    """-> the figures that a row may tell of, with what speaks for it."""
    fitting = [
        (told, fits)
        for told in story.sentences
        if (
            fits := [fact for fact in told.facts if _same_time(fact, row) and _allowed(fact, row) is not None]
        )
    ]
    if row.pattern is not None:
        matches = spans(compiled(row.pattern), [told.text for told, _ in fitting])
        for (told, fits), match in zip(fitting, matches, strict=True):
            meant = _meant(fits, told.start + match[0], told.start + match[1]) if match else None
            if meant is not None:
                yield meant, (2, 0, 0, 0)
        return
    for told, fits in fitting:
        for fact in fits:
            weight = _by_name(told, fact, row) if fact.equivalent_of is None else None
            if weight is not None:
                yield fact, weight


def _meant(fits: list[Fact], start: int, end: int) -> Fact | None:
    """-> the first figure in the match of a pattern, else the first behind it."""
    inside = [fact for fact in fits if fact.start < end and start < fact.end]
    return next(iter(inside or [fact for fact in fits if fact.start >= end]), None)


def _by_name(told: Told, fact: Fact, row: ReferenceRow) -> tuple[int, ...] | None:
    """-> how much of the name is told of the figure itself, and how much of it there is; None if it is not meant."""
    name, entity = words_of(row.name), words_of(fact.measured_entity or "")
    counted, whole = words_of(fact.counted or ""), words_of(fact.denominator or "")
    if turn_of(row.name):
        if fact.change in MOVES:
            name, entity = less_change(name), less_change(entity)
        elif fact.change:
            return None
    elif fact.change in MOVES or (fact.change == "from" and not (row.as_of and fact.period)):
        return None  # the size of a change is no level, and an old level is not today's
    if fact.kind == "multiple" and not name & IMPLIED["multiple"]:
        return None  # "five times the area burnt" is no area
    wanted = telling(name, fact.kind) or name
    if row.counted:
        wanted |= telling(words_of(row.counted), fact.kind)
    wanted -= words_of(row.as_of or "")  # which as_of has judged
    dates = words_of(fact.period or "")
    identity = counted if telling(counted, fact.kind) else entity
    spare = less_change(telling(identity, fact.kind) - NAMED_BEFORE - wanted - name)
    own = entity | counted | whole | dates
    if spare or (identity and wanted and not wanted & own):
        return None
    if wanted - own - _near(told, fact):
        return None
    exactly = bool(row.as_of and fact.period and span_of(row.as_of) == span_of(fact.period))
    return (1, len(wanted & own), len(wanted), exactly)


def _near(told: Told, fact: Fact) -> frozenset[str]:
    """-> the words between the figure's neighbours of the same unit, one of which they might be about."""
    alike = [each for each in told.facts if each.unit == fact.unit and each.kind == fact.kind]
    k = alike.index(fact)
    before = alike[k - 1] if k else None
    behind = alike[k + 1] if k + 1 < len(alike) else None
    return words_of(told.between(before, fact)) | words_of(told.between(fact, behind))


def _same_time(fact: Fact, row: ReferenceRow) -> bool:
    """Is one of the two undated, or the row of the figure's own time?

    A day or a month may judge the year that it lies in (a level at its end); a year judges no month.
    """
    ours, theirs = span_of(fact.period or ""), span_of(row.as_of or "")
    if ours is None or theirs is None:
        return True
    inside = ours[0] <= theirs[0] and theirs[1] <= ours[1]
    around = theirs[0] <= ours[0] and ours[1] <= theirs[1]
    return inside or (around and theirs[1] - theirs[0] <= MONTH)

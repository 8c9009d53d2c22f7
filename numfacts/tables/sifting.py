"""Sorts facts into those that obey every rule of ``tables/rules.py`` and those that do not, without pandas.

``sift(facts)`` gives ``(good, rejected)``; a rejection names its fact, the rule and the cells that broke it:
``Rejected("a.txt#char=4,9", "low_is_not_above_high", "low is not above high (low=5.0, high=3.0)")``.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache
from itertools import islice
from operator import itemgetter
from typing import Any, NamedTuple

from numfacts.model.fact import Fact, columns

_FEW = 6  # facts that cost less one by one
_BATCH = 256  # facts whose cells stay in the processor's cache while rule after rule reads them


class Rejected(NamedTuple):
    """A row that broke a rule, and how: one for each rule that it broke."""

    fact_id: str
    rule: str
    message: str


class Rule(NamedTuple):
    """``holds(*cells)`` for the cells of ``columns``, plain Python values with None for null."""

    name: str
    message: str
    columns: tuple[str, ...]
    holds: Callable[..., bool]

    def broken_by(self, fact_id: str, cells: Iterable[object]) -> Rejected:
        working = ", ".join(f"{name}={_short(cell)}" for name, cell in zip(self.columns, cells, strict=True))
        return Rejected(fact_id, self.name, f"{self.message} ({working})")


@cache
def rules() -> tuple[Rule, ...]:
    """-> every public function of ``tables/rules.py``, in the order in which they are written there."""
    from numfacts.tables import rules as module

    return tuple(
        Rule(name, _first_line(function), tuple(inspect.signature(function).parameters), function)
        for name, function in vars(module).items()
        if not name.startswith("_") and getattr(function, "__module__", None) == module.__name__
    )


def sift(facts: Iterable[Fact]) -> tuple[list[Fact], list[Rejected]]:
    """-> the facts that obey every rule, in order, and what is wrong with the others.

    A ``fact_id`` is unique over all the facts given: of two facts with the same one, the second is rejected.
    """
    good: list[Fact] = []
    rejected: list[Rejected] = []
    seen: set[str] = set()
    rows = iter(facts)
    while batch := list(islice(rows, _BATCH)):
        suspects = _suspects(batch)
        if not suspects and _are_new(batch, seen):
            good += batch
            continue
        for place, fact in enumerate(batch):
            broken = _broken(fact) if place in suspects else []
            if fact.fact_id in seen:
                broken.append(repeated(fact.fact_id))
            seen.add(fact.fact_id)
            rejected += broken
            if not broken:
                good.append(fact)
    return good, rejected


def wrong_types(fact: Fact) -> list[Rejected]:
    """-> the cells whose type is not that of their column, null where it may not be included."""
    if all(map(frozenset.__contains__, _types(), map(type, fact))):
        return []
    return [
        Rejected(str(fact.fact_id), f"{name}_type", f"{name} is {wanted.__name__} ({name}={_short(cell)})")
        for cell, (name, wanted, nullable, _) in zip(fact, columns(), strict=True)
        if not _fits(type(cell), wanted, nullable)
    ]


def repeated(fact_id: str) -> Rejected:
    return Rejected(fact_id, "fact_id_is_unique", "fact_id is unique (an earlier row has the same)")


def _are_new(batch: Sequence[Fact], seen: set[str]) -> bool:
    """Add the ids of the batch to those ``seen``, unless one of them is there or in the batch twice."""
    ids = {fact.fact_id for fact in batch}
    new = len(ids) == len(batch) and seen.isdisjoint(ids)
    if new:
        seen |= ids
    return new


def _suspects(batch: Sequence[Fact]) -> Collection[int]:
    """-> the places of the facts to be looked at one by one: all that break a rule are among them.

    Read by columns, a rule is one call of ``map`` for the batch, which halves what a fact costs.
    """
    everyone = range(len(batch))
    if len(batch) < _FEW:
        return everyone
    cells = tuple(zip(*batch, strict=True))
    # Rules rely on the types of their columns.
    if not all(wanted.issuperset(map(type, column)) for wanted, column in zip(_types(), cells, strict=True)):
        return everyone
    found: set[int] = set()
    for rule, read in _readers():
        verdicts = list(map(rule.holds, *read(cells)))
        if not all(verdicts):
            found.update(place for place, holds in enumerate(verdicts) if not holds)
    return found


def _broken(fact: Fact) -> list[Rejected]:
    """-> what is wrong with a fact; a wrong type is told alone."""
    return wrong_types(fact) or [
        rule.broken_by(fact.fact_id, read(fact)) for rule, read in _readers() if not rule.holds(*read(fact))
    ]


@cache
def _types() -> tuple[frozenset[type], ...]:
    """-> the types of each column's cells; of others that fit too, such as numpy's float64, only ``_fits`` knows."""
    kinds: tuple[type, ...] = (str, int, float, bool, type(None))
    return tuple(
        frozenset(kind for kind in kinds if _fits(kind, wanted, nullable))
        for _, wanted, nullable, _ in columns()
    )


def _fits(found: type, wanted: type, nullable: bool) -> bool:
    if found is type(None):
        return nullable
    if found is bool:  # which Python also takes for an int
        return wanted is bool
    return issubclass(found, (int, float) if wanted is float else wanted)


@cache
def _readers() -> tuple[tuple[Rule, Callable[[tuple[Any, ...]], tuple[Any, ...]]], ...]:
    """-> each rule, and what takes the cells that it reads from a fact, or its columns from all of them."""
    return tuple((rule, _reader(list(map(Fact._fields.index, rule.columns)))) for rule in rules())


def _reader(places: list[int]) -> Callable[[tuple[Any, ...]], tuple[Any, ...]]:
    if len(places) == 1:  # itemgetter would give the bare cell
        place = places[0]
        return lambda cells: (cells[place],)
    return itemgetter(*places)


def _first_line(function: Callable[..., bool]) -> str:
    return (inspect.getdoc(function) or function.__name__).partition("\n")[0]


def _short(cell: object, length: int = 60) -> str:
    shown = "null" if cell is None else repr(cell) if isinstance(cell, str) else str(cell)
    return shown if len(shown) <= length else shown[: length - 1] + "…"

"""Sorts facts into those that obey every rule of ``tables/rules.py`` and those that do not, without pandas.

``sift(facts)`` gives ``(good, rejected)``; a rejection names its fact, the rule and the cells that broke it:
``Rejected("a.txt#char=4,9", "low_is_not_above_high", "low is not above high (low=5.0, high=3.0)")``.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from numfacts.model.fact import Fact, columns


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
    for fact in facts:
        # Rules rely on the types of their columns, so that a wrong type is told alone.
        broken = wrong_types(fact) or _broken_rules(fact)
        if fact.fact_id in seen:
            broken.append(repeated(fact.fact_id))
        seen.add(fact.fact_id)
        rejected += broken
        if not broken:
            good.append(fact)
    return good, rejected


def wrong_types(fact: Fact) -> list[Rejected]:
    """-> the cells whose type is not that of their column, null where it may not be included."""
    if _fit(tuple(map(type, fact))):
        return []
    return [
        Rejected(str(fact.fact_id), f"{name}_type", f"{name} is {wanted.__name__} ({name}={_short(cell)})")
        for cell, (name, wanted, nullable, _) in zip(fact, columns(), strict=True)
        if not _fits(type(cell), wanted, nullable)
    ]


def repeated(fact_id: str) -> Rejected:
    return Rejected(fact_id, "fact_id_is_unique", "fact_id is unique (an earlier row has the same)")


def _broken_rules(fact: Fact) -> list[Rejected]:
    return [
        rule.broken_by(fact.fact_id, cells(fact))
        for rule, cells in _readers()
        if not rule.holds(*cells(fact))
    ]


@lru_cache(maxsize=4096)
def _fit(types: tuple[type, ...]) -> bool:
    """Whether a row of these types fits the columns; few combinations occur, so that it costs one look-up."""
    return all(
        _fits(found, wanted, nullable)
        for found, (_, wanted, nullable, _) in zip(types, columns(), strict=True)
    )


def _fits(found: type, wanted: type, nullable: bool) -> bool:
    if found is type(None):
        return nullable
    if found is bool:  # which Python also takes for an int
        return wanted is bool
    return issubclass(found, (int, float) if wanted is float else wanted)


@cache
def _readers() -> tuple[tuple[Rule, Callable[[Fact], tuple[Any, ...]]], ...]:
    return tuple((rule, _reader([Fact._fields.index(name) for name in rule.columns])) for rule in rules())


def _reader(places: list[int]) -> Callable[[Fact], tuple[Any, ...]]:
    if len(places) == 1:  # itemgetter would give the bare cell
        place = places[0]
        return lambda fact: (fact[place],)
    return itemgetter(*places)


def _first_line(function: Callable[..., bool]) -> str:
    return (inspect.getdoc(function) or function.__name__).partition("\n")[0]


def _short(cell: object, length: int = 60) -> str:
    shown = "null" if cell is None else repr(cell) if isinstance(cell, str) else str(cell)
    return shown if len(shown) <= length else shown[: length - 1] + "…"

"""Runs programs over gold sets and scores what they answer, by the form of each set.

measure([gold_set], [system]).quantities["newsquant"].scores["numfacts"]["value"].f1     # Rate(94.0, 91.4, 96.1)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from answers import Place, System
from gold_sets import GoldSet, Span, quantities, spans
from scoring import Rate, Score, rate, score
from values import Case, cases

LABELLED = (
    "MONEY",
    "PERCENT",
)  # what is money or a percentage must be read as such; of the rest any reading counts


class QuantitySet(NamedTuple):
    """A set that has all quantities of its texts."""

    texts: int
    gold: int
    scores: dict[
        str, dict[str, Score]
    ]  # by system and metric; no metric that the set or the system has no field for


class ValueSet(NamedTuple):
    """A set of single values: the rate that comes out, of all and of those that left_out.toml does not list."""

    cases: int
    kept: int
    rates: dict[str, tuple[Rate, Rate]]  # by system


class Label(NamedTuple):
    """The places of one label: the rate that is overlapped, and that is met to the character."""

    places: int
    rates: dict[str, tuple[Rate, Rate]]  # by system


class Measured(NamedTuple):
    """Everything that one run found."""

    systems: dict[str, str]  # version by name
    quantities: dict[str, QuantitySet]
    values: dict[str, ValueSet]
    spans: dict[str, dict[str, Label]]  # by set and label


def measure(sets: Iterable[GoldSet], systems: Sequence[System]) -> Measured:
    """-> all figures of all sets, every system on the same texts."""
    found = Measured({system.name: system.version for system in systems}, {}, {}, {})
    for gold in sets:
        if gold.form == "quantities":
            found.quantities[gold.name] = of_quantities(gold, systems)
        elif gold.form == "values":
            found.values[gold.name] = of_values(gold, systems)
        else:
            found.spans[gold.name] = of_spans(gold, systems)
    return found


# All quantities


def of_quantities(gold: GoldSet, systems: Iterable[System]) -> QuantitySet:
    wanted = [list(quantities(row)) for row in gold.rows]
    scores = {}
    for system in systems:
        answers = [list(system.quantities(row["text"])) for row in gold.rows]
        every = score(list(zip(wanted, answers, strict=True)), middles=system.averaged)
        scores[system.name] = {metric: every[metric] for metric in gold.metrics() if metric in system.metrics}
    return QuantitySet(len(wanted), sum(map(len, wanted)), scores)


# Values


def of_values(gold: GoldSet, systems: Iterable[System]) -> ValueSet:
    rates = {}
    every: list[Case] = []
    for system in systems:
        every = list(cases(gold.path, system.bounds))
        kept = [case for case in every if case.left_out is None]
        rates[system.name] = (_read(every), _read(kept))
    return ValueSet(len(every), sum(case.left_out is None for case in every), rates)


def _read(found: Iterable[Case]) -> Rate:
    texts = [[case.read for case in of_text] for _, of_text in groupby(found, key=lambda case: case.text)]
    return rate([sum(text) for text in texts], [len(text) for text in texts])


# Places


def of_spans(gold: GoldSet, systems: Iterable[System]) -> dict[str, Label]:
    places: dict[str, int] = defaultdict(int)
    rates: dict[str, dict[str, tuple[Rate, Rate]]] = defaultdict(dict)
    for row in gold.rows:
        for span in spans(row):
            places[span.label] += 1
    for system in systems:
        found = [(list(spans(row)), list(system.places(row["text"]))) for row in gold.rows]
        for label in places:
            texts = [list(_met(label, *text)) for text in found]
            wholes = [len(text) for text in texts]
            touched, exact = (rate([sum(met[i] for met in text) for text in texts], wholes) for i in (0, 1))
            rates[label][system.name] = touched, exact
    return {label: Label(places[label], rates[label]) for label in sorted(places)}


def _met(label: str, wanted: Iterable[Span], found: Sequence[Place]) -> Iterator[tuple[bool, bool]]:
    """-> (overlapped, exactly met) of each span of this label."""
    for span in wanted:
        if span.label == label:
            near = list(overlapping(span, found))
            yield bool(near), any((place.start, place.end) == (span.start, span.end) for place in near)


def overlapping(span: Span, found: Iterable[Place]) -> Iterator[Place]:
    """-> the places that answer to a span."""
    for place in found:
        if place.start < span.end and span.start < place.end:
            if span.label not in LABELLED or place.label == span.label:
                yield place

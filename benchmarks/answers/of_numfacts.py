"""numfacts in the conventions of NewsQuant, by newsquant.py; its values and places as they stand."""

from __future__ import annotations

from collections.abc import Iterator

from newsquant import predictions
from scoring import METRICS, Quantity
from values import Bounds, stated

import numfacts as nf
from answers import Place

LABELS = {"money": "MONEY", "percent": "PERCENT"}


class Numfacts:
    name = "numfacts"
    version = nf.__version__
    metrics = METRICS
    averaged = False

    def quantities(self, text: str) -> Iterator[Quantity]:
        for found in predictions(text):
            value = found["value"]
            if value is not None:
                yield Quantity(
                    (value[0], value[1]) if isinstance(value, list) else value,
                    found["unit"], found["change"], tuple(found["concepts"]),
                )  # fmt: skip

    def bounds(self, text: str) -> Iterator[Bounds]:
        return stated(text)

    def places(self, text: str) -> Iterator[Place]:
        for fact in nf.extract(text):
            if fact.kind != "date":
                yield Place(fact.start, fact.end, LABELS.get(fact.kind, ""))


def system() -> Numfacts:
    return Numfacts()

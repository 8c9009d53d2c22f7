"""quantulum3 without its classifier, which does not run with the scikit-learn of today.

An uncertainty is a range: it reads "3 to 5 km" as 4 ± 1.  Its answers differ from one hash seed to the next, so that
PYTHONHASHSEED must be 0.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

from scoring import Quantity, Value
from values import Bounds

from answers import VALUE_AND_UNIT, Place, by_an_article, unit_name


class Quantulum3:
    name = "quantulum3"
    metrics = VALUE_AND_UNIT
    averaged = True

    def __init__(self) -> None:
        if os.environ.get("PYTHONHASHSEED") != "0":
            raise SystemExit("quantulum3 answers one way or another unless PYTHONHASHSEED=0: set it")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # tells at import that the classifier is not installed
            from quantulum3 import classifier, parser
        classifier.USE_CLF = False
        self.version = version("quantulum3")
        self._parse = parser.parse

    def quantities(self, text: str) -> Iterator[Quantity]:
        for found in self._parse(text):
            if not by_an_article(found.surface, found.value):
                yield Quantity(_value(found), unit_name(self.name, found.unit.name))

    def bounds(self, text: str) -> Iterator[Bounds]:
        for found in self._parse(text):
            value = _value(found)
            yield value if isinstance(value, tuple) else (value, value)

    def places(self, text: str) -> Iterator[Place]:
        for found in self._parse(text):
            start, end = found.span
            yield Place(start, end, _label(unit_name(self.name, found.unit.name), found.unit.entity.name))


def _value(found: Any) -> Value:
    if found.uncertainty is None:
        return float(found.value)
    return found.value - found.uncertainty, found.value + found.uncertainty


def _label(unit: str | None, entity: str) -> str:
    if entity == "currency":
        return "MONEY"
    return "PERCENT" if unit == "percentage" else ""


def system() -> Quantulum3:
    return Quantulum3()

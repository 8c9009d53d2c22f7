"""The programs that accuracy.py compares: each answers a text in the words of the gold sets.

    SYSTEMS["quantulum3"]().quantities("a 5km walk")     # [Quantity(5.0, "kilometre")]

One module a program.  None is loaded before it is called; ImportError where it is not installed.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, Protocol

from scoring import METRICS, Quantity
from values import Bounds

UNIT_NAMES = Path(__file__).with_name("unit_names.toml")
BRITISH = (("meter", "metre"), ("liter", "litre"))


class Place(NamedTuple):
    """Where something was found, and which of the labels of a gold set it may answer to; "" is any but those."""

    start: int
    end: int
    label: str


class System(Protocol):
    """What accuracy.py asks of a program."""

    name: str
    version: str
    metrics: tuple[str, ...]  # those of METRICS that it has an answer to
    averaged: bool  # whether the paper took the middle of its ranges

    def quantities(self, text: str) -> Iterable[Quantity]:
        """-> the quantities of a text, once each: what else is found is wrong."""

    def bounds(self, text: str) -> Iterable[Bounds]:
        """-> the values of a text, a number as two equal bounds; all readings, as only misses count."""

    def places(self, text: str) -> Iterable[Place]:
        """-> the places of a text where anything but a date is read."""


def _load(module: str) -> Callable[[], System]:
    return lambda: import_module(f"answers.{module}").system()


SYSTEMS: Mapping[str, Callable[[], System]] = {
    "numfacts": _load("of_numfacts"),
    "quantulum3": _load("of_quantulum3"),
    "Recognizers-Text": _load("of_recognizers"),
}
VALUE_AND_UNIT = METRICS[:2]


@cache
def _names() -> dict[str, dict[str, str]]:
    return tomllib.loads(UNIT_NAMES.read_text(encoding="utf-8"))


def unit_name(system: str, name: str) -> str | None:
    """-> a program's unit in the words of the gold: "Square kilometer" is "square kilometre".

    What stands in ``unit_names.toml`` goes by its row, a quotient part by part, and the rest by British spelling.
    """
    rows = _names()[system]
    known = rows.get(name)
    if known is None and " per " in name:
        parts = [unit_name(system, part) for part in name.split(" per ")]
        return " per ".join(part or "" for part in parts)
    if known is None:
        known = name.lower()
        for american, british in BRITISH:
            known = known.replace(american, british)
    return known or None


def by_an_article(text: str, value: float) -> bool:
    """Is this one only for its article: "a year ago", "a pair of shoes"?  No gold set counts these."""
    return value == 1 and text.lower().startswith(("a ", "an "))

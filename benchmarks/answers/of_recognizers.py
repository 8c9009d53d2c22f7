"""Microsoft Recognizers-Text at its best: each of its recognizers runs, then the longest expression is kept.

Alone, every recognizer answers for itself: "$5 million" is a number and an amount of money.  Of answers that overlap
the longest is kept, of equally long ones the one with a unit; but money comes first, since "$5 million in" is
longer and inches.  Dates and times block the numbers in them, "31 October" and "9.35pm" being no quantities, and
durations are quantities of the unit that their TIMEX tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from typing import Any, NamedTuple

from scoring import Quantity
from values import Bounds

from answers import VALUE_AND_UNIT, Place, by_an_article, unit_name

DURATION = re.compile(r"P (?P<time>T?) (?P<value>\d+(?:\.\d+)?) (?P<unit>[YMWDHS])", re.VERBOSE)
PERIODS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
TIMES = {"H": "hour", "M": "minute", "S": "second"}
LABELS = {"currency": "MONEY", "percentage": "PERCENT"}
DATE = "date"  # what blocks: a date, a time, a span or set of them


class Found(NamedTuple):
    """One answer of one recognizer, ``end`` one past the last character."""

    start: int
    end: int
    kind: str  # its type_name: number, percentage, age, currency, dimension, temperature, duration, or DATE
    text: str
    value: float
    unit: str | None


class Recognizers:
    name = "Recognizers-Text"
    metrics = VALUE_AND_UNIT
    averaged = False

    def __init__(self) -> None:
        import recognizers_date_time as dates
        import recognizers_number as numbers
        import recognizers_number_with_unit as units
        from recognizers_text import Culture

        self.version = version("recognizers-text-suite")
        self._culture = Culture.English
        self._ordinals = numbers.recognize_ordinal
        self._recognizers = [
            units.recognize_currency, units.recognize_dimension, units.recognize_temperature, units.recognize_age,
            numbers.recognize_percentage, dates.recognize_datetime, numbers.recognize_number,
        ]  # fmt: skip

    def quantities(self, text: str) -> Iterator[Quantity]:
        for found in longest(self._read(text)):
            if found.kind != DATE and not by_an_article(found.text, found.value):
                yield Quantity(found.value, found.unit)

    def bounds(self, text: str) -> Iterator[Bounds]:
        for found in self._all(text):
            yield found.value, found.value

    def places(self, text: str) -> Iterator[Place]:
        for found in self._all(text):
            yield Place(found.start, found.end, LABELS.get(found.kind, ""))

    def _all(self, text: str) -> Iterator[Found]:
        yield from (found for found in self._read(text) if found.kind != DATE)
        yield from filter(None, map(_found, self._ordinals(text, self._culture)))

    def _read(self, text: str) -> list[Found]:
        answers = (answer for recognize in self._recognizers for answer in recognize(text, self._culture))
        return [found for answer in answers if (found := _found(answer)) is not None]


def longest(found: Iterable[Found]) -> list[Found]:
    """-> what is left, in the order of the text; of equally long answers the first, in the recognizers' order."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.kind != "currency", one.start - one.end)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept)


def _found(answer: Any) -> Found | None:
    """-> an answer as a quantity; None for a unit without a number ("cents")."""
    resolution = answer.resolution or {}
    place = (answer.start, answer.end + 1)
    kind = answer.type_name.removeprefix("datetimeV2.")
    if "values" in resolution:
        duration = (
            DURATION.fullmatch(resolution["values"][0].get("timex", "")) if kind == "duration" else None
        )
        if duration is None:
            return Found(*place, DATE, answer.text, 0.0, None)
        units = TIMES if duration["time"] else PERIODS
        return Found(*place, kind, answer.text, float(duration["value"]), units.get(duration["unit"]))
    value = resolution.get("value")
    if not value:
        return None
    unit = "percentage" if kind == "percentage" else None
    if resolution.get("unit"):
        unit = _unit(kind, resolution["unit"])
    return Found(*place, kind, answer.text, float(value.rstrip("%")), unit)


def _unit(kind: str, name: str) -> str | None:
    if kind == "age":
        return f"{name.lower()} of age"
    return unit_name("Recognizers-Text", f"{kind} {name}" if name == "Pound" else name)


def system() -> Recognizers:
    return Recognizers()

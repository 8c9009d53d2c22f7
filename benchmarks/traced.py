"""What numfacts read where in a text, and why it left other numbers unread: the background of an error.

Text("He wore number 7 for 3 years.").readings()      # [Reading(Quantity(3.0, "year", …), 21, 28, "duration.unit")]
Text("He wore number 7 for 3 years.").why_unread(15)  # "unread: name"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from newsquant import predictions
from scoring import Quantity, Value

from numfacts.lexicon.numerals import number_words
from numfacts.model import Document, Fact
from numfacts.pipeline import Mark, explain, facts_of

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)? | [^\W\d_]+", re.VERBOSE)
SCALES = (1, 100, 10**3, 10**6, 10**9, 10**12)  # "5 million" stands at its 5
ONE_OF = "one of many"  # how explain names the "one" of "one of the best"
NOWHERE = "unknown"


class Reading(NamedTuple):
    """A quantity of newsquant.py with the place and the rule of the fact behind it."""

    quantity: Quantity
    start: int | None
    end: int | None
    rule: str
    kind: str


class Text:
    """One text as numfacts reads it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.document = Document(text)

    @cached_property
    def facts(self) -> list[Fact]:
        return facts_of(self.document)

    @cached_property
    def marks(self) -> list[Mark]:
        return explain(self.document)

    def readings(self) -> Iterator[Reading]:
        """-> the predictions of newsquant.py, each with the first fact that states its value and made none yet."""
        unused = list(range(len(self.facts)))
        ones = [mark for mark in self.marks if mark.detail == ONE_OF]
        for found in predictions(self.text):
            value = found["value"]
            if value is None:
                continue
            quantity = Quantity(
                (value[0], value[1]) if isinstance(value, list) else value,
                found["unit"], found["change"], tuple(found["concepts"]),
            )  # fmt: skip
            place = next((i for i in unused if quantity.value in self._stated(i)), None)
            if place is not None:
                unused = [i for i in unused if i > place]
                fact = self.facts[place]
                yield Reading(quantity, fact.start, fact.end, fact.rule, fact.kind)
            elif ones and value == 1:
                mark = ones.pop(0)
                yield Reading(quantity, mark.start, mark.end, ONE_OF, "count")
            else:
                yield Reading(quantity, None, None, NOWHERE, NOWHERE)

    def _stated(self, place: int) -> set[Value]:
        """-> every value that newsquant.py may make of a fact: in cents, as a vague range, as an end point."""
        fact = self.facts[place]
        values: set[Value] = {
            v * scale for v in (fact.value, fact.low) if v is not None for scale in (1, 100)
        }
        if fact.low is not None:
            values.add((fact.low, fact.low * 10))
            if fact.high is not None:
                values |= {(fact.low, fact.high), (fact.low * 100, fact.high * 100)}
        values |= {
            (fact.value, other.value)
            for other in self.facts[place + 1 : place + 3]  # a date may stand between
            if fact.value is not None and other.value is not None
        }
        return values

    def place_of(self, value: float) -> tuple[int, int] | None:
        """-> where a number stands, with or without its scale word: the first place that numfacts left unread, else
        the first.
        """
        places = [(start, end) for start, end, number in self._numbers if _scaled(number, value)]
        return next((place for place in places if not self.at(place[0])), places[0] if places else None)

    @cached_property
    def _numbers(self) -> list[tuple[int, int, float]]:
        words = number_words()
        table = {**words.parts, **words.vague, **words.scales, **words.tens, **words.ones}
        found = []
        for match in NUMBER.finditer(self.text):
            word = match[0].lower()
            if word[0].isdigit():
                found.append((*match.span(), float(word.replace(",", ""))))
            elif word in table:
                found.append((*match.span(), float(table[word])))
        return found

    def at(self, place: int) -> list[Fact]:
        """-> the fact at a place, if any."""
        return [fact for fact in self.facts if fact.start <= place < fact.end]

    def why_unread(self, place: int) -> str:
        """-> the rule that read something else of the number at a place, or the reason for which it was left."""
        for fact in self.at(place):
            return f"read otherwise by {fact.rule}"
        for mark in self.marks:
            if mark.start <= place < mark.end:
                return f"unread: {mark.detail}"
        return "no numeral to numfacts"


def _scaled(number: float, value: float) -> bool:
    return any(abs(number * scale - value) <= 1e-9 + 1e-2 * abs(value) for scale in SCALES)

"""A document as the readers of relations see it: its sentences, each with its facts.

``Story.of(document, facts, day)``; dates and ordinals are among the facts, page furniture is not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple, Protocol

from numfacts.model.document import Document
from numfacts.model.fact import Fact


class Published(Protocol):
    """Exchange rates as they were published, such as the ECB's."""

    def rate(self, currency: str, base: str, day: date | None) -> Dated | None: ...

    def span(self, currency: str, base: str, first: date, last: date) -> tuple[float, float] | None: ...


class Dated(Protocol):
    """A rate, the day on which it was published, and by whom."""

    @property
    def value(self) -> float: ...

    @property
    def day(self) -> date: ...

    @property
    def source(self) -> str: ...


class Told(NamedTuple):
    """A sentence with the facts that stand in it, in text order; offsets are those of the document."""

    text: str
    start: int
    section: str
    facts: tuple[Fact, ...]

    def between(self, before: Fact | None, after: Fact | None) -> str:
        """What stands between two facts; None is the start or the end of the sentence."""
        first = 0 if before is None else before.end - self.start
        last = len(self.text) if after is None else after.start - self.start
        return self.text[first:last]


class Story(NamedTuple):
    """A document, the day on which it was published where that is known, and its sentences with figures."""

    document: Document
    day: date | None
    sentences: tuple[Told, ...]
    rates: Callable[[], Published] | None = None  # read only where money is converted

    @property
    def facts(self) -> list[Fact]:
        return [fact for told in self.sentences for fact in told.facts]

    @classmethod
    def of(
        cls,
        document: Document,
        facts: Iterable[Fact],
        day: date | None = None,
        rates: Callable[[], Published] | None = None,
    ) -> Story:
        """-> the story; where the document has no text (facts alone are at hand) it is laid out from its sentences."""
        kept = [fact for fact in facts if fact.section != "boilerplate"]
        groups = [tuple(group) for _, group in groupby(kept, key=lambda fact: (fact.sentence, fact.section))]
        sentences = [told for group in groups for told in _told(document.text, group)]
        if not document.text:
            document = document._replace(text=_laid_out(sentences))
        return cls(document, document.published or day, tuple(sentences), rates)


def _told(text: str, facts: Sequence[Fact]) -> list[Told]:
    """-> the sentence of these facts, or several where the same sentence stands twice in a row."""
    sentence, section = facts[0].sentence, facts[0].section
    found: list[tuple[int, list[Fact]]] = []
    for fact in facts:
        if found and fact.end <= found[-1][0] + len(sentence):
            found[-1][1].append(fact)
        else:
            found.append((_start(text, sentence, fact), [fact]))
    return [Told(sentence, start, section, tuple(group)) for start, group in found]


def _start(text: str, sentence: str, fact: Fact) -> int:
    """Where the sentence of a fact starts: at the place that puts the fact's own text where it says it stands."""
    if text:
        return max(0, text.find(sentence, max(0, fact.end - len(sentence)), fact.start + len(sentence)))
    return fact.start - sentence.find(fact.text)


def _laid_out(sentences: Sequence[Told]) -> str:
    parts: list[str] = []
    at = 0
    for told in sentences:
        parts += [" " * (told.start - at), told.text[max(0, at - told.start) :]]
        at = max(at, told.start + len(told.text))
    return "".join(parts)

"""The sentences of one version that hold figures: where each stands, its words, and its figures among them.

``passages(document, facts)`` of "He paid £5. Rain fell. She paid £7." gives two: "he paid #" and "she paid #".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from numfacts.grammar.change import is_change
from numfacts.model import Document, Fact
from numfacts.versions.meaning import WORD, function_words, stated, stem

FIGURE = "#"
CHANGE = "±"  # a word of rising or falling
OFTEN = 50  # times a word of a figure stands in a sentence and is looked at


class Passage:
    """A sentence with its figures; what is asked of it is worked out once."""

    def __init__(self, start: int, sentence: str, facts: Sequence[Fact]) -> None:
        self.start, self.sentence, self.facts = start, sentence, facts

    @cached_property
    def written(self) -> str:
        """-> the sentence, however its lines were wrapped."""
        return " ".join(self.sentence.split())

    @cached_property
    def words(self) -> tuple[str, ...]:
        """-> its words in lower case, ``#`` for a figure; digits that are no figure are kept."""
        found: list[str] = []
        at = 0
        for fact in self.facts:
            start, end = fact.start - self.start, fact.end - self.start
            if start < at:
                continue
            found += WORD.findall(self.sentence[at:start].casefold())
            found.append(FIGURE)
            at = end
        return (*found, *WORD.findall(self.sentence[at:].casefold()))

    @cached_property
    def places(self) -> list[int]:
        """-> where in ``words`` each fact stands."""
        return [place for place, word in enumerate(self.words) if word == FIGURE]

    @cached_property
    def content(self) -> frozenset[object]:
        """-> the words that carry meaning, and what its figures state."""
        words = (word for word in self.words if word != FIGURE and word not in function_words())
        # "rose 5%" that becomes "fell 6%" is a correction: which way it went does not make another sentence.
        told = (CHANGE if is_change(word) else stem(word) for word in words)
        return frozenset((*told, *map(stated, self.facts)))

    def holds_unread(self, fact: Fact) -> bool:
        """Whether a figure's words stand in it and were not read as a figure: then it did not come or go."""
        wanted = tuple(WORD.findall(fact.text.casefold()))
        places = self._places_of.get(wanted[0], [])[:OFTEN] if wanted else []
        return any(self.words[at : at + len(wanted)] == wanted for at in places)

    @cached_property
    def _places_of(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(self.words):
            found[word].append(place)
        return found

    def before(self, number: int, most: int) -> tuple[str, ...]:
        """-> the words before its fact of that number, nearest first."""
        place = self.places[number]
        return self.words[max(0, place - most) : place][::-1]

    def after(self, number: int, most: int) -> tuple[str, ...]:
        place = self.places[number]
        return self.words[place + 1 : place + 1 + most]


def passages(document: Document, facts: Sequence[Fact]) -> list[Passage]:
    """-> the sentences that hold these facts, which are in text order."""
    found: list[Passage] = []
    start = end = 0
    held: list[Fact] = []
    for fact in facts:
        if held and fact.end <= end and fact.sentence == held[0].sentence:
            held.append(fact)
            continue
        if held:
            found.append(Passage(start, document.text[start:end], held))
        start, end = _place(document.text, fact, end)
        held = [fact]
    if held:
        found.append(Passage(start, document.text[start:end], held))
    return found


def _place(text: str, fact: Fact, at: int) -> tuple[int, int]:
    """A fact knows its sentence by its words; facts made elsewhere may not, and are then a passage of their own."""
    length = len(fact.sentence)
    start = text.find(fact.sentence, max(at, fact.end - length), fact.start + length)
    return (start, start + length) if 0 <= start <= fact.start else (fact.start, fact.end)

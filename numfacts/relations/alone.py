"""Every figure by itself, for the checks that need no other: ``Alone(31 April)``."""

from __future__ import annotations

from collections.abc import Iterator

from numfacts.model import Alone, Story

AROUND = 300  # characters of the sentence on each side


def read(story: Story) -> Iterator[Alone]:
    """-> one relation a fact, in text order."""
    for told in story.sentences:
        previous = story.document.text[max(0, told.start - AROUND) : told.start]
        for fact in told.facts:
            start, end = fact.start - told.start, fact.end - told.start
            before, behind = told.text[max(0, start - AROUND) : start], told.text[end : end + AROUND]
            yield Alone(fact, before, behind, previous)

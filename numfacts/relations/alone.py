"""Every figure by itself, for the checks that need no other: ``Alone(31 April)``."""

from __future__ import annotations

from collections.abc import Iterator

from numfacts.model import Alone, Story

AROUND = 300  # characters of the sentence on each side


def read(story: Story) -> Iterator[Alone]:
    """-> one relation a fact, in text order."""
    for told in story.sentences:
        for fact in told.facts:
            start, end = fact.start - told.start, fact.end - told.start
            yield Alone(fact, told.text[max(0, start - AROUND) : start], told.text[end : end + AROUND])

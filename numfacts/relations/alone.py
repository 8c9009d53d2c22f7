"""Every figure by itself, for the checks that need no other: ``Alone(31 April)``."""

from __future__ import annotations

from collections.abc import Iterator

from numfacts.model import Alone, Story


def read(story: Story) -> Iterator[Alone]:
    """-> one relation a fact, in text order."""
    return (
        Alone(fact, told.between(None, fact), told.between(fact, None))
        for told in story.sentences
        for fact in told.facts
    )

"""Words for people, by a closed class: whose bare number may be an age.

``is_persons("winners")`` and ``is_person("winner")`` hold, and ``speaks_of_people`` of "The audience was 61% female".
"""

from __future__ import annotations

from functools import cache

from numfacts.grammar.tokens import Tokens
from numfacts.lexicon.words import word_class


def is_person(word: str) -> bool:
    """One of them: ``the driver``."""
    return word in word_class("person")


def is_persons(word: str) -> bool:
    """Several: ``the drivers``, ``children``."""
    return word in _several()


def speaks_of_people(tokens: Tokens) -> bool:
    """Does the sentence name people of any sort, whose shares may be told by age?"""
    return not _groups().isdisjoint(tokens.vocabulary)


@cache
def _several() -> frozenset[str]:
    return word_class("persons") | {f"{word}s" for word in word_class("person")}


@cache
def _groups() -> frozenset[str]:
    return _several() | word_class("people_as_one")

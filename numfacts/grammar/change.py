"""Words of rising and falling, and what they make of a figure near them.

``is_change("plummeted")``; ``directions()["plummeted"] == "fall"``
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class ChangeWords(NamedTuple):
    verbs: dict[str, str]  # word -> "rise" | "fall"
    transitives: dict[str, str]
    nouns: dict[str, str]
    adverbs: dict[str, str]
    comparatives: dict[str, str]
    phrasals: dict[str, str]  # "gave up" -> "fall"
    share_nouns: dict[str, str]


@cache
def change_words() -> ChangeWords:
    tables: dict[str, dict[str, str]] = {
        "verb": {},
        "transitive": {},
        "noun": {},
        "adverb": {},
        "comparative": {},
        "phrasal": {},
        "share_noun": {},
    }
    with files("numfacts.lexicon").joinpath("change_words.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(line for line in lines if not line.startswith("#")):
            for word in row["word"].split("|"):
                tables[row["class"]][word] = row["direction"]
    return ChangeWords(*tables.values())


@cache
def _beside() -> frozenset[str]:
    table = change_words()
    return frozenset({*table.verbs, *table.transitives, *table.adverbs, *table.nouns})


def is_change(word: str) -> bool:
    """Is this lower-cased word a verb, noun or adverb of rising or falling?"""
    return word in _beside()

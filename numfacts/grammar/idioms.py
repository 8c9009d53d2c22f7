"""Wordings that hold a number and state none: "back to square one", "24/7", "the whole nine yards".

The rows are in idioms.csv.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from numfacts.grammar.tokens import Tokens


@cache
def _idioms() -> dict[str, tuple[tuple[int, int, tuple[str, ...]], ...]]:
    """Every word of an idiom -> where it stands in which idioms, and the place of a word beside it."""
    index: dict[str, list[tuple[int, int, tuple[str, ...]]]] = {}
    with files("numfacts.lexicon").joinpath("idioms.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(line for line in lines if not line.startswith("#")):
            idiom = tuple(row["words"].split())
            for at, word in enumerate(idiom):
                beside = at + 1 if at + 1 < len(idiom) else max(0, at - 1)
                index.setdefault(word, []).append((at, beside, idiom))
    return {word: tuple(found) for word, found in index.items()}


def in_idiom(tokens: Tokens, i: int, j: int) -> bool:
    """Does a number at the tokens ``i`` to ``j`` stand in a wording that states none?"""
    words = tokens.words
    for k in range(i, j):
        for at, beside, idiom in _idioms().get(words[k], ()):
            first = k - at
            if first < 0 or words[first + beside] != idiom[beside]:
                continue  # most idioms: the next word tells
            if tuple(words[first : first + len(idiom)]) == idiom:
                return True
    return False

"""Wordings that hold a number and state none: "back to square one", "24/7", "the whole nine yards".

The rows are in idioms.csv.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from numfacts.grammar.tokens import Tokens


@cache
def _idioms() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Every word of an idiom that could be read as a number -> the idioms that it stands in."""
    index: dict[str, list[tuple[str, ...]]] = {}
    with files("numfacts.lexicon").joinpath("idioms.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(line for line in lines if not line.startswith("#")):
            idiom = tuple(row["words"].split())
            for word in idiom:
                index.setdefault(word, []).append(idiom)
    return {word: tuple(found) for word, found in index.items()}


def in_idiom(tokens: Tokens, i: int, j: int) -> bool:
    """Does a number at the tokens ``i`` to ``j`` stand in a wording that states none?"""
    for k in range(i, j):
        for idiom in _idioms().get(tokens.words[k], ()):
            for at, word in enumerate(idiom):
                first = k - at
                if (
                    word == tokens.words[k]
                    and first >= 0
                    and tuple(tokens.words[first : first + len(idiom)]) == idiom
                ):
                    return True
    return False

"""The rows of ``modifiers.csv``, ready to be matched backwards or forwards from a figure.

``modifiers().before["than"]`` holds every wording that ends in "than", longest first.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Wording(NamedTuple):
    words: tuple[str, ...]
    modifier: str
    not_kind: str | None  # a kind of figure that the wording leaves alone


class Modifiers(NamedTuple):
    before: dict[str, tuple[Wording, ...]]  # keyed by the last word
    after: dict[str, tuple[Wording, ...]]  # keyed by the first word


@cache
def modifiers() -> Modifiers:
    before: dict[str, list[Wording]] = {}
    after: dict[str, list[Wording]] = {}
    with files("numfacts.lexicon").joinpath("modifiers.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(line for line in lines if not line.startswith("#")):
            words = tuple(row["words"].split())
            wording = Wording(words, row["modifier"], row["limits"].removeprefix("all but ") or None)
            if row["place"] == "before":
                before.setdefault(words[-1], []).append(wording)
            else:
                after.setdefault(words[0], []).append(wording)

    def longest_first(table: dict[str, list[Wording]]) -> dict[str, tuple[Wording, ...]]:
        return {key: tuple(sorted(rows, key=lambda w: -len(w.words))) for key, rows in table.items()}

    return Modifiers(longest_first(before), longest_first(after))

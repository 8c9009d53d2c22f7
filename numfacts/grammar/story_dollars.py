"""Whose dollar a bare ``$`` is, by the places that a story speaks of.

``dollars_spoken_of("Farmers in Queensland … The Australian government gave $3m.") == "AU"``

Abstains unless one country is named twice, and more than twice as often as the United States.  A story that writes A$
or "Australian dollars" somewhere tells its dollars apart, so that its bare ``$`` is the American one.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

_BARE = re.compile(r"(?<![A-Z])\$\ ?\d")
_TOLD_APART = re.compile(
    r"\b(?:A|AU|C|CA|CDN|Cdn|Can|NZ|S|SG)\ ?\$ | \$(?:A|C|NZ|S)\b | (?:n|lian|dian|land|pore|rean)\ (?:dollar|dlr)",
    re.VERBOSE,
)
_AMERICA = "US"
_NAMED_AT_LEAST = 2
_TIMES_AS_OFTEN = 2


def dollars_spoken_of(text: str) -> str | None:
    """-> the territory (ISO 3166) whose dollar a bare ``$`` of the text is; None where that is America's or unclear."""
    if "$" not in text or not _BARE.search(text):
        return None
    named = Counter(_territories_named(text))
    american = named.pop(_AMERICA, 0)
    if not named:
        return None
    (territory, count), *others = named.most_common(2)
    rival = max([american, *(n for _, n in others)])
    if count < _NAMED_AT_LEAST or count <= _TIMES_AS_OFTEN * rival or _TOLD_APART.search(text):
        return None
    return territory


def places_named(text: str) -> frozenset[str]:
    """-> the territories of the dollar that the text names, America's among them."""
    return frozenset(_territories_named(text))


def _territories_named(text: str) -> Iterator[str]:
    places = _places()
    for word in _CAPITALISED.finditer(text):
        for name, territory in places.get(word[0], ()):
            end = word.start() + len(name)
            if text.startswith(name, word.start()) and not text[end : end + 1].isalnum():
                yield territory
                break


_CAPITALISED = re.compile(r"\b[A-Z][A-Za-z]*")


@cache
def _places() -> dict[str, list[tuple[str, str]]]:
    """-> the names that begin with a word, the longest first, each with its territory."""
    places: dict[str, list[tuple[str, str]]] = {}
    with files("numfacts.lexicon").joinpath("dollar_places.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(line for line in lines if not line.startswith("#")):
            for name in row["names"].split("|"):
                for written in {name, name.upper()}:  # "SYDNEY, 3 May"
                    first = _CAPITALISED.match(written)
                    places.setdefault(first[0] if first else written, []).append((written, row["territory"]))
    for names in places.values():
        names.sort(key=lambda pair: -len(pair[0]))
    return places

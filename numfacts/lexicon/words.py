"""The word classes of ``words.toml`` (parts of speech) and ``cues.toml`` (what decides a reading) as frozen sets.

``"between" in word_class("preposition")``
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _classes() -> dict[str, frozenset[str]]:
    classes: dict[str, frozenset[str]] = {}
    for file in ("words.toml", "cues.toml"):
        text = files("numfacts.lexicon").joinpath(file).read_text(encoding="utf-8")
        classes |= {name: frozenset(listed.split()) for name, listed in tomllib.loads(text).items()}
    return classes


@cache
def word_class(*names: str) -> frozenset[str]:
    """-> the words of these classes together.  KeyError for a class that is not in the file."""
    return frozenset().union(*(_classes()[name] for name in names))

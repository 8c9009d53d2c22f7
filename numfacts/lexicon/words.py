"""The closed word classes of ``words.toml`` as frozen sets.

``"between" in words("preposition")``
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _classes() -> dict[str, frozenset[str]]:
    text = files("numfacts.lexicon").joinpath("words.toml").read_text(encoding="utf-8")
    return {name: frozenset(listed.split()) for name, listed in tomllib.loads(text).items()}


@cache
def words(*names: str) -> frozenset[str]:
    """-> the words of these classes together.  KeyError for a class that is not in the file."""
    return frozenset().union(*(_classes()[name] for name in names))

"""The number words of ``numerals.toml`` as look-up tables.

``number_words().ones["eleven"] == Decimal(11)``
"""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class NumberWords(NamedTuple):
    ones: dict[str, Decimal]
    tens: dict[str, Decimal]
    scales: dict[str, Decimal]
    letters: dict[str, Decimal]
    vague: dict[str, Decimal]
    parts: dict[str, Decimal]
    ordinals: dict[str, Decimal]
    fractions: dict[str, tuple[Decimal, Decimal]]


@cache
def number_words() -> NumberWords:
    rows = tomllib.loads(files("numfacts.lexicon").joinpath("numerals.toml").read_text(encoding="utf-8"))
    fractions = {
        sign: (Decimal(over), Decimal(under))
        for sign, (over, under) in (
            (sign, written.split("/")) for sign, written in rows.pop("fractions").items()
        )
    }
    tables = {name: {word: Decimal(value) for word, value in table.items()} for name, table in rows.items()}
    return NumberWords(fractions=fractions, **tables)

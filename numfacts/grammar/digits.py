"""A run of digits with separators -> the number it writes, by the conventions of the text's language.

``parse_digits("10,000.5", ENGLISH) == Decimal("10000.5")``; ``parse_digits("1,5", ENGLISH) is None``: what is no
number in the text's language is refused, never guessed.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple


class Marks(NamedTuple):
    """Which character groups thousands and which marks decimals."""

    group: str
    decimal: str
    spaced: bool  # a plain space groups thousands too ("1 234 567"); no-break and thin spaces always do


LONGEST = 40  # characters; what is longer is no figure of a story
ENGLISH = Marks(",", ".", False)

# CLDR 44, numbers/symbols, by language; the languages that news desks meet beside English ones.
COMMA_DECIMAL = {
    "de": Marks(".", ",", False), "nl": Marks(".", ",", False), "it": Marks(".", ",", False),
    "es": Marks(".", ",", True), "pt": Marks(".", ",", True), "da": Marks(".", ",", False),
    "id": Marks(".", ",", False), "tr": Marks(".", ",", False), "el": Marks(".", ",", False),
    "ro": Marks(".", ",", False), "fr": Marks(".", ",", True), "sv": Marks(".", ",", True),
    "nb": Marks(".", ",", True), "no": Marks(".", ",", True), "fi": Marks(".", ",", True),
    "pl": Marks(".", ",", True), "cs": Marks(".", ",", True), "ru": Marks(".", ",", True),
    "uk": Marks(".", ",", True), "hu": Marks(".", ",", True), "bg": Marks(".", ",", True),
}  # fmt: skip

# Swiss and Latin American usage differs from the language's (CLDR: de_CH, es_MX).
POINT_DECIMAL_REGIONS = frozenset({"de-CH", "it-CH", "es-MX", "es-US", "es-PR", "es-GT", "es-HN", "es-PE"})


@cache
def marks_of(locale: str | None) -> Marks:
    """-> the separators of a BCP 47 locale; English ones where it is unknown."""
    if not locale or locale in POINT_DECIMAL_REGIONS:
        return ENGLISH
    return COMMA_DECIMAL.get(locale.split("-")[0].lower(), ENGLISH)


@cache
def _pattern(marks: Marks) -> re.Pattern[str]:
    group, decimal = re.escape(marks.group), re.escape(marks.decimal)
    return re.compile(
        rf"""
        (?: \d{{1,3}}(?:{group}\d{{3}})+              # 1,234,567
          | \d{{1,2}}(?:{group}\d{{2}})+{group}\d{{3}}  # 12,34,567: Indian grouping
          | \d+                                       # 1234567
        )
        (?:{decimal}\d+)?                             # .89
        """,
        re.VERBOSE,
    )


def parse_digits(written: str, marks: Marks = ENGLISH) -> Decimal | None:
    """-> the number, or None where the separators are not those of ``marks``."""
    if len(written) > LONGEST:
        return None
    if written.isdecimal():
        return Decimal(written)
    written = written.replace("·", marks.decimal)
    if not _pattern(marks).fullmatch(written):
        return None
    return Decimal(written.replace(marks.group, "").replace(marks.decimal, "."))


def last_digit(written: str, marks: Marks = ENGLISH) -> Decimal:
    """-> one unit of the last written digit: 0.01 for "10.47", 1 for "10,000"."""
    _, point, decimals = written.replace("·", marks.decimal).rpartition(marks.decimal)
    return Decimal(1).scaleb(-len(decimals)) if point else Decimal(1)

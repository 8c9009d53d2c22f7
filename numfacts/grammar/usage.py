"""The conventions of one document: how it writes numbers, which territory's units and dollars it means.

``usage_of("en-AU", 2019).territory == "AU"``
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from numfacts.grammar.digits import Marks, marks_of


class Usage(NamedTuple):
    marks: Marks
    territory: str | None  # ISO 3166: "AU"; None where only the language, or nothing, is known
    year: int | None  # of publication: which francs and marks are meant
    dollars: str | None = (
        None  # ISO 3166: whose dollar a bare $ is by the story's places, where no territory is known
    )


@cache
def usage_of(locale: str | None, year: int | None, dollars: str | None = None) -> Usage:
    """-> the usage of a BCP 47 locale; an unknown one is read as English from nowhere in particular."""
    region = locale.replace("_", "-").split("-")[-1] if locale else ""
    return Usage(
        marks_of(locale),
        region.upper() if len(region) == 2 and "-" in (locale or "").replace("_", "-") else None,
        year,
        dollars,
    )

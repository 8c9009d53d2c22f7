"""The programs that speed.py compares, each as one function from texts to a pandas DataFrame.

``SYSTEMS["digits"]()(["up 5% to 12"])`` is a frame with the rows ``0, 3, 4, 5.0`` and ``0, 9, 11, 12.0``.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

Read = Callable[[Sequence[str]], pd.DataFrame]
COLUMNS = ["text", "start", "end", "value", "unit"]
DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def numfacts() -> Read:
    """Everything that a user gets: the facts of every text, then one table of all 33 columns, validated."""
    import numfacts as nf

    def read(texts: Sequence[str]) -> pd.DataFrame:
        facts = [
            fact for number, text in enumerate(texts) for fact in nf.extract(text, doc_id=f"text-{number}")
        ]
        return nf.to_frame(facts)

    return read


def quantulum3() -> Read:
    """Without its classifier, which does not run with the scikit-learn of today."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # tells at import that the classifier is not installed
        from quantulum3 import classifier, parser
    classifier.USE_CLF = False

    def read(texts: Sequence[str]) -> pd.DataFrame:
        rows = [
            (number, *found.span, found.value, found.unit.name)
            for number, text in enumerate(texts)
            for found in parser.parse(text)
        ]
        return pd.DataFrame(rows, columns=COLUMNS)

    return read


def recognizers() -> Read:
    """The six recognizers that cover what numfacts reads; dates, which it reads too, are left out in its favour."""
    import recognizers_number as numbers
    import recognizers_number_with_unit as units
    from recognizers_text import Culture

    recognise = [
        numbers.recognize_number, numbers.recognize_percentage, units.recognize_age, units.recognize_currency,
        units.recognize_dimension, units.recognize_temperature,
    ]  # fmt: skip

    def read(texts: Sequence[str]) -> pd.DataFrame:
        rows = [
            _recognised(number, found)
            for number, text in enumerate(texts)
            for reader in recognise
            for found in reader(text, Culture.English)
        ]
        return pd.DataFrame(rows, columns=COLUMNS)

    return read


def _recognised(number: int, found: Any) -> tuple[int, int, int, Any, Any]:
    answer = found.resolution or {}
    return number, found.start, found.end + 1, answer.get("value"), answer.get("unit")


def digits() -> Read:
    """A bare scan for digits: what the cheapest script does, and the floor for anything in Python."""

    def read(texts: Sequence[str]) -> pd.DataFrame:
        rows = [
            (number, match.start(), match.end(), float(match[0].replace(",", "")), None)
            for number, text in enumerate(texts)
            for match in DIGITS.finditer(text)
        ]
        return pd.DataFrame(rows, columns=COLUMNS)

    return read


# By name: loading is part of the function, so that a peer that is not installed can be told from one that fails.
SYSTEMS: dict[str, Callable[[], Read]] = {
    "numfacts": numfacts,
    "quantulum3": quantulum3,
    "recognizers": recognizers,
    "digits": digits,
}

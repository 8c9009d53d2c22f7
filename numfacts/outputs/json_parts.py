"""JSON written piece by piece, so that a list of any length needs no memory.

``with listing(stream, {"runs": [], "version": 1}) as append: append([{"a": 1}, {"a": 2}])`` fills the list that is
empty, one element a line.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

_HERE = "[]"


@contextmanager
def listing(stream: BinaryIO, whole: Any) -> Iterator[Callable[[Iterable[object]], None]]:
    """Yields a function that appends elements to the last empty list of ``whole``."""
    opening, _, closing = encoded(whole).rpartition(_HERE)
    _write(stream, opening + "[")
    separator = "\n"

    def append(elements: Iterable[object]) -> None:
        nonlocal separator
        for element in elements:
            _write(stream, separator + encoded(element))
            separator = ",\n"

    yield append
    _write(stream, ("]" if separator == "\n" else "\n]") + closing + "\n")


def encoded(value: object) -> str:
    """-> JSON in which no number is infinite: RFC 8259 has none."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _write(stream: BinaryIO, text: str) -> None:
    stream.write(text.encode("utf-8", "replace"))  # half a surrogate pair is no UTF-8

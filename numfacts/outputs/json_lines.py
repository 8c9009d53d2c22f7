"""Facts as JSON Lines: one object a line with every column, null included.

``{"fact_id": "a.txt#char=0,3", …, "value": 5.0, "high": null, …, "quoted": false, …}``
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from numfacts.model.fact import Fact

FORMAT = "jsonl"
SUFFIXES = (".jsonl", ".ndjson")


@contextmanager
def writing(stream: BinaryIO) -> Iterator[Callable[[Sequence[Fact]], None]]:
    """Yields a function that appends a line a fact."""
    encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode

    def append(facts: Sequence[Fact]) -> None:
        stream.write("".join(encode(fact._asdict()) + "\n" for fact in facts).encode("utf-8"))

    yield append


def read(path: Path) -> Iterator[Fact]:
    """-> the facts of a file that ``writing`` wrote.  Raises ValueError where it is none, with the line."""
    with path.open("rb") as stream:
        for number, line in enumerate(stream, start=1):
            try:
                yield Fact(**json.loads(line))
            except (TypeError, ValueError) as error:
                raise ValueError(f"line {number}: {error}") from error

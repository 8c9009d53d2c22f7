"""Where an output goes: a file, which is replaced when all has gone well, or a stream, flushed and left open.

``with opened(Path("facts.csv"), csv_file.writing) as append: append(facts)``
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO, TypeVar

from numfacts.outputs.atomic import naming, replacing

Item = TypeVar("Item")


@contextmanager
def opened(
    to: Path | BinaryIO, writing: Callable[[BinaryIO], AbstractContextManager[Callable[[Item], None]]]
) -> Iterator[Callable[[Item], None]]:
    """Yields the function that ``writing`` gives for the stream of ``to``.  Raises OutputError."""
    name = str(to) if isinstance(to, Path) else getattr(to, "name", "output")
    with ExitStack() as stack:
        # Only what this destination does is put down to it: an OSError of the body is somebody else's.
        with naming(name):
            stream = stack.enter_context(replacing(to) if isinstance(to, Path) else _flushed(to))
            append = stack.enter_context(writing(stream))

        def append_here(item: Item) -> None:
            with naming(name):
                append(item)
                if stream is to:
                    stream.flush()

        yield append_here
        with naming(name):
            stack.close()


@contextmanager
def _flushed(stream: BinaryIO) -> Iterator[BinaryIO]:
    yield stream
    stream.flush()

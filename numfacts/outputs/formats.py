"""The formats in which facts are written, and writing to several of them at once.

A format is a file of this folder with ``FORMAT`` (its name), ``SUFFIXES``, ``writing(stream)``, a context
that yields a function which appends facts to a stream, and, where it can be read back, ``read(path)``::

    write(facts, Path("facts.csv"), Path("facts.parquet"))
    list(read(Path("facts.csv"))) == facts
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from functools import cache
from itertools import islice
from pathlib import Path
from typing import BinaryIO, NamedTuple, Protocol, cast

import numfacts.outputs
from numfacts.model.fact import Fact
from numfacts.outputs.atomic import OutputError, naming
from numfacts.outputs.destinations import opened

Append = Callable[[Sequence[Fact]], None]
_BATCH = 1000


class Format(Protocol):
    FORMAT: str
    SUFFIXES: tuple[str, ...]

    def writing(self, stream: BinaryIO) -> AbstractContextManager[Append]: ...


class Destination(NamedTuple):
    """A file, which is replaced when all has gone well, or a stream, which is flushed and left open."""

    format: str
    to: Path | BinaryIO


@cache
def formats() -> dict[str, Format]:
    """-> the formats of this folder by name; none imports pandas, pyarrow or rich before it writes."""
    names = sorted(module.name for module in pkgutil.iter_modules(numfacts.outputs.__path__))
    modules = [importlib.import_module(f"{numfacts.outputs.__name__}.{name}") for name in names]
    return {module.FORMAT: cast(Format, module) for module in modules if hasattr(module, "writing")}


def format_of(path: Path) -> str | None:
    """-> the name of the format that a file's suffix stands for."""
    return next((name for name, found in formats().items() if path.suffix.lower() in found.SUFFIXES), None)


def suffixes() -> list[str]:
    return [suffix for each in formats().values() for suffix in each.SUFFIXES]


def write(facts: Iterable[Fact], *paths: Path) -> None:
    """Writes facts to files, each in the format of its suffix.  Raises OutputError."""
    batches = iter(facts)
    with appending([Destination(_known(path), path) for path in paths]) as append:
        while batch := list(islice(batches, _BATCH)):
            append(batch)


def read(path: Path) -> Iterator[Fact]:
    """-> the facts of a file written here.  Raises OutputError."""
    reader = getattr(formats()[_known(path)], "read", None)
    if reader is None:
        raise OutputError(str(path), "this format cannot be read back")
    try:
        with naming(str(path)):
            yield from reader(path)
    except ValueError as error:
        raise OutputError(str(path), str(error)) from error


@contextmanager
def appending(destinations: Sequence[Destination]) -> Iterator[Append]:
    """Yields a function that appends facts to every destination.  Raises OutputError, or BrokenPipeError.

    Files appear when the body ends; if it raises, those that stood there before are left as they were.
    """
    with ExitStack() as stack:
        appends = [stack.enter_context(opened(to, formats()[name].writing)) for name, to in destinations]

        def append(facts: Sequence[Fact]) -> None:
            for append_to_one in appends:
                append_to_one(facts)

        yield append


def _known(path: Path) -> str:
    found = format_of(path)
    if found is None:
        raise OutputError(str(path), f"its suffix is none of {', '.join(suffixes())}")
    return found

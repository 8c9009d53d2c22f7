"""Findings to files and build systems: one file per format, found by discovery.

A format is a file of this folder with ``FORMAT`` (its name), ``SUFFIXES`` and ``writing(stream, rules)``, a context
that yields a function which appends a document with its findings to the stream::

    with appending("sarif", sys.stdout.buffer, rules) as append:
        append(Checked(document, findings))

What it writes is complete without any document.  None keeps more than it must, so that memory does not grow
with the number of documents.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import BinaryIO, Protocol, cast

from numfacts.model.finding import Checked, Rule
from numfacts.outputs.destinations import opened

Append = Callable[[Checked], None]


class Format(Protocol):
    FORMAT: str
    SUFFIXES: tuple[str, ...]

    def writing(
        self, stream: BinaryIO, rules: Mapping[str, Rule]
    ) -> AbstractContextManager[Callable[[Checked], None]]: ...


@cache
def formats() -> dict[str, Format]:
    """-> the formats of this folder by name."""
    modules = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]
    return {module.FORMAT: cast(Format, module) for module in modules}


def format_of(path: Path) -> str | None:
    """-> the name of the format that a file's suffix stands for."""
    return next((name for name, found in formats().items() if path.suffix.lower() in found.SUFFIXES), None)


def suffixes() -> list[str]:
    return [suffix for each in formats().values() for suffix in each.SUFFIXES]


@contextmanager
def appending(format: str, to: Path | BinaryIO, rules: Mapping[str, Rule]) -> Iterator[Append]:
    """Yields a function that appends a document's findings.  Raises OutputError, or BrokenPipeError.

    ``rules`` says of each check id what it means; an id that it does not have is written all the same.  A file
    appears when the body ends; if it raises, the one that stood there before is left as it was.
    """
    with opened(to, lambda stream: formats()[format].writing(stream, rules)) as append:
        yield append

"""One file a format: each names the ``SUFFIXES`` it knows and has a ``read(source, options)``.

The folder is the list of formats: a new one is a new file here, and nothing else changes.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module

from numfacts.documents.sources import Options, Source
from numfacts.model import Document

Read = Callable[[Source, Options], Iterator[Document]]


@cache
def readers() -> dict[str, Read]:
    """-> the reader of each suffix."""
    modules = [import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
    return {suffix: module.read for module in modules for suffix in module.SUFFIXES}

"""Many documents through one function: one file per way of running them.

An engine is a file with ``run(documents, work, jobs)``, which yields ``work(document)`` for each document, in
order, and a ``Failed`` in its place where the work raised or its process died.  ``work`` must be importable
(a function of a module, or a ``functools.partial`` of one), for it may run in another process.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any


def engine(name: str) -> Callable[..., Iterator[Any]]:
    """-> the ``run`` of an engine by its name, the name of its file: ``engine("several_processes")``."""
    run: Callable[..., Iterator[Any]] = import_module(f"{__name__}.{name}").run
    return run

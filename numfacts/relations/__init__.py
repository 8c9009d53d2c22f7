"""How the figures of a story stand to each other.  The folder is the list: one file a relation, found by discovery.

A module here has ``read(story) -> Iterator[Relation]``, which gives the relations of its one kind in text order, and
only those that the words leave no doubt of: what is not read is not judged, and an editor hears no false alarm.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module

from numfacts.model import Relation, Story

Reader = Callable[[Story], Iterator[Relation]]


@cache
def readers() -> tuple[Reader, ...]:
    """-> every reader of the folder, in the order of their names."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = [import_module(f"{__name__}.{name}") for name in names]
    return tuple(module.read for module in modules if hasattr(module, "read"))


def relations_of(story: Story) -> list[Relation]:
    """-> every relation that the story tells, reader by reader."""
    return [relation for read in readers() for relation in read(story)]

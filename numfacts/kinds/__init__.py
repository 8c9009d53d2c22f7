"""The kinds of figure, one file each.  The folder is the list: a new kind is one new file, found by discovery.

A kind's module has any of

``read(site) -> Mention | None``
    claims a phrase that the grammar has read (a number with its unit, a range);
``UNITS``
    the kinds of unit whose phrases it wants to see ("money", "duration", …; None for a phrase without a unit);
``read_at(tokens, i, usage, calendar) -> Mention | None`` and ``starts() -> frozenset[str]``
    reads on its own at these words ("doubled", "twice"), before any phrase is read there;
``YIELDS_TO``
    the kinds that are asked before it.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from functools import cache
from graphlib import TopologicalSorter
from importlib import import_module
from types import ModuleType
from typing import NamedTuple

from numfacts.grammar.dates import Calendar
from numfacts.grammar.sites import Site
from numfacts.grammar.tokens import Tokens
from numfacts.grammar.usage import Usage
from numfacts.model import Mention

Reader = Callable[[Site], Mention | None]
Starter = Callable[[Tokens, int, Usage, Calendar], Mention | None]


class Kinds(NamedTuple):
    readers: dict[str | None, tuple[Reader, ...]]  # by the kind of unit, those that are yielded to first
    starters: dict[str, tuple[Starter, ...]]  # by the lower-cased word at which they read


@cache
def kinds() -> Kinds:
    """-> every kind of the folder, ready to be asked."""
    found: dict[str, ModuleType] = {
        module.name: import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__)
    }
    order = TopologicalSorter({name: getattr(module, "YIELDS_TO", ()) for name, module in found.items()})
    readers: dict[str | None, tuple[Reader, ...]] = {}
    starters: dict[str, tuple[Starter, ...]] = {}
    for module in (found[name] for name in order.static_order()):
        for unit_kind in getattr(module, "UNITS", ()):
            readers[unit_kind] = (*readers.get(unit_kind, ()), module.read)
        if hasattr(module, "starts"):
            for word in module.starts():
                starters[word] = (*starters.get(word, ()), module.read_at)
    return Kinds(readers, starters)

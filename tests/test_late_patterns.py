"""Patterns that are compiled when they are first used: all of them can be, and they do what patterns do."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

import numfacts.checks
import numfacts.grammar
import numfacts.judging
import numfacts.relations
from numfacts.grammar.late_patterns import _Late, late


def patterns() -> Iterator[Any]:
    for package in (numfacts.checks, numfacts.grammar, numfacts.judging, numfacts.relations):
        for module in pkgutil.iter_modules(package.__path__):
            name = f"{package.__name__}.{module.name}"
            for attribute, value in vars(import_module(name)).items():
                values = (
                    value.values()
                    if isinstance(value, dict)
                    else value
                    if isinstance(value, tuple)
                    else [value]
                )
                for each in values:
                    if isinstance(each, _Late):
                        yield pytest.param(each, id=f"{name}.{attribute}")


@pytest.mark.parametrize("pattern", list(patterns()))
def test_it_can_be_compiled(pattern: re.Pattern[str]) -> None:
    pattern.search("")
    assert pattern.pattern


def test_it_is_used_as_a_pattern_is() -> None:
    pattern = late(r" (?P<letter>[a-c]) ", re.VERBOSE | re.IGNORECASE)
    match = pattern.search("xyzB")
    assert match is not None
    assert match["letter"] == "B"
    assert pattern.findall("abc") == ["a", "b", "c"]
    assert pattern.sub("-", "xa") == "x-"
    with pytest.raises(AttributeError):
        pattern.nonsense  # type: ignore[attr-defined]  # noqa: B018

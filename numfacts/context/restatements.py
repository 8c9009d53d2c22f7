"""Figures that say the one before them again in another unit: 10.47 billion euros (£8.98 billion), 68F, or 20C."""

from __future__ import annotations

import re

from numfacts.model import Quantity

# What may stand between a figure and its restatement.
BETWEEN = re.compile(r"(?:\ [\w-]+){0,3}\s?[(\[]\s?(?:or|that\ is|equivalent\ to)?\s?|,?\ or\ |,?\ equivalent\ to\ |\ ?/\ ?|,?\ equal\ to\ ", re.VERBOSE)
PURE = frozenset({"ratio", "percent", "multiple"})


def restates(before: Quantity, after: Quantity, text: str) -> bool:
    """Does ``after`` restate ``before``?  Same dimension, another unit, nothing but a bracket or "or" between."""
    a, b = before.mention, after.mention
    if not BETWEEN.fullmatch(text, a.end, b.start):
        return False
    if a.kind in PURE and b.kind in PURE:
        return a.kind != b.kind
    if a.unit is None or b.unit is None or a.unit.name == b.unit.name:
        return False
    if a.kind == "money" or b.kind == "money":
        return a.kind == b.kind
    return a.unit.base == b.unit.base

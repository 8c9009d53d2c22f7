"""Figures that say the one before them again in another unit: 10.47 billion euros (£8.98 billion), 68F, or 20C."""

from __future__ import annotations

import re

from numfacts.model import Mention, Quantity

# What may stand between a figure and its restatement.
BETWEEN = re.compile(
    r"""
      (?:\ [\w-]+){0,3}\s?[(\[]\s?(?:or|that\ is|equivalent\ to)?\s?    # 30 miles (48km)   10 pounds of flour (4.5kg)
    | ,?\ (?:or|equivalent\ to|equal\ to)\                               # 68F or 20C
    | \ ?/\ ?                                                            # 68F/20C
    """,
    re.VERBOSE,
)
PURE = frozenset({"ratio", "percent", "multiple"})


def _side_by_side(a: Mention, b: Mention, text: str) -> bool:
    """``EUR 3 million USD 4.3 m``, as company news prints it."""
    return a.kind == b.kind == "money" and text[a.end : b.start] == " " and a.rule == b.rule == "money.sign"


def restates(before: Quantity, after: Quantity, text: str) -> bool:
    """Does ``after`` restate ``before``?  Same dimension, another unit, nothing but a bracket or "or" between."""
    a, b = before.mention, after.mention
    if not BETWEEN.fullmatch(text, a.end, b.start) and not _side_by_side(a, b, text):
        return False
    if a.kind in PURE and b.kind in PURE:
        return a.kind != b.kind
    if a.unit is None or b.unit is None or a.unit.name == b.unit.name:
        return False
    if a.kind == "money" or b.kind == "money":
        if a.kind != b.kind:
            return False
        same = a.unit.currency == b.unit.currency
        return not same or ("/" in a.unit.name and "/" in b.unit.name)  # "£150,000 a week, or £7.8m a year"
    return a.unit.base == b.unit.base

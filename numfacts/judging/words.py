"""The working of a judgement in words: "£40m to £50m is a rise of 25%, not 20%"."""

from __future__ import annotations

import math

from numfacts.grammar.late_patterns import late
from numfacts.model import Fact

_WORD = late(r"[A-Za-z][\w’'-]*")


def plainly(number: float, digits: int = 3) -> str:
    """A number to a reader's eye: 25, 33.3, 0.042, 1,234,567; three digits that say something, whole ones kept."""
    if math.isinf(number):
        return "any number" if number > 0 else "any number below"
    if number == 0:
        return "0"
    places = max(0, digits - 1 - math.floor(math.log10(abs(number))))
    written = f"{round(number, places):,.{places}f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def close(number: float, stated: float) -> str:
    """A number told finely enough to be seen to differ from the stated one: 15.68 beside 15.5."""
    for digits in range(3, 8):
        written = plainly(number, digits)
        if written != plainly(stated, digits):
            return written
    return plainly(number, 8)


def move(old: Fact, new: Fact) -> str:
    """What it is to go from one to the other: "a rise", "a fall", "no change"."""
    before, after = (fact.value or fact.low or fact.high or 0.0 for fact in (old, new))
    return "a rise" if after > before else "a fall" if after < before else "no change"


def said(text: str) -> frozenset[str]:
    """The words of a text, in lower case: "Sales' fall-back" -> sales, fall-back."""
    return frozenset(word.lower().strip("’'-") for word in _WORD.findall(text))


def bare(fact: Fact) -> str:
    """The figure as printed, on one line."""
    return " ".join(fact.text.split())


def in_its_unit(number: float, beside: Fact) -> str:
    """A number in the unit of a fact, as its text writes it where that is simple: "£15m", "300 GBP/week", "50 jobs"."""
    amount, scale = number, ""
    if beside.kind == "money" and abs(number) >= 1e6:
        amount, scale = (number / 1e9, "bn") if abs(number) >= 1e9 else (number / 1e6, "m")
    written = close(amount, (beside.value or 0) * amount / number if number else 0) + scale
    sign = SIGN.match(bare(beside)) if beside.kind == "money" else None
    if sign and beside.unit and "/" not in beside.unit:
        return sign.group() + written
    unit = beside.counted if beside.kind == "count" else beside.unit
    return f"{written} {unit}" if unit else written


SIGN = late(r"[A-Z]{0,3}[$£€¥₹]|Rs\.? ?")

"""The working of a judgement in words: "£40m to £50m is a rise of 25%, not 20%"."""

from __future__ import annotations

import math

from numfacts.model import Fact


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


def bare(fact: Fact) -> str:
    """The figure as printed, on one line."""
    return " ".join(fact.text.split())


def in_its_unit(number: str, fact: Fact) -> str:
    """A number as the fact would print it: "£20m" needs its sign, "20 jobs" its noun, a bare figure nothing."""
    if fact.kind == "money" and fact.unit:
        code, _, per = fact.unit.partition("/")
        return f"{number} {code}" + (f" per {per}" if per else "")
    if fact.counted and fact.kind == "count":
        return f"{number} {fact.counted}"
    return f"{number} {fact.unit}" if fact.unit else number

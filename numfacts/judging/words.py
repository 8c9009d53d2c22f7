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


def move(old: float, new: float) -> str:
    return "a rise" if new > old else "a fall" if new < old else "no change"


def bare(fact: Fact) -> str:
    """The figure as printed, on one line."""
    return " ".join(fact.text.split())

"""The words around a figure, cut to what a writer keeps when he tells the same again: "killed" and "deaths" are one.

``stems("The fire killed two")`` is ``{"fire", "die", "two"}``; ``words_near(placed)`` are those close to a figure.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from numfacts.model import Fact
from numfacts.model.story import Told

WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*[A-Za-z]")
STOPS = frozenset(
    """a about after again all also an and any are as at be been but by can could did do does for from had has have he
    her his how if in into is it its just may more most new no not of off on one or out over said say says set she so
    some than that the their them then there they this to up was we were what when where which who why will with would
    you year years percent per cent people million billion mln bln dlrs pct ap reuters""".split()
)
LETTERS = 5  # of a word that are compared: "economy" and "economic"
SUFFIX = re.compile(r"(?:ing|ed|es|s)$")
# Words that tell one and the same; by the first letters of each.
ALIKE = {
    form[:LETTERS]: group.split()[0][:LETTERS]
    for group in (
        "die dead dies died death deaths toll kill kills killed killing fatal slain",
        "injure injured injures hurt hurts wounded wounds wounding",
        "arrest arrested arrests held holds detained detains",
        "cut cuts cutting axe axes axed shed sheds slash slashes slashed lose loses losing lost",
        "buy buys bought buying acquire acquires acquired purchase",
        "cost costs costing price priced worth",
        "pay pays paid paying spend spends spent spending",
        "win wins won winning",
        "fall falls fell drop drops dropped decline declined slip slips slipped slide slid slump plunge tumble",
        "rise rises rose climb climbs climbed jump jumps jumped gain gains grow grows grew soar surge increase",
        "get gets got receive receives received",
        "job jobs post posts",
        "firm firms company companies",
    )
    for form in group.split()
}


class Placed(NamedTuple):
    """A figure and the sentence in which it stands."""

    fact: Fact
    told: Told


def without_figures(told: Told) -> str:
    parts, at = [], 0
    for fact in told.facts:
        parts.append(told.text[at : max(at, fact.start - told.start)])
        at = max(at, fact.end - told.start)
    return " ".join([*parts, told.text[at:]])


def names_in(each: Placed) -> frozenset[str]:
    """Names, months and weekdays of a sentence: words with a capital that it does not begin with."""
    return frozenset(re.findall(r"(?<=[a-z,;0-9] )[A-Z][a-z’']+", each.told.text))


def words_near(each: Placed, reach: int = 60) -> frozenset[str]:
    """The words that stand close to a figure, on either side."""
    start, end = each.fact.start - each.told.start, each.fact.end - each.told.start
    return stems(each.told.text[max(0, start - reach) : start]) | stems(each.told.text[end : end + reach])


def stems(text: str) -> frozenset[str]:
    words = (word.lower().removesuffix("’s").removesuffix("'s") for word in WORD.findall(text))
    return frozenset(_stem(word) for word in words if len(word) > 2 and word not in STOPS)


def _stem(word: str) -> str:
    for form in (word, word[:LETTERS]):
        if form in ALIKE:
            return ALIKE[form]
    return SUFFIX.sub("", word)[:LETTERS] if len(word) > 3 else word


def noun_of(fact: Fact) -> str:
    """What is counted, as one of several: "homes" of "a 300-home estate" too."""
    noun = last_word(fact.counted or "")
    return noun + "s" if noun and fact.rule == "count.compound" and not noun.endswith("s") else noun


def noun_stems(fact: Fact) -> frozenset[str]:
    return stems(fact.counted or "")


def last_word(words: str) -> str:
    return words.lower().split()[-1] if words.split() else ""

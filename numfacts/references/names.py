"""The words of a row's name that say something, in a form in which they are found again in a story.

``words_of("Spain's defence spending")`` -> {"spain", "defence", "spend"}; ``turn_of("GDP growth")`` -> "rise"
"""

from __future__ import annotations

import re
from functools import cache

from numfacts.grammar.change import change_words
from numfacts.lexicon.words import word_class

WORD = re.compile(
    r"""
      [0-9]{4}-[0-9A-Z]{2,3}(?:-[0-9]{2})?    # 2025-03  2025-Q1  2025-03-14
    | [0-9]+(?:[.,][0-9]+)*                   # 100  1,000
    | [^\W\d_]+                               # words
    """,
    re.VERBOSE,
)
# What a desk writes into a name and a story leaves out, or the other way round.
GENERIC = frozenset(
    """
    rate level number figure total value amount share percentage proportion count size people person record overall
    annual official latest current new published average mean typical headline
    """.split()
)
# The same by the kind of the figure.
IMPLIED = {
    "money": frozenset("price cost sum worth".split()),
    "age": frozenset("age old year".split()),
    "duration": frozenset("duration length time".split()),
    "multiple": frozenset("multiple factor ratio time fold".split()),
    "ratio": frozenset("ratio fraction".split()),
    "percent": frozenset({"percent"}),
}
# Whose figure it is, where a story has named them before: "the company's revenue".
NAMED_BEFORE = frozenset("company firm group business".split())
TITLES = frozenset("mr mrs ms miss dr sir dame lord lady prof professor".split())
CHANGE = frozenset({"change"})  # of either direction; its sign is the number's
# Forms that no ending explains, and the words by which a story tells of a height, a length or a death.
IRREGULAR = {
    form: word
    for word, forms in {
        "age": "aged",
        "build": "built",
        "child": "children",
        "death": "died die dies dead dying kill kills killed killing",
        "depth": "deep",
        "fall": "fell fallen",
        "grow": "grew grown growth",
        "height": "high tall",
        "length": "long",
        "loss": "lost lose loses losing",
        "man": "men",
        "pay": "paid",
        "person": "people",
        "rise": "rose risen",
        "sale": "sold sell sells selling",
        "spend": "spent",
        "weight": "weigh weighs weighed weighing heavy",
        "width": "wide",
        "woman": "women",
    }.items()
    for form in forms.split()
}
_DOUBLED = re.compile(r"([bdgmnprt])\1\Z")


@cache
def words_of(text: str) -> frozenset[str]:
    """-> the stems of the words that say something; numbers and dates as they stand."""
    closed = TITLES | word_class("determiner", "preposition", "conjunction", "auxiliary", "pronoun")
    found = set()
    for match in WORD.finditer(text):
        raw = match.group()
        word = raw.lower()
        # The US is no pronoun, and the s of Spain's no word.
        if word in closed and not (raw.isupper() and len(raw) > 1):
            continue
        if len(word) > 1 or word.isdigit():
            found.add(stem(word))
    return frozenset(found)


def telling(words: frozenset[str], kind: str) -> frozenset[str]:
    """-> those that tell one figure of this kind from another."""
    return words - GENERIC - IMPLIED.get(kind, frozenset())


@cache
def stem(word: str) -> str:
    """``missiles`` -> ``missile``, ``countries`` -> ``country``, ``spending`` -> ``spend``, ``rents`` -> ``rent``"""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if len(word) > 4 and word.endswith("ies"):
        word = f"{word[:-3]}y"
    elif len(word) > 4 and word.endswith(("ches", "shes", "sses", "xes", "zes")):
        word = word[:-2]
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        if len(word) > len(ending) + 3 and word.endswith(ending):
            word = _DOUBLED.sub(r"\1", word[: -len(ending)])
            break
    if len(word) > 4 and word.endswith("e"):
        word = word[:-1]
    return IRREGULAR.get(word, word)


@cache
def _turns() -> dict[str, str]:
    """-> stem of a word of change -> rise or fall."""
    table = change_words()
    listed = {**table.verbs, **table.transitives, **table.nouns}
    return {stem(word): direction for word, direction in listed.items()}


@cache
def turn_of(name: str) -> str | None:
    """-> rise or fall where a name is that of a change: ``GDP growth``, ``fall in vacancies``, ``change of rent``."""
    words = words_of(name)
    if words & CHANGE:
        return "rise"
    found = {_turns()[word] for word in words if word in _turns()}
    return found.pop() if len(found) == 1 else None


def less_change(words: frozenset[str]) -> frozenset[str]:
    """-> without the words of change."""
    return frozenset(word for word in words if word not in _turns() and word not in CHANGE)

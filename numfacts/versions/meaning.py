"""What a figure states, in whatever form it is written, and in which columns two figures differ.

``stated(<10.47 billion euros>) == stated(<€10.47bn>)``; ``<about 50>`` and ``<more than 50>`` differ in ``modifier``.
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from functools import lru_cache

from numfacts.lexicon.words import word_class
from numfacts.model import Fact

WORD = re.compile(r"[^\W_]+(?:[.,'’][^\W_]+)*")  # 1,200   O'Brien   U.S
# Kinds between which the same words go to and fro: "12" and "12 people", "a quarter" and "25%".
FAMILY = {"number": "count", "ratio": "percent"}
_POINTS = {"percentage_point", "basis_point"}
_NOT_OF_THE_NAME = {"of", "other", "more", "such", "total", "about", "around"}
_SINGULAR = {"people": "person", "men": "man", "women": "woman", "children": "child"}
_DIRECTIONS = {"rise", "fall"}


def family(fact: Fact) -> str:
    return FAMILY.get(fact.kind, fact.kind)


def dimension(fact: Fact) -> str:
    """-> what can be compared with what: points with points, miles with kilometres, pounds with pounds."""
    if fact.kind == "money":
        return fact.unit or ""
    if fact.unit in _POINTS:
        return "points"
    if fact.unit and fact.unit.startswith("delta_"):
        return f"difference {fact.base_unit}"
    if fact.kind in ("duration", "age", "measure"):
        return fact.base_unit or fact.unit or ""
    return family(fact)


def stated(fact: Fact) -> tuple[Hashable, ...]:
    """-> what two ways of writing the same quantity have in common; how it is hedged is left out."""
    if fact.kind == "date":
        return "date", fact.period or tuple(sorted(WORD.findall(fact.text.casefold())))
    if fact.kind == "score":
        return "score", tuple(re.findall(r"[0-9]+", fact.text)) or fact.text.casefold()
    return dimension(fact), *numbers(fact, base=fact.kind != "money")


def numbers(fact: Fact, base: bool = False) -> tuple[str, ...]:
    """-> the number, or the bounds of one that is told by bounds, to twelve digits."""
    value, low, high = fact.value, fact.low, fact.high
    if base and fact.base_unit is not None:
        value, low, high = fact.base_value, fact.base_low, fact.base_high
    cells = (low, high) if value is None else (value,)
    return tuple("" if cell is None else f"{cell:.12g}" for cell in cells)


def columns_that_differ(old: Fact, new: Fact, before: str, after: str) -> tuple[str, ...]:
    """-> the columns in which the figure says something else; ``before`` and ``after`` are the sentences.

    A reader of figures sees more or less of a context from wording to wording ("the 12", "the 12 people"), so a
    cell of words counts where both versions have it and they share no word.
    """
    found = []
    if stated(old) != stated(new):
        found += _columns_of_the_number(old, new)
    if old.modifier != new.modifier:
        found.append("modifier")
    if {old.change, new.change} == _DIRECTIONS:
        found.append("change")
    found += [
        column for column in ("counted", "denominator") if _other_words(column, old, new, before, after)
    ]
    if _other_name(old, new, before, after):
        found.append("measured_entity")
    if old.kind != "date" and _other_period(old.period, new.period):
        found.append("period")
    return tuple(found)


def _columns_of_the_number(old: Fact, new: Fact) -> list[str]:
    if old.kind == new.kind == "date":
        return ["period" if old.period != new.period else "text"]
    found = ["kind"] if family(old) != family(new) else []
    if numbers(old) != numbers(new):
        if old.value is not None or new.value is not None:
            found.append("value")
        else:
            found += [name for name in ("low", "high") if getattr(old, name) != getattr(new, name)]
    if old.unit != new.unit:
        found.append("unit")
    return found or ["text"]  # a score


def _other_words(column: str, old: Fact, new: Fact, before: str, after: str) -> bool:
    one, other = getattr(old, column), getattr(new, column)
    if one is None or other is None or shared(one, other) or stems(one) == stems(other):
        return False
    # Both nouns in both sentences: another reading of the same words, unless the figure stands right before them.
    if stems(one) <= stems(after) and stems(other) <= stems(before):
        return _stands_before(old, one) and _stands_before(new, other)
    return True


def _stands_before(fact: Fact, words: str) -> bool:
    first = words.split(maxsplit=1)[0]
    return (
        re.search(rf"{re.escape(fact.text)}\W+{re.escape(first)}", fact.sentence, re.IGNORECASE) is not None
    )


def _other_name(old: Fact, new: Fact, before: str, after: str) -> bool:
    """Another name, in a sentence that does not have the first: "the council" for "it" is the same body still."""
    one, other = old.measured_entity, new.measured_entity
    if one is None or other is None or shared(one, other):
        return False
    if stems(one) & stems(after) or stems(other) & stems(before):
        return False
    return (_is_name(one) and _is_name(other)) or (
        _stands_behind_of(old, one) and _stands_behind_of(new, other)
    )


def _stands_behind_of(fact: Fact, words: str) -> bool:
    """``1m tonnes of wheat``, ``£2m of damage``"""
    pattern = rf"{re.escape(fact.text)}\s+of\s+{re.escape(words)}"
    return re.search(pattern, fact.sentence, re.IGNORECASE) is not None


def _is_name(words: str) -> bool:
    """A capital will do: at the start of a sentence another noun is another thing ("Inflation", "Unemployment")."""
    return any(word[:1].isupper() for word in WORD.findall(words))


def _other_period(old: str | None, new: str | None) -> bool:
    """Both known, and neither lies within the other: "in March" is no other time than "this year"."""
    if old is None or new is None:
        return False
    return not (_within(old, new) or _within(new, old))


def _within(inner: str, outer: str) -> bool:
    (first, last), (start, end) = _ends(inner), _ends(outer)
    return start <= first[: len(start)] and last[: len(end)] <= end


def _ends(period: str) -> tuple[str, str]:
    start, _, end = period.partition("/")
    return start, end or start


@lru_cache(maxsize=1 << 12)
def stems(words: str) -> frozenset[str]:
    """-> the words that carry meaning, plurals as singulars, roughly: ``"the two Cars"`` -> ``{"two", "car"}``."""
    found = (word.casefold() for word in WORD.findall(words))
    return frozenset(stem(word) for word in found if word not in function_words())


def stem(word: str) -> str:
    if word in _SINGULAR:
        return _SINGULAR[word]
    for ending, kept in (("'s", ""), ("’s", ""), ("ies", "y"), ("sses", "ss"), ("s", "")):
        if word.endswith(ending) and len(word) > len(ending) + 2 and not word.endswith("ss"):
            return word.removesuffix(ending) + kept
    return word


def shared(one: str | None, other: str | None) -> bool:
    return bool(one and other and stems(one) & stems(other))


@lru_cache(maxsize=1)
def function_words() -> frozenset[str]:
    names = ("preposition", "pronoun", "determiner", "conjunction", "auxiliary", "coordinator", "relative")
    return frozenset().union(*map(word_class, names), word_class("be_form"), _NOT_OF_THE_NAME, {"to", "that"})

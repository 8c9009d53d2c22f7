"""The names of months, and which numbers beside them are days.

``23`` of "23 April", ``31st`` of "April 31st", ``32`` of "April 32, 2025"; not ``30`` of "in April 30 people died".
"""

from __future__ import annotations

from numfacts.grammar.tokens import Tokens
from numfacts.grammar.years import is_year
from numfacts.lexicon.words import word_class

MONTHS = {
    name: number
    for number, names in enumerate(
        ["january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sep sept", "october oct", "november nov", "december dec"], 1)
    for name in names.split()
}  # fmt: skip


def read_day(tokens: Tokens, j: int) -> tuple[int | None, int]:
    """``23``, ``23rd`` -> the day and the token behind it; no day is None."""
    day = int(tokens.words[j])
    last = j + 2 if tokens.words[j + 1] in ("st", "nd", "rd", "th") and tokens.glued(j + 1) else j + 1
    return (day, last) if 1 <= day <= 31 or _meant_as_a_day(tokens, j, last) else (None, j)


def _meant_as_a_day(tokens: Tokens, j: int, last: int) -> bool:
    """``32nd of April``, ``April 32, 2025``, ``on 32 April``: no such day, nothing else; not ``in April 32 died``"""
    words = tokens.words
    if last == j + 2:
        return words[last] == "of" or words[last] in MONTHS or words[j - 1] in MONTHS
    if words[last] in MONTHS:
        dated = words[last + 1].isdecimal()
        if dated:
            return len(words[last + 1]) == 4
        ends = not words[last + 1].isalpha() and words[j - 1] in ("is", "was", "by", "from", "to")
        return ends or words[j - 1] in ("on", "until", "till", "before", "after")
    return (
        words[j - 1] in MONTHS and words[last] == "," and is_year(tokens, last + 1, _number(words[last + 1]))
    )


def _number(word: str) -> int:
    return int(word) if word.isdecimal() and len(word) == 4 else 0


NO_DAY_BEHIND = frozenset({"in", "since", "during", "last", "this"})


def counts_after_month(tokens: Tokens, month: int, j: int) -> bool:
    """``in February 30 people died``: the month stands alone, and the number counts what follows."""
    follower = tokens.words[j]
    return (
        tokens.words[month - 1] in NO_DAY_BEHIND
        and tokens.words[j - 1].isdecimal()
        and follower.isalpha()
        and tokens.raw[j].islower()
        and follower not in word_class("preposition", "conjunction", "auxiliary", "adverb", "determiner")
    )

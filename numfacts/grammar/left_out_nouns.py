"""Counts whose noun the sentence leaves out: six registered, backed by 1,900, five critically, the existing 87.

``noun_left_out(tokens of "and six registered", 1, 2)`` is true: a bare whole number does what only people or things do.
"""

from __future__ import annotations

from numfacts.grammar.noun_phrases import is_verb
from numfacts.grammar.tokens import Tokens
from numfacts.lexicon.words import word_class

HEADS = frozenset({"", ",", ";", ":", "and", "but", "while", "because", "if", "—", "–", "“", '"', "("})
SEVERAL_ARE = frozenset(
    {"were", "are", "have", "had", "will", "did", "do"}
)  # "4,930 would be the level" has no noun
LEADING = frozenset(
    {"just", "only", "some", "about", "around", "nearly", "almost", "over", "than", "more", "fewer", "least"}
)
CRORES = frozenset({"crore", "crores", "cr"})
THERE = frozenset({"are", "were"})


def noun_left_out(tokens: Tokens, first: int, last: int) -> bool:
    """Does the whole number at tokens ``first`` to ``last``, its modifiers behind included, count something unnamed?"""
    if tokens.words[last - 1] in CRORES:
        return False  # "40 crore promised": mostly rupees
    i = first
    while i and tokens.words[i - 1] in LEADING:
        i -= 1
    before, lead, follower = tokens.words[i - 1] if i else "", tokens.words[i - 2], tokens.words[last]
    if before in HEADS and (_acts(tokens, last) or (before in (",", "and") and _tells_how(tokens, last))):
        return True
    if before == "with" and follower.isalpha() and follower.endswith("ing") and follower != "being":
        return True  # "with 70 involving a weapon"
    ended = not follower.isalpha() or follower in word_class("preposition", "conjunction")
    if before in word_class("carrying"):
        return ended or is_verb(follower)
    return ended and (
        (before == "by" and lead in word_class("done_by_people"))
        or (before in THERE and lead == "there")
        or (before in word_class("those_left") and lead in word_class("determiner"))
        or "fewer" in tokens.words[i:first]
    )


def _acts(tokens: Tokens, j: int) -> bool:
    """``six registered``, ``60,000 are overdue``: a verb that several may be the subject of; not "8 paid holidays"."""
    word, behind = tokens.words[j], tokens.words[j + 1]
    if word in SEVERAL_ARE:
        return True
    closed = word_class("determiner", "preposition", "conjunction", "pronoun", "adverb", "auxiliary")
    finite = is_verb(word) and word not in word_class("auxiliary")
    return finite and (not behind.isalpha() or behind in closed)


def _tells_how(tokens: Tokens, j: int) -> bool:
    """``37 were hurt, five critically``: an adverb closes the clause."""
    return (
        tokens.words[j].endswith("ly")
        and tokens.words[j] != "respectively"
        and not tokens.words[j + 1].isalnum()
    )

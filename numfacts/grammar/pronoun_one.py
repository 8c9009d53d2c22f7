"""The word "one" where it states no number: this one, one another, one of the best, said one resident.

"One of the soldiers" counts one: ``members_after(tokens, 1)`` are the tokens of "soldiers".
"""

from __future__ import annotations

from numfacts.grammar.noun_phrases import counted_after, past_owner
from numfacts.grammar.tokens import DASHES, Tokens
from numfacts.lexicon.numerals import number_words
from numfacts.lexicon.words import word_class

OPENS = frozenset({"", "at", "on", ",", "and", "but", "to"})  # before "one day", "one point" as adverbs
JOINS = frozenset({"to", "in", "or", "and", "out"})  # "one to two", "one in five", "one or more"
WHICHEVER = frozenset({"any", "each", "every", "another", "no", "next", "first", "last"})
EVERY = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
JOINED = frozenset({"a", "half", "every", "of", "more", "hundred"})


def why_no_one(tokens: Tokens, i: int, before: str, follower: str) -> str | None:
    """-> "pronoun", "idiom", "name" or "one of many" for the word "one" at token ``i``; None where it may count."""
    behind = tokens.words[i + 2]
    if follower == "in" and _is_number(behind):
        return None  # "the one in four adults"
    if before in word_class("speech"):
        return "pronoun"  # "said one resident"
    if follower == "of" and not any(map(_is_number, tokens.words[i + 2 : i + 7])):
        # "one of the best", "one of Britain's biggest" tell a rank; "one of the soldiers" counts one
        if before in WHICHEVER:
            return "pronoun"  # "any one of these"
        return None if members_after(tokens, i + 1) else "one of many"
    if follower == "per" or (follower in ("a", "an", "every") and behind in EVERY):
        return None  # "one per household", "one a minute"
    if before == "including" and follower in word_class("preposition", "pronoun"):
        return None  # "40 sailors, including one who swam"
    if before in word_class("before_pronoun_one") or _begins_a_clause(follower, behind):
        return "pronoun"
    if follower in word_class("adverbial_noun") and (before in OPENS or before == "at"):
        return "idiom"  # "at one point", "one day she will"
    named = tokens.raw[i] == "One" and tokens.raw[i - 1][:1].isupper() and i > 1
    if named and before not in word_class("preposition"):
        return "name"
    return "idiom" if follower in DASHES and behind in word_class("after_one_hyphen") else None


def members_after(tokens: Tokens, j: int) -> tuple[int, int] | None:
    """-> the tokens of the plural behind the "of" at ``j``: ``of the soldiers``, ``of Lima's brothers``.

    None where no group is named ("of many") and where its members are ranked ("of the largest banks").
    """
    owned = past_owner(tokens, j + 1)
    named = counted_after(tokens, owned) if owned > j + 1 else counted_after(tokens, j)
    if named is None or named[0] == j + 1:
        return None  # "one of many"
    for word in tokens.words[named[0] : named[1]]:
        if word in word_class("rank") or (word.endswith("est") and word not in word_class("noun_in_est")):
            return None
    return named


def by_turns(tokens: Tokens, i: int, j: int) -> bool:
    """``One minute he laughed, the next he wept``: a number with its unit that no length of time is told by."""
    if tokens.words[i] != "one":
        return False
    return any(tokens.words[k : k + 2] == ["the", "next"] for k in range(j, min(tokens.count, j + 12)))


def _begins_a_clause(follower: str, behind: str) -> bool:
    """Does what stands behind "one" make it a pronoun: a verb, a mark, a function word that joins no number?"""
    if follower in word_class("after_pronoun_one") or (not follower[:1].isalpha() and follower not in DASHES):
        return True
    if follower in JOINS:
        return not (_is_number(behind) or behind in JOINED)
    functional = word_class("preposition", "auxiliary", "pronoun", "conjunction", "determiner", "past")
    return follower in functional and follower not in ("of", "more", "other")


def _is_number(word: str) -> bool:
    return word[:1].isdigit() or word in number_words().ones or word in number_words().tens

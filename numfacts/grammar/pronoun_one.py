"""The word "one" where it states no number: this one, one another, one of the best, said one resident."""

from __future__ import annotations

from numfacts.grammar.tokens import DASHES, Tokens
from numfacts.lexicon.numerals import number_words
from numfacts.lexicon.words import word_class


def why_no_one(tokens: Tokens, i: int, before: str, follower: str) -> str | None:
    if follower == "in" and (
        tokens.words[i + 2][:1].isdigit()
        or tokens.words[i + 2] in number_words().ones
        or (tokens.words[i + 2] in number_words().tens)
    ):
        return None  # "the one in four adults"
    if before in word_class("speech"):
        return "pronoun"  # "said one resident"
    if follower == "of" and _superlative_of(tokens, i + 2):
        return "one of many"
    if before in word_class("before_pronoun_one") or before in (
        "formula",
        "number",
        "day",
        "square",
        "air",
        "capital",
        "back",
        "loved",
        "phase",
    ):
        return "pronoun"
    if follower in word_class("after_pronoun_one") or (not follower[:1].isalpha() and follower not in DASHES):
        return "pronoun"
    if follower in word_class(
        "preposition", "auxiliary", "pronoun", "conjunction", "determiner", "past"
    ) and follower not in (
        "of",
        "in",
        "out",
        "more",
        "to",
        "or",
        "and",
        "other",
    ):
        return "pronoun"
    if follower in ("to", "in", "or", "and", "out") and not (
        tokens.words[i + 2][:1].isdigit()
        or tokens.words[i + 2]
        in (
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "twelve",
            "twenty",
            "a",
            "half",
            "every",
            "of",
            "more",
            "hundred",
        )
    ):
        return "pronoun"
    if follower == "and" and tokens.words[i + 2] in ("the", "only"):
        return "pronoun"
    if before == "at" and follower in ("point", "time", "stage", "end"):
        return "idiom"
    if follower in ("point", "day", "time", "stage", "side") and before in (
        "",
        "at",
        "on",
        ",",
        "and",
        "but",
        "to",
    ):
        return "idiom"
    if (
        tokens.raw[i] == "One"
        and tokens.raw[i - 1][:1].isupper()
        and i > 1
        and before not in word_class("preposition")
    ):
        return "name"
    if follower in DASHES and tokens.words[i + 2] in (
        "off",
        "time",
        "sided",
        "way",
        "on",
        "stop",
        "liner",
        "upmanship",
        "size",
        "another",
        "to",
    ):
        return "idiom"
    return None


def _superlative_of(tokens: Tokens, k: int) -> bool:
    """``one of the best``, ``one of Britain's biggest``, ``one of his key``: nothing is counted out of a number."""
    for word in tokens.words[k : k + 5]:
        if word[:1].isdigit() or word in (
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
        ):
            return False
    return True

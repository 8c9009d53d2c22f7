"""Factors: three times its average, doubled, twice as likely, tenfold, a 10-fold rise, 26 times earnings, 3x."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from numfacts.grammar.change import is_change
from numfacts.grammar.dates import Calendar
from numfacts.grammar.sites import Site, plain, stated
from numfacts.grammar.tokens import DASHES, Tokens
from numfacts.grammar.usage import Usage
from numfacts.lexicon.numerals import number_words
from numfacts.lexicon.words import word_class
from numfacts.model import Mention

UNITS = (None,)
YIELDS_TO = ("ordinal", "score")
VERBS: dict[str, int | str] = {
    "doubled": 2, "doubling": 2, "doubles": 2, "redoubled": 2, "tripled": 3, "tripling": 3, "triples": 3, "trebled": 3,
    "trebling": 3, "quadrupled": 4, "quadrupling": 4, "quintupled": 5, "halved": "0.5",
    "halving": "0.5", "halves": "0.5",
}  # fmt: skip
ADJECTIVES: dict[str, int | str] = {"double": 2, "triple": 3, "treble": 3, "quadruple": 4, "halve": "0.5"}


@cache
def starts() -> frozenset[str]:
    return frozenset({*VERBS, *ADJECTIVES, "twice", "thrice", *_folds()})


@cache
def _folds() -> dict[str, Decimal]:
    table = number_words()
    return {f"{word}fold": value for word, value in {**table.ones, **table.tens, **table.scales}.items()}


def read_at(tokens: Tokens, i: int, usage: Usage, calendar: Calendar) -> Mention | None:
    """-> the factor in one word at token ``i``; "twice" tells how often where nothing is compared."""
    word, follower = tokens.words[i], tokens.words[i + 1]
    if word in _folds():
        return plain(tokens, i, i + 1, "multiple", "fold", _folds()[word])
    if word in ("twice", "thrice"):
        value = Decimal(2 if word == "twice" else 3)
        if follower in word_class("multiple_of") and not _when(tokens, i + 1):
            return plain(tokens, i, i + 1, "multiple", "word", value)
        return plain(tokens, i, i + 1, "count", "how_often", value, counted="times", confidence=0.9)
    if word in VERBS:
        noun = follower in ("down", "as", "up", "match", "partner") or tokens.words[i - 1] in (
            "the",
            "mixed",
            "men",
            "women",
            "'s",
            "’s",
            "two",
            "both",
        )
        if noun or (
            word in ("doubles", "triples", "halves") and tokens.words[i - 1] in ("in", "of", "and", ",", "")
        ):
            return None
        return plain(tokens, i, i + 1, "multiple", "verb", Decimal(VERBS[word]))
    if follower in DASHES or tokens.words[i - 1] in DASHES or follower in ("down", "check"):
        return None
    if follower in word_class("after_double") or (
        tokens.words[i - 1] in word_class("before_double") and not follower[:1].isalpha()
    ):
        return plain(tokens, i, i + 1, "multiple", "verb", Decimal(ADJECTIVES[word]))
    return None


def read(site: Site) -> Mention | None:
    """-> ``N times its …``, ``N-fold``, ``Nx``."""
    tokens, phrase = site.tokens, site.phrase
    if phrase.figure.numeral.form == "ordinal" or phrase.unit is not None:
        return None
    if phrase.figure.value == Decimal("0.5") and tokens.words[phrase.last : phrase.last + 2] == [
        "that",
        "of",
    ]:
        return stated(site, "multiple", "half")
    if (
        phrase.figure.value == Decimal("0.5")
        and tokens.words[phrase.last] == "as"
        and tokens.words[phrase.last + 1] in ("many", "much", "likely", "big", "large")
    ):
        return stated(site, "multiple", "half")
    j = phrase.last
    k = j + 1 if tokens.words[j] in DASHES and tokens.glued(j) else j
    word, follower = tokens.words[k], tokens.words[k + 1]
    if word == "fold":
        return stated(site, "multiple", "fold", last=k + 1)
    if word == "x" and tokens.glued(k) and k == j and not (tokens.glued(k + 1) and follower[:1].isdigit()):
        return stated(site, "multiple", "times", last=k + 1)
    if word == "times" and (
        (follower.endswith("er") and tokens.words[k + 2] == "than")
        or tokens.words[k + 2] in ("'s", "’s")
        or (follower == "over" and tokens.words[k + 2] == "the")
    ):
        return stated(
            site, "multiple", "times", last=k + 1
        )  # "8.6 times Earth's mass", "three times over the limit"
    if word == "times" and (
        (follower in word_class("multiple_of") and not _when(tokens, k + 1))
        or is_change(tokens.words[phrase.first - 1])
        or is_change(tokens.words[phrase.first - 2])
        or tokens.words[phrase.first - 1] == "up"
        or _in_parts(site, k + 1)
    ):
        return stated(site, "multiple", "times", last=k + 1)
    return None


def _in_parts(site: Site, j: int) -> bool:
    """``subscribed 8.2 times``, ``3.4 times``: nothing happens so often, but on average ("1.5 times a day")."""
    value = site.phrase.figure.value
    often = site.tokens.words[j] in ("a", "an", "per", "each", "every")
    return value is not None and value != value.to_integral_value() and not often


def _when(tokens: Tokens, j: int) -> bool:
    """``three times this year``, ``twice the same day``: how often, not how many times as much."""
    return tokens.words[j] in ("this", "last", "the", "that") and tokens.words[j + 1] in (
        "year", "week", "month", "season", "day", "summer", "winter", "spring", "autumn", "decade", "century", "past",
        "last", "same", "night", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    )  # fmt: skip

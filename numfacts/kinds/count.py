"""How many of something, or how often: 10,000 missiles, a dozen cars, thousands of cases, 68,000-strong, three times."""

from __future__ import annotations

from numfacts.grammar.noun_phrases import counted_after
from numfacts.grammar.numerals import DASHES
from numfacts.grammar.sites import Site, stated
from numfacts.grammar.tokens import Tokens
from numfacts.lexicon.words import words
from numfacts.model import Mention

UNITS = (None,)
YIELDS_TO = ("ordinal", "score", "multiple", "ratio", "rate", "age")
# "three-way", "four-letter word", "one-time": adjectives in which nothing is counted
NO_COUNT = frozenset("way off sided on fold up down to handed stop dimensional size".split())


def read(site: Site) -> Mention | None:
    tokens, phrase = site.tokens, site.phrase
    if phrase.figure.numeral.form in ("ordinal", "fraction", "article") and not _whole_and_part(site):
        return None
    if phrase.figure.signed or phrase.unit is not None:
        return None
    j = phrase.last
    one = phrase.figure.value == 1 and phrase.other is None
    if tokens.words[j] in DASHES and tokens.glued(j) and tokens.glued(j + 1):
        return _compound(site, j + 1)
    if tokens.words[j] == "strong":
        noun = counted_after(tokens, j + 1, one=True)
        return stated(site, "count", "strong", last=j + 1, counted=tokens.slice(*noun) if noun else None)
    if tokens.words[j] in ("times", "time") and not one:
        return stated(site, "count", "how_often", last=j + 1, counted="times", denominator=_how_often_per(tokens, j + 1))
    counted = counted_after(tokens, j, one=one)
    if counted is None:
        return None
    sure = 1.0 if not one else 0.9
    return stated(site, "count", "noun", counted=tokens.slice(*counted), confidence=sure)


def _whole_and_part(site: Site) -> bool:
    """``8.5 bathrooms`` and ``two and a half million people`` count; "half" and "a third" are ratios."""
    numeral = site.phrase.figure.numeral
    return numeral.form == "fraction" and (numeral.value or 0) > 1


def _how_often_per(tokens: Tokens, j: int) -> str | None:
    """``three times a week`` -> "week"."""
    return tokens.words[j + 1] if tokens.words[j] in ("a", "per", "each", "every") and tokens.words[j + 1] else None


def _compound(site: Site, j: int) -> Mention | None:
    """``68,000-strong``, ``three-course meal``, ``11-member``: the noun behind the hyphen is counted."""
    tokens, word = site.tokens, site.tokens.words[j]
    if word == "strong":
        noun = counted_after(tokens, j + 1) or counted_after(tokens, j + 1, one=True)
        return stated(site, "count", "strong", last=j + 1, counted=tokens.slice(*noun) if noun else None)
    if not word.isalpha() or word in NO_COUNT or word in words("preposition", "determiner", "conjunction"):
        return None
    if word == "time":
        return stated(site, "count", "how_often", counted="times", confidence=0.8)
    return stated(site, "count", "compound", counted=tokens.raw[j], confidence=0.8)

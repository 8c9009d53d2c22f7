"""How many of something, or how often: 10,000 missiles, a dozen cars, thousands of cases, three times."""

from __future__ import annotations

from numfacts.grammar.descriptions import described_after
from numfacts.grammar.modifiers import past_modifier
from numfacts.grammar.noun_phrases import counted_after, is_plural
from numfacts.grammar.ranges import toleranced
from numfacts.grammar.sites import Site, stated
from numfacts.grammar.tokens import DASHES, Tokens
from numfacts.lexicon.words import word_class
from numfacts.model import Mention

UNITS = (None,)
YIELDS_TO = ("ordinal", "score", "multiple", "ratio", "rate", "age")


def read(site: Site) -> Mention | None:
    tokens, phrase = site.tokens, site.phrase
    if phrase.figure.numeral.form in ("ordinal", "fraction", "article") and not _whole_and_part(site):
        return None
    if phrase.figure.signed or phrase.unit is not None:
        return None
    j = past_modifier(tokens, phrase.last)  # "200 or more people", "300-plus houses"
    one = phrase.figure.value == 1 and phrase.other is None
    if tokens.words[j] in DASHES and tokens.glued(j) and tokens.glued(j + 1):
        return _compound(site, j + 1)
    if tokens.glued(j) and tokens.words[j].isalpha():
        return None
    if tokens.words[j] == "strong":
        noun = counted_after(tokens, j + 1, one=True)
        return stated(site, "count", "strong", last=j + 1, counted=tokens.slice(*noun) if noun else None)
    if tokens.words[j] in ("times", "time") and not one:
        return stated(
            site, "count", "how_often", last=j + 1, counted="times", denominator=_how_often_per(tokens, j + 1)
        )
    counted = counted_after(tokens, j, one=one)
    if counted is not None and (
        _no_noun(site, counted) or tokens.words[counted[1] - 1] in ("degrees", "degree")
    ):
        counted = None
    if counted is None and not one:
        counted = described_after(tokens, j)
    if counted is None:
        return _left_out(site)
    ranged = toleranced(tokens, phrase.figure, counted[1], site.usage)  # "3,000 steps, give or take 50"
    if ranged is not None and phrase.other is None:
        return stated(site._replace(phrase=ranged), "count", "tolerance", counted=tokens.slice(*counted))
    sure = 1.0 if not one else 0.9
    return stated(site, "count", "noun", counted=tokens.slice(*counted), confidence=sure)


def _no_noun(site: Site, counted: tuple[int, int]) -> bool:
    """``a magnitude 6.3 earthquake``: a decimal counts plurals only."""
    value = site.phrase.figure.value
    return (
        value is not None
        and value != value.to_integral_value()
        and not is_plural(site.tokens.words[counted[1] - 1])
    )


PARENTS = frozenset({"father", "mother", "dad", "mum", "mom", "parent"})  # "a father of three"


def _alone_behind(follower: str) -> bool:
    """Nothing that the number could count stands behind it."""
    return not follower.isalpha() or follower in word_class("preposition", "conjunction", "adverb")


def _left_out(site: Site) -> Mention | None:
    """A count whose noun is left out or stands before: ``kills seven``, ``12 dead``, ``n=4,812``, ``the number of
    jobs fell by 109,000``."""
    tokens, phrase = site.tokens, site.phrase
    before, follower = tokens.words[phrase.first - 1], tokens.words[phrase.last]
    if before == "=" and tokens.words[phrase.first - 2] == "n":
        return stated(site, "count", "sample")
    if follower == "of" and tokens.words[phrase.last + 1] in (
        "them",
        "us",
        "those",
        "these",
        "whom",
        "which",
    ):
        return stated(site, "count", "of_them", confidence=0.8)
    if before == "of" and tokens.words[phrase.first - 2] in word_class("gathering"):
        return stated(site, "count", "gathering", counted="people", confidence=0.8)
    if before == "of" and tokens.words[phrase.first - 2] in PARENTS and _alone_behind(follower):
        return stated(site, "count", "children", counted="children", confidence=0.8)
    first = phrase.first
    while tokens.words[first - 1] in (
        "least",
        "at",
        "about",
        "than",
        "more",
        "some",
        "nearly",
        "another",
        "as",
        "many",
        "to",
        "up",
    ):
        first -= 1
    alone = _alone_behind(follower)
    casualties = (
        (tokens.words[first - 1] in word_class("casualty_verb") and alone)
        or follower in word_class("casualty")
        or (follower == "still" and tokens.words[phrase.last + 1] in word_class("casualty"))
        or (
            follower in ("were", "was", "are", "have")
            and tokens.words[phrase.last + 1] in word_class("casualty") | {"been"}
            and not word_class("casualty").isdisjoint(tokens.words[phrase.last + 1 : phrase.last + 3])
        )
    )
    whole = phrase.figure.value is None or phrase.figure.value == phrase.figure.value.to_integral_value()
    if casualties and whole:
        return stated(site, "count", "casualties", counted="people", confidence=0.8)
    for k in range(phrase.first - 1, max(-1, phrase.first - 18), -1):
        if tokens.words[k] == "number" and tokens.words[k + 1] == "of" and alone:
            noun = counted_after(tokens, k + 2)
            return stated(site, "count", "number_of", counted=tokens.slice(*noun)) if noun else None
        if tokens.words[k] in (";", ".", "while", "but"):
            break
    return None


def _whole_and_part(site: Site) -> bool:
    """``8.5 bathrooms`` and ``two and a half million people`` count; "half" and "a third" are ratios."""
    numeral = site.phrase.figure.numeral
    return numeral.form == "fraction" and (numeral.value or 0) > 1


def _how_often_per(tokens: Tokens, j: int) -> str | None:
    """``three times a week`` -> "week"."""
    return (
        tokens.words[j + 1]
        if tokens.words[j] in ("a", "per", "each", "every") and tokens.words[j + 1]
        else None
    )


def _compound(site: Site, j: int) -> Mention | None:
    """``68,000-strong``, ``three-course meal``, ``11-member``: the noun behind the hyphen is counted."""
    tokens, word = site.tokens, site.tokens.words[j]
    if word == "strong":
        noun = counted_after(tokens, j + 1) or counted_after(tokens, j + 1, one=True)
        return stated(site, "count", "strong", last=j + 1, counted=tokens.slice(*noun) if noun else None)
    if (
        not word.isalpha()
        or word in word_class("no_count")
        or word in word_class("preposition", "determiner", "conjunction")
    ):
        return None
    if (
        is_plural(word)
        or (word.endswith("s") and word not in word_class("singular_s"))
        or tokens.raw[j][:1].isupper()
    ):
        return None  # "one-percenters", "7-Eleven"
    if word == "time":
        return stated(site, "count", "how_often", counted="times", confidence=0.8)
    return stated(site, "count", "compound", counted=tokens.raw[j], confidence=0.8)

"""How many of something, or how often: 10,000 missiles, a dozen cars, thousands of cases, three times."""

from __future__ import annotations

from decimal import Decimal

from numfacts.grammar.descriptions import described_after
from numfacts.grammar.left_out_nouns import noun_left_out
from numfacts.grammar.modifiers import past_modifier
from numfacts.grammar.noun_phrases import counted_after, is_plural, is_verb, past_article
from numfacts.grammar.parts import ends_one_and_a_half
from numfacts.grammar.pronoun_one import members_after
from numfacts.grammar.ranges import toleranced
from numfacts.grammar.sites import Site, stated
from numfacts.grammar.tokens import DASHES, Tokens
from numfacts.lexicon.words import word_class
from numfacts.model import Mention

UNITS = (None,)
YIELDS_TO = ("ordinal", "score", "multiple", "ratio", "rate", "age", "percent")


def read(site: Site) -> Mention | None:
    tokens, phrase = site.tokens, site.phrase
    if phrase.figure.signed or phrase.unit is not None:
        return None
    if ends_one_and_a_half(tokens, phrase.first):
        return _one_and_a_half(site)
    if phrase.figure.numeral.form in ("ordinal", "fraction", "article") and not _whole_and_part(site):
        return _part(site)
    j = past_modifier(tokens, phrase.last)  # "200 or more people", "300-plus houses"
    one = phrase.figure.value == 1 and phrase.other is None
    if tokens.words[j] in DASHES and tokens.glued(j) and tokens.glued(j + 1):
        return _compound(site, j + 1)
    if tokens.words[j] == "-" and not tokens.glued(j) and tokens.words[j + 1] in word_class("attributive"):
        return _compound(site, j + 1)  # "the two - door version" of old wire copy
    if tokens.glued(j) and tokens.words[j].isalpha():
        return None
    if tokens.words[j] == "strong" and not is_plural(tokens.words[j + 1]):
        noun = counted_after(tokens, j + 1, one=True)
        return stated(site, "count", "strong", last=j + 1, counted=tokens.slice(*noun) if noun else None)
    if tokens.words[j] in ("times", "time") and not one:
        return stated(
            site, "count", "how_often", last=j + 1, counted="times", denominator=_how_often_per(tokens, j + 1)
        )
    if one and tokens.words[phrase.last] == "of":
        return _one_of(site)
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


def _one_of(site: Site) -> Mention | None:
    """``one of the soldiers``, ``one of Lima's brothers``: one member of a group, at a low confidence.

    A preposition before it is no modifier: "a row over one of her sons".
    """
    tokens, phrase = site.tokens, site.phrase
    members = members_after(tokens, phrase.last)
    if members is None:
        return None
    found = stated(site, "count", "one_of", counted=tokens.slice(*members), confidence=0.6)
    if (
        tokens.words[phrase.first - 1] not in word_class("preposition")
        or tokens.words[phrase.first - 1] == "than"
    ):
        return found
    return found._replace(
        start=tokens.starts[phrase.first], modifier="exact", low=found.value, high=found.value, confidence=0.6
    )


def _no_noun(site: Site, counted: tuple[int, int]) -> bool:
    """``a magnitude 6.3 earthquake``: a decimal counts plurals only."""
    value = site.phrase.figure.value
    return (
        value is not None
        and value != value.to_integral_value()
        and not is_plural(site.tokens.words[counted[1] - 1])
    )


PARENTS = frozenset(
    "father mother dad mum mom parent grandfather grandmother grandparent".split()
)  # "a father of three"
LEADING = frozenset(
    "least at about than more some nearly almost another as many to up over around just".split()
)
PLACES = frozenset(
    {"table", "tables", "space", "room", "reservation", "reservations", "meal", "dinner", "seating"}
)
NUMBER_OF_WITHIN = 18  # tokens between "the number of" and the number
REMAINING = frozenset({"still", "remain", "remained", "taken", "feared", "confirmed", "reported", "believed"})


def _alone_behind(follower: str) -> bool:
    """Nothing that the number could count stands behind it."""
    return not follower.isalpha() or follower in word_class("preposition", "conjunction", "adverb")


def _left_out(site: Site) -> Mention | None:
    """A count whose noun is left out or stands before: ``kills seven``, ``12 dead``, ``n=4,812``, ``a crowd of 900``,
    ``two more``, ``the number of jobs fell by 109,000``."""
    tokens, phrase = site.tokens, site.phrase
    before, follower = tokens.words[phrase.first - 1], tokens.words[phrase.last]
    value = phrase.figure.value
    if before == "₿":
        return stated(site, "count", "coins", first=phrase.first - 1, counted="bitcoins")
    if value is not None and value != value.to_integral_value():
        return None
    if tokens.words[phrase.first - 2 : phrase.first] == ["n", "="]:
        return stated(site, "count", "sample")
    if follower == "who" and phrase.figure.value != 1 and before != "as":
        return stated(site, "count", "persons", counted="people", confidence=0.8)  # "and 95 who had not"
    if follower == "of" and tokens.words[phrase.last + 1] in (
        "them",
        "us",
        "those",
        "these",
        "whom",
        "which",
    ):
        people = "people" if tokens.words[phrase.last + 1] == "whom" else None
        return stated(site, "count", "of_them", counted=people, confidence=0.8)
    if before == "or" and tokens.words[phrase.first - 3] in ("a", "an", "another"):
        return stated(site, "count", "one_or", counted=tokens.words[phrase.first - 2], confidence=0.5)
    if _of_those_told(site):
        return stated(site, "count", "of_them", confidence=0.7)
    first = phrase.first
    while tokens.words[first - 1] in LEADING:
        first -= 1
    rule, counted = (
        _of_whom(tokens, first, phrase.last) or _number_of(tokens, first, phrase.last) or ("", None)
    )
    if rule:
        return stated(site, "count", rule, counted=counted, confidence=0.8)
    left_out = _more(site) or (
        value is not None
        and value > 1
        and noun_left_out(tokens, phrase.first, past_modifier(tokens, phrase.last))
    )
    return stated(site, "count", "left_out", confidence=0.6) if left_out else None


def _of_whom(tokens: Tokens, first: int, last: int) -> tuple[str, str] | None:
    """-> (rule, counted) where people are counted without a word for them: ``a crowd of 900``, ``a mother of three``,
    ``a table for two``, ``kills seven``, ``12 dead``, ``57 remain missing``."""
    before, lead, follower = tokens.words[first - 1], tokens.words[first - 2], tokens.words[last]
    if before in ("of", ":") and lead in word_class("gathering") and not counted_after(tokens, last):
        return "gathering", "people"
    alone = _alone_behind(follower)
    if before == "of" and lead in PARENTS and not counted_after(tokens, last):
        return "children", "children"
    if before == "for" and lead in PLACES and alone:
        return "places", "people"
    casualty = word_class("casualty")
    harmed = (
        follower in casualty
        or (follower in REMAINING and tokens.words[last + 1] in casualty)
        or (
            follower in ("were", "was", "are", "have")
            and tokens.words[last + 1] in casualty | {"been"}
            and not casualty.isdisjoint(tokens.words[last + 1 : last + 3])
        )
    )
    if harmed or (before in word_class("casualty_verb") and alone):
        return "casualties", "people"
    return None


def _number_of(tokens: Tokens, first: int, last: int) -> tuple[str, str] | None:
    """``the number of jobs fell by 109,000``; ``the death toll rose to 45`` -> ("number_of", "jobs")."""
    if not _alone_behind(tokens.words[last]):
        return None
    for k in range(first - 1, max(-1, first - NUMBER_OF_WITHIN), -1):
        word = tokens.words[k]
        if word == "number" and tokens.words[k + 1] == "of":
            noun = counted_after(tokens, k + 2)
            return ("number_of", tokens.slice(*noun)) if noun else None
        if (
            word == "toll"
            and tokens.words[k - 1] == "death"
            and not TOLD.isdisjoint(tokens.words[first - 1 : first + 1])
        ):
            return "number_of", "people"
        if word in (";", ".", "while", "but"):
            return None
    return None


TOLD = frozenset(
    {"to", "at", "is", "was", "reached", "reaches", "passed", "passes", "of", "hit", "topped", "exceeds"}
)


SUBJECTS_OF_A_CLAUSE = frozenset({"they", "we", "he", "she", "i", "you"})
SUBJECT = frozenset({"were", "are", "have", "had", "will"})  # behind what is counted


def _more(site: Site) -> bool:
    """``two more``, ``another seven``, ``five were late``: something is counted, whatever it is."""
    tokens, phrase = site.tokens, site.phrase
    before, follower = tokens.words[phrase.first - 1], tokens.words[phrase.last]
    behind = tokens.words[phrase.last + 1]
    if phrase.figure.value is None:
        return False  # "exaggerated by billions more"
    if follower in ("more", "fewer"):
        return not behind.isalpha() or _alone_behind(behind)
    if tokens.words[phrase.first - 2 : phrase.first] == ["all", "but"]:
        return _alone_behind(follower) or is_verb(follower)
    if before in ("another", "further"):
        return _alone_behind(follower) or follower in word_class("auxiliary", "past")
    of_the = tokens.words[phrase.first - 2 : phrase.first] == ["of", "the"]
    if of_the and follower in SUBJECTS_OF_A_CLAUSE:
        return True  # "of the 12 they tested"
    subject = follower in SUBJECT and phrase.figure.numeral.form == "words"
    return subject and (phrase.figure.value or 0) > 1 and before not in word_class("label", "determiner")


def _of_those_told(site: Site) -> bool:
    """``all six survived``, ``the other two were freed``, ``including one who swam``: what they are stands before."""
    tokens, phrase = site.tokens, site.phrase
    before, follower = tokens.words[phrase.first - 1], tokens.words[phrase.last]
    if phrase.figure.value == 1:
        return before == "including"
    return before in ("all", "other") and (_alone_behind(follower) or is_verb(follower))


def _whole_and_part(site: Site) -> bool:
    """``8.5 bathrooms`` and ``two and a half million people`` count; "half" and "a third" are ratios."""
    numeral = site.phrase.figure.numeral
    return numeral.form == "fraction" and (numeral.value or 0) > 1


def _part(site: Site) -> Mention | None:
    """``fell 3/8 point``, ``by half a point``, ``a quarter turn``: a part of one, which is no share of a whole."""
    j = past_article(site.tokens, site.phrase.last)
    word = site.tokens.words[j]
    if site.phrase.figure.numeral.form != "fraction" or word not in word_class("divided"):
        return None
    return stated(site, "count", "part", counted=word)


def _one_and_a_half(site: Site) -> Mention:
    """``a session and a half``: one and a half of what stands between."""
    tokens, first = site.tokens, site.phrase.first
    value, counted = Decimal("1.5"), tokens.words[first - 2]
    return stated(site, "count", "and_a_half", first=first - 3, value=value, counted=counted)


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

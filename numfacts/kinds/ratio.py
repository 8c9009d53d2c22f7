"""Parts of a whole: two-thirds, half, one in five, four in 10, three out of four, 450 of 600."""

from __future__ import annotations

from decimal import Decimal

from numfacts.grammar.names import is_tally
from numfacts.grammar.noun_phrases import counted_after, is_plural, past_article, past_owner
from numfacts.grammar.numerals import read_numeral, starts_numeral
from numfacts.grammar.parts import COMPARED, ends_one_and_a_half
from numfacts.grammar.sites import Site, stated
from numfacts.grammar.tokens import DASHES, Tokens
from numfacts.grammar.units import read_unit
from numfacts.lexicon.words import word_class
from numfacts.model import Mention, Numeral

UNITS = (None,)
YIELDS_TO = ("ordinal", "score", "multiple", "rate", "percent")


def read(site: Site) -> Mention | None:
    tokens, phrase = site.tokens, site.phrase
    numeral = phrase.figure.numeral
    if ends_one_and_a_half(tokens, phrase.first):
        return None
    if phrase.other is not None and _parts(site):
        return stated(site, "ratio", "fraction", denominator=_whole(tokens, phrase.last))
    one_to = _one_to(site)
    if one_to is not None:
        return one_to
    if (
        phrase.other is not None
        or phrase.figure.signed
        or phrase.figure.value is None
        or phrase.unit is not None
    ):
        return None
    behind = tokens.words[phrase.last + 1]
    if (
        tokens.words[phrase.last] in DASHES
        and tokens.glued(phrase.last)
        and behind not in ("owned", "full", "empty", "in", "to", "for")
    ):
        return None  # "half-hearted", "one-third-size"
    if tokens.words[past_article(tokens, phrase.last)] in word_class("divided"):
        return None  # "3/8 point", "half a point": so much of one
    if numeral.form == "fraction" and 0 < phrase.figure.value < 1:
        return stated(site, "ratio", "fraction", denominator=_whole(tokens, phrase.last))
    if (
        numeral.form in ("fraction", "ordinal")
        or phrase.figure.value != phrase.figure.value.to_integral_value()
    ):
        return None
    return _tally(site) or _in(site) or _of(site) or _to_one(site)


def _tally(site: Site) -> Mention | None:
    """``went 3-for-12``, ``0-for-5 shooting``: hits of so many attempts."""
    tokens, j = site.tokens, site.phrase.last
    if not is_tally(tokens, j):
        return None
    hits, whole = site.phrase.figure.value, _number(site, j + 3)
    if (
        whole is None
        or whole.value is None
        or hits is None
        or not 0 <= hits <= whole.value
        or whole.value < 2
    ):
        return None
    return stated(site, "ratio", "tally", last=whole.last, value=hits / whole.value)._replace(step=None)


def _parts(site: Site) -> bool:
    """``between a third and a half of all donations``."""
    figures = (site.phrase.figure, site.phrase.other)
    return site.phrase.unit is None and all(
        figure is not None and figure.numeral.form == "fraction" and 0 < (figure.value or 0) < 1
        for figure in figures
    )


ODDS = frozenset(
    "margin ratio majority odds outnumber outnumbered outnumbering favourite favorite split against by".split()
)


def _to_one(site: Site) -> Mention | None:
    """``by a 9-to-1 margin``, ``outnumbered three to one``."""
    tokens, j = site.tokens, site.phrase.last
    hyphened = tokens.words[j] in DASHES and tokens.glued(j)
    k = j + 1 if hyphened else j
    if tokens.words[k] != "to" or ODDS.isdisjoint(tokens.vocabulary):
        return None
    k += 2 if tokens.words[k + 1] in DASHES else 1
    if tokens.words[k] not in ("1", "one") or tokens.words[k + 1] in ("%", "percent", "point"):
        return None
    return stated(site, "ratio", "to_one", last=k + 1)._replace(step=None)


RATIOS = frozenset({"ratio", "ratios", "odds", "every", "outnumbered", "proportion"})


def _one_to(site: Site) -> Mention | None:
    """``a ratio of 1 to 10``: one part to so many, where the sentence speaks of ratios; not ``a scale of 1 to 10``."""
    phrase, tokens = site.phrase, site.tokens
    if phrase.other is None or phrase.joiner != "to" or phrase.figure.value != 1 or phrase.unit is not None:
        return None
    whole = phrase.other.value
    if whole is None or whole < 2 or RATIOS.isdisjoint(tokens.vocabulary) or "scale" in tokens.vocabulary:
        return None
    if tokens.words[phrase.first] in ("from", "between") or counted_after(tokens, phrase.last):
        return None
    return stated(site, "ratio", "one_to", value=1 / whole)._replace(step=None)


def _whole(tokens: Tokens, j: int) -> str | None:
    """``two-thirds of the seats`` -> "seats"; ``half the town`` -> "town"."""
    if tokens.words[j] == "of":
        j += 1
    while tokens.words[j] in word_class("whole_determiner"):
        j += 1
    if tokens.words[j] in COMPARED:
        return None  # "a tenth less"
    phrase = counted_after(tokens, j) or counted_after(tokens, j, one=True)
    return tokens.slice(*phrase) if phrase else None


def _in(site: Site) -> Mention | None:
    """``one in five``, ``four in every 10``, ``one over three``."""
    tokens, j = site.tokens, site.phrase.last
    if tokens.words[j] in DASHES and tokens.words[j + 1] == "in" and tokens.words[j + 2] in DASHES:
        whole = _number(site, j + 3)  # "a one-in-five chance"
        return _quotient(site, whole, "in") if whole is not None else None
    if site.phrase.figure.value == 1 and tokens.words[j + 1] == "in" and tokens.words[j].isalpha():
        j += 1  # "one house in nine"
    elif is_plural(tokens.words[j]):
        return _of_round(site, j + 1)
    if tokens.words[j] not in ("in", "over") or site.phrase.figure.numeral.scale > 1:
        return None
    j += 2 if tokens.words[j + 1] == "every" else 1
    whole = _number(site, j)
    if (
        whole is None
        or whole.value is None
        or (tokens.words[j - 1] == "over" and tokens.words[whole.last][:1].isalpha())
    ):
        return None
    return _quotient(site, whole, "in")


# "workers in ten" is a share; "goals in nine" is a run of matches
ROUND = frozenset({10, 20, 50, 100, 1000})


def _of_round(site: Site, j: int) -> Mention | None:
    """``four workers in ten``, ``six pupils out of 10``: nothing else is counted behind the round number."""
    tokens = site.tokens
    if tokens.words[j] != "in" and tokens.words[j : j + 2] != ["out", "of"]:
        return None
    whole = _number(site, j + (1 if tokens.words[j] == "in" else 2))
    if whole is None or whole.value not in ROUND or counted_after(tokens, whole.last):
        return None
    found = _quotient(site, whole, "in")
    noun = tokens.words[j - 1]
    return found and found._replace(counted=noun, denominator=noun)


def _of(site: Site) -> Mention | None:
    """``450 of 600``, ``450 of the 600``, ``three out of four``, ``nine of their last 10``."""
    tokens, j = site.tokens, site.phrase.last
    if tokens.words[j] == "times" and tokens.words[j + 1] == "out":
        j += 1  # "nine times out of 10"
    if tokens.words[j] == "out" and tokens.words[j + 1] == "of":
        j += 1
    elif tokens.words[j] != "of":
        return None
    start, j = j + 1, past_owner(tokens, j + 1)  # "seven of New Hampshire's eight papers"
    while tokens.words[j] in word_class("whole_determiner", "whole_adjective"):
        j += 1
    described = _past_description(tokens, j) if j > start else j
    if described > j and tokens.raw[described + 1][:1].isupper():
        return None  # "60 of the embattled 737 Max jets"
    j = described
    whole = _number(site, j, timed=tokens.words[j - 1] in ("last", "past", "previous", "first"))
    if whole is not None and tokens.words[whole.last] in TYING and tokens.glued(whole.last):
        return None  # "30 of Boeing's 787-9 jets", "one of the best 16:9 screens"
    return _quotient(site, whole, "of") if whole is not None else None


TYING = DASHES | {":", "/"}
DESCRIBED_BY = 3  # words at most between "of the" and the whole


def _past_description(tokens: Tokens, j: int) -> int:
    """``two of its planned 14``, ``three of my back four``: past what describes the whole, to the number."""
    closed = word_class("preposition", "conjunction", "auxiliary", "determiner", "pronoun", "label")
    for k in range(j, j + DESCRIBED_BY):
        raw = tokens.raw[k]
        if starts_numeral(tokens.words[k]) or raw[:1].isdigit():
            return k
        word = raw.isalpha() and raw.islower() and raw not in closed and not is_plural(raw)
        if not (word or (raw in DASHES and tokens.glued(k))):
            return j
    return j


def _number(site: Site, j: int, *, timed: bool = False) -> Numeral | None:
    """-> the whole number at token ``j``; of a unit only in "119 of the 124 acres", and in "five of the past six years"
    (``timed``)."""
    whole = read_numeral(site.tokens, j, site.usage.marks)
    if whole is None or whole.value is None or whole.first != j or whole.form not in ("digits", "words"):
        return None
    reading = read_unit(site.tokens, whole.last, whole, site.usage)
    if reading is None or timed:
        return whole
    follower = site.tokens.words[reading.last]
    sized = reading.unit.kind == "measure" and site.tokens.words[reading.last - 1].endswith("s")
    return whole if sized and not reading.hyphened and not is_plural(follower) else None


WEEKS = 53


def _quotient(site: Site, whole: Numeral, rule: str) -> Mention | None:
    value = site.phrase.figure.value
    assert value is not None and whole.value is not None
    if not 0 < value <= whole.value or whole.value < 2 or (value == whole.value and rule == "in"):
        return None
    if rule == "in" and 1900 <= whole.value <= 2100 and whole.form == "digits":
        return None
    tokens = site.tokens
    counted = counted_after(tokens, whole.last)
    yearly = tokens.raw[whole.first].isdecimal() and 1900 <= whole.value <= 2100 and value <= WEEKS
    if rule == "of" and yearly and (counted is None or tokens.words[whole.first - 1] != "of"):
        return None  # "from week 10 of 2005", "five of the 2019 finalists"
    return stated(
        site, "ratio", rule, last=whole.last, value=Decimal(value) / whole.value,
        denominator=tokens.slice(*counted) if counted else None,
        counted=tokens.slice(*counted) if counted else None,
    )._replace(step=None)  # fmt: skip

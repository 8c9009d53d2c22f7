"""Results of games and votes: won 3-1, passed 76-54, 6-3, 6-4.  A score has two numbers and no value, but for golf's:
six under par is -6."""

from __future__ import annotations

from numfacts.grammar.noun_phrases import counted_after
from numfacts.grammar.numerals import read_numeral
from numfacts.grammar.ranges import is_change_before
from numfacts.grammar.sites import Site, plain
from numfacts.grammar.tokens import DASHES
from numfacts.lexicon.words import word_class
from numfacts.model import Mention

UNITS = (None,)
YIELDS_TO = ("ordinal",)
HIGHEST = 700  # members of a parliament


def read(site: Site) -> Mention | None:
    tokens, phrase = site.tokens, site.phrase
    par = _against_par(site)
    if par is not None:
        return par
    told = _told(site) or _tied(site) or _bowled(site)
    if told:
        return plain(tokens, phrase.first, told, "score", "told", None, modified=False)
    nil = phrase.last + 1 if tokens.words[phrase.last] in DASHES else phrase.last
    if (
        tokens.words[nil] in ("nil", "all", "love")
        and phrase.other is None
        and (nil > phrase.last or tokens.words[nil] == "nil")
    ):
        return plain(tokens, phrase.first, nil + 1, "score", "nil", None, modified=False)
    low, high = phrase.figure.value, phrase.other.value if phrase.other else None
    if phrase.joiner not in ("-", "to") or low is None or high is None or phrase.unit is not None:
        return None
    if phrase.figure.numeral.scale != 1 or low != low.to_integral_value() or high != high.to_integral_value():
        return None
    if (
        max(low, high) > HIGHEST
        or phrase.figure.hyphened
        or low < 0
        or high < 0
        or tokens.words[phrase.first] in ("from", "between")
    ):
        return None
    if (
        tokens.words[phrase.last] in DASHES
        and tokens.glued(phrase.last)
        and tokens.words[phrase.last + 1].isdecimal()
    ):
        return None  # 4-4-2
    figures = tokens.words[phrase.first - 2 : phrase.first] == ["figures", "of"]  # a bowler's, 3-41
    cued = figures or not word_class("score").isdisjoint(tokens.vocabulary)
    if phrase.joiner == "to" and (not cued or counted_after(tokens, phrase.last)):
        return None
    if low < high and (
        not cued
        or counted_after(tokens, phrase.last)
        or tokens.words[phrase.first - 1] in ("aged", "ages", "age")
    ):
        return None
    if low == high and low > 20 and not cued:
        return None  # a 50-50 chance
    return plain(
        tokens,
        phrase.first,
        phrase.last,
        "score",
        "result",
        None,
        confidence=0.9 if cued else 0.7,
        modified=False,
    )


PAR = {"under": -1, "over": 1}


def _against_par(site: Site) -> Mention | None:
    """``a six-under-par 65``, ``a 3-under 68``, ``at four over par``: strokes below par are negative."""
    tokens, j = site.tokens, site.phrase.last
    hyphened = tokens.words[j] in DASHES and tokens.glued(j)
    side = j + 1 if hyphened else j
    par = side + 1 + (hyphened and tokens.words[side + 1] in DASHES)
    sign, value = PAR.get(tokens.words[side]), site.phrase.figure.value
    if sign is None or value is None or site.phrase.other is not None:
        return None
    if tokens.words[par] == "par":
        last = par + 1
    elif hyphened and tokens.words[side + 1].isdecimal():
        last = side + 1
    else:
        return None
    return plain(tokens, site.phrase.first, last, "score", "par", sign * value, modified=False)


def _tied(site: Site) -> int:
    """``a 27-to-24 win`` -> the token behind; 0 where no result is told, nor odds: "a 9-to-1 margin"."""
    tokens, j = site.tokens, site.phrase.last
    if tokens.words[j + 1] != "to":
        return 0
    tied = tokens.words[j : j + 3] == ["-", "to", "-"] and tokens.glued(j) and tokens.words[j + 3].isdecimal()
    cued = not word_class("score").isdisjoint(tokens.vocabulary)
    return j + 4 if tied and cued and tokens.words[j + 3] != "1" else 0


def _told(site: Site) -> int:
    """``three goals to one``, ``318 votes to 271`` -> the token behind; 0 where no result is told."""
    tokens, j = site.tokens, site.phrase.last
    if (
        is_change_before(tokens, site.phrase.first)
        or tokens.words[j] not in word_class("scored")
        or tokens.words[j + 1] != "to"
        or site.phrase.other is not None
    ):
        return 0
    other = read_numeral(tokens, j + 2, site.usage.marks)
    return other.last if other is not None and other.form == site.phrase.figure.numeral.form else 0


WICKETS = 10


def _bowled(site: Site) -> int:
    """``took four for 12``, ``5 for 23 off ten overs``: wickets for runs -> the token behind; 0 elsewhere."""
    tokens, phrase = site.tokens, site.phrase
    value = phrase.figure.value
    if tokens.words[phrase.last] != "for" or value is None or not 0 <= value <= WICKETS or phrase.other:
        return 0
    if word_class("cricket").isdisjoint(tokens.vocabulary):
        return 0
    runs = read_numeral(tokens, phrase.last + 1, site.usage.marks)
    if (
        runs is None
        or runs.first != phrase.last + 1
        or runs.form not in ("digits", "words")
        or runs.step != 1
    ):
        return 0
    follower = tokens.words[runs.last]
    closed = word_class("preposition", "conjunction", "auxiliary", "adverb")
    return runs.last if not follower.isalpha() or follower in closed else 0

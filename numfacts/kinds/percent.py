"""Percentages, percentage points and basis points, which are three units: 2%, 0.3 percentage points, 25bps."""

from __future__ import annotations

from numfacts.grammar.points import points_behind
from numfacts.grammar.sites import Site, stated
from numfacts.grammar.units import BY_THE_YEAR, EARLIER
from numfacts.lexicon.units import unit
from numfacts.model import Mention

UNITS = ("percent", None)
YIELDS_TO = ("ordinal", "score")
SPANS = frozenset({"year", "annum", "month", "week", "day", "quarter"})
POINTS = frozenset({"percentage_point", "basis_point"})
MOVES = frozenset("cut cuts rise rises hike hikes increase reduction move drop fall".split())


def read(site: Site) -> Mention | None:
    tokens, phrase = site.tokens, site.phrase
    if phrase.figure.numeral.form == "article":
        return _one_point(site)
    if phrase.unit is None:
        return _part_of_a_point(site) or _bare_points(site)
    word = tokens.words[phrase.last]
    if phrase.unit.name == "percent" and word in ("point", "points", "pt", "pts"):
        return stated(site, "percent", "points", last=phrase.last + 1, unit=unit("percentage_point"))
    yearly = (
        word in ("a", "per")
        and tokens.words[phrase.last + 1] in SPANS
        and (tokens.words[phrase.last + 2] not in EARLIER)
    )
    denominator = tokens.words[phrase.last + 1].replace("annum", "year") if yearly else None
    if word in BY_THE_YEAR:
        denominator = "year"
    return stated(site, "percent", phrase.unit.name, denominator=denominator)


def _one_point(site: Site) -> Mention | None:
    """``rose by a percentage point``, ``a basis point``; "a percent" is mostly the part of something else."""
    unit_name = site.phrase.unit.name if site.phrase.unit else ""
    return stated(site, "percent", "article") if unit_name in POINTS else None


def _part_of_a_point(site: Site) -> Mention | None:
    """``a quarter-point cut``, ``a half point rise``: percentage points, of an interest rate."""
    tokens, j = site.tokens, site.phrase.last
    if site.phrase.figure.numeral.form != "fraction":
        return None
    if tokens.words[j : j + 2] == ["-", "point"] and tokens.glued(j):
        j += 1
        moved = tokens.words[j + 1 : j + 4]
    else:
        moved = tokens.words[j + 1 : j + 2]
    if tokens.words[j] != "point" or MOVES.isdisjoint(moved):
        return None
    return stated(site, "percent", "part_of_a_point", last=j + 1, unit=unit("percentage_point"))


def _bare_points(site: Site) -> Mention | None:
    """``19% were charged, up 1.4 points``, ``a 14-point lead in the poll``, ``a 25-point cut to 3.5%``."""
    figure, tokens = site.phrase.figure, site.tokens
    if figure.numeral.form not in ("digits", "words", "fraction") or figure.signed:
        return None
    highest = (site.phrase.other or figure).value
    found = points_behind(tokens, site.phrase.first, site.phrase.last, highest)
    if found is None:
        return None
    return stated(site, "percent", "bare_points", last=found[1], unit=unit(found[0]), confidence=0.8)

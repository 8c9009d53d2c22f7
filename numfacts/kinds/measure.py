"""Every other physical unit: 210mm, 110 km/h, 6ft 4in, 422 parts per million, 1.6C warmer, a magnitude-7 quake."""

from __future__ import annotations

from numfacts.grammar.sites import Site, stated
from numfacts.lexicon.units import unit
from numfacts.lexicon.words import word_class
from numfacts.model import Mention

UNITS = ("measure",)
YIELDS_TO = ("age",)


def read(site: Site) -> Mention | None:
    tokens, phrase = site.tokens, site.phrase
    if phrase.figure.numeral.form == "article":
        found = stated(site, "measure", "article")
        return found if found.modifier != "exact" or tokens.words[phrase.first - 1] == "half" else None
    if phrase.figure.numeral.form == "vague" and phrase.figure.numeral.scale == 1:
        return stated(site, "measure", "few")
    if phrase.unit is not None and phrase.unit.name in ("degC", "degF") and _difference(site):
        name = f"delta_{phrase.unit.name}"
        return stated(site, "measure", "difference", unit=unit(name))
    return stated(site, "measure", "compound" if phrase.hyphened else "unit")


def _difference(site: Site) -> bool:
    """``1.6C warmer``, ``warming of 1.5C``, ``rose by 2C``, ``1.5C above pre-industrial levels``."""
    tokens, phrase = site.tokens, site.phrase
    after, before = tokens.words[phrase.last], tokens.words[max(0, phrase.first - 4) : phrase.first]
    if after in word_class("after_difference") and not (
        after in ("above", "below") and tokens.words[phrase.last + 1] in ("zero", "freezing")
    ):
        return True
    if (
        before
        and before[-1] in ("to", "at", "was", "reached", "hit")
        and not {"warming", "limit", "limiting"} & set(before)
    ):
        return False
    return not word_class("before_difference").isdisjoint(before)

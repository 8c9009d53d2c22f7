"""Amounts of money: £8.98 billion, 10.47 billion euros, $1.12 a share, 1.6p a litre, MEUR 120."""

from __future__ import annotations

from numfacts.grammar.sites import Site, stated
from numfacts.model import Mention

UNITS = ("money",)
PAID = frozenset(
    "by cost costs costing for fell rose up down at pay paid paying charge charges worth".split()
)


def read(site: Site) -> Mention | None:
    """-> every phrase with a currency, but for "a dollar" and "a pound", which are mostly the exchange rate's."""
    if site.phrase.figure.numeral.form == "article":
        return _one(site)
    return stated(site, "money", "sign" if site.phrase.figure.signed else "name")


def _one(site: Site) -> Mention | None:
    """``by a penny``, ``less than a dollar a day``; "a dollar" alone is mostly what a rate is against."""
    found = stated(site, "money", "article")
    stated_here = found.modifier != "exact" or site.tokens.words[site.phrase.first - 1] in PAID
    return found if stated_here or (found.unit is not None and "/" in found.unit.name) else None

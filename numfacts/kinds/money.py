"""Amounts of money: £8.98 billion, 10.47 billion euros, $1.12 a share, 1.6p a litre, MEUR 120."""

from __future__ import annotations

from numfacts.grammar.sites import Site, stated
from numfacts.model import Mention

UNITS = ("money",)


def read(site: Site) -> Mention | None:
    """-> every phrase with a currency, but for "a dollar" and "a pound", which are mostly the exchange rate's."""
    if site.phrase.figure.numeral.form == "article":
        return None
    return stated(site, "money", "sign" if site.phrase.figure.signed else "name")

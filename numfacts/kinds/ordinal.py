"""Places in an order: first, 22nd, twenty-fifth.  Read for checks and periods; exported only when asked for."""

from __future__ import annotations

from numfacts.grammar.sites import Site, stated
from numfacts.model import Mention

UNITS = (None,)


def read(site: Site) -> Mention | None:
    numeral = site.phrase.figure.numeral
    if numeral.form != "ordinal":
        return None
    if site.tokens.words[numeral.last] == "," and site.tokens.words[numeral.first - 1] in (
        "",
        "“",
        '"',
        "‘",
        ":",
    ):
        return None  # "First, wash your hands."
    found = stated(site, "ordinal", "digits" if site.tokens.words[numeral.first][:1].isdigit() else "words")
    return found._replace(modifier="exact", low=found.value, high=found.value)

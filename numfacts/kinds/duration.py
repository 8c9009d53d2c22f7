"""Lengths of time: a 30-hour truce, 3min 19.34sec, two years, up to a decade."""

from __future__ import annotations

from numfacts.grammar.sites import Site, stated
from numfacts.grammar.tokens import DASHES
from numfacts.model import Mention

UNITS = ("duration",)
YIELDS_TO = ("age",)
# "for a decade", "in a year": what stands before an article that makes a length of time of "a year"; not "$5 a year"
STATED_BY = frozenset({"by", "for", "lasting", "lasted", "half", "took", "takes", "spent"})
SENTENCES = frozenset({"prison", "jail", "custody", "sentence", "ban"})


def read(site: Site) -> Mention | None:
    tokens, phrase = site.tokens, site.phrase
    if tokens.words[phrase.last] == "read" and phrase.figure.numeral.form == "digits":
        return None  # "5 min read"
    if (
        phrase.unit is not None
        and phrase.unit.name == "year"
        and tokens.words[phrase.last - 1] == "year"
        and (not phrase.hyphened and 1900 <= (phrase.figure.value or 0) <= 2100)
    ):
        return None  # "in the 1985 year"
    if phrase.figure.numeral.form != "article":
        old = phrase.last + 1 if tokens.words[phrase.last] in DASHES else phrase.last
        last = old + 1 if tokens.words[old] == "old" else None  # a 400-year-old oak: no person's age
        return stated(site, "duration", "compound" if phrase.hyphened else "unit", last=last)
    if phrase.unit is not None and phrase.unit.name == "second" and tokens.words[phrase.last].isalpha():
        return None  # "for a second look"
    found = stated(site, "duration", "article")
    if phrase.last - phrase.first > 2 or (
        found.modifier != "exact" and tokens.words[phrase.last] not in ("ago",)
    ):
        return found
    sentence = (
        tokens.words[phrase.last] in ("in", "behind", "of") and tokens.words[phrase.last + 1] in SENTENCES
    )
    return found if tokens.words[phrase.first - 1] in STATED_BY or sentence else None

"""A bare figure with no unit and nothing counted: index levels, a hazard ratio of 0.80, "rose to nine"."""

from __future__ import annotations

from numfacts.grammar.sites import Site, stated
from numfacts.grammar.tokens import DASHES
from numfacts.model import Mention

UNITS = (None,)
YIELDS_TO = ("ordinal", "score", "multiple", "ratio", "rate", "age", "count")


def read(site: Site) -> Mention | None:
    tokens, phrase = site.tokens, site.phrase
    numeral = phrase.figure.numeral
    if numeral.form in ("ordinal", "article"):
        return None
    low, high = phrase.figure.value, phrase.other.value if phrase.other else None
    if phrase.joiner == "-" and low is not None and high is not None and low > high:
        return None  # 747-400
    j = phrase.last
    if tokens.glued(j) and tokens.words[j].isalpha():
        return None  # "Under-21s"
    if (
        tokens.words[j] in DASHES
        and tokens.words[j] != "—"  # "to 2,518—a rise"
        and tokens.glued(j)
        and tokens.glued(j + 1)
        and tokens.words[j + 1].isalpha()
    ):
        if tokens.words[j + 1] not in ("magnitude", "plus", "odd"):
            return None  # "three-way"
    in_words = numeral.form == "words" and numeral.scale == 1
    if in_words and (
        tokens.words[phrase.first - 1] in ("the", "these", "those", "all", "other") or numeral.value == 1
    ):
        return None  # "the two said"
    return stated(site, "number", "words" if in_words else "digits", confidence=0.5 if in_words else 0.7)

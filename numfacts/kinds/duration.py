"""Lengths of time: a 30-hour truce, 3min 19.34sec, two years, up to a decade, several hours, the past year."""

from __future__ import annotations

from numfacts.grammar.dates import Calendar
from numfacts.grammar.figures import one_unit
from numfacts.grammar.sites import Site, stated
from numfacts.grammar.tokens import DASHES, Tokens
from numfacts.grammar.usage import Usage
from numfacts.model import Mention, Phrase

UNITS = ("duration",)
YIELDS_TO = ("age",)
# "for a decade", "in a year": what stands before an article that makes a length of time of "a year"; not "$5 a year"
STATED_BY = frozenset({"by", "for", "lasting", "lasted", "half", "took", "takes", "spent"})
SPENT_IN = frozenset(
    {"after", "in", "following", "during", "through", "within", "with", "over", "despite", "than"}
)
WINDOWS = frozenset({"past", "last", "next", "coming"})
LED_BY = frozenset({"over", "during", "within", "for", "in", "through", "throughout"})
LONG = frozenset({"hour", "day", "week", "fortnight", "month", "year", "decade", "century"})
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
        few = phrase.figure.numeral.form == "vague" and phrase.figure.numeral.scale == 1
        rule = "few" if few else "compound" if phrase.hyphened else "unit"
        return stated(site, "duration", rule, last=last)
    if phrase.unit is not None and phrase.unit.name == "second" and tokens.words[phrase.last].isalpha():
        return None  # "for a second look"
    if tokens.words[phrase.last] in DASHES and tokens.words[phrase.last + 1] in ("on", "over"):
        return None  # "for a year-on-year rise"
    found = stated(site, "duration", "article", last=_past_long(site))
    if phrase.last - phrase.first > 2 or (
        found.modifier != "exact" and tokens.words[phrase.last] not in ("ago",)
    ):
        return found
    if tokens.words[phrase.first - 3 : phrase.first] == ["and", "a", "half"]:
        return None  # "an hour and a half a day"
    return found if tokens.words[phrase.first - 1] in STATED_BY or _lasts(site) else None


def starts() -> frozenset[str]:
    return WINDOWS


def read_at(tokens: Tokens, i: int, usage: Usage, calendar: Calendar) -> Mention | None:
    """-> ``over the past year``, ``in the next decade``: one of the unit, as "over the past two years" are two.

    Not ``in the last week of June``, which is a place in June, nor "the previous year", which is a date.
    """
    if tokens.words[i - 1] != "the" or tokens.words[i - 2] not in LED_BY:
        return None
    figure = one_unit(tokens, i, usage)
    if (
        figure is None
        or figure.unit is None
        or figure.unit.name not in LONG
        or tokens.words[figure.last] == "of"
    ):
        return None
    phrase = Phrase(figure.first, figure.last, figure, None, "", figure.unit, figure.confidence)
    return stated(Site(tokens, phrase, usage), "duration", "window", confidence=0.8)


def _past_long(site: Site) -> int | None:
    """``an hour-long talk``: past what is tied to the unit; None elsewhere."""
    j = site.phrase.last
    tied = site.tokens.words[j] in DASHES and site.tokens.words[j + 1] == "long"
    return j + 2 if tied else None


def _lasts(site: Site) -> bool:
    """``a year in prison``, ``an hour long``, ``a minute later``, ``after a week of talks``: by what stands behind."""
    tokens, j = site.tokens, site.phrase.last
    follower, behind = tokens.words[j], tokens.words[j + 1]
    if follower in ("in", "behind", "of") and behind in SENTENCES:
        return True
    if follower == "of":
        return tokens.words[site.phrase.first - 1] in SPENT_IN and behind.isalpha()
    return follower in ("long", "later") or _past_long(site) is not None

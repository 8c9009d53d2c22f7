"""How old someone is: Barabash, 63 · a 72-year-old man · six-month-old · aged 45 or over · in her 60s."""

from __future__ import annotations

from decimal import Decimal

from numfacts.grammar.noun_phrases import is_plural
from numfacts.grammar.numerals import DASHES
from numfacts.grammar.sites import Site, stated
from numfacts.grammar.tokens import Tokens
from numfacts.lexicon.units import unit
from numfacts.lexicon.words import words
from numfacts.model import Mention

UNITS = ("duration", None)
YIELDS_TO = ("ordinal",)
OLDEST = Decimal(130)  # years; what is older is a thing's, and a length of time
LED_BY = frozenset({"aged", "age", "ages"})
TURNED = frozenset({"turned", "turns", "turning"})
CALLED = frozenset("mr mrs ms dr sir lord lady".split())


def read(site: Site) -> Mention | None:
    phrase = site.phrase
    if phrase.figure.signed or phrase.figure.numeral.form in ("ordinal", "vague"):
        return None
    return _old(site) if phrase.unit is not None else _bare(site)


def _old(site: Site) -> Mention | None:
    """``72-year-old``, ``10 months old``, ``18 years of age``, ``under-two-year-olds``."""
    tokens, phrase = site.tokens, site.phrase
    j = phrase.last
    assert phrase.unit is not None
    k = j + 1 if tokens.words[j] in DASHES else j
    if tokens.words[k] in ("old", "olds"):
        last = k + 1
    elif tokens.words[j] == "of" and tokens.words[j + 1] == "age":
        last = j + 2
    elif phrase.figure.numeral.form != "article" and tokens.words[phrase.first - 1] in LED_BY:
        last = j
    else:
        return None
    highest = phrase.other.value if phrase.other else phrase.figure.value
    if highest is None or highest * Decimal(phrase.unit.factor) > OLDEST * Decimal(unit("year").factor):
        return None
    return stated(site, "age", "year_old", last=last)


def _bare(site: Site) -> Mention | None:
    """A number without a unit that its surroundings make an age, in years."""
    tokens, phrase = site.tokens, site.phrase
    highest = phrase.other.value if phrase.other else phrase.figure.value
    if highest is None or not 0 <= highest <= OLDEST or phrase.figure.numeral.scale != 1:
        return None
    i, j = phrase.first, phrase.last
    rule = None
    if tokens.words[j] == "s" and tokens.glued(j) and tokens.words[i - 1] in ("his", "her", "their", "my", "our"):
        return _decade(site)
    before = tokens.words[i - 1]
    k = i
    while tokens.words[k - 1] in ("of", "to", "between", "under", "over", "about", "around", "at", "least", "just", "nearly", "almost"):
        k -= 1
    if before in LED_BY or (tokens.words[k - 1] in LED_BY and (before in ("of", "between", "under", "over", "about", "around", "least"))):
        rule = "aged"
    elif before in TURNED and not tokens.words[j] in ("%", "percent"):
        rule = "turned"
    elif _after_name(tokens, i, j):
        rule = "name"
    elif before in DASHES and tokens.words[i - 2] in ("over", "under") and tokens.words[j] == "s":
        rule = "over"
    if rule is None:
        return None
    last = j + 1 if rule == "over" else j
    return stated(site, "age", rule, last=last, unit=unit("year"), confidence=0.85 if rule == "name" else 1.0)


def _decade(site: Site) -> Mention | None:
    """``in her 60s`` -> 60 to 69."""
    found = stated(site, "age", "decade", last=site.phrase.last + 1, unit=unit("year"))
    low = site.phrase.figure.value
    assert low is not None
    return found._replace(value=None, low=low, high=low + 9, modifier="range", step=Decimal(1))


def _after_name(tokens: Tokens, i: int, j: int) -> bool:
    """``Barabash, 63, was``, ``Ana Lima (34)``: a name, the number, and punctuation again."""
    if not tokens.words[i].isdecimal() or tokens.glued(j) and tokens.words[j].isalnum():
        return False
    comma, follower = tokens.words[i - 1], tokens.words[j]
    if comma == "," and i >= 2:
        named = _name(tokens, i - 2) or (tokens.words[i - 2] in PEOPLE)
        closed = follower in (",", ".", ";", ")", "and", "who", "of", "from", "is", "was", "has", "had", "told", "said",
                              "", "—", "–", "or", "to", "were", "died", "lives")  # fmt: skip
        return named and closed and int(tokens.words[i]) > 0
    if comma == "(" and follower == ")":
        return _name(tokens, i - 2) and 5 <= int(tokens.words[i]) <= 115 and len(tokens.words[i]) == 2 and (
            _name(tokens, i - 3) or tokens.words[i - 3] in CALLED
        )
    return False


PEOPLE = frozenset(
    """man woman boy girl mother father son daughter wife husband brother sister student teacher driver suspect victim
    resident farmer nurse doctor officer soldier player actor actress singer engineer pensioner teenager worker grandfather
    grandmother widow widower pilot journalist lawyer businessman businesswoman""".split()
)


def _name(tokens: Tokens, i: int) -> bool:
    """Is token ``i`` the last word of a person's name?  Not a month, a day, a place after a comma or a number."""
    raw, word = tokens.raw[i], tokens.words[i]
    if not raw[:1].isupper() or raw.isupper() and len(raw) > 3:
        return False
    return word not in words("month", "weekday", "determiner", "pronoun", "preposition", "conjunction") and not is_plural(
        word) or (raw[:1].isupper() and tokens.raw[i - 1][:1].isupper() and word not in words("month", "weekday"))

"""So many per so many: 3.2 deaths per 1,000 births, 12 cases per 100,000 people, 3,000 tests a day."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from numfacts.grammar.noun_phrases import counted_after
from numfacts.grammar.numerals import read_numeral
from numfacts.grammar.persons import is_person
from numfacts.grammar.sites import Site, stated
from numfacts.grammar.units import is_description, read_denominator, tells_when
from numfacts.lexicon.units import per
from numfacts.model import Mention, Unit

UNITS = (None,)
YIELDS_TO = ("ordinal", "score", "multiple")
# what basketball reports shorten: "averaged 17.9 ppg and 4.6 apg"
PER_GAME = {"ppg": "points", "rpg": "rebounds", "apg": "assists", "spg": "steals", "bpg": "blocks"}
ONE = Unit("1", "measure", "number", "dimensionless", 1.0)


class Below(NamedTuple):
    """What stands below the line."""

    text: str
    last: int
    per: Decimal | None
    unit: Unit | None


def read(site: Site) -> Mention | None:
    """-> a count with its denominator.  By time the unit is ``1 / day``; by number there is none."""
    tokens, phrase = site.tokens, site.phrase
    if (
        phrase.figure.numeral.form in ("ordinal", "fraction", "vague")
        or phrase.figure.signed
        or phrase.unit is not None
    ):
        return None
    shorthand = PER_GAME.get(tokens.words[phrase.last])
    if shorthand is not None and phrase.figure.numeral.form == "digits":
        return stated(site, "rate", "per_game", last=phrase.last + 1, counted=shorthand, denominator="game")
    counted = counted_after(tokens, phrase.last, one=phrase.figure.value == 1)
    below = _below(site, counted[1] if counted else phrase.last)
    bare = counted is None and (
        tokens.words[phrase.last] == "in" or (below and below.per is None and not _stated_bare(site, below))
    )
    if below is None or bare:
        return None
    return stated(
        site, "rate", "by_number" if below.per is not None else "by_time" if below.unit else "each", last=below.last,
        unit=per(ONE, below.unit) if below.unit is not None else None,
        counted=tokens.slice(*counted) if counted else None, denominator=below.text, per=below.per,
    )  # fmt: skip


def _stated_bare(site: Site, below: Below) -> bool:
    """``about 1,231 a day``, ``19 per seat``, ``one a minute``: what is counted is named elsewhere."""
    tokens, phrase = site.tokens, site.phrase
    noun, value = tokens.words[phrase.last + 1], phrase.figure.value
    each = tokens.words[phrase.last] == "per" and is_description(tokens, phrase.last + 1)
    if each and value is not None and value != value.to_integral_value():
        each = is_person(noun) or noun == "household"  # "1.7 per woman"; "traded at 60.2 per dollar"
    return each or (below.unit is not None and phrase.figure.numeral.form in ("digits", "words"))


def _below(site: Site, j: int) -> Below | None:
    tokens = site.tokens
    word = tokens.words[j]
    if word in ("per", "/"):
        k = j + 1
    elif word == "to" and tokens.words[j + 1] in ("each", "every"):
        k = j + 2  # "23 pupils to each teacher"
    elif word in ("for", "in") and tokens.words[j + 1] in ("every", "each"):
        k = j + 2
    elif word in ("a", "an", "each", "every"):
        found = read_denominator(tokens, j + 1, site.usage)
        if found is not None and tells_when(tokens, *found):
            return None
        by_time = found is not None and found[0].kind == "duration"
        return Below(tokens.slice(j + 1, found[1]), found[1], None, found[0]) if found and by_time else None
    else:
        return None
    numeral = read_numeral(tokens, k, site.usage.marks)
    if numeral is not None and numeral.value is not None and numeral.first == k:
        noun = counted_after(tokens, numeral.last)
        last = noun[1] if noun else numeral.last
        return Below(tokens.slice(k, last), last, numeral.value, None)
    found = read_denominator(tokens, k, site.usage)
    if found is not None and (found[0].kind == "duration" or found[0].dimension == "area"):
        return Below(tokens.slice(k, found[1]), found[1], None, found[0])
    if word in ("per", "for", "to"):
        last = k + 1
        return Below(tokens.slice(k, last), last, None, None) if tokens.words[k][:1].isalpha() else None
    return None

"""Two bounds in the order in which they are printed, where a reader takes the first to be the lower or the earlier one.

``Range(fact, first="20", second="10", descends=True)`` of "between 20 and 10 people".

A fact has its bounds sorted, so the order is read from its text.  "from 30% to 10%" is a change, "20-10" a score, "the
gap between 30% and 20%" names two figures and "between 100 and 50 BC" counts down: none of these is a range here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import isclose

from numfacts.grammar.change import change_words
from numfacts.grammar.days_of_month import MONTHS
from numfacts.grammar.figures import read_figure
from numfacts.grammar.late_patterns import late
from numfacts.grammar.tokens import tokenise
from numfacts.grammar.usage import usage_of
from numfacts.model import Fact, Figure, Range, Story, Told

# Two figures set beside each other, not the bounds of one: "the gap between 30% and 20%"
TWO_THINGS = late(
    r"""
    \b(?: differences? | differentials? | gaps? | splits? | divided | gulf | contrasts? | spreads? | margins? | choices?
        | choos\w+ | chosen? | compar\w+ | relationship | correlation | links? | distinction | ratio
        | switch\w*
        | alternat\w+ | toggl\w+ | oscillat\w+ | swing\w* | swung | match(?:es)? | games? | border | midway
        | halfway | distance | interval | transition | shift\w* | trade-?off | balance | meeting | clash | duel
    )\b [^.;:]{0,40} $
    """,
    re.VERBOSE | re.IGNORECASE,
)
BACKWARDS = late(
    r"\b(?:back(?:wards?)?|revers\w+|rewind\w*|descending|count(?:ing)?[ -]?down|countdown|bce?)\b|\bB\.C\.",
    re.IGNORECASE,
)
BEFORE_CHRIST = late(r"[ ,]{0,2}(?:BCE?\b|B\.C\.|(?:years? )?(?:ago|before)\b|million years|light)")
SPAN_IN_DASHES = late(r"(?:\(|\b(?:in|during|over|for|of|the|period|years?|served|term),? )$", re.IGNORECASE)
LATEST = 2049  # "2050-2000 levels" are prices
NEAR = 300  # characters
HOURS = 12  # "between 9 and 5", of a clock
DATED = late(
    rf"(?:\b(?P<month>{'|'.join(name.capitalize() for name in MONTHS)})\b\.?,? (?:\d\d?(?:st|nd|rd|th)?,? )?)?"
    r"(?<!\d)(?P<year>[12]\d\d\d)(?![\d%]|-\d\d-|s\b)"
)
ONE_MONTH = late(
    rf"(?:from |between )?(?P<a>\d\d?) ?(?:to|until|till|and|-|–|—) ?(?P<b>\d\d?) (?:{'|'.join(MONTHS)})\b.*",
    re.IGNORECASE | re.DOTALL,
)
AGES = late(
    r"\b(?:aged|ages|ages of) (?P<a>\d{1,2})(?: ?[-–] ?| to )(?P<b>\d{1,2})\b(?! ?(?:months|weeks|days))"
)


def read(story: Story) -> Iterator[Range]:
    """-> the ranges of every sentence whose bounds can be told apart."""
    for told in story.sentences:
        for fact in told.facts:
            found = _dates(told, fact) if fact.kind == "date" else _between(told, fact)
            if found:
                yield found
        yield from _ages(told)


def _between(told: Told, fact: Fact) -> Range | None:
    if (
        fact.modifier != "range"
        or not fact.low
        or not fact.high
        or fact.low < 0
        or fact.kind in ("score", "ratio")
    ):
        return None
    lead = re.match(r"(?:[a-z ]{1,30} )??between ", fact.text, re.IGNORECASE)
    if lead is None or _two_things(told, fact):
        return None
    figures = _figures(fact.text)
    if figures is None:
        return None
    first, second = figures
    spread = 1 if first.numeral.scale != 1 or second.numeral.scale == 1 else second.numeral.scale
    a, b = first.numeral.value, second.numeral.value
    if a is None or b is None or not b:
        return None
    quotient = float(a * spread / b)
    sorted_quotient = fact.high / fact.low
    if not isclose(quotient, sorted_quotient, rel_tol=0.001) and not isclose(
        quotient, 1 / sorted_quotient, rel_tol=0.001
    ):
        return None  # the bounds are of two scales or units: "between 900g and 1.2kg"
    if fact.unit is None and fact.kind == "number" and fact.high <= HOURS:
        return None
    return Range(fact, _printed(fact.text, first), _printed(fact.text, second), quotient > 1)


def _figures(text: str) -> tuple[Figure, Figure] | None:
    """-> the figure behind "between" and the one behind "and"."""
    tokens, usage = tokenise(text, 0, len(text)), usage_of(None, None)
    if "between" not in tokens.words or "and" not in tokens.words:
        return None
    found = []
    for lead in ("between", "and"):
        start = tokens.words.index(lead) + 1
        figures = (read_figure(tokens, i, usage) for i in range(start, min(start + 4, tokens.count)))
        figure = next((figure for figure in figures if figure is not None), None)
        if figure is None:
            return None
        found.append(figure._replace(first=tokens.starts[figure.first], last=tokens.ends[figure.last - 1]))
    return found[0], found[1]


def _printed(text: str, figure: Figure) -> str:
    return text[figure.first : figure.last]


def _two_things(told: Told, fact: Fact) -> bool:
    before, behind = _around(told, fact)
    if fact.kind == "number" and re.match(r" [A-Z]", behind):
        return True  # "between 30 and 10 Downing Street"
    at = fact.start - told.start
    near = told.text[max(0, at - NEAR) : at + NEAR]
    return bool(TWO_THINGS.search(before) or BEFORE_CHRIST.match(behind) or BACKWARDS.search(near))


def _around(told: Told, fact: Fact) -> tuple[str, str]:
    at = fact.start - told.start
    return told.text[max(0, at - 60) : at], told.text[at + len(fact.text) : at + len(fact.text) + NEAR]


def _moves(word: str) -> bool:
    """``fell between 2020 and 2019``; not "gone between"."""
    words = change_words()
    return word in words.verbs or word in words.nouns or word in words.adverbs


def _dates(told: Told, fact: Fact) -> Range | None:
    before, behind = _around(told, fact)
    if _two_things(told, fact) or any(_moves(word) for word in before.lower().split()[-2:]):
        return None  # "the index fell from 2021 to 2017"
    days = ONE_MONTH.fullmatch(fact.text)
    if days:
        return Range(fact, days["a"], days["b"], int(days["a"]) > int(days["b"]))
    dates = list(DATED.finditer(fact.text))
    if len(dates) != 2 or "/" in fact.text:
        return None
    first, second = dates
    if first["year"] == second["year"] and first["month"] and second["month"]:
        descends = MONTHS[first["month"].lower()] > MONTHS[second["month"].lower()]
    else:
        descends = int(first["year"]) > int(second["year"])
    if re.search(r"[^\W_]$|[-–/]$", before) or re.match(r"[\d%]|[-–/]\d", behind):
        return None  # a code: ISO 2021-2017-1
    dashed = not re.search(r"[a-z]{2}", fact.text[first.end() : second.start()])
    if dashed and descends and (int(first["year"]) > LATEST or not SPAN_IN_DASHES.search(before)):
        return None  # a telephone number, a price
    return Range(fact, first.group().strip(), second.group().strip(), descends)


def _ages(told: Told) -> Iterator[Range]:
    for match in AGES.finditer(told.text):
        at = told.start + match.start("a")
        fact = next((fact for fact in told.facts if fact.start <= at < fact.end), None)
        if fact:
            yield Range(fact, match["a"], match["b"], int(match["a"]) > int(match["b"]))

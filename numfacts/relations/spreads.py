"""What ranges from one figure to another: "fines range from £5,000 to £500", "prices start at £50 and go up to £20".

``Range(fact, first="£5,000", second="£500", descends=True)``.  The words say which bound is meant to be the lower one;
"went from £5,000 to £500" is a fall, "from £5,000 for firms to £500 for shops" a list, "from 20C to 15C" a day and a
night, "from 10 to one" a scale or a countdown: these may run down and are no spread here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from numfacts.grammar.figures import read_figure
from numfacts.grammar.late_patterns import late
from numfacts.grammar.tokens import tokenise
from numfacts.grammar.usage import usage_of
from numfacts.model import Fact, Range, Story, Told

_SPREADS = r"""
    \b (?: rang(?:e|es|ed|ing) | var(?:y|ies|ied|ying) | anywhere | anything | priced | costing | sell(?:s|ing)?\ for
         | takes? | took | last(?:s|ing)?
         | (?:prices?|fees?|fines?|costs?|tickets?|estimates?|salaries|fares?|rents?)\ (?:run|go|start) )
"""
# "Fines range" → "from £5,000 to £500"
_SPREAD_FROM = late(rf"{_SPREADS}(?:\ (?:in|by)\ [a-z]+)?,?\ $", re.VERBOSE | re.IGNORECASE)
# "Salaries range from" → "£50,000"
_SPREAD_FROM_IT = late(
    rf"{_SPREADS}(?:\ (?:in|by)\ [a-z]+)?,?\ from\ (?:about\ )?$", re.VERBOSE | re.IGNORECASE
)
_TO = late(r" (?:all the way )?(?:up )?to $")
_UP_TO = late(
    r"(?:up to|as much as|as many as|as high as|at most|a maximum of|no more than)\b", re.IGNORECASE
)
_STARTS_AT = late(
    r"\b(?:start(?:s|ed|ing)?|begin(?:s|ning)?|began)\ (?:at|from)\ $", re.VERBOSE | re.IGNORECASE
)
_GOES_UP = late(
    r"""(?:\ (?:a|an|per|each)\ [a-z]+)? ,?\ (?:(?:and|but|then)\ )?(?:can\ |could\ |may\ )?
    (?: (?: go | goes | going | rise | rises | rising | run | runs | running | climb | climbs | climbing
          | increas(?:e|es|ing) | reach(?:es|ing)? )\b\ ? (?:all\ the\ way\ )?
        (?:up\ to\ |to\ |up\ |as\ high\ as\ )? | up\ to\ )$""",
    re.VERBOSE,
)
_LEAST = late(
    r"(?:(?:^|\b)(?:a (?:low|minimum) of|as (?:little|few|low) as|at least|minimum of|a low of) $)",
    re.IGNORECASE,
)
_LEAST_WITHIN = late(r"(?:as (?:little|few|low) as|at least|a minimum of|minimum of)\b", re.IGNORECASE)
_MOST = late(
    r"(?P<tie>,? (?:and|to|or|up to) )(?:(?:a|at) )?"
    r"(?:high of |maximum of |most |as much as |as many as |as high as )?$"
)
_MOST_WITHIN = late(r"(?:as (?:much|many|high) as|at most|a maximum of|maximum of|up to)\b", re.IGNORECASE)
_MOST_TOLD = late(r"(?:high of|maximum of|most|as much as|as many as|as high as) $")
_LISTED = late(r" (?:for|in|at|among|when|if|on|with|during|by)\b")
_DOWN = late(r"\b(?:down|falling|descending|declining|decreas\w+|back|bce?)\b", re.IGNORECASE)
_AGE = late(r"\bage[sd]?\b", re.IGNORECASE)
_DEGREES = ("degC", "degF", "kelvin", "degree", "delta_degC", "delta_degF")
_BOUNDS = late(r"from (?P<first>.{1,30}?) (?:up )?to (?P<second>.{1,40})", re.DOTALL | re.IGNORECASE)
# "tickets at £50-£20"; not "they won £50-£20"
_DASHED = late(r"(?P<first>(?P<sign>[£$€])\d[\d,.]*)[-–](?P<second>(?P=sign)\d[\d,.]*)")
_NO_DASH = late(r"\b(?:beat|saved?|off|minus|was|now|cut|led|won|lost)\b[^.;]{0,30}$", re.IGNORECASE)


def read(story: Story) -> Iterator[Range]:
    """-> what is told to range, vary or start and go up."""
    for told in story.sentences:
        for fact in told.facts:
            if fact.modifier == "range":
                yield from _in_one(told, fact)
        for first, second in pairwise(told.facts):
            if _comparable(first, second):
                yield from _in_two(told, first, second)


def _in_one(told: Told, fact: Fact) -> Iterator[Range]:
    """``from £5,000 to £500`` that is one fact, whose bounds are in the order of the text no more."""
    start, end = fact.start - told.start, fact.end - told.start
    before, behind = told.text[max(0, start - 60) : start], told.text[end:]
    dashed = None if _NO_DASH.search(before) else _DASHED.fullmatch(fact.text)
    bounds = dashed or _BOUNDS.fullmatch(fact.text)
    if bounds is None or not fact.low or not fact.high or fact.low <= 0 or fact.low == fact.high:
        return
    if fact.kind in ("score", "ratio", "date") or fact.unit in _DEGREES or _DOWN.search(fact.text + before):
        return
    if not dashed and (not _SPREAD_FROM.search(before) or _LISTED.match(behind)):
        return
    if fact.kind == "number" and not _AGE.search(before):
        return
    a, b = _number(bounds["first"]), _number(bounds["second"])
    if a is None or b is None:
        return
    if abs(a / b - fact.low / fact.high) < 0.001 or abs(a / b - fact.high / fact.low) < 0.001:
        yield Range(fact, bounds["first"], bounds["second"], a > b)


def _in_two(told: Told, first: Fact, second: Fact) -> Iterator[Range]:
    start, end = first.start - told.start, second.end - told.start
    before, between, behind = (
        told.text[max(0, start - 60) : start],
        told.between(first, second),
        told.text[end:],
    )
    if len(between) > 60 or first.low is None or second.high is None or _DOWN.search(before + between):
        return
    a, b = first.low, second.high
    if _bounds_told(first, second, before, between):
        pass
    elif a <= 0 or b <= 0 or _LISTED.match(behind):
        return
    elif _STARTS_AT.search(before):
        if not _GOES_UP.search(between) and not (
            _GOES_UP.search(f"{between}up to ") and _UP_TO.match(second.text)
        ):
            return
    elif first.unit in _DEGREES or not _from_to(second, before, between):
        return
    printed = " ".join(told.text[first.start - told.start : end].split())
    yield Range(first, _bare(first), _bare(second), a > b, second, printed)


def _from_to(second: Fact, before: str, between: str) -> bool:
    return bool(
        _SPREAD_FROM_IT.search(before)
        and (_TO.fullmatch(between) or (between == " " and _UP_TO.match(second.text)))
    )


def _bounds_told(first: Fact, second: Fact, before: str, between: str) -> bool:
    """``a low of £50 and a high of £20``, ``as little as £50 to as much as £20``"""
    if not (_LEAST.search(before) or _LEAST_WITHIN.match(first.text)):
        return False
    tie = _MOST.fullmatch(between)
    return tie is not None and bool(_MOST_WITHIN.match(second.text) or _MOST_TOLD.search(between))


def _comparable(first: Fact, second: Fact) -> bool:
    return (
        first.kind == second.kind
        and first.unit == second.unit
        and first.kind in ("money", "percent", "count", "measure", "duration", "age", "number")
        and (first.counted == second.counted or not first.counted or not second.counted)
    )


def _number(text: str) -> float | None:
    tokens, usage = tokenise(text, 0, len(text)), usage_of(None, None)
    figures = (read_figure(tokens, i, usage) for i in range(min(3, tokens.count)))
    figure = next((figure for figure in figures if figure is not None), None)
    return None if figure is None or figure.numeral.value is None else float(figure.numeral.value)


def _bare(fact: Fact) -> str:
    return re.sub(
        r"^(?:up to|as \w+ as|at (?:least|most)|a (?:minimum|maximum|low|high) of|from) ", "", fact.text
    )

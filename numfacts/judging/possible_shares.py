"""Percentages that cannot be: more than the whole of it, a fall to less than nothing.

``why_not(Alone("130%", "", " of residents voted"))`` -> "no more than 100% of residents can have"

More than 100% is right of whatever can outgrow its measure: of capacity, GDP, a target, an average, last year's figure,
somebody's income.  So a share is judged only where the whole is told by its members ("of residents", "of the vote"), or
is a rate that has a ceiling (turnout, unemployment), and only where it is the subject of its clause or what somebody
makes up or wins; a fall only of what cannot go below zero, which profits, yields, growth and balances can.
"""

from __future__ import annotations

import re
from functools import cache

from numfacts.grammar.late_patterns import late
from numfacts.judging.words import said
from numfacts.lexicon.words import word_class
from numfacts.model import Alone, Fact

WHOLE = 100.5  # shares of one whole may add to 100.4% by their rounding

NEAR = 90  # characters of the sentence on each side

_SUBJECT = late(
    r"""
    (?: ^ | [.;:!?–—“”"‘(,]\ ?
      | \b(?: that | and | but | while | whereas | as | because | said | says | found | finds | shows? | showed | which
            | when | where | since | so | with | of\ whom | nearly | almost )\ )
    (?: (?: only | just | some | fully | an?\ (?:record|staggering|massive|full|whopping|estimated|total\ of) )\ )?
    $""",
    re.VERBOSE | re.IGNORECASE,
)
_MAKES_UP = late(
    r"""
    \b (?: (?:makes?|made|making)\ up | account(?:s|ed|ing)?\ for | represent(?:s|ed|ing)? | compris(?:es?|ed|ing)
         | constitut(?:es?|ed|ing) )
    \ $""",
    re.VERBOSE | re.IGNORECASE,
)
_HAS = late(
    r"""
    \b (?: won | wins? | winning | lost | took | taking | received | secured | secures | polled | among | hit
         | says? | (?:backed|supported|opposed|favou?red|used|shared|rejected|approved)\ by
         | affect(?:s|ed|ing)? | kill(?:s|ed|ing)
         | destroy(?:s|ed|ing) | infect(?:s|ed|ing) | displac(?:es|ed|ing) | employs | employed
         | (?:turnout|support)\ (?:was|of|is|from|among) | (?:stood|stands)\ at )
    \ $""",
    re.VERBOSE | re.IGNORECASE,
)
_OWNS = late(
    r"\b(?:owns?|owned|owning|bought|buys?|acquired?|acquires|controls?|controlled|sold|sells)\ $",
    re.X | re.I,
)
_WORD = late(r"[A-Za-z’'-]+")
_NATION = late(r"[A-Z][a-z]+(?:ans|ons|ers|ese|ish|mans)")
_CEILING = r"""
    (?: turnout | (?:un)?employment(?:\ rates?)? | jobless\ rate | (?:il)?literacy(?:\ rate)? | vacancy\ rate
      | approval\ rating | market\ share | vote\ share
      | shares?\ of\ the\ (?:vote|market|electorate|population|workforce)
      | (?: survival | mortality | fatality | conviction | pass | poverty | ownership | home-?ownership | vaccination
          | acceptance | dropout | drop-out | graduation | participation | attendance | infection | recovery | response
        )\ rate
      | (?:relative\ )?humidity )
"""
_RATE = late(
    rf"""
    \b {_CEILING}
    (?: \ (?: of | in | at | was | is | are | were | stood | stands | stand | reached | reaches | hit | rose | fell
        | climbed | dropped | jumped | soared | to | now | among | the | an? | for | last | this | month | year | week
        | had | has | been | put | voters | men | women | adults | young | people | country | city | town | region
        | [A-Z][a-z]+ | \d{{4}} )
    ){{1,7}}
    \ $""",
    re.VERBOSE | re.IGNORECASE,
)
# "Turnout in the two wards, which the council runs, was put at" → "118%"
_RATE_PUT = late(
    rf"""
    (?: \b {_CEILING} (?:\ (?:in|among|for|at|across|on|of)\ (?:the\ |an?\ )? [\w’-]+ (?:\ [\w’-]+){{0,3}}? ){{0,3}}
        (?:,\ [^,.;:\d]{{2,50}},)?
      | ^It )
    (?: ,\ at
      | \ (?:was|is|were|has\ been|had\ been|will\ be) (?:\ (?:now|later|first|then))?
        (?:\ (?:put|given|recorded|estimated|reported|measured|calculated))? (?:\ (?:at|as))?
      | \ (?:stood|stands)\ at | \ (?:reached|hit) )
    \ $""",
    re.VERBOSE | re.IGNORECASE,
)
# "Turnout was high. It"
_RATE_LAST = late(
    rf"(?:^|[.!?]\s+)(?:The\ |Voter\ )?{_CEILING}\b[^.!?;,]{{1,80}}[.!?]\s+$", re.VERBOSE | re.IGNORECASE
)
_RATE_BEHIND = late(rf"\ (?:voter\ |electoral\ |youth\ |national\ )?{_CEILING}\b", re.VERBOSE | re.IGNORECASE)
_CHANCE = late(
    r"\b(?:probability|likelihood|chances?)\b(?:\ [\w’'-]+){0,6}?\ (?:is|was|are|were|of|at|to)\ $",
    re.VERBOSE,
)
_CHANCE_BEHIND = late(
    r"\ (?:chance|probability|likelihood)s?\b(?!\ (?:increase|rise|higher|greater))", re.VERBOSE
)
# "slash 145% tariffs", "149% less volatile": no size of a fall
_SIZE = late(
    r"""
    \)? (?: $ | [.,;:!?)”"’–—-] | \ [–—(-] | \ (?:[A-Z]\w+day|(?P<word>[a-z]+))\b )
    """,
    re.VERBOSE,
)
_BEHIND_A_SIZE = frozenset(
    """last this year overnight decline decrease drop fall reduction cut slump plunge dip slide contraction off down
    lower annually yearly yesterday today compared due thanks because when while as and but""".split()
)
_RATES = late(r"\b(?P<of>[a-z]+)?\ ?rates?\b", re.VERBOSE)
_RATES_OF_COUNTS = frozenset(
    "birth death crime jobless mortality murder homicide unemployment poverty fertility".split()
)


_LAST_YEAR = late(r"\b(?:last year|a year ago|as (?:many|much))\b")


def why_not(alone: Alone) -> str | None:
    """-> why there is no such percentage, in words; None where there may be."""
    fact = alone.fact
    if fact.unit != "percent" or _size(fact) <= WHOLE:
        return None
    if fact.change == "fall":
        return _no_fall(alone)
    near = said(alone.before[-NEAR:]) | said(alone.behind[:NEAR])
    if (
        fact.change == "rise"
        or near & word_class("outgrown", "told_as_doubtful")
        or _LAST_YEAR.search(alone.behind[:NEAR])
    ):
        return None
    return _no_share(alone) or _no_rate(alone)


def _size(fact: Fact) -> float:
    """The least that it may be; the number itself where that is a most: "up to 120%"."""
    if fact.modifier == "less_than":
        return 0.0
    return fact.low if fact.low is not None else fact.high or 0.0


def _no_share(alone: Alone) -> str | None:
    before, behind = alone.before, alone.behind
    whole = None
    if _SUBJECT.search(before) or _HAS.search(before):
        whole = _whole(behind, _members())
    elif _MAKES_UP.search(before):
        whole = _whole(behind, _members() | word_class("made_up_of_parts"))
    elif _OWNS.search(before):
        whole = _whole(behind, word_class("owned_whole"))
    return whole and f"there is no more than 100% of {whole}"


def _whole(behind: str, members: frozenset[str]) -> str | None:
    """``the registered voters`` of " of the registered voters in Leeds": as far as the members that are named."""
    at = len(" of ")
    if not behind.startswith(" of "):
        return None
    for _ in range(6):
        word = _WORD.match(behind, at)
        if word is None or word.group().lower() in word_class("preposition", "conjunction"):
            return None
        at = word.end()
        if word.group().lower() in members or _NATION.fullmatch(word.group()):
            return behind[len(" of ") : at]
        if behind[at : at + 1] != " ":
            return None
        at += 1
    return None


@cache
def _members() -> frozenset[str]:
    """What a whole is told by: its members in the plural, or people as one."""
    plurals = {f"{noun}s" for noun in word_class("person")} | word_class("persons")
    return frozenset(plurals | word_class("people_as_one", "parts_of_a_whole"))


def _no_rate(alone: Alone) -> str | None:
    put = None if alone.behind.startswith(" of ") else _RATE_PUT.search(alone.before[-160:])
    if put and put.group().startswith("It ") and not _RATE_LAST.search(alone.previous):
        put = None
    if (
        put
        or _RATE.search(alone.before[-120:])
        or (_RATE_BEHIND.match(alone.behind) and not alone.fact.change)
    ):
        return "such a rate is 100% at most"
    if alone.fact.quoted:
        return None  # "I am 110% sure" is no error
    if _CHANCE.search(alone.before[-120:]) or _CHANCE_BEHIND.match(alone.behind):
        return "a probability is 100% at most"
    return None


def _no_fall(alone: Alone) -> str | None:
    entity = alone.fact.measured_entity
    if (
        entity is None
        or alone.fact.quoted
        or said(alone.around) & word_class("below_zero", "told_as_doubtful")
    ):
        return None
    rates = [match["of"] for match in _RATES.finditer(entity.lower())]
    if (said(entity) | said(alone.before[-45:])) & word_class("may_go_negative") or set(
        rates
    ) - _RATES_OF_COUNTS:
        return None
    size = _SIZE.match(alone.behind)
    if size is None or (size["word"] and size["word"] not in _BEHIND_A_SIZE | word_class("preposition")):
        return None
    return "a fall of 100% leaves nothing"

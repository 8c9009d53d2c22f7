"""Lengths of time told after a beginning and an end: "opened in 2001 and closed in 2019 after 10 years".

``after(told, length, years)`` -> ``Length(10 years, …, least=17.0, most=19.0)``.  The ends are found by the verbs
("took office in 2001 and left in 2019 after 10 years") or by the words for what came when ("in 2001 and ten years
later, in 2019", "in 2019, ten years after it opened in 2001").

"ended in 2019 after two years of losses" tells how long the losses took, and nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from numfacts.grammar.days_of_month import MONTHS
from numfacts.grammar.late_patterns import late
from numfacts.grammar.printed_spans import printed_spans
from numfacts.model import Fact, Told

BEFORE, BEHIND = 200, 110  # characters in which the ends must stand

_MONTH = "|".join(sorted((name.capitalize() for name in MONTHS), key=len, reverse=True))


def printed_date(name: str) -> str:
    """``2010``, ``May 2010``, ``4 May 2010``, ``May 4, 2010``, ``4 May``"""
    return rf"""(?P<{name}>
      (?:\d\d?(?:st|nd|rd|th)?\ )? (?:{_MONTH})\b\.? (?:\ \d\d?(?:st|nd|rd|th)?(?![\d:]))? (?:,?\ [12]\d{{3}}(?![\d%]))?
      | (?:1[5-9]|20)\d\d (?![\d%s]|[.,]\d) )"""


_CLAUSE = r"[^.;:\d()“”\"]"
BEGINS = r"""
    (?: began | begins | started | starts | opened | opens | launched | founded | joined | joins | formed | created
      | established | introduced | married | wed | imprisoned | jailed | entered | set\ up | broke\ out
          | got\ under\ way
      | was\ begun | took\ (?:office|power|over|up|charge|the\ (?:job|helm|reins|throne|post))
          | came\ to\ (?:power|office|the\ throne)
      | moved\ in | arrived | appointed | installed | commissioned | switched\ on )
"""
ENDS = r"""
    (?: closed | closes | ended | ends | finished | finishes | left | leaves | retired | retires | resigned | quit
      | stepped\ (?:down|aside) | stood\ down | divorced | separated | split(?:\ up)? | folded | dissolved
          | shut(?:\ down)? | concluded
      | stopped | abolished | scrapped | completed | demolished | released | freed | lifted | called\ off
          | broke\ up | disbanded | expired
      | expires | axed | removed | dropped | discontinued | departed | decommissioned | switched\ off | parted
      | was\ over | ceased\ (?:trading|production|operations) | lost\ (?:office|power) | stops | concludes
          | ending | closing | dismantled )
"""
# "opened in 2001 and closed in 2019 after" → "10 years"
_BEGAN_AND_ENDED = late(
    rf"""
    \b{BEGINS} (?:\ [A-Za-z’'-]+){{0,5}}? \ (?:in|on|from)\ {printed_date("a")}
    ,?\ (?:(?:and|but|before|then|when|until|to)\ )? {_CLAUSE}{{0,40}}? \b{ENDS}\b (?:\ [A-Za-z’'-]+){{0,4}}?
        \ (?:in|on)\ {printed_date("b")}
    ,?\ (?: after\ (?:only\ |just\ |a\ total\ of\ )?
        | an?\ (?:run|period|stretch|spell|reign|stint|term|total)\ of[ ]
        | having\ (?:run|lasted|served|ruled|reigned)\ (?:for\ )? )$
    """,
    re.VERBOSE,
)
_ITS_OWN = late(
    r"""
    [,.;)] | $ | \ –
    | \ of\ (?: production | service | marriage | operations? | trading | business | fighting | war | rule
        | use | work | publication
              | broadcasting | construction | building | existence | talks | negotiations | conflict
                  | imprisonment | captivity
              | serving | living\ together )\b (?!\ (?:in|at|on)\ [a-z]+\b)
    | \ in\ (?: office | power | charge | the\ (?:job|post|role|business|post) | business | operation
        | production | service | prison | jail
              | government | captivity | print | use ) (?=[,.;)]|$|\ –)
    | \ (?: there | together | at\ the\ (?:helm|club|top|company|firm|school|bank|paper)
        | on\ (?:air|the\ (?:board|throne|job)) )
      (?=[,.;)]|$|\ –)
    """,
    re.VERBOSE,
)
# "in 2001 and closed" → "ten years" → " later, in 2019"
_FROM_THEN = late(
    rf"\b(?:in|on|from)\ {printed_date('a')}(?:,?\ (?:and|but|then|only\ to)\b|,){_CLAUSE}{{0,50}}$",
    re.VERBOSE,
)
_LATER_IN = late(rf"\ later,?\ (?:in|on)\ {printed_date('b')}", re.VERBOSE)
# "began in 2010 and ended in 2018," → "five years" → " later."
_TWO_DATES = late(
    rf"""
    \b(?:in|on|from)\ {printed_date("a")} (?:,?\ (?:and|but|then|only\ to)\b|,) {_CLAUSE}{{0,60}}?
    \ (?:in|on)\ {printed_date("b")},\ (?:just\ |only\ )?$""",
    re.VERBOSE,
)
_LATER = late(r" later(?=[.;)]|,(?! in| on)|$)")
# "in 2019," → "ten years" → " after it opened in 2001"
_THEN = late(rf"\b(?:in|on)\ {printed_date('b')},\ (?:just\ |only\ )?$", re.VERBOSE)
_AFTER_IT = late(
    rf"""\ after\ (?!.{{0,60}}\b(?:that|which|who|whose|when)\b)
    {_CLAUSE}{{3,60}}?\ (?:in|on)\ {printed_date("a")}(?=[.,;)]|$)""",
    re.VERBOSE,
)
_ANY_DATE = late(rf"\b(?:{_MONTH})\b(?:\ \d|\ ?$)|(?:1[5-9]|20)\d\d(?!\d)", re.VERBOSE)


class Ends(NamedTuple):
    """The two ends, as "from … to …" would tell them; the offsets are those of the sentence."""

    start: int
    end: int
    least: int  # days
    most: int


def after(told: Told, length: Fact, named: Collection[int]) -> Ends | None:
    """-> the beginning and the end that the length stands behind or between; ``named`` are the years of the story."""
    start, end = length.start - told.start, length.end - told.start
    at = max(0, start - BEFORE)
    before, behind = told.text[at:start], told.text[end : end + BEHIND]
    found = _BEGAN_AND_ENDED.search(before)
    if found:
        return (
            _ends(found["a"], found["b"], at + found.start("a"), at + found.end("b"))
            if _ITS_OWN.match(behind)
            else None
        )
    if behind.startswith(" after "):
        first, last = _AFTER_IT.match(behind), _THEN.search(before)
        if first and last:
            return _ends(first["a"], last["b"], at + last.start("b"), end + first.end("a"))
        return None
    if not behind.startswith(" later"):
        return None
    last = _LATER_IN.match(behind)
    first = _FROM_THEN.search(before) if last else _TWO_DATES.search(before) if _LATER.match(behind) else None
    if first is None:
        return None
    b, stop = (last["b"], end + last.end("b")) if last else (first["b"], at + first.end("b"))
    if len(_ANY_DATE.findall(before)) > (1 if last else 2) or _from_another(length, first["a"], b, named):
        return None
    return _ends(first["a"], b, at + first.start("a"), stop)


def _from_another(length: Fact, first: str, last: str, named: Collection[int]) -> bool:
    """Is it so long from another year that the story names?"""
    years = [int(text[-4:]) for text in (first, last) if text[-4:].isdigit()]
    if len(years) < 2 or length.value is None or length.unit != "year":
        return False
    return any(abs(years[1] - year - length.value) <= 1 for year in named if year not in years)


def _ends(first: str, last: str, start: int, end: int) -> Ends | None:
    spans = printed_spans(f"from {first} to {last}")
    if not spans or spans[0].lead != "from":
        return None
    return Ends(start, end, spans[0].least, spans[0].most)

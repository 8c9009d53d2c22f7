"""Lengths of time told with the ends that they run between.

``Length(length=five-year, span=(from 2010 to 2018,), least=7.0, most=9.0)`` of "the five-year plan, from 2010 to 2018".

The two belong together where the length is in apposition to its ends ("from 2010 to 2018, a period of five years"),
where it is that of a plan, a term, a war ("his eight-year term (2001-2006)"), or where something lasted so long ("ruled
for 12 years, from 1990 to 1998").  What matures or is looked back on ("ten-year bonds", "the five-year survival rate"),
and what came round "every four years from 1896 to 1912", does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from numfacts.grammar.late_patterns import late
from numfacts.grammar.printed_spans import PrintedSpan, printed_spans
from numfacts.grammar.years import years_in
from numfacts.lexicon.words import word_class
from numfacts.model import Fact, Length, Story, Told
from numfacts.relations.lengths_after import after, printed_date

FAR = 200  # characters: no length stands so far from its ends
DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25, "decade": 3652.5, "century": 36525.0}

_HAPPENS = r"""
    (?: (?:will|would|has|had|is\ to|was\ to|is\ set\ to|set\ to)\ )?
    (?: run | runs | ran | running | last(?:s|ed|ing)? | stretch(?:ed|ing)? | span(?:s|ned|ning)?
      | cover(?:s|ed|ing)? | extend(?:s|ed)? | (?:be|is|was)\ held | is | was | been
      | take\ place | takes\ place | took\ place | go | goes | went | continue[sd]? | dat(?:ed|ing) )
    (?: \ (?: for | over | the\ years | the\ period ) )?
"""
# "five-year" → "plan, " → "from 2010 to 2018": one thing of so long
_OF_ONE = late(
    rf"""
    (?: [ -](?:long|odd) )?
    (?P<noun> (?: \ [A-Za-z][\w’'-]* ){{1,4}}? )
    (?P<tail> (?: \ (?:of|as|at|in|on|with|to|for) (?: \ [A-Za-z][\w’'-]* ){{1,4}}? )? )
    (?P<tie> ,?\ ?[(–—:-]\ ? | ,\ (?:(?:that\ is|or|i\.e\.),?\ )? | ,?\ (?:(?:which|that)\ )? (?:{_HAPPENS}\ )? )
    """,
    re.VERBOSE,
)
_LOOKS_BACK = frozenset("study investigation inquiry search review analysis project plan".split())
_LOOSELY = late(r" (?:(?:which|that) )?(?:(?:is|was|dat(?:ed|ing)|has been|go|goes|went) )?")
# "ruled for" → "12 years"
_LASTING = late(
    r"""
    \b (?: for | over | during | in | after | last(?:ed|ing|s)? | spanning | spans | spanned | spent | served
        | took | taken | takes
         | serving | serve | reigned
         | (?: period | term | stretch | spell | stint | reign | run | span | sentence | time ) \ of )
    (?: \ (?: a\ total\ of | the | these | those | its | his | her | their | our | some | full | whole | entire | last
         | past | first | final | turbulent | long ) ){0,3}
    \ $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_THEIRS = late(r"(?:^|[.;:,] |\b(?:and|but|of|in|during|after) )(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) $")
# "The" → "six years" → "from 2001 to 2015 were wet"
_THE = late(r"(?:^|[.;:] |\b(?:of|in|during|over|for) )[Tt]he $")
# Any stretch within the span: "stay for two weeks from 3 June to 28 July", "tickets for the two-day trip, from …"
_GUESTS = late(r"\b(?:stay|book|rent|hir|valid|visit|travel|buy)\w*\b[^.;]{0,20}\bfor (?:the )?$")
_TICKETS = late(
    r"\b(?:tickets?|prices?|places|bookings?|departures|dates|available)\b[^.;]{0,20} (?:an?|the) $", re.I
)
_IN_CHARGE = late(r" (?:in (?:charge|office|power|prison|jail|exile|opposition)|as\b|there\b|at\b)")
# "12 years" → ", " → "from 1990 to 1998"
_THEN = late(
    r"""
    (?: \ (?: there | together | as (?: \ \w+ ){1,3} | of\ (?:(?:his|her|its|their|the)\ )?\w+
         | in\ (?:office|power|jail|prison|charge|government|opposition|exile|total|all|a\ row)
         | at\ the\ \w+ ) )?
    ,?\ ?[(–—:-]?\ ?
    (?: (?: lasting | running | that\ is | i\.e\. ),?\ )?
    """,
    re.VERBOSE,
)
# "from 2010 to 2018" → ", a period of" → "five years"
_APPOSED = late(
    r"""
    \)?
    (?: ,?\ ?[(–—]\ ?
      | ,?\ ?(?:[–—:-]\ ?)?
        (?: (?: that\ is | i\.e\. | or | making | lasting | a\ total\ of | in\ total | in\ all | over ) \
          | (?: (?:over|in|or)\ )? (?: an? | this | that | the ) \ (?: (?:full|whole|entire|total)\ )?
            (?: (?: period | span | stretch | spell | run | reign | stint | time | total | term ) \ of\ )?
        )
    )
    """,
    re.VERBOSE,
)
# "five-year" → "period"
_PERIOD_BEHIND = late(
    r"(?:-long|\ long)?\ (?:period|span|stretch|spell|run|reign|stint|window|timeframe|interval|term)\b", re.X
)
_LASTED = late(r"\)?,? (?:lasted|took|went on for|continued for|ran for)(?: a total of| only| just)? ?")
_NOT_ALL = late(r" (?:longer|more|less|later|too|each|beyond|after|in|on average|into)\b")
_CLOSES = late(r"\)|,|\.|;|$|\ in\ (?:all|total)\b|\ –|\ —", re.X)
# "The five-year" → "war began in 2010 and ended in 2018"
_BEGAN = late(
    r"""
    (?P<noun> (?: \ [A-Za-z][\w’'-]* ){1,4}? ) ,? (?: \ (?:which|that) )?
    \ (?: began | begins | started | starts | opened | opens | got\ under\ way | was\ launched | was\ begun )
    \ (?:in|on|from)\ (?P<span_from> .{4,25}? )
    ,?\ (?: and\ (?:it\ )?(?:was\ to\ |is\ to\ |will\ )? )?
    (?: ended | ends? | finished | finish(?:es)? | closed | closes? | concluded | was\ completed | was\ over
      | ending | finishing | concluding | (?:lasted|lasts|ran|runs?|running|lasting)\ (?:until|till|to) )
    \ (?:in\ |on\ )? """
    + printed_date("span_to"),
    re.VERBOSE,
)
_AGAIN_AND_AGAIN = late(
    r"\b(?:every|each|per|twice|average|on\ and\ off|intermittent\w*|various|several)\b", re.X | re.I
)
_ANOTHER_SPAN = late(r"\)?,? ?(?:and|or|then|again)(?: (?:then|again|also))? (?:from|between|in|\d{4})\b")
# "two years of a" → "five-year sentence, from 2010 to 2012"
_PART_OF_THE_LENGTH = late(
    r"\b(?:years?|months?|weeks?|days?|half|part|most|end|beginning|start|middle|rest)\ (?:of|into)\ [a-z]+\ $",
    re.X,
)
_PART_OF_IT = late(
    r"\b(?:first|second|third|last|final|early|remaining|initial|latter)(?:[ -]\w+)?\ (?:of|half)\b", re.X
)


def read(story: Story) -> Iterator[Length]:
    """-> the lengths of every sentence that are told together with their ends."""
    named = years_in(story.document.text)
    for told in story.sentences:
        lengths = [
            fact
            for fact in told.facts
            if fact.kind == "duration" and fact.unit in DAYS and fact.low is not None
        ]
        if not lengths or not any(fact.kind == "date" for fact in told.facts):
            continue
        spans = printed_spans(told.text)
        for fact in lengths:
            found = _span_of(told, fact, spans) or _begun_and_ended(told, fact)
            if found is None and not _is_compound(fact) and (ends := after(told, fact, named)):
                span = PrintedSpan(ends.start, ends.end, ends.least, ends.most, "", "from")
                found = _length(told, fact, span)
            if found:
                yield found


def _span_of(told: Told, length: Fact, spans: list[PrintedSpan]) -> Length | None:
    start, end = length.start - told.start, length.end - told.start
    for span in spans:
        if _ANOTHER_SPAN.match(told.text[span.end : span.end + 30]):
            continue  # "from 2010 to 2012 and from 2015 to 2016"
        if max(span.start - end, start - span.end) > FAR:
            continue
        tied = (
            _before_span(told, length, span, start, end)
            if end <= span.start
            else start >= span.end and _behind_span(told, length, span, start, end)
        )
        if tied:
            return _length(told, length, span)
    return None


def _before_span(told: Told, length: Fact, span: PrintedSpan, start: int, end: int) -> bool:
    before, between = told.text[max(0, start - 120) : start], told.text[end : span.start]
    if _AGAIN_AND_AGAIN.search(before[-30:] + between) or _PART_OF_IT.search(before[-30:]):
        return False
    if _PART_OF_THE_LENGTH.search(before[-40:]):
        return False
    if not _is_compound(length):
        if _GUESTS.search(before[-40:]):
            return False
        if _THE.search(before) and between == " ":
            return True
        lasting = _LASTING.search(before) or (_THEIRS.search(before) and _IN_CHARGE.match(between))
        return bool(lasting) and bool(_THEN.fullmatch(between))
    if _TICKETS.search(before):
        return False
    of_one = _OF_ONE.fullmatch(between)
    if of_one is None:
        return False
    apart = not _LOOSELY.fullmatch(of_one["tie"])
    if of_one["tail"]:
        # "the two-year study of deaths, from 1990 to 2010": of the deaths
        return apart and of_one["noun"].split()[-1] not in _LOOKS_BACK and _lasts(of_one["noun"], apart=False)
    return _lasts(of_one["noun"], apart=apart)


def _lasts(nouns: str, *, apart: bool) -> bool:
    """Is it a thing that takes so long?  What is tied to its ends by neither a comma nor "ran" must be listed."""
    words = nouns.lower().split()
    if word_class("matures") & set(words) or word_class("preposition") & set(words[:-1]):
        return False
    return words[-1] in word_class("lasts_a_while") or (apart and not words[-1].endswith("s"))


def _behind_span(told: Told, length: Fact, span: PrintedSpan, start: int, end: int) -> bool:
    if _LASTED.fullmatch(told.text[span.end : start]) and not _is_compound(length):
        return not _NOT_ALL.match(told.text, end) and not _AGAIN_AND_AGAIN.search(
            told.text[: span.start][-30:]
        )
    if re.fullmatch(r"\)?, ", told.text[span.end : start]) and re.match(
        r" (?:in|during) which\b", told.text[end:]
    ):
        return True
    if not _APPOSED.fullmatch(told.text[span.end : start]):
        return False
    return bool((_PERIOD_BEHIND if _is_compound(length) else _CLOSES).match(told.text, end))


def _begun_and_ended(told: Told, length: Fact) -> Length | None:
    end = length.end - told.start
    found = _BEGAN.match(told.text, end)
    if found is None or not _is_compound(length) or not _lasts(found["noun"], apart=False):
        return None
    spans = printed_spans(f"from {found['span_from']} to {found['span_to']}")
    if not spans or spans[0].lead != "from":
        return None
    return _length(told, length, spans[0]._replace(start=found.start("span_from"), end=found.end("span_to")))


def _is_compound(length: Fact) -> bool:
    return "-" in length.text or "‑" in length.text or length.text.endswith("long")


def _length(told: Told, length: Fact, span: PrintedSpan) -> Length | None:
    first, last = told.start + span.start, told.start + span.end
    dates = tuple(
        fact for fact in told.facts if fact.kind == "date" and fact.start < last and first < fact.end
    )
    if not dates or length.unit is None:
        return None
    days = DAYS[length.unit]
    printed = " ".join(told.text[span.start : span.end].split())
    definite = _THE.search(told.text[: length.start - told.start][-12:])
    within = span.lead == "between" and not _is_compound(length) and not definite
    return Length(length, dates, span.least / days, span.most / days, printed, within)

"""Quantities of one document -> its facts: every column of the table that needs more than the figure itself."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from numfacts.context.changes import change_of
from numfacts.context.denominators import denominator_of
from numfacts.context.entities import entity_of
from numfacts.context.periods import Period, period_of, periods_in
from numfacts.context.quotations import quotations
from numfacts.context.restatements import restates
from numfacts.context.speakers import Attribution, attributions, speaker_of
from numfacts.grammar.clauses import Clauses
from numfacts.grammar.dates import Calendar
from numfacts.grammar.tokens import Tokens
from numfacts.model import Document, Fact, Mention, Quantity, Sentence

DATED = ("date", "ordinal")  # kinds that nobody has


class ReadSentence(NamedTuple):
    """A sentence with its tokens and the quantities read from it, in text order."""

    sentence: Sentence
    tokens: Tokens
    quantities: list[Quantity]


class Voices(NamedTuple):
    """Who speaks where in a document."""

    starts: list[int]  # of the quotations
    ends: list[int]
    said: list[Attribution]


def facts_in_context(document: Document, sentences: list[ReadSentence], calendar: Calendar) -> list[Fact]:
    """-> the facts of a document, in order."""
    if not any(read.quantities for read in sentences):
        return []
    quoted = quotations(document.text)
    voices = Voices([a for a, _ in quoted], [b for _, b in quoted], attributions(document.text))
    facts: list[Fact] = []
    for read in sentences:
        facts.extend(_facts(document, read, calendar, voices))
    return facts


def _facts(document: Document, read: ReadSentence, calendar: Calendar, voices: Voices) -> list[Fact]:
    sentence, tokens, quantities = read
    mentions = [quantity.mention for quantity in quantities]
    periods: list[Period] = periods_in(tokens, mentions, calendar)
    written = document.text[sentence.start : sentence.end]
    clauses = Clauses(tokens, mentions) if any(m.kind not in DATED for m in mentions) else None
    letters = clauses.letters if clauses is not None else ""
    paragraph = _paragraph(document.text, sentence)
    facts: list[Fact] = []
    previous: Quantity | None = None
    for quantity in quantities:
        mention = quantity.mention
        quotation = _quotation(voices, mention.start)
        quoted = quotation is None
        restated = (
            facts[-1].fact_id
            if previous is not None and restates(previous, quantity, document.text)
            else None
        )
        facts.append(
            Fact(
                f"{document.doc_id}#char={mention.start},{mention.end}",
                document.doc_id,
                mention.start,
                mention.end,
                document.text[mention.start : mention.end],
                mention.kind,
                quantity.value,
                quantity.low,
                quantity.high,
                quantity.decimal,
                quantity.precision,
                mention.modifier,
                change_of(tokens, mention)
                or _change_told_before(facts, previous, mention, document.text, restated),
                quantity.unit,
                quantity.base_value,
                quantity.base_low,
                quantity.base_high,
                quantity.base_unit,
                quantity.fx_rate,
                quantity.fx_date.isoformat() if quantity.fx_date else None,
                quantity.fx_source,
                _less_verb(clauses, mention, mention.counted),
                _less_verb(clauses, mention, denominator_of(clauses, tokens, mention)),
                None
                if clauses is None or mention.kind in DATED
                else facts[-1].measured_entity
                if restated or _same_thing(previous, mention, document.text)
                else entity_of(clauses, mention),
                facts[-1].period if restated else period_of(mention, periods, letters),
                speaker_of(
                    mention.start,
                    (sentence.start, sentence.end),
                    quotation,
                    voices.said,
                    paragraph,
                    document.text,
                ),
                quoted,
                restated,
                sentence.section,
                written,
                "|".join(mention.candidates) or None,
                round(quantity.confidence, 3),
                mention.rule,
            )
        )
        previous = quantity
    return facts


def _change_told_before(
    facts: list[Fact], previous: Quantity | None, mention: Mention, text: str, restated: str | None
) -> str | None:
    """The change of a restatement and of ``, or 0.8%`` is that of the figure before; ``from X to`` has a ``to``."""
    if previous is None or not facts:
        return None
    change, between = facts[-1].change, text[previous.mention.end : mention.start].strip()
    counted, parted = previous.mention.counted, text.startswith(" of ", mention.end)
    if counted and between.startswith(counted) and not parted:
        between = between.removeprefix(counted).strip()  # "by 300 posts, or 2%"
    if change == "from" and between == "to":
        return "to"
    if restated or (change in ("rise", "fall") and between in (", or", "or")):
        return change
    alike = previous.mention.unit == mention.unit and previous.mention.kind == mention.kind
    if alike and not parted and change in ("rise", "fall") and ELSEWHERE.fullmatch(between):
        return change
    return None


# "rose 1.9% in Perth, 1.8% in Brisbane and 0.7% in Sydney"
ELSEWHERE = re.compile(r"(?:in|on|for|at) (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}(?:,| and|, and)")


def _less_verb(clauses: Clauses | None, mention: Mention, phrase: str | None) -> str | None:
    """What stands behind a figure, less a verb in -s at its end: "97 contractors needs one boss" counts contractors."""
    if clauses is None or phrase is None or " " not in phrase:
        return phrase
    end = mention.last + len(phrase.split())
    last = clauses.tokens.raw[end - 1 : end]
    if clauses.letters[end - 2 : end] != "LV" or not last or not phrase.endswith(last[0]):
        return phrase
    return phrase[: -len(last[0])].rstrip()


SAME_THING = re.compile(
    r"""(?:\ [a-z]+)?,?\ (?:
        or                                   # $412m, or $1.12 a share
      | (?:up|down)\ (?:\w+\ )?from\b.{0,12}  # 45m, up slightly from about 40m
      | compared\ (?:with|to) | against | versus | vs\.?
    )\ """,
    re.VERBOSE,
)


def _same_thing(previous: Quantity | None, mention: Mention, text: str) -> bool:
    """Does the figure tell what the one before it tells, in another measure or of another time?"""
    return previous is not None and bool(SAME_THING.fullmatch(text, previous.mention.end, mention.start))


def _quotation(voices: Voices, at: int) -> int | None:
    """-> where the last quotation before the figure ends, 0 where there is none; None inside a quotation."""
    k = bisect_right(voices.starts, at) - 1
    if k < 0:
        return 0
    return None if at < voices.ends[k] else voices.ends[k]


def _paragraph(text: str, sentence: Sentence) -> tuple[int, int]:
    end = text.find("\n", sentence.end)
    return text.rfind("\n", 0, sentence.start) + 1, end if end >= 0 else len(text)

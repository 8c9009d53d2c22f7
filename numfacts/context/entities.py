"""Who or what has a figure: "Spain spent 1.3 per cent of GDP on defence" -> "Spain".

The places where English names it, the surest first: the noun that the figure is tied to (``noun_ties.py``), then what
its clause gives it to (``clause_ties.py``).  It abstains where the sentence says it in none of these ways.
"""

from __future__ import annotations

from numfacts.context.clause_ties import in_clause, subject_beside
from numfacts.context.noun_ties import before_of, behind_of, modified, owner
from numfacts.grammar.clauses import Clauses, Phrase
from numfacts.grammar.noun_phrases import counted_after
from numfacts.grammar.tokens import Tokens
from numfacts.lexicon.words import word_class
from numfacts.model import Mention

LONGEST = 14  # tokens in an entity


def entity_of(clauses: Clauses, mention: Mention) -> str | None:
    """-> who or what has the figure, verbatim; None where the sentence does not say it in a way read here."""
    tokens = clauses.tokens
    first = mention.first
    while first > 0 and tokens.starts[first] > mention.start:
        first -= 1
    if mention.rule == "multiple.verb":
        phrase = clauses.subject_of(mention.first)
        return _clean(tokens, *phrase) if phrase else None
    if mention.kind == "age":
        named = _of_age(tokens, mention, first)
        if named:
            return named
        if clauses.letters[first - 1] == ",":  # "a man, 82, was found"
            phrase = clauses.phrase_before(first - 1)
            return _clean(tokens, *phrase) if phrase else None
    phrase = (
        modified(clauses, mention, first)
        or before_of(clauses, mention, first)
        or owner(clauses, first)
        or behind_of(clauses, mention)
        or in_clause(clauses, mention, first)
    )
    return _clean(tokens, *_past_figure(clauses, phrase)) if phrase else None


def _past_figure(clauses: Clauses, phrase: Phrase) -> Phrase:
    """``an 8.5 kW system`` -> "system"; "the 11 members" stay eleven."""
    start, end = phrase
    k = start + (clauses.letters[start] == "D")
    last = k
    while last < end and clauses.letters[last] == "#":
        last += 1
    return (last, end) if last - k > 1 and last < end else phrase


def clause_subject(clauses: Clauses, mention: Mention) -> str | None:
    """-> the subject of the clause that a figure stands in, whatever noun the figure itself belongs to."""
    phrase = subject_beside(clauses, mention)
    return _clean(clauses.tokens, *phrase) if phrase else None


def _of_age(tokens: Tokens, mention: Mention, first: int) -> str | None:
    """The name before ``, 63,``; the noun or name behind ``72-year-old``."""
    if mention.rule == "age.name":
        j = first - 1
        start = j
        while start > 0 and (
            tokens.raw[start - 1][:1].isupper() or tokens.words[start - 1] in word_class("name_part")
        ):
            start -= 1
        return tokens.slice(start, j) or None
    if mention.rule == "age.year_old":
        phrase = counted_after(tokens, mention.last) or counted_after(tokens, mention.last, one=True)
        if phrase:
            return tokens.slice(*phrase)
        k = mention.last
        while tokens.raw[k][:1].isupper():
            k += 1
        if k > mention.last:
            return tokens.slice(mention.last, k)
    return None


def _clean(tokens: Tokens, start: int, end: int) -> str | None:
    """-> the phrase without determiners and adverbs at its edges; None where it is no noun phrase after all."""
    while start < end and tokens.words[start] in word_class("entity_lead"):
        start += 1
    while end > start and tokens.words[end - 1] in word_class("entity_tail"):
        end -= 1
    words = tokens.words[start:end]
    if not words or end - start > LONGEST or (len(words) == 1 and words[0] in word_class("empty_subject")):
        return None
    return tokens.slice(start, end)

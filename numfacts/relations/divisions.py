"""Shares of one whole, where the names or the answers themselves say that nobody has two.

::

    55 per cent Catholic, 30 per cent Jewish and 15 per cent of no religion     ``_by_name``
    45 per cent said the bridge should go; 40 per cent would keep it and 15 per cent had no view      ``_by_answer``
    Pay took 52% of the budget last year, drugs 28% and buildings 20%           ``shares_under_one_verb``
    Prices rose in 60% of towns, fell in 25% and were unchanged in 15%          ``division_forms``
"""

from __future__ import annotations

import re

from numfacts.grammar.late_patterns import late
from numfacts.relations.dividing_words import (
    CHOICE,
    ELSEWHERE,
    GROUPS,
    NEEDS_A_WHOLE,
    NEITHER,
    NO,
    REST,
    THE,
    YES,
    tells_of_others,
)
from numfacts.relations.division_forms import Division, divided_by_form
from numfacts.relations.share_runs import Run, runs_of
from numfacts.relations.shares_under_one_verb import is_allotted, is_bracketed, is_gapped, is_spent

DATE = late(r"<d\d+>")
# One time for all shares: "…, this year"
TIME = late(
    r"""
    ,?\ (?: last\ (?:year|month|week|quarter) | this\ year | over\ the\ (?:year|period)
          | (?:in|for|during)\ <d\d+> )(?![a-z])
    """,
    re.VERBOSE,
)
# <p> of the town, … : the name of a whole
OF = late(rf"\ of\ {THE}(?!(?:other|no)\b)(?P<whole>[a-z’'-]+(?:\ [a-z’'-]+)?)", re.VERBOSE)
# Before the first share: what all names are said of, so that two are as good as three
SAID_OF_ALL = late(
    r"""\b(?:is|are|was|were|be|by\ (?:religion|party|race|faith|sex|fuel|source))\b | [:–(] | ,\ $ | ^$""",
    re.VERBOSE,
)


def division_of(sentence: str) -> Division | None:
    """-> the shares of a marked sentence that one whole has, where its words say so."""
    if len(DATE.findall(sentence)) < 2:
        sentence = TIME.sub("", sentence)
    found = divided_by_form(sentence)
    if found is not None:
        return found
    for run in runs_of(sentence):
        for reader in READERS:
            how = reader(run)
            if how is not None:
                return Division(run.marks, how == "sure")
    return None


def _by_name(run: Run) -> str | None:
    """``55% Catholic, 30% Jewish``: names of one group, each told once."""
    entries = run.entries
    if any(ELSEWHERE.search(entry) for entry in entries[:-1]):
        return None
    if any(NEEDS_A_WHOLE.search(part) for part in (run.before, *entries)):
        return None
    if len({match["whole"] for entry in entries if (match := OF.match(entry))}) > 1:
        return None
    for names in GROUPS:
        told = [names.findall(entry) for entry in entries]
        plain = [each[0] for each in told if len(each) == 1]
        rest = sum(not each and bool(REST.search(entry)) for each, entry in zip(told, entries, strict=True))
        if 2 <= len(plain) == len(set(plain)) and len(plain) + rest == len(entries):
            return "sure" if SAID_OF_ALL.search(run.before) or len(entries) > 2 else "doubtful"
    return None


def _by_answer(run: Run) -> str | None:
    """``45% said yes, 40% no and 15% did not know``: three answers of which one is none."""
    entries = run.entries
    sides = [entry for entry in entries if not NEITHER.search(entry)]
    if len(entries) != 3 or len(sides) != 2 or any(tells_of_others(entry) for entry in entries[:-1]):
        return None
    first, second = sides
    if bool(NO.search(first)) != bool(NO.search(second)):
        return "sure" if YES.search(first) and not YES.search(second) else "doubtful"
    return "doubtful" if CHOICE.search(first) and not CHOICE.search(second) else None


READERS = (_by_name, _by_answer, is_gapped, is_allotted, is_spent, is_bracketed)  # the first that can tell

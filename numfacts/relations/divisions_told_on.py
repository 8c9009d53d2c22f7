"""Shares of one whole that a second sentence tells on: the rest, or the last two of three answers.

::

    Exports take 70% of the crop.  The other 30% is eaten at home.
    The survey found that 52% of voters backed the law.  Another 35% opposed it and 13% were unsure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from numfacts.grammar.late_patterns import late
from numfacts.relations.dividing_words import HEDGE, NEITHER, NO, OTHER_TIME, THE, tells_of_others
from numfacts.relations.marked_sentences import SHARE
from numfacts.relations.share_runs import runs_of
from numfacts.relations.word_lists import any_of

REST_TOLD = late(
    rf"""
    (?: \bthe\ (?:remaining|other)\ (?:{HEDGE}\ )?                         # the remaining <p>
      | ^(?:the|its|their)\ (?:rest|remainder|balance|others)              # the rest, or <p> · the rest – <p>
        (?:,|\ [–—-]+|\ \((?:(?:or|about)\ )?)? (?:\ or)? (?:\ {HEDGE})? \ ?
      | ^the\ (?:rest|remainder|balance)\ (?:is|was|of|makes\ up)\         # the rest is <p>
    ) (?P<rest><p\d+>)
    """,
    re.VERBOSE,
)
# The rest of something smaller, or of another time: "of these, the remaining 20%"
NO_REST = late(rf"\b{any_of('of_(?:them|those|these|whom|which) years? month later then')}\b", re.VERBOSE)
OF = late(rf"\ of\ {THE}(?P<whole>[a-z’'-]+)", re.VERBOSE)
TOLD_ON = late(r"(?:another|a further|while)? ?<p")


def rest_of(sentence: str) -> str | None:
    """-> the mark of "the remaining 28%" where the sentence tells no other share."""
    told = REST_TOLD.search(sentence)
    if told is None or len(SHARE.findall(sentence)) > 1 or NO_REST.search(sentence):
        return None
    return told["rest"]


def is_of_them(sentence: str, rest: str, before: Sequence[str]) -> bool:
    """Is "the remaining 40% of Birch" of something that was told before?"""
    told = OF.match(sentence[sentence.index(rest) + len(rest) :])
    return told is None or any(told["whole"] in each for each in before)


def shares_before(sentences: Sequence[str]) -> list[tuple[int, str]] | None:
    """-> the shares that a rest leaves: (sentence, mark); None where one is of another time or another whole."""
    if any(OTHER_TIME.search(sentence) for sentence in sentences):
        return None
    found = [(k, mark) for k, sentence in enumerate(sentences) for mark in SHARE.findall(sentence)]
    return found if found and all(mark[1] == "p" for _, mark in found) else None


def answers_of(before: str, sentence: str) -> tuple[str, ...] | None:
    """-> three answers to one question in two sentences, of which the last is none: "were unsure"."""
    runs, earlier = runs_of(sentence), SHARE.findall(before)
    if len(earlier) != 1 or len(runs) != 1 or len(runs[0].marks) != 2 or not TOLD_ON.match(sentence):
        return None
    first = before[before.index(earlier[0]) + len(earlier[0]) :]
    second, last = runs[0].entries
    if not NEITHER.search(last) or NEITHER.search(first) or NEITHER.search(second):
        return None
    if tells_of_others(first.rstrip(".")) or tells_of_others(second) or OTHER_TIME.search(before):
        return None
    if bool(NO.search(first)) == bool(NO.search(second)):
        return None
    return (earlier[0], *runs[0].marks)

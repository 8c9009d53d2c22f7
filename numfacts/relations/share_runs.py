"""Shares in a row, with what stands before, between and behind them.

``runs_of("gas made <p0> of it, wind <p1>")`` ->
``Run(marks=("<p0>", "<p1>"), before="gas made ", gaps=(" of it, wind ",), behind="")``.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from numfacts.grammar.late_patterns import late
from numfacts.relations.marked_sentences import MARK, SHARE

BEFORE = 80  # characters before the first share that may lead to it
LONGEST = 110  # characters of an entry
BEHIND = 60  # characters behind the last share that are its entry
JOINED = late(r",|;|\b(?:and|with|while|but)\b")
SENTENCE_END = late(r"[.?!] ")
ENTRY_END = late(r"[.;:(?!] ?|, (?!and )| –| --")


class Run(NamedTuple):
    """The marks of neighbouring shares, in their order."""

    marks: tuple[str, ...]
    before: str
    gaps: tuple[str, ...]
    behind: str

    @property
    def entries(self) -> tuple[str, ...]:
        """What stands behind each share, up to the next."""
        return (*self.gaps, ENTRY_END.split(self.behind, maxsplit=1)[0])


def runs_of(sentence: str) -> list[Run]:
    """-> the runs of a marked sentence; one ends where its sentence does, or where another figure stands."""
    runs: list[list[re.Match[str]]] = [[]]
    for mark in MARK.finditer(sentence):
        run = runs[-1]
        gap = sentence[run[-1].end() : mark.start()] if run else ""
        if not SHARE.fullmatch(mark.group()):
            runs.append([])
        elif run and not (len(gap) <= LONGEST and JOINED.search(gap) and not SENTENCE_END.search(gap)):
            runs.append([mark])
        else:
            run.append(mark)
    return [_run(sentence, run) for run in runs if len(run) > 1]


def _run(sentence: str, shares: list[re.Match[str]]) -> Run:
    first, last = shares[0], shares[-1]
    return Run(
        tuple(mark.group() for mark in shares),
        sentence[max(0, first.start() - BEFORE) : first.start()],
        tuple(sentence[one.end() : other.start()] for one, other in pairwise(shares)),
        sentence[last.end() :][:BEHIND],
    )

"""The checks, one file each.  The folder is the list: a new check is one new file, found by discovery.

A check's file is named for its id (``percent_change.py`` is ``percent-change``).  Its docstring is its page in
docs/checks/ and what ``numfacts rules`` prints: a line that says what it does; why it matters; under ``Flagged:`` and
``Passes:`` one or more example lines, which the tests run.  It has

``RELATION``
    the type of the relation that it judges;
``judge(relation) -> Iterator[Judgement]``
    what it has to say of one, which is nothing where all is well;
``SEVERITY`` (optional)
    its severity where all is certain: "error" if it has none;
``OPTIONAL`` (optional)
    True where it is off unless it is selected by name.
"""

from __future__ import annotations

import inspect
import math
import pkgutil
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import NamedTuple

from numfacts.judging.verdicts import Judgement
from numfacts.model import Finding, Relation, Story

EXACT: Mapping[str, float] = {}


class Check(NamedTuple):
    """A check as the commands and the docs see it."""

    id: str
    relation: type
    judge: Callable[[Relation], Iterator[Judgement]]
    severity: str
    optional: bool
    summary: str  # the first line of its page
    page: str  # Markdown


@cache
def checks() -> dict[str, Check]:
    """-> every check of the folder by its id, in the order of their ids."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {check.id: check for check in map(_check, names)}


def findings_of(
    story: Story,
    relations: Iterable[Relation],
    selected: Iterable[str] | None = None,
    tolerance: Mapping[str, float] = EXACT,
) -> list[Finding]:
    """-> what the checks find in a story's relations, in text order.

    Without a selection all run that are not optional.  ``tolerance`` is by check the share of a figure by which it may
    miss what the others make of it.  ValueError where ``selected`` names no check.
    """
    if selected is None:
        wanted = [check for check in checks().values() if not check.optional]
    else:
        selected = list(selected)
        if unknown := sorted(set(selected) - checks().keys()):
            raise ValueError(f"no such check: {', '.join(unknown)}")
        wanted = [checks()[each] for each in selected]
    lines = _line_starts(story.document.text)
    found = [
        _finding(check.id, judgement, story, lines)
        for relation in relations
        for check in wanted
        if isinstance(relation, check.relation)
        for judgement in check.judge(relation)
        if not _tolerated(judgement, tolerance.get(check.id, 0.0))
    ]
    return sorted(set(found), key=lambda finding: (finding.start, finding.end, finding.check_id))


def _tolerated(said: Judgement, tolerance: float) -> bool:
    """Whether the figure is within a share of itself of what the others make of it."""
    right, stated = said.recomputed, said.at
    if not tolerance or right is None:
        return False
    low = -math.inf if stated.low is None else stated.low
    high = math.inf if stated.high is None else stated.high
    return max(right.low - high, low - right.high) <= tolerance * max(abs(right.low), abs(right.high))


def _check(name: str) -> Check:
    module = import_module(f"{__name__}.{name}")
    page = inspect.cleandoc(module.__doc__ or "")
    return Check(
        name.replace("_", "-"),
        module.RELATION,
        module.judge,
        getattr(module, "SEVERITY", "error"),
        getattr(module, "OPTIONAL", False),
        page.split("\n", 1)[0],
        page,
    )


def _finding(check_id: str, said: Judgement, story: Story, lines: list[int]) -> Finding:
    line = bisect_right(lines, said.at.start)
    return Finding(
        check_id,
        said.severity,
        said.verdict,
        story.document.doc_id,
        said.at.start,
        said.at.end,
        line,
        said.at.start - lines[line - 1] + 1,
        said.message,
        tuple(dict.fromkeys(fact.fact_id for fact in (said.at, *said.facts))),
        said.recomputed.low if said.recomputed else None,
        said.recomputed.high if said.recomputed else None,
    )


def _line_starts(text: str) -> list[int]:
    starts, at = [0], text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts

"""``numfacts explain FILE[:LINE]``: the text with its figures marked, and beneath each line the rules.

::

    The council paid ⟦more than £200⟧ to ⟦twelve people⟧ on the ⟨A38⟩.
        1:18  more than £200  money   money.prefix
        1:36  twelve people   count   count.noun
        1:57  A38             unread  a name that holds digits
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from numfacts.cli import console, options
from numfacts.cli.exit_codes import FINE, UNUSABLE
from numfacts.model import Document
from numfacts.outputs.plain_line import plain, printable
from numfacts.pipeline import Mark, explain

_WITH_LINE = re.compile(r"(?P<path>.+):(?P<line>[1-9][0-9]*)", re.DOTALL)
_COLORS = {"unread": "yellow"}
_READ_COLOR = "green"


@click.command("explain")
@click.argument("place", metavar="FILE[:LINE]")
@options.settings
@options.reading
def command(
    place: str,
    text_column: str,
    id_column: str | None,
    published_column: str | None,
    **given: Any,
) -> int:
    """Show the rule that read each figure of FILE, and what was left unread, and why."""
    path, line = split(place)
    configuration = options.configuration_of(**given)
    documents = options.Input([path], text_column, id_column, published_column)
    for document in documents:
        last = document.text.count("\n") + 1
        if line is not None and line > last:
            documents.problem(document.doc_id, f"there is no line {line}; the last is {last}")
            continue
        if document.doc_id != path:
            console.show(click.style(plain(document.doc_id), bold=True))
        settings = configuration.of_document(document.doc_id).settings()
        for shown in explained(document, explain(document, settings), line):
            console.show(shown)
    return UNUSABLE if documents.problems else FINE


def split(place: str) -> tuple[str, int | None]:
    """``"story.txt:12"`` -> ``("story.txt", 12)``; a file of that very name comes first, colon and all."""
    match = _WITH_LINE.fullmatch(place)
    if match is None or Path(place).exists():
        return place, None
    return match["path"], int(match["line"])


def explained(document: Document, marks: Sequence[Mark], only: int | None = None) -> Iterator[str]:
    """-> the lines of the text, each with its marks drawn in and explained beneath it."""
    starts = _line_starts(document.text)
    by_line = {
        number: list(group)
        for number, group in groupby(sorted(marks), key=lambda mark: bisect_right(starts, mark.start))
    }
    for number, start in enumerate(starts, start=1):
        if only in (None, number):
            end = starts[number] - 1 if number < len(starts) else len(document.text)
            here = by_line.get(number, [])
            yield _drawn(document.text, start, end, here)
            yield from _reasons(document.text, number, start, here)


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]


def _drawn(text: str, start: int, end: int, marks: Sequence[Mark]) -> str:
    """A mark that goes on in the next line is drawn up to the end of this one."""
    parts = []
    for mark in marks:
        if mark.start < start:  # inside the mark before it
            continue
        stop = min(mark.end, end)
        opening, closing = "⟨⟩" if mark.label == "unread" else "⟦⟧"
        figure = click.style(f"{opening}{printable(text[mark.start : stop])}{closing}", fg=_color(mark))
        parts += [printable(text[start : mark.start]), figure]
        start = stop
    return "".join([*parts, printable(text[start:end])])


def _reasons(text: str, number: int, start: int, marks: Sequence[Mark]) -> Iterator[str]:
    figures = [plain(text[mark.start : mark.end]) for mark in marks]
    width = max(map(len, figures), default=0)
    for mark, figure in zip(marks, figures, strict=True):
        place = f"{number}:{mark.start - start + 1}"
        label = click.style(f"{mark.label:<8}", fg=_color(mark))
        yield f"    {place:<8} {figure:<{width}}  {label}  {plain(mark.detail)}"


def _color(mark: Mark) -> str:
    return _COLORS.get(mark.label, _READ_COLOR)

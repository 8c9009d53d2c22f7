"""``numfacts diff OLD NEW``: which published numbers changed between two versions of a story.

::

    story.md:5:20: changed 12% -> 14% (unemployment)
    1 changed, 0 added, 0 removed, 0 moved
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path, PurePath
from typing import Any, NamedTuple

import click

from numfacts.cli import console, options
from numfacts.cli.exit_codes import FINE, FOUND, UNUSABLE
from numfacts.configuration import Configuration
from numfacts.model import Document, Fact
from numfacts.model.difference import DIFFERENCES, Difference
from numfacts.outputs.plain_line import ascii_controls, plain
from numfacts.pipeline import facts_of
from numfacts.versions.differences import compared, differences
from numfacts.versions.wording import moved_together

_ROW = "#row="
STANDARD_INPUT = ("-", "<stdin>")
_COLORS = {"changed": "yellow", "added": "green", "removed": "red", "moved": "cyan"}
_CELLS = (
    "fact_id", "text", "kind", "value", "low", "high", "modifier", "change", "unit", "counted", "denominator",
    "measured_entity", "period", "section", "sentence",
)  # fmt: skip


class Compared(NamedTuple):
    """One document in its two versions; ``figures`` counts those of a document that only one version has."""

    old: str | None
    new: str | None
    differences: list[Difference]
    figures: int = 0

    @property
    def kind(self) -> str | None:
        """-> added, removed; None for a document that is in both."""
        return "added" if self.old is None else "removed" if self.new is None else None


@click.command("diff")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--fail-on-change", is_flag=True, help="Exit with 1 if a number changed, came or went.")
@options.settings
@options.reading
def command(
    old: str,
    new: str,
    format_: str,
    fail_on_change: bool,
    text_column: str,
    id_column: str | None,
    published_column: str | None,
    **given: Any,
) -> int:
    """Show which published numbers changed from OLD to NEW.

    Both are files, folders or tables, as for extract; one of them may be -, standard input.  Documents of
    folders are matched by their path within the folder, rows of tables by their id.
    """
    if old == new == "-":
        raise click.UsageError("OLD and NEW cannot both be standard input")
    if Path(old).is_dir() != Path(new).is_dir() and _is_there(old) and _is_there(new):
        folder, other = (old, new) if Path(old).is_dir() else (new, old)
        raise click.UsageError(f"{folder} is a folder and {other} is not; name two files or two folders")
    configuration = options.configuration_of(**given)
    before, after = (_side(path, text_column, id_column, published_column) for path in (old, new))
    if any(side.unread and not side.documents for side in (before, after)):
        return UNUSABLE  # with nothing on one side there is nothing to compare
    found = list(_compared(before, after, configuration))
    if format_ == "json":
        console.standard_output().write(f"{_as_json(found)}\n".encode())
    else:
        console.show("\n".join(_as_text(found)))
    if before.unread or after.unread:
        return UNUSABLE
    return FOUND if fail_on_change and any(map(_changes_a_number, found)) else FINE


def _is_there(path: str) -> bool:
    return path == "-" or Path(path).exists()


class _Side(NamedTuple):
    """The documents of OLD or of NEW by what they are matched by, and what of them could not be read."""

    documents: dict[str, Document]
    unread: set[str]

    def may_have(self, matched_by: str) -> bool:
        """Whether a document that is not here may be in what could not be read."""
        return any(key in ("", matched_by) or matched_by.startswith(f"{key}{_ROW}") for key in self.unread)


def _side(path: str, *columns: Any) -> _Side:
    documents = options.Input([path], *columns)
    found = {_key(document.doc_id, path): document for document in documents}
    return _Side(found, {_key(doc_id, path) for doc_id, _ in documents.problems})


def _key(doc_id: str, path: str) -> str:
    """-> what a document is matched by: "" of a file alone, "a.md" of one in a folder, "#row=2" or the id of a row."""
    if doc_id == path or path == "-":
        return ""
    folder = f"{PurePath(path).as_posix()}/"
    if folder == "./":
        return doc_id
    return doc_id.removeprefix(path if doc_id.startswith(f"{path}{_ROW}") else folder)


def _compared(before: _Side, after: _Side, configuration: Configuration) -> Iterator[Compared]:
    """-> the documents in the order of NEW, then those that only OLD has."""

    def facts(document: Document, other: Document | None = None) -> list[Fact]:
        # What is set for a file is true of its other version on standard input too.
        named = other if other is not None and document.doc_id in STANDARD_INPUT else document
        return facts_of(document, configuration.of_document(named.doc_id).settings())

    for key, new in after.documents.items():
        old = before.documents.get(key)
        if old is not None:
            found = differences(old, facts(old, new), new, facts(new, old))
            yield Compared(old.doc_id, new.doc_id, found)
        elif not before.may_have(key):
            yield Compared(None, new.doc_id, [], len(compared(facts(new))))
    for key, old in before.documents.items():
        if key not in after.documents and not after.may_have(key):
            yield Compared(old.doc_id, None, [], len(compared(facts(old))))


def _changes_a_number(result: Compared) -> bool:
    """A figure that only moved is the same figure still."""
    return result.figures > 0 or any(difference.kind != "moved" for difference in result.differences)


def _as_text(results: list[Compared]) -> Iterator[str]:
    counts = Counter(difference.kind for result in results for difference in result.differences)
    for result in results:
        if result.kind is not None:
            told = f"document with {_figures(result.figures)}"
            yield f"{plain(result.new or result.old or '')}: {_coloured(result.kind)} {told}"
        for piece in (list(group) for _, group in groupby(result.differences, key=_piece)):
            each = piece[0]
            name, line, column = (
                (result.old, each.old_line, each.old_column)
                if each.new is None
                else (result.new, each.new_line, each.new_column)
            )
            facts = [other.new for other in piece if other.new is not None]
            message = each.message if len(piece) == 1 else moved_together(facts, each.old_line)
            yield f"{plain(name or '')}:{line}:{column}: {_coloured(each.kind)} {plain(message)}"
    closing = ", ".join(f"{counts[kind]} {kind}" for kind in DIFFERENCES)
    documents = Counter(result.kind for result in results if result.kind is not None)
    if documents:
        closing += "; documents: " + ", ".join(f"{documents[kind]} {kind}" for kind in ("added", "removed"))
    yield closing


def _piece(difference: Difference) -> tuple[object, ...]:
    """-> figures that moved from one line to one line are one piece of news; any other is its own."""
    return (difference.old_line, difference.new_line) if difference.kind == "moved" else (id(difference),)


def _figures(number: int) -> str:
    return "1 figure" if number == 1 else f"{number} figures"


def _coloured(kind: str) -> str:
    return click.style(kind, fg=_COLORS[kind])


def _as_json(results: list[Compared]) -> str:
    """-> one array, an object a difference; a document that only one version has is an object too."""
    told = [row for result in results for row in _rows(result)]
    return ascii_controls(json.dumps(told, ensure_ascii=False, allow_nan=False, indent=2))


def _rows(result: Compared) -> Iterator[dict[str, Any]]:
    where = {"old_doc_id": result.old, "new_doc_id": result.new}
    if result.kind is not None:
        told = f"document with {_figures(result.figures)}"
        yield {
            "what": "document", "kind": result.kind, **where, "columns": [], "moved": False, "message": told,
            "old": None, "new": None, "dated": [], "figures": result.figures,
        }  # fmt: skip
    for each in result.differences:
        yield {
            "what": "figure", "kind": each.kind, **where, "columns": list(each.columns), "moved": each.moved,
            "message": each.message,
            "old": _cells(each.old, each.old_line, each.old_column),
            "new": _cells(each.new, each.new_line, each.new_column),
            "dated": [fact.fact_id for fact in each.dated],
            "figures": 1,
        }  # fmt: skip


def _cells(fact: Fact | None, line: int | None, column: int | None) -> dict[str, Any] | None:
    if fact is None:
        return None
    return {**{name: getattr(fact, name) for name in _CELLS}, "line": line, "column": column}

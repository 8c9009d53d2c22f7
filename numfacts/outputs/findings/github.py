"""Findings as GitHub workflow commands, which put them beside the lines of a pull request.

``::error file=a.md,line=3,col=9,endColumn=12,title=share::30 of 120 is 25%25, not 40%25``

GitHub shows fifty annotations of a job: the worst are written first, and where there are more, the last one
says how many.  The same are appended in Markdown to the file that GITHUB_STEP_SUMMARY names.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple

from numfacts.model.document import Document
from numfacts.model.finding import SEVERITIES, Checked, Finding, Rule
from numfacts.outputs.atomic import naming
from numfacts.outputs.finding_places import Region, where
from numfacts.outputs.markdown_tables import markdown_table
from numfacts.outputs.plain_line import plain, printable

FORMAT = "github"
SUFFIXES: tuple[str, ...] = ()
_MOST = 50
_LONGEST = 2000  # code points of a message; a summary may have 1 MiB
_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
_RANKS = {severity: rank for rank, severity in enumerate(SEVERITIES)}
_PLURALS = {"error": "errors", "warning": "warnings", "note": "notes"}


class _Annotation(NamedTuple):
    path: str
    region: Region | None
    severity: str
    check_id: str
    message: str


@contextmanager
def writing(stream: BinaryIO, rules: Mapping[str, Rule]) -> Iterator[Callable[[Checked], None]]:
    """Yields a function that keeps the worst findings; they are written when the body ends."""
    worst: list[_Annotation] = []
    counts: Counter[str] = Counter()
    documents: Counter[bool] = Counter()  # by whether anything was found

    def append(checked: Checked) -> None:
        found = [_annotation(checked.document, finding) for finding in checked.findings]
        documents[bool(found)] += 1
        counts.update(one.severity for one in found)
        worst[:] = sorted([*worst, *found], key=lambda one: _RANKS[one.severity])[:_MOST]

    yield append
    shown = worst if counts.total() <= _MOST else worst[: _MOST - 1]
    lines = [_command(_COMMANDS[one.severity], _properties(one), one.message) for one in shown]
    if more := counts.total() - len(shown):
        told = f"{more:,} more not shown here, of {_counted(counts)} in all"
        lines.append(_command("notice", {"title": "numfacts"}, told))
    stream.write("".join(lines).encode("utf-8", "replace"))
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary:
        with naming(summary), Path(summary).open("ab") as page:
            page.write(_summary(shown, counts, documents).encode("utf-8", "replace"))


def _annotation(document: Document, finding: Finding) -> _Annotation:
    path, region, inside = where(document, finding)
    message = plain(f"{inside}: {finding.message}" if inside else finding.message)
    cut = message if len(message) <= _LONGEST else message[:_LONGEST] + "…"
    return _Annotation(_in_repository(path), region, finding.severity, finding.check_id, cut)


def _in_repository(path: str) -> str:
    """GitHub's paths begin at the top of the repository, wherever in it the step runs."""
    top = os.environ.get("GITHUB_WORKSPACE")
    if top and (Path.cwd() / path).is_relative_to(top):
        return (Path.cwd() / path).relative_to(top).as_posix()
    return path


def _properties(one: _Annotation) -> dict[str, object]:
    """Columns are left out where the figure runs over a line end: GitHub takes none then."""
    properties: dict[str, object] = {"file": one.path}
    if one.region:
        line, column, end_line, end_column = one.region
        properties["line"] = line
        properties |= {"col": column, "endColumn": end_column} if line == end_line else {"endLine": end_line}
    return properties | {"title": one.check_id}


def _command(name: str, properties: Mapping[str, object], message: str) -> str:
    """-> a line of the log; what would end it, or one of its properties, is percent-encoded."""
    told = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {told}::{_data(message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return printable(_data(text)).replace(":", "%3A").replace(",", "%2C")


def _summary(shown: Sequence[_Annotation], counts: Counter[str], documents: Counter[bool]) -> str:
    several = f"{documents.total():,} document{'' if documents.total() == 1 else 's'}"
    if not shown:
        return f"## numfacts: nothing found in {several}\n\n"
    rows = [(one.severity, one.check_id, _place(one), one.message) for one in shown]
    more = counts.total() - len(shown)
    parts = [
        f"## numfacts: {_counted(counts)} in {documents[True]:,} of {several}",
        markdown_table(("severity", "check", "place", "what is wrong"), rows),
        f"… and {more:,} more." if more else "",
    ]
    return "\n\n".join(part for part in parts if part) + "\n\n"


def _place(one: _Annotation) -> str:
    return f"{one.path}:{one.region.line}:{one.region.column}" if one.region else one.path


def _counted(counts: Counter[str]) -> str:
    """-> "2 errors, 1 note"."""
    told = [(counts[severity], severity) for severity in SEVERITIES if counts[severity]]
    return ", ".join(f"{number:,} {name if number == 1 else _PLURALS[name]}" for number, name in told)

"""``pytest --numfacts stories/``: every story is a test, which fails with what ``numfacts check`` finds in it.

::

    FAILED stories/fares.md::numfacts
    stories/fares.md:3:9: error [percent-change] £40m to £50m is a rise of 25%, not 20%

Stories are the files below the given folders whose names match ``numfacts_files`` (Markdown, text and web pages,
if it is not set), and every file given by name; each row of a table is a test of its own.  Configuration,
comments in the stories and the options in ``numfacts_options`` count as they do for the command.

Without ``--numfacts`` nothing is collected, and nothing else of numfacts is imported.
"""

from __future__ import annotations

import io
import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

if TYPE_CHECKING:
    from numfacts.model import Finding

_FILES = ("*.md", "*.markdown", "*.txt", "*.html", "*.htm", "*.xhtml")
_TABLES = (".csv", ".jsonl", ".parquet")
_FAIL_ON = ("error", "warning", "note", "never")  # as in configuration/, which is not imported for it


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("numfacts", "the figures of news stories")
    group.addoption("--numfacts", action="store_true", help="Make every story a test of its figures.")
    group.addoption(
        "--numfacts-fail-on",
        choices=_FAIL_ON,
        help="The least severity that fails a story (default: as configured, or error).",
    )
    parser.addini("numfacts_files", "Names of the files that are stories.", type="args", default=list(_FILES))
    parser.addini("numfacts_options", "More options for numfacts check.", type="args", default=[])


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "numfacts: the figures of a story")
    if config.getoption("numfacts"):
        config.pluginmanager.register(_Collecting(config), "numfacts-stories")


class _Collecting:
    """The hook that takes part only where it is asked for."""

    def __init__(self, config: pytest.Config) -> None:
        self._names: list[str] = config.getini("numfacts_files")

    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
        from numfacts.documents.readers import readers

        known = file_path.with_suffix(file_path.suffix.lower())
        by_name = parent.session.isinitpath(file_path) and file_path.suffix.lower() in readers()
        if not by_name and not any(known.match(name) for name in self._names):
            return None
        kind = TableOfStories if file_path.suffix.lower() in _TABLES else StoryFile
        found: pytest.Collector = kind.from_parent(parent, path=file_path)
        return found


class Outcome(NamedTuple):
    """What the command says of a file."""

    findings: list[Finding]
    problems: list[str]  # why the file, or some of it, could not be read


def _options(config: pytest.Config) -> Namespace:
    """-> those of the options for the command that matter here too."""
    parser = ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--text-column", default="text")
    parser.add_argument("--id-column")
    parser.add_argument("--fail-on")
    parser.add_argument("--config")
    parser.add_argument("--no-config", action="store_true")
    return parser.parse_known_args(config.getini("numfacts_options"))[0]


def _fail_on(config: pytest.Config) -> str:
    """-> what this run says, or else the options, or else the configuration."""
    from numfacts.configuration import nearest, read_configuration

    given = _options(config)
    if named := config.getoption("numfacts_fail_on") or given.fail_on:
        return str(named)
    file = Path(given.config) if given.config else nearest(Path.cwd())
    return read_configuration(None if given.no_config else file).fail_on


class StoryFile(pytest.File):
    """A file that is one story."""

    def collect(self) -> Iterator[Story]:
        yield Story.from_parent(self, name="numfacts", doc_id=None)

    @property
    def shown(self) -> str:
        """-> the path from where pytest runs, by which ignores, baselines and configuration know it."""
        here = Path.cwd()
        return (self.path.relative_to(here) if self.path.is_relative_to(here) else self.path).as_posix()

    @cached_property
    def outcome(self) -> Outcome:
        from numfacts.cli import main
        from numfacts.cli.exit_codes import UNUSABLE

        written, told = io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), io.StringIO()
        with redirect_stdout(written), redirect_stderr(told):
            code = main(
                ["check", *self.config.getini("numfacts_options"), "--format", "json", "--", self.shown]
            )
        if code > UNUSABLE:
            raise KeyboardInterrupt
        written.seek(0)
        page = written.read()
        problems = told.getvalue().splitlines() if code == UNUSABLE else []
        return Outcome([_finding(row) for row in json.loads(page or "[]")], problems)


def _finding(row: dict[str, Any]) -> Finding:
    """-> a finding of ``--format json``; what that has more is left out."""
    from numfacts.model import Finding

    return Finding(**{name: row[name] for name in Finding._fields if name in row})


class TableOfStories(StoryFile):
    """A file of which every row is a story."""

    def collect(self) -> Iterator[Story]:
        from numfacts.documents import read
        from numfacts.model import DocumentError

        given = _options(self.config)
        try:
            for document in read(
                self.shown,
                text_column=given.text_column,
                id_column=given.id_column,
                warn=lambda _: None,  # the command says it again
            ):
                name = document.doc_id.removeprefix(f"{self.shown}#")
                yield Story.from_parent(self, name=name, doc_id=document.doc_id)
        except DocumentError as error:
            raise self.CollectError(str(error)) from None


class _FoundError(Exception):
    """Lines to be shown, and no traceback with them."""


class Story(pytest.Item):
    """The test of one story; ``doc_id`` is the row's, where the file has several."""

    def __init__(self, *, doc_id: str | None, **rest: Any) -> None:
        super().__init__(**rest)
        self.doc_id = doc_id
        self.add_marker("numfacts")

    def runtest(self) -> None:
        from numfacts.configuration import fails
        from numfacts.outputs.findings.text import line_of

        assert isinstance(self.parent, StoryFile)
        outcome = self.parent.outcome
        found = [each for each in outcome.findings if self.doc_id in (None, each.doc_id)]
        if outcome.problems or fails([each.severity for each in found], _fail_on(self.config)):
            raise _FoundError("\n".join([line_of(each) for each in found] + outcome.problems))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], *style: Any) -> Any:
        return str(excinfo.value) if isinstance(excinfo.value, _FoundError) else super().repr_failure(excinfo)

    def reportinfo(self) -> tuple[Path, None, str]:
        assert isinstance(self.parent, StoryFile)
        return self.path, None, self.doc_id or self.parent.shown

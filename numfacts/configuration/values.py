"""The configuration as a value: ``Configuration(locale="en-GB", ignore=("conflict",))``.

Later words come before earlier ones: what is set for all files, what is set for some of them, the command line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from numfacts.checks import checks
from numfacts.model import SEVERITIES
from numfacts.pipeline import Settings
from numfacts.silencing.places import place_of

FAIL_ON = ("error", "warning", "note", "never")
NOTHING: Mapping[str, Any] = {}  # and no mappingproxy: a configuration goes to other processes


class PerFile(NamedTuple):
    """What is set for the files that a pattern matches; patterns are those of .gitignore."""

    pattern: str
    values: Mapping[str, object]  # fields of Configuration


class Configuration(NamedTuple):
    """Everything that can be set; None and empty where nothing is."""

    file: Path | None = None  # where it was read; patterns are relative to its folder
    published: date | None = None
    locale: str | None = None
    base_currency: str | None = None
    fx_rates: str | None = None
    facts: tuple[str, ...] = ()
    require_source: bool = False
    baseline: str | None = None
    fail_on: str = "error"
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = NOTHING
    tolerance: Mapping[str, float] = NOTHING  # by check; a share of the figure: 0.01 is 1%
    per_file: tuple[PerFile, ...] = ()
    commanded: Mapping[str, object] = NOTHING  # what a command line said, which nothing overrides

    def over(self, values: Mapping[str, object]) -> Configuration:
        """-> this one with other values on top; what is ignored, severities and tolerances add up."""
        replaced: dict[str, Any] = {name: value for name, value in values.items() if name not in ADDED}
        found = self._replace(**replaced)
        if "ignore" in values:
            found = found._replace(ignore=(*self.ignore, *_strings(values["ignore"])))
        for name in ("severity", "tolerance"):
            if name in values:
                added: dict[str, Any] = {name: {**getattr(self, name), **_mapping(values[name])}}
                found = found._replace(**added)
        return found

    def commanded_by(self, values: Mapping[str, object]) -> Configuration:
        return self.over(values)._replace(commanded={k: v for k, v in values.items() if k not in ADDED})

    def of_document(self, doc_id: str) -> Configuration:
        """-> what holds for one document, the patterns that match its file taken into account."""
        if not self.per_file:
            return self
        found, path = self, place_of(doc_id).path
        for each in self.per_file:
            if _matches(each.pattern, path, self.file):
                found = found.over(each.values)
        return found.over(self.commanded)

    def settings(self) -> Settings:
        return Settings((self.base_currency or "EUR").upper(), self.fx_rates, self.locale, self.published)

    def selected(self) -> list[str]:
        """-> the ids of the checks that run."""
        named = self.select
        if named is None:
            optional = {"unsourced"} if self.require_source else set()
            named = tuple(id_ for id_, check in checks().items() if not check.optional or id_ in optional)
        return [id_ for id_ in dict.fromkeys(named) if id_ not in self.ignore]


ADDED = frozenset({"ignore", "severity", "tolerance"})


def fails(severities: Iterable[str], fail_on: str) -> bool:
    """-> whether one of the severities of findings is as severe as ``fail_on``, one of FAIL_ON, or severer."""
    if fail_on == "never":
        return False
    ranked = list(SEVERITIES)
    enough = ranked[: ranked.index(fail_on) + 1]
    return any(severity in enough for severity in severities)


def _matches(pattern: str, path: str, file: Path | None) -> bool:
    from pathspec import GitIgnoreSpec

    folder = file.parent.resolve() if file else Path.cwd()
    place = Path(path).resolve()
    inside = place.relative_to(folder) if place.is_relative_to(folder) else Path(path)
    return GitIgnoreSpec.from_lines([pattern]).match_file(inside.as_posix())


def _strings(value: object) -> tuple[str, ...]:
    assert isinstance(value, tuple)
    return value


def _mapping(value: object) -> Mapping[str, object]:
    assert isinstance(value, Mapping)
    return value

"""The layout that docs/architecture.md promises: imports go one way, a folder is its list, files stay short.

What ruff can see is left to it: that a file opens with a docstring, that only the command line prints.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import numfacts
from numfacts.model import KINDS

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "numfacts"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST = 400  # lines: what one sitting can read


def test_imports_go_one_way(monkeypatch: pytest.MonkeyPatch) -> None:
    from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

    monkeypatch.chdir(ROOT)
    assert lint_imports(config_filename="pyproject.toml", no_cache=True) == EXIT_STATUS_SUCCESS


def test_a_kind_is_a_file_and_a_file_is_a_kind() -> None:
    assert {module.name for module in pkgutil.iter_modules([str(PACKAGE / "kinds")])} == set(KINDS)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_file_can_be_read_in_one_sitting(path: Path) -> None:
    assert path.read_text(encoding="utf-8").count("\n") <= LONGEST


@pytest.mark.parametrize("name", numfacts.__all__)
def test_a_public_name_is_there_and_explained(name: str) -> None:
    found = getattr(numfacts, name)
    assert name in dir(numfacts)
    assert isinstance(found, str) or found.__doc__


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'extractor'"):
        _ = numfacts.extractor


def test_no_file_has_a_name_that_says_nothing() -> None:
    empty = {"utils", "util", "helpers", "helper", "common", "misc", "tools", "base"}
    assert [path for path in MODULES if path.stem in empty or path.parent.name in empty] == []


def test_importing_any_module_changes_nothing_but_names(capfd: pytest.CaptureFixture[str]) -> None:
    for module in pkgutil.walk_packages(numfacts.__path__, "numfacts."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    assert capfd.readouterr() == ("", "")


def test_the_project_names_no_machine() -> None:
    """No path of somebody's disk and no address but public pages."""
    private = re.compile(
        r"(?<![\w.])/(?:home|Users|root|work|opt|tmp|mnt)/\w|localhost|file://|\b(?:\d+\.){3}\d+:\d+"
    )
    files = [
        *MODULES,
        ROOT / "pyproject.toml",
        ROOT / "Makefile",
        *ROOT.glob("*.md"),
        *ROOT.glob("docs/*.md"),
    ]
    files += [*ROOT.glob(".ci/*"), *ROOT.glob("tools/*.py"), *ROOT.glob("benchmarks/*.py")]
    told = {
        path.relative_to(ROOT).as_posix(): found.group()
        for path in files
        if (found := private.search(path.read_text(encoding="utf-8")))
    }
    assert told == {}

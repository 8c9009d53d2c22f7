"""The pages say what the program does: generated parts are fresh, links lead somewhere, examples are true."""

from __future__ import annotations

import doctest
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tools"))

import build_docs  # noqa: E402

README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.compile(r"^```pycon\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(
    ("path", "wanted"), [pytest.param(*page, id=page[0].name) for page in build_docs.generated()]
)
def test_a_page_is_fresh(path: Path, wanted: str) -> None:
    assert path.read_text(encoding="utf-8") == wanted, "stale: make docs"


@pytest.mark.parametrize("path", build_docs.pages(), ids=lambda path: path.name)
def test_links_and_options_are_there(path: Path) -> None:
    assert [*build_docs.broken_links(path), *build_docs.unknown_options(path)] == []


def test_what_is_wrong_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build_docs, "ROOT", tmp_path)
    page = tmp_path / "page.md"
    page.write_text(
        "[a](missing.md) [b](page.md#here) [c](https://example.org/x) `[d](e)`\n"
        "```sh\nnumfacts extract a.txt --kinds all --kindness\nnumfacts extricate\nnumfacts --version\n```\n",
        encoding="utf-8",
    )
    assert list(build_docs.broken_links(page)) == ["page.md: links to missing.md, which is not there"]
    assert list(build_docs.unknown_options(page)) == [
        "page.md: numfacts extract has no --kindness",
        "page.md: numfacts has no command extricate",
    ]
    marked = "<!-- output: numfacts x -->\n```text\nold\n```\nafter\n"
    assert build_docs.with_outputs(marked, lambda command: f"{command}!\n") == marked.replace(
        "old", "numfacts x!"
    )


@pytest.mark.parametrize("path", build_docs.pages(), ids=lambda path: path.name)
def test_the_python_of_a_page_does_what_it_shows(path: Path) -> None:
    examples = EXAMPLES.findall(path.read_text(encoding="utf-8"))
    assert examples or path.name != "README.md"
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    for example in examples:
        runner.run(doctest.DocTestParser().get_doctest(example, {}, path.name, path.name, 0))
    assert runner.failures == 0


def test_the_first_two_commands_of_the_readme_are_demo_and_check() -> None:
    commands = re.findall(r"^```sh\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)[0].splitlines()
    assert [command.partition("#")[0].strip() for command in commands] == ["make demo", "make check"]
    assert commands[1].partition("#")[0].strip() in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_every_folder_and_module_is_on_the_page_of_the_architecture() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    folders = {path.parent.name + "/" for path in (ROOT / "numfacts").glob("*/__init__.py")}
    modules = {path.name for path in (ROOT / "numfacts").glob("*.py") if not path.name.startswith("__")}
    assert [name for name in sorted(folders | modules) if f"`{name}`" not in page] == []

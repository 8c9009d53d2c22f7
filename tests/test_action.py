"""action.yml: each of its steps run through bash with the variables that GitHub would give it."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
INSTALL, CHECK = ACTION["runs"]["steps"]
EXPRESSION = re.compile(r"\$\{\{ inputs\.(?P<name>[a-z-]+) \}\}")
WRONG = "# Sales\n\nSales rose 20% from £40m to £50m.\n"
ANNOTATED = (
    "::error file=a.md,line=3,col=12,endColumn=15,title=percent-change::£40m to £50m is a rise of 25%25, "
)

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not here")


class Runner:
    """A workspace and a temporary folder, as a step of a job has them."""

    def __init__(self, folder: Path) -> None:
        self.workspace, self.temporary = folder / "work space", folder / "temp"
        self.bin = self.temporary / "numfacts" / "bin"
        self.output = folder / "output"
        self.summary = folder / "summary.md"
        for made in (self.workspace, self.bin):
            made.mkdir(parents=True)

    def run(self, step: dict[str, Any], **inputs: str) -> subprocess.CompletedProcess[str]:
        """-> the end of a step; inputs have their defaults, expressions of ``env`` their values."""
        given = {name: each.get("default", "") for name, each in ACTION["inputs"].items()}
        given |= {name.replace("_", "-"): value for name, value in inputs.items()}
        variables = {
            name: EXPRESSION.sub(lambda found: given[found["name"]], value)
            for name, value in step["env"].items()
        }
        script = self.temporary / "step.sh"
        script.write_text(step["run"], encoding="utf-8")
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "NUMFACTS_"))
        }
        github = {
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_WORKSPACE": str(self.workspace),
            "GITHUB_OUTPUT": str(self.output),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "RUNNER_TEMP": str(self.temporary),
            "PYTHONPATH": str(ROOT),
        }
        command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)]
        return subprocess.run(
            command, cwd=self.workspace, env=kept | github | variables,
            capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip

    def installed(self) -> None:
        """What the first step leaves behind: here the numfacts of this checkout."""
        self.program("numfacts", f'exec {shlex.quote(sys.executable)} -m numfacts "$@"')

    def program(self, name: str, line: str) -> None:
        (self.bin / name).write_text(f"#!/usr/bin/env bash\n{line}\n", encoding="utf-8")
        (self.bin / name).chmod(0o755)

    def story(self, name: str, text: str = WRONG) -> None:
        path = self.workspace / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(tmp_path)


@pytest.fixture
def ready(runner: Runner) -> Runner:
    runner.installed()
    return runner


def annotated(done: subprocess.CompletedProcess[str]) -> list[str]:
    """-> the files with annotations."""
    return re.findall(r"^::\w+ file=([^,]*),", done.stdout, re.MULTILINE)


# What the action is


def test_no_input_is_written_into_a_command() -> None:
    assert [step["run"] for step in (INSTALL, CHECK) if "${{" in step["run"]] == []
    for step in (INSTALL, CHECK):
        assert all(EXPRESSION.fullmatch(value) for value in step["env"].values())
        assert step["shell"] == "bash"


def test_every_input_is_passed_on_and_described() -> None:
    passed = {
        EXPRESSION.fullmatch(value)["name"] for step in (INSTALL, CHECK) for value in step["env"].values()
    }
    assert passed == set(ACTION["inputs"])
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    assert [
        name for name, each in ACTION["inputs"].items() if not each["description"] or f"`{name}`" not in page
    ] == []


# Check the figures


def test_a_wrong_story_is_annotated_and_fails_the_step(ready: Runner) -> None:
    ready.story("a.md")
    done = ready.run(CHECK)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith(ANNOTATED)
    assert ready.output.read_text() == "found=true\n"
    assert "numfacts: 1 error in 1 of 1 document" in ready.summary.read_text(encoding="utf-8")


def test_a_right_story_is_fine(ready: Runner) -> None:
    ready.story("a.md", WRONG.replace("20%", "25%"))
    done = ready.run(CHECK)
    assert (done.returncode, done.stdout, ready.output.read_text()) == (0, "", "found=false\n")


def test_what_cannot_be_read_fails_the_step_in_another_way(ready: Runner) -> None:
    done = ready.run(CHECK, paths="none.md")
    assert (done.returncode, done.stderr) == (2, "numfacts: none.md: no such file\n")
    assert ready.output.read_text() == "found=false\n"


PATHS = {
    "the folder, if nothing is said": ("", ["a b.md", "x/c.md", "x/y/d.md"]),
    "a name with a space": ("a b.md", ["a b.md"]),
    "one a line, with spaces around": ("\n  a b.md \r\n\n\tx/c.md\n", ["a b.md", "x/c.md"]),
    "a folder": ("x", ["x/c.md", "x/y/d.md"]),
    "a pattern": ("x/*.md", ["x/c.md"]),
    "a pattern with a space": ("a *.md", ["a b.md"]),
    "a pattern over folders": ("x/**/*.md", ["x/c.md", "x/y/d.md"]),
}


@pytest.mark.parametrize(("paths", "files"), PATHS.values(), ids=PATHS)
def test_paths_are_one_a_line(ready: Runner, paths: str, files: list[str]) -> None:
    for name in ("a b.md", "x/c.md", "x/y/d.md"):
        ready.story(name)
    assert sorted(annotated(ready.run(CHECK, paths=paths))) == files


HOSTILE = [
    "$(touch pwned)",
    "`touch pwned`",
    "; touch pwned #",
    "' ; touch pwned ; '",
    '" ; touch pwned ; "',
    "a.md && touch pwned",
    "a.md | tee pwned",
    "> pwned",
    "${IFS}touch${IFS}pwned",
    "x\ntouch pwned",
    "--help",
    "-",
]


@pytest.mark.parametrize("name", ["format", "fail_on", "facts"])
def test_hostile_inputs_are_only_words(ready: Runner, name: str) -> None:
    ready.story("a.md", "Rain fell.\n")
    done = ready.run(CHECK, **{name: "".join(HOSTILE)})
    assert (done.returncode, [path.name for path in ready.workspace.iterdir()]) == (2, ["a.md"])


def test_hostile_paths_are_only_names(ready: Runner) -> None:
    done = ready.run(CHECK, paths="\n".join(HOSTILE))
    assert (done.returncode, list(ready.workspace.iterdir())) == (2, [])
    names = [
        line for each in HOSTILE for line in each.split("\n") if line != "-"
    ]  # standard input: empty here
    assert done.stderr.splitlines() == [f"numfacts: {name}: no such file" for name in names]


def test_stories_may_have_hostile_names(ready: Runner) -> None:
    names = {f"{hostile}.md" for hostile in HOSTILE}
    for name in names:
        ready.story(name)
    assert len(annotated(ready.run(CHECK))) == len(names)
    assert {path.name for path in ready.workspace.iterdir()} == names


def test_sarif_is_written_for_the_upload(ready: Runner) -> None:
    ready.story("a.md")
    done = ready.run(CHECK, sarif="out put/$(x)/numfacts.sarif")
    assert (done.returncode, len(annotated(done))) == (1, 1)
    written = json.loads(
        (ready.workspace / "out put" / "$(x)" / "numfacts.sarif").read_text(encoding="utf-8")
    )
    assert [result["ruleId"] for result in written["runs"][0]["results"]] == ["percent-change"]


@pytest.mark.parametrize("place", ["a.md/numfacts.sarif", "a.md"])
def test_sarif_that_cannot_be_written_fails_the_step(ready: Runner, place: str) -> None:
    ready.story("a.md")
    assert ready.run(CHECK, sarif=place).returncode == 2
    assert (ready.workspace / "a.md").read_text(encoding="utf-8") == WRONG


def test_in_other_formats_a_story_commands_nothing(ready: Runner) -> None:
    ready.story("::error ::x.md")
    done = ready.run(CHECK, format="text")
    assert done.returncode == 1
    first, *lines, _, last = done.stdout.splitlines()
    assert first.startswith("::stop-commands::")
    token = first.removeprefix("::stop-commands::")
    assert len(token) == 32
    assert last == f"::{token}::"
    assert lines == ["::error ::x.md:3:12: error [percent-change] £40m to £50m is a rise of 25%, not 20%"]


def test_how_bad_it_must_be_and_the_sheet_are_passed_on(runner: Runner) -> None:
    runner.program("numfacts", 'printf "<%s>" "$@"')
    done = runner.run(CHECK, fail_on="warning", facts="my sheet.csv", paths="a b.md\n-x.md")
    assert done.stdout == (
        "<check><--fail-on=warning><--facts=my sheet.csv><--format=github><--><a b.md><-x.md>"
    )


# Install numfacts: by a Python that writes down how it is called


def installing(runner: Runner, monkeypatch: pytest.MonkeyPatch, code: int = 0) -> Path:
    """-> where the arguments of pip are written."""
    programs, told = runner.temporary / "programs", runner.temporary / "told"
    programs.mkdir()
    python = programs / "python3"
    line = f"printf '<%s>' \"$@\" > {shlex.quote(str(told))}"
    python.write_text(
        f'#!/usr/bin/env bash\n[ "$1" != -c ] || exit {code}\n'
        f'[ "$2" != venv ] || {{ mkdir -p "$4/bin"; cp "$0" "$4/bin/python"; }}\n{line}\n',
        encoding="utf-8",
    )
    python.chmod(0o755)
    shutil.copy(python, programs / "python")
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    return told


def test_the_files_beside_the_action_are_installed(runner: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    told = installing(runner, monkeypatch)
    assert runner.run(INSTALL).returncode == 0
    assert told.read_text() == f"<-m><pip><install><--quiet><--disable-pip-version-check><{ROOT}[html]>"


def test_or_a_release(runner: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    told = installing(runner, monkeypatch)
    assert runner.run(INSTALL, version="1.2.0rc1").returncode == 0
    assert told.read_text().endswith("<numfacts[html]==1.2.0rc1>")


@pytest.mark.parametrize("hostile", [*HOSTILE, "1.0 --index-url=x", "1.0 @ file:///x", "*"])
def test_a_hostile_version_is_refused(runner: Runner, monkeypatch: pytest.MonkeyPatch, hostile: str) -> None:
    told = installing(runner, monkeypatch)
    done = runner.run(INSTALL, version=hostile)
    if hostile in ("--help", "-"):  # no version, and no option either
        assert told.read_text().endswith(f"<numfacts[html]=={hostile}>")
    else:
        assert (done.returncode, told.exists()) == (2, False)
        assert done.stdout.startswith("::error title=numfacts::the version is none")
    assert list(runner.workspace.iterdir()) == []


def test_an_old_python_is_told(runner: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    installing(runner, monkeypatch, code=1)
    done = runner.run(INSTALL)
    assert done.returncode == 2
    assert done.stdout == (
        "::error title=numfacts::Python 3.11 or later is needed: put actions/setup-python before this step\n"
    )

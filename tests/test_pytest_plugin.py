"""``pytest --numfacts``: every story is a test that fails with its findings.

Each pytest here is a process of its own: one in this process would take the modules it imported with it.
"""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path

import pyarrow as pa  # here: pytester forgets what is imported within a test, and numpy loads only once
import pytest
from pyarrow import parquet

from numfacts import pytest_plugin
from numfacts.configuration import FAIL_ON

pytest_plugins = ["pytester"]

WRONG = "# Sales\n\nSales rose 20% from £40m to £50m.\n"
RIGHT = "# Sales\n\nSales rose 25% from £40m to £50m.\n"
FOUND = "stories/wrong.md:3:12: error [[]percent-change[]] £40m to £50m is a rise of 25%, not 20%"


@pytest.fixture(autouse=True)
def _stories(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two stories; the plugin is loaded by its module's name, installed or not."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.setenv("PYTEST_ADDOPTS", "-p numfacts.pytest_plugin -p no:cacheprovider")
    stories = pytester.mkdir("stories")
    (stories / "wrong.md").write_text(WRONG, encoding="utf-8")
    (stories / "right.md").write_text(RIGHT, encoding="utf-8")


def test_a_wrong_story_fails_with_its_findings_and_a_right_one_passes(pytester: pytest.Pytester) -> None:
    result = pytester.runpytest_subprocess("--numfacts", "stories", "-v")
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(
        ["stories/right.md::numfacts PASSED*", "stories/wrong.md::numfacts FAILED*", FOUND]
    )
    result.stdout.no_fnmatch_line("*Traceback*")
    assert result.ret == pytest.ExitCode.TESTS_FAILED


def test_it_is_the_line_of_the_command(pytester: pytest.Pytester) -> None:
    line = pytester.run(sys.executable, "-m", "numfacts", "check", "stories/wrong.md").outlines[0]
    assert line in pytester.runpytest_subprocess("--numfacts", "stories").outlines


def test_without_the_option_nothing_is_collected_and_nothing_else_imported(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(
        """
        import sys
        def pytest_sessionfinish():
            print("loaded:", sorted(name for name in sys.modules if name.startswith("numfacts")))
        """
    )
    result = pytester.runpytest_subprocess("stories", "-s")
    assert result.ret == pytest.ExitCode.NO_TESTS_COLLECTED
    [loaded] = [line for line in result.outlines if "loaded:" in line]
    assert loaded == "loaded: ['numfacts', 'numfacts.accessor', 'numfacts.pytest_plugin']"


def test_python_tests_run_beside_the_stories(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test_one(): pass")
    pytester.runpytest_subprocess("--numfacts").assert_outcomes(passed=2, failed=1)
    pytester.runpytest_subprocess("--numfacts", "-m", "numfacts", "--strict-markers").assert_outcomes(
        passed=1, failed=1, deselected=1
    )
    pytester.runpytest_subprocess("--numfacts", "-k", "right").assert_outcomes(passed=1, deselected=2)


def test_one_story_can_be_named(pytester: pytest.Pytester) -> None:
    pytester.runpytest_subprocess("--numfacts", "stories/wrong.md::numfacts").assert_outcomes(failed=1)


def test_comments_silence_here_too(pytester: pytest.Pytester) -> None:
    story = pytester.path / "stories" / "wrong.md"
    story.write_text(f"{WRONG.rstrip()} <!-- numfacts: ignore[percent-change] -->\n", encoding="utf-8")
    pytester.runpytest_subprocess("--numfacts", "stories").assert_outcomes(passed=2)


def test_text_and_web_pages_are_stories_and_other_files_are_none(pytester: pytest.Pytester) -> None:
    for name in ("a.txt", "b.HTML", "c.rst", "d.csv", "e.py"):
        (pytester.path / "stories" / name).write_text("<p>Rain fell.</p>", encoding="utf-8")
    result = pytester.runpytest_subprocess("--numfacts", "stories", "--collect-only", "-q")
    collected = [line for line in result.outlines if "::" in line]
    assert collected == [f"stories/{name}::numfacts" for name in ("a.txt", "b.HTML", "right.md", "wrong.md")]


def test_the_names_of_stories_can_be_set(pytester: pytest.Pytester) -> None:
    pytester.makeini("[pytest]\nnumfacts_files = news-*.rst stories/r*.md\n")
    (pytester.path / "news-1.rst").write_text(WRONG, encoding="utf-8")
    result = pytester.runpytest_subprocess("--numfacts", "-v")
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines_random(["news-1.rst::numfacts FAILED*", "stories/right.md::numfacts PASSED*"])


@pytest.mark.parametrize("suffix", ["csv", "jsonl", "parquet"])
def test_each_row_of_a_table_is_a_story(pytester: pytest.Pytester, suffix: str) -> None:
    rows = [{"text": "Rain fell."}, {"text": "Sales rose 20% from £40m to £50m."}]
    path = pytester.path / f"table.{suffix}"
    if suffix == "csv":
        path.write_text("text\n" + "".join(f"{row['text']}\n" for row in rows), encoding="utf-8")
    elif suffix == "jsonl":
        path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    else:
        parquet.write_table(pa.Table.from_pylist(rows), path)
    result = pytester.runpytest_subprocess("--numfacts", path.name, "-v")
    result.assert_outcomes(passed=1, failed=1)
    row = 3 if suffix == "csv" else 2
    result.stdout.fnmatch_lines(
        [
            f"{path.name}::row={row - 1} PASSED*",
            f"{path.name}::row={row} FAILED*",
            f"{path.name}#row={row}:1:12: error *",
        ]
    )


def test_options_of_the_command_can_be_set(pytester: pytest.Pytester) -> None:
    pytester.makeini("[pytest]\nnumfacts_options = --text-column body --id-column 'the id'\n")
    (pytester.path / "t.csv").write_text(
        'the id,body\nn1,"Sales rose 20% from £40m to £50m."\n', encoding="utf-8"
    )
    result = pytester.runpytest_subprocess("--numfacts", "t.csv", "-v")
    result.stdout.fnmatch_lines(["t.csv::n1 FAILED*", "n1:1:12: error *"])


UNUSABLE = {
    "an unknown option": ("wrong.md", "--no-such-option", "numfacts: *--no-such-option*"),
    "a table without texts": ("a.csv", "", "a.csv: *text*"),
    "a configuration that is none": ("wrong.md", "--config a.csv", "numfacts: *a.csv*"),
    "a file that is no text": ("b.md", "", "numfacts: b.md: *"),
}


@pytest.mark.parametrize(("name", "options", "told"), UNUSABLE.values(), ids=UNUSABLE)
def test_what_cannot_be_read_is_told_in_one_line(
    pytester: pytest.Pytester, name: str, options: str, told: str
) -> None:
    pytester.makeini(f"[pytest]\nnumfacts_options = {options}\n")
    (pytester.path / "wrong.md").write_text(WRONG, encoding="utf-8")
    (pytester.path / "a.csv").write_text("title\nFares\n", encoding="utf-8")
    (pytester.path / "b.md").write_bytes(b"\x00\x01\x02" * 100)
    result = pytester.runpytest_subprocess("--numfacts", name)
    assert result.ret != pytest.ExitCode.OK
    result.stdout.fnmatch_lines([told])
    result.stdout.no_fnmatch_line("*Traceback*")


def test_a_story_that_is_hostile_is_told_in_one_line(pytester: pytest.Pytester) -> None:
    (pytester.path / "stories" / "wrong.md").write_text("Sales rose 20%\x1b[31m from £40m to £50m.")
    result = pytester.runpytest_subprocess("--numfacts", "stories", "--color=no")
    assert "\x1b" not in result.stdout.str()


def test_the_choices_are_those_of_the_command() -> None:
    assert FAIL_ON == pytest_plugin._FAIL_ON


def test_pytest_finds_it_when_numfacts_is_installed() -> None:
    project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["entry-points"]["pytest11"] == {"numfacts": pytest_plugin.__name__}


WARNED = "Rents tripled to £15.2m from £5.6m."
FAILING = {
    "as it is": ("", "", [], 1),
    "as configured": ('fail-on = "warning"\n', "", [], 2),
    "as the options say": ('fail-on = "warning"\n', "--fail-on=never", [], 0),
    "as a configuration elsewhere says": ("", "--config elsewhere/numfacts.toml", [], 2),
    "without configuration": ('fail-on = "warning"\n', "--no-config", [], 1),
    "as this run says": ("", "--fail-on=never", ["--numfacts-fail-on", "warning"], 2),
}


@pytest.mark.parametrize(("configured", "options", "said", "failed"), FAILING.values(), ids=FAILING)
def test_how_bad_it_must_be_to_fail_can_be_set(
    pytester: pytest.Pytester, configured: str, options: str, said: list[str], failed: int
) -> None:
    pytester.makeini(f"[pytest]\nnumfacts_options = {options}\n")
    (pytester.path / "numfacts.toml").write_text(configured, encoding="utf-8")
    (pytester.mkdir("elsewhere") / "numfacts.toml").write_text('fail-on = "warning"\n', encoding="utf-8")
    (pytester.path / "stories" / "right.md").write_text(WARNED, encoding="utf-8")
    result = pytester.runpytest_subprocess("--numfacts", "stories", *said)
    result.assert_outcomes(passed=2 - failed, failed=failed)


def test_rows_fail_by_their_own_findings(pytester: pytest.Pytester) -> None:
    (pytester.path / "t.csv").write_text(f'text\n"{WARNED}"\n"{WRONG.splitlines()[-1]}"\n', encoding="utf-8")
    pytester.runpytest_subprocess("--numfacts", "t.csv").assert_outcomes(passed=1, failed=1)

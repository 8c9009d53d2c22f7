"""``numfacts check`` and ``numfacts rules``, run as users run them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import HEAVY, ROOT, run

WRONG = "Sales rose 20% to £50m from £40m.\n"
RIGHT = "Sales rose 25% to £50m from £40m.\n"
CUT_OFF = "Traffic rose 12.4% to 5,623,371 from 5,000,330.\n"
TOLD = "story.md:1:12: error [percent-change] £40m to £50m is a rise of 25%, not 20%\n"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / "story.md").write_text(WRONG, encoding="utf-8")
    (tmp_path / "right.md").write_text(RIGHT, encoding="utf-8")
    return tmp_path


def test_a_contradiction_is_told_with_its_place_and_the_working(here: Path) -> None:
    assert run("check", "story.md", cwd=here) == (1, TOLD, "1 document: 1 error\n")


def test_a_clean_story_gives_nothing(here: Path) -> None:
    assert run("check", "right.md", cwd=here) == (0, "", "1 document: nothing found\n")


def test_json_is_one_array_of_findings(here: Path) -> None:
    code, out, err = run("check", ".", "--format", "json", cwd=here)
    (finding,) = json.loads(out)
    assert (code, err) == (1, "")
    assert finding["check_id"] == "percent-change"
    assert WRONG[finding["start"] : finding["end"]] == "20%"
    assert finding.keys() >= {"severity", "verdict", "doc_id", "line", "column", "message", "fact_ids"}


def test_files_are_written_beside_the_output_in_the_format_of_their_suffix(here: Path) -> None:
    code, out, _ = run("check", "story.md", "-o", "a.sarif", "-o", "b.xml", "-o", "c.json", cwd=here)
    assert (code, out) == (1, TOLD)
    assert json.loads((here / "a.sarif").read_bytes())["version"] == "2.1.0"
    assert "percent-change" in (here / "b.xml").read_text(encoding="utf-8")
    assert len(json.loads((here / "c.json").read_bytes())) == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["-o", "story.md.x"], "-o story.md.x: its suffix is none of"),
        (["-o", "story.md"], "-o story.md is also an input"),
        (["--ignore", "shares"], "no check is called shares"),
        (["--baseline", "none.json"], "--baseline: none.json: no such file or directory"),
        (["--baseline", "story.md"], "--baseline: story.md, line 1: not JSON"),
        (["--config", "none.toml"], "none.toml: no such file or directory"),
        (["--base-currency", "XXX"], "--base-currency XXX: there is no reference rate for it"),
    ],
)
def test_wrong_usage_is_one_line(here: Path, arguments: list[str], told: str) -> None:
    code, out, err = run("check", "story.md", *arguments, cwd=here)
    assert (code, out) == (2, "")
    assert told in err
    assert err.count("\n") == 1
    assert (here / "story.md").read_text(encoding="utf-8") == WRONG


def test_an_unreadable_file_is_told_and_the_others_are_checked(here: Path) -> None:
    code, out, err = run("check", "missing.md", "story.md", cwd=here)
    assert (code, out) == (2, TOLD)
    assert "missing.md: no such file" in err


def test_checks_are_selected_and_ignored(here: Path) -> None:
    assert run("check", "story.md", "--ignore", "percent-change", cwd=here)[:2] == (0, "")
    assert run("check", "story.md", "--select", "percent-points", cwd=here)[:2] == (0, "")
    assert run("check", "story.md", "--select", "percent-points,percent-change", cwd=here)[:2] == (1, TOLD)


def test_notes_fail_a_build_only_where_that_is_asked_for(here: Path) -> None:
    (here / "story.md").write_text(CUT_OFF, encoding="utf-8")
    code, out, _ = run("check", "story.md", cwd=here)
    assert (code, out.count(" note [percent-change] ")) == (0, 1)
    assert run("check", "story.md", "--fail-on", "note", cwd=here)[0] == 1


def test_old_findings_go_into_a_baseline_and_new_ones_are_told(here: Path) -> None:
    assert run("check", ".", "--write-baseline", "old.json", cwd=here)[:2] == (0, "")
    assert run("check", ".", "--baseline", "old.json", cwd=here)[0] == 0
    (here / "story.md").write_text(
        f"A new line.\n\n{WRONG}\nProfit fell 50% to £6m from £10m.\n", encoding="utf-8"
    )
    code, out, err = run("check", ".", "--baseline", "old.json", cwd=here)
    assert (code, out.count("\n")) == (1, 1)
    assert "not 50%" in out
    assert err == "2 documents: 1 error; 1 in the baseline\n"
    (here / "story.md").write_text(RIGHT, encoding="utf-8")
    assert (
        "old.json: story.md has no longer: [percent-change]"
        in run("check", ".", "--baseline", "old.json", cwd=here)[2]
    )


def test_a_comment_silences_its_line_and_a_wrong_one_is_told(here: Path) -> None:
    (here / "story.md").write_text(
        f"{WRONG.strip()} <!-- numfacts: ignore[percent-change] -->\n", encoding="utf-8"
    )
    assert run("check", "story.md", cwd=here) == (0, "", "1 document: nothing found; 1 ignored in the text\n")
    (here / "story.md").write_text(f"{WRONG.strip()} <!-- numfacts: ignore[percent] -->\n", encoding="utf-8")
    code, _, err = run("check", "story.md", cwd=here)
    assert code == 1
    assert "an ignore names 'percent', and there is no such check" in err


def test_the_configuration_beside_the_story_counts(here: Path) -> None:
    (here / "numfacts.toml").write_text("severity = { percent-change = 'warning' }\n", encoding="utf-8")
    assert run("check", "story.md", cwd=here)[0] == 0
    assert run("check", "story.md", "--fail-on", "warning", cwd=here)[0] == 1
    assert run("check", "story.md", "--no-config", cwd=here)[:2] == (1, TOLD)
    (here / "numfacts.toml").write_text("severty = {}\n", encoding="utf-8")
    assert run("check", "story.md", cwd=here) == (
        2,
        "",
        f"numfacts: {here / 'numfacts.toml'}: severty: is no setting of numfacts; is severity meant?\n",
    )


def test_a_text_knows_its_place_better_than_a_configuration_and_the_command_line_better_still(
    here: Path,
) -> None:
    (here / "numfacts.toml").write_text('locale = "en-AU"\n', encoding="utf-8")
    (here / "a.md").write_text("A ticket is $5.\n", encoding="utf-8")
    (here / "b.md").write_text("---\nlang: en-US\n---\nA ticket is $5.\n", encoding="utf-8")

    def units(*arguments: str) -> list[str]:
        out = run("extract", "a.md", "b.md", "--format", "jsonl", *arguments, cwd=here)[1]
        return [json.loads(line)["unit"] for line in out.splitlines()]

    assert units() == ["AUD", "USD"]
    assert units("--locale", "en-NZ") == ["NZD", "NZD"]


def test_several_processes_find_the_same(here: Path) -> None:
    assert run("check", ".", "--jobs", "2", cwd=here) == run("check", ".", cwd=here)


def test_nothing_heavy_is_loaded(here: Path) -> None:
    code = (
        "import sys; from numfacts.cli.main import main; main(['check', 'story.md']);"
        f"sys.exit(str(set({HEAVY}) & set(sys.modules)))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=here, env=environment, capture_output=True, text=True, check=False
    )
    assert ran.stdout == TOLD
    assert ran.stderr.splitlines()[-1] == "set()"


def test_rules_lists_the_checks_and_shows_their_pages(here: Path) -> None:
    code, out, _ = run("rules", cwd=here)
    assert code == 0
    assert any(line.startswith("percent-change ") and " error " in line for line in out.splitlines())
    code, page, _ = run("rules", "percent-change", cwd=here)
    assert code == 0
    assert page.startswith("# percent-change\n")
    assert "Flagged:" in page
    assert run("rules", "nonsense", cwd=here)[0] == 2


@pytest.mark.parametrize("command", [("rules", "share"), ("explain", "story.md"), ("check", "story.md")])
def test_a_narrow_encoding_is_no_error(here: Path, command: tuple[str, ...]) -> None:
    code, out, err = run(*command, cwd=here, env={"PYTHONIOENCODING": "ascii"})
    assert code in (0, 1)
    assert out
    assert "error:" not in err

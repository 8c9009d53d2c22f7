"""Reference sheets on the command line: what check and facts-template print, write and return."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from command_line import run

STORY = "Core inflation was 3.7% in May.\n\nRents rose 7% to £1,339.\n"
SHEET = "name,value,unit,source_url\nCore inflation,3.5,percent,https://example.org/cpi\nRents,1339,GBP,\n"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / "story.md").write_text(STORY, encoding="utf-8")
    (tmp_path / "facts.csv").write_text(SHEET, encoding="utf-8")
    return tmp_path


def test_a_figure_that_differs_is_an_error(here: Path) -> None:
    code, out, _ = run("check", "story.md", "--facts", "facts.csv", cwd=here)
    told = "3.7% is not the 3.5% of “Core inflation” (facts.csv:2; source: https://example.org/cpi)"
    assert code == 1
    assert out.splitlines() == [f"story.md:1:20: error [reference] {told}"]


def test_a_story_that_agrees_with_its_sheet_is_clean(here: Path) -> None:
    (here / "facts.csv").write_text(SHEET.replace("3.5", "3.7"), encoding="utf-8")
    assert run("check", "story.md", "--facts", "facts.csv", cwd=here)[:2] == (0, "")


def test_what_is_on_no_sheet_is_listed_when_a_source_is_required(here: Path) -> None:
    code, out, _ = run(
        "check", "story.md", "--facts", "facts.csv", "--require-source", "--format", "json", cwd=here
    )
    assert code == 1
    told = [(each["check_id"], each["severity"], each["message"]) for each in json.loads(out)]
    assert told[0][:2] == ("reference", "error")
    assert told[1] == ("unsourced", "error", "7% (Rents) is on no reference sheet")
    assert len(told) == 2


def test_several_sheets_are_one(here: Path) -> None:
    (here / "more.csv").write_text("name,value,unit\nRent rise,9,percent\n", encoding="utf-8")
    code, out, _ = run("check", "story.md", "--facts", "facts.csv", "--facts", "more.csv", cwd=here)
    assert code == 1
    assert "(facts.csv:2; " in out
    assert "7% is not the 9% of “Rent rise” (more.csv:2)" in out


@pytest.mark.parametrize(
    ("sheet", "told"),
    [
        ("name,value\nBoats,3\n", "facts.csv: no column 'unit'; there are 'name', 'value'"),
        ("name,value,unit\nBoats,lots,\n", "facts.csv, line 2, column value: 'lots' is no number"),
        ("name,value,unit\nBoats,3,wibble\n", "facts.csv, line 2, column unit: 'wibble' is no unit, "),
        (
            "name,value,unit,value_from\nBoats,,,boats.csv#col=n&row=2\n",
            "facts.csv, line 2, column value_from: boats.csv: no such file",
        ),
        (None, "facts.csv: no such file"),
    ],
)
def test_a_bad_sheet_is_one_line_and_no_story_is_checked(sheet: str | None, told: str, here: Path) -> None:
    if sheet is None:
        (here / "facts.csv").unlink()
    else:
        (here / "facts.csv").write_text(sheet, encoding="utf-8")
    code, out, err = run("check", "story.md", "--facts", "facts.csv", cwd=here)
    assert (code, out) == (2, "")
    assert err.startswith(f"numfacts: --facts: {told}")
    assert len(err.splitlines()) == 1


def test_a_required_source_needs_a_sheet(here: Path) -> None:
    code, out, err = run("check", "story.md", "--require-source", cwd=here)
    assert (code, out) == (2, "")
    assert err == "numfacts: --require-source needs a reference sheet: --facts SHEET\n"


def test_a_template_goes_to_standard_output(here: Path) -> None:
    code, out, err = run("facts-template", "story.md", cwd=here)
    assert (code, err) == (0, "")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [(row["name"], row["value"], row["unit"]) for row in rows] == [
        ("Core inflation", "3.7", "percent"),
        ("Rents rise", "7", "percent"),
        ("Rents", "1339", "GBP"),
    ]


def test_a_story_is_clean_by_the_template_written_from_it_until_it_is_edited(here: Path) -> None:
    assert run("facts-template", "story.md", "-o", "new.csv", cwd=here) == (0, "", "")
    by_it = ("check", "story.md", "--facts", "new.csv", "--require-source")
    assert run(*by_it, cwd=here)[:2] == (0, "")
    (here / "story.md").write_text(STORY.replace("7% to", "8% to"), encoding="utf-8")
    code, out, _ = run(*by_it, cwd=here)
    assert code == 1
    assert out == "story.md:3:12: error [reference] 8% is not the 7% of “Rents rise” (new.csv:3)\n"


def test_a_sheet_that_is_there_is_not_written_over(here: Path) -> None:
    code, _, err = run("facts-template", "story.md", "-o", "facts.csv", cwd=here)
    assert code == 2
    assert err.startswith("numfacts: -o facts.csv is there already")
    assert (here / "facts.csv").read_text(encoding="utf-8") == SHEET
    assert run("facts-template", "story.md", "-o", "facts.csv", "--force", cwd=here) == (0, "", "")
    assert "Rents rise" in (here / "facts.csv").read_text(encoding="utf-8")


def test_a_template_of_what_is_no_story(here: Path) -> None:
    code, out, err = run("facts-template", "missing.md", cwd=here)
    assert (code, out) == (2, "")
    assert err == "numfacts: missing.md: no such file\n"
    (here / "other.md").write_text(STORY, encoding="utf-8")
    code, _, err = run("facts-template", ".", "-o", "new.csv", cwd=here)
    assert code == 2
    assert "holds 2 stories; a sheet is written for one" in err
    assert not (here / "new.csv").exists()


def test_words_of_a_story_start_no_formula_in_a_spreadsheet(here: Path) -> None:
    _, out, _ = run("facts-template", "-", cwd=here, given="=HYPERLINK boats numbered 20 in May.\n")
    cells = [cell for row in csv.reader(io.StringIO(out)) for cell in row]
    assert "20" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t"))]


def test_the_configuration_may_name_the_sheets(here: Path) -> None:
    (here / "numfacts.toml").write_text('facts = ["facts.csv"]\nrequire-source = true\n', encoding="utf-8")
    code, out, _ = run("check", "story.md", cwd=here)
    assert code == 1
    assert [line.split("[")[1].split("]")[0] for line in out.splitlines()] == ["reference", "unsourced"]
    (here / "none.csv").write_text("name,value,unit\n", encoding="utf-8")
    _, out, _ = run("check", "story.md", "--facts", "none.csv", cwd=here)  # the command line comes before it
    assert [line.split("[")[1].split("]")[0] for line in out.splitlines()] == ["unsourced"] * 3


def test_a_line_may_silence_a_row(here: Path) -> None:
    story = STORY.replace("in May.", "in May. <!-- numfacts: ignore[reference] revised since -->")
    (here / "story.md").write_text(story, encoding="utf-8")
    assert run("check", "story.md", "--facts", "facts.csv", cwd=here)[:2] == (0, "")


def test_a_check_without_a_sheet_loads_neither_duckdb_nor_pyarrow(here: Path) -> None:
    _, _, err = run("check", "story.md", cwd=here, env={"PYTHONPROFILEIMPORTTIME": "1"})
    loaded = {line.rpartition("|")[2].strip() for line in err.splitlines()}
    assert "numfacts.judging.references" in loaded
    assert not loaded & {"duckdb", "pyarrow", "pint", "numfacts.references.sheets"}

"""The command line, run as users run it: by its output, its one-line errors and its exit code."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from command_line import HEAVY, ROOT, run, start
from sample_facts import exact, fact

pytest.importorskip("numfacts.pipeline", reason="the pipeline is not there yet")

from numfacts.cli.commands import explain as explain_command
from numfacts.cli.commands import extract as extract_command
from numfacts.cli.main import main
from numfacts.model import KINDS, Document
from numfacts.outputs.formats import read

STORY = "The council paid £200 in 2019.\nAbout 12% of drivers were late.\n"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    return tmp_path


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


# extract: where it goes


def test_a_pipe_gets_csv(here: Path) -> None:
    code, out, err = run("extract", "story.txt", cwd=here)
    assert (code, err) == (0, "")
    assert [(row["fact_id"], row["kind"], row["unit"]) for row in rows(out)] == [
        ("story.txt#char=17,21", "money", "GBP"),
        (rows(out)[1]["fact_id"], "percent", "percent"),
    ]


def test_standard_input_is_a_document(here: Path) -> None:
    code, out, _ = run("extract", "-", cwd=here, given=STORY)
    assert code == 0
    assert [row["kind"] for row in rows(out)] == ["money", "percent"]


def test_the_suffix_picks_the_format_and_several_may_be_given(here: Path) -> None:
    code, out, err = run("extract", "story.txt", "-o", "a.csv", "-o", "b.parquet", "-o", "c.jsonl", cwd=here)
    assert (code, out, err) == (0, "", "")
    assert list(read(here / "a.csv")) == list(read(here / "b.parquet")) == list(read(here / "c.jsonl"))


def test_format_is_for_what_has_no_suffix_that_says_it(here: Path) -> None:
    code, out, _ = run("extract", "story.txt", "--format", "table", "-o", "-", "-o", "a.csv", cwd=here)
    assert code == 0
    assert "£200" in out
    assert "confidence" not in out
    assert (here / "a.csv").read_text(encoding="utf-8").startswith("fact_id,")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_terminal_gets_a_table(here: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    process = start("extract", "story.txt", cwd=here, stdout=theirs)
    process.communicate(timeout=60)
    assert b"measured" in os.read(ours, 10_000) or process.returncode == 0
    os.close(theirs)
    os.close(ours)


def test_kinds(here: Path) -> None:
    assert [row["kind"] for row in rows(run("extract", "story.txt", "--kinds", "percent", cwd=here)[1])] == [
        "percent"
    ]
    assert "date" in {row["kind"] for row in rows(run("extract", "story.txt", "--kinds", "all", cwd=here)[1])}


def test_jobs_give_the_same_rows_in_the_same_order(here: Path) -> None:
    for number in range(12):
        (here / f"{number:02}.txt").write_text(f"It cost £{number}00.", encoding="utf-8")
    names = [f"{number:02}.txt" for number in range(12)]
    one, two = (run("extract", *names, "--jobs", jobs, cwd=here) for jobs in ("1", "2"))
    assert one == two
    assert len(rows(one[1])) == 12


def test_the_summary_is_written_beside_the_table(here: Path) -> None:
    code, _, err = run("extract", "story.txt", "missing.txt", "--summary", "summary.md", cwd=here)
    page = (here / "summary.md").read_text(encoding="utf-8")
    assert code == 2
    assert err.count("\n") == 1
    assert "| documents read | 1 |" in page
    assert "| missing.txt | " in page


# extract: what goes wrong


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--published", "22/4/2025"], "'22/4/2025' is no date like 2025-04-22"),
        (["--published", "2025-02-30"], "'2025-02-30' is no date like 2025-04-22"),
        (["--locale", "English please"], "'English please' is no locale like en-GB"),
        (["--kinds", "money,cash"], f"unknown kind cash; known: {', '.join(KINDS)}, all"),
        (["--kinds", ""], "unknown kind ''"),
        (["--base-currency", "XYZ"], "XYZ"),
        (["--fx-rates", "missing.csv"], "missing.csv"),
        (["--jobs", "0"], "--jobs"),
        (["--format", "xml"], "xml"),
        (["--formatt", "csv"], "--formatt"),
        (["-o", "facts.docx"], "-o facts.docx: its suffix is none of .csv"),
        (["-o", "story.txt", "--format", "csv"], "-o story.txt is also an input"),
        (["-o", "a.csv", "-o", "./a.csv"], "is given twice"),
        (["-o", "a.csv", "--format", "table"], "--format table applies to no -o"),
        (["-o", "missing/a.csv"], "missing/a.csv: No such file or directory"),
        (["--summary", "missing/s.md"], "missing/s.md: No such file or directory"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_usage_error_is_one_line(arguments: list[str], message: str, here: Path) -> None:
    code, out, err = run("extract", "story.txt", *arguments, cwd=here)
    assert (code, out) == (2, "")
    assert err.startswith("numfacts: ")
    assert message in err
    assert err.count("\n") == 1
    assert [entry.name for entry in here.iterdir()] == ["story.txt"]


def test_an_unreadable_file_costs_one_line_and_not_the_others(here: Path) -> None:
    (here / "bad.txt").write_bytes(b"\x00\xff\xfe\x81 binary \x00\x01")
    code, out, err = run("extract", "missing.txt", "bad.txt", "story.txt", cwd=here)
    assert code == 2
    assert len(rows(out)) == 2
    assert err.splitlines()[0].split(":")[1].strip() == "missing.txt"


def test_a_document_given_twice_is_read_once(here: Path) -> None:
    code, out, err = run("extract", "story.txt", "story.txt", cwd=here)
    assert len(rows(out)) == 2
    assert (code, err.count("\n")) in {(2, 1), (0, 0)}


@pytest.mark.skipif(sys.platform == "win32", reason="pipes differ")
def test_a_reader_that_leaves_early_is_no_error(here: Path) -> None:
    (here / "long.txt").write_text("It cost £200. " * 5000, encoding="utf-8")
    process = start("extract", "long.txt", "long.txt", cwd=here)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    err = process.stderr.read()
    assert b"Traceback" not in err
    assert b"Broken" not in err
    process.wait(timeout=60)


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_is_one_line(jobs: str, here: Path) -> None:
    process = start("extract", "-", "-o", "facts.csv", "--jobs", jobs, cwd=here)
    time.sleep(1.5)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (130, b"numfacts: interrupted\n")
    assert [entry.name for entry in here.iterdir()] == ["story.txt"]


class Stories:
    """Rows and errors that no real story gives, put where the pipeline's facts come from."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(extract_command, "facts_of", self)

    def __call__(self, document: Document, settings: object) -> list[object]:
        if document.doc_id == "bug.txt":
            raise ZeroDivisionError("by\nzero")
        return [exact("1", doc_id=document.doc_id), fact(doc_id=document.doc_id, start=40, end=54, low=500.0)]


@pytest.fixture
def broken(here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    Stories(monkeypatch)
    monkeypatch.chdir(here)
    (here / "bug.txt").write_text(STORY, encoding="utf-8")
    return here


def test_rejected_rows_are_told_and_left_out(broken: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", "story.txt"]) == 0
    out, err = capfd.readouterr()
    assert [row["start"] for row in rows(out)] == ["17"]
    assert err.startswith("numfacts: rejected story.txt#char=40,54: value is not below low")
    assert err.count("\n") == 1
    assert main(["extract", "story.txt", "--strict"]) == 1


def test_an_internal_error_is_one_line_and_not_the_end(
    broken: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["extract", "bug.txt", "story.txt"]) == 2
    out, err = capfd.readouterr()
    assert len(rows(out)) == 1
    assert err.splitlines()[0] == "numfacts: bug.txt: internal error: ZeroDivisionError: by zero"


def test_a_traceback_is_for_those_who_ask(
    broken: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NUMFACTS_DEBUG", "1")
    main(["extract", "bug.txt"])
    assert "Traceback" in capfd.readouterr().err


# explain


def test_explain_marks_every_figure_and_says_why(here: Path) -> None:
    (here / "story.txt").write_text("The council paid £200 for the A38.\n", encoding="utf-8")
    code, out, err = run("explain", "story.txt", cwd=here)
    assert (code, err) == (0, "")
    assert "The council paid ⟦£200⟧" in out
    assert "1:18" in out
    assert "A38" in out.splitlines()[2]
    assert "unread" in out.splitlines()[2]


def test_explain_one_line(here: Path) -> None:
    code, out, _ = run("explain", "story.txt:2", cwd=here)
    assert code == 0
    assert "council" not in out
    assert "12%" in out
    code, _, err = run("explain", "story.txt:99", cwd=here)
    assert code == 2
    assert "no line 99" in err


def test_explain_takes_a_colon_in_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("live:12").write_text(STORY, encoding="utf-8")
    assert explain_command.split("live:12") == ("live:12", None)
    assert explain_command.split("live:12:2") == ("live:12", 2)
    assert explain_command.split(r"C:\story.txt") == (r"C:\story.txt", None)
    assert explain_command.split(r"C:\story.txt:3") == (r"C:\story.txt", 3)
    assert explain_command.split("-:3") == ("-", 3)
    assert explain_command.split("story.txt:0") == ("story.txt:0", None)


# what it costs


def imported(code: str, here: Path) -> set[str]:
    script = f"{code}\nimport json, sys\nsys.stderr.write(json.dumps(sorted(sys.modules)))"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    result = subprocess.run(
        [sys.executable, "-c", script], cwd=here, env=environment, capture_output=True, check=True
    )
    return set(json.loads(result.stderr.decode().splitlines()[-1]))


@pytest.mark.parametrize(
    "code", ["import numfacts", "from numfacts.cli import main; main(['extract', 'story.txt'])"]
)
def test_what_is_not_needed_is_not_imported(code: str, here: Path) -> None:
    assert not imported(code, here).intersection(HEAVY)


# the pandas accessor


@pytest.mark.parametrize(
    "imports",
    [
        "import pandas as pd; from numfacts.accessor import register_with_pandas as r; r(); r()",
        "from numfacts.accessor import register_with_pandas as r; r(); r(); import pandas as pd",
        "from numfacts.accessor import register_with_pandas as r; r(); "
        "import importlib.util as u; u.find_spec('pandas'); import pandas as pd",
    ],
    ids=["pandas first", "numfacts first", "somebody only asked for pandas"],
)
def test_a_series_of_texts_gives_a_fact_table(imports: str, here: Path) -> None:
    code = f"""{imports}
import sys
texts = pd.Series(["It cost £200.", None, "It cost £300."], index=["a", "b", "c"])
frame = texts.numfacts.extract()
assert frame["doc_id"].tolist() == ["a", "c"], frame
assert frame["value"].tolist() == [200.0, 300.0]
assert [type(finder).__name__ for finder in sys.meta_path].count("_AfterPandas") == 0
try:
    pd.Series(["£1", "£2"], index=["a", "a"]).numfacts.extract()
except ValueError as error:
    assert "twice" in str(error)
else:
    raise AssertionError"""
    assert "pandas" in imported(code, here)

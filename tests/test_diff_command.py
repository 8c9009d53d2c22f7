"""``numfacts diff`` as an editor runs it: what it prints, what it says of bad input, and its exit codes."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from test_cli import HEAVY, ROOT, run

OLD = "Rents rose 5% in May.\n\nThe yard has 12 staff and paid £3m.\n\nHe sold 40 boats.\n"
NEW = "He sold 40 boats.\n\nRents rose 6% in May.\n\nThe yard has 12 staff.\n\nIt will hire 7 welders.\n"
HOSTILE = "A \x1b[31mred\x9b31m\x07 yard\u202e has {} \x1b[2Jdogs, said \x1b]0;title\x07Ben."


@pytest.fixture
def here(tmp_path: Path) -> Path:
    write(tmp_path, {"old.txt": OLD, "new.txt": NEW})
    write(tmp_path, {"a/same.md": OLD, "a/sub/story.md": "It cost £5.", "a/gone.md": "He has 3 cows."})
    write(
        tmp_path,
        {"b/same.md": OLD, "b/sub/story.md": "It cost £6.", "b/come.md": "She has 2 cats and 4 dogs."},
    )
    return tmp_path


def write(folder: Path, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


# Text


def test_a_line_a_difference_and_a_closing_count(here: Path) -> None:
    code, out, err = run("diff", "old.txt", "new.txt", cwd=here)
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "new.txt:1:9: moved 40 (boats; from line 5)",
        "new.txt:3:12: changed 5% -> 6% (Rents)",
        "old.txt:3:32: removed £3m (yard)",
        "new.txt:7:14: added 7 (welders)",
        "1 changed, 1 added, 1 removed, 1 moved",
    ]


def test_what_moved_in_one_piece_is_told_once(here: Path) -> None:
    write(here, {"c.txt": "A cow ate 4 pies and 9 buns.\n\nRents rose 5%. Wages fell 3%. Milk is 90p.\n"})
    write(here, {"d.txt": "Rents rose 5%. Wages fell 3%. Milk is 90p.\n\nA cow ate 4 pies and 9 buns.\n"})
    _, out, _ = run("diff", "c.txt", "d.txt", cwd=here)
    assert out.splitlines() == [
        "d.txt:3:11: moved 4 (pies), 9 (buns), from line 1",
        "0 changed, 0 added, 0 removed, 2 moved",
    ]


def test_the_same_story_has_a_count_of_nothing(here: Path) -> None:
    assert run("diff", "old.txt", "old.txt", cwd=here) == (0, "0 changed, 0 added, 0 removed, 0 moved\n", "")


def test_folders_are_matched_by_relative_path(here: Path) -> None:
    code, out, err = run("diff", "a", "b", cwd=here)
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "b/come.md: added document with 2 figures",
        "b/sub/story.md:1:9: changed £5 -> £6",
        "a/gone.md: removed document with 1 figure",
        "1 changed, 0 added, 0 removed, 0 moved; documents: 1 added, 1 removed",
    ]
    for old, new in (("./a/", "b/"), ("../" + here.name + "/a", "./b")):
        assert [line.rpartition(": ")[2] for line in run("diff", old, new, cwd=here)[1].splitlines()] == [
            line.rpartition(": ")[2] for line in out.splitlines()
        ]


def test_rows_of_tables_are_matched_by_id(here: Path) -> None:
    write(here, {"a.csv": "id,text\nx,It cost £5.\ny,We saw 9 cats.\n"})
    write(here, {"b.csv": "id,text\ny,We saw 10 cats.\nx,It cost £5.\n"})
    _, out, _ = run("diff", "a.csv", "b.csv", "--id-column", "id", cwd=here)
    assert out.splitlines()[0] == "y:1:8: changed 9 -> 10 (cats)"
    assert out.splitlines()[1] == "1 changed, 0 added, 0 removed, 0 moved"


def test_one_version_may_come_from_standard_input(here: Path) -> None:
    code, out, _ = run("diff", "-", "new.txt", cwd=here, given=NEW.replace("7", "8"))
    assert code == 0
    assert out.splitlines()[0] == "new.txt:7:14: changed 8 -> 7 (welders)"


def test_settings_are_those_of_extract(here: Path) -> None:
    write(here, {"m.txt": "Fares last year were £5.", "n.txt": "Fares in 2023 were £5."})
    _, out, _ = run("diff", "m.txt", "n.txt", "--published", "2024-06-01", cwd=here)
    assert "changed" not in out.splitlines()[0]
    _, out, _ = run("diff", "m.txt", "n.txt", "--published", "2025-06-01", cwd=here)
    assert out.splitlines()[0] == "n.txt:1:10: added 2023 (date)"
    assert out.splitlines()[1] == "n.txt:1:20: changed £5 (Fares; period: 2024 -> 2023)"


def test_what_is_set_for_a_file_is_set_for_its_other_version(here: Path) -> None:
    write(
        here,
        {"numfacts.toml": '[per-file."m.txt"]\npublished = 2024-06-01\n', "m.txt": "Fares in 2023 were £5."},
    )
    _, out, _ = run("diff", "-", "m.txt", cwd=here, given="Fares last year were £5.")
    assert out.splitlines() == ["m.txt:1:10: added 2023 (date)", "0 changed, 1 added, 0 removed, 0 moved"]


# Exit codes


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("Rents rose 5%.", "Rents rose 6%.", 1),
        ("Rents rose 5%.", "Rents rose.", 1),
        ("Rents rose.", "Rents rose 5%.", 1),
        ("Rents rose 5%.", "Rents rose about 5%.", 1),
        ("Rents rose 5%.", "Rents climbed five per cent.", 0),
        ("Rents rose 5%.\n\nWages fell 3%.", "Wages fell 3%.\n\nRents rose 5%.", 0),  # moved
    ],
)
def test_a_changed_number_fails_a_build_if_asked_to(here: Path, old: str, new: str, code: int) -> None:
    write(here, {"x.txt": old, "y.txt": new})
    assert run("diff", "x.txt", "y.txt", "--fail-on-change", cwd=here)[0] == code
    assert run("diff", "x.txt", "y.txt", cwd=here)[0] == 0


def test_a_document_that_came_or_went_fails_it_if_it_has_figures(here: Path) -> None:
    write(here, {"c/same.md": OLD, "d/same.md": OLD, "d/more.md": "It rained."})
    assert run("diff", "c", "d", "--fail-on-change", cwd=here)[0] == 0
    write(here, {"d/more.md": "It rained for 9 hours."})
    assert run("diff", "c", "d", "--fail-on-change", cwd=here)[0] == 1


# What goes wrong


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("old.txt", "missing.txt"), "numfacts: missing.txt: no such file"),
        (("missing.txt", "new.txt"), "numfacts: missing.txt: no such file"),
        (("old.txt", "noise.txt"), "numfacts: noise.txt: looks like a binary file"),
        (("-", "-"), "numfacts: OLD and NEW cannot both be standard input"),
        (("old.txt", "b"), "numfacts: b is a folder and old.txt is not; name two files or two folders"),
        (("a", "new.txt"), "numfacts: a is a folder and new.txt is not; name two files or two folders"),
        (("old.txt",), "numfacts: Missing argument 'NEW'."),
        (
            ("old.txt", "new.txt", "--locale", "?"),
            "numfacts: Invalid value for '--locale': '?' is no locale like en-GB",
        ),
    ],
)
def test_bad_input_is_one_line(here: Path, arguments: tuple[str, ...], says: str) -> None:
    (here / "noise.txt").write_bytes(bytes(range(256)) * 9)
    assert run("diff", *arguments, cwd=here) == (2, "", f"{says}\n")


def test_the_other_documents_are_still_compared(here: Path) -> None:
    """One that could not be read on a side is not told as removed."""
    (here / "b" / "gone.md").write_bytes(bytes(range(256)) * 9)
    code, out, err = run("diff", "a", "b", "--fail-on-change", cwd=here)
    assert (code, err) == (2, "numfacts: b/gone.md: looks like a binary file\n")
    assert "b/sub/story.md:1:9: changed £5 -> £6" in out.splitlines()
    assert "gone.md" not in out


@pytest.mark.parametrize("form", ["text", "json"])
def test_no_control_character_of_a_story_reaches_the_terminal(here: Path, form: str) -> None:
    write(here, {"x\x1b[1m.txt": HOSTILE.format(5), "y\x9b.txt": HOSTILE.format("6\x1b")})
    code, out, _ = run("diff", "x\x1b[1m.txt", "y\x9b.txt", "--format", form, cwd=here)
    assert code == 0
    assert "5" in out
    assert [sign for sign in out if not sign.isprintable() and sign != "\n"] == []


def test_a_letter_that_the_output_cannot_say_is_no_crash(here: Path) -> None:
    write(here, {"x.txt": "Młoda paid £5.", "y.txt": "Młoda paid 6 złoty."})
    process = run("diff", "x.txt", "x.txt", cwd=here, env={"PYTHONIOENCODING": "ascii"})
    assert process[0] == 0
    write(here, {"z.txt": "Rain."})
    code, out, err = run("diff", "z.txt", "y.txt", cwd=here, env={"PYTHONIOENCODING": "ascii"})
    assert (code, err) == (0, "")
    assert "M?oda" in out


# JSON


def test_json_has_both_figures_and_the_columns_that_differ(here: Path) -> None:
    found = json.loads(run("diff", "old.txt", "new.txt", "--format", "json", cwd=here)[1])
    assert [row["kind"] for row in found] == ["moved", "changed", "removed", "added"]
    moved, changed, removed, added = found
    assert changed["columns"] == ["value"]
    assert (changed["old"]["value"], changed["new"]["value"], changed["new"]["line"]) == (5, 6, 3)
    assert (moved["moved"], changed["moved"]) == (True, False)
    assert (removed["new"], added["old"]) == (None, None)
    assert removed["old"]["fact_id"] == f"old.txt#char={OLD.index('£3m')},{OLD.index('£3m') + 3}"
    assert {row["what"] for row in found} == {"figure"}


def test_json_of_documents_and_of_nothing(here: Path) -> None:
    found = json.loads(run("diff", "a", "b", "--format", "json", cwd=here)[1])
    assert [
        (row["what"], row["kind"], row["old_doc_id"], row["new_doc_id"], row["figures"]) for row in found
    ] == [
        ("document", "added", None, "b/come.md", 2),
        ("figure", "changed", "a/sub/story.md", "b/sub/story.md", 1),
        ("document", "removed", "a/gone.md", None, 1),
    ]
    assert json.loads(run("diff", "old.txt", "old.txt", "--format", "json", cwd=here)[1]) == []


# The rest


def test_nothing_heavy_is_loaded(here: Path) -> None:
    script = "import sys; from numfacts.cli.main import main; main(['diff', 'old.txt', 'new.txt'])"
    loaded = f"{script}; print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", loaded], cwd=here, capture_output=True, text=True, check=True
    )
    assert done.stderr == "[]\n"


def test_the_benchmark_prints_a_row_an_edit(capsys: pytest.CaptureFixture[str]) -> None:
    sys.path.insert(0, str(ROOT / "benchmarks"))
    import diff_edits

    diff_edits.main(["--stories", "1", "--draws", "1"])
    rows = re.findall(r"^\| ([a-z ]+) \| 1 \| 1 \(100\.0%\) \|$", capsys.readouterr().out, re.MULTILINE)
    assert {"change a figure", "swap two paragraphs", "reword around the figures"} <= {*rows}

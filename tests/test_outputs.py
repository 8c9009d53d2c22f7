"""Formats: what is written reads back as the same facts, and a file is written whole or not at all."""

from __future__ import annotations

import csv
import io
import json
import os
import stat
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from sample_facts import HOSTILE, exact, fact, good_facts

from numfacts.model.fact import Fact, columns
from numfacts.outputs.atomic import OutputError, replacing
from numfacts.outputs.formats import Destination, appending, format_of, formats, read, write
from numfacts.outputs.summary import Summary
from numfacts.outputs.terminal_table import _readable
from numfacts.tables.fact_table import FactTable, to_frame
from numfacts.tables.sifting import Rejected

FACTS = [
    fact(),
    fact(doc_id="b,\"c\".txt", speaker='Müller, "the" mayor\nof Köln', quoted=True),
    fact(start=50, end=64, modifier="range", value=None, decimal=None, high=10.47e9, precision=None),
    exact("0.1", start=90, end=104, base_value=0.1 + 0.2),
]  # fmt: skip
READABLE = [".csv", ".jsonl", ".parquet"]


@pytest.mark.parametrize("suffix", READABLE)
def test_what_is_written_reads_back(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"facts{suffix}"
    for facts in (FACTS, []):
        write(facts, path)
        assert list(read(path)) == facts
        pd.testing.assert_frame_equal(to_frame(read(path)), to_frame(facts))


@pytest.mark.parametrize("suffix", READABLE)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(facts=good_facts())
def test_hostile_text_reads_back(suffix: str, tmp_path: Path, facts: list[Fact]) -> None:
    path = tmp_path / f"facts{suffix}"
    write(facts, path)
    assert list(read(path)) == facts


def test_every_format_is_found_by_its_file() -> None:
    assert {"csv", "jsonl", "parquet", "table"} <= formats().keys()
    assert [format_of(Path(name)) for name in ("a.CSV", "b.pq", "c.ndjson", "d.txt")] == [
        "csv",
        "parquet",
        "jsonl",
        None,
    ]


# CSV


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_is_a_formula(text: str, tmp_path: Path) -> None:
    path = tmp_path / "facts.csv"
    write([fact(speaker=text, doc_id=text)], path)
    with path.open(encoding="utf-8", newline="") as stream:
        for cell in list(csv.reader(stream))[1]:
            assert not cell.startswith(tuple("=+-@\t\r\n＝＋－＠")) or cell.removeprefix("-").isdigit()


def test_csv_is_what_rfc_4180_and_pandas_expect(tmp_path: Path) -> None:
    path = tmp_path / "facts.csv"
    write(FACTS, path)
    raw = path.read_bytes()
    assert raw.startswith(b"fact_id,doc_id,start")
    assert raw.count(b"\r\n") == len(FACTS) + 1
    frame = pd.read_csv(path)
    assert list(frame.columns) == list(Fact._fields)
    assert frame["quoted"].tolist() == [False, True, False, False]
    assert frame["high"].isna().tolist() == [True, True, False, False]


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        ("", "line 1: not the columns"),
        ("a,b\r\n", "line 1: not the columns"),
        (",".join(Fact._fields) + "\r\nx,y\r\n", "line 2: "),
    ],
)
def test_a_csv_file_of_something_else_is_refused_by_line(content: str, cause: str, tmp_path: Path) -> None:
    path = tmp_path / "facts.csv"
    path.write_text(content)
    with pytest.raises(OutputError, match=cause):
        list(read(path))


# JSON Lines and Parquet


def test_json_lines_have_every_column(tmp_path: Path) -> None:
    path = tmp_path / "facts.jsonl"
    write(FACTS, path)
    assert [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] == [
        one._asdict() for one in FACTS
    ]


def test_parquet_carries_its_own_description(tmp_path: Path) -> None:
    path = tmp_path / "facts.parquet"
    write(FACTS, path)
    schema = pq.read_schema(path)
    for name, _, nullable, meaning in columns():
        assert schema.field(name).metadata[b"description"].decode() == meaning
        assert schema.field(name).nullable == nullable
    assert schema.metadata[b"numfacts.schema"] == b"FactTable"
    assert b"numfacts.version" in schema.metadata


def test_pandas_reads_the_parquet_file_as_the_same_frame(tmp_path: Path) -> None:
    path = tmp_path / "facts.parquet"
    write(FACTS, path)
    pd.testing.assert_frame_equal(FactTable.validate(pd.read_parquet(path)), to_frame(FACTS))


def test_parquet_is_written_by_row_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("numfacts.outputs.parquet_file._ROW_GROUP", 2)
    path = tmp_path / "facts.parquet"
    write(FACTS[:3], path)
    assert pq.ParquetFile(path).num_row_groups == 2
    assert list(read(path)) == FACTS[:3]


# The table on a terminal


def test_the_terminal_table_shows_what_a_person_wants(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    page = io.BytesIO()
    shown = [*FACTS, exact("10470000000", doc_id="c.txt", text="\x1b[31m10.47 billion", end=40)]
    with appending([Destination("table", page)]) as append:
        append(shown)
    text = page.getvalue().decode()
    assert "more than £200" in text
    assert "200–10,470,000,000" in text
    assert "10,470,000,000" in text
    assert "\x1b" not in text
    assert max(map(len, text.splitlines())) <= 100


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("10470000000", "10,470,000,000"),
        ("0.3333333333333333", "0.333333"),
        ("0.000000123456789", "0.000000123457"),
        ("1.5", "1.5"),
        ("-5", "-5"),
        ("1234.56789012", "1,234.56789"),
        ("1" * 40 + ".5", f"{int('1' * 40):,}.5"),
    ],
)
def test_numbers_are_shown_in_full_but_not_endlessly(number: str, shown: str) -> None:
    assert _readable(Decimal(number)) == shown


# Several files at once, whole or not at all


def test_one_run_writes_several_formats(tmp_path: Path) -> None:
    paths = [tmp_path / f"facts{suffix}" for suffix in READABLE]
    write(iter(FACTS), *paths)
    assert all(list(read(path)) == FACTS for path in paths)


def test_an_error_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "facts.csv"
    path.write_text("old")

    def breaking() -> object:
        yield fact()
        raise OSError("not the fault of the output")

    with pytest.raises(OSError, match="not the fault"):
        write(breaking(), path, tmp_path / "facts.parquet")  # type: ignore[arg-type]
    assert [entry.name for entry in tmp_path.iterdir()] == ["facts.csv"]
    assert path.read_text() == "old"


def test_permissions_are_those_of_any_new_file_or_stay(tmp_path: Path) -> None:
    new, old, plain = tmp_path / "new.csv", tmp_path / "old.csv", tmp_path / "plain"
    plain.touch()
    old.touch()
    old.chmod(0o640)
    write([], new, old)
    assert new.stat().st_mode == plain.stat().st_mode
    assert stat.S_IMODE(old.stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "to").mkdir()
    target, link = tmp_path / "to" / "real.csv", tmp_path / "link.csv"
    link.symlink_to(target)
    write(FACTS, link)
    assert link.is_symlink()
    assert list(read(target)) == FACTS


def test_a_name_of_255_bytes_can_be_written(tmp_path: Path) -> None:
    write([], tmp_path / ("n" * 251 + ".csv"))
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize(
    ("path", "cause"),
    [
        ("missing/facts.csv", "No such file or directory"),
        ("folder.csv", "Is a directory"),
        ("facts.docx", "suffix is none"),
    ],
)
def test_errors_name_the_file_and_the_cause(path: str, cause: str, tmp_path: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(OutputError, match=cause) as error:
        write(FACTS, tmp_path / path)
    assert str(error.value).startswith(f"{tmp_path / path}: ")
    assert "\n" not in str(error.value)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
@pytest.mark.parametrize("format", ["csv", "jsonl", "parquet"])
def test_a_full_disk_is_told(format: str) -> None:
    with (
        pytest.raises(OutputError, match="/dev/full: No space left on device"),
        appending([Destination(format, Path("/dev/full"))]) as append,
    ):
        append(FACTS * 1000 if format != "parquet" else FACTS)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_without_permission_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="Permission denied"):
        write(FACTS, tmp_path / "facts.csv")


def test_a_reader_that_has_seen_enough_is_no_output_error(tmp_path: Path) -> None:
    with pytest.raises(BrokenPipeError), replacing(tmp_path / "x"):
        raise BrokenPipeError


# The summary


def test_the_summary_counts_and_lists() -> None:
    summary = Summary()
    unsure = exact("5", text="a|b", end=20, confidence=0.4, candidates="USD|AUD", sentence="a <b>\n`c` a|b")
    summary.add([*FACTS, unsure], [Rejected("a#char=1,2", "kind_is_known", "kind is…")], {"boilerplate": 3})
    summary.add([], [], {"date": 1, "boilerplate": 1})
    summary.add_unreadable("x.pdf", "not UTF-8")
    page = summary.markdown()
    assert "| documents read | 2 |" in page
    assert "| documents that could not be read | 1 |" in page
    assert "| rows | 5 |" in page
    assert "| rows rejected | 1 |" in page
    assert "| left out: boilerplate | 4 |" in page
    assert "| money | 5 |" in page
    assert "| a#char=1,2 | kind\\_is\\_known | kind is… |" in page
    assert (
        "| a\\|b | money exact 5 GBP | 0.40 | money.prefix | USD\\|AUD | a &lt;b&gt; \\`c\\` a\\|b |" in page
    )
    assert page == summary.markdown()


def test_a_clean_run_has_a_short_summary() -> None:
    assert Summary().markdown().count("##") == 0


def test_a_long_list_is_cut_and_says_so() -> None:
    summary = Summary()
    summary.add([], [Rejected(f"a#char={n},9", "kind_is_known", "…") for n in range(1234)], {})
    page = summary.markdown()
    assert page.count("kind\\_is\\_known") == 200
    assert "… and 1,034 more." in page
    assert "| rows rejected | 1,234 |" in page

"""Files, folders and tables become documents, and whatever cannot be read becomes one DocumentError."""

from __future__ import annotations

import io
import json
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from numfacts.documents import read, read_all
from numfacts.documents.written_dates import read_date
from numfacts.model import Document, DocumentError


def write(path: Path, content: str | bytes) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def only(path: str, **options: Any) -> Document:
    (document,) = read(path, **options)
    return document


def test_a_text_file_is_one_document_named_as_given(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "Fares rose\r\n5%.\r\n")
    assert only(path, published=date(2031, 4, 22), locale="en-GB") == Document(
        "Fares rose\r\n5%.\r\n", path, date(2031, 4, 22), "en-GB"
    )
    assert only(write(tmp_path / "empty.txt", "")).text == ""
    assert only(write(tmp_path / "story.unknown", "5%")).text == "5%"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_offsets_count_from_after_a_byte_order_mark(tmp_path: Path, codec: str) -> None:
    assert only(write(tmp_path / "a.txt", "£5 — 4€".encode(codec))).text == "£5 — 4€"


def test_what_is_not_utf_8_is_read_as_windows_1252_and_said(tmp_path: Path) -> None:
    warnings: list[str] = []
    path = write(tmp_path / "a.txt", "£5 – “five”\x81".encode("cp1252", "ignore") + b"\x81")
    assert only(path, warn=warnings.append).text == "£5 – “five”\N{REPLACEMENT CHARACTER}"
    assert warnings == [f"{path}: not UTF-8, read as Windows-1252"]


@pytest.mark.parametrize(
    ("name", "content", "cause"),
    [
        ("a.txt", b"\x00\x01", "looks like a binary file"),
        ("a.csv", b"text\n\x00\n", "looks like a binary file"),
        ("a.csv", b"body,id\nx,1\n", "no column 'text'; there are 'body', 'id'"),
        ("a.jsonl", b'{"body": "x"}\n', "no column 'text'; there are 'body'"),
        ("a.parquet", b"PAR1", "cannot be read as Parquet"),
    ],
)
def test_an_unreadable_file_is_named_with_its_cause(
    tmp_path: Path, name: str, content: bytes, cause: str
) -> None:
    path = write(tmp_path / name, content)
    with pytest.raises(DocumentError) as error:
        list(read(path))
    assert str(error.value).startswith(f"{path}: {cause}")


def test_a_missing_file_and_an_empty_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="no such file"):
        list(read(tmp_path / "none.txt"))
    with pytest.raises(DocumentError, match=r"holds no file that ends in .*\.txt"):
        list(read(tmp_path))


def test_front_matter_is_kept_in_the_text_and_told(tmp_path: Path) -> None:
    told = "title: 'Fares: up 5%'\npublished: 22 April 2031  # a Tuesday\nlang: en-GB\ntags: [a]"
    text = f"---\n{told}\n---\nFares rose."
    path = write(tmp_path / "a.md", text)
    body = text.index("Fares rose")
    assert only(path) == Document(text, path, date(2031, 4, 22), "en-GB", "Fares: up 5%", body)
    assert only(path, locale="en-US").locale == "en-US"
    assert only(write(tmp_path / "b.md", "---\nno end\n")).body == 0


def test_a_date_that_is_none_is_said_and_left_out(tmp_path: Path) -> None:
    warnings: list[str] = []
    path = write(tmp_path / "a.md", "---\ndate: 31 April 2031\n---\nFares rose.")
    assert only(path, warn=warnings.append).published is None
    assert warnings == [f"{path}, line 2: '31 April 2031' is no date that is known, left out"]


@pytest.mark.parametrize(
    "written",
    [
        *("2031-04-22", "2031-04-22T10:00Z", "2031-04-22 10:00:00", "22 April 2031", "April 22, 2031"),
        *("Tuesday, 22nd Apr. 2031", datetime(2031, 4, 22, 9, tzinfo=UTC), date(2031, 4, 22)),
    ],
)
def test_dates_are_read_as_they_are_written(written: object) -> None:
    assert read_date(written) == date(2031, 4, 22)


@pytest.mark.parametrize("written", [None, "", "04/05/2031", "31 April 2031", "2031", "Aprilish 22, 2031", 5])
def test_no_date_is_guessed(written: object) -> None:
    assert read_date(written) is None


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_csv_row_is_a_document_and_its_header_is_row_1(tmp_path: Path, delimiter: str) -> None:
    rows = ["id;text;published;lang", 'a7;"Fares; rose\n5%";2031-04-22;en-GB', "b2;;;", "c3;They fell.;;"]
    path = write(tmp_path / "a.csv", "\n".join(rows).replace(";", delimiter))
    warnings: list[str] = []
    first, second = read(path, warn=warnings.append)
    assert first[1:4] == (f"{path}#row=2", date(2031, 4, 22), "en-GB")
    assert second == Document("They fell.", f"{path}#row=4")
    assert warnings == [f"{path}: 1 row without text skipped"]
    assert [document.doc_id for document in read(path, id_column="id", warn=warnings.append)] == ["a7", "c3"]


def test_a_bad_row_costs_no_other_row(tmp_path: Path) -> None:
    csv_path = write(tmp_path / "a.csv", "id,text\n1,Fares rose.,5%\n2,They fell.\n")
    json_path = write(
        tmp_path / "a.jsonl", '{"text": "Fares rose."\n{"text": 5}\n[]\n{"text": "They fell."}\n'
    )
    errors: list[DocumentError] = []
    found = list(read_all([csv_path, tmp_path / "none.txt", json_path], on_error=errors.append))
    assert [document.text for document in found] == ["They fell.", "They fell."]
    places = [(error.path, error.place) for error in errors]
    missing = (str(tmp_path / "none.txt"), None)
    lines = [(json_path, "line 1"), (json_path, "row 2"), (json_path, "line 3")]
    assert places == [(csv_path, "row 2"), missing, *lines]


def test_a_parquet_row_is_a_document(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")

    path = str(tmp_path / "a.parquet")
    columns = {
        "body": ["Fares rose.", None, "They fell."],
        "day": [date(2031, 4, 22), None, None],
        "n": [7, 8, 9],
    }
    parquet.write_table(pyarrow.table(columns), path)
    told: dict[str, Any] = {"text_column": "body", "published_column": "day", "warn": lambda _: None}
    assert list(read(path, **told)) == [
        Document("Fares rose.", f"{path}#row=1", date(2031, 4, 22)),
        Document("They fell.", f"{path}#row=3"),
    ]
    assert [document.doc_id for document in read(path, id_column="n", **told)] == ["7", "9"]


def test_a_web_page_is_its_story_under_its_title(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    paragraph = "<p>The council met for {} hours and agreed to build a bridge over the river.</p>"
    story = "".join(paragraph.format(hours) for hours in (3, 5, 7, 9))
    page = f'<html lang="en-GB"><nav>Home</nav><article><h1>Bridge agreed</h1>{story}</article></html>'
    document = only(write(tmp_path / "a.html", page))
    assert document.text.startswith("Bridge agreed\n")
    assert "5 hours" in document.text
    assert "Home" not in document.text
    assert (document.locale, document.title) == ("en-GB", "Bridge agreed")


def test_a_web_page_is_dated_by_its_metadata_and_never_by_its_prose(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    story = (
        "<p>Fares rose in 2017 and again from 2019 until 2021, the ministry of transport said of it.</p>" * 4
    )
    page = f"<article><h1>Fares</h1>{story}</article>"
    marked = '<meta property="article:published_time" content="2025-04-22T10:00:00Z">'
    assert only(write(tmp_path / "a.html", page)).published is None
    assert only(write(tmp_path / "b.html", f"<head>{marked}</head>{page}")).published == date(2025, 4, 22)


def test_a_story_without_a_tag_is_read_as_it_is(tmp_path: Path) -> None:
    assert only(write(tmp_path / "a.html", "Fares rose.\nBy 5% < 6%.\n")).text == "Fares rose.\nBy 5% < 6%.\n"


def test_without_trafilatura_a_web_page_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(DocumentError, match=r"pip install numfacts\[html\]"):
        only(write(tmp_path / "a.html", "<p>5%</p>"))


def test_a_folder_is_its_readable_files_sorted_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.md", ".git/d.txt", ".e.txt", "f.png", "a/b.TXT"):
        write(tmp_path / name, "5%")
    names = [Path(document.doc_id).relative_to(tmp_path).as_posix() for document in read(tmp_path)]
    assert names == ["a/b.TXT", "a/c.md", "b.txt"]


def test_a_table_of_a_folder_that_holds_no_texts_is_left_out_and_told(tmp_path: Path) -> None:
    write(tmp_path / "story.md", "Rain fell for 5 days.")
    sheet = write(tmp_path / "facts/sheet.csv", "name,value,unit\nrain,5,day\n")
    prices = write(tmp_path / "data/prices.jsonl", '{"month": "2025-05"}\n')
    told: list[str] = []
    assert [document.text for document in read(tmp_path, warn=told.append)] == ["Rain fell for 5 days."]
    assert told == [f"{path}: left out, for it has no column 'text'" for path in (prices, sheet)]
    with pytest.raises(DocumentError, match="no column 'text'"):
        list(read(sheet))


def test_standard_input_is_a_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Fares rose 5%.")))
    assert only("-") == Document("Fares rose 5%.", "<stdin>")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300), st.sampled_from(["txt", "md", "csv", "jsonl", "parquet", "html"]))
def test_any_bytes_are_read_or_refused_with_a_document_error(
    tmp_path: Path, content: bytes, suffix: str
) -> None:
    for lead in (b"", b"text\n", json.dumps({"text": "5%"}).encode() + b"\n", b"---\n"):
        path = write(tmp_path / f"any.{suffix}", lead + content)
        errors: list[DocumentError] = []
        for document in read_all([path], on_error=errors.append, warn=lambda _: None):
            assert isinstance(document.text, str)
        assert all(str(error).startswith(path) for error in errors)

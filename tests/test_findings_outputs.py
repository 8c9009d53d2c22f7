"""Findings as editors and build systems read them: valid in every format, whatever the story says."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from junitparser import JUnitXml
from lxml import etree
from sample_findings import HOSTILE, RULES, checked

from numfacts.model import Checked, Rule
from numfacts.outputs.atomic import OutputError
from numfacts.outputs.finding_places import region, region_in_bytes, where
from numfacts.outputs.findings import appending, formats

SCHEMAS = Path(__file__).parent / "schemas"
FORMATS = ("github", "json", "junit", "rdjson", "sarif", "text")
STORY = checked("news/fares.md", "Fares rise\n\nOf the 120 buses, 30 («40%») are old, and «conflict=31» new.")
CLEAN = checked("news/rain.md", "It rained for 3 days.")
HOSTILE_STORIES = [
    checked(f"a{hostile}.md", f"{hostile} «{hostile}» b", message=f"a{hostile}b{hostile}")
    for hostile in HOSTILE
]


@pytest.fixture(autouse=True)
def no_build_system(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE"):
        monkeypatch.delenv(name, raising=False)


def written(format: str, *documents: Checked, rules: dict[str, Rule] = RULES) -> str:
    stream = io.BytesIO()
    with appending(format, stream, rules) as append:
        for document in documents:
            append(document)
    return stream.getvalue().decode("utf-8")


def severe(count: int, severity: str, doc_id: str = "a.md") -> Checked:
    return checked(doc_id, " ".join(["«5»"] * count), severity=severity)


# Every format


def test_a_format_is_a_file_of_the_folder() -> None:
    assert tuple(formats()) == FORMATS


def valid(format: str, page: str) -> int:
    """Asserts that the page is what its format says, and -> how many findings a reader of it sees."""
    if format == "junit":
        schema = etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))
        root = etree.fromstring(page.encode("utf-8"))
        schema.assertValid(root)
        return len(root.findall(".//failure"))
    if format in ("text", "github"):
        assert page == "" or page.endswith("\n")
        return len(page.split("\n")) - 1
    found = json.loads(page)
    if format == "json":
        return len(found)
    name, path = {"sarif": ("sarif-2.1.0", "runs"), "rdjson": ("rdjson", "diagnostics")}[format]
    schema = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    assert [error.message for error in Draft202012Validator(schema).iter_errors(found)] == []
    return len(found[path] if format == "rdjson" else found[path][0]["results"])


@pytest.mark.parametrize("format", FORMATS)
def test_a_page_is_valid_with_and_without_findings(format: str) -> None:
    assert valid(format, written(format)) == 0
    assert valid(format, written(format, rules={})) == 0
    assert valid(format, written(format, CLEAN)) == 0
    assert valid(format, written(format, STORY)) == 2
    assert valid(format, written(format, STORY, CLEAN, STORY)) == 4


@pytest.mark.parametrize("format", FORMATS)
def test_hostile_text_leaves_every_page_valid(format: str) -> None:
    for story in HOSTILE_STORIES:
        assert valid(format, written(format, story)) == 1, story
    assert valid(format, written(format, *HOSTILE_STORIES)) == len(HOSTILE_STORIES)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    "doc_id", ["two words.md", "a.csv#row=3", "page.html", "<stdin>", "Å/é.md", "/a/b.md", "#"]
)
def test_any_document_can_be_named(format: str, doc_id: str) -> None:
    assert valid(format, written(format, checked(doc_id, "30 («40%»)"))) == 1


@pytest.mark.parametrize("format", FORMATS)
def test_a_check_without_a_rule_is_written_all_the_same(format: str) -> None:
    page = written(format, STORY, rules={})
    assert valid(format, page) == 2
    assert "share" in page


@pytest.mark.parametrize("format", FORMATS)
def test_a_bound_that_is_open_is_no_number(format: str) -> None:
    endless = [found._replace(recomputed_high=float("inf")) for found in STORY.findings]
    page = written(format, STORY._replace(findings=tuple(endless)))
    assert valid(format, page) == 2
    assert "Infinity" not in page


@pytest.mark.parametrize(
    "format", [format for format in FORMATS if format != "github"]
)  # whose order is its own
def test_findings_leave_as_they_come(format: str) -> None:
    stream = io.BytesIO()
    with appending(format, stream, RULES) as append:
        append(STORY)
        assert b"news/fares.md" in stream.getvalue()


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "found.json"
    path.write_text("old")

    def breaking() -> None:
        with appending("json", path, RULES) as append:
            append(STORY)
            raise OSError("not the fault of the output")

    with pytest.raises(OSError, match="not the fault"):
        breaking()
    assert path.read_text() == "old"
    with appending("json", path, RULES) as append:
        append(STORY)
    assert len(json.loads(path.read_text(encoding="utf-8"))) == 2


# Places


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("«40%»", (1, 1, 1, 4)),
        ("a\nbc «40%» d", (2, 4, 2, 7)),
        ("30 of «120\n(40%)» d", (1, 7, 2, 6)),
        ("«a\n»b", (1, 1, 2, 1)),
        ("👩‍👩‍👧 e\u0301 «40%»", (1, 10, 1, 13)),
    ],
)
def test_columns_count_code_points(marked: str, expected: tuple[int, ...]) -> None:
    story = checked("a.md", marked)
    assert region(story.document, story.findings[0]) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("a\nbc «40%» d", (2, 4, 2, 7)),
        ("é «£40»", (1, 4, 1, 8)),
        ("𐇽 «5\né6» 7", (1, 6, 2, 4)),
    ],
)
def test_columns_in_bytes(marked: str, expected: tuple[int, ...]) -> None:
    story = checked("a.md", marked)
    assert region_in_bytes(story.document, story.findings[0]) == expected


def test_a_row_and_a_web_page_are_told_in_words() -> None:
    for doc_id, path, inside in (
        ("x y.csv#row=3", "x y.csv", "row 3, line 2, column 2"),
        ("p.HTML", "p.HTML", "line 2, column 2 of its text"),
    ):
        story = checked(doc_id, "a\n(«40%»)")
        assert where(story.document, story.findings[0]) == (path, None, inside)


# Text


def test_a_line_of_text_is_what_grep_and_editors_take() -> None:
    row = checked("x y.csv#row=3", "30 («40%»)", severity="note")
    assert written("text", STORY, row).splitlines() == [
        "news/fares.md:3:23: error [share] 30 of 120 is 25%, not 40%",
        "news/fares.md:3:41: error [conflict] 30 of 120 is 25%, not 40%",
        "x y.csv#row=3:1:5: note [share] 30 of 120 is 25%, not 40%",
    ]


def test_no_terminal_obeys_a_story() -> None:
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", written("text", *HOSTILE_STORIES))


# JSON


def test_json_has_what_was_promised() -> None:
    first, second = json.loads(written("json", STORY))
    assert second["check_id"] == "conflict"
    assert len(first.pop("fingerprint")) == 24
    assert first == {
        "check_id": "share",
        "severity": "error",
        "verdict": "inconsistent",
        "doc_id": "news/fares.md",
        "start": 34,
        "end": 37,
        "line": 3,
        "column": 23,
        "message": "30 of 120 is 25%, not 40%",
        "fact_ids": ["news/fares.md#char=34,37"],
        "recomputed_low": 24.5,
        "recomputed_high": 25.5,
    }


# GitHub


def commands(page: str) -> list[tuple[str, dict[str, str], str]]:
    """-> (command, properties, message), decoded as the runner does."""
    found = []
    for line in page.removesuffix("\n").split("\n"):
        matched = re.fullmatch(r"::(?P<name>\w+) (?P<properties>.*?)::(?P<data>.*)", line)
        assert matched, line
        pairs = (pair.partition("=") for pair in matched["properties"].split(","))
        properties = {key: decoded(value, {"%3A": ":", "%2C": ","}) for key, _, value in pairs}
        found.append((matched["name"], properties, decoded(matched["data"], {})))
    return found


def decoded(text: str, more: dict[str, str]) -> str:
    for code, sign in ({"%0D": "\r", "%0A": "\n"} | more | {"%25": "%"}).items():
        text = text.replace(code, sign)
    return text


def test_an_annotation_names_its_place() -> None:
    page = written("github", STORY)
    assert page.startswith(
        "::error file=news/fares.md,line=3,col=23,endColumn=26,title=share::30 of 120 is 25%25, "
    )
    row = checked("x, y:z.csv#row=3", "30 («40%»)", severity="note", message="100%0A\n::error::x")
    assert commands(written("github", row)) == [
        (
            "notice",
            {"file": "x, y:z.csv", "title": "share"},
            "row 3, line 1, column 5: 100%0A ::error::x",
        )
    ]


def test_a_figure_over_a_line_end_has_no_columns() -> None:
    [(_, properties, _)] = commands(written("github", checked("a.md", "«30 of\n120»")))
    assert properties == {"file": "a.md", "line": "1", "endLine": "2", "title": "share"}


def test_paths_begin_at_the_top_of_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path / "site")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    stories = [checked(doc_id, "«5»") for doc_id in ("a.md", f"{tmp_path}/b.md", "/elsewhere/c.md")]
    assert [properties["file"] for _, properties, _ in commands(written("github", *stories))] == [
        "site/a.md",
        "b.md",
        "/elsewhere/c.md",
    ]


def test_the_worst_come_first_and_no_more_than_fifty() -> None:
    found = commands(written("github", severe(30, "note"), severe(30, "warning"), severe(3, "error")))
    names = [name for name, _, _ in found]
    assert names == ["error"] * 3 + ["warning"] * 30 + ["notice"] * 17
    assert found[-1][1:] == (
        {"title": "numfacts"},
        "14 more not shown here, of 3 errors, 30 warnings, 30 notes in all",
    )


def test_fifty_are_shown_without_a_closing_notice() -> None:
    assert [name for name, _, _ in commands(written("github", severe(50, "error")))] == ["error"] * 50


def test_hostile_text_stays_one_command() -> None:
    for story in HOSTILE_STORIES:
        [(name, properties, _)] = commands(written("github", story))
        assert (name, next(iter(properties))) == ("error", "file")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", written("github", *HOSTILE_STORIES))


def test_a_job_summary_is_appended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "summary.md"
    path.write_text("before\n\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
    written("github", STORY, CLEAN, severe(60, "note", "b.md"))
    page = path.read_text(encoding="utf-8")
    assert page.startswith("before\n\n## numfacts: 2 errors, 60 notes in 2 of 3 documents\n\n")
    assert "| error | share | news/fares.md:3:23 | 30 of 120 is 25%, not 40% |" in page
    assert page.endswith("… and 13 more.\n\n")


def test_a_clean_run_has_a_summary_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
    written("github", CLEAN)
    assert path.read_text() == "## numfacts: nothing found in 1 document\n\n"


def test_a_summary_holds_no_markup_of_a_story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
    written("github", *HOSTILE_STORIES)
    page = path.read_text(encoding="utf-8")
    assert len(page.rstrip("\n").split("\n")) == 2 + 2 + len(HOSTILE_STORIES)
    assert "<script" not in page
    assert r"a\[x\](http://example.org)b" in page
    assert all(len(re.findall(r"(?<!\\)\|", row)) == 5 for row in page.split("\n") if row.startswith("|"))


def test_a_summary_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    with pytest.raises(OutputError, match=r": Is a directory$"):
        written("github", STORY)


# SARIF


def run(*documents: Checked) -> dict[str, Any]:
    return json.loads(written("sarif", *documents))["runs"][0]


def test_sarif_describes_its_rules() -> None:
    driver = run(STORY)["tool"]["driver"]
    assert driver["name"] == "numfacts"
    assert driver["version"]
    share, conflict = driver["rules"]
    assert (share["id"], conflict["id"], conflict["name"]) == ("share", "conflict", "ToldDifferently")
    assert "name" not in share  # it is the id over again
    assert share["shortDescription"]["text"] == RULES["share"].summary
    assert share["fullDescription"]["text"] == (
        "A part, its whole and its share are three figures of which two make the third."
    )
    assert share["help"] == {"text": RULES["share"].help_markdown, "markdown": RULES["share"].help_markdown}
    assert share["defaultConfiguration"] == {"level": "error"}
    assert conflict["fullDescription"] == conflict["shortDescription"]


def test_a_result_names_its_rule_and_region() -> None:
    whole = run(STORY)
    assert whole["columnKind"] == "unicodeCodePoints"
    first, second = whole["results"]
    assert [(one["ruleId"], one["ruleIndex"], one["level"]) for one in (first, second)] == [
        ("share", 0, "error"),
        ("conflict", 1, "error"),
    ]
    [location] = first["locations"]
    physical = location["physicalLocation"]
    assert physical["artifactLocation"] == {"uri": "news/fares.md", "uriBaseId": "%SRCROOT%"}
    assert physical["region"] == {
        "startLine": 3,
        "startColumn": 23,
        "endLine": 3,
        "endColumn": 26,
        "charOffset": 34,
        "charLength": 3,
        "snippet": {"text": "40%"},
    }
    assert first["properties"]["recomputedLow"] == 24.5


def test_a_row_of_a_table_is_a_logical_location() -> None:
    [result] = run(checked("x y.csv#row=3", "30 («40%»)"))["results"]
    [location] = result["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "x%20y.csv"
    assert location["logicalLocations"][0]["fullyQualifiedName"] == "x y.csv#row=3"
    assert result["message"]["text"].startswith("row 3, line 1, column 5: ")


@pytest.mark.parametrize(
    ("doc_id", "uri"),
    [
        ("a b/100%.md", "a%20b/100%25.md"),
        ("./a.md", "a.md"),
        ("a:b.md", "a%3Ab.md"),
        ("ä#1?.md", "%C3%A4%231%3F.md"),
        ("\udcff.md", "%FF.md"),
        ("\ud800.md", "%3F.md"),
    ],
)
def test_a_path_is_a_relative_uri(doc_id: str, uri: str) -> None:
    [result] = run(checked(doc_id, "«5»"))["results"]
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": uri, "uriBaseId": "%SRCROOT%"}


def test_a_path_below_the_folder_is_relative_and_another_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    results = run(checked(f"{tmp_path}/a.md", "«5»"), checked("/elsewhere/a b.md", "«5»"))["results"]
    assert [one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in results] == [
        "a.md",
        "file:///elsewhere/a%20b.md",
    ]


def prints(*documents: Checked) -> list[str]:
    return [one["partialFingerprints"]["sentence/v1"] for one in run(*documents)["results"]]


def test_fingerprints_survive_edits_above_and_differ() -> None:
    text = "Of 120 buses, 30 («40%») are old.\nOf 120 buses, 30 («40%») are old."
    found = prints(checked("a.md", text))
    assert found == prints(checked("a.md", f"A headline\n\nIt rained.\n{text}"))
    assert len(set(found)) == 2
    rows = [checked(f"a.csv#row={row}", "30 («40%»)") for row in (2, 3)]
    assert len(set(prints(*rows))) == 2
    assert prints(checked("b.md", "30 («40%»)")) == prints(rows[0])


def test_words_of_a_story_are_no_link() -> None:
    [result] = run(checked("a.md", "«5»", message="[x](http://example.org) of [sic] 5"))["results"]
    assert result["message"]["text"] == r"\[x](http://example.org) of [sic] 5"


# JUnit


def test_an_error_is_a_failed_test_and_a_clean_document_a_passed_one() -> None:
    doubtful = checked("b.md", "«5»", severity="warning", message="a ]]> & <b>")
    suites = list(JUnitXml.fromstring(written("junit", STORY, CLEAN, doubtful).encode("utf-8")))
    assert [(suite.name, suite.tests, suite.failures, suite.errors) for suite in suites] == [
        ("news/fares.md", 2, 2, 0),
        ("news/rain.md", 1, 0, 0),
        ("b.md", 1, 0, 0),
    ]
    failed = next(iter(suites[0]))
    assert (failed.classname, failed.name) == ("news/fares.md", "share at 3:23")
    assert (failed.result[0].type, failed.result[0].message) == ("share", STORY.findings[0].message)
    assert failed.result[0].text.startswith("news/fares.md:3:23: error [share] ")
    assert [case.is_passed for case in suites[1]] == [True]
    assert [case.system_out for case in suites[2]] == ["b.md:1:1: warning [share] a ]]> & <b>"]


def test_warnings_beside_errors_are_told_by_the_suite() -> None:
    first, second = STORY.findings
    mixed = STORY._replace(findings=(first, second._replace(severity="warning")))
    root = etree.fromstring(written("junit", mixed).encode("utf-8"))
    assert len(root.findall(".//failure")) == 1
    assert root.findtext("testsuite/system-out").startswith("news/fares.md:3:41: warning [conflict] ")


# rdjson


def test_rdjson_counts_bytes() -> None:
    page = json.loads(written("rdjson", checked("a.md", "é «£5»", severity="note")))
    assert page["source"] == {"name": "numfacts"}
    assert page["diagnostics"] == [
        {
            "message": "30 of 120 is 25%, not 40%",
            "location": {
                "path": "a.md",
                "range": {"start": {"line": 1, "column": 4}, "end": {"line": 1, "column": 7}},
            },
            "severity": "INFO",
            "source": {"name": "numfacts"},
            "code": {"value": "share"},
        }
    ]


def test_rdjson_of_a_row_names_the_file_and_the_row() -> None:
    [found] = json.loads(written("rdjson", checked("a.csv#row=3", "«5»")))["diagnostics"]
    assert found["location"] == {"path": "a.csv"}
    assert found["message"].startswith("row 3, line 1, column 1: ")

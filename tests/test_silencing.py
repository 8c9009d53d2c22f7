"""Silencing: what a comment in the story waves through, and what a baseline knows already."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_findings import HOSTILE, checked

from numfacts.documents import read
from numfacts.documents.layout import sentences
from numfacts.model import Checked, Document, DocumentError
from numfacts.outputs.atomic import OutputError
from numfacts.outputs.baseline_file import recording
from numfacts.silencing import fingerprint, ignored_inline, ignores, numbered_fingerprints, read_baseline
from numfacts.silencing.places import Place, place_of

CHECKS = ("share", "conflict", "sum-of-parts")


def told(marked: str, doc_id: str = "a.md") -> list[str]:
    """-> the words found fault with that no comment silences."""
    left = ignored_inline(checked(doc_id, marked), CHECKS).checked
    return [left.document.text[finding.start : finding.end] for finding in left.findings]


# Inline ignores


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- numfacts: ignore[share] -->",
        "<!-- numfacts: ignore[share] rounded by the ministry -->",
        "<!-- numfacts: ignore[conflict, share] -->",
        "<!-- numfacts:ignore [ share ] -->",
        "<!-- NUMFACTS: Ignore[Share] -->",
        "<!-- numfacts: ignore -->",
        "# numfacts: ignore[share]",
        "// numfacts: ignore[share]",
        "% numfacts: ignore[share]",
        "numfacts: ignore[share]",
    ],
)
@pytest.mark.parametrize("doc_id", ["a.md", "a.txt", "a.csv#row=3"])
def test_an_ignore_silences_its_own_line(comment: str, doc_id: str) -> None:
    assert told(f"Of 120, 30 («40%») left. {comment}\nOf 120, 30 («41%») left.", doc_id) == ["41%"]


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- numfacts: ignore[conflict] -->",
        "<!-- numfacts: ignore[shar] -->",
        "<!-- numfacts: ignore[] -->",
        "<!-- numfacts: ignore[share -->",
        "<!-- numfacts: ignored -->",
        "<!-- numfacts ignore -->",
        "numfacts: the story to ignore",
    ],
)
def test_other_words_silence_nothing(comment: str) -> None:
    assert told(f"Of 120, 30 («40%») left. {comment}") == ["40%"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_ends_what_is_silenced(end: str) -> None:
    lines = ["30 («40%»)", "30 («41%»). # numfacts: ignore", "30 («42%»)"]
    assert told(end.join(lines)) == ["40%", "42%"]


def test_a_finding_over_several_lines_is_silenced_from_any_of_them() -> None:
    assert told("«30 of\n120» <!-- numfacts: ignore -->\n(«40%»)") == ["40%"]


def test_an_empty_finding_stands_on_its_line() -> None:
    assert told("30 «» <!-- numfacts: ignore -->\n«»") == [""]


BELOW = {
    "its paragraph": ("«30» of\n«31»\n\n«32»", ["32"]),
    "an empty line between": ("\n«30»\n\n«32»", ["32"]),
    "a list item with what belongs to it": ("- «30»\n  «31»\n- «32»", ["32"]),
    "a numbered item": ("1. «30»\n2. «32»", ["32"]),
    "a heading, not its text": ("## «30»\n«32»", ["32"]),
    "a table": ("| a | b |\n|---|---|\n| «30» | «31» |\n\n«32»", ["32"]),
    "nothing at the end": ("", []),
    "another comment": ("<!-- numfacts: ignore[conflict] -->\n«30» «conflict=31»\n\n«32»", ["32"]),
    "up to the next comment": ("«30»\n% numfacts: ignore[conflict]\n«32»", ["32"]),
}


@pytest.mark.parametrize(("marked", "left"), BELOW.values(), ids=BELOW.keys())
@pytest.mark.parametrize(
    "comment",
    [
        "<!-- numfacts: ignore[share] -->",
        "  <!-- numfacts: ignore[share] as given -->  ",
        "[//]: # (numfacts: ignore[share])",
        "{/* numfacts: ignore[share] */}",
        "<!--\nnumfacts: ignore[share]\n-->",
    ],
)
def test_alone_on_its_line_it_silences_what_it_stands_above(
    comment: str, marked: str, left: list[str]
) -> None:
    assert told(f"«29»\n{comment}\n{marked}") == ["29", *left]


def test_in_plain_text_it_silences_the_line_below() -> None:
    assert told("# numfacts: ignore[share]\n\n«30»\n«31»", "a.txt") == ["31"]


def test_words_behind_the_comment_are_not_alone() -> None:
    assert told("<!-- numfacts: ignore --> Of 120, «30»\n«31»") == ["31"]


def test_front_matter_is_silenced_like_any_line() -> None:
    assert told("---\ntitle: 30 («40%») # numfacts: ignore[share]\n---\n«41%»") == ["41%"]


def test_what_was_silenced_is_told() -> None:
    whole = checked("a.md", "30 («40%») <!-- numfacts: ignore[share] -->\n«41%»")
    done = ignored_inline(whole, CHECKS)
    assert done.silenced == whole.findings[:1]
    assert done.checked == Checked(whole.document, whole.findings[1:])
    assert (done.warnings, done.unused) == ((), ())


NO_CHECK = "a.md:2: an ignore that names no check silences nothing; write numfacts: ignore[check-id]"


@pytest.mark.parametrize(
    ("line", "warning"),
    [
        ("# numfacts: ignore[shares]",
         "a.md:2: an ignore names 'shares', and there is no such check; is share meant?"),
        ("# numfacts: ignore[share, xyz]", "a.md:2: an ignore names 'xyz', and there is no such check"),
        ("# numfacts: ignore[]", NO_CHECK),
        ("# numfacts: ignore[share", NO_CHECK),
    ],
)  # fmt: skip
def test_an_ignore_that_cannot_be_meant_is_warned_of(line: str, warning: str) -> None:
    assert ignored_inline(checked("a.md", f"Fares rose.\n{line}"), CHECKS).warnings == (warning,)


def test_an_ignore_that_silences_nothing_is_listed() -> None:
    text = (
        "«30» # numfacts: ignore[share, conflict]\nRain. # numfacts: ignore\n# numfacts: ignore[sum-of-parts]"
    )
    whole = checked("a.md", text)
    assert ignored_inline(whole, CHECKS).unused == (
        "a.md:1: this ignore of conflict silences nothing",
        "a.md:2: this ignore silences nothing",
        "a.md:3: this ignore of sum-of-parts silences nothing",
    )
    assert ignored_inline(whole, CHECKS, ran=["share"]).unused == ("a.md:2: this ignore silences nothing",)


def test_comments_may_be_stacked() -> None:
    stacked = "// numfacts: ignore[share]\n" * 300 + "30\n" * 300
    found = ignores(Document(stacked, "a.md"))
    assert {(one.start, one.end) for one in found} == {(stacked.index("30"), len(stacked))}


@pytest.mark.parametrize(
    "comment", ["# numfacts: ignore[share] 7", "// numfacts: ignore 7", "<!-- numfacts: ignore 7 -->"]
)
@pytest.mark.parametrize("doc_id", ["a.md", "a.txt"])
def test_a_comment_is_no_part_of_the_story(comment: str, doc_id: str) -> None:
    text = f"Fares rise again\n\n{comment}\nFares rose 5% on Monday. {comment}\nIt rained."
    document = Document(text, doc_id)
    assert [(one.section, text[one.start : one.end]) for one in sentences(document)] == [
        ("headline", "Fares rise again"),
        ("body", "Fares rose 5% on Monday."),
        ("body", "It rained."),
    ]


@given(text=st.text(st.sampled_from("a3 \n\r#<!->[]/*|numfacts:ignore")) | st.text())
def test_any_text_has_its_ignores_in_it(text: str) -> None:
    for one in ignores(Document(f"numfacts: ignore {text} numfacts: ignore", "a.md")):
        assert 0 <= one.start <= one.end <= len(text) + 35


# Web pages: the comment is in the page, the text has it at the end of its line

PAGE = """<html><body><article><h1>Fares rise again in the town</h1>
<p>The council of the town met for 3 hours on Monday and agreed to build a new bridge over the river.</p>
<p>Fares rose 20% {inside}from £40m to £50m, the operator of the town's buses said at a long meeting on Monday.</p>
{above}
<p class="x">Of the 120 buses 30 are old, which is 40% of them, the operator said at the meeting in the hall.{end}</p>
</article></body></html>"""


def page_text(folder: Path, **comments: str) -> str:
    path = folder / "a.html"
    path.write_text(PAGE.format(**{"inside": "", "above": "", "end": ""} | comments), encoding="utf-8")
    return next(read(path)).text


@pytest.mark.parametrize(
    ("place", "line"), [("inside", "Fares rose"), ("above", "Of the"), ("end", "Of the")]
)
def test_a_comment_of_a_page_stays_with_its_paragraph(place: str, line: str, tmp_path: Path) -> None:
    comment = "<!-- numfacts: ignore[share] -->"
    text = page_text(tmp_path, **{place: comment})
    assert [written for written in text.splitlines() if comment in written] == [
        f"{written} {comment}" for written in page_text(tmp_path).splitlines() if written.startswith(line)
    ]


def test_other_comments_of_a_page_go(tmp_path: Path) -> None:
    assert page_text(tmp_path, inside="<!-- ask the numfacts desk -->") == page_text(tmp_path)


def test_a_page_that_uses_our_signs_keeps_them(tmp_path: Path) -> None:
    tile = "\N{DOMINO TILE VERTICAL BACK}1\N{DOMINO TILE VERTICAL BACK}"
    text = page_text(tmp_path, inside=f"{tile} ", end="<!-- numfacts: ignore -->")
    assert tile in text
    assert "hall. <!-- numfacts: ignore -->" in text


# Fingerprints


def prints(marked: str, doc_id: str = "a.md") -> list[str]:
    whole = checked(doc_id, marked)
    return [fingerprint(whole.document, finding) for finding in whole.findings]


STORY = "Fares rise\n\nRain fell. Of the 120 buses,  30 («40%») are old. It was late."


@pytest.mark.parametrize(
    "edited",
    [
        STORY,
        "A new line\n" + STORY,
        STORY.replace("Rain fell", "Much snow fell"),
        STORY.replace("late", "cold"),
        STORY.replace("buses,  30", "buses, 30"),
        STORY + " <!-- numfacts: ignore[conflict] -->",
        STORY.replace("\n", "\r\n"),
    ],
)
def test_a_fingerprint_survives_edits_elsewhere(edited: str) -> None:
    assert prints(edited) == prints(STORY)


@pytest.mark.parametrize(
    "edited",
    [
        STORY.replace("40%", "41%"),
        STORY.replace("old", "new"),
        STORY.replace("«40%»", "«conflict=40%»"),
        STORY.replace("«40%»", "40%").replace("30", "«30»"),
    ],
)
def test_a_fingerprint_goes_with_what_it_is_of(edited: str) -> None:
    assert prints(edited) != prints(STORY)


def test_composed_and_combining_letters_are_one() -> None:
    assert prints("Café: «5»") == prints("Cafe\u0301: «5»")


def test_equal_findings_are_numbered() -> None:
    from collections import Counter

    found = numbered_fingerprints(checked("a.md", "Of 120, «30».\nOf 120, «30».\nOf 120, «31»."), Counter())
    assert [one.partition(":")[2] for one in found] == ["1", "2", "1"]
    assert found[0].partition(":")[0] == found[1].partition(":")[0]


def test_a_line_without_end_is_not_read_to_its_end() -> None:
    words = "word " * 2000
    assert prints(f"a{words}«5» {words}a") == prints(f"b{words}«5» {words}b")


def test_a_place_is_relative_and_without_its_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert place_of(f"{tmp_path}/news/a b.csv#row=12") == Place("news/a b.csv", 12)
    assert place_of("./a.md") == place_of("a.md") == Place("a.md")
    assert place_of("a#row=.md") == Place("a#row=.md")


# Baseline


def baseline(path: Path, *documents: Checked) -> str:
    with recording(path) as record:
        for document in documents:
            record(document)
    return str(path)


def test_old_findings_are_silenced_as_often_as_they_were_there(tmp_path: Path) -> None:
    two = checked("a.md", "Of 120, «30».\nOf 120, «30».")
    three = checked("a.md", "New.\nOf 120, «30».\nOf 120, «30».\nOf 120, «30».")
    known = read_baseline(baseline(tmp_path / "old.json", two))
    done = known.without_old(three)
    assert done.silenced == three.findings[:2]
    assert done.checked.findings == three.findings[2:]
    assert known.stale() == []


def test_rows_of_a_table_may_move(tmp_path: Path) -> None:
    path = baseline(tmp_path / "old.json", checked("a.csv#row=2", "«30»"), checked("a.csv#row=3", "«30»"))
    known = read_baseline(path)
    rows = [checked(f"a.csv#row={row}", "«30»") for row in (7, 8, 9)]
    assert [len(known.without_old(row).silenced) for row in rows] == [1, 1, 0]


def test_another_file_or_check_is_new(tmp_path: Path) -> None:
    path = baseline(tmp_path / "old.json", checked("a.md", "«30»"))
    for new in (checked("b.md", "«30»"), checked("a.md", "«conflict=30»")):
        assert read_baseline(path).without_old(new).checked == new


def test_what_is_gone_is_stale_where_it_was_looked_for(tmp_path: Path) -> None:
    path = baseline(tmp_path / "old.json", checked("a.md", "«30»\n«31»\n«31»"), checked("b.md", "«30»"))
    known = read_baseline(path)
    known.without_old(checked("a.md", "«31»\n30"))
    assert sorted((one.path, one.check_id, one.times) for one in known.stale()) == [
        ("a.md", "share", 1),
        ("a.md", "share", 1),
    ]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_is_known_again(hostile: str, tmp_path: Path) -> None:
    whole = checked(f"a{hostile}.md", f"{hostile} «{hostile}»", message=hostile)
    known = read_baseline(baseline(tmp_path / "old.json", whole))
    assert known.without_old(whole).checked.findings == ()


def test_a_baseline_is_sorted_a_line_an_entry(tmp_path: Path) -> None:
    one, other = checked("a.md", "«30» «conflict=31»"), checked("b.md", "«30»")
    first = Path(baseline(tmp_path / "1.json", one, other)).read_text()
    assert first == Path(baseline(tmp_path / "2.json", other, one)).read_text()
    assert len(first.splitlines()) == 3 + 2
    assert json.loads(Path(baseline(tmp_path / "3.json")).read_text()) == {
        "numfacts_baseline": 1,
        "findings": [],
    }


def test_a_baseline_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "old.json"
    path.write_text("old")

    def breaking() -> None:
        with recording(path) as record:
            record(checked("a.md", "«30»"))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        breaking()
    assert [entry.name for entry in tmp_path.iterdir()] == ["old.json"]
    assert path.read_text() == "old"
    with pytest.raises(OutputError, match="No such file"), recording(tmp_path / "none" / "old.json"):
        pass


ENTRY = {"path": "a.md", "check_id": "share", "fingerprint": "0f"}
DAMAGED = {
    "": "line 1: not JSON",
    '{"numfacts_baseline": 1,\n "findings": [': "line 2: not JSON",
    "[]": "is no baseline of numfacts",
    '{"findings": []}': "is no baseline of numfacts",
    '{"numfacts_baseline": 2, "findings": []}': "version 2; this one reads 1",
    '{"numfacts_baseline": 1, "findings": [3]}': "finding 1: no object",
    '{"numfacts_baseline": 1, "findings": [{"path": "a.md"}]}': "finding 1: check_id is missing",
    json.dumps({"numfacts_baseline": 1, "findings": [ENTRY, ENTRY | {"count": -1}]}): "finding 2: the count -1",
    json.dumps({"numfacts_baseline": 1, "findings": [ENTRY | {"count": True}]}): "finding 1: the count True",
    "[" * 100_000: "not JSON",
    "\udcff": "not JSON in UTF-8",
}  # fmt: skip


@pytest.mark.parametrize(("content", "cause"), DAMAGED.items(), ids=DAMAGED.values())
def test_a_damaged_baseline_is_told_in_one_line(content: str, cause: str, tmp_path: Path) -> None:
    path = tmp_path / "old.json"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(DocumentError) as error:
        read_baseline(str(path))
    assert str(error.value).startswith(str(path))
    assert cause in str(error.value)
    assert "\n" not in str(error.value)


def test_a_missing_baseline_is_told(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"none\.json: no such file"):
        read_baseline(str(tmp_path / "none.json"))

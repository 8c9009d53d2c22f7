"""A text becomes sentences: where they end, what joins them across lines, which part of the page they are."""

from __future__ import annotations

import csv
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numfacts.documents.layout import sentences
from numfacts.documents.sentence_ends import sentence_spans
from numfacts.model import SECTIONS, Document

CASES = Path(__file__).parent / "cases"
STORY = "Fares rise again\nFares rose 5% on Monday, the operator of the town's 40 buses said at a meeting.\n"
PROSE = "The council of the town met for 3 hours on Monday and agreed to build a new bridge over the river. "


def cases(file: str, key: str) -> list[Any]:
    tables = tomllib.loads((CASES / f"{file}.toml").read_text(encoding="utf-8"))
    return [
        pytest.param(written, id=f"{name}:{number}")
        for name, table in tables.items()
        for number, written in enumerate(table.get(key, []))
    ]


def furniture_examples() -> list[Any]:
    table = files("numfacts.lexicon").joinpath("page_furniture.csv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(row for row in table if not row.startswith("#"))
    return [pytest.param(row["example"], id=f"{row['pattern']}:{row['words']}") for row in rows]


def told(text: str, **known: Any) -> list[tuple[str, str]]:
    """-> (section, sentence) of each sentence."""
    return [(section, text[start:end]) for start, end, section in sentences(Document(text, **known))]


@pytest.mark.parametrize("written", cases("sentences", "cut"))
def test_a_paragraph_is_cut_where_its_sentences_end(written: str) -> None:
    text = written.replace("|", "")
    cut = [text[start:end] for start, end in sentence_spans(text, 0, len(text))]
    assert cut == [part.strip(" •") for part in written.split("|")]


@pytest.mark.parametrize("line", [*furniture_examples(), *cases("page_furniture", "furniture")])
def test_page_furniture_is_flagged(line: str) -> None:
    assert {section for section, _ in told(f"{STORY}{line}\n")[2:]} == {"boilerplate"}


@pytest.mark.parametrize("line", cases("page_furniture", "story"))
def test_a_story_that_speaks_of_furniture_is_body(line: str) -> None:
    assert {section for section, _ in told(f"{STORY}{line}\n")[1:]} == {"body"}


def test_the_first_line_is_a_headline_if_it_is_no_sentence_and_a_story_follows() -> None:
    assert told("Fares rise 5%\nThey rose.")[0] == ("headline", "Fares rise 5%")
    assert told("Fares rose 5%.\nThey fell.")[0][0] == "body"
    assert told("Fares rise 5%")[0][0] == "body"
    assert told("LONDON, 3 May (EX) —\nFares rose.")[0][0] == "body"
    assert told("Skip to content\nFares rise 5%\nThey rose.")[1] == ("headline", "Fares rise 5%")


def test_markdown_is_read_without_its_markers() -> None:
    text = (
        "# Fares rise 5%\n\n## Background\n\n- up 2%\n* held\n\n> It cost 3m.\n\n| Year | Fare |\n|---|---|\n"
        "| 2030 | £4 |\n\n<!-- numfacts: ignore[share] -->\n```\nx = 5\n```\nThey rose. <!-- 7 -->\n"
    )
    assert told(text) == [
        ("headline", "Fares rise 5%"),
        *(
            ("body", part)
            for part in ("Background", "up 2%", "held", "It cost 3m.", "Year", "Fare", "2030", "£4")
        ),
        *(("boilerplate", part) for part in ("```", "x = 5", "```")),
        ("body", "They rose."),
    ]


def test_only_a_comment_that_is_closed_is_hidden() -> None:
    assert told("<!-- 5 -->They rose.\n<!-- 6\n7 -->\nThey fell.") == [
        ("body", "They rose."),
        ("body", "They fell."),
    ]
    assert told("<!-- 5 rose.\nThey fell.")[0] == ("body", "<!-- 5 rose.")


def test_the_title_of_the_front_matter_is_a_headline_and_the_rest_of_it_is_unread() -> None:
    text = '---\ntitle: "Fares rise 5%"\npublished: 2031-04-22\n---\nThey rose.\n'
    assert told(text, body=text.index("They")) == [("headline", "Fares rise 5%"), ("body", "They rose.")]


def test_sentences_run_across_the_line_ends_of_hard_wrapped_copy() -> None:
    text = (
        "   ORWIN, June 3 (EX) _ The town council agreed on Monday to spend\n"
        "4.5 million dollars on a bridge, the third in 12 years to be built\n"
        "over the river, after a debate that had lasted for 9 hours.\n"
        "   The mayor, who had been against it, left the hall before the 40\n"
        "members voted. She gave no reason.\n"
    )
    assert [sentence.split()[0] for _, sentence in told(text)] == ["ORWIN,", "The", "She"]
    assert "spend\n4.5 million" in told(text)[0][1]


def test_one_paragraph_a_line_is_not_hard_wrapped() -> None:
    assert len(told("Fares rise\nRents fall\nWages hold\nPrices jump")) == 4


def test_a_line_end_is_a_space_in_markdown() -> None:
    assert ("body", "Fares rose\nby 5%.") in told("# Fares\n\nFares rose\nby 5%.\n", doc_id="a.md")
    assert ("body", "Fares rose") in told("Fares\n\nFares rose\nby 5%.\n", doc_id="a.txt")


def test_on_a_page_what_stands_outside_the_story_is_furniture() -> None:
    menu = "Home\nNews\nContact us\n7 great walks\n3 May 2031\n"
    other = "Most read\nMayor, 43, resigns\nBridge to cost £4m\n"
    page = f"{menu}Bridge to be built over river\n{(PROSE * 2 + chr(10)) * 4}{other}"
    flagged = [sentence for section, sentence in told(page) if section == "boilerplate"]
    assert flagged == [*menu.splitlines(), *other.splitlines()]
    assert ("headline", "Bridge to be built over river") in told(page)


PIECES = st.sampled_from(
    [
        *(
            "Fares rose 5%. ",
            "“Why?” ",
            "U.S. ",
            "No. 1 ",
            "and so on ",
            "Home\n",
            "Leave a Reply\n",
            "売上。",
        ),
        *(
            "\n",
            "\r\n",
            "\n\n",
            " ",
            "\t",
            "- ",
            "# ",
            "> ",
            "| ",
            "```\n",
            "---\n",
            "=====\n",
            "<!-- ",
            "-->",
        ),
        *("...", "• ", ".)", '"'),
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join))


@given(TEXTS.map(lambda text: " ".join(text.split())))
def test_a_line_alone_is_read_like_one_after_a_blank_line(line: str) -> None:
    """One line goes a shorter way."""
    assert told(line) == told(f"\n{line}")


@given(TEXTS)
def test_sentences_are_trimmed_slices_in_order_that_do_not_overlap(text: str) -> None:
    reached = 0
    for start, end, section in sentences(Document(text)):
        assert reached <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        assert section in SECTIONS
        reached = end


@given(TEXTS.filter(lambda text: "<!--" not in text))
def test_only_blank_space_and_markers_are_outside_the_sentences(text: str) -> None:
    reached, between = 0, ""
    for start, end, _ in sentences(Document(text)):
        between += text[reached:start]
        reached = end
    assert (
        not set(between + text[reached:])
        - set("#>-*+•●▪|=:")
        - {c for c in between + text[reached:] if c.isspace()}
    )

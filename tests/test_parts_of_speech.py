"""The part of speech of words that their neighbours decide: the sentences of ``parts_of_speech.toml``."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from numfacts.grammar.parts_of_speech import parts_of_speech
from numfacts.grammar.tokens import tokenise

CASES = tomllib.loads(Path(__file__).with_name("parts_of_speech.toml").read_text(encoding="utf-8"))
MARKED = re.compile(r"/(\S)(?=\s|$|,)")


@pytest.mark.parametrize(
    ("name", "marked"), [(name, line) for name, lines in CASES.items() for line in lines]
)
def test_a_word_has_the_part_of_speech_of_its_place(name: str, marked: str) -> None:
    text, wanted = "", {}
    at = 0
    for mark in MARKED.finditer(marked):
        text += marked[at : mark.start()]
        wanted[len(text)] = mark[1]
        at = mark.end()
    text += marked[at:]
    text = text.replace(" -", "-")
    tokens = tokenise(text, 0, len(text))
    letters = parts_of_speech(tokens, [])
    found = list(zip(tokens.raw, letters, strict=False))
    for end, letter in wanted.items():
        shift = marked_hyphens(marked, end)
        k = tokens.ends.index(end - shift)
        assert letters[k] == letter, f"{tokens.raw[k]} in {found}"


def marked_hyphens(marked: str, end: int) -> int:
    """How many blanks before hyphens, which the reader never sees, stand before this place of the unmarked text."""
    return MARKED.sub("", marked)[:end].count(" -")


def test_the_work_is_one_letter_a_token() -> None:
    text = "the cost of cost cuts cuts costs " * 50
    tokens = tokenise(text, 0, len(text))
    assert len(parts_of_speech(tokens, [])) == tokens.count + 1

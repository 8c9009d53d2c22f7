"""Which blocks of a pasted or scraped web page are furniture: menus, banners, forms, links to other stories.

Of ``"Home\\nFares rise\\nFares rose 5% on Monday, the operator said.\\nSign up for our daily email"``
the first and
the last line.  What is flagged stays in the table under ``section = "boilerplate"``; a story that merely
speaks of cookies or newsletters is left alone.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from numfacts.documents.blocks import TEXT, Block
from numfacts.documents.story_place import END, KNOWN, furniture_by_place

PAGE = 3  # so many known lines make the text a page, in which a line's place counts as well as its words
LONGEST = 400  # characters of a banner; a longer paragraph is no furniture
LONGEST_LINE = 50  # characters of a menu entry
LONGEST_LABELLED = 160  # characters of a link to another story; more, and a paragraph was glued to it

_TOKEN = re.compile(
    r"""
      [^\W\d_]++ (?: ' [^\W\d_]++ )*+      # subscribe   don't
    | \d++ (?: [.,:/] \d++ )*+              # 14   1,204   12:30
    | \(c\) | [:&@©+*]
    """,
    re.VERBOSE,
)
_QUOTES = tuple("\"'“‘«")
_PUNCTUATION = ".,:;!?()[]\"'“”‘’«»…"


class Words(NamedTuple):
    """The rows of lexicon/page_furniture.csv by how they are looked up; phrases end with a space."""

    lines: frozenset[str]
    ends: frozenset[str]
    openings: frozenset[str]  # the first words of all the rows above and below but the parts
    starts: dict[str, tuple[str, ...]]  # by first word
    labels: tuple[str, ...]
    parts: dict[str, tuple[str, ...]]  # by a word that tells


def page_furniture(text: str, found: list[Block]) -> frozenset[int]:
    """-> the numbers of the blocks that are furniture."""
    listed, parts = words(), _parts_of(text)
    known: dict[int, str] = {}
    for number, (start, end, kind) in enumerate(found):
        if end - start <= LONGEST and kind == TEXT and (meaning := _known(listed, parts, text[start:end])):
            known[number] = meaning
    if len(known) < PAGE:
        return frozenset(known)
    return frozenset(known) | furniture_by_place(text, found, known)


def _parts_of(text: str) -> dict[str, list[str]]:
    """-> the part rows all of whose words stand somewhere in ``text``, by the word that tells: mostly none."""
    lowered, listed = _straight(text), words().parts
    found: dict[str, list[str]] = {}
    for word in filter(lowered.__contains__, listed):
        for phrase in listed[word]:
            if all(part in lowered or part == "#" for part in phrase.split()):
                found.setdefault(word, []).append(phrase)
    return found


def _known(listed: Words, parts: dict[str, list[str]], line: str) -> str | None:
    """-> what the lexicon knows ``line`` as: furniture, the end of a story, or nothing.

    known = line row | start row … | label row ":" … | … part row …
    """
    if _may_be_short(listed, line) if len(line) <= LONGEST_LINE else _may_open(listed, line):
        normal = normal_form(line)
        if (bare := normal.rstrip(": ")) in listed.ends:
            return END
        if bare in listed.lines or _opens(listed, line, f"{normal} "):
            return KNOWN
    return KNOWN if parts and _holds(line, parts) else None


def _may_be_short(listed: Words, line: str) -> bool:
    """Whether the first word of a short line is that of a row: tells most headlines apart cheaply."""
    first = _TOKEN.search(_straight(line))
    return first is not None and _numbered(first[0]) in listed.openings


def _may_open(listed: Words, line: str) -> bool:
    """Whether the first word of a line is that of a start or label row: tells most lines apart cheaply."""
    first = _straight(line[:LONGEST_LINE].split(maxsplit=1)[0].strip(_PUNCTUATION))
    return first in listed.starts or line[0] in "0123456789©@("


def _holds(line: str, parts: dict[str, list[str]]) -> bool:
    lowered = _straight(line)
    for word, phrases in parts.items():
        if word in lowered:
            whole = f" {normal_form(line)} "
            if any(f" {phrase}" in whole for phrase in phrases):
                return True
    return False


def _opens(listed: Words, line: str, normal: str) -> bool:
    """Whether the line opens as a start or label row does; somebody's quoted words never do."""
    phrases = listed.starts.get(normal.split(" ", 1)[0], ())
    if not normal.startswith(phrases) or line.startswith(_QUOTES):
        return False
    return len(line) <= LONGEST_LABELLED or not normal.startswith(listed.labels)


def normal_form(line: str) -> str:
    """-> the words of ``line`` as the rows write them: "Sign up & get $5!" gives "sign up & get #"."""
    return " ".join([_numbered(token) for token in _TOKEN.findall(_straight(line))])


def _straight(line: str) -> str:
    return line.lower().replace("’", "'")


def _numbered(token: str) -> str:
    return "#" if token[0].isdecimal() else token


@cache
def words() -> Words:
    table = files("numfacts.lexicon").joinpath("page_furniture.csv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(row for row in table if not row.startswith("#"))
    listed: dict[str, list[str]] = {"line": [], "end": [], "start": [], "label": [], "part": []}
    for row in rows:
        listed[row["pattern"]].append(row["words"])
    labels = [f"{phrase} :" for phrase in listed["label"]]
    whole = listed["line"] + listed["end"]
    return Words(
        lines=frozenset(listed["line"]),
        ends=frozenset(listed["end"]),
        openings=frozenset(phrase.split()[0] for phrase in whole + listed["start"] + labels),
        starts=_by(lambda phrase: phrase.split()[0], listed["start"] + labels),
        labels=tuple(f"{label} " for label in labels),
        parts=_by(
            lambda phrase: max(phrase.split(), key=lambda word: (word != "#", len(word))), listed["part"]
        ),
    )


def _by(key: Callable[[str], str], phrases: list[str]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for phrase in phrases:
        groups.setdefault(key(phrase), []).append(f"{phrase} ")
    return {word: tuple(group) for word, group in groups.items()}

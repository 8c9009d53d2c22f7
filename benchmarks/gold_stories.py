"""Reads the annotated stories of seeds/gold/: a text with its figures marked, and a row for every mark.

    title = "Inflation falls"
    genre = "economy"
    usage = "en-GB"                 # whose English it is: en-GB, en-US, en-IN or en-AU
    locale = "en-GB"                # what a reader is told of it; left out where nothing is
    published = 2025-06-18

    text = '''
    Inflation fell to «3.4%» in May, the statistics office said.
    '''

    facts = [
      { text = "3.4%", kind = "percent", value = 3.4, unit = "percent", change = "to", … },
    ]

docs/annotation.md says what goes into a row.  ``also = { unit = "EUR/share" }`` accepts a second reading of a cell,
``[…]`` several, ``""`` that it is empty.  A fault is told with the file and the line where it stands.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

from numfacts.model.fact import KINDS, MODIFIERS

Cell = str | float | bool | None

FOLDER = Path(__file__).parent.parent / "seeds" / "gold"
USAGES = ("en-GB", "en-US", "en-IN", "en-AU")
STORY_KEYS = {"title", "genre", "usage", "locale", "published", "text", "facts"}
NUMBERS = ("value", "low", "high")
WORDS = ("counted", "denominator", "measured_entity", "speaker")  # cells that quote the story
COLUMNS = ("kind", *NUMBERS, "unit", "modifier", "change", *WORDS, "period", "quoted")
ROW_KEYS = {"text", *COLUMNS, "also", "optional"}
WRITTEN_OUT: dict[str, Cell] = {"modifier": "exact", "quoted": False}  # what a cell left out stands for
ALLOWED: dict[str, set[Any]] = {
    "kind": set(KINDS) - {"ordinal", "date"},
    "modifier": set(MODIFIERS),
    "change": {None, "rise", "fall", "from", "to"},
}
IMPLIED = {"times", "people", "children"}  # twice, a crowd of 52,000, a father of three
MODIFIERS_OF: dict[tuple[bool, ...], set[str]] = {  # of a row with value, low, high
    (True, False, False): set(MODIFIERS) - {"range"},
    (False, True, True): {"range"},
    (False, True, False): {"at_least", "more_than"},
    (False, False, True): {"at_most", "less_than"},
}
MARK = re.compile(r"«([^«»]*)»")
ROW = re.compile(r"^\s*\{\s*text\s*=", re.MULTILINE)
DAY = r"\d{4}(?:-\d\d(?:-\d\d)?|-W\d\d)?"
PERIOD = re.compile(rf"{DAY}|(?:{DAY}|\.\.)/(?:{DAY}|\.\.)")


class GoldFact(NamedTuple):
    """One mark and its row: each column with the readings that are accepted, the best one first."""

    start: int
    end: int
    text: str
    spans: tuple[tuple[int, int], ...]  # also accepted, the mark itself included
    cells: dict[str, tuple[Cell, ...]]
    optional: bool  # need not be read


class GoldStory(NamedTuple):
    """A story without its marks, and the facts in it."""

    name: str
    title: str
    genre: str
    usage: str
    locale: str | None
    published: date | None
    text: str
    facts: tuple[GoldFact, ...]


class GoldError(ValueError):
    """``court.toml, line 41: "£1.2m" stands where line 9 has «£1.3m»``."""


class Source(NamedTuple):
    """A file as it was written, to tell where something stands in it."""

    path: Path
    written: str

    def line(self, place: int) -> int:
        return self.written.count("\n", 0, place) + 1

    def fault(self, place: int, cause: str) -> GoldError:
        return GoldError(f"{self.path.name}, line {self.line(place)}: {cause}")


def stories(folder: Path = FOLDER) -> list[GoldStory]:
    """-> every story of the folder, by name."""
    return [read_story(path) for path in sorted(folder.glob("*.toml"))]


def read_story(path: Path) -> GoldStory:
    """-> one story.  GoldError where the file breaks the form, or marks and rows disagree."""
    source = Source(path, path.read_text(encoding="utf-8"))
    try:
        story = tomllib.loads(source.written)
    except tomllib.TOMLDecodeError as error:
        raise GoldError(f"{path.name}: {error}") from None
    if wrong := sorted(STORY_KEYS - {"locale", "published"} - set(story)) or sorted(set(story) - STORY_KEYS):
        raise source.fault(0, f"{wrong[0]} is missing or not known")
    if story["usage"] not in USAGES:
        raise source.fault(source.written.index("usage"), f"usage is one of {', '.join(USAGES)}")
    text = MARK.sub(r"\1", story["text"])
    return GoldStory(
        path.stem, story["title"], story["genre"], story["usage"], story.get("locale"), story.get("published"),
        text, tuple(_facts(source, story["text"], text, story["facts"])),
    )  # fmt: skip


def _facts(source: Source, marked: str, text: str, rows: Sequence[dict[str, Any]]) -> Iterator[GoldFact]:
    marks = list(MARK.finditer(marked))
    opens = source.written.find(marked)
    if opens < 0 or MARK.search(source.written, 0, opens):
        raise source.fault(source.written.find("text"), "text stands between ''' and ''', without escapes")
    lines = [found.start() for found in ROW.finditer(source.written, opens + len(marked))]
    for number, (mark, row) in enumerate(zip(marks, rows, strict=False)):
        if mark[1] != row.get("text"):
            place = source.line(opens + mark.start())
            raise source.fault(
                lines[number], f'"{row.get("text")}" stands where line {place} has «{mark[1]}»'
            )
        start = mark.start() - 2 * number
        try:
            yield _fact(row, start, text)
        except ValueError as error:
            raise source.fault(lines[number], f"“{mark[1]}”: {error}") from None
    if len(marks) > len(rows):
        raise source.fault(opens + marks[len(rows)].start(), f"«{marks[len(rows)][1]}» has no row")
    if len(rows) > len(marks):
        raise source.fault(lines[len(marks)], f'"{rows[len(marks)].get("text")}" has no mark')


def _fact(row: dict[str, Any], start: int, text: str) -> GoldFact:
    also = row.get("also", {})
    if unknown := sorted(set(row) - ROW_KEYS) or sorted(set(also) - {*COLUMNS, "text"}):
        raise ValueError(f"{unknown[0]} is no column")
    cells = {
        name: tuple(_cell(name, cell) for cell in [row.get(name, ""), *_listed(also.get(name, ()))])
        for name in COLUMNS
    }
    _sound(cells, text)
    if row["kind"] == "ratio":  # “450 of 600 volunteers” may count them, too
        cells["counted"] += cells["denominator"]
    end = start + len(row["text"])
    others = (_overlapping(written, start, end, text) for written in _listed(also.get("text", ())))
    return GoldFact(start, end, row["text"], ((start, end), *others), cells, bool(row.get("optional", False)))


def _listed(cells: Any) -> Sequence[Any]:
    return cells if isinstance(cells, (list, tuple)) else [cells]


def _cell(name: str, written: Any) -> Cell:
    """``""`` is null, the modifier left out is exact; a fraction is written ``"1/6"``."""
    if written == "":
        return WRITTEN_OUT.get(name)
    if name in NUMBERS:
        return float(Fraction(str(written)))
    if isinstance(written, bool if name == "quoted" else str):
        return written
    raise ValueError(f"{name} cannot be {written!r}")


def _sound(cells: dict[str, tuple[Cell, ...]], text: str) -> None:
    """ValueError where a row cannot be: an unknown word, a number that is missing, words the story does not have."""
    for name, known in ALLOWED.items():
        if wrong := [cell for cell in cells[name] if cell not in known]:
            raise ValueError(f"{name} cannot be {wrong[0]!r}")
    stated = tuple(cells[name][0] is not None for name in NUMBERS)
    if cells["kind"][0] != "score" and cells["modifier"][0] not in MODIFIERS_OF.get(stated, ()):
        raise ValueError("value, or else low and high, and the modifier do not go together")
    words = " ".join(text.split())
    for name in WORDS:
        for cell in cells[name]:
            if cell is not None and cell not in IMPLIED and str(cell) not in words:
                raise ValueError(f"{name} “{cell}” is not what the story says")
    if wrong := [cell for cell in cells["period"] if cell is not None and not PERIOD.fullmatch(str(cell))]:
        raise ValueError(f"period {wrong[0]!r} is no ISO 8601 date or interval")


def _overlapping(written: str, start: int, end: int, text: str) -> tuple[int, int]:
    """-> where another cut of the same figure stands: ``three liters a day`` over ``three liters``."""
    found = text.find(written, max(0, start - len(written) + 1), end + len(written) - 1)
    if found < 0:
        raise ValueError(f"also.text “{written}” does not stand there")
    return found, found + len(written)

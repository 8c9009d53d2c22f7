"""A text with what is known about it, and its sentences.

``Document("Sales rose 5%.", doc_id="a.txt", locale="en-GB")``
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Document(NamedTuple):
    """One text as read.  Offsets everywhere are code points into ``text``, which is never rewritten."""

    text: str
    doc_id: str = "text"
    published: date | None = None
    locale: str | None = None  # BCP 47: "en-GB", "de"; None is unknown, read as English
    title: str | None = None
    body: int = 0  # where the front matter ends and the text proper begins


class Sentence(NamedTuple):
    """A half-open slice of a document that holds one sentence, and the part of the page it stands in."""

    start: int
    end: int
    section: str  # "headline" | "body" | "boilerplate"


class DocumentError(Exception):
    """A file that cannot be read: one line with the file, the place in it where known, and the cause."""

    def __init__(self, path: str, cause: str, place: str | None = None) -> None:
        self.path, self.cause, self.place = path, cause, place
        super().__init__(path, cause, place)

    def __str__(self) -> str:
        return f"{self.path}{'' if self.place is None else ', ' + self.place}: {self.cause}"

"""A file to be read, under the name that the user gave it, and what the user said about its texts.

``Source("news/a.txt").text(options)`` is its text; every way in which that can fail is a ``DocumentError``.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple, TextIO

from numfacts.documents.encodings import decode, sniff
from numfacts.model import DocumentError

STANDARD_INPUT = "-"


class Options(NamedTuple):
    """What holds for every document of a reading: the table's columns, and what to assume."""

    warn: Callable[[str], None]
    on_error: Callable[[DocumentError], None]  # a bad row; the other rows are still read
    text_column: str = "text"
    id_column: str | None = None
    published_column: str | None = None
    published: date | None = None
    locale: str | None = None


class Source(NamedTuple):
    path: str  # as given, "/" between its parts; "-" is standard input
    in_folder: bool = False  # found there, and not asked for by name

    @property
    def name(self) -> str:
        """-> the id of its document."""
        return "<stdin>" if self.path == STANDARD_INPUT else self.path

    def data(self) -> bytes:
        try:
            return sys.stdin.buffer.read() if self.path == STANDARD_INPUT else Path(self.path).read_bytes()
        except OSError as error:
            raise self.unreadable(error) from error

    def text(self, options: Options) -> str:
        """-> its text as written but for a byte order mark; a guessed encoding is told to ``warn``."""
        try:
            text, guessed = decode(self.data())
        except ValueError as error:
            raise DocumentError(self.name, str(error)) from None
        if guessed:
            options.warn(f"{self.name}: not UTF-8, read as {guessed}")
        return text

    def open(self, options: Options) -> TextIO:
        """-> the text to be read line by line, however long; line ends as written."""
        try:
            encoding, guessed = sniff(self.path)
            if guessed:
                options.warn(f"{self.name}: not UTF-8, read as {guessed}")
            return Path(self.path).open(encoding=encoding, errors="replace", newline="")
        except OSError as error:
            raise self.unreadable(error) from error
        except ValueError as error:
            raise DocumentError(self.name, str(error)) from None

    def unreadable(self, error: OSError) -> DocumentError:
        """-> the error in plain words."""
        return DocumentError(self.name, _CAUSES.get(type(error), (error.strerror or str(error)).lower()))


_CAUSES: dict[type[OSError], str] = {
    FileNotFoundError: "no such file",
    PermissionError: "no permission to read it",
    IsADirectoryError: "is a folder",
    NotADirectoryError: "no such file",
}

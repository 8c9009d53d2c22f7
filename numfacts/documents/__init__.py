"""Files, folders and tables of text as documents.

``read("story.md")`` gives one document, ``read("stories.csv")`` one a row, ``read("stories/")`` those of its
files.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path, PurePath

from numfacts.documents.readers import markdown, plain_text, readers
from numfacts.documents.sources import STANDARD_INPUT, Options, Source
from numfacts.documents.table_rows import NoTextColumnError
from numfacts.model import Document, DocumentError

__all__ = ["read", "read_all"]


def read(
    path: str | os.PathLike[str],
    *,
    text_column: str = "text",
    id_column: str | None = None,
    published_column: str | None = None,
    published: date | None = None,
    locale: str | None = None,
    warn: Callable[[str], None] | None = None,
) -> Iterator[Document]:
    """-> the documents of a file, a table, a folder or ("-") standard input, one at a time.

    A file's ``doc_id`` is its path as given; a row's is its id column or ``<path>#row=<n>`` (RFC 7111), in
    which a header counts as row 1.  Raises ``DocumentError`` at the first thing that cannot be read, where
    ``read_all`` goes on.  ``warn`` hears of what was assumed or left out; without it ``warnings`` do.
    """
    options = Options(warn or _warn, _raise, text_column, id_column, published_column, published, locale)
    for source in _sources(path, options):
        yield from _read(source, options)


def read_all(
    paths: Iterable[str | os.PathLike[str]],
    *,
    on_error: Callable[[DocumentError], None],
    text_column: str = "text",
    id_column: str | None = None,
    published_column: str | None = None,
    published: date | None = None,
    locale: str | None = None,
    warn: Callable[[str], None] | None = None,
) -> Iterator[Document]:
    """Like ``read`` for several paths: each file or row that cannot be read is one call of ``on_error``."""
    options = Options(warn or _warn, on_error, text_column, id_column, published_column, published, locale)
    for path in paths:
        try:
            for source in _sources(path, options):
                try:
                    yield from _read(source, options)
                except DocumentError as error:
                    on_error(error)
        except DocumentError as error:
            on_error(error)


def _sources(path: str | os.PathLike[str], options: Options) -> Iterator[Source]:
    """-> the file itself, or the files of the folder whose format is known: sorted, hidden ones left out."""
    given = os.fspath(path)
    if given == STANDARD_INPUT or not Path(given).is_dir():
        yield Source(given)
        return
    members = sorted(_members(given, options), key=lambda member: PurePath(member).parts)
    if not members:
        raise DocumentError(given, f"holds no file that ends in {', '.join(sorted(readers()))}")
    for member in members:
        yield Source(member, in_folder=True)


def _members(folder: str, options: Options) -> Iterator[str]:
    def unreadable(error: OSError) -> None:
        options.on_error(Source(PurePath(error.filename or folder).as_posix()).unreadable(error))

    for at, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if not name.startswith(".") and PurePath(name).suffix.lower() in readers():
                yield PurePath(at, name).as_posix()


def _read(source: Source, options: Options) -> Iterator[Document]:
    """An unknown suffix is plain text; standard input may be Markdown with front matter."""
    suffix = PurePath(source.path).suffix.lower()
    reader = markdown.read if source.path == STANDARD_INPUT else readers().get(suffix, plain_text.read)
    if not source.in_folder:
        return reader(source, options)
    return _unless_of_other_things(reader(source, options), options)


def _unless_of_other_things(documents: Iterator[Document], options: Options) -> Iterator[Document]:
    """Stories have tables beside them: their data, their reference sheets.  Nobody asked for those by name."""
    try:
        yield from documents
    except NoTextColumnError as error:
        options.warn(f"{error.path}: left out, for it has no column {options.text_column!r}")


def _raise(error: DocumentError) -> None:
    raise error


def _warn(message: str) -> None:
    warnings.warn(message, stacklevel=3)

"""Plain text: the file is the document.

``story.txt`` is one document whose text is the file's, byte order mark apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from numfacts.documents.sources import Options, Source
from numfacts.model import Document

SUFFIXES = (".txt", ".text")


def read(source: Source, options: Options) -> Iterator[Document]:
    yield Document(source.text(options), source.name, options.published, options.locale)

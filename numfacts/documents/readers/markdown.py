"""Markdown: the file is the document, its front matter says when it was published, its title and language.

``"---\\npublished: 2031-04-22\\nlang: en-GB\\n---\\nFares rose 5%."``
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from numfacts.documents.front_matter import FrontMatter, front_matter
from numfacts.documents.sources import Options, Source
from numfacts.documents.written_dates import read_date
from numfacts.model import Document

SUFFIXES = (".md", ".markdown")


def read(source: Source, options: Options) -> Iterator[Document]:
    """The text keeps its front matter, so that offsets are those of the file; ``body`` is where it ends.

    Keys: ``published`` (or ``date``), ``lang`` (or ``locale``), ``title``.  What the caller says goes before.
    """
    text = source.text(options)
    found = front_matter(text) or FrontMatter({}, 0)
    told = {key: value.text.strip() for key, value in found.values.items()}
    yield Document(
        text,
        source.name,
        options.published or _published(found, source, options),
        options.locale or told.get("lang") or told.get("locale"),
        told.get("title") or None,
        found.body,
    )


def _published(found: FrontMatter, source: Source, options: Options) -> date | None:
    value = found.values.get("published") or found.values.get("date")
    if value is None:
        return None
    published = read_date(value.text)
    if published is None:
        options.warn(f"{source.name}, line {value.line}: {value.text!r} is no date that is known, left out")
    return published

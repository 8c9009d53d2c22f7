"""A web page: the story that trafilatura finds in it, with its title as the first line.

``<h1>Fares rise</h1><p>Fares rose 5%.</p>`` is the text "Fares rise\\nFares rose 5%." if that is the story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from numfacts.documents.page_comments import marked, put_back, without
from numfacts.documents.sources import Options, Source
from numfacts.documents.written_dates import read_date
from numfacts.model import Document, DocumentError

_LANGUAGE = re.compile(
    r"""<html\b [^>]{0,500}? \s lang = ["']? (?P<tag> [a-z]{2,3} (?: -[a-z\d]{2,8} )* )""",
    re.VERBOSE | re.IGNORECASE,
)

# Of the date in a page's metadata, not of one guessed from its prose: "from 2017 until 2021" is no day of publication
ONLY_MARKED_DATES = {"extensive_search": False, "original_date": True}
_ANY_TAG = re.compile(r"</?[a-zA-Z!]")

SUFFIXES = (".html", ".htm", ".xhtml")


def read(source: Source, options: Options) -> Iterator[Document]:
    """Offsets count in the extracted text.  ``favor_precision`` keeps menus and other stories out.

    Comments that speak to numfacts are kept, each at the end of the line that it stands in or above.
    """
    try:
        import trafilatura
    except ImportError:
        raise DocumentError(source.name, "reading web pages needs: pip install numfacts[html]") from None
    page = source.text(options)
    if not _ANY_TAG.search(page):  # a story saved under this name, as it is
        yield Document(page, source.name, options.published, options.locale)
        return
    shown, comments = marked(page)
    try:
        found: Any = trafilatura.bare_extraction(
            shown,
            favor_precision=True,
            with_metadata=True,
            include_comments=False,
            date_extraction_params=ONLY_MARKED_DATES,
        )
    except Exception as error:  # a parser under it that trips over a page says so in many ways
        raise DocumentError(source.name, f"cannot be read as a web page ({error})") from error
    title = without(found.title or "", comments).strip() if found else ""
    text = put_back(found.text or "", comments) if found else ""
    if title and not text.startswith(title):
        text = f"{title}\n\n{text}"
    yield Document(
        text,
        source.name,
        options.published or (read_date(found.date) if found else None),
        options.locale or (_language(page)),
        title or None,
    )


def _language(page: str) -> str | None:
    found = _LANGUAGE.search(page, 0, 5000)
    return found["tag"] if found else None

"""A document as sentences: where each begins and ends, and the part of the page it stands in.

``sentences(Document("Rates rise\\nThe bank acted. It said so.\\nAccept cookies"))`` gives a headline, two
sentences of the body and one of boilerplate.
"""

from __future__ import annotations

import re

from numfacts.documents.blocks import CODE, TEXT, TITLE, Block, blocks
from numfacts.documents.front_matter import title_span
from numfacts.documents.page_furniture import page_furniture
from numfacts.documents.sentence_ends import sentence_spans
from numfacts.model import Document, Sentence

LONGEST_HEADLINE = 25  # words
_NO_HEADLINE = re.compile(
    r"""
      .* [.,;:–—-] ["'”’)]?      # a sentence, a label or a dateline:  "LONDON, 3 May (PA) —"
    | (?: By | BY ) [ ] .*       # "By Ama Osei"
    | .* \t .*                   # a row of a table
    """,
    re.VERBOSE | re.DOTALL,
)


def sentences(document: Document) -> list[Sentence]:
    """-> the sentences of ``document`` in order: trimmed, not empty, not overlapping.

    They cover everything but blank space, Markdown markers and HTML comments; of the front matter, the title.
    Page furniture is flagged ``boilerplate``, not dropped: a flag that errs must not cost a figure.
    """
    text = document.text
    markdown = document.body > 0 or document.doc_id.lower().endswith((".md", ".markdown"))
    found = blocks(text, document.body, markdown=markdown)
    furniture = page_furniture(text, found)
    headline = _headline(text, found, furniture) if len(found) > 1 else None
    title = title_span(text, document.body)
    told = [Sentence(*title, "headline")] if title else []
    for number, (start, end, kind) in enumerate(found):
        if kind == CODE or number in furniture:
            section = "boilerplate"
        elif kind == TITLE or number == headline:
            section = "headline"
        else:
            section = "body"
        told += [Sentence(first, last, section) for first, last in sentence_spans(text, start, end)]
    return told


def _headline(text: str, found: list[Block], furniture: frozenset[int]) -> int | None:
    """-> the first block that is no furniture, by number, if it looks like a headline and a story follows.

    A text that marks its titles has no other headline.
    """
    if any(block.kind == TITLE for block in found):
        return None
    story = (number for number, block in enumerate(found) if block.kind == TEXT and number not in furniture)
    first, second = next(story, None), next(story, None)
    if first is None or second is None:
        return None
    line = text[found[first].start : found[first].end]
    if len(line.split(maxsplit=LONGEST_HEADLINE)) > LONGEST_HEADLINE or _NO_HEADLINE.fullmatch(line):
        return None
    return first

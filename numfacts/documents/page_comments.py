"""Comments of a web page that speak to numfacts, kept while the rest of its markup goes.

``<p>Fares rose 5%. <!-- numfacts: ignore[share] --></p>`` is the line
``Fares rose 5%. <!-- numfacts: ignore[share] -->`` of the text, as it would be in Markdown.
"""

from __future__ import annotations

import re

_COMMENT = re.compile(r"<!--\s*numfacts:[^<>\r\n]{0,500}?-->", re.IGNORECASE)
# What may open between a comment and the words that it stands above.
_OPENINGS = re.compile(
    r"""
    (?: \s*+ < (?: p|h[1-6]|[uo]l|li|dl|d[td]|blockquote|div|article|section|main|table|t(?:able|body|head|r|d|h)
               |fig(?:ure|caption)|span|a|strong|em|b|i ) \b [^<>]* > )*+
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NEAR = 200  # code points: more white space than that is between elements
# Signs that no story uses and that extractors of text take for words; their number tells the comments apart.
_SIGNS = "\N{DOMINO TILE VERTICAL BACK}\N{DOMINO TILE HORIZONTAL BACK}\N{ROMAN SEXTANS SIGN}"


def marked(page: str) -> tuple[str, dict[str, str]]:
    """-> the page with a word of signs and digits for each such comment, and the comment of each word.

    A comment between two elements is put into the one that follows.
    """
    sign = next((sign for sign in _SIGNS if sign not in page), None)
    if sign is None or not _COMMENT.search(page):
        return page, {}
    comments: dict[str, str] = {}
    parts = []
    at = 0
    for found in _COMMENT.finditer(page):
        if found.start() < at:
            continue
        word = f"{sign}{len(comments)}{sign}"
        comments[word] = found[0]
        before = page[max(at, found.start() - _NEAR) : found.start()].rstrip()
        between = not before or before.endswith(">")
        openings = _OPENINGS.match(page, found.end()) if between else None
        parts += [page[at : found.start()], openings[0] if openings else "", f" {word} "]
        at = openings.end() if openings else found.end()
    return "".join([*parts, page[at:]]), comments


def put_back(text: str, comments: dict[str, str]) -> str:
    """-> the text that was taken out of such a page, each comment at the end of its line."""
    if not comments:
        return text
    words = _words(comments)
    lines = []
    for line in text.split("\n"):
        there = [comments[word.strip()] for word in words.findall(line) if word.strip() in comments]
        lines.append(" ".join([without(line, comments).rstrip(), *there]) if there else line)
    return "\n".join(lines)


def without(text: str, comments: dict[str, str]) -> str:
    """-> the text without those words."""
    return _words(comments).sub("", text) if comments else text


def _words(comments: dict[str, str]) -> re.Pattern[str]:
    sign = next(iter(comments))[0]
    return re.compile(
        rf"(?: ^{sign}[0-9]{{1,9}}{sign}[ ]? | [ ]?{sign}[0-9]{{1,9}}{sign} )", re.VERBOSE | re.MULTILINE
    )

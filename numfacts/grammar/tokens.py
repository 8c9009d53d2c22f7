"""A sentence as parallel lists of tokens with their offsets into the document.

``tokenise("up $1.2bn", 0, 9).words == ["up", "$", "1.2", "bn"]`` (followed by empty padding tokens).
"""

from __future__ import annotations

import re

TOKEN = re.compile(
    r"""
      [A-Za-z]++(?![.'’\w])                           # most words, at one go
    | (?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?      # U.S.   m.p.h.   a.m
    | [^\W\d_]+(?:['’](?![sS]\b)[^\W\d_]+)*          # missiles   don't   O'Brien   (not the ’s of Spain’s)
    | \d+(?:[.,·]\d+)*                               # 10,000   10.47   12,34,567.89   3·5 (medical journals)
    | ['’][sS]\b                                     # ’s
    | \S                                             # $   %   –   (   ½
    """,
    re.VERBOSE,
)

DASHES = frozenset("-‐‑–—−")
MINUS_SIGNS = frozenset("-−–‑")
SLASHES = frozenset("/⁄∕")

PADDING = 8  # empty tokens after the last one: looking a few tokens ahead, or back past the first, finds ""


_NOTHING = [""] * PADDING


class Tokens:
    """``words`` are lower-cased, ``raw`` as written; the last ``PADDING`` of them are empty strings.

    Looking ahead of the end or back before the start by up to ``PADDING`` tokens is safe and gives "".
    """

    __slots__ = ("_title_case", "_vocabulary", "count", "ends", "nouns", "raw", "starts", "text", "words")

    def __init__(self, text: str, start: int, end: int) -> None:
        raw = TOKEN.findall(text, start, end)
        starts, ends, at = [], [], start
        for token in raw:  # only blank space stands between tokens
            at = text.find(token, at)
            starts.append(at)
            at += len(token)
            ends.append(at)
        self.text = text
        self.count = len(raw)
        self.starts = starts + [end] * PADDING
        self.ends = ends + [end] * PADDING
        self.raw: list[str] = raw + _NOTHING
        self.words = list(map(str.lower, self.raw))
        self._vocabulary: frozenset[str] | None = None
        self._title_case: bool | None = None
        self.nouns: dict[
            tuple[int, bool], tuple[int, int] | None
        ] = {}  # noun phrases read already, by their place

    @property
    def vocabulary(self) -> frozenset[str]:
        """The different words, for questions of topic: counted once, however many figures the sentence has."""
        if self._vocabulary is None:
            self._vocabulary = frozenset(self.words)
        return self._vocabulary

    @property
    def title_case(self) -> bool:
        """Is it a headline in title case, whose capitals name nothing?"""
        if self._title_case is None:
            long = [raw for raw in self.raw[: self.count] if raw.isalpha() and len(raw) > 3]
            closed = (
                self.raw[self.count - 1] == "." if self.count else False
            )  # no headline ends with a full stop
            self._title_case = (
                not closed and len(long) > 3 and sum(raw[:1].isupper() for raw in long) >= 0.8 * len(long)
            )
        return self._title_case

    def glued(self, i: int) -> bool:
        """Does token ``i`` follow the one before it without a space?"""
        return 0 < i < self.count and self.starts[i] == self.ends[i - 1]

    def slice(self, first: int, last: int) -> str:
        """The text of the tokens ``first`` to ``last`` (exclusive), as written."""
        return self.text[self.starts[first] : self.ends[last - 1]] if last > first else ""


def tokenise(text: str, start: int, end: int) -> Tokens:
    """-> the tokens of ``text[start:end]``, their offsets counted from the start of ``text``."""
    return Tokens(text, start, end)

"""Where the sentences of a paragraph end: one scan for end marks, and a look at the words on both sides.

``"Mr. Osei of Acme Inc. left at 5 p.m. The No. 2 stays."``
gives ``"Mr. Osei of Acme Inc. left at 5 p.m."`` and ``"The No. 2 stays."``
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

# The first class stands in front so that `re` skips to it at memory speed; the look-behind then keeps a run
# of marks from being tried again at each of its characters, which would be quadratic.
_MARK = re.compile(
    r"""
    [.!?…。！？•●▪] (?<! [.!?…。！？•●▪]{2} ) [.!?…。！？•●▪]*+   # .  ?!  ...  a bullet inside a line
    ["'”’»)\]」』]*+                                             # what closes with the sentence:  ."  .)  .’”
    (?: \s++                                                     # "it ended. The"
      | (?= [“‘]? [A-Z][a-z'’ ] )                                # "it ended.The", a space lost in pasting
      | (?= [\u3040-\u30ff\u3400-\u9fff「『] )                   # Chinese and Japanese write no space
    )
    """,
    re.VERBOSE,
)
_FOLLOWER = re.compile(
    r"""
    (?P<opening> ["'“”‘’«(\[]*+ )       # opens with the sentence:  "We   (The   [Mr
    (?P<word> [^\W\d_]*+ )               # the first word, empty before a figure:  5,000   $5
    """,
    re.VERBOSE,
)
_LIST_NUMBER = re.compile(r"\d{1,2} | [a-z] | [ivx]{1,4}", re.VERBOSE)  # 2.  a.  iv.
_INITIALS = re.compile(r"[A-Z] | (?: [^\W\d_] [.-] ){1,5} [^\W\d_]", re.VERBOSE)  # J  J.K  U.S  p.m  J.-P
_OPENERS = "\"'“‘«([{—–-/"
_QUOTES = ('"', "“", "‘", "«", "'")
_BULLETS = "•●▪"
_LONGEST = 12  # characters: no abbreviation is longer


def sentence_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut the paragraph ``text[start:end]``, trimmed and not empty, into the spans of its sentences."""
    for mark in _MARK.finditer(text, start, end):
        stop, following = mark.span()
        if following >= end:
            break
        if text[stop] in _BULLETS:
            stop = start + len(text[start:stop].rstrip())
        elif _ends_sentence(text, start, mark):
            stop += len(mark[0].rstrip())
        else:
            continue
        if stop > start:
            yield start, stop
        start = following
    yield start, end


def _ends_sentence(text: str, start: int, mark: re.Match[str]) -> bool:
    """Whether the sentence that began at ``start`` ends with ``mark``.

    ends = mark follower, where the follower is not lower-case and, if the mark is one full stop,
    neither the word before it nor the two words together say that the sentence goes on
    """
    stop, following = mark.span()
    words = text[max(start, stop - _LONGEST) : stop].split()
    last = words[-1] if words and not text[stop - 1].isspace() else ""  # nothing in tokenised copy: "rose ."
    if text[stop:following] == ". " and text[following].isupper() and len(last) > 1 and last.isalpha():
        if last not in _abbreviations():  # nine ends of ten, known without looking further
            return True
    follower = _FOLLOWER.match(text, following)
    assert follower is not None  # it may be empty
    word = follower["word"]
    if word and word[0].islower() and not word[1:2].isupper():  # '"Why?" she asked'; but "iPhone sales"
        return False
    starts = word in _classes()["starter"]
    if not mark[0][-1].isspace() and word.isascii() and word and mark[0][-1] in ".!?":
        return starts and last[-2:].islower()  # "ended.The", not "Booking.Com"
    if text[stop] == "…" or text.startswith("..", stop):  # "It was … 40 years ago", "I ... I had two"
        return bool(word) and word != "I" and (bool(last) or starts)
    if not last or text[stop] != "." or text[stop + 1] in "!?":
        return last + text[stop] not in _abbreviations()  # "Yahoo! Inc."
    return _full_stop_ends(text, start, stop, last.lstrip(_OPENERS), follower)


def _full_stop_ends(text: str, start: int, stop: int, last: str, follower: re.Match[str]) -> bool:
    """Whether the single full stop at ``stop``, after the word ``last``, ends a sentence."""
    if stop - len(last) == start and _LIST_NUMBER.fullmatch(last):  # "2. The second plan"
        return False
    kind = _abbreviations().get(last)
    if kind is None and (kind := _unlisted(last)) is None:
        return True
    word, opening = follower["word"], follower["opening"]
    if kind == "title":
        return False
    if kind == "number":
        return bool(word)
    if kind == "hour":
        return bool(word) and word not in _classes()["zone"]
    initial = text[follower.end() : follower.end() + 1] == "."  # "J. A. Smith": no starter
    return (word in _classes()["starter"] and not initial) or (bool(word) and opening[:1] in _QUOTES)


def _unlisted(last: str) -> str | None:
    """The class of a word that no row lists: ``J`` in "J. K. Osei", ``U.N`` and ``p.m`` by their shape."""
    return "suffix" if _INITIALS.fullmatch(last) else None


@cache
def _classes() -> dict[str, frozenset[str]]:
    """-> the words of each class, as lexicon/abbreviations.txt lists them."""
    rows = files("numfacts.lexicon").joinpath("abbreviations.txt").read_text("utf-8").splitlines()
    words: dict[str, set[str]] = {}
    for row in rows:
        if row and not row.startswith("#"):
            name, _, listed = row.partition(":")
            words.setdefault(name, set()).update(listed.split())
    for name in ("title", "number", "suffix"):  # in capitals too: "OCT. 7"
        words[name] |= {word.upper() for word in words[name] if len(word) > 1 and word[0].isupper()}
    return {name: frozenset(listed) for name, listed in words.items()}


@cache
def _abbreviations() -> dict[str, str]:
    """-> the class of each abbreviation."""
    return {word: name for name in ("title", "number", "suffix", "hour") for word in _classes()[name]}

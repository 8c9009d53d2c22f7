"""Where on a web page the story stands: the stretch of blocks with the most prose and the least else.

Of a menu, a title, twelve paragraphs with a share button between them, a list of other stories and a form,
it is the paragraphs; the title above them is kept too.  Everything else is furniture.
"""

from __future__ import annotations

import re

from numfacts.documents.blocks import Block

KNOWN, END = "known", "end"  # furniture by its words; a line after which the story is over
_STAMP, _PROSE, _SHORT = "stamp", "prose", "short"

# What a block counts for, in words.  Measured on 42 pages whose article is known: a short line costs from
# four words (menus leak in) to five and a half (tables and lists in stories drop out).
_COUNTS = {KNOWN: -15, END: -200, _STAMP: -6}
_SHORT_COSTS = 5
_PROSE_COUNTS_AT_MOST = 60
_LEAST_STORY = 60

_PROSE_FROM = 10  # words, with an end mark
_SURELY_PROSE_FROM = 25  # words, without
_LONGEST_STAMP = 14  # words
_TITLE_WITHIN = 12  # blocks above the story: dateline, byline and buttons stand between
_SHORTEST_TITLE = 4  # words

_PROSE_ENDS = (".", "!", "?", "…", ":", "”", '"', ")")
_TOKEN = re.compile(r"[^\W\d_]++ | \d++", re.VERBOSE)
_DIGIT = re.compile(r"\d")
_STAMPS = frozenset(
    """january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun
    am pm ago comment comments reply replies likes retweets""".split()
)
_AMONG_STAMPS = _STAMPS | frozenset(
    """a at by d day days edt est et gmt h hour hours hrs last m min mins minute minutes modified on p posted
    published read t the updated utc z""".split()
)


def furniture_by_place(text: str, found: list[Block], known: dict[int, str]) -> frozenset[int]:
    """-> the numbers of the blocks outside the story, and of the stamps in it; none where there is no story.

    The stretch with the highest sum of counts is found in one pass (Kadane's algorithm).
    """
    lengths = [len(text[start:end].split()) for start, end, _ in found]
    shapes = [
        known.get(number) or _shape(text[a:b], lengths[number]) for number, (a, b, _) in enumerate(found)
    ]
    best = here = first = 0
    story = range(0)
    for number, shape in enumerate(shapes):
        if here <= 0:
            here, first = 0, number
        here += _count(shape, lengths[number])
        if here > best:
            best, story = here, range(first, number + 1)
    if best < _LEAST_STORY:
        return frozenset()
    above = {0, *range(max(0, story.start - _TITLE_WITHIN), story.start)}
    titles = {number for number in above if shapes[number] == _SHORT and lengths[number] >= _SHORTEST_TITLE}
    return frozenset(
        number
        for number, shape in enumerate(shapes)
        if shape == _STAMP or (number not in story and number not in titles)
    )


def _count(shape: str, length: int) -> int:
    if shape == _PROSE:
        return min(length, _PROSE_COUNTS_AT_MOST)
    return length - _SHORT_COSTS if shape == _SHORT else _COUNTS[shape]


def _shape(line: str, length: int) -> str:
    if length >= _SURELY_PROSE_FROM or (length >= _PROSE_FROM and line.endswith(_PROSE_ENDS)):
        return _PROSE
    return _STAMP if length <= _LONGEST_STAMP and _is_stamp(line) else _SHORT


def _is_stamp(line: str) -> bool:
    """Whether a line only dates or counts: "Published: 3 May 2031, 9:05 am", "13H ago", "27 Reply".

    A bare number is none: it may be the cell of a table.
    """
    if not _DIGIT.search(line):
        return False
    words = set(_TOKEN.findall(line.lower()))
    letters = {word for word in words if not word.isdecimal()}
    return letters != words and letters <= _AMONG_STAMPS and not letters.isdisjoint(_STAMPS)

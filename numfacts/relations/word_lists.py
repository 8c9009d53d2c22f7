"""Lists of words as the patterns of this folder hold them.

A blank parts two words, ``_`` is a blank within one, a line is a sense: ``"yes in_favou?r"``.
"""

from __future__ import annotations


def any_of(words: str) -> str:
    r"""-> a pattern of one of the words, for verbose patterns: ``"yes in_favou?r"`` is ``(?:yes|in\ favou?r)``."""
    return rf"(?:{'|'.join(words.split())})".replace("_", r"\ ")

"""Patterns that are compiled when they are first used.

``NEW = late(r"\\bto ?$")`` is used as what ``re.compile`` gives.  The readers of relations have some four hundred; a
story needs a hundred of them, and the others would be a fifth of what ``numfacts check`` costs from cold.
"""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn", "pattern")


class _Late:
    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        """Only asked for what is not there yet: from then on the pattern's own methods are."""
        if name not in _METHODS:
            raise AttributeError(name)
        pattern = re.compile(self._source, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(pattern, method))
        return getattr(pattern, name)


def late(source: str, flags: int = 0) -> re.Pattern[str]:
    """-> a pattern whose source is looked at when it is first used; re.error comes then, too."""
    return cast("re.Pattern[str]", _Late(source, flags))

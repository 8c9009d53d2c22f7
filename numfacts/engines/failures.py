"""What stands in for the result of a document whose work failed.

``guarded(work, document)`` -> ``work(document)``, or ``Failed("a.txt", "ValueError: …", "Traceback …")``.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from typing import NamedTuple, TypeVar

from numfacts.model.document import Document

Result = TypeVar("Result")


class Failed(NamedTuple):
    """The document, the cause in one line, and the traceback where there is one."""

    doc_id: str
    cause: str
    trace: str = ""


def guarded(work: Callable[[Document], Result], document: Document) -> Result | Failed:
    """One document's error, of whatever kind, must not cost the others theirs."""
    try:
        return work(document)
    except Exception as error:
        cause = " ".join(f"{type(error).__name__}: {error}".split())
        return Failed(document.doc_id, cause, traceback.format_exc())

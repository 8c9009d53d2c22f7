"""Runs documents one after the other: ``list(run(documents, work))``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from numfacts.engines.failures import Failed, Result, guarded
from numfacts.model.document import Document


def run(
    documents: Iterable[Document], work: Callable[[Document], Result], jobs: int = 1
) -> Iterator[Result | Failed]:
    """-> the result of each document, in order, as it comes; ``jobs`` is for engines that have some."""
    for document in documents:
        yield guarded(work, document)

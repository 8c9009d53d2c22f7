"""Runs documents in several processes, in order, in bounded memory: ``list(run(documents, work, jobs=4))``.

A document that kills its process (out of memory, a crash in a C library) costs only itself: those that were
under way with it are done again, each in a process of its own, and the one that dies again is the culprit.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from numfacts.engines.failures import Failed, Result, guarded
from numfacts.model.document import Document

_AHEAD = 4  # documents a process has waiting for it: enough to keep it busy, few enough to hold in memory


def run(
    documents: Iterable[Document], work: Callable[[Document], Result], jobs: int = 2
) -> Iterator[Result | Failed]:
    """-> the result of each document, in order; ``jobs`` processes share the work."""
    queue = iter(documents)
    while True:
        pool = _pool(jobs)
        under_way: deque[tuple[Document, Future[Result | Failed]]] = deque()
        try:
            yield from _until_broken(pool, queue, work, under_way, jobs * _AHEAD)
            return
        except BrokenProcessPool:
            pool.shutdown(cancel_futures=True)
            for document, future in under_way:
                yield _result(document, future) if _is_finished(future) else _alone(document, work)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _until_broken(
    pool: ProcessPoolExecutor,
    queue: Iterator[Document],
    work: Callable[[Document], Result],
    under_way: deque[tuple[Document, Future[Result | Failed]]],
    ahead: int,
) -> Iterator[Result | Failed]:
    """Takes a document off ``under_way`` only when its result is there."""
    exhausted = False
    while under_way or not exhausted:
        while not exhausted and len(under_way) < ahead:
            document = next(queue, None)
            if document is None:
                exhausted = True
            else:
                under_way.append((document, _submitted(pool, work, document)))
        if under_way:
            result = _result(*under_way[0])
            under_way.popleft()
            yield result


def _submitted(
    pool: ProcessPoolExecutor, work: Callable[[Document], Result], document: Document
) -> Future[Result | Failed]:
    try:
        return pool.submit(guarded, work, document)
    except BrokenProcessPool as error:  # it broke on an earlier document: told when that one's turn comes
        broken: Future[Result | Failed] = Future()
        broken.set_exception(error)
        return broken


def _result(document: Document, future: Future[Result | Failed]) -> Result | Failed:
    try:
        return future.result()
    except BrokenProcessPool:
        raise
    except Exception as error:  # work or its result cannot be pickled
        return Failed(document.doc_id, f"{type(error).__name__}: {error}")


def _is_finished(future: Future[Result | Failed]) -> bool:
    return future.done() and not future.cancelled() and not isinstance(future.exception(), BrokenProcessPool)


def _alone(document: Document, work: Callable[[Document], Result]) -> Result | Failed:
    with _pool(1) as pool:
        try:
            return pool.submit(guarded, work, document).result()
        except BrokenProcessPool:
            return Failed(document.doc_id, "the process that read it died")


def _pool(jobs: int) -> ProcessPoolExecutor:
    # Forking copies locks that other threads hold, and is no default anywhere from Python 3.14 on.
    return ProcessPoolExecutor(
        jobs, mp_context=get_context("spawn"), initializer=_leave_interrupts_to_the_parent
    )


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)

"""Writes a file whole or not at all: whoever opens it sees the old content or the new, never half of it.

``with replacing(Path("facts.csv")) as stream: stream.write(b"…")`` keeps the old file if the body raises.
"""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EACCES
from pathlib import Path
from typing import BinaryIO


class OutputError(Exception):
    """A file that cannot be written, or read back: one line with the file and the cause."""

    def __init__(self, path: str, cause: str) -> None:
        self.path, self.cause = path, cause
        super().__init__(f"{path}: {cause}")


@contextmanager
def naming(path: object) -> Iterator[None]:
    """Turns an OSError of the body into an OutputError about that file, unless a pipe's reader has left."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(str(path), error.strerror or str(error)) from error


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Yields a stream beside ``path`` that takes its place when the body ends well.  Raises OutputError.

    A symbolic link stays one: the file that it points to is replaced.  A new file gets the permissions that
    the umask leaves, a replaced one keeps its own.  A device or a pipe (``/dev/stdout``) is written as is.
    """
    with naming(path):
        target = Path(os.path.realpath(path))
        mode = _mode(target)
    if mode is None or stat.S_ISREG(mode):
        yield from _beside(path, target, mode)
        return
    with naming(path):
        stream = target.open("wb")
    try:
        yield stream
        with naming(path):
            stream.close()
    finally:
        _let_go(stream)


def _beside(path: Path, target: Path, mode: int | None) -> Iterator[BinaryIO]:
    with naming(path):
        if mode is not None and not os.access(target, os.W_OK):
            raise PermissionError(EACCES, os.strerror(EACCES))
        # The name is short and our own: beside a name of 255 bytes nothing longer than it would fit.
        new = target.with_name(f".numfacts-{secrets.token_hex(6)}")
        stream = new.open("xb")
    try:
        yield stream
        with naming(path):
            stream.flush()
            os.fsync(stream.fileno())
            stream.close()
            if mode is not None:
                new.chmod(stat.S_IMODE(mode))
            os.replace(new, target)
    except BaseException:
        _let_go(stream)
        with suppress(OSError):
            new.unlink()
        raise


def _let_go(stream: BinaryIO) -> None:
    """Closing writes what the stream still holds, and fails once more where the disk is full."""
    with suppress(OSError):
        stream.close()


def _mode(target: Path) -> int | None:
    try:
        return target.stat().st_mode
    except FileNotFoundError:
        return None

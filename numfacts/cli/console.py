"""What the commands say beside their output: problems as one line each, and how far a long run has come."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import BinaryIO, TypeVar

import click

from numfacts.outputs.plain_line import plain

Item = TypeVar("Item")
_MANY = 20  # documents: a run that is over sooner needs no progress bar


def problem(message: str) -> None:
    """One line on standard error, whatever the message quotes."""
    click.echo(f"numfacts: {plain(message)}", err=True)


def remark(message: str) -> None:
    """What is no problem but not part of the output either."""
    click.echo(plain(message), err=True)


def trace(text: str) -> None:
    """A traceback, for those who asked for it: ``NUMFACTS_DEBUG=1``."""
    if os.environ.get("NUMFACTS_DEBUG"):
        click.echo(text, err=True)


def standard_output() -> BinaryIO:
    return sys.stdout.buffer


def output_is_a_terminal() -> bool:
    return sys.stdout.isatty()


def show(text: str) -> None:
    """Lines on standard output; a letter that its encoding does not have is a question mark."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    click.echo(text.encode(encoding, "replace").decode(encoding))


def forget_standard_output() -> None:
    """Python flushes standard output once more when it exits; after a broken pipe that must go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def counted(results: Iterable[Item]) -> Iterator[Item]:
    """-> the results, with a running count on a terminal that shows nothing else."""
    if output_is_a_terminal() or not sys.stderr.isatty():
        yield from results
        return
    results = iter(results)
    for _, result in zip(range(_MANY), results, strict=False):
        yield result
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    shown = (SpinnerColumn(), TextColumn("{task.completed:,} documents"), TimeElapsedColumn())
    with Progress(*shown, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None, completed=_MANY)
        for result in results:
            progress.advance(task)
            yield result

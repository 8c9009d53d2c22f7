"""Facts as a table for a person, one for each document, in the columns that a reader asks for first.

``│ more than £200 │ money │ 200 │ GBP │ more_than │ the council │ 2025 │ │ 0.95 │``
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from decimal import Context, Decimal
from itertools import groupby
from typing import BinaryIO

from numfacts.model.fact import Fact
from numfacts.outputs.plain_line import plain

FORMAT = "table"
SUFFIXES = ()

_DECIMALS = 6  # shown of a fraction that has more
_EVERY_DIGIT = Context(prec=1000)
_PIPE_WIDTH = 120  # where no terminal says how wide it is
_CELLS: dict[str, Callable[[Fact], str | None]] = {
    "text": lambda fact: fact.text,
    "kind": lambda fact: fact.kind,
    "number": lambda fact: _number(fact),
    "unit or counted": lambda fact: fact.unit or fact.counted,
    "modifier": lambda fact: None if fact.modifier == "exact" else fact.modifier,
    "measured entity": lambda fact: fact.measured_entity,
    "period": lambda fact: fact.period,
    "speaker": lambda fact: fact.speaker,
    "conf.": lambda fact: f"{fact.confidence:.2f}",
}
_NUMBERS = {"number", "conf."}


@contextmanager
def writing(stream: BinaryIO) -> Iterator[Callable[[Sequence[Fact]], None]]:
    """Yields a function that prints a table for each document among the facts."""
    from rich.console import Console

    terminal = stream.isatty()
    # rich writes to text; the page is handed on in bytes so that the stream stays the caller's.
    page = io.StringIO()
    width = None if terminal or "COLUMNS" in os.environ else _PIPE_WIDTH
    console = Console(file=page, width=width, force_terminal=terminal)

    def append(facts: Sequence[Fact]) -> None:
        for doc_id, rows in groupby(facts, key=lambda fact: fact.doc_id):
            _print(console, doc_id, list(rows))
        stream.write(page.getvalue().encode("utf-8", "replace"))
        page.seek(0)
        page.truncate()

    yield append


def _print(console: object, doc_id: str, facts: Sequence[Fact]) -> None:
    """Leaves out columns that are empty in this document: the width is for what there is to read."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    assert isinstance(console, Console)
    table = Table(title=Text(plain(doc_id)), title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    cells = {name: [cell(fact) for fact in facts] for name, cell in _CELLS.items()}
    shown = {name: column for name, column in cells.items() if any(column)}
    for name in shown:
        table.add_column(name, justify="right" if name in _NUMBERS else "left", no_wrap=name in _NUMBERS)
    for row in zip(*shown.values(), strict=True):
        table.add_row(*(Text(plain(cell or "")) for cell in row))
    console.print(table)


def _number(fact: Fact) -> str | None:
    if fact.decimal is not None:
        return _readable(Decimal(fact.decimal))
    if fact.low is None or fact.high is None:
        sign, bound = ("≥", fact.low) if fact.high is None else ("≤", fact.high)
        return None if bound is None else f"{sign} {_readable(Decimal(repr(bound)))}"
    return f"{_readable(Decimal(repr(fact.low)))}–{_readable(Decimal(repr(fact.high)))}"


def _readable(number: Decimal) -> str:
    """``1e+16`` is no way to show a sum of money, nor 28 digits a way to show a third."""
    if number != number.to_integral_value():
        last = Decimal(1).scaleb(min(0, number.adjusted() + 1) - _DECIMALS)
        number = number.quantize(last, context=_EVERY_DIGIT)
    digits = f"{number:,f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits

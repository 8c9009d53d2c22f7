"""Options that several commands share, read and checked: a wrong one is a usage error of one line.

``--published 2025-04-22 --locale en-GB`` -> ``Configuration(published=date(2025, 4, 22), locale="en-GB")``
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from numfacts.checks import checks
from numfacts.cli import console
from numfacts.configuration import Configuration, ConfigurationError, nearest, read_configuration
from numfacts.documents import read_all
from numfacts.engines.failures import Failed
from numfacts.grammar.locales import canonical
from numfacts.model import KINDS, Document, DocumentError, ReferenceRow
from numfacts.quantities.exchange_rates import Rates, RatesError

Result = TypeVar("Result")
Function = TypeVar("Function", bound=Callable[..., Any])
NO_FILE = "-"  # as --config


def day(written: str) -> date:
    """``2025-04-22``"""
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise click.BadParameter(f"{written!r} is no date like 2025-04-22") from None


def locale(written: str) -> str:
    """``en-GB``, ``en_gb`` -> ``en-GB``"""
    found = canonical(written)
    if found is None:
        raise click.BadParameter(f"{written!r} is no locale like en-GB")
    return found


def kinds(written: str) -> frozenset[str]:
    """``money,percent``; ``all`` is every kind, ordinal and date included."""
    named = frozenset(kind.strip() for kind in written.split(",") if kind.strip())
    if named == {"all"}:
        return frozenset(KINDS)
    unknown = sorted(named - KINDS.keys())
    if unknown or not named:
        wrong = ", ".join(unknown) or repr(written)
        raise click.BadParameter(f"unknown kind {wrong}; known: {', '.join(KINDS)}, all")
    return named


def check_ids(written: str) -> tuple[str, ...]:
    """``share,conflict``"""
    named = tuple(id_.strip() for id_ in written.split(",") if id_.strip())
    unknown = [id_ for id_ in named if id_ not in checks()]
    if unknown or not named:
        wrong = ", ".join(unknown) or repr(written)
        raise click.BadParameter(f"no check is called {wrong}; known: {', '.join(checks())}")
    return named


def reading(command: Function) -> Function:
    """What is needed to read documents: ``text_column``, ``id_column``, ``published_column``."""
    for option in (
        click.option("--published-column", metavar="NAME", help="Column with the day of publication."),
        click.option("--id-column", metavar="NAME", help="Column with the id (default: <path>#row=<n>)."),
        click.option(
            "--text-column", default="text", show_default=True, metavar="NAME", help="Column with the text."
        ),
    ):
        command = option(command)
    return command


def settings(command: Function) -> Function:
    """What is needed to read figures: ``config``, ``published``, ``locale``, ``base_currency``, ``fx_rates``."""
    for option in (
        click.option("--no-config", "config", flag_value=NO_FILE, help="Read no configuration."),
        click.option(
            "--config", metavar="FILE", help="Instead of the nearest numfacts.toml or pyproject.toml."
        ),
        click.option("--fx-rates", metavar="FILE", help="Rates in the ECB's format, instead of its own."),
        click.option("--base-currency", metavar="CODE", help="What money is converted to (default: EUR)."),
        click.option("--locale", type=locale, metavar="en-GB", help="Language and place of the text."),
        click.option(
            "--published", type=day, metavar="DATE", help="Day of publication, where a text names none."
        ),
    ):
        command = option(command)
    return command


def references(command: Function) -> Function:
    """What figures are compared with: ``facts``, ``require_source``; None where a configuration may say it."""
    for option in (
        click.option(
            "--require-source", is_flag=True, default=None, help="Also list the figures on no sheet."
        ),
        click.option(
            "--facts",
            multiple=True,
            callback=lambda ctx, option, sheets: sheets or None,
            metavar="SHEET",
            help="Reference sheet, .csv or .parquet; may be repeated.",
        ),
    ):
        command = option(command)
    return command


def rows_of(configuration: Configuration) -> tuple[ReferenceRow, ...] | None:
    """-> the rows of the reference sheets, None without any.

    Raises click.UsageError: no sheet is better than half of one.
    """
    if not configuration.facts:
        if configuration.require_source:
            raise click.UsageError("--require-source needs a reference sheet: --facts SHEET")
        return None
    from numfacts.references.sheets import read_sheet

    try:
        return tuple(row for sheet in configuration.facts for row in read_sheet(sheet))
    except DocumentError as error:
        raise click.UsageError(f"--facts: {error}") from error


def configuration_of(config: str | None, **given: Any) -> Configuration:
    """-> what the configuration sets, the command line's words on top; its currency and rates are known to be usable.

    Raises click.UsageError.
    """
    try:
        file = None if config == NO_FILE else Path(config) if config else nearest(Path.cwd())
        found = read_configuration(file)
    except ConfigurationError as error:
        raise click.UsageError(str(error)) from error
    found = found.commanded_by({name: value for name, value in given.items() if value is not None})
    base, rates = found.base_currency or "EUR", found.fx_rates
    if base != "EUR" or rates is not None:
        try:
            known = Rates.load(rates)
        except RatesError as error:
            raise click.UsageError(f"--fx-rates: {error}") from error
        if known.rate(base, "EUR", found.published) is None:
            raise click.UsageError(f"--base-currency {base}: there is no reference rate for it")
    return found


def refuse_inputs(outputs: Sequence[Path], paths: Sequence[str]) -> None:
    """No output may be written over what is read, or over another output.  Raises click.UsageError."""
    inputs = {Path(path).resolve() for path in paths if path != "-"}
    places = [output.resolve() for output in outputs]
    for output, place in zip(outputs, places, strict=True):
        if place in inputs:
            raise click.UsageError(f"-o {output} is also an input")
        if places.count(place) > 1:
            raise click.UsageError(f"-o {output} is given twice")


class Input:
    """The documents of a command's paths; problems are told as they come, and kept for the exit code."""

    def __init__(
        self,
        paths: Sequence[str],
        text_column: str,
        id_column: str | None,
        published_column: str | None,
    ) -> None:
        self.problems: list[tuple[str, str]] = []
        self._paths = paths
        self._columns = text_column, id_column, published_column

    def __iter__(self) -> Iterator[Document]:
        """Each document once: ids make the fact_ids, and those must be unique."""
        seen: set[str] = set()
        text_column, id_column, published_column = self._columns
        # A text's own date and locale come before those of a configuration, and after those of the command line.
        told = click.get_current_context().params
        documents = read_all(
            self._paths,
            published=told.get("published"),
            locale=told.get("locale"),
            warn=lambda message: console.problem(f"warning: {message}"),
            on_error=self._unreadable,
            text_column=text_column,
            id_column=id_column,
            published_column=published_column,
        )
        for document in documents:
            if document.doc_id in seen:
                self.problem(document.doc_id, "an earlier document has the same id; skipped")
            else:
                seen.add(document.doc_id)
                yield document

    def done(self, results: Iterable[Result | Failed]) -> Iterator[Result]:
        """-> the results of those that went well; each of the others is a line."""
        for result in results:
            if isinstance(result, Failed):
                self.problem(result.doc_id, f"internal error: {result.cause}")
                console.trace(result.trace)
            else:
                yield result

    def problem(self, doc_id: str, cause: str) -> None:
        self.problems.append((doc_id, cause))
        console.problem(f"{doc_id}: {cause}")

    def _unreadable(self, error: DocumentError) -> None:
        self.problems.append((error.path, str(error).removeprefix(f"{error.path}: ")))
        console.problem(str(error))

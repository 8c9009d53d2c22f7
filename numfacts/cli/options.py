"""Options that several commands share, read and checked: a wrong one is a usage error of one line.

``--published 2025-04-22 --locale en-GB`` -> ``Settings("EUR", None, "en-GB", date(2025, 4, 22))``
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, TypeVar

import click

from numfacts.cli import console
from numfacts.documents import read_all
from numfacts.model import KINDS, Document, DocumentError
from numfacts.pipeline import Settings
from numfacts.quantities.exchange_rates import Rates, RatesError

Function = TypeVar("Function", bound=Callable[..., Any])
# BCP 47: language, script, region.
_LOCALE = re.compile(
    r"""
    (?P<language> [A-Za-z]{2,3} )
    (?: [-_] (?P<script> [A-Za-z]{4} ) )?               # zh-Hant
    (?: [-_] (?P<region> [A-Za-z]{2} | [0-9]{3} ) )?    # en-GB, es-419
    """,
    re.VERBOSE,
)


def day(written: str) -> date:
    """``2025-04-22``"""
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise click.BadParameter(f"{written!r} is no date like 2025-04-22") from None


def locale(written: str) -> str:
    """``en-GB``, ``en_gb`` -> ``en-GB``"""
    match = _LOCALE.fullmatch(written)
    if match is None:
        raise click.BadParameter(f"{written!r} is no locale like en-GB")
    parts = (match["language"].lower(), (match["script"] or "").title(), (match["region"] or "").upper())
    return "-".join(filter(None, parts))


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
    """What is needed to read figures: ``published``, ``locale``, ``base_currency``, ``fx_rates``."""
    for option in (
        click.option("--fx-rates", metavar="FILE", help="Rates in the ECB's format, instead of its own."),
        click.option(
            "--base-currency",
            default="EUR",
            show_default=True,
            metavar="CODE",
            help="What money is converted to.",
        ),
        click.option("--locale", type=locale, metavar="en-GB", help="Language and place of the text."),
        click.option(
            "--published", type=day, metavar="DATE", help="Day of publication, where a text names none."
        ),
    ):
        command = option(command)
    return command


def settings_of(
    published: date | None, locale: str | None, base_currency: str, fx_rates: str | None
) -> Settings:
    """-> the settings, whose currency and rates are known to be usable.  Raises click.UsageError."""
    base = base_currency.upper()
    if base != "EUR" or fx_rates is not None:
        try:
            rates = Rates.load(fx_rates)
        except RatesError as error:
            raise click.UsageError(f"--fx-rates: {error}") from error
        if rates.rate(base, "EUR", published) is None:
            raise click.UsageError(f"--base-currency {base_currency}: there is no reference rate for it")
    return Settings(base, fx_rates, locale, published)


class Input:
    """The documents of a command's paths; problems are told as they come, and kept for the exit code."""

    def __init__(
        self,
        paths: Sequence[str],
        settings: Settings,
        text_column: str,
        id_column: str | None,
        published_column: str | None,
    ) -> None:
        self.problems: list[tuple[str, str]] = []
        self._paths, self._settings = paths, settings
        self._columns = text_column, id_column, published_column

    def __iter__(self) -> Iterator[Document]:
        """Each document once: ids make the fact_ids, and those must be unique."""
        seen: set[str] = set()
        text_column, id_column, published_column = self._columns
        documents = read_all(
            self._paths,
            published=self._settings.published,
            locale=self._settings.locale,
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

    def problem(self, doc_id: str, cause: str) -> None:
        self.problems.append((doc_id, cause))
        console.problem(f"{doc_id}: {cause}")

    def _unreadable(self, error: DocumentError) -> None:
        self.problems.append((error.path, str(error).removeprefix(f"{error.path}: ")))
        console.problem(str(error))

"""``numfacts check PATH...``: says where a published number contradicts itself, its source or the calendar."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

import click

from numfacts.cli import console, options
from numfacts.cli.exit_codes import FINE, FOUND, UNUSABLE
from numfacts.engines import engine
from numfacts.engines.failures import Failed
from numfacts.pipeline import checked


@click.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
@options.settings
@options.reading
def command(
    paths: tuple[str, ...],
    format_: str,
    text_column: str,
    id_column: str | None,
    published_column: str | None,
    **given: Any,
) -> int:
    """Check the figures of PATH... against each other and the calendar."""
    settings = options.settings_of(**given)
    documents = options.Input(paths, settings, text_column, id_column, published_column)
    found = []
    for result in engine("one_process")(documents, partial(checked, settings=settings), 1):
        if isinstance(result, Failed):
            documents.problem(result.doc_id, f"internal error: {result.cause}")
            console.trace(result.trace)
            continue
        found += result.findings
    if format_ == "json":
        click.echo(json.dumps([finding._asdict() for finding in found], ensure_ascii=False, indent=1))
    else:
        for finding in found:
            place = f"{finding.doc_id}:{finding.line}:{finding.column}"
            click.echo(f"{place}: {finding.severity} [{finding.check_id}] {finding.message}")
    errors = any(finding.severity == "error" for finding in found)
    return UNUSABLE if documents.problems else FOUND if errors else FINE

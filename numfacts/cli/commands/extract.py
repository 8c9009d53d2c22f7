"""``numfacts extract PATH... -o facts.csv -o facts.parquet``: every figure of the documents in a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

import click

from numfacts.cli import console, options
from numfacts.cli.exit_codes import FINE, FOUND, UNUSABLE
from numfacts.configuration import Configuration
from numfacts.engines import engine
from numfacts.engines.failures import Failed
from numfacts.model import Document, Fact
from numfacts.outputs.atomic import naming, replacing
from numfacts.outputs.formats import Destination, appending, format_of, formats, suffixes
from numfacts.outputs.summary import Summary
from numfacts.pipeline import exported, facts_of
from numfacts.tables.sifting import Rejected, sift


class Extracted(NamedTuple):
    """What one document gives: rows of the table, rows that break its rules, and what was not asked for."""

    doc_id: str
    facts: list[Fact]
    rejected: list[Rejected]
    left_out: Counter[str]


@click.command("extract")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "-o", "--output", "outputs", multiple=True, metavar="OUT", help="File to write; may be repeated."
)
@click.option("--format", "format_", type=click.Choice(sorted(formats())), help="Where no suffix names one.")
@click.option(
    "--kinds", type=options.kinds, metavar="K,...|all", help="Only these (default: all but ordinal, date)."
)
@click.option(
    "--boilerplate", is_flag=True, help="Also figures outside the story: menus, banners, related links."
)
@click.option(
    "--summary",
    "summary_path",
    type=click.Path(path_type=Path),
    metavar="FILE.md",
    help="Validation summary.",
)
@click.option("--strict", is_flag=True, help="Exit with 1 if a row breaks the rules of the table.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Processes.")
@options.settings
@options.reading
def command(
    paths: tuple[str, ...],
    outputs: tuple[str, ...],
    format_: str | None,
    kinds: frozenset[str] | None,
    boilerplate: bool,
    summary_path: Path | None,
    strict: bool,
    jobs: int,
    text_column: str,
    id_column: str | None,
    published_column: str | None,
    **given: Any,
) -> int:
    """Read every figure of PATH... into a table.

    PATH is a .txt, .md or .html file, - for standard input, a folder, or a .csv, .parquet or .jsonl file
    with a column of texts.  Without -o, a terminal gets a table and a pipe gets CSV.
    """
    configuration = options.configuration_of(**given)
    documents = options.Input(paths, text_column, id_column, published_column)
    work = partial(extracted, configuration=configuration, kinds=kinds, boilerplate=boilerplate)
    run = engine("one_process" if jobs == 1 else "several_processes")
    summary = Summary()
    with ExitStack() as stack:
        if summary_path is not None:
            stack.enter_context(_writing(summary, summary_path))
        append = stack.enter_context(appending(_destinations(outputs, format_, paths)))
        rejected = 0
        for result in _reported(console.counted(run(documents, work, jobs)), documents):
            append(result.facts)
            summary.add(result.facts, result.rejected, result.left_out)
            rejected += len(result.rejected)
        for problem in documents.problems:
            summary.add_unreadable(*problem)
    return UNUSABLE if documents.problems else FOUND if strict and rejected else FINE


def extracted(
    document: Document, configuration: Configuration, kinds: frozenset[str] | None, boilerplate: bool
) -> Extracted:
    """One document's share of the work; it may run in another process."""
    good, rejected = sift(facts_of(document, configuration.of_document(document.doc_id).settings()))
    kept = exported(good, kinds, boilerplate)
    ids = {fact.fact_id for fact in kept}
    left_out = Counter(
        fact.section if fact.section == "boilerplate" else fact.kind
        for fact in good
        if fact.fact_id not in ids
    )
    return Extracted(document.doc_id, kept, rejected, left_out)


def _reported(results: Iterator[Extracted | Failed], documents: options.Input) -> Iterator[Extracted]:
    """-> what could be read; the rest is told, a line for each document that failed and each row rejected."""
    for result in documents.done(results):
        for fact_id, rows in groupby(result.rejected, key=attrgetter("fact_id")):
            console.problem(f"rejected {fact_id}: {'; '.join(row.message for row in rows)}")
        yield result


@contextmanager
def _writing(summary: Summary, path: Path) -> Iterator[None]:
    """Opens the file at once, so that a run does not end in a summary that cannot be written."""
    with replacing(path) as stream:
        yield
        with naming(path):
            stream.write(summary.markdown().encode("utf-8"))


def _destinations(outputs: Sequence[str], format_: str | None, paths: Sequence[str]) -> list[Destination]:
    """-> where to write, and how.  Raises click.UsageError."""
    if not outputs:
        shown = format_ or ("table" if console.output_is_a_terminal() else "csv")
        return [Destination(shown, console.standard_output())]
    options.refuse_inputs([Path(output) for output in outputs if output != "-"], paths)
    destinations = [_destination(output, format_) for output in outputs]
    if format_ not in (None, *(destination.format for destination in destinations)):
        raise click.UsageError(f"--format {format_} applies to no -o: their suffixes name other formats")
    return destinations


def _destination(output: str, format_: str | None) -> Destination:
    """A known suffix decides, so that ``--format table -o - -o facts.parquet`` writes what it says."""
    if output == "-":
        return Destination(format_ or "csv", console.standard_output())
    found = format_of(Path(output)) or format_
    if found is None:
        raise click.UsageError(f"-o {output}: its suffix is none of {', '.join(suffixes())}; name a --format")
    return Destination(found, Path(output))

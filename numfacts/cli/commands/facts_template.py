"""``numfacts facts-template STORY -o facts.csv``: the reference sheet that a story needs, to be filled in and kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from numfacts.cli import console, options
from numfacts.cli.exit_codes import FINE, UNUSABLE
from numfacts.outputs.atomic import naming, replacing
from numfacts.outputs.reference_sheet import written
from numfacts.pipeline import facts_sheet


@click.command("facts-template")
@click.argument("path", metavar="STORY")
@click.option("-o", "--output", metavar="OUT.csv", help="File to write (default: standard output).")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@options.settings
@options.reading
def command(
    path: str,
    output: str | None,
    force: bool,
    text_column: str,
    id_column: str | None,
    published_column: str | None,
    **given: Any,
) -> int:
    """Write a reference sheet with a row for every figure of STORY.

    Look each of them up, put right what is wrong, fill in where it was found, and keep the sheet: from then on
    "numfacts check STORY --facts OUT.csv" tells when the two part.
    """
    configuration = options.configuration_of(**given)
    to = None if output in (None, "-") else Path(str(output))
    if to is not None and to.exists() and not force:
        raise click.UsageError(
            f"-o {output} is there already, and a filled-in sheet is not written over; or --force"
        )
    documents = options.Input([path], text_column, id_column, published_column)
    stories = list(documents)
    if documents.problems:
        return UNUSABLE
    if len(stories) != 1:
        raise click.UsageError(f"{path} holds {len(stories)} stories; a sheet is written for one")
    (story,) = stories
    sheet = written(facts_sheet(story, configuration.of_document(story.doc_id).settings()))
    if to is None:
        with naming("output"):
            console.standard_output().write(sheet)
            console.standard_output().flush()
        return FINE
    with replacing(to) as stream, naming(to):
        stream.write(sheet)
    return FINE

"""``numfacts check PATH...``: says where a published number contradicts itself, its source or the calendar.

``story.md:3:9: error [percent-change] £40m to £50m is a rise of 25%, not 20%``
"""

from __future__ import annotations

from collections import Counter
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

import click

from numfacts.cli import console, options
from numfacts.cli.exit_codes import FINE, FOUND, UNUSABLE
from numfacts.configuration import FAIL_ON, Configuration, checked_as_configured, fails
from numfacts.engines import engine
from numfacts.model import SEVERITIES, DocumentError
from numfacts.outputs import findings
from numfacts.outputs.baseline_file import recording
from numfacts.outputs.check_pages import rules
from numfacts.silencing import Baseline, Silenced, read_baseline


@click.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format", "format_", type=click.Choice(sorted(findings.formats())), default="text", show_default=True
)
@click.option(
    "-o", "--output", "outputs", multiple=True, type=Path, metavar="OUT", help="File to write as well."
)
@click.option("--select", type=options.check_ids, metavar="ID,...", help="Run these checks only.")
@click.option("--ignore", type=options.check_ids, metavar="ID,...", help="Run all but these checks.")
@click.option("--fail-on", type=click.Choice(FAIL_ON), help="What makes the exit code 1 (default: error).")
@click.option("--baseline", metavar="FILE", help="Leave out the findings that are in FILE.")
@click.option(
    "--write-baseline", type=Path, metavar="FILE", help="Write what is found to FILE, to be left out later."
)
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Processes.")
@options.references
@options.settings
@options.reading
def command(
    paths: tuple[str, ...],
    format_: str,
    outputs: tuple[Path, ...],
    write_baseline: Path | None,
    jobs: int,
    text_column: str,
    id_column: str | None,
    published_column: str | None,
    **given: Any,
) -> int:
    """Check the figures of PATH... against each other, their sources and the calendar.

    Findings go to standard output in the format of --format, and to each -o OUT in that of its suffix: .txt, .json,
    .sarif, .xml (JUnit), .rdjson.  "numfacts rules" lists the checks.
    """
    configuration = options.configuration_of(**given)
    documents = options.Input(paths, text_column, id_column, published_column)
    options.refuse_inputs(outputs, paths)
    baseline = _baseline(configuration)
    rows = options.rows_of(configuration)
    work = partial(checked_as_configured, configuration=configuration, rows=rows)
    run = engine("one_process" if jobs == 1 else "several_processes")
    tally = Tally()
    with ExitStack() as stack:
        destinations: list[tuple[str, Path | BinaryIO]] = [(format_, console.standard_output())]
        destinations += [(_format_of(path), path) for path in outputs]
        appends = [stack.enter_context(findings.appending(name, to, rules())) for name, to in destinations]
        record = stack.enter_context(recording(write_baseline)) if write_baseline else None
        for result in documents.done(console.counted(run(documents, work, jobs))):
            for warning in (*result.warnings, *result.unused):
                console.problem(f"warning: {warning}")
            told = baseline.without_old(result.checked) if baseline else Silenced(result.checked, ())
            if record:
                record(result.checked)
                told = Silenced(result.checked._replace(findings=()), result.checked.findings)
            for append in appends:
                append(told.checked)
            tally.add(told, inline=len(result.silenced))
    if format_ == "text":
        console.remark(tally.line())
    for stale in baseline.stale() if baseline else ():
        console.remark(
            f"{configuration.baseline}: {stale.path} has no longer: [{stale.check_id}] {stale.message}"
        )
    failed = fails(tally.severities, configuration.fail_on)
    return UNUSABLE if documents.problems else FOUND if failed else FINE


class Tally:
    """What a run comes to: ``3 documents: 1 error, 2 notes; 1 ignored in the text, 4 in the baseline``."""

    def __init__(self) -> None:
        self.severities: Counter[str] = Counter()
        self._documents = self._inline = self._old = 0

    def add(self, told: Silenced, inline: int) -> None:
        self.severities.update(finding.severity for finding in told.checked.findings)
        self._documents += 1
        self._inline += inline
        self._old += len(told.silenced)

    def line(self) -> str:
        found = ", ".join(
            _counted(self.severities[severity], severity)
            for severity in SEVERITIES
            if self.severities[severity]
        )
        silent = [
            f"{number:,} {where}"
            for number, where in ((self._inline, "ignored in the text"), (self._old, "in the baseline"))
            if number
        ]
        behind = f"; {', '.join(silent)}" if silent else ""
        return f"{_counted(self._documents, 'document')}: {found or 'nothing found'}{behind}"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _baseline(configuration: Configuration) -> Baseline | None:
    if configuration.baseline is None:
        return None
    try:
        return read_baseline(configuration.baseline)
    except DocumentError as error:
        raise click.UsageError(f"--baseline: {error}") from error


def _format_of(path: Path) -> str:
    found = findings.format_of(path)
    if found is None:
        raise click.UsageError(f"-o {path}: its suffix is none of {', '.join(findings.suffixes())}")
    return found

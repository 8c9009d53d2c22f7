"""``numfacts rules``: what is checked; ``numfacts rules share``: the page of a check, as in docs/checks/."""

from __future__ import annotations

import click

from numfacts.checks import checks
from numfacts.cli import console, options
from numfacts.cli.exit_codes import FINE
from numfacts.outputs.check_pages import page


@click.command("rules")
@click.argument("ids", nargs=-1, type=options.check_ids, metavar="[ID]...")
def command(ids: tuple[tuple[str, ...], ...]) -> int:
    """List the checks, or show the page of each ID."""
    known = checks()
    if not ids:
        width = max(map(len, known))
        for check in known.values():
            off = " (off unless selected)" if check.optional else ""
            console.show(f"{check.id:<{width}}  {check.severity:<7}  {check.summary}{off}")
    for number, id_ in enumerate(id_ for listed in ids for id_ in listed):
        console.show(("\n" if number else "") + page(known[id_]).rstrip("\n"))
    return FINE

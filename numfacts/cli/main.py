"""``numfacts COMMAND …``: finds the command, and turns whatever goes wrong into one line and an exit code.

``main(["extract", "missing.txt"])`` prints "numfacts: missing.txt: …" and returns 2.
"""

from __future__ import annotations

import pkgutil
import traceback
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from numfacts.cli import commands, console
from numfacts.cli.exit_codes import FINE, INTERRUPTED, UNUSABLE
from numfacts.outputs.atomic import OutputError
from numfacts.outputs.provenance import version


class Commands(click.Group):
    """A group whose commands are the files of ``cli/commands``: ``facts_template.py`` is ``facts-template``."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(module.name.replace("_", "-") for module in pkgutil.iter_modules(commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(f"{commands.__name__}.{cmd_name.replace('-', '_')}").command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        # Here and not in main: click has its own ways with these two, which print more than one line.
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # "| head" has seen enough
            console.forget_standard_output()
            return FINE
        except KeyboardInterrupt:
            console.problem("interrupted")
            return INTERRUPTED


def _print_version(ctx: click.Context, option: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(f"numfacts {version()}")
        ctx.exit(FINE)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version, help="Show it."
)
def numfacts() -> None:
    """Every figure of a news story in a table that can be trusted."""


def main(arguments: Sequence[str] | None = None) -> int:
    """-> the exit code: 0 fine, 1 found something, 2 usage or unreadable input, 130 interrupted."""
    try:
        code = numfacts.main(arguments, prog_name="numfacts", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return UNUSABLE
    except click.ClickException as error:
        console.problem(error.format_message())
        return UNUSABLE
    except OutputError as error:
        console.problem(str(error))
        return UNUSABLE
    except (KeyboardInterrupt, click.Abort):
        console.problem("interrupted")
        return INTERRUPTED
    except Exception as error:
        console.trace(traceback.format_exc())
        console.problem(f"internal error: {type(error).__name__}: {error}")
        return UNUSABLE
    return code if isinstance(code, int) else FINE

"""The command line: arguments in, exit code out; the only part of numfacts that prints.

It is a package so that a command is one file: ``cli/commands/extract.py`` is ``numfacts extract``, found by
discovery and imported only when it is called.
"""

from numfacts.cli.main import main

__all__ = ["main"]

"""What is left of a document's findings, and what was silenced: ``Silenced(checked, (finding,))``."""

from __future__ import annotations

from typing import NamedTuple

from numfacts.model.finding import Checked, Finding


class Silenced(NamedTuple):
    checked: Checked  # with the findings that are to be told
    silenced: tuple[Finding, ...]
    warnings: tuple[str, ...] = ()  # one line each: an ignore that cannot be meant
    unused: tuple[str, ...] = ()  # one line each: an ignore that silenced nothing

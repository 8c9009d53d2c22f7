"""A check's page in Markdown, from its docstring: what ``numfacts rules ID``, docs/checks/ and SARIF show.

``page(checks()["share"])`` -> "# share\\n\\nA percentage that …"
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from numfacts.checks import Check, checks
from numfacts.model import Rule

_EXAMPLES = re.compile(r"^(?P<title>[A-Z][a-z]+):\n(?P<lines>(?: {4}.+(?:\n|\Z))+)", re.MULTILINE)


def page(check: Check) -> str:
    """-> its docstring under its id, with blank lines where Markdown needs them, and how it is silenced."""
    body = _EXAMPLES.sub(r"\g<title>:\n\n```text\n\g<lines>```\n", check.page + "\n")
    body = re.sub(r"^ {4}(?=\S)", "", body, flags=re.MULTILINE).strip()
    off = ", and off unless it is selected by name" if check.optional else ""
    return (
        f"# {check.id}\n\n{body}\n\n"
        f"At its surest it is {'an' if check.severity == 'error' else 'a'} {check.severity}{off}. "
        f"`numfacts: ignore[{check.id}]` in a comment on the line silences it there.\n"
    )


def rules() -> Mapping[str, Rule]:
    """-> what the formats show of each check."""
    return {
        check.id: Rule(
            check.id, check.id.title().replace("-", ""), check.summary, page(check), check.severity
        )
        for check in checks().values()
    }

"""Builds what the docs take from the code: docs/facts.md, docs/checks/, and the output shown in README.md and docs/.

    python tools/build_docs.py            # writes them
    python tools/build_docs.py --check    # writes nothing; exits with 1 and a line for each thing that is stale

``<!-- output: numfacts extract a.txt -->`` in a page is followed by a block that holds what this command prints.
The check also follows every relative link and looks up every ``--option`` that a page names.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import click

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from numfacts.checks import checks  # noqa: E402
from numfacts.cli.main import numfacts as cli  # noqa: E402
from numfacts.lexicon.units import rows  # noqa: E402
from numfacts.model.fact import KINDS, MODIFIERS, columns  # noqa: E402
from numfacts.outputs.check_pages import page  # noqa: E402
from numfacts.tables.sifting import rules  # noqa: E402
from numfacts.units import DEFINITIONS  # noqa: E402

FACTS = ROOT / "docs" / "facts.md"
CHECKS = ROOT / "docs" / "checks"
BUILT = "Built by tools/build_docs.py from numfacts/: edit there, then `make docs`."
COLUMNS = "104"  # how wide the shown terminal is: what fits a page of GitHub
OUTPUT = re.compile(
    r"""
    (?P<mark> ^<!--\ output:\ (?P<command> [^\n]+? )\ -->\n )
    (?P<block> ```text\n .*? ^```\n )?
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
LINK = re.compile(r"\[[^\]\n]*\]\((?P<target>[^)\s]+)\)")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
NUMFACTS = re.compile(r"^\s*(?:\$ )?numfacts (?P<rest>.+)$", re.MULTILINE)
CODE = re.compile(r"^```.*?^```|`[^`\n]+`", re.MULTILINE | re.DOTALL)


# docs/facts.md


def facts_page() -> str:
    parts = [
        f"<!-- {BUILT} -->",
        "# The fact table",
        "One row a figure, in the order of the text. `numfacts.to_frame(facts)` and every export have these "
        "columns, and `numfacts.FactTable` validates them.",
        table(
            ("column", "type", "null", "meaning"),
            (
                (f"`{name}`", kind.__name__, "yes" if nullable else "", meaning)
                for name, kind, nullable, meaning in columns()
            ),
        ),
        "## Kinds",
        table(("kind", "what it is"), ((f"`{kind}`", told) for kind, told in KINDS.items())),
        "## Modifiers",
        "`modifier` says how the text means the number, and with it which of `value`, `low` and `high` are set. "
        "`exact` is a number with none of these words; a `range` has two bounds and no value. Where two words "
        "apply (“up to about 30”) the bound wins and `confidence` falls.",
        table(("modifier", "before the figure", "after it"), modifier_rows()),
        "A vague number has no value but the bound that its word implies: “hundreds” is 100 at least, “several "
        "hundred” 200, and “several hours” or “the next few days” two of the unit. “A year or two” is a range. “A "
        "decade” is one where a word makes it a length (“for a decade”, “a decade later”, “a decade-long”), and “over "
        "the past year” is one year as “over the past two years” are two; “last year” and “a year ago” are no "
        "lengths. “One of the sailors” counts one of a group, at a low `confidence`; “one of the largest ports” is a "
        "rank and no fact, “one of the four ports” a ratio. In golf a score is told against par: “six under par” "
        "is -6.",
        "## Units",
        "Money is an ISO 4217 code, alone or over a denominator: `GBP`, `GBP/liter`, `USD/share`. Pence and cents "
        "are told in the main unit: 1.6p is 0.016 GBP. Every other unit is the name that "
        "[pint](https://pint.readthedocs.io) gives it; a difference of temperatures is `delta_degC`, so that "
        "“1.6C warmer” is not 1.6C. `percent`, `percentage_point` and `basis_point` are three units and never "
        "turn into one another by themselves. `numfacts.units.registry()` is a pint registry that parses every "
        "unit; beyond pint's own it knows each currency and denominator, and these:",
        "\n".join(["```text", *DEFINITIONS, "```"]),
        "The units that numfacts reads by itself:",
        table(("dimension", "units"), unit_rows()),
        "## What every row obeys",
        "`numfacts extract` leaves out a row that breaks one of these rules and says so; with `--strict` it then "
        "exits with 1. `to_frame` raises.",
        table(("rule", "what it says"), ((f"`{rule.name}`", rule.message) for rule in rules())),
    ]
    return "\n\n".join(parts) + "\n"


def table(head: tuple[str, ...], body: Iterator[tuple[str, ...]]) -> str:
    cells = [head, ("---",) * len(head), *(tuple(cell.replace("|", "\\|") for cell in row) for row in body)]
    return "\n".join(f"| {' | '.join(row)} |" for row in cells)


def modifier_rows() -> Iterator[tuple[str, ...]]:
    """The words of modifiers.csv; those with a limit keep it."""
    found: dict[tuple[str, str], list[str]] = {}
    for row in rows("modifiers.csv"):
        limits = f" ({row['limits']})" if row["limits"] else ""
        found.setdefault((row["modifier"], row["place"]), []).append(row["words"] + limits)
    for modifier in MODIFIERS:
        words = (", ".join(found.get((modifier, place), [])) for place in ("before", "after"))
        yield (f"`{modifier}`", *words)


def unit_rows() -> Iterator[tuple[str, ...]]:
    units: dict[str, dict[str, None]] = {}
    for row in rows("units.csv"):
        if row["kind"] != "denominator":
            units.setdefault(row["dimension"], {})[f"`{row['unit']}`"] = None
    for dimension in sorted(units):
        yield dimension, ", ".join(units[dimension])


# README.md and docs/*.md


def pages() -> list[Path]:
    return [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]


def with_outputs(page: str, printed: Callable[[str], str]) -> str:
    """-> the page, each marked block filled with what its command prints."""
    return OUTPUT.sub(lambda match: f"{match['mark']}```text\n{printed(match['command'])}```\n", page)


@cache
def printed(command: str) -> str:
    """-> what ``numfacts …`` prints when it is run in the root of the project, without blanks at line ends."""
    program, *arguments = shlex.split(command)
    if program != "numfacts":
        raise ValueError(f"not a command of numfacts: {command}")
    result = subprocess.run(
        [sys.executable, "-m", "numfacts", *arguments],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": COLUMNS, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if result.returncode:
        raise SystemExit(f"{command} fails:\n{result.stderr.strip()}")
    return "".join(f"{line.rstrip()}\n" for line in result.stdout.strip("\n").split("\n"))


def broken_links(path: Path) -> Iterator[str]:
    for match in LINK.finditer(CODE.sub("", path.read_text(encoding="utf-8"))):
        target = match["target"].partition("#")[0]
        if target and "://" not in target and not (path.parent / target).exists():
            yield f"{path.relative_to(ROOT)}: links to {target}, which is not there"


def unknown_options(path: Path) -> Iterator[str]:
    """Options after ``numfacts COMMAND`` must be that command's."""
    for match in NUMFACTS.finditer(path.read_text(encoding="utf-8")):
        words = match["rest"].split()
        command = cli.get_command(click.Context(cli), words[0])
        if command is None:
            if not words[0].startswith("-"):
                yield f"{path.relative_to(ROOT)}: numfacts has no command {words[0]}"
            continue
        known = {name for parameter in command.params for name in parameter.opts} | {"--help", "-h"}
        for option in OPTION.findall(match["rest"]):
            if option not in known:
                yield f"{path.relative_to(ROOT)}: numfacts {words[0]} has no {option}"


def generated() -> Iterator[tuple[Path, str]]:
    """-> each page that holds something generated, as it should be."""
    yield FACTS, facts_page()
    for check in checks().values():
        yield CHECKS / f"{check.id}.md", f"<!-- {BUILT} -->\n\n{page(check)}"
    for path in pages():
        if path != FACTS:
            yield path, with_outputs(path.read_text(encoding="utf-8"), printed)


def problems() -> Iterator[str]:
    for path, wanted in generated():
        if not path.exists() or path.read_text(encoding="utf-8") != wanted:
            yield f"{path.relative_to(ROOT)}: stale, run `make docs`"
    for path in sorted(CHECKS.glob("*.md")):
        if path.stem not in checks():
            yield f"{path.relative_to(ROOT)}: there is no such check"
    for path in pages():
        yield from broken_links(path)
        yield from unknown_options(path)


def main(arguments: list[str]) -> int:
    if "--check" in arguments:
        found = list(problems())
        print("\n".join(found) or "docs: up to date")
        return 1 if found else 0
    for path, wanted in generated():
        if not path.exists() or path.read_text(encoding="utf-8") != wanted:
            path.parent.mkdir(exist_ok=True)
            path.write_text(wanted, encoding="utf-8")
            print(f"wrote {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

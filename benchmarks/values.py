"""Counts how many values of other extractors' test suites numfacts reads, with and without the cases left out.

    python benchmarks/values.py GOLD/duckling_en.jsonl GOLD/spec-number.jsonl

prints ``| duckling_en | 264/370 | 71.4% | …``: all cases; without those that are no news English; without those and
those that state the same quantity in another convention; then each reason with its cases.  ``left_out.toml`` lists
them.  A text that is left out takes all its values with it, those read right as well.  Only recall means something
here: each set marks one kind of quantity.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numfacts as nf

LEFT_OUT = Path(__file__).with_name("left_out.toml")
CLASSES = ("no news English", "another convention")
NO_VALUE = frozenset({"year", "fraction", "negative", "count", "span"})  # rows of these kinds want no number

Bounds = tuple[float | None, float | None]


class Group(NamedTuple):
    """Cases that are left out for one reason."""

    kind: str  # one of CLASSES
    reason: str


class Case(NamedTuple):
    """One expected value of a text, both bounds the same for a single number."""

    text: str
    wanted: Bounds
    read: bool
    left_out: Group | None


def name_of(text: str) -> str:
    """-> how ``left_out.toml`` names a case: the first ten hexadecimal digits of its text's SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:10]


@cache
def left_out() -> dict[tuple[str, str], Group]:
    """-> the group of every case that is left out, by set and name.  ValueError for a class that is not known."""
    groups: dict[tuple[str, str], Group] = {}
    for title, table in tomllib.loads(LEFT_OUT.read_text(encoding="utf-8")).items():
        if table["class"] not in CLASSES or not table["reason"]:
            raise ValueError(f"{LEFT_OUT.name}: [{title}] needs a reason and a class: {', '.join(CLASSES)}")
        group = Group(table["class"], table["reason"])
        groups.update({(gold, name): group for gold, names in table["cases"].items() for name in names})
    return groups


def stated(text: str) -> Iterator[Bounds]:
    """-> the value and the bounds of every fact of a text."""
    return bounds_of(nf.extract(text))


def bounds_of(facts: Iterable[nf.Fact]) -> Iterator[Bounds]:
    for fact in facts:
        if fact.value is not None:
            yield fact.value, fact.value
        yield fact.low, fact.high


def cases(path: Path, read: Callable[[str], Iterable[Bounds]] = stated) -> Iterator[Case]:
    """-> the cases of a gold set, one for every value that it expects, as ``read`` answers them."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            wanted = list(expected(row))
            if not wanted:
                continue
            found = list(read(row["text"]))
            group = left_out().get((path.stem, name_of(row["text"])))
            for bounds in wanted:
                yield Case(row["text"], bounds, comes_out(bounds, found), group)


def expected(row: dict[str, Any]) -> Iterator[Bounds]:
    """-> the bounds that a row wants.

    ``5`` · ``{"value": 5}`` · ``{"value": [5, 10]}`` · ``{"low": 5, "high": null}``, one or a list of them.
    """
    if row.get("lang", "en") != "en" or row.get("kind") in NO_VALUE:
        return
    listed = row.get("quantities")
    if listed is None:
        listed = [row["expected"]] if row.get("expected") is not None else []
    for entry in listed:
        if isinstance(entry, dict) and entry.get("value") is None and ("low" in entry or "high" in entry):
            value: Any = (entry.get("low"), entry.get("high"))
        else:
            value = entry.get("value") if isinstance(entry, dict) else entry
        if isinstance(value, (list, tuple)):
            yield value[0], value[1]
        elif isinstance(value, (int, float)):
            yield value, value


def comes_out(wanted: Bounds, found: Iterable[Bounds]) -> bool:
    """Is a value among those that were found?"""
    return any(_near(low, wanted[0]) and _near(high, wanted[1]) for low, high in found)


def _near(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return math.isclose(a, b, rel_tol=1e-6, abs_tol=1e-9)


def row_of(name: str, found: Sequence[Case]) -> str:
    """-> one row of the table: right/total and rate of all, without the first class, without both."""
    cells = [name]
    for without in ((), CLASSES[:1], CLASSES):
        counted = [case for case in found if case.left_out is None or case.left_out.kind not in without]
        right = sum(case.read for case in counted)
        cells.append(f"{right}/{len(counted)} ({right / max(1, len(counted)):.1%})")
    return f"| {' | '.join(cells)} |"


def reasons(found: Sequence[Case]) -> str:
    """-> a table of the reasons for which some of these cases are left out, and how many are."""
    counted = Counter(case.left_out for case in found if case.left_out is not None)
    rows = [f"| {group.kind} | {number} | {group.reason} |" for group, number in sorted(counted.items())]
    return "\n".join(["| left out as | cases | because |", "|---|---:|---|", *rows])


def main(given: Sequence[str] | None = None) -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("gold", nargs="+", type=Path, metavar="GOLD", help="JSON Lines of cases")
    arguments.add_argument(
        "--verbose", action="store_true", help="print what was not read and is not left out"
    )
    options = arguments.parse_args(given)
    print("| set | all | without no news English | and without another convention |")
    print("|---|---:|---:|---:|")
    sets = {path.stem: list(cases(path)) for path in options.gold}
    for name, found in sets.items():
        print(row_of(name, found))
    print(f"\n{reasons([case for found in sets.values() for case in found])}")
    if options.verbose:
        missed = [(name, case) for name, found in sets.items() for case in found if not case.read]
        for name, case in missed:
            if case.left_out is None:
                print(f"{name}: {case.text!r} wants {case.wanted}")


if __name__ == "__main__":
    main()

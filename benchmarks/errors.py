"""Lists every disagreement of numfacts with gold sets, the commonest pattern first.

    python benchmarks/errors.py GOLD --out FOLDER     # a folder of gold sets, or one of them

writes FOLDER/<set>.md for each set: a table of the patterns with their counts, then every case with its text, what is
wanted in «guillemets» and what was read, where that is another place, in ‹single ones›, and the rule that fired.
The texts are those of the gold set: what is written is for reading, not for committing.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from accuracy_page import table
from disagreements import WHATS, Disagreement, disagreements
from gold_sets import GoldSet, find

AROUND = 160  # characters shown on either side of a place in a longer text


def main(given: Sequence[str] | None = None) -> None:
    options = _options(given)
    options.out.mkdir(parents=True, exist_ok=True)
    for gold in find(options.gold)[0]:
        found = list(disagreements(gold))
        path = options.out / f"{gold.name}.md"
        path.write_text(report(gold, found), encoding="utf-8")
        kinds = Counter(case.what for case in found)
        print(
            f"{path}: {', '.join(f'{kinds[what]} {what.lower()}' for what in WHATS if what in kinds) or 'none'}"
        )


def report(gold: GoldSet, found: Sequence[Disagreement]) -> str:
    """-> the whole list as Markdown."""
    cases: dict[tuple[str, str], list[Disagreement]] = defaultdict(list)
    for case in found:
        cases[case.what, case.pattern].append(case)
    order = sorted(cases, key=lambda key: (WHATS.index(key[0]), -len(cases[key]), key[1]))
    rows = ((what, pattern, str(len(cases[what, pattern]))) for what, pattern in order)
    parts = [
        f"# {gold.name}: {len(found)} disagreements in {len(gold.rows)} texts",
        table(("", "pattern", "cases"), rows, "llr"),
    ]
    for what, pattern in order:
        told = cases[what, pattern]
        parts.append(f"## {what}: {pattern} ({len(told)})")
        parts.extend("\n".join(lines(case)) for case in told)
    return "\n\n".join(parts) + "\n"


def lines(case: Disagreement) -> Iterator[str]:
    """-> a case: where, what was wanted and got, the text."""
    told = [f"wanted {case.gold}" if case.gold else "", f"got {case.got}" if case.got else "", case.rule]
    yield f"- {case.id}: {' · '.join(filter(None, told))}  "
    yield f"  {' '.join(marked(case).split())}"


def marked(case: Disagreement) -> str:
    """-> the text with its marks, cut to the surroundings of what is marked."""
    ends = [
        (place, mark)
        for span, marks in ((case.wanted, "«»"), (case.read if case.read != case.wanted else None, "‹›"))
        for place, mark in zip(span or (), marks, strict=False)
    ]
    text = case.text
    for place, mark in sorted(ends, key=lambda end: (-end[0], end[1] in "«‹")):
        text = text[:place] + mark + text[place:]
    if not ends:
        return text
    first = max(0, min(place for place, _ in ends) - AROUND)
    last = max(place for place, _ in ends) + len(ends) + AROUND
    return f"{'…' if first else ''}{text[first:last]}{'…' if last < len(text) else ''}"


def _options(given: Sequence[str] | None) -> argparse.Namespace:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("gold", type=Path, metavar="GOLD", help="a folder of gold sets, or one of them")
    arguments.add_argument(
        "--out", type=Path, required=True, metavar="FOLDER", help="where to write the lists"
    )
    return arguments.parse_args(given)


if __name__ == "__main__":
    main()

"""Scores numfacts, quantulum3 and Recognizers-Text side by side on gold sets.

    PYTHONHASHSEED=0 python benchmarks/accuracy.py GOLD     # a folder of gold sets, or one of them

writes docs/benchmark.md, tables with 95% intervals, and docs/benchmark.svg, the same as a picture.  What a gold set
looks like is told in gold_sets.py.  A program that is not installed is named and left out.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from accuracy_page import page
from answers import SYSTEMS, System
from gold_sets import find
from measured import Measured, measure

DOCS = Path(__file__).parent.parent / "docs"


def main(given: Sequence[str] | None = None) -> None:
    options = _options(given)
    sets, unscored = find(options.gold)
    systems, missing = load(options.systems)
    found = measure(sets, systems)
    options.out.mkdir(parents=True, exist_ok=True)
    plot = picture(found, options.out / "benchmark.svg")
    written = options.out / "benchmark.md"
    written.write_text(page(found, options.date, plot, missing, unscored), encoding="utf-8")
    print(f"Written: {written}{f' and {plot}' if plot else '; no picture, for want of matplotlib'}")


def load(names: Iterable[str]) -> tuple[list[System], list[str]]:
    """-> the systems that are installed, and the names of the others."""
    systems, missing = [], []
    for name in names:
        try:
            systems.append(SYSTEMS[name]())
        except ImportError:
            missing.append(name)
    return systems, missing


def picture(found: Measured, path: Path) -> str | None:
    """-> its name, or None where matplotlib is not installed."""
    from accuracy_plot import draw

    try:
        draw(found, path)
    except ImportError:
        return None
    return path.name


def _options(given: Sequence[str] | None) -> argparse.Namespace:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("gold", type=Path, metavar="GOLD", help="a folder of gold sets, or one of them")
    arguments.add_argument(
        "--out", type=Path, default=DOCS, metavar="FOLDER", help="where to write (default: docs/)"
    )
    arguments.add_argument(
        "--systems", nargs="+", choices=list(SYSTEMS), default=list(SYSTEMS), metavar="SYSTEM",
        help=", ".join(SYSTEMS),
    )  # fmt: skip
    arguments.add_argument(
        "--date",
        type=date.fromisoformat,
        default=datetime.now(UTC).date(),
        help="of the run (default: today)",
    )
    return arguments.parse_args(given)


if __name__ == "__main__":
    main()

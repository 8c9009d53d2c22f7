"""How the time of one text grows with its length: the same text once, twice, … sixteen times over.

``python benchmarks/linear.py [--corpus news.jsonl]`` prints one row a length; a doubling should cost 2.0.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

import numfacts as nf

TIMES = (1, 2, 4, 8, 16)
LENGTH = 40_000  # characters of the text that is repeated
SEEDS = Path(__file__).parent.parent / "seeds"


class Row(NamedTuple):
    characters: int
    seconds: float  # CPU, the median of the rounds
    doubling: float | None  # against the row before, the median of the rounds


def growth(text: str, times: tuple[int, ...] = TIMES, rounds: int = 5) -> list[Row]:
    """-> one row a length; the lengths take turns, so that a busy machine slows all of them."""
    grown = ["\n\n".join([text] * n) for n in times]
    nf.to_frame(nf.extract(grown[0]))  # loads the lexicons
    seconds = [[_cpu(one) for one in grown] for _ in range(rounds)]
    rows = []
    for n, one in enumerate(grown):
        doubling = median(turn[n] / turn[n - 1] for turn in seconds) if n else None
        rows.append(Row(len(one), median(turn[n] for turn in seconds), doubling))
    return rows


def _cpu(text: str) -> float:
    start = time.process_time()
    nf.to_frame(nf.extract(text))
    return time.process_time() - start


def sample(corpus: Path | None = None, length: int = LENGTH) -> str:
    """-> the first texts of a corpus (JSON Lines with a ``text``), or of seeds/, up to a length."""
    if corpus is None:
        texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.iterdir()) if path.is_file()]
    else:
        with corpus.open(encoding="utf-8") as rows:
            texts = [json.loads(row)["text"] for _, row in zip(range(2000), rows, strict=False)]
    return "\n\n".join(texts)[:length]


def table(rows: list[Row]) -> str:
    lines = ["| characters | CPU s | MB/s | × per doubling |", "|---:|---:|---:|---:|"]
    for size, seconds, doubling in rows:
        ratio = "" if doubling is None else f"{doubling:.2f}"
        lines.append(f"| {size:,} | {seconds:.3f} | {size / seconds / 1e6:.2f} | {ratio} |")
    return "\n".join(lines)


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--corpus", type=Path, help="JSON Lines with a text column (default: seeds/)")
    options = arguments.parse_args()
    print(table(growth(sample(options.corpus), rounds=options.rounds)))


if __name__ == "__main__":
    main()

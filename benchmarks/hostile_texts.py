"""How the cost of a hostile text grows: four times the text should cost four times the time.

    python benchmarks/hostile_texts.py [NAME...]     # a line for each text, the steepest first

A ratio near 4 is linear, one near 16 quadratic.  Exits with 1 if any is above 8, or if any text raises.
The texts are those of tests/hostile_text.toml; the suite reads them too, and counts steps instead of seconds.
"""

from __future__ import annotations

import sys
import time
import tomllib
from pathlib import Path

import numfacts as nf

TEXTS = Path(__file__).parent.parent / "tests" / "hostile_text.toml"
LENGTH = (
    20_000  # characters of the shorter text: long enough to time, short enough for a quadratic one to end
)
LIMIT = 8.0
ROUNDS = 3


def seconds(text: str) -> float:
    """-> CPU seconds, the best of some rounds; one round of what takes long."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        nf.extract(text)
        best = min(best, time.process_time() - start)
        if best > 2.0:
            break
    return best


def main(names: list[str]) -> int:
    nf.extract("Warm up: £1m, 5 km and a third of 1,000 people on 3 May 2025.")
    parts: dict[str, str] = tomllib.loads(TEXTS.read_text(encoding="utf-8"))["repeated"]
    rows, raised = [], 0
    for name in names or parts:
        times = LENGTH // len(parts[name])
        try:
            short, long = seconds(parts[name] * times), seconds(parts[name] * 4 * times)
        except Exception as error:  # the point is to find them all
            raised += 1
            print(f"{name}: raises {type(error).__name__}: {error}")
            continue
        rows.append((long / short, long, name))
    print(f"{'text':24}  4n/n  seconds for {4 * LENGTH:,} characters")
    for ratio, took, name in sorted(rows, reverse=True):
        print(f"{name:24} {ratio:5.1f}  {took:.3f}{'  too steep' if ratio > LIMIT else ''}")
    return 1 if raised or any(ratio > LIMIT for ratio, _, _ in rows) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

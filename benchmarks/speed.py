"""Times numfacts beside its peers in one process, from texts to a pandas DataFrame.

    python benchmarks/speed.py --corpus news.jsonl --json speed.json

prints, per kind of text, sentences or kB a CPU second and how many times faster numfacts is, then how its time
grows with a text's length, then its cold start.  A peer that is not installed is named and left out.
"""

from __future__ import annotations

import argparse
import json
import platform
import time
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import cold_start
import linear
from peers import SYSTEMS, Read
from workloads import stories, workloads

import numfacts as nf

# How many texts each program gets a round: enough for half a second and more, little enough for the slow ones.
SAMPLES = {
    "sentences": {"numfacts": 6000, "quantulum3": 300, "recognizers": 20, "digits": 20_000},
    "sentences with a digit": {"numfacts": 4000, "quantulum3": 200, "recognizers": 20, "digits": 20_000},
    "articles": {"numfacts": 150, "quantulum3": 12, "recognizers": 2, "digits": 600},
}
PACKAGES = {"recognizers": "recognizers-text-suite"}
QUICK = 50  # divides the sample sizes


class Measured(NamedTuple):
    """One program on one kind of text: a figure a round."""

    system: str
    texts: int
    size: int  # bytes
    seconds: list[float]  # CPU

    @property
    def texts_per_second(self) -> float:
        return self.texts / median(self.seconds)

    @property
    def megabytes_per_second(self) -> float:
        return self.size / median(self.seconds) / 1e6


def measure(systems: dict[str, Read], samples: Mapping[str, Sequence[str]], rounds: int) -> list[Measured]:
    """-> the CPU seconds of every program and round; the programs take turns, as a busy machine slows all."""
    seconds: dict[str, list[float]] = {name: [] for name in systems}
    for _ in range(rounds):
        for name, read in systems.items():
            start = time.process_time()
            read(samples[name])
            seconds[name].append(time.process_time() - start)
    return [
        Measured(name, len(samples[name]), sum(len(text.encode()) for text in samples[name]), seconds[name])
        for name in systems
    ]


def ratios(ours: Measured, peer: Measured) -> tuple[float, float, float]:
    """-> the median, least and largest of (peer's time a byte) / (numfacts' time a byte), round by round."""
    per_round = sorted(
        (theirs / peer.size) / (mine / ours.size)
        for mine, theirs in zip(ours.seconds, peer.seconds, strict=True)
    )
    return median(per_round), per_round[0], per_round[-1]


def table(found: list[Measured], unit: str) -> str:
    lines = [f"| | {unit} a round | {unit}/s | MB/s | numfacts is |", "|---|---:|---:|---:|---|"]
    ours = next(row for row in found if row.system == "numfacts")
    for row in found:
        middle, least, most = ratios(ours, row)
        told = "" if row is ours else f"{middle:.3g} × as fast ({least:.3g}–{most:.3g})"
        rate = f"{row.texts_per_second:,.0f}" if row.texts_per_second >= 10 else f"{row.texts_per_second:.2g}"
        name, speed = f"{row.system} {_version(row.system)}", f"{row.megabytes_per_second:.3g}"
        lines.append(f"| {name} | {row.texts:,} | {rate} | {speed} | {told} |")
    return "\n".join(lines)


def _version(system: str) -> str:
    if system == "digits":
        return platform.python_version()
    return nf.__version__ if system == "numfacts" else version(PACKAGES.get(system, system))


def load(names: Sequence[str]) -> dict[str, Read]:
    """-> the programs that are installed, warmed up: their lexicons loaded, their patterns compiled."""
    loaded: dict[str, Read] = {}
    for name in names:
        try:
            loaded[name] = SYSTEMS[name]()
        except ImportError as error:
            print(f"left out: {name} ({error})\n")
            continue
        loaded[name](stories())
    return loaded


def compare(systems: dict[str, Read], options: argparse.Namespace) -> dict[str, list[Measured]]:
    """-> the measurements by kind of text, printed as they come."""
    found: dict[str, list[Measured]] = {}
    for kind, texts in workloads(options.corpus, options.seed).items():
        share = QUICK if options.quick else 1
        samples = {name: texts[: max(1, SAMPLES[kind][name] // share)] for name in systems}
        found[kind] = measure(systems, samples, options.rounds)
        print(f"### {kind.capitalize()}\n\n{table(found[kind], kind.split(' ')[0])}\n", flush=True)
    return found


def main(given: Sequence[str] | None = None) -> None:
    options = _options(given)
    systems = load(["numfacts", *(name for name in options.peers if name != "numfacts")])
    found = compare(systems, options)
    text = linear.sample(options.corpus, linear.LENGTH // (10 if options.quick else 1))
    rows = linear.growth(text, rounds=min(3, options.rounds))
    print(f"### One text, longer and longer\n\n{linear.table(rows)}\n", flush=True)
    cold = cold_start.cold_starts(rounds=options.rounds)
    print(cold_start.table(cold))
    if options.json:
        options.json.write_text(json.dumps(_told(found, rows, cold), indent=1) + "\n", encoding="utf-8")


def _told(found: dict[str, list[Measured]], rows: list[linear.Row], cold: list[float]) -> dict[str, Any]:
    return {
        "python": platform.python_version(),
        "versions": {row.system: _version(row.system) for kind in found.values() for row in kind},
        "measured": {kind: [row._asdict() for row in measured] for kind, measured in found.items()},
        "ratios": {
            kind: {row.system: ratios(measured[0], row) for row in measured[1:]}
            for kind, measured in found.items()
        },
        "linear": [row._asdict() for row in rows],
        "cold_start": cold,
    }


def _options(given: Sequence[str] | None) -> argparse.Namespace:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument(
        "--corpus", type=Path, help="JSON Lines with a text column (default: seeds/, repeated)"
    )
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--seed", type=int, default=0, help="which texts are drawn")
    arguments.add_argument(
        "--quick", action="store_true", help="a fiftieth of the texts, once: does it run at all?"
    )
    peers = [name for name in SYSTEMS if name != "numfacts"]
    arguments.add_argument(
        "--peers", nargs="*", choices=peers, default=peers, metavar="PEER", help=", ".join(peers)
    )
    arguments.add_argument("--json", type=Path, help="write every round's seconds here")
    options = arguments.parse_args(given)
    if options.corpus and not options.corpus.is_file():
        arguments.error(f"--corpus {options.corpus}: no such file of JSON Lines")
    if options.quick:
        options.rounds = 1
    return options


if __name__ == "__main__":
    main()

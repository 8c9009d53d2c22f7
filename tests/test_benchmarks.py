"""Runs every benchmark on a few lines of its own, as a user would: ``python benchmarks/values.py gold.jsonl``.

No speed is tested here, only that each script still runs and counts what it says.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BENCHMARKS = ROOT / "benchmarks"


def run(script: str, *arguments: str | Path) -> str:
    paths = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    done = subprocess.run(
        [sys.executable, str(BENCHMARKS / script), *map(str, arguments)],
        capture_output=True, text=True, env={**os.environ, "PYTHONPATH": paths}, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def gold(folder: Path, name: str, *rows: dict[str, object]) -> Path:
    path = folder / f"{name}.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_newsquant_writes_one_prediction_a_sentence(tmp_path: Path) -> None:
    sentences = gold(
        tmp_path, "newsquant",
        {"id": "a", "text": "Fares rose 5% in March."},
        {"id": "b", "text": "The bridge cost about £3 million."},
    )  # fmt: skip
    run("newsquant.py", sentences, tmp_path / "out.jsonl")
    first, second = map(json.loads, (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines())
    assert (first["id"], second["id"]) == ("a", "b")
    assert [(q["value"], q["unit"], q["change"]) for q in first["quantities"]] == [(5.0, "percentage", "up")]
    assert [(q["value"], q["unit"]) for q in second["quantities"]] == [(3e6, "pound sterling")]


def test_values_counts_single_numbers_bounds_and_what_is_left_out(tmp_path: Path) -> None:
    cases = gold(
        tmp_path, "duckling_en",
        {"text": "The bridge is 300 metres long.", "lang": "en", "expected": {"value": 300.0}},
        {"text": "between 10 and 20 people", "quantities": [{"value": [10, 20]}]},
        {"text": "more than 40 people", "quantities": [{"low": 40, "high": None}]},
        {"text": "Nobody came.", "expected": 7},
        {"text": "drei Meter", "lang": "de", "expected": 3},
        {"text": "a nickel", "expected": {"value": 0.05}},
        {"text": "1.5 hours", "expected": {"value": 90}},
    )  # fmt: skip
    told = run("values.py", cases, "--verbose")
    assert "| duckling_en | 3/6 (50.0%) | 3/5 (60.0%) | 3/4 (75.0%) |" in told
    assert "| no news English | 1 | Coins by their nicknames" in told
    assert told.splitlines()[-1] == "duckling_en: 'Nobody came.' wants (7, 7)"


def test_left_out_cases_are_named_once() -> None:
    groups = tomllib.loads((BENCHMARKS / "left_out.toml").read_text(encoding="utf-8"))
    named = [
        (gold, name) for group in groups.values() for gold, names in group["cases"].items() for name in names
    ]
    assert len(named) == len(set(named))
    assert all(len(name) == 10 and int(name, 16) >= 0 for _, name in named)


@pytest.mark.parametrize("peer", ["digits", "quantulum3", "recognizers"])
def test_speed_compares_with(peer: str, tmp_path: Path) -> None:
    module = {"recognizers": "recognizers_number_with_unit", "quantulum3": "quantulum3"}.get(peer)
    if module is not None and find_spec(module) is None:
        pytest.skip(f"{peer} is not installed")
    told = run("speed.py", "--quick", "--peers", peer, "--json", tmp_path / "speed.json")
    written = json.loads((tmp_path / "speed.json").read_text(encoding="utf-8"))
    assert set(written["measured"]) == {"sentences", "sentences with a digit", "articles"}
    assert all(set(ratios) == {peer} for ratios in written["ratios"].values())
    assert "× as fast" in told
    assert "Cold start" in told


def test_speed_reads_a_corpus(tmp_path: Path) -> None:
    story = "Fares rose 5% on Monday. " * 100
    corpus = gold(tmp_path, "news", {"text": story}, {"text": story})
    assert "### Articles" in run("speed.py", "--quick", "--peers", "digits", "--corpus", corpus)


def test_linear_prints_a_row_a_length() -> None:
    assert len(run("linear.py", "--rounds", "1").splitlines()) == 7

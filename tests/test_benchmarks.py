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
    done = started(script, *arguments, seed="0")
    assert done.returncode == 0, done.stderr
    return done.stdout


def started(script: str, *arguments: str | Path, seed: str) -> subprocess.CompletedProcess[str]:
    paths = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    return subprocess.run(
        [sys.executable, str(BENCHMARKS / script), *map(str, arguments)],
        capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": paths, "PYTHONHASHSEED": seed},
    )  # fmt: skip


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


CONVENTIONS: list[tuple[str, float | list[float], str, str]] = [
    ("It was built by 12 women.", 12.0, "woman", "="),
    ("He has two younger brothers.", 2.0, "young brother", "="),
    ("She is one of the oldest divers in the county.", 1.0, "old diver county", "="),
    ("It has shut three of Moreno's bakeries.", 3.0, "Moreno bakery", "="),
    ("Half of the seats are empty.", 0.5, "% seat", "="),
    ("Oduya averaged 17.9 ppg.", 17.9, "point per game", "="),
    ("The maximum was 85°.", 85.0, "degree", "="),
    ("It sold for 250 lari.", 250.0, "georgian lari", "="),
    ("The shares are worth 164p.", 164.0, "penny", "="),
    ("A ticket costs 3 dollars 50 cents.", 3.5, "dollar", "="),
    ("It was sold for 20 million francs.", 2e7, "swiss franc", "="),
    ("Fees fell from £12 in March to £9 in May.", [12.0, 9.0], "pound sterling", "down"),
    ("The index is up about 12%.", 12.0, "percentage", "~"),
    ("The index rose about 12%.", 12.0, "percentage", "up"),
    ("It saw a 12% rise.", 12.0, "percentage", "="),
    ("Fees should rise between 3% and 4%.", [3.0, 4.0], "percentage", "="),
    ("It is done within six weeks.", 6.0, "week", "="),
    ("Thousands of homes were hit.", [1000.0, 10000.0], "home", "="),
]


@pytest.mark.skipif(find_spec("lemminflect") is None, reason="the lemmas of counted nouns need lemminflect")
def test_newsquant_has_every_unit_by_itself(tmp_path: Path) -> None:
    texts = (
        "The oldest is 19 years and 7 months.",
        "It seats seven or eight people.",
        "The wall is 6 ft 4 in high.",
    )
    rows = gold(tmp_path, "newsquant", *({"id": text, "text": text} for text in texts))
    run("newsquant.py", rows, tmp_path / "out.jsonl")
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    found = [[(q["value"], q["unit"]) for q in json.loads(line)["quantities"]] for line in lines]
    assert found == [
        [(19.0, "year"), (7.0, "month")],
        [(7.0, "people"), (8.0, "people")],
        [(6.0, "foot"), (4.0, "inch")],
    ]


@pytest.mark.skipif(find_spec("lemminflect") is None, reason="the lemmas of counted nouns need lemminflect")
def test_newsquant_s_conventions(tmp_path: Path) -> None:
    texts = ({"id": text, "text": text} for text, *_ in CONVENTIONS)
    run("newsquant.py", gold(tmp_path, "newsquant", *texts), tmp_path / "out.jsonl")
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    found = {
        row["id"]: [(q["value"], q["unit"], q["change"]) for q in row["quantities"]]
        for row in map(json.loads, lines)
    }
    assert found == {text: [wanted] for text, *rest in CONVENTIONS for wanted in [tuple(rest)]}


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


# Accuracy and errors, on a gold set of each form


@pytest.fixture(scope="module")
def sets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Nine texts; what is wanted of some is wrong on purpose."""
    folder = tmp_path_factory.mktemp("gold")
    gold(
        folder, "newsquant",
        {"id": "rise", "text": "Fares rose 5% in March.", "quantities": [
            {"value": 5, "normalized_unit": "percentage", "change": "up", "concepts": ["Fares"]}]},
        {"id": "walk", "text": "The walk is 12 km long.", "quantities": [
            {"value": 12, "normalized_unit": "mile", "change": "~", "concepts": []}]},
        {"id": "wrong", "text": "The bridge cost £3 million.", "quantities": [
            {"value": 4e6, "normalized_unit": "pound sterling", "change": "=", "concepts": []}]},
        {"id": "unread", "text": "She wore number 7.", "quantities": [
            {"value": 7, "normalized_unit": "shirt", "change": "=", "concepts": []}]},
        {"id": "none", "text": "Nobody came.", "quantities": []},
    )  # fmt: skip
    gold(
        folder, "duckling_en",
        {"text": "The bridge is 300 metres long.", "expected": 300},
        {"text": "Nobody came.", "expected": 7},
        {"text": "a nickel", "expected": 0.05},
    )  # fmt: skip
    text = "The bridge cost about £3 million on Monday."
    gold(
        folder, "wire",
        {"doc": "w1", "text": text, "spans": [
            {"label": "MONEY", "start": 22, "end": 32}, {"label": "PERCENT", "start": 22, "end": 32},
            {"label": "DATE", "start": 36, "end": 42}]},
    )  # fmt: skip
    gold(folder, "other", {"sentence": "no text"})
    return folder


def test_accuracy_scores_each_set_by_its_form(sets: Path, tmp_path: Path) -> None:
    options = ("--systems", "numfacts", "quantulum3", "--date", "2031-05-03")
    told = run("accuracy.py", sets, "--out", tmp_path, *options)
    page = (tmp_path / "benchmark.md").read_text(encoding="utf-8")
    assert str(tmp_path / "benchmark.md") in told
    assert "Run on 3 May 2031." in page
    assert "### newsquant: 4 quantities in 5 texts" in page
    assert "| value | numfacts | 66.7 | 50.0 | 57.1 (0.0–100.0) | 57.1 |" in page
    assert "|  | *GPT-3, quoted* | – | – | – | *70.6* |" in page
    assert "| value and change | numfacts | 33.3 | 25.0 | 28.6" in page
    assert page.count("| value and change |") == 1  # quantulum3 tells no change
    assert "| duckling_en | 3 | 33.3" in page
    assert "| duckling_en | 2 | 50.0" in page
    assert "| Money | 1 | 100.0 (100.0–100.0) | 0.0 (0.0–0.0) |" in page
    assert "| Percent | 1 | 0.0" in page
    assert "| Date |" not in page
    assert "hold no quantities to score: other." in page


def test_accuracy_draws_the_same_picture_twice(sets: Path, tmp_path: Path) -> None:
    if find_spec("matplotlib") is None:
        pytest.skip("matplotlib is not installed")
    for folder in (tmp_path / "first", tmp_path / "second"):
        run("accuracy.py", sets, "--out", folder, "--systems", "numfacts")
    first, second = ((tmp_path / name / "benchmark.svg").read_bytes() for name in ("first", "second"))
    assert first == second
    assert "](benchmark.svg)" in (tmp_path / "first" / "benchmark.md").read_text(encoding="utf-8")


def test_accuracy_runs_recognizers_text(sets: Path, tmp_path: Path) -> None:
    if find_spec("recognizers_number_with_unit") is None:
        pytest.skip("recognizers is not installed")
    run("accuracy.py", sets / "newsquant.jsonl", "--out", tmp_path, "--systems", "Recognizers-Text")
    page = (tmp_path / "benchmark.md").read_text(encoding="utf-8")
    assert "| value | Recognizers-Text | 75.0 | 75.0 |" in page
    assert "| value and unit | Recognizers-Text | 25.0 | 25.0 |" in page


def test_accuracy_refuses_a_hash_seed_that_changes_quantulum3(sets: Path, tmp_path: Path) -> None:
    done = started("accuracy.py", sets, "--out", tmp_path, "--systems", "quantulum3", seed="1")
    assert done.returncode == 1
    assert "PYTHONHASHSEED=0" in done.stderr


def test_accuracy_wants_a_gold_set(tmp_path: Path) -> None:
    done = started("accuracy.py", tmp_path, "--out", tmp_path, seed="0")
    assert done.returncode == 1
    assert "no gold set" in done.stderr


def test_errors_lists_every_disagreement_by_pattern(sets: Path, tmp_path: Path) -> None:
    told = run("errors.py", sets, "--out", tmp_path)
    assert "newsquant.md: 2 missed, 1 invented, 1 unit, 1 change" in told
    newsquant = (tmp_path / "newsquant.md").read_text(encoding="utf-8")
    assert "| Missed | unread: name | 1 |" in newsquant
    assert "She wore number «7»." in newsquant
    assert "| Unit | mile → kilometre | 1 |" in newsquant
    assert "- walk: wanted 12 mile, ~ · got 12 kilometre, =" in newsquant
    assert "The walk is «12 km» long." in newsquant
    assert "| Change | wanted ~, read = | 1 |" in newsquant
    assert "The bridge cost ‹£3 million›." in newsquant
    values = (tmp_path / "duckling_en.md").read_text(encoding="utf-8")
    assert "| Missed | its number does not stand in the text | 1 |" in values
    assert "| Left out | Coins by their nicknames" in values
    wire = (tmp_path / "wire.md").read_text(encoding="utf-8")
    assert "| Missed | PERCENT, read otherwise by money.sign | 1 |" in wire
    assert "| Place | MONEY, starts early, money.sign | 1 |" in wire
    assert "The bridge cost ‹about «£3 million›» on Monday." in wire

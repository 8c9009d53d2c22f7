"""Scores the checks on texts with seeded slips, and on clean ones that set traps.

    python benchmarks/slips.py             # a Markdown table a set
    python benchmarks/slips.py --misses    # and each slip that was not found, each alarm that is false

The sets in ``slips/`` were written by people who had not seen the program: short texts with one slip or
none (``cases.toml``) and stories with several (``stories.toml``).  A slip counts as found where a finding of its
check, error or warning, is in its text or, in a story, has a figure within ``NEAR`` characters of its words.  A false
alarm is an error in a clean text, or one of another check in a short text.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from numfacts.documents import read
from numfacts.model import Document, Finding
from numfacts.pipeline import checked

SETS = Path(__file__).parent / "slips"
NEAR = 200
TELLING = ("error", "warning")


class Score(NamedTuple):
    """Of one kind of text in one set: the slips by check, those that were found, and the texts without a slip."""

    slips: Counter[str]
    found: Counter[str]
    clean: int
    false: list[str]  # a line each
    missed: list[str]


def score_cases(folder: Path) -> Score:
    score = Score(Counter(), Counter(), 0, [], [])
    clean = 0
    for name, case in tomllib.loads((folder / "cases.toml").read_text(encoding="utf-8")).items():
        wanted, published = case.get("expect"), case.get("published")
        found = _findings(Document(case["text"], f"{name}.md", published))
        ids = {finding.check_id for finding in found}
        clean += wanted is None
        score.false.extend(
            _line(name, each) for each in found if each.severity == "error" and each.check_id != wanted
        )
        if wanted:
            score.slips[wanted] += 1
            score.found[wanted] += wanted in ids
            if wanted not in ids:
                score.missed.append(f"{name}: {' '.join(case['text'].split())}")
    return score._replace(clean=clean)


def score_stories(folder: Path) -> Score:
    score = Score(Counter(), Counter(), 0, [], [])
    clean = 0
    for name, story in tomllib.loads((folder / "stories.toml").read_text(encoding="utf-8")).items():
        (document,) = read(folder / name)
        found = _findings(document)
        clean += not story["slips"]
        if not story["slips"]:
            score.false.extend(_line(name, each) for each in found if each.severity == "error")
        for slip in story["slips"]:
            start = document.text.index(slip["words"])
            end = start + len(slip["words"])
            near = {
                each.check_id for each in found if any(_is_near(place, start, end) for place in _places(each))
            }
            score.slips[slip["check"]] += 1
            score.found[slip["check"]] += slip["check"] in near
            if slip["check"] not in near:
                score.missed.append(f"{name} [{slip['check']}]: {slip['words']} ({slip['why']})")
    return score._replace(clean=clean)


def _findings(document: Document) -> list[Finding]:
    return [finding for finding in checked(document).findings if finding.severity in TELLING]


def _places(finding: Finding) -> Iterator[tuple[int, int]]:
    """Where the figures of a finding stand, read from their ids (RFC 5147)."""
    for fact_id in finding.fact_ids:
        start, _, end = fact_id.rpartition("=")[2].partition(",")
        yield int(start), int(end)


def _is_near(place: tuple[int, int], start: int, end: int) -> bool:
    return place[0] < end + NEAR and place[1] > start - NEAR


def _line(name: str, finding: Finding) -> str:
    return f"{name}: [{finding.check_id}] {finding.message}"


def table(cases: Score, stories: Score) -> str:
    rows = ["| check | short texts | stories |", "|---|---:|---:|"]
    for check_id in sorted(cases.slips | stories.slips):
        cells = (f"{each.found[check_id]} of {each.slips[check_id]}" for each in (cases, stories))
        rows.append(f"| `{check_id}` | {' | '.join(cells)} |")
    shares = (f"**{each.found.total()} of {each.slips.total()}**" for each in (cases, stories))
    rows.append(f"| all | {' | '.join(shares)} |")
    rows.append(
        f"| false alarms | {len(cases.false)} in {cases.clean} | {len(stories.false)} in {stories.clean} |"
    )
    return "\n".join(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument(
        "--misses", action="store_true", help="list what was missed, and what was told wrongly"
    )
    wanted = parser.parse_args()
    for folder in sorted(path for path in SETS.iterdir() if path.is_dir()):
        scores = score_cases(folder), score_stories(folder)
        print(f"## {folder.name}\n\n{table(*scores)}\n")
        if wanted.misses:
            lines = [f"- missed: {line}" for score in scores for line in score.missed]
            lines += [f"- false: {line}" for score in scores for line in score.false]
            print("\n".join(lines), "\n")


if __name__ == "__main__":
    main()

"""What a first ``numfacts extract FILE`` or ``check FILE`` costs from nothing: CPU seconds of a fresh Python.

``python benchmarks/cold_start.py`` prints the median of five runs with their minimum and maximum.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

STORY = """Fares rise 5% as costs bite

The operator said fares would rise from £2.40 to £2.52 in March, the third rise in two years.
About 30,000 passengers use the 12-mile line every day.
"""


def cold_starts(command: str = "extract", rounds: int = 5) -> list[float]:
    """-> the CPU seconds, user and system, of each run in order of size.  CalledProcessError where one fails."""
    with tempfile.TemporaryDirectory() as folder:
        story = Path(folder, "story.txt")
        story.write_text(STORY, encoding="utf-8")
        return sorted(_run(command, story) for _ in range(rounds))


def _run(command: str, story: Path) -> float:
    before = _children()
    subprocess.run(
        [sys.executable, "-m", "numfacts", command, str(story)],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return _children() - before


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def table(seconds: list[float], command: str = "extract") -> str:
    middle = seconds[len(seconds) // 2]
    return f"Cold start of `numfacts {command} FILE`: {middle:.2f} s CPU ({seconds[0]:.2f}–{seconds[-1]:.2f})"


if __name__ == "__main__":
    for command in ("extract", "check"):
        print(table(cold_starts(command), command))

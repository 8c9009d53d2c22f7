"""Runs numfacts as users run it: ``run("extract", "story.txt", cwd=folder)`` -> exit code, output, errors."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
HEAVY = ["pandas", "pandera", "pyarrow", "pint", "quantulum3", "trafilatura", "rich", "numpy"]


def start(*arguments: str, cwd: Path, **settings: object) -> subprocess.Popen[bytes]:
    more = settings.pop("env", {})
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "160", **more}  # type: ignore[dict-item]
    command = [sys.executable, "-m", "numfacts", *arguments]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(command, cwd=cwd, env=environment, **{**pipes, **settings})  # type: ignore[call-overload, no-any-return]


def run(*arguments: str, cwd: Path, given: str = "", **settings: object) -> tuple[int, str, str]:
    """-> exit code, standard output, standard error"""
    process = start(*arguments, cwd=cwd, **settings)
    out, err = process.communicate(given.encode(), timeout=120)
    return process.returncode, out.decode(), err.decode()

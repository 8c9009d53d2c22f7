"""Figures that others published: ``quoted("newsquant", "value")`` is ``{"CQE": 92.0, "GPT-3": 70.6, …}``."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

QUOTED = Path(__file__).with_name("quoted.toml")


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(QUOTED.read_text(encoding="utf-8"))


def source() -> str:
    told: str = _tables()["source"]
    return told


def quoted(gold: str, metric: str) -> dict[str, float]:
    """-> the published F1 by system; empty where nothing was."""
    table: dict[str, dict[str, float]] = _tables().get(gold, {})
    return {system: figures[metric] for system, figures in table.items() if metric in figures}

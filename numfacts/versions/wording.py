"""A difference in one line, as an editor would say it.

``12% -> 14% (unemployment)``; ``about 50 -> more than 50 (staff; modifier: approximate -> more_than)``
"""

from __future__ import annotations

from collections.abc import Sequence

from numfacts.model import Fact

# Columns whose cells the two expressions do not show by themselves, or not surely.
TOLD = ("kind", "unit", "modifier", "change", "counted", "denominator", "measured_entity", "period")
NAMES = {"denominator": "of", "measured_entity": "whose"}
LONGEST = 60  # characters of what a figure is about
SHOWN = 4  # figures that a date dates


def message(
    old: Fact | None,
    new: Fact | None,
    columns: Sequence[str],
    moved: bool,
    dated: Sequence[Fact],
    old_line: int | None,
) -> str:
    shown = [_text(fact) for fact in (old, new) if fact is not None]
    figure = " -> ".join(shown if columns else shown[-1:])
    about = new or old
    assert about is not None
    notes = [_about(about, columns)]
    if old is not None and new is not None:
        notes += [
            f"{NAMES.get(name, name)}: {_cell(old, name)} -> {_cell(new, name)}"
            for name in _named(about, columns)
        ]
    if dated:
        more = f" and {len(dated) - SHOWN} more" if len(dated) > SHOWN else ""
        notes.append(f"dates {', '.join(map(_text, dated[:SHOWN]))}{more}")
    if moved:
        notes.append(f"from line {old_line}" if not columns else f"moved from line {old_line}")
    notes = [note for note in notes if note]
    return f"{figure} ({'; '.join(notes)})" if notes else figure


def _named(fact: Fact, columns: Sequence[str]) -> list[str]:
    if fact.kind == "date":  # its text is its period
        return []
    return [name for name in columns if name in TOLD]


def _about(fact: Fact, columns: Sequence[str]) -> str:
    """-> what the figure is a figure of, in the column that says it best and has not changed."""
    if fact.kind == "date":
        return "date"
    for name in ("counted", "measured_entity", "denominator"):
        cell = getattr(fact, name)
        if cell and name not in columns:
            words = " ".join(cell.split())
            short = words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"
            return f"of {short}" if name == "denominator" else short
    return ""


def _text(fact: Fact) -> str:
    return " ".join(fact.text.split())


def _cell(fact: Fact, column: str) -> str:
    cell = getattr(fact, column)
    return "none" if cell is None else " ".join(str(cell).split())

"""A difference in one line, as an editor would say it.

``12% -> 14% (unemployment)``; ``about 50 -> more than 50 (staff)``; ``£5m (profit; period: 2024 -> 2025)``
"""

from __future__ import annotations

from collections.abc import Sequence

from numfacts.model import Fact

SHOWN_BY_THE_FIGURES = {
    "kind",
    "value",
    "low",
    "high",
    "unit",
    "modifier",
    "text",
}  # unless they are written alike
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
    about = new or old
    assert about is not None
    alike = old is None or new is None or not columns or _text(old).casefold() == _text(new).casefold()
    figure = _text(about) if alike or old is None else f"{_text(old)} -> {_text(about)}"
    notes = [_about(about, columns, dated)]
    if old is not None and new is not None:
        notes += [
            f"{_name(name, about)}: {_cell(old, name)} -> {_cell(new, name)}"
            for name in _named(about, columns, alike)
        ]
    if moved:
        notes.append(f"from line {old_line}" if not columns else f"moved from line {old_line}")
    notes = [note for note in notes if note]
    return f"{figure} ({'; '.join(notes)})" if notes else figure


def moved_together(facts: Sequence[Fact], old_line: int | None) -> str:
    """``1.4 million (customers), £500 (fines), from line 9``: what moved in one piece, told once."""
    told = [message(fact, fact, (), False, (), None) for fact in facts]
    return f"{', '.join(told)}, from line {old_line}"


def _named(fact: Fact, columns: Sequence[str], alike: bool) -> list[str]:
    """-> the columns that have to be told; the period of a date is what it says, if not always in full."""
    shown = SHOWN_BY_THE_FIGURES | ({"period"} if fact.kind == "date" else set())
    return [name for name in columns if alike or name not in shown]


def _name(column: str, fact: Fact) -> str:
    """``whose: Spain -> Italy``, ``of: wheat -> barley``; else as the fact table has it."""
    if column == "measured_entity" and any(map(str.isupper, fact.measured_entity or "")):
        return "whose"
    return "of" if column in ("denominator", "measured_entity") else column


def _about(fact: Fact, columns: Sequence[str], dated: Sequence[Fact]) -> str:
    """-> what the figure is a figure of, in the column that says it best and has not changed."""
    if fact.kind == "date":
        return _date_of(dated)
    for name in ("counted", "measured_entity", "denominator"):
        cell = getattr(fact, name)
        if cell and name not in columns:
            words = " ".join(cell.split())
            short = words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"
            return f"of {short}" if name == "denominator" else short
    return "headline" if fact.section == "headline" else ""


def _date_of(dated: Sequence[Fact]) -> str:
    if not dated:
        return "date"
    more = f" and {len(dated) - SHOWN} more" if len(dated) > SHOWN else ""
    return f"date of {', '.join(map(_with_noun, dated[:SHOWN]))}{more}"


def _with_noun(fact: Fact) -> str:
    """``40 ships``, where the noun stands right behind the number."""
    told = f"{_text(fact)} {' '.join((fact.counted or '').split())}"
    return told.rstrip() if told in " ".join(fact.sentence.split()) else _text(fact)


def _text(fact: Fact) -> str:
    return " ".join(fact.text.split())


def _cell(fact: Fact, column: str) -> str:
    cell = getattr(fact, column)
    return "none" if cell is None else " ".join(str(cell).split())

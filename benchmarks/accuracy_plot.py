"""The figures of accuracy.py as a picture: a dot for each program, its interval as a bar, quoted figures hollow.

The same figures give the same file, byte for byte: no date in it, and no number that is drawn at random.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from measured import Measured
from quoted import quoted
from scoring import METRICS, Rate

COLOURS = (
    "#0072b2",
    "#d55e00",
    "#009e73",
    "#cc79a7",
    "#56b4e9",
)  # Okabe and Ito: told apart by colour-blind eyes
HOLLOW = {"CQE": "D", "GPT-3": "s"}
GREY, INK, RULE = "#777777", "#222222", "#e4e4e4"
STYLE: dict[Any, Any] = {
    "font.family": "DejaVu Sans", "font.size": 9, "axes.edgecolor": GREY, "text.color": INK,
    "axes.labelcolor": INK, "xtick.color": INK, "ytick.color": INK, "svg.hashsalt": "numfacts", "svg.fonttype": "path",
}  # fmt: skip
# In inches.  Every place is reckoned here: matplotlib's own layout differs in the last digit from run to run.
COLUMN, LABELS, RIGHT = 6.6, 1.95, 0.25  # of panels; for the labels at their left; free at their right
TITLE, ROW, TICKS = 0.42, 0.44, 0.34  # above a panel; one label of it; below it
FOOT = 0.45  # for the legend
LEGEND = 3  # programs beside one another in the legend of one column
SLOT = 0.22  # of a row, between two programs


class Line(NamedTuple):
    """One label of a panel and the figures that stand beside it."""

    label: str
    rates: dict[str, Rate]  # by system
    quoted: dict[str, float]


class Panel(NamedTuple):
    title: str
    lines: list[Line]


def draw(found: Measured, path: Path) -> None:
    """-> the picture at ``path``, in the format of its suffix.  ImportError without matplotlib."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    columns = [column for column in (list(_left(found)), list(_right(found))) if column]
    width = COLUMN * len(columns)
    height = FOOT + max(sum(TITLE + ROW * len(panel.lines) + TICKS for panel in column) for column in columns)
    with mpl.rc_context(STYLE):
        figure = Figure(figsize=(width, height))
        for place, column in enumerate(columns):
            top = height
            for panel in column:
                bottom = top - TITLE - ROW * len(panel.lines)
                across = (place * COLUMN + LABELS) / width, (COLUMN - LABELS - RIGHT) / width
                axes = figure.add_axes(
                    (across[0], bottom / height, across[1], ROW * len(panel.lines) / height)
                )
                _panel(axes, panel, list(found.systems))
                top = bottom - TICKS
        figure.legend(handles=_legend(found), loc="lower center", ncols=LEGEND * len(columns), frameon=False)
        figure.savefig(path, metadata={"Date": None} if path.suffix == ".svg" else {"Software": None})


def _left(found: Measured) -> Iterator[Panel]:
    for name, gold in found.quantities.items():
        lines = []
        for metric in METRICS:
            rates = {system: scores[metric].f1 for system, scores in gold.scores.items() if metric in scores}
            if rates:
                lines.append(Line(metric.replace("+", " + "), rates, quoted(name, metric)))
        yield Panel(f"{name}: F1, one to one ({gold.gold} quantities)", lines)


def _right(found: Measured) -> Iterator[Panel]:
    if found.values:
        lines = [Line(f"{name} ({gold.cases})", _all(gold.rates), {}) for name, gold in found.values.items()]
        yield Panel("Test suites: values that come out, all cases", lines)
    for name, labels in found.spans.items():
        lines = [
            Line(f"{label.lower()} ({met.places})", _all(met.rates), {}) for label, met in labels.items()
        ]
        yield Panel(f"{name}: places that are found", lines)


def _all(rates: Mapping[str, tuple[Rate, Rate]]) -> dict[str, Rate]:
    return {system: first for system, (first, _) in rates.items()}


def _panel(axes: Any, panel: Panel, systems: list[str]) -> None:
    for row, line in enumerate(panel.lines):
        run = [system for system in systems if system in line.rates]
        others = {system: f1 for system, f1 in line.quoted.items() if system not in run}
        slots = len(run) + bool(others)  # those that are only quoted share the last one
        heights = [row + (slot - (slots - 1) / 2) * SLOT for slot in range(slots)]
        for system, y in zip(run, heights, strict=False):
            rate, colour = line.rates[system], COLOURS[systems.index(system) % len(COLOURS)]
            axes.hlines(y, rate.low, rate.high, color=colour, linewidth=2.2, alpha=0.45)
            axes.plot(rate.percent, y, "o", color=colour, markersize=5)
            if system in line.quoted:
                axes.plot(line.quoted[system], y, "o", color=colour, markersize=6, markerfacecolor="none")
        for system, f1 in others.items():
            axes.plot(
                f1, heights[-1], HOLLOW.get(system, "^"), color=INK, markersize=5, markerfacecolor="none"
            )
        if row:
            axes.axhline(row - 0.5, color=RULE, linewidth=0.8, zorder=0)
    axes.set_title(panel.title, loc="left", fontsize=10, fontweight="bold", color=INK)
    axes.set_yticks(range(len(panel.lines)), [line.label for line in panel.lines])
    axes.set_ylim(len(panel.lines) - 0.5, -0.5)
    axes.set_xlim(-2, 102)
    axes.set_xticks(range(0, 101, 20), [f"{tick}%" for tick in range(0, 101, 20)])
    axes.grid(axis="x", color=RULE, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.tick_params(length=0)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)


def _legend(found: Measured) -> list[Any]:
    from matplotlib.lines import Line2D

    handles = [
        Line2D([], [], color=colour, marker="o", linewidth=2.2, markersize=5, label=system)
        for system, colour in zip(found.systems, COLOURS, strict=False)
    ]
    named = {system for gold in found.quantities for metric in METRICS for system in quoted(gold, metric)}
    if named & found.systems.keys():
        handles.append(_hollow("o", "the same, quoted", GREY))
    handles += [
        _hollow(HOLLOW.get(system, "^"), f"{system}, quoted", INK)
        for system in sorted(named - found.systems.keys())
    ]
    return handles


def _hollow(marker: str, label: str, colour: str) -> Any:
    from matplotlib.lines import Line2D

    return Line2D([], [], color=colour, marker=marker, linestyle="", markerfacecolor="none", label=label)

"""The tables of accuracy.py as one Markdown page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from measured import Label, Measured, QuantitySet, ValueSet
from quoted import quoted, source
from scoring import METRICS, RESAMPLES, Rate, Score

COMMAND = "make bench-accuracy GOLD=DIR"
NONE = "–"


def page(
    found: Measured, day: date, plot: str | None, missing: Iterable[str], unscored: Iterable[str]
) -> str:
    """``plot`` is the picture's place as seen from the page; ``missing`` are programs that are not installed."""
    parts = [
        f"<!-- Written by benchmarks/accuracy.py: {COMMAND} -->",
        "# numfacts beside its peers",
        *opening(found, day, missing),
        *([f"![F1 and recall of each program on each set]({plot})"] if plot else []),
        *(all_quantities(found.quantities) if found.quantities else ()),
        *(values(found.values) if found.values else ()),
        *(places(found.spans) if found.spans else ()),
    ]
    if unscored := list(unscored):
        parts.append(f"Files of the folder that hold no quantities to score: {', '.join(unscored)}.")
    return "\n\n".join(parts) + "\n"


def opening(found: Measured, day: date, missing: Iterable[str]) -> Iterator[str]:
    systems = [f"{name} {version}" for name, version in found.systems.items()]
    yield (
        f"`{COMMAND}` runs {_listed(systems)} over the gold sets in `DIR`, which are not part of this project, scores "
        f"them and writes this page. Run on {day.day} {day:%B %Y}."
    )
    if missing := list(missing):
        yield f"Not installed, so left out: {', '.join(missing)}."
    yield (
        "The peers are taken at their best. quantulum3 runs without its classifier, which does not work with the "
        "scikit-learn of today, and with `PYTHONHASHSEED=0`; its uncertainties are ranges. Of Recognizers-Text all "
        "recognizers run, an amount of money and then the longest expression is kept where several overlap, and its "
        "dates and times block the numbers in them. Their units are translated into the words of the sets "
        "([unit_names.toml](../benchmarks/answers/unit_names.toml)), those of numfacts by "
        "[newsquant.py](../benchmarks/newsquant.py), which also knows what NewsQuant leaves out, such as scores and "
        "ordinals. Neither peer tells a change or a concept. numfacts was developed with these halves of the sets in "
        "view, each of the peers with its own test suite."
    )
    yield (
        f"Brackets and bars are 95% intervals: the middle of {RESAMPLES:,} draws of as many texts, with "
        "replacement, the same draws for every program."
    )


# All quantities


def all_quantities(sets: Mapping[str, QuantitySet]) -> Iterator[str]:
    yield "## Sets that have all quantities of a text"
    yield (
        "What is found beside the gold quantities is wrong here. *One to one* pairs each gold quantity with one that "
        "was found. *By the paper* is F1 by the counting behind the published figures, where a quantity can count more "
        "than once and a range of quantulum3 is its middle. Rows in italics are quoted, not run: F1 on the whole set, "
        f"of which the texts here are a part, from {source()}. Illinois Quantifier has no row, for want of a figure."
    )
    for name, gold in sets.items():
        yield f"### {name}: {gold.gold} quantities in {gold.texts} texts"
        yield table(("", "", "P", "R", "F1, one to one", "by the paper"), quantity_rows(name, gold), "llrrrr")


def quantity_rows(name: str, gold: QuantitySet) -> Iterator[tuple[str, ...]]:
    for metric in METRICS:
        run = {system: scores[metric] for system, scores in gold.scores.items() if metric in scores}
        rows = [(system, *_scored(score)) for system, score in run.items()]
        rows += [
            (f"*{system}, quoted*", NONE, NONE, NONE, f"*{f1:.1f}*")
            for system, f1 in quoted(name, metric).items()
        ]
        for number, row in enumerate(rows if run else ()):
            yield metric.replace("+", " and ") if number == 0 else "", *row


def _scored(score: Score) -> tuple[str, str, str, str]:
    return f"{score.precision:.1f}", f"{score.recall:.1f}", _rate(score.f1), f"{score.f1_as_paper:.1f}"


# Values and places


def values(sets: Mapping[str, ValueSet]) -> Iterator[str]:
    yield "## Test suites of other extractors"
    yield (
        "Does the wanted value come out, or both its bounds? Only recall means something: each set marks one kind of "
        "quantity, and every answer counts, also several for one place. Neither peer has open bounds (more than 40), "
        "and the Python release of Recognizers-Text has no ranges and is older than the specs. All cases:"
    )
    systems = list(next(iter(sets.values())).rates)
    for place, size in enumerate(("cases", "kept")):
        if place:
            yield (
                "Without what is no news English and what is the same quantity in another convention "
                "([left_out.toml](../benchmarks/left_out.toml)). That list was made by looking at what "
                "numfacts misses, which flatters it:"
            )
        rows = (
            (name, str(getattr(gold, size)), *(_rate(gold.rates[system][place]) for system in systems))
            for name, gold in sets.items()
        )
        yield table(("set", "cases", *systems), rows, "lr" + "r" * len(systems))


def places(sets: Mapping[str, Mapping[str, Label]]) -> Iterator[str]:
    yield "## Places on raw newswire"
    yield (
        "Which labelled expressions does an answer overlap, and how many does it meet to the character? Money must be "
        "read as money and a percentage as one; elsewhere any reading but a date counts. Recall again. What is exact "
        "is a convention: a span of numfacts takes in words such as “about”, and what a number counts is outside it."
    )
    for name, labels in sets.items():
        systems = list(next(iter(labels.values())).rates)
        rows = []
        for label, met in labels.items():
            rates = [_rate(rate) for system in systems for rate in met.rates[system]]
            rows.append((label.capitalize(), str(met.places), *rates))
        head = [f"{system}, {how}" for system in systems for how in ("overlap", "exact")]
        yield table((name, "places", *head), rows, "lr" + "r" * len(head))


# Markdown


def _rate(rate: Rate) -> str:
    return f"{rate.percent:.1f} ({rate.low:.1f}–{rate.high:.1f})"


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def table(head: Iterable[str], rows: Iterable[Iterable[str]], sides: str) -> str:
    """``sides`` has an l or an r for each column."""
    rule = "|".join("---:" if side == "r" else "---" for side in sides)
    return "\n".join([_row(head), f"|{rule}|", *map(_row, rows)])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"

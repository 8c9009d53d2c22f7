"""Scores numfacts on the annotated stories of seeds/gold/.

    python benchmarks/own_gold.py                                  # every story
    python benchmarks/own_gold.py seeds/gold/my-story.toml         # your own: is the file sound, and what is read?
    python benchmarks/own_gold.py --errors                         # every disagreement, with its sentence
    python benchmarks/own_gold.py --record                         # what tests/test_own_gold.py holds from now on

Facts are paired one to one, the same span first, then by overlap.  A figure is an F1: right over what was wanted and
what was given, so that a fact that was missed, or is none, costs every column.  ``whole`` is kind, value or bounds,
unit and modifier at once.  A cell of words is right when it has the words of an accepted reading, articles and titles
aside; ``partly`` when they share one.  A cell that is null on both sides counts for nothing.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from gold_agreement import AGREE, conversion, near, share_a_word
from gold_stories import FOLDER, Cell, GoldError, GoldFact, GoldStory, read_story

from numfacts.model import Document, Fact
from numfacts.pipeline import Settings, facts_of

RECORDED = Path(__file__).with_name("own_gold_recorded.toml")
CORE = ("kind", "value", "unit", "modifier")
CONTEXT = ("change", "counted", "denominator", "measured_entity", "period", "speaker", "quoted")
PARTLY = ("counted", "denominator", "measured_entity")
MEASURES = ("span exact", "span overlap", "whole", *CORE, *CONTEXT[:4], *(f"{name} partly" for name in PARTLY),
            *CONTEXT[4:])  # fmt: skip


class Tally(NamedTuple):
    """How many cells of one measure are right, were given by numfacts, were wanted by the gold."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    @property
    def f1(self) -> float:
        """In percent, to a tenth."""
        return round(200 * self.right / max(1, self.given + self.wanted), 1)


class Mark(NamedTuple):
    """One cell compared: what it adds to a measure and, where it is wrong, what to tell."""

    measure: str
    right: bool
    given: bool
    wanted: bool
    told: str = ""


Figures = dict[str, dict[str, float]]  # group -> measure -> F1


# One story


def marks(story: GoldStory) -> Iterator[Mark]:
    """-> every comparison of the story's gold with what numfacts reads in it."""
    facts = read(story)
    pairs = paired(story.facts, facts)
    for number, gold in enumerate(story.facts):
        if number in pairs:
            yield from _compared(story, gold, pairs[number])
        elif not gold.optional:
            yield from _alone(f"missed {_wanted(gold)}\n    {_around(story, gold)}", False, gold.cells)
    taken = set(pairs.values())
    for fact in facts:
        if fact not in taken:
            cells = {name: (getattr(fact, name),) for name in CONTEXT}
            yield from _alone(f"is none {fact!r} ({fact.rule})\n    {_around(story, fact)}", True, cells)


def read(story: GoldStory) -> list[Fact]:
    """-> what ``numfacts extract`` would export of it, page furniture aside."""
    document = Document(story.text, story.name, story.published, story.locale)
    return [
        fact
        for fact in facts_of(document, Settings())
        if fact.kind not in ("date", "ordinal") and fact.section != "boilerplate"
    ]


def paired(gold: Sequence[GoldFact], facts: Sequence[Fact]) -> dict[int, Fact]:
    """-> the fact that the gold fact of each number is compared with: the same span first, then the largest overlap."""
    overlaps = sorted(
        (
            (not _same_span(wanted, fact), -shared / (max(wanted.end, fact.end) - min(wanted.start, fact.start)), i, j)
            for i, wanted in enumerate(gold)
            for j, fact in enumerate(facts)
            if (shared := min(wanted.end, fact.end) - max(wanted.start, fact.start)) > 0
        )
    )  # fmt: skip
    pairs: dict[int, int] = {}
    for _, _, i, j in overlaps:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return {i: facts[j] for i, j in pairs.items()}


def _same_span(gold: GoldFact, fact: Fact) -> bool:
    return (fact.start, fact.end) in gold.spans


def _alone(told: str, given: bool, cells: dict[str, tuple[Any, ...]]) -> Iterator[Mark]:
    """A gold fact that was not read, or a fact that is not in the gold: wrong in every cell it has."""
    for measure in ("span exact", "span overlap", "whole", *CORE):
        yield Mark(measure, False, given, not given, told if measure == "span overlap" else "")
    for name in CONTEXT:
        if None not in cells[name] and False not in cells[name]:
            for measure in _measures(name):
                yield Mark(measure, False, given, not given)


def _measures(name: str) -> list[str]:
    return [name, f"{name} partly"] if name in PARTLY else [name]


def _compared(story: GoldStory, gold: GoldFact, fact: Fact) -> Iterator[Mark]:
    around = _around(story, gold)
    yield Mark(
        "span exact", _same_span(gold, fact), True, True, f"“{gold.text}” read “{fact.text}”\n    {around}"
    )
    yield Mark("span overlap", True, True, True)
    right = {
        "kind": fact.kind in gold.cells["kind"],
        "modifier": fact.modifier in gold.cells["modifier"],
        **_quantity(gold, fact),
    }
    for name in CORE:
        yield Mark(name, right[name], True, True)
    yield Mark(
        "whole", all(right.values()), True, True, f"{_wanted(gold)} read {fact!r} ({fact.rule})\n    {around}"
    )
    for name in CONTEXT:
        accepted, found = gold.cells[name], getattr(fact, name) or None
        readings = [cell for cell in accepted if cell]
        if found is None and len(readings) < len(accepted):
            continue
        told = f"“{gold.text}” {_either(accepted)} read {found!r}\n    {around}"
        for measure in _measures(name):
            agree = share_a_word if measure != name else AGREE[name]
            good = found is not None and any(agree(str(cell), str(found)) for cell in readings)
            yield Mark(measure, good, found is not None, good or bool(accepted[0]), told)


def _quantity(gold: GoldFact, fact: Fact) -> dict[str, bool]:
    """Any unit that pint turns into the wanted one will do, with the value turned as well."""
    units = [None if unit is None else str(unit) for unit in gold.cells["unit"]]
    turns = [turn for unit in units if (turn := conversion(fact.unit, unit)) is not None]
    return {
        "unit": bool(turns),
        "value": any(_same_value(gold, fact, turn) for turn in turns or [float]),
    }


def _same_value(gold: GoldFact, fact: Fact, turn: Callable[[float], float]) -> bool:
    if fact.kind == "score":
        return True
    value, low, high = (None if x is None else turn(x) for x in (fact.value, fact.low, fact.high))
    if gold.cells["value"][0] is not None:
        return any(near(wanted, value) for wanted in gold.cells["value"])
    return value is None and near(gold.cells["low"][0], low) and near(gold.cells["high"][0], high)


# All of them


def tallies(compared: Iterable[Mark]) -> dict[str, Tally]:
    """-> the tally of each measure."""
    counted: Counter[tuple[str, str]] = Counter()
    for mark in compared:
        for part in ("right", "given", "wanted"):
            counted[mark.measure, part] += getattr(mark, part)
    return {name: Tally(*(counted[name, part] for part in Tally._fields)) for name in MEASURES}


def figures(compared: dict[str, list[Mark]]) -> Figures:
    """-> the F1 of every measure, by group of stories."""
    return {
        group: {name: tally.f1 for name, tally in tallies(of_group).items()}
        for group, of_group in compared.items()
    }


def by_group(found: Iterable[GoldStory], *, genres: bool = True) -> dict[str, list[Mark]]:
    """-> the comparisons of all stories, of each usage and of each genre."""
    groups: dict[str, list[Mark]] = defaultdict(list)
    for story in sorted(found, key=lambda story: story.usage):
        compared = list(marks(story))
        for group in ("all", story.usage, *([f"genre: {story.genre}"] if genres else [])):
            groups[group] += compared
    return dict(sorted(groups.items(), key=lambda group: (group[0].startswith("genre"), group[0])))


def recorded() -> Figures:
    return tomllib.loads(RECORDED.read_text(encoding="utf-8"))


def fallen(now: Figures, before: Figures) -> list[str]:
    """-> a line for every figure that is below the recorded one: ``en-AU: period 71.0, was 72.4``."""
    return [
        f"{group}: {name} {now[group][name]}, was {figure}"
        for group, of_group in before.items()
        for name, figure in of_group.items()
        if now[group][name] < figure
    ]


def record(now: Figures) -> None:
    lines = [
        "# F1 on seeds/gold/, written by `python benchmarks/own_gold.py --record`: the test fails below it.\n"
    ]
    for group, of_group in now.items():
        if not group.startswith("genre"):
            rows = (f'"{name}" = {figure}\n' for name, figure in of_group.items())
            lines += [f'\n["{group}"]\n', *rows]
    RECORDED.write_text("".join(lines), encoding="utf-8")


# What is printed


def _wanted(gold: GoldFact) -> str:
    cells = {name: _either(gold.cells[name]) for name in ("kind", "modifier", "value", "low", "high", "unit")}
    return f"“{gold.text}” " + " ".join(f"{name}={cell}" for name, cell in cells.items() if cell != "None")


def _either(cells: tuple[Cell, ...]) -> str:
    return " or ".join(str(cell) for cell in cells)


def _around(story: GoldStory, span: GoldFact | Fact) -> str:
    text, start, end = story.text, span.start, span.end
    before = text[max(0, start - 90) : start].rpartition("\n")[2]
    after = text[end : end + 70].partition("\n")[0]
    return f"{story.name}: …{before}«{text[start:end]}»{after}…"


def table(now: Figures) -> str:
    """-> a Markdown table: a row a measure, a column a group."""
    lines = [f"| F1 | {' | '.join(now)} |", f"|---|{'---:|' * len(now)}"]
    lines += [f"| {name} | {' | '.join(f'{now[group][name]:.1f}' for group in now)} |" for name in MEASURES]
    return "\n".join(lines)


def genre_table(now: Figures) -> str:
    """-> the same turned, with the measures that matter most: a row a genre."""
    shown = (
        "span exact",
        "whole",
        "counted",
        "measured_entity",
        "measured_entity partly",
        "period",
        "speaker",
    )
    lines = [f"| F1 | {' | '.join(shown)} |", f"|---|{'---:|' * len(shown)}"]
    lines += [
        f"| {group.removeprefix('genre: ')} | {' | '.join(f'{of_group[name]:.1f}' for name in shown)} |"
        for group, of_group in now.items()
    ]
    return "\n".join(lines)


def errors(compared: Iterable[Mark]) -> str:
    """-> every disagreement, under its measure."""
    told: dict[str, list[str]] = defaultdict(list)
    for mark in compared:
        if mark.told and not mark.right:
            told[mark.measure].append(mark.told)
    return "\n".join(
        "\n".join([f"\n{name} ({len(told[name])})", *(f"  {line}" for line in told[name])])
        for name in MEASURES
        if told[name] and not name.endswith("partly")
    )


def main(given: Sequence[str] | None = None) -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("stories", nargs="*", type=Path, metavar="STORY.toml", help="default: seeds/gold/")
    arguments.add_argument("--errors", action="store_true", help="print every disagreement")
    arguments.add_argument("--record", action="store_true", help=f"write the figures to {RECORDED.name}")
    options = arguments.parse_args(given)
    if options.record and options.stories:
        arguments.error("--record is for all stories")
    try:
        found = [read_story(path) for path in options.stories or sorted(FOLDER.glob("*.toml"))]
    except (GoldError, OSError) as error:
        raise SystemExit(str(error)) from None
    compared = by_group(found)
    now = figures(compared)
    print(f"{len(found)} stories, {sum(len(story.facts) for story in found)} facts\n")
    print(table({group: now[group] for group in now if not group.startswith("genre")}))
    print(f"\n{genre_table({group: now[group] for group in now if group.startswith('genre')})}")
    if options.errors:
        print(errors(compared["all"]))
    if options.record:
        record(now)
        print(f"\nWritten: {RECORDED}")


if __name__ == "__main__":
    main()

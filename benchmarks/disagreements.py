"""Every place where numfacts and a gold set differ, with the pattern that it is a case of.

next(disagreements(gold_set)).pattern      # "more words than wanted, count.noun"
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, NamedTuple

from answers import Place
from answers.of_numfacts import LABELS
from gold_sets import FIELDS, GoldSet, Span, quantities, spans
from measured import overlapping
from scoring import METRICS, Quantity, Value, pairs
from traced import Reading, Text
from values import Bounds, bounds_of, comes_out, expected, left_out, name_of

WHATS = ("Missed", "Invented", "Unit", "Change", "Concepts", "Place", "Left out")  # in the order of a report
WHAT_OF = dict(
    zip(METRICS[1:], ("Unit", "Change", "", "Concepts"), strict=True)
)  # partial: told with complete
NAMED = frozenset({"money", "percent", "measure", "duration", "age"})  # kinds of which the unit has a name
Range = tuple[int, int]


class Disagreement(NamedTuple):
    """One difference: ``wanted`` and ``read`` are places in the text, where they are known."""

    what: str  # one of WHATS
    pattern: str
    id: str
    text: str
    gold: str  # what was wanted, in words; "" for nothing
    got: str
    rule: str
    wanted: Range | None
    read: Range | None


def disagreements(gold: GoldSet) -> Iterator[Disagreement]:
    """-> the differences of a set, in the order of its texts."""
    readers: dict[str, Callable[[dict[str, Any], Text], Iterator[Disagreement]]] = {
        "quantities": _of_quantities,
        "values": partial(_of_values, gold.name),
        "spans": _of_spans,
    }
    for number, row in enumerate(gold.rows, start=1):
        text = Text(row["text"])
        for told in readers[gold.form](row, text):
            yield told._replace(id=str(row.get("id") or row.get("doc") or f"row {number}"), text=text.text)


def _told(
    what: str, pattern: str, gold: str, got: str, rule: str, wanted: Range | None, read: Range | None
) -> Disagreement:
    return Disagreement(what, pattern, "", "", gold, got, rule, wanted, read)


# All quantities


def _of_quantities(row: dict[str, Any], text: Text) -> Iterator[Disagreement]:
    wanted, found = list(quantities(row)), list(text.readings())
    given = {field for quantity in row["quantities"] for field in quantity}
    paired = pairs(wanted, [reading.quantity for reading in found])
    for i, quantity in enumerate(wanted):
        if i not in {pair[0] for pair in paired}:
            yield _missed(quantity.value, in_words(quantity), text)
    for j, reading in enumerate(found):
        if j not in {pair[1] for pair in paired}:
            yield _told(
                "Invented", reading.rule, "", in_words(reading.quantity), reading.rule, None, _place(reading)
            )
    for i, j, agrees in paired:
        for metric, holds in zip(METRICS, agrees, strict=True):
            what = WHAT_OF.get(metric)
            if not holds and what and FIELDS[metric] in given:
                yield _differing(what, wanted[i], found[j])


def _missed(value: Value, gold: str, text: Text) -> Disagreement:
    """A range is looked for at its first bound."""
    place = text.place_of(value[0] if isinstance(value, tuple) else value)
    if place is None:
        return _told("Missed", "its number does not stand in the text", gold, "", "", None, None)
    told = _told("Missed", text.why_unread(place[0]), gold, "", "", place, None)
    for fact in text.at(place[0]):
        told = told._replace(got=repr(fact), rule=fact.rule, read=(fact.start, fact.end))
    return told


def _differing(what: str, gold: Quantity, reading: Reading) -> Disagreement:
    found = reading.quantity
    if what == "Unit":
        pattern = unit_pattern(gold.unit, found.unit, reading)
    elif what == "Change":
        pattern = f"wanted {gold.change}, read {found.change}"
    else:
        pattern = words_pattern(gold.concepts, found.concepts)
    place = _place(reading)
    return _told(what, pattern, in_words(gold), in_words(found), reading.rule, place, place)


def unit_pattern(gold: str | None, found: str | None, reading: Reading) -> str:
    """Named units by their names, counted nouns by how their words differ: "metre → mile", "fewer words"."""
    if reading.kind in NAMED:
        return f"{gold or 'none'} → {found or 'none'}"
    words = words_pattern((gold or "").split(), (found or "").split())
    return f"{words}, {reading.rule}"


def words_pattern(gold: Iterable[str], read: Iterable[str]) -> str:
    wanted, found = {word.lower() for word in gold}, {word.lower() for word in read}
    if not wanted:
        return "none wanted"
    if not found:
        return "none read"
    if wanted < found:
        return "more words than wanted"
    if found < wanted:
        return "fewer words than wanted"
    return "other words" if not wanted & found else "other words beside shared ones"


def in_words(quantity: Quantity) -> str:
    """``5 percentage, up, fares prices``: change and concepts where there are any."""
    told = [f"{_number(quantity.value)} {quantity.unit or ''}".strip()]
    if quantity.change is not None:
        told.append(quantity.change)
    if quantity.concepts:
        told.append(" ".join(quantity.concepts))
    return ", ".join(told)


def _number(value: Value) -> str:
    return "–".join(f"{bound:.12g}" for bound in (value if isinstance(value, tuple) else (value,)))


def _place(reading: Reading) -> Range | None:
    return None if reading.start is None or reading.end is None else (reading.start, reading.end)


# Values


def _of_values(name: str, row: dict[str, Any], text: Text) -> Iterator[Disagreement]:
    group = left_out().get((name, name_of(text.text)))
    for bounds in expected(row):
        if not comes_out(bounds, bounds_of(text.facts)):
            known = [bound for bound in bounds if bound is not None]
            told = _missed(known[0], _bounds(bounds), text)
            yield told if group is None else told._replace(what="Left out", pattern=group.reason)


def _bounds(bounds: Bounds) -> str:
    low, high = ("…" if bound is None else f"{bound:.12g}" for bound in bounds)
    return low if low == high else f"{low}–{high}"


# Places


def _of_spans(row: dict[str, Any], text: Text) -> Iterator[Disagreement]:
    facts = [fact for fact in text.facts if fact.kind != "date"]
    found = {Place(fact.start, fact.end, LABELS.get(fact.kind, "")): fact for fact in facts}
    for span in spans(row):
        place = span.start, span.end
        gold = f"{span.label} {text.text[span.start : span.end]!r}"
        near = list(overlapping(span, found))
        if not near:
            yield _told("Missed", f"{span.label}, {_unread(span, text)}", gold, "", "", place, None)
        elif not any((other.start, other.end) == place for other in near):
            fact = found[near[0]]
            pattern = f"{span.label}, {_shifted(span, near[0])}, {fact.rule}"
            yield _told("Place", pattern, gold, repr(fact.text), fact.rule, place, (fact.start, fact.end))


def _unread(span: Span, text: Text) -> str:
    for at in range(span.start, span.end):
        if (told := text.why_unread(at)) != "no numeral to numfacts":
            return told
    return "no numeral to numfacts"


def _shifted(span: Span, found: Place) -> str:
    """How a place differs: "starts early, ends late"."""
    told = []
    if found.start != span.start:
        told.append("starts early" if found.start < span.start else "starts late")
    if found.end != span.end:
        told.append("ends early" if found.end < span.end else "ends late")
    return " and ".join(told)

"""Writes the reference sheet that a story needs: a row a figure, to be checked, filled in and kept.

::

    name,value,unit,tolerance,as_of,pattern,source_url
    Core inflation,3.5,percent,,,,
    Inflation fall,0.2,percentage_point,,,,

A row gets a pattern only where its name would tell of another figure of the story, or of none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Context, Decimal
from typing import NamedTuple

from numfacts.model import Fact, ReferenceRow, Sourced, Story, Told, Unsourced
from numfacts.references.matching import MOVES, NO_LEVEL, Agrees, sourced
from numfacts.references.names import IMPLIED, less_change, turn_of, words_of
from numfacts.references.patterns import LONGEST

LENGTHS = (2, 3, 4, 6, 9)  # words of a pattern before the figure, the fewest first
CLOSE = 4  # words before a figure that name it where nothing else does
_SPACES = re.compile(r"\s+")
_SHORT = Context(prec=6)


class Draft(NamedTuple):
    """A row as it will be written; the cells are text, empty where the desk fills them in."""

    name: str
    value: str
    unit: str
    tolerance: str
    as_of: str
    pattern: str
    source_url: str


def drafts(story: Story, facts: Sequence[Fact], agrees: Agrees) -> list[Draft]:
    """-> the rows that tell these facts of a story, each fact once, in text order.

    Checked against them the story is clean, and every one of the facts is on the sheet.  Ordinals, dates and scores
    have no number of a row; a figure that restates another in brackets needs none.
    """
    figures = [fact for fact in facts if fact.kind not in NO_LEVEL and _value(fact) is not None]
    told = {fact.fact_id for fact in figures if fact.equivalent_of is None}
    figures = [fact for fact in figures if fact.equivalent_of not in told]
    patterns = {fact.fact_id: _pattern(fact, story) for fact in _of_one_name(figures, story)}
    wanted = {fact.fact_id for fact in figures}
    for _ in range(3):  # a pattern takes a figure off the names, which may leave another row to say too much
        rows = {fact.fact_id: _row(fact, story, patterns.get(fact.fact_id)) for fact in figures}
        matched = sourced(story, list(dict.fromkeys(rows.values())), agrees)
        wrong = [
            match.fact for match in matched if match.fact.fact_id in wanted and not _right(match, agrees)
        ]
        missing = [fact for fact in wrong if fact.fact_id not in patterns]
        if not missing:
            break
        patterns |= {fact.fact_id: _pattern(fact, story) for fact in missing}
    rowed: dict[tuple[object, ...], Draft] = {}  # a sheet has no two values for what nothing tells apart
    for fact in figures:
        pattern = patterns.get(fact.fact_id)
        rowed.setdefault((*_key(fact, story), pattern), _draft(fact, story, pattern))
    return list(rowed.values())


def _of_one_name(figures: Sequence[Fact], story: Story) -> list[Fact]:
    """-> the figures whose name, unit and date are another's too, who says something else."""
    values: dict[tuple[object, ...], set[object]] = {}
    for fact in figures:
        values.setdefault(_key(fact, story), set()).add(_value(fact))
    return [fact for fact in figures if len(values[_key(fact, story)]) > 1]


def _key(fact: Fact, story: Story) -> tuple[object, ...]:
    return name_of(fact, story).lower(), "percent" if _is_share(fact) else fact.unit, fact.period


def _right(match: Sourced | Unsourced, agrees: Agrees) -> bool:
    return isinstance(match, Sourced) and agrees(match)


def _row(fact: Fact, story: Story, pattern: str | None) -> ReferenceRow:
    low, high = _value(fact) or (Decimal(0), Decimal(0))
    unit = fact.unit
    if _is_share(fact):
        low, high, unit = low * 100, high * 100, "percent"
    return ReferenceRow("", 0, name_of(fact, story), low, high, unit, as_of=fact.period, pattern=pattern)


def _draft(fact: Fact, story: Story, pattern: str | None) -> Draft:
    low, high = _value(fact) or (Decimal(0), Decimal(0))
    value = _plain(low) if low == high else f"{_plain(low)} to {_plain(high)}"
    unit = "fraction" if _is_share(fact) else fact.unit or ""
    return Draft(name_of(fact, story), value, unit, "", fact.period or "", pattern or "", "")


def _is_share(fact: Fact) -> bool:
    """``a third``, ``450 of 600``"""
    return fact.kind == "ratio" and fact.unit is None


def _value(fact: Fact) -> tuple[Decimal, Decimal] | None:
    """The number as it is stated: of "more than 20" the 20, of a range both ends, of "thousands" the thousand."""
    if fact.decimal is not None:
        number = Decimal(fact.decimal)
        if fact.precision is None:
            number = number.normalize(_SHORT)  # a third
        return number, number
    bounds = [Decimal(repr(bound)) for bound in (fact.low, fact.high) if bound is not None]
    return (min(bounds), max(bounds)) if bounds else None


def _plain(number: Decimal) -> str:
    digits = format(number, "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def name_of(fact: Fact, story: Story) -> str:
    """-> what the figure is of: what is counted, else whose figure it is, else the words before it.

    The size of a change is named so, and a multiple, which are no levels of the same thing.
    """
    counted = fact.kind in ("count", "rate") and words_of(fact.counted or "")
    name = _SPACES.sub(" ", (fact.counted if counted else fact.measured_entity) or "").strip()
    words = name.split()
    while words and fact.change and not less_change(words_of(words[-1])):
        words.pop()  # "Inflation slows", in a headline
    name = " ".join(words)
    if not words_of(name):
        name = _close_words(fact, story)
    if fact.kind == "multiple" and not words_of(name) & IMPLIED["multiple"]:
        name = f"{name} multiple".strip()
    if fact.change in MOVES and turn_of(name) != fact.change:
        name = f"{name} {fact.change}".strip()
    return name or fact.kind


def _close_words(fact: Fact, story: Story) -> str:
    """The last words before the figure that are no figures themselves, else the first behind it."""
    told = _sentence(fact, story)
    before = [word for word in told.text[: fact.start - told.start].split() if words_of(word)]
    behind = [word for word in told.text[fact.end - told.start :].split() if words_of(word)]
    plain = [word.strip("“”‘’\"'.,;:!?()[]#*_-–—") for word in before[-CLOSE:] or behind[:CLOSE]]
    return " ".join(word for word in plain if not any(map(str.isdigit, word)))


def _sentence(fact: Fact, story: Story) -> Told:
    return next(told for told in story.sentences if told.start <= fact.start < told.start + len(told.text))


def _pattern(fact: Fact, story: Story) -> str | None:
    """-> the first of its patterns that tells of it and of no other; None where nothing tells them apart."""
    return next((each for each in _patterns(fact, story) if _tells_only(each, fact, story)), None)


def _patterns(fact: Fact, story: Story) -> Iterator[str]:
    """A few words before the figure, then more, then the sentence; what may change is left open as long as may be."""
    told = _sentence(fact, story)
    lead, tail = told.text[: fact.start - told.start], told.text[fact.end - told.start :]
    before, behind = lead.split(), tail.split()
    gap = r"\s*" if lead and not lead[-1].isspace() else " "
    figure = r"(?P<figure>" + " ".join([r"\S+"] * len(fact.text.split())) + ")"
    for count in (count for count in LENGTHS if count < len(before)):
        yield _open(before[-count:]) + gap + figure
    start = r"^\s*" + (_open(before) + gap if before else "") + figure
    yield start
    yield start + r"\s*" + _open(behind)
    # Sentences that differ in their figures alone are told apart by these, and in the end by the figure itself.
    first, last = r"^\s*" + (_exactly(before) + gap if before else ""), r"\s*" + _exactly(behind)
    yield first + figure + last
    yield first + f"(?P<figure>{_exactly(fact.text.split())})" + last


def _open(words: Sequence[str]) -> str:
    """The words as they stand, figures among them left open: they may change, and the sentence still be that one."""
    return " ".join(re.escape(word) if not any(map(str.isdigit, word)) else r"\S+" for word in words)


def _exactly(words: Sequence[str]) -> str:
    return " ".join(map(re.escape, words))


def _tells_only(pattern: str, fact: Fact, story: Story) -> bool:
    """Does a row of this pattern tell of the fact, and of no figure that says something else?"""
    if len(pattern) > LONGEST:
        return False
    row = _row(fact, story, pattern)
    matched = [each for each in sourced(story, [row], lambda _: True) if isinstance(each, Sourced)]
    told = {each.fact.fact_id for each in matched if each.fact.equivalent_of is None or each.fact == fact}
    values = {
        (each.fact.decimal, each.fact.low, each.fact.high) for each in matched if each.fact.fact_id in told
    }
    return fact.fact_id in told and len(values) == 1

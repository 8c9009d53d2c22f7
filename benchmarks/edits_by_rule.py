"""Edits of a story by rule, and for each what a diff of the two versions has to say.

``delete_a_sentence(story, Random(7))`` -> the text without it, and: its figures ``removed``, and no other difference.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import combinations
from random import Random
from typing import NamedTuple

from numfacts.documents.layout import sentences
from numfacts.model import Document, Fact, Sentence
from numfacts.model.difference import Difference
from numfacts.pipeline import facts_of
from numfacts.versions.differences import compared

INSERTED = (
    "A further 3,217 claims were settled for £86.4m, the regulator said.",
    "The tunnel, 19km long, will be finished by 2041.",
    "Its rivals have lost 8.7% of their passengers.",
    "Some 57 volunteers, the youngest aged 16, helped to clear the site.",
    "By then the fund was worth $940 million and had 26 managers.",
    "Two-thirds of those who were asked had never heard of it.",
    "The repairs took 17 weeks and more than 450 tonnes of steel.",
    "Nearly 71 per cent of the seats had been sold.",
)
HEDGES = ("about ", "more than ", "up to ", "nearly ", "at least ")
OPENINGS = (
    "According to officials, ",
    "As had been feared, ",
    "Even so, ",
    "On top of that, ",
    "By all accounts ",
)
SYNONYMS = {
    "said": "announced", "rose": "climbed", "fell": "dropped", "but": "yet", "because": "since", "also": "too",
    "big": "large", "show": "suggest", "shows": "suggests", "showed": "suggested", "when": "as", "while": "whereas",
    "new": "fresh", "asked": "urged", "began": "started", "begin": "start", "after": "following", "later": "afterwards",
    "told": "informed", "help": "aid", "many": "lots of", "still": "even now", "however": "though", "buy": "purchase",
    "killed": "left dead", "hit": "struck", "according": "as stated", "expected": "thought", "company": "firm",
}  # fmt: skip
FORMS = (  # another way to write the same
    (r"(?<=\d)%", " per cent"),
    (r"(?<=\d) per ?cent\b", "%"),
    (r"(?<=\d)bn\b", " billion"),
    (r"(?<=\d) billion\b", "bn"),
    (r"(?<=[£$€])([\d.]+)m\b", r"\1 million"),
    (r"(?<=[£$€])([\d.]+) million\b", r"\1m"),
    *(
        (rf"^{word}(?= \w+s$|$)", digits)
        for word, digits in (("two", "2"), ("three", "3"), ("six", "6"), ("12", "twelve"))
    ),
)

Told = Counter[tuple[str, int]]  # (kind, where it starts: in the old text, of what was added in the new one)


class Edit(NamedTuple):
    """A new text, and whether what a diff says of it is what was done; it gets the facts of the new text too."""

    text: str
    wanted: Callable[[list[Difference], list[Fact]], bool]


class Story(NamedTuple):
    document: Document
    facts: list[Fact]
    sentences: list[Sentence]  # of the body


def change_a_figure(story: Story, draw: Random) -> Edit | None:
    """One digit of one figure is another, so that a figure of the same kind is still read there."""
    text = story.document.text
    fact = draw.choice([each for each in story.facts if re.search("[0-9]", each.text)])
    digits = [fact.start + match.start() for match in re.finditer("[0-9]", fact.text)]
    tries = [(at, digit) for at in digits for digit in "123456789" if digit != text[at]]
    for at, digit in draw.sample(tries, len(tries)):
        edited = text[:at] + digit + text[at + 1 :]
        again = _read(story, edited)
        places = [(each.start, each.end, each.kind) for each in again]
        if (
            fact.start,
            fact.end,
            fact.kind,
        ) in places:  # 31 April and "a 60% to 15% fall" are read as something else
            return Edit(edited, _exactly(Counter([("changed", fact.start)])))
    return None


def hedge_a_figure(story: Story, draw: Random) -> Edit | None:
    """ "£5m" is "about £5m", or "more than £5m"."""
    bare = [each for each in story.facts if each.modifier == "exact" and each.value is not None]
    for fact in draw.sample(bare, len(bare)):
        for more in draw.sample(HEDGES, len(HEDGES)):
            text = story.document.text
            edited = text[: fact.start] + more + text[fact.start :]
            there = [each for each in _read(story, edited) if each.start == fact.start]
            if [(each.kind, each.value, each.text) for each in there] == [
                (fact.kind, fact.value, more + fact.text)
            ]:
                return Edit(edited, _exactly(Counter([("changed", fact.start)])))
    return None


def take_another_currency(story: Story, draw: Random) -> Edit | None:
    signs = [
        fact.start + match.start()
        for fact in story.facts
        if fact.kind == "money" and (match := re.search("[£€$]", fact.text))
    ]
    text = story.document.text
    for at in draw.sample(signs, len(signs)):
        edited = text[:at] + draw.choice([sign for sign in "£€$" if sign != text[at]]) + text[at + 1 :]
        (fact,) = (each for each in story.facts if each.start <= at < each.end)
        if any((each.start, each.end) == (fact.start, fact.end) for each in _read(story, edited)):
            return Edit(edited, _exactly(Counter([("changed", fact.start)])))
    return None


def swap_two_figures(story: Story, draw: Random) -> Edit | None:
    """Two figures of one kind stand in each other's place in their sentence: both changed."""
    text, couples = story.document.text, []
    for start, end, _ in _with_figures(story):
        held = [fact for fact in story.facts if start <= fact.start < end and fact.kind != "date"]
        couples += [
            (one, other)
            for one, other in combinations(held, 2)
            if one.kind == other.kind and one.end < other.start and one.value != other.value
        ]
    for one, other in draw.sample(couples, len(couples)):
        between = text[one.end : other.start]
        edited = text[: one.start] + other.text + between + one.text + text[other.end :]
        there = [(each.start, each.text) for each in _read(story, edited)]
        second = one.start + len(other.text + between)
        if len(there) == len(story.facts) and {(one.start, other.text), (second, one.text)} <= {*there}:
            return Edit(edited, _exactly(Counter([("changed", one.start), ("changed", other.start)])))
    return None


def change_and_reword(story: Story, draw: Random) -> Edit | None:
    """One digit of a figure, and other words around it."""
    edit = change_a_figure(story, draw)
    if edit is None:
        return None
    changed = story._replace(document=story.document._replace(text=edit.text), facts=_read(story, edit.text))
    at = _first_difference(story.document.text, edit.text)
    around = [each for each in body(changed.document) if each.start <= at < each.end]
    return Edit(_reworded(changed, around, draw), edit.wanted) if around else None


def move_and_change(story: Story, draw: Random) -> Edit | None:
    """A paragraph goes to the end, and one figure of it changes: that one changed, what is told else moved."""
    told = _paragraphs(story)
    edit = change_a_figure(story, draw)
    if edit is None or len(told) < 2:
        return None
    text = edit.text
    at = _first_difference(story.document.text, text)
    piece = next(((start, end) for start, end in told[:-1] if start <= at < end), None)
    if piece is None:
        return None
    start, end = piece
    edited = f"{text[:start]}{text[end : told[-1][1]]}\n\n{text[start:end]}{text[told[-1][1] :]}"
    (changed,) = (fact for fact in story.facts if fact.start <= at < fact.end)

    def right(found: list[Difference], _: list[Fact]) -> bool:
        rest = [each for each in found if each.kind != "moved"]
        return [(each.kind, each.old and each.old.start) for each in rest] == [("changed", changed.start)]

    return Edit(edited, right)


def make_two_of_a_sentence(story: Story, draw: Random) -> Edit | None:
    """ "…, but it paid £5m." is now "…. But it paid £5m.": nothing happened to its figures."""
    text = story.document.text
    joints = [
        start + match.start()
        for start, end, _ in _with_figures(story)
        for match in re.finditer(
            r"(?<=[a-z]), (?=(?:and|but) (?:it|he|she|they|the|its|his|her|their)\b)", text[start:end]
        )
    ]
    if not joints:
        return None
    at = draw.choice(joints)
    return Edit(f"{text[:at]}. {text[at + 2].upper()}{text[at + 3 :]}", _exactly(Counter()))


def swap_two_paragraphs(story: Story, draw: Random) -> Edit | None:
    """Two paragraphs with figures change places; everything from one to the other may count as what moved."""
    told = _paragraphs(story)
    if len(told) < 2:
        return None
    (start, end), (first, last) = sorted(draw.sample(told, 2))
    text = story.document.text
    edited = text[:start] + text[first:last] + text[end:first] + text[start:end] + text[last:]

    def right(found: list[Difference], _: list[Fact]) -> bool:
        return bool(found) and all(
            each.kind == "moved" and each.old is not None and start <= each.old.start < last for each in found
        )

    return Edit(edited, right)


def delete_a_sentence(story: Story, draw: Random) -> Edit | None:
    start, end, _ = draw.choice(_with_figures(story))
    gone = Counter(("removed", fact.start) for fact in story.facts if start <= fact.start < end)
    text = story.document.text
    return Edit(text[:start] + text[end:].lstrip(" "), _exactly(gone))


def insert_a_sentence(story: Story, draw: Random) -> Edit | None:
    at = draw.choice(story.sentences).end
    more = draw.choice(INSERTED)
    text = story.document.text

    def right(found: list[Difference], now: list[Fact]) -> bool:
        wanted = Counter(("added", fact.start) for fact in now if at < fact.start <= at + len(more))
        return _exactly(wanted)(found, now)

    return Edit(f"{text[:at]} {more}{text[at:]}", right)


def replace_a_sentence(story: Story, draw: Random) -> Edit | None:
    """Another sentence stands in its place: its figures went, the others came, and none of them changed."""
    start, end, _ = draw.choice(_with_figures(story))
    more = draw.choice(INSERTED)
    text = story.document.text
    gone = Counter(("removed", fact.start) for fact in story.facts if start <= fact.start < end)

    def right(found: list[Difference], now: list[Fact]) -> bool:
        come = Counter(("added", fact.start) for fact in now if start <= fact.start < start + len(more))
        return _exactly(gone + come)(found, now)

    return Edit(text[:start] + more + text[end:], right)


def reword_around_the_figures(story: Story, draw: Random) -> Edit | None:
    """Three sentences get another opening and other words; their figures stay as they are."""
    chosen = _with_figures(story)
    text = _reworded(story, draw.sample(chosen, min(3, len(chosen))), draw)
    return Edit(text, _exactly(Counter())) if text != story.document.text else None


def _reworded(story: Story, chosen: list[Sentence], draw: Random) -> str:
    text = story.document.text
    for start, end, _ in sorted(chosen, reverse=True):
        held = [fact for fact in story.facts if start <= fact.start < end]
        parts, at = [], start
        for fact in held:
            parts += [_other_words(text[at : fact.start]), fact.text]
            at = fact.end
        body = "".join([*parts, _other_words(text[at:end])])
        opens = body[:1].isalpha() and held[0].start > start
        text = text[:start] + (draw.choice(OPENINGS) + body if opens else body) + text[end:]
    return text


def write_figures_in_another_form(story: Story, draw: Random) -> Edit | None:
    """Every figure that can be: 5% as 5 per cent, £2bn as £2 billion, three as 3."""
    text = story.document.text
    for fact in reversed(story.facts):
        again = fact.text
        for pattern, written in FORMS:
            again, times = re.subn(pattern, written, again)
            if times:
                break
        text = text[: fact.start] + again + text[fact.end :]
    return Edit(text, _exactly(Counter())) if text != story.document.text else None


def several_at_once(story: Story, draw: Random) -> Edit | None:
    """A figure changed, a sentence deleted and one inserted, each in a paragraph of its own."""
    told = _paragraphs(story)
    if len(told) < 3:
        return None
    text = story.document.text
    wanted: Told = Counter()
    within = dict(zip(("change", "delete", "insert"), draw.sample(told, 3), strict=True))
    edits: list[tuple[int, int, str]] = []
    start, end = within["change"]
    digit = [
        (fact, fact.end - 1 - after.start())
        for fact in story.facts
        if start <= fact.start < end and (after := re.search("[0-9]", fact.text[::-1]))
    ]
    if not digit:
        return None
    fact, at = draw.choice(digit)
    edits.append((at, at + 1, draw.choice([each for each in "123456789" if each != text[at]])))
    wanted["changed", fact.start] += 1
    start, end = within["delete"]
    first, last, _ = draw.choice([each for each in _with_figures(story) if start <= each.start < end])
    edits.append((first, last, ""))
    wanted += Counter(("removed", fact.start) for fact in story.facts if first <= fact.start < last)
    end = within["insert"][1]
    more = draw.choice(INSERTED)
    edits.append((end, end, f" {more}"))
    for first, last, other in sorted(edits, reverse=True):
        text = text[:first] + other + text[last:]
    place = text.index(more)

    def right(found: list[Difference], now: list[Fact]) -> bool:
        come = Counter(("added", fact.start) for fact in now if place <= fact.start < place + len(more))
        return _exactly(wanted + come)(found, now)

    return Edit(text, right)


EDITS: tuple[Callable[[Story, Random], Edit | None], ...] = (
    change_a_figure,
    hedge_a_figure,
    take_another_currency,
    swap_two_figures,
    change_and_reword,
    move_and_change,
    make_two_of_a_sentence,
    swap_two_paragraphs,
    delete_a_sentence,
    insert_a_sentence,
    replace_a_sentence,
    reword_around_the_figures,
    write_figures_in_another_form,
    several_at_once,
)


def _exactly(wanted: Told) -> Callable[[list[Difference], list[Fact]], bool]:
    def right(found: list[Difference], _: list[Fact]) -> bool:
        facts = ((each.kind, each.old or each.new) for each in found)
        return Counter((kind, fact.start) for kind, fact in facts if fact is not None) == wanted

    return right


def _paragraphs(story: Story) -> list[tuple[int, int]]:
    """-> the paragraphs of the body that hold figures: from the first of their sentences to the last."""
    text = story.document.text
    found: dict[int, tuple[int, int]] = {}
    for start, end, _ in story.sentences:
        line = text.rfind("\n", 0, start) + 1
        found[line] = (found.get(line, (start, end))[0], end)
    return [
        (start, end)
        for start, end in found.values()
        if any(start <= fact.start < end for fact in story.facts)
    ]


def _with_figures(story: Story) -> list[Sentence]:
    return [
        each for each in story.sentences if any(each.start <= fact.start < each.end for fact in story.facts)
    ]


def _read(story: Story, text: str) -> list[Fact]:
    return compared(facts_of(story.document._replace(text=text)))


def _first_difference(old: str, new: str) -> int:
    return next(at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other)


def body(document: Document) -> list[Sentence]:
    return [each for each in sentences(document) if each.section == "body"]


def _other_words(text: str) -> str:
    return re.sub(r"[a-z]+", lambda match: SYNONYMS.get(match.group(), match.group()), text)

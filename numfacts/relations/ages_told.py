"""One person's age told twice, in the headline and below it or twice in the story.

::

    # Boy, 9, drives to school / The six-year-old boy took his mother's keys …
    Daniel Okoro, 34, appeared … Daniel Okoro, 43, denies the charge.
    Daniel Okoro, 34, appeared … The 43-year-old denies the charge.     where no other age is told
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from numfacts.grammar.late_patterns import late
from numfacts.model import Fact, Repetition, Story
from numfacts.relations.agreement import slip
from numfacts.relations.telling_words import Placed, figures_of, stems, without_figures

SHARED, SURE = 0.2, 0.45  # of the headline's words
FEW = 2
LATEST = 6  # tellings of one name
MOST_ABOVE, MOST = 12, 40  # ages of the headlines, and of the story that they are looked for in
PRESENT = frozenset({"age.name", "age.year_old"})  # "Okoro, 34", "Okoro is 34 years old"
THEN = late(
    r"""
    \W* (?: at\ the\ time | then\b | when\b | at\ his | at\ her | in\ (?:19|20)\d\d | years?\ ago | old\ when | as\ of
      | and\ his | and\ her )
    """,
    re.VERBOSE,
)
WAS = late(
    r"""
    \b(?: was | were | turned | turns | turning | then | only | just | until | since | since\ age | before | from | late
      | aged\ between | under | over )\W+$
    """,
    re.VERBOSE,
)
IS = late(r"\bis $")
THE = late(r"(?<!, )(?<!and )\b[Tt]he $")
NAMED = late(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*$")
YEAR = late(r"\b(?:[Ii]n|[Bb]y|[Uu]ntil)\ (?:19|20)\d\d\b", re.VERBOSE)
PERSONS = {
    word: group
    for group, words in {
        "young": """girl boy girls boys child kid baby toddler infant son daughter teen teenager teenage schoolgirl
        schoolboy""",
        "old": "man woman men women mother father mom mum dad grandmother grandfather pensioner husband wife widow",
    }.items()
    for word in words.split()
}
FEMALE = frozenset("girl girls woman women daughter mother mom mum grandmother wife widow schoolgirl".split())
MALE = frozenset("boy boys man men son father dad grandfather husband schoolboy".split())


def read(story: Story) -> Iterator[Repetition]:
    """-> an age and the same person's age told again."""
    ages = [each for each in figures_of(story) if each.fact.kind == "age" and _is_plain(each.fact)]
    body = [each for each in ages if each.told.section == "body"]
    known: set[str] = set()
    for head in ages[:MOST_ABOVE]:
        if head.told.section == "headline":
            pair = _below(head, body[:MOST])
            if pair is not None and pair.again.fact_id not in known:
                known.add(pair.again.fact_id)
                yield pair
    yield from (pair for pair in _of_one_name(body) if pair.again.fact_id not in known)


def _is_plain(fact: Fact) -> bool:
    return fact.value is not None and fact.modifier == "exact"


def _below(head: Placed, body: Sequence[Placed]) -> Repetition | None:
    fact = head.fact
    body = [each for each in body if each.fact.unit == fact.unit]
    if not body or any(each.fact.value == fact.value for each in body):
        return None
    words = stems(without_figures(head.told))
    alone = len({each.fact.value for each in body}) == 1
    best: tuple[int, float] = (0, 0.0)
    found: Placed | None = None
    for each in body:
        shared = words & stems(without_figures(each.told))
        share = len(shared) / max(1, len(words))
        slipped = slip(fact, each.fact)
        if not _may_be_one(head, each) or (share < SHARED and not (alone and slipped)):
            continue
        many = len(shared) >= FEW
        likely = slipped or (many and share >= SURE) or (_persons(head) & _persons(each) and (alone or many))
        if likely and (alone or (many and (share >= SURE or slipped))) and (slipped, share) > best:
            best, found = (slipped, share), each
    if found is None:
        return None
    return Repetition(fact, found.fact, True, bool(best[0] and best[1] >= SHARED) or best[1] >= SURE)


def _persons(each: Placed) -> frozenset[str]:
    """``girl`` of "girl, 9" and of "a nine-year-old girl"."""
    start, end = each.fact.start - each.told.start, each.fact.end - each.told.start
    near = each.told.text[max(0, start - 12) : start] + " " + each.told.text[end : end + 12]
    told = [*re.findall(r"[a-z]+", near.lower()), *(each.fact.measured_entity or "").lower().split()]
    return frozenset(word for word in told if word in PERSONS)


def _may_be_one(one: Placed, other: Placed) -> bool:
    ours, theirs = _persons(one), _persons(other)
    groups, others = {PERSONS[word] for word in ours}, {PERSONS[word] for word in theirs}
    if groups and others and not groups & others:
        return False
    return not (ours & MALE and theirs & FEMALE and not ours & FEMALE) and not (
        ours & FEMALE and theirs & MALE and not ours & MALE
    )


def _of_one_name(body: Sequence[Placed]) -> Iterator[Repetition]:
    """``Daniel Okoro, 34`` with ``Okoro, 43`` and with ``the 43-year-old``."""
    told: dict[str, list[tuple[str, Placed]]] = {}
    values = {each.fact.value for each in body}
    for each in body:
        name = _name(each.fact)
        if name and each.fact.unit == "year" and _is_now(each):
            before = told.setdefault(name.split()[-1].removesuffix("’s").removesuffix("'s"), [])
            firsts = {other for other, _ in before[:LATEST] if " " in other}
            if " " in name:
                firsts.add(name)
            if before and len(firsts) <= 1:
                first = before[0][1].fact
                apart = abs((first.value or 0) - (each.fact.value or 0))
                yield Repetition(first, each.fact, sure=apart > 1 and bool(firsts))
            before.append((name, each))
        elif len(told) == 1 and _is_nobody_new(each) and _is_now(each):
            earlier = next(iter(told.values()))[0][1]
            slipped = slip(earlier.fact, each.fact)
            if slipped and values == {earlier.fact.value, each.fact.value}:
                yield Repetition(earlier.fact, each.fact, sure=slipped > 1)


def _is_nobody_new(each: Placed) -> bool:
    """``The 43-year-old denies …``; not "Pete Hale, the 37-year-old mayor", nor "the 37-year-old Hale"."""
    start, end = each.fact.start - each.told.start, each.fact.end - each.told.start
    return bool(THE.search(each.told.text[:start])) and not re.match(
        r" (?:[A-Z]|[a-z]+ (?:of|from)\b)", each.told.text[end:]
    )


def _name(fact: Fact) -> str:
    """A person's name; of "the age of consent" none."""
    entity = fact.measured_entity or ""
    return entity if fact.rule in PRESENT and NAMED.fullmatch(entity) else ""


def _is_now(each: Placed) -> bool:
    start, end = each.fact.start - each.told.start, each.fact.end - each.told.start
    before, behind = each.told.text[:start], each.told.text[end : end + 40]
    if each.fact.rule == "age.year_old" and not (IS.search(before) or re.match(r" [A-Z]", behind)):
        return THE.search(before) is not None and not THEN.match(behind)
    return not (THEN.match(behind) or WAS.search(before[-30:]) or YEAR.search(each.told.text))

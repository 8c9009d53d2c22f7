"""Parts that do not make the total they are told to make.

Seven men, three women and a child are 11 people. Tolls are updated in one place and not in the other, a budget line is
dropped, a medal is counted twice; the reader has the whole sum before him and needs no source to see it.

Parts that exceed their total are wrong however the list is told. Parts that fall short of it are judged only where the
list is told as complete: behind a colon, in brackets or dashes, after “made up of”, “comprising”, “split between”. A
list without such a sign (“18 hostages, 12 men and six women, were freed”) is judged where its items exclude each
other: sexes, medals, parties, wins and defeats, one verb or one preposition for all; mostly as a warning. A list behind
“including”, one with “several others” and parts that may overlap (students, women) are left alone.

Flagged:
    The crash killed 12 people: seven men, three women and a child.
    The crash killed 12 people, seven of them men, four women and two children.
    The club got a total of £30m: £10m from sponsors, £15m from members.
    The 18 hostages, 12 men and eight women, were freed.
    He must pay £9,400: a fine of £6,000, costs of £1,900 and a surcharge of £500.
    The fund raised £90m in three rounds of £20m, £30m and £50m.
    The 17-member board voted 12-3 with four abstentions.

Passes:
    Of the 100 patients, 60 had a fever, 50 a cough and 20 a rash.
    The crash killed 12 people: seven men, four women and a child.
    The crash killed 12 people, including seven men and two children.
    The crash killed 12 people, including eight students and seven women.
"""

from __future__ import annotations

from collections.abc import Iterator

from numfacts.grammar.late_patterns import late
from numfacts.judging.counts import counted, rough
from numfacts.judging.intervals import Interval
from numfacts.judging.verdicts import Judgement, Reading
from numfacts.judging.words import bare, plainly
from numfacts.model import Fact, Total

RELATION = Total
NUMERAL = late(r"\d[\d,]*(?:\.\d+)?")


def judge(relation: Total) -> Iterator[Judgement]:
    total, parts = relation.total, relation.parts
    together = _together(relation, counted)
    if _holds(together, counted(total), relation.some):
        return
    if _holds(_together(relation, rough), rough(total), relation.some):
        return
    number = sum(part.value or 0 for part in parts) + relation.implied
    terms = [_term(part) for part in parts] + [str(relation.implied)] * bool(relation.implied)
    verb = "is" if len(terms) > 1 else "is more than"
    said = f"{' + '.join(terms)} {verb} " + (
        f"{_printed_like(total, number)}, not {_term(total)}" if len(terms) > 1 else _term(total)
    )
    severity = "error" if relation.sure else "warning"
    yield Judgement(total, parts, said, severity, recomputed=together)


def _holds(together: Interval, whole: Interval, some: bool) -> bool:
    return together.low <= whole.high + 1e-9 if some else together.meets(whole)


def _together(relation: Total, read: Reading) -> Interval:
    together = Interval(relation.implied, relation.implied)
    for part in relation.parts:
        together = together.plus(read(part))
    return together


def _term(fact: Fact) -> str:
    """The figure as printed, a number in words in digits: "seven" is 7."""
    if fact.kind in ("count", "number") and not any(char.isdigit() for char in fact.text):
        return plainly(fact.value or 0, 12)
    return bare(fact)


def _printed_like(fact: Fact, number: float) -> str:
    """A number with the sign and the scale of a fact: 25,000,000 beside "£30m" is "£25m"."""
    text = _term(fact)
    numeral = NUMERAL.search(text)
    shown = float(numeral.group().replace(",", "")) if numeral else 0.0
    if numeral is None or not shown or not fact.value:
        return plainly(number, 12)
    return text[: numeral.start()] + plainly(number / (fact.value / shown), 6) + text[numeral.end() :]

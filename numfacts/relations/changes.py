"""Figures that moved: where from, where to, by how much, as one clause tells it.

::

    rose 20% to £50m from £40m          size, new, old
    from 30% to 36%, an increase of 6%  old, new, size
    were 8,806, down 41% from 15,050    new, size, old
    rose to 40 from 50                  new, old

Each figure has a role by the words right before and behind it; neighbours whose roles make one of these orders, and
between whom nothing begins another clause, are one change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from numfacts.grammar.change import change_words
from numfacts.model import Change, Fact, Story
from numfacts.model.story import Told

MOVING = frozenset({"money", "percent", "count", "duration", "measure", "multiple", "number", "rate"})
ORDERS = ("SNO", "SON", "NSO", "NOS", "ONS", "NO", "ON")
LONGEST = 90  # characters between two figures of one change: "in scheduled traffic on its European routes to"

NEW_BEHIND = re.compile(
    r"\bto(?: (?:a|the|an|reach|about|stand at|total|record|new|high|low|of|its|their|just|only)){0,4} ?$"
)
OLD_BEHIND = re.compile(
    r"""
    (?: \bfrom
      | \bcompared\ (?:with|to) | \b(?:against|versus|vs\.?)
      | \b(?:more|less|higher|lower|fewer|up|down)\ than
    )
    (?:\ (?:the|a|an|its|their|just|only|some|revised|restated|earlier|last|year[’']s|of|about|record|level
            |high|low|peak|total)){0,5}
    \ ?$
    """,
    re.VERBOSE,
)
COMPARED = re.compile(r"\b(?:compared|against|versus|vs)\b")
# Between a level and the size of its move: "were 8,806, down", "last year, a rise of", "baht (up"
LEVEL_THEN_SIZE = re.compile(
    r"""
    [^;]{0,60}? [,(–—-]+\ ?
    (?: (?:or|that\ is|which\ is|representing|marking|meaning|this\ is) \ )?
    (?: up | down | higher | lower | (?:an?|the)\ (?:[a-z-]+\ ){0,2}? (?P<noun>[a-z]+)\ of )
    (?: \ by )? \ ?
    """,
    re.VERBOSE,
)
# What begins another clause, or another figure's.
BREAK = re.compile(
    r"""
    [;:?!] | \.\s
    | \b(?: while | but | whereas | although | though | which | who | whose | after | because | despite | followed
          | as | when | said | says | excluding | including | plus | had | has | have | was | were | is | are | will )\b
    | \band\b
    """,
    re.VERBOSE,
)
# The size is of another thing than the end points: "on a comparable-store basis", "in constant currency".
BASIS = re.compile(
    r"""
    \b(?: comparable[\ -](?:store|sales|basis) | same[\ -]store | like[\ -]for[\ -]like | organic(?:ally)? | underlying
      | (?:at\ |in\ |on\ a\ )? constant[\ -](?:currency|currencies|prices|exchange) | currency[\ -](?:neutral|adjusted)
      | in\ (?:local\ currency|(?:real|volume|dollar|rupee|euro|sterling)\ terms|volume|value)
      | adjusted\ for\ inflation | inflation[\ -]adjusted | seasonally\ adjusted | annuali[sz]ed | at\ an\ annual\ rate
      | on\ an?\ [a-z -]{3,30}\ basis | pro[\ -]forma
    )\b
    """,
    re.VERBOSE,
)
YEAR_ON_YEAR = re.compile(
    r"\b(?:year[- ]on[- ]year|year[- ]over[- ]year|on the year|y/y|yoy|from a year (?:ago|earlier))\b"
)
# Behind the old end point: "in April", "the month before": of another time than a year-on-year size
OTHER_TIME = re.compile(
    r"""
    ,?\ ?(?: in\ (?:the\ )?(?:january|february|march|april|may|june|july|august|september|october|november|december
             |previous\ (?:month|quarter)|(?:first|second|third|fourth)\ quarter)
      | (?:a|the|in\ the)\ (?:month|quarter|week)\ (?:ago|before|earlier)
    )\b (?!\ (?:last\ year|a\ year|of\ last|\d{4}|,?\ \d{4}))
    """,
    re.VERBOSE,
)


def read(story: Story) -> Iterator[Change]:
    """-> the changes of every sentence, none sharing a figure with another."""
    for told in story.sentences:
        yield from _of_sentence(told)


def _of_sentence(told: Told) -> Iterator[Change]:
    moving = [fact for fact in told.facts if fact.kind in MOVING and fact.equivalent_of is None]
    roles = [_role(told, moving, k) for k in range(len(moving))]
    k = 0
    while k < len(moving) - 1:
        found = _longest(told, moving[k : k + 3], roles[k : k + 3])
        if found is None:
            k += 1
            continue
        change, taken = found
        yield change
        k += taken


def _longest(told: Told, facts: list[Fact], roles: list[str]) -> tuple[Change, int] | None:
    for order in ORDERS:
        if "".join(roles[: len(order)]) == order and _one_clause(told, facts[: len(order)], order):
            by_role = dict(zip(order, facts, strict=False))
            change = _change(told, by_role.get("N"), by_role.get("O"), by_role.get("S"), facts[: len(order)])
            if change is not None:
                return change, len(order)
    return None


def _role(told: Told, facts: list[Fact], k: int) -> str:
    """-> S size, N new, O old, or - for none."""
    fact = facts[k]
    before = told.between(facts[k - 1] if k else None, fact)[-LONGEST:].lower()
    behind = told.between(fact, facts[k + 1] if k + 1 < len(facts) else None)[:LONGEST].lower()
    if fact.change == "from" or (fact.change is None and OLD_BEHIND.search(before)):
        return "O"
    if fact.change == "to" or NEW_BEHIND.search(before):
        return "N"
    if fact.change in ("rise", "fall") or _sized(before, behind):
        return "S"
    if k + 1 < len(facts) and (LEVEL_THEN_SIZE.fullmatch(behind) or OLD_BEHIND.search(behind)):
        return "N"
    return "-"


def _sized(before: str, behind: str) -> bool:
    """``a 130 percent increase``, ``a rise of 17 percent``, ``, up 12``."""
    nouns = change_words().nouns
    following = re.match(r"[ -](?:[a-z’'-]+ ){0,2}?([a-z]+)\b", behind)
    if following and following[1] in nouns:
        return True
    leading = re.search(r"\b([a-z]+) of ?$", before)
    return bool(leading and leading[1] in nouns) or bool(re.search(r"\b(?:up|down|by) ?$", before))


def _one_clause(told: Told, facts: list[Fact], order: str) -> bool:
    for before, after in pairwise(facts):
        gap = told.between(before, after)
        if len(gap) > LONGEST:
            return False
        lowered = gap.lower()
        if BREAK.search(lowered):
            return False
        if any(word in _moving_words() for word in re.findall(r"[a-z]+", lowered)[1:]) and order[0] == "S":
            return False
    return True


def _moving_words() -> frozenset[str]:
    """Verbs of change that are no nouns: the "dropping" of "its 5% stake dropping to"."""
    table = change_words()
    return frozenset(table.verbs.keys() - table.nouns.keys() - {"up", "down"})


def _change(
    told: Told, new: Fact | None, old: Fact | None, size: Fact | None, facts: list[Fact]
) -> Change | None:
    if new is None or old is None or not _alike(new, old):
        return None
    first, last = facts[0], facts[-1]
    index = told.facts.index(last)
    behind = told.between(last, told.facts[index + 1] if index + 1 < len(told.facts) else None).lower()
    within = told.text[first.start - told.start : last.end - told.start].lower() + behind[:40]
    direction = _direction(told, facts, size)
    basis = BASIS.search(within)
    other = OTHER_TIME.match(behind) if old is last else None
    if other and YEAR_ON_YEAR.search(within):
        return Change(new, old, size, direction, basis="year on year")
    sure = not (other and COMPARED.search(told.between(facts[-2], last).lower()))
    return Change(new, old, size, direction, basis.group() if basis else None, sure)


def _alike(new: Fact, old: Fact) -> bool:
    """Of one unit; a figure without unit or noun has those of the other: "1,670 tonnes from 2,165"."""
    if new.unit == old.unit:
        return True
    return "number" in (new.kind, old.kind) and (new.unit is None or old.unit is None)


def _direction(told: Told, facts: list[Fact], size: Fact | None) -> str | None:
    if size is not None and size.change in ("rise", "fall"):
        return size.change
    index = told.facts.index(facts[0])
    before = told.between(told.facts[index - 1] if index else None, facts[0]).lower()[-60:]
    table = change_words()
    for word in reversed(re.findall(r"[a-z]+", before)):
        found = table.verbs.get(word) or (table.adverbs.get(word) if word in ("up", "down") else None)
        if found:
            return found
    return None

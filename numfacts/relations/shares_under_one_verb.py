"""Shares of one whole under one verb that goes for all of them, so that what one has another has not.

::

    Pay took 52% of the budget last year, drugs 28% and buildings 20%                   ``is_gapped``
    The offer is paid 25% in cash and 75% in shares                                     ``is_allotted``
    The town spends 40% of its income on roads, 35% on schools and 25% on parks         ``is_spent``
    Power came from gas (45%), wind (35%) and coal (20%)                                ``is_bracketed``
"""

from __future__ import annotations

import re

from numfacts.grammar.late_patterns import late
from numfacts.grammar.persons import is_persons
from numfacts.relations.dividing_words import ELSEWHERE, GROUPS, HEDGE
from numfacts.relations.share_runs import Run
from numfacts.relations.word_lists import any_of

# Sorted by sense; a whole of which one has taken a part has only the rest for the others.
TAKING = any_of(
    r"""
    accounts?_for accounted_for constitut(?:e|es|ed) counts?_for counted_for did do form(?:s|ed) made makes?_up made_up
    represent(?:s|ed)?
    cast filed lodged polled secured? won wins? wrote
    bring brings brought (?:bring|brings|brought)_in contribut(?:e|es|ed) generat(?:e|es|ed) produc(?:e|es|ed)
    provid(?:e|es|ed) suppl(?:y|ies|ied) yield(?:s|ed)?
    absorb(?:s|ed)? consum(?:e|es|ed) meets? met takes?(?:_up)? took(?:_up)? use[sd]? went_to
    control(?:s|led)? had has have held holds? keeps? kept own(?:s|ed)?
    captured? carr(?:y|ies|ied) claim(?:s|ed)? earn(?:s|ed)? gets? got receiv(?:e|es|ed)
    bought buys? commit(?:s|ted) cover(?:s|ed)? financ(?:e|es|ed) fund(?:s|ed)? paid pays?
    """
)
# … took <p>
TAKES = late(rf"\b{TAKING}(?:\ {HEDGE})?\ $", re.VERBOSE)
# … the largest source, with <p>
LARGEST = late(r"\b(?:largest|biggest|main|leading|top)\ [a-z\ ]{3,30}\b(?:with|at|on)\ $", re.VERBOSE)
# … will have <p>, of a company, without its name
CONTROL = late(
    rf"\b(?:controls?|controlled|(?:will|would|to)\ (?:have|hold|own|get|control))(?:\ {HEDGE})?\ $",
    re.VERBOSE,
)
# <p> of the budget, …: not "of their pay", which is of each another
OF_ONE = late(
    r"""
    \ of\ (?:(?:the|all|all\ the)\ )? (?!(?:its|their|his|her|our|my)\b)
    [a-z’'-]+(?:\ [a-z’'-]+){0,4}?
    (?=[,;]|\ (?:and|while|with)\ |$)
    """,
    re.VERBOSE,
)
# <p> of households …: each has several
OF_MANY = late(
    r"\b(?:of|in)\ (?:people|adults|men|women|children|pupils|families|homes|households|voters\ in)\b",
    re.VERBOSE,
)
# …, followed by wind with <p>
NAME_ONLY = late(
    rf"""
    ,?;?\ ?(?:(?:and|while|with|but)\ )? (?:(?:followed\ by|then|ahead\ of)\ )? (?:(?:the|an?|its|other)\ )?
    [a-z’'&.-]+(?:\ [a-z’'&.-]+){{0,3}}
    (?:\ (?:for|at|with|on))?\ (?:(?:a\ further|another|{HEDGE})\ )?
    """,
    re.VERBOSE,
)
OWN_VERB = late(r"\b(?:is|are|was|were|has|have|had|rose|fell|said|grew)\b")
BEHIND_A_WHOLE = late(r" (?:of|more)\b")

# … is paid <p> · … comes <p>
ALLOTTING = any_of(
    """allocated apportioned devoted distributed divided shared split
    comes? came go goes went
    financed funded held invest(?:ed|s) owned paid spent"""
)
ALLOTS = late(rf"\b{ALLOTTING}(?:\ out)?:?\ $", re.VERBOSE)
# <p> in cash, … · <p> from ads, …
TO_ONE = late(r" (?:in|on|to|by|for|from|into) (?=[a-z])")
OF_OTHERS = late(r"\b(?:last|ago|years?|compared|than|of (?:its|their))\b")

# … spends <p>
SPENDING = any_of(
    """spends? spent devot(?:es?|ed) invest(?:s|ed)? puts?
    allocat(?:es?|ed) earmark(?:s|ed)? gave gives? sends? sent
    exported exports? sells? sold"""
)
SPENDS = late(rf"\b{SPENDING}(?:\ {HEDGE})?\ $", re.VERBOSE)
# <p> of its income on rent
OF_ITS_WHOLE = late(
    r"""
    \ of\ (?:the|its|their|his|her|our|my)\ (?:[a-z’'-]+\ ){0,2}?(?P<noun>[a-z’'-]+)
    \ (?P<way>on|to|into|in)(?P<object>\ [^<]*)
    """,
    re.VERBOSE,
)

# … came from gas (
ORIGIN = any_of(
    """came_from comes?_from coming_from drawn_from goes_to went_to
    (?:composed|made(?:_up)?)_of comprise[ds]? consist(?:s|ed)?_of (?:divided|shared|split)_(?:among|between|into)
    (?:allocated|devoted)_to spent_on
    (?:financed|funded|generated|owned|produced|provided|supplied)_(?:by|from)"""
)
CAME_FROM = late(rf"\b{ORIGIN}\ [a-z’'&.-]+(?:\ [a-z’'&.-]+){{0,3}}\ \($", re.VERBOSE)
# <p>), wind (
NEXT_IN_BRACKETS = late(r"\)(?:[,;]|[,;]?\ and)\ (?P<name>[a-z’'&.-]+(?:\ [a-z’'&.-]+){0,4})\ \(", re.VERBOSE)
# The shares are then of each name itself: "the highest turnout came from Leeds (70%), York (60%)"
EACH_HAS_ITS_OWN = any_of(
    r"""[a-z]+est best high likely low most(?!_of\b) strong top worst
    approval discounts? margins? opposition rates? returns? scores? support turnout yields?
    declines? drops? falls? gains? growth increases? losses rises? swings?"""
)
OF_EACH = late(rf"\b{EACH_HAS_ITS_OWN}\b", re.VERBOSE)


def is_gapped(run: Run) -> str | None:
    """``Pay took 52% of the budget, drugs 28%``: one verb, one whole, another name before each share."""
    first = run.gaps[0]
    whole = OF_ONE.match(first)
    plain = LARGEST.search(run.before) or (CONTROL.search(run.before) and len(run.marks) > 2)
    if not (plain or (TAKES.search(run.before) and whole)) or OF_MANY.match(first):
        return None
    names = (first[whole.end() if whole else 0 :], *run.gaps[1:])
    if BEHIND_A_WHOLE.match(run.behind) or not all(_is_a_name(name) for name in names):
        return None
    return "sure" if len(run.marks) > 2 else "doubtful"


def _is_a_name(gap: str) -> bool:
    return bool(NAME_ONLY.fullmatch(gap)) and not OWN_VERB.search(gap) and not ELSEWHERE.search(gap)


def is_allotted(run: Run) -> str | None:
    """``invested 60% in shares, 35% in bonds``: one verb, behind each share where it goes to."""
    if not ALLOTS.search(run.before) or not all(TO_ONE.match(entry) for entry in run.entries):
        return None
    return None if any(OF_OTHERS.search(entry) for entry in run.entries) else "sure"


def is_spent(run: Run) -> str | None:
    """``spends 40% of its income on rent, 35% on food``: one owner, one whole, one preposition, each thing once."""
    first = OF_ITS_WHOLE.match(run.entries[0])
    if first is None or not SPENDS.search(run.before) or is_persons(first["noun"]):
        return None  # "sent 60% of its pupils to college, 55% to work": one may have gone to both
    ways = [f" {first['way']}{first['object']}", *run.entries[1:]]
    things = [entry.removeprefix(f" {first['way']} ") for entry in ways]
    if any(thing == entry or ELSEWHERE.search(thing) for thing, entry in zip(things, ways, strict=True)):
        return None
    if len({thing.strip(" ,;").removesuffix(" and").rstrip(",") for thing in things}) < len(things):
        return None
    return "sure" if len(run.marks) > 2 else "doubtful"


def is_bracketed(run: Run) -> str | None:
    """``came from gas (45%), wind (32%) and solar (23%)``: names of one list, each with its share in brackets."""
    gaps = [NEXT_IN_BRACKETS.fullmatch(gap) for gap in run.gaps]
    if len(run.marks) < 3 or not all(gaps) or run.behind[:1] != ")":
        return None
    if not CAME_FROM.search(run.before) or OF_EACH.search(run.before):
        return None
    names = [run.before[-40:], *(gap["name"] for gap in gaps if gap)]
    exclusive = any(all(group.search(name) for name in names) for group in GROUPS)
    return "sure" if exclusive else "doubtful"

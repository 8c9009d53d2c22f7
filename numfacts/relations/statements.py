"""Two sentences that tell one and the same thing, each with another figure.

::

    The new bridge is 310 metres long. … The bridge is 340 metres long.
    … is to cut 1,200 jobs at its Hull plant … The decision to cut 1,500 jobs at the Hull plant …

The words around both must be the same but for a few, no word may say that it is another time, place or group, and a
story that tells three such figures has a list of them and no slip.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from numfacts.grammar.late_patterns import late
from numfacts.grammar.persons import is_person, is_persons
from numfacts.relations.agreement import agrees, slip
from numfacts.relations.contrasts import RETOLD, behind, is_contrasted
from numfacts.relations.telling_words import (
    ANYBODY,
    COMPARES,
    Placed,
    is_told_of_another,
    names_in,
    noun_of,
    noun_stems,
    of_one_kind,
    stems,
)

FEW = 2  # words that both share at least
SHARED = {3: 0.4, 2: 0.5, 1: 0.6, 0: 0.6}  # of the words near a figure, by how like a slip it is
LITTLE = 0.3  # where the story has but these two, a sure slip apart
SHARED_PERCENT = 0.67  # "47% of pages use …", "74% of pages use …"
NEAR = 35  # characters
SURE, MANY = 0.75, 3  # from here on it is one statement, whatever digit was changed
CLOSE, FAR = 1.5, 10.0  # times: without a slip; in the very same words
PLAINLY = stems("rate rates figure number total level price cost amount sum size")
THE_SUM_OF = late(
    r"\b(?P<the>(?:the|this|that|its|their|his|her)\ )?(?P<noun>[a-z]+)\ of\ (?:an?\ )?$", re.IGNORECASE
)
ANYBODY_STEMS = stems(" ".join(ANYBODY)) | stems("men women children others times point share")
DAYS = frozenset(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
    September October November December""".split()
)
# What begins another predicate: "is 310 metres long and will carry trams"
PREDICATE = late(r" (?:and|but) (?:is|are|was|were|will|would|has|have|had|can|could|may|opens?|carries) ")
COMMON = frozenset("police work most all both half many part parts inside outside".split())
MOST = 2  # figures of one kind in a sentence
# Of another time or another thing, wherever it stands in the later sentence.
MOVED = late(
    r"""
    \b(?: rose | risen | rises | fell | fallen | revised | raised | lowered | reduced | increased | updated | corrected
      | later | now | since | already | instead | also | too | second | third | fourth | next | final | previous(?:ly)?
      | earlier | former | initial(?:ly)? | original(?:ly)? | at\ first | average | respectively | compared | whereas
      | while | but | different | both | either | or | only | similar(?:ly)? | meanwhile | by\ contrast | estimated?
      | estimates | forecasts? | expects? | could | might | would\ have | had\ been | target | record | another | other
      | per | every | each | almost | nearly | minimum | maximum | if | unless )\b
    """,
    re.VERBOSE,
)
DATED = late(
    r"""
    \b(?: (?:19|20)\d\d | Jan(?:uary)? | Feb(?:ruary)? | March | April | May | June | July | Aug(?:ust)?
      | Sept(?:ember)? | Oct(?:ober)? | Nov(?:ember)? | Dec(?:ember)? | spring | summer | autumn | winter
      | (?:first|second|third|fourth)[ -](?:quarter|half|leg|round|day|night) | season
      | (?:last|this|next)\ (?:year|month|week|night|season|quarter|time|spring|summer|autumn|winter) )\b
    """,
    re.VERBOSE,
)
MEASURED = late(
    r"[ -](long|wide|high|tall|deep|thick|away|apart|across|north|south|east|west|old|off|below|above)\b"
)
IN_A_PLACE = late(r"\b(?:in|at|near|for|of)\ (?:the\ )?([A-Z][a-z]+)")
VERB = late(r"\b(?:is|are|was|were|will|would|has|have|had|can|could|may|might|must|should)\b")
DEFINITE = late(
    r"\b(?:the|this|that|these|those|its|their|his|her|all|both)\ (?:(?!\w+ed\b)[a-z]+\ (?:of\ (?:an?\ )?)?)?$",
    re.VERBOSE | re.IGNORECASE,
)
FRACTION = late(r"\d/\d")
PLAIN = late(r"[a-z]{2}")
ENDS = tuple(".!?”\"’')]")  # of a sentence, and no line of a table


class Same(NamedTuple):
    """An earlier and a later figure in one frame: 2 where both surely tell one thing, 1 likely, -1 the frame alone."""

    first: Placed
    again: Placed
    degree: int


def told_twice(each: Placed, before: Iterable[Placed], alone: bool) -> list[Same]:
    """-> the figures before this one that tell the same with another number.

    ``alone`` is whether the story has these two of their kind and no more.
    """
    return [Same(other, each, degree) for other in before if (degree := _degree(each, other, alone))]


def but_lists(pairs: Sequence[Same]) -> list[Same]:
    """-> the pairs without those of three figures or more in one frame: "its high is $29 … its high is $10 …"."""
    firsts: dict[str, set[float | None]] = defaultdict(set)
    agains: dict[str, set[float | None]] = defaultdict(set)
    for pair in pairs:
        firsts[pair.again.fact.fact_id].add(pair.first.fact.value)
        agains[pair.first.fact.fact_id].add(pair.again.fact.value)
    return [
        pair
        for pair in pairs
        if pair.degree > 0
        and len(firsts[pair.again.fact.fact_id]) == 1 == len(agains[pair.first.fact.fact_id])
    ]


def _degree(each: Placed, other: Placed, alone: bool = False) -> int:
    """2 where both surely tell one thing, 1 where they seem to, -1 where only their words are the same, else 0."""
    fact, first = each.fact, other.fact
    if each.told.start == other.told.start or agrees(fact, first):
        return 0
    slipped = slip(fact, first)
    shared, share = _shared(each, other, slipped)
    few = SHARED_PERCENT if slipped and fact.kind == "percent" else SHARED[slipped]
    meant = slipped > 1 and alone and _is_definite(each)
    if not meant and (shared < FEW or share < few):
        return 0
    if not _are_alike(each, other, slipped) or _are_elsewhere(each, other):
        return 0
    if not _are_of_one_time_and_place(each, other, slipped) or is_contrasted(each, other):
        return 0
    if meant:
        return 2 if shared and share >= LITTLE else 1
    same = share >= SURE and (shared >= MANY or share == 1.0)
    if not slipped:
        return 1 if _is_one_thing(each, other, shared, share) else -1 if share >= SURE else 0
    return 2 if slipped > 1 or same else 1


def _is_definite(each: Placed) -> bool:
    """``the £63m grant``, ``the loss of 54 jobs``, ``none of the 34 passengers``, ``a 21-day strike``."""
    behind = each.told.text[each.fact.end - each.told.start :]
    return bool(
        DEFINITE.search(_before(each)) or each.fact.rule.endswith("compound") or behind.startswith("-")
    )


def _is_one_thing(each: Placed, other: Placed, shared: int, share: float) -> bool:
    """Without a slip: the very same words, or the same thing by its name of two words: "the key rate"."""
    if each.fact.denominator or other.fact.denominator:
        return False  # of one whole there are many shares
    entity = stems(each.fact.measured_entity or "")
    named = len(entity) >= FEW and entity == stems(other.fact.measured_entity or "")
    if share == 1.0 and shared > MANY:
        return _is_close(each, other, FAR)
    return (share == 1.0 or (named and shared >= MANY)) and _is_close(each, other, CLOSE)


def _shared(each: Placed, other: Placed, slipped: int) -> tuple[int, float]:
    """How many words near the one figure are near the other, and how much of the nearer ones they are."""
    own = noun_stems(each.fact) & noun_stems(other.fact)
    ours, theirs = _words(each) - own, _words(other) - own
    near, nearest = _words(each, NEAR) - own, _words(other, NEAR) - own
    shared = len(ours & theirs)
    if slipped > 1 and own - ANYBODY_STEMS:
        shared += 1  # "640 pupils … 460 pupils"
    dates = DATED.findall(each.told.text)
    if dates and dates == DATED.findall(other.told.text):
        shared += 1
    named = THE_SUM_OF.search(_before(each)), THE_SUM_OF.search(_before(other))
    if (
        named[0]
        and named[1]
        and named[0]["the"]
        and stems(named[0]["noun"]) == stems(named[1]["noun"]) != set()
    ):
        return shared + 1, 1.0  # "a profit of £32m … the profit of £23m"
    few = [(ours & theirs, ours), (ours & theirs, theirs)]
    if slipped or each.fact.measured_entity == other.fact.measured_entity:
        few += [(near & theirs, near), (nearest & ours, nearest)]
    return shared, max((len(some) / len(of) for some, of in few if of), default=0.0)


def _words(each: Placed, reach: int = 60) -> frozenset[str]:
    """The words near a figure in its own predicate: "is 310 metres long" of "… long and will carry trams"."""
    start, end = each.fact.start - each.told.start, each.fact.end - each.told.start
    behind = PREDICATE.split(each.told.text[end : end + reach], maxsplit=1)[0]
    return stems(each.told.text[max(0, start - reach) : start]) | stems(behind)


def _before(each: Placed) -> str:
    start = each.fact.start - each.told.start
    return each.told.text[max(0, start - 60) : start]


def _is_close(each: Placed, other: Placed, times: float) -> bool:
    one, two = each.fact.value or 0.0, other.fact.value or 0.0
    return min(one, two) > 0 and max(one, two) <= times * min(one, two) and max(one, two) >= 1


def _are_alike(each: Placed, other: Placed, slipped: int) -> bool:
    """Are both figures of one noun, told with one modifier and by one voice, in sentences with no list of such?"""
    fact, first = each.fact, other.fact
    if slipped < 2 and not fact.modifier == first.modifier == "exact":
        return False
    if fact.change != first.change and (slipped < 2 or {fact.change, first.change} != {"to", None}):
        return False
    if fact.change == "from":
        return False
    if fact.kind == "count" and (
        noun_of(fact) != noun_of(first) or not noun_stems(fact) <= stems(other.told.text)
    ):
        return False
    if fact.speaker and first.speaker and fact.speaker != first.speaker:
        return False
    if fact.period and first.period and fact.period != first.period:
        return False
    if is_told_of_another(each, other) or is_told_of_another(other, each):
        return False
    for side in (each, other):
        if COMPARES.search(side.told.text) or not _is_a_sentence(side.told.text):
            return False
        if side.told.text[: side.fact.start - side.told.start].rstrip().endswith(":"):
            return False
        if sum(of_one_kind(side.fact, beside) for beside in side.told.facts) > MOST:
            return False
    if _are_parallel(each, other) or FRACTION.search(fact.text + first.text):
        return False
    one, two = (MEASURED.match(side.told.text[side.fact.end - side.told.start :]) for side in (each, other))
    return (one and one[1]) == (two and two[1]) or (slipped > 1 and not (one and two))


def _is_a_sentence(text: str) -> bool:
    return text.rstrip().endswith(ENDS) and PLAIN.search(text) is not None


def _are_parallel(each: Placed, other: Placed) -> bool:
    """Does each sentence hold other figures or dates, and none of the other's: two lines of a list?"""
    return any(
        bool(ours and theirs and not ours & theirs)
        for ours, theirs in (
            (_beside(each, False), _beside(other, False)),
            (_beside(each, True), _beside(other, True)),
        )
    )


def _beside(each: Placed, dates: bool) -> frozenset[str]:
    """What other dates, or other figures, stand in the sentence."""
    return frozenset(
        (fact.period or fact.text) if dates else f"{fact.value} {fact.unit}"
        for fact in each.told.facts
        if (fact.kind == "date") == dates and fact.kind != "ordinal" and fact.fact_id != each.fact.fact_id
    )


def _are_elsewhere(each: Placed, other: Placed) -> bool:
    """Does each of the sentences name somebody that the other does not?"""
    ours, theirs = _names(each) - DAYS, _names(other) - DAYS
    return any(name not in other.told.text for name in ours) and any(
        name not in each.told.text for name in theirs
    )


def _names(each: Placed) -> frozenset[str]:
    """The names of a sentence, the word that it begins with too where that is no common one."""
    first = re.match(r"[A-Z][a-z]{2,}", each.told.text.lstrip("“‘\"' "))
    if first is None or not stems(first.group()):
        return names_in(each)
    word = first.group().lower()
    common = is_person(word) or is_persons(word) or word in COMMON or word.endswith("ly")
    return names_in(each) if common else names_in(each) | {first.group()}


def _are_of_one_time_and_place(each: Placed, other: Placed, slipped: int) -> bool:
    """Does the later sentence say nothing of another time, place or telling, so near the figure?"""
    later, earlier = each.told.text, other.told.text
    if slipped:
        start = each.fact.start - each.told.start
        follows = behind(each)[:NEAR]
        later = later[max(0, start - NEAR) : start] + VERB.split(follows)[0]
    if any(word not in earlier for word in MOVED.findall(later)):
        return False
    if any(word not in earlier for word in DATED.findall(later)):
        return False
    if any(place not in earlier for place in IN_A_PLACE.findall(later)):
        return False
    if slipped > 1:
        return True
    entity = re.split(r" (?:of|in|at|for|on|to|with) ", each.fact.measured_entity or "")[0]
    return stems(entity) - PLAINLY - RETOLD <= stems(earlier)

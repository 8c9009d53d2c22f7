"""A result told twice: in the headline and below it, or twice in the story.

::

    # Rovers beat Athletic 3-1 / Rovers beat Athletic 3-2 on Saturday with a late goal …
    Rovers beat Athletic 3-1 … The 3-2 win over Athletic …

Scores of sets, of half-time, of a series and of other days are other scores.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from numfacts.grammar.late_patterns import late
from numfacts.model import Fact, Repetition, Story
from numfacts.relations.telling_words import Placed, figures_of, names_in, stems, without_figures

SHARED, SURE = 0.2, 0.4  # of the headline's words
MOST = 1  # results of a sentence
FARTHEST = 10  # results of a story: with more it is a table of them
OF_A_PART = late(
    r"""
    \b(?: half-?time | interval | break | level | levelled | equalis\w+
      | equaliz\w+ | led | lead | leads | leading | trail\w*
      | ahead | up | down | behind | series
      | aggregate | set | sets | tie-?break | penalt\w+ | shoot-?out | period
      | inning\w* | quarter | record | opening | opener
      | second | third | fourth | since | win-loss | overall | career
      | split | ruling | ruled | also | meanwhile | elsewhere | to\ make )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
OF_ANOTHER_DAY = late(
    r"""
    \b(?: earlier | previous\w* | last\ (?!night|minute|gasp)\w+ | ago
      | (?:last|this|next|that|the)\ season | next | first\ leg | second\ leg
      | other | another | reverse | away\ leg
      | in\ (?:19|20)\d\d | aggregate | half-?time | pre-?season )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
WON = late(
    r"""
    \b(?: w[io]n | wins | winning | beat | beats | beaten | beating
      | victory | defeat\w* | los[et] | losing | loss | drew | drawn
      | draw | thrash\w* | rout\w* | hammer\w* | result | final\ score | scoreline | thriller | triumph\w* )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Right behind or before a score: it is that of the whole game.
A_RESULT = late(
    r"\W{0,2}\ ?(?:home\ |away\ )?(?:win|victory|loss|defeat|triumph|success|thrashing|rout|draw)\b",
    re.VERBOSE,
)
BEATEN = late(
    r"\b(?:beat|beats|beating|defeated|thrashed|hammered|edged|downed|held\ off)\b[^.;,]{0,40}$", re.VERBOSE
)
THE_RESULT = late(
    r"\b(?:the|his|her|its) \|[ -](?:win|victory|defeat|loss|vote|draw|triumph|result)\b", re.IGNORECASE
)
AGAINST = late(r" \w+ (?:over|against|at|to|by|with|away to) (?:the )?(?P<who>[A-Z]\w+)")
NEAR = 60


def read(story: Story) -> Iterator[Repetition]:
    """-> a result and the one told for the same game."""
    placed = [each for each in figures_of(story) if each.fact.kind == "score" and len(_goals(each.fact)) == 2]
    if len(placed) > FARTHEST:
        return
    body = [each for each in placed if each.told.section == "body"]
    known: set[str] = set()
    for head in placed:
        if head.told.section == "headline":
            pair = _below(head, body)
            if pair is not None and pair.again.fact_id not in known:
                known.add(pair.again.fact_id)
                yield pair
    alone = len({tuple(_goals(each.fact)) for each in body}) == 2
    for number, each in enumerate(body):
        if each.fact.fact_id not in known:
            yield from _told_before(each, body[:number], alone)


def _goals(fact: Fact) -> list[str]:
    return sorted(re.findall(r"\d+", fact.text))


def _below(head: Placed, body: Sequence[Placed]) -> Repetition | None:
    if (
        not body
        or OF_ANOTHER_DAY.search(head.told.text)
        or any(_goals(each.fact) == _goals(head.fact) for each in body)
    ):
        return None
    words = stems(without_figures(head.told))
    alone = len({tuple(_goals(each.fact)) for each in body}) == 1
    for each in body:
        share = len(words & stems(without_figures(each.told))) / max(1, len(words))
        if (
            _is_another(each, head.told.text)
            or share < (SHARED if alone else SURE)
            or not _is_a_slip(head.fact, each.fact)
        ):
            continue
        if bool(OF_A_PART.search(head.told.text)) and not OF_A_PART.search(_near(each)):
            continue  # "lead 2-0" is not yet the result
        return Repetition(head.fact, each.fact, True, alone and share >= SURE)
    return None


def _told_before(each: Placed, before: Sequence[Placed], alone: bool) -> Iterator[Repetition]:
    """-> the first result of the same game that was told before; ``alone``: the story has these two."""
    if _is_another(each) or not (WON.search(_near(each)) or THE_RESULT.search(_around(each))):
        return
    for other in before:
        if (
            alone
            and THE_RESULT.search(_around(each))
            and not _is_another(other)
            and _is_a_slip(each.fact, other.fact)
        ):
            against = AGAINST.match(each.told.text[each.fact.end - each.told.start :])
            if other.told.start != each.told.start and (against is None or against["who"] in other.told.text):
                yield Repetition(other.fact, each.fact)
            return
        if _is_another(other) or not WON.search(_near(other)) or other.told.start == each.told.start:
            continue
        ours, theirs = names_in(each), names_in(other) | frozenset(other.told.text.split()[:1])
        if ours & theirs and not ours - theirs and _is_a_slip(each.fact, other.fact):
            yield Repetition(other.fact, each.fact, sure=len(ours & theirs) > 1)
        return


def _is_a_slip(one: Fact, other: Fact) -> bool:
    """Is one of the two numbers the same, and the other not?"""
    ours, theirs = _goals(one), _goals(other)
    return len(set(ours) & set(theirs)) > 0 and ours != theirs


def _is_another(each: Placed, headline: str = "") -> bool:
    """Is it the score of a part of the game that the headline does not name, of another day, or one of several?"""
    start, end = each.fact.start - each.told.start, each.fact.end - each.told.start
    if sum(fact.kind == "score" for fact in each.told.facts) > MOST or OF_ANOTHER_DAY.search(_near(each)):
        return True
    if A_RESULT.match(each.told.text, end) or BEATEN.search(each.told.text[max(0, start - NEAR) : start]):
        return False
    return any(word.lower() not in headline.lower() for word in OF_A_PART.findall(_near(each)))


def _around(each: Placed) -> str:
    start, end = each.fact.start - each.told.start, each.fact.end - each.told.start
    return each.told.text[max(0, start - 4) : start] + "|" + each.told.text[end : end + 12]


def _near(each: Placed) -> str:
    start, end = each.fact.start - each.told.start, each.fact.end - each.told.start
    return each.told.text[max(0, start - NEAR) : start] + " | " + each.told.text[end : end + NEAR]

"""Whether a later sentence tells of another thing in the words of an earlier one: "the smaller ferry".

::

    opened 24 shops in Britain | opened 42 shops abroad     what follows the figures parts ways
    9,500 members | 5,900 members in Wales                  the later one is narrowed
    the ferry carries | the smaller ferry carries           so is what it is said of
    the company expects | analysts expect                   or it is said of somebody else
    … costs £24,500 | With leather seats, … costs £25,400   or on a condition
"""

from __future__ import annotations

import re
from itertools import zip_longest

from numfacts.grammar.late_patterns import late
from numfacts.relations.telling_words import Placed, stems

REACH = 60
ENDS = late(r"[,;:.!?()“”\"–—]|\s-\s|\b(?:and|but|which|because|after|before)\b")
NARROWS = frozenset(
    """in at of by with from under for on who that across near inside outside among to into via""".split()
)
LINKS = frozenset("the a an its their his her this these those our your my".split())
AUXILIARIES = frozenset(
    """is are was were be been being has have had will would can could may might must should shall to do does did said
    says that of it he she they we who which not also now""".split()
)
VERBS = AUXILIARIES - {"of", "not"}
# Nouns that tell what the verb told: "is to cut 1,200 jobs", "the decision to cut 1,500 jobs".
RETOLD = stems(
    """decision plan plans move announcement vote agreement deal offer pledge promise order news report statement
    proposal leaders officials police council company firm owner union spokesman spokeswoman judge court jury
    magistrate minister mayor doctors engineers neighbours jurors divers"""
)
VOICES = stems("analysts economists critics rivals rival experts opponents opposition unions campaigners")
TELLING = stems(
    """interview statement speech report letter email parliament post article radio television conference hearing court
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday week night morning afternoon evening day today yesterday
    fact finished completed complete opened opens built ready"""
)
CONDITION = late(
    r"""
    (?: In | At | With | Without | After | Under | By | For | On | Outside | If | When | Including | Across | Among )[ ]
    (?P<what> [^,\d£$€]{3,60}? ) ,?\ (?: the | its | it | they | he | she | a | an )\b
    """,
    re.VERBOSE,
)
OPPOSED = tuple(
    (stems(one), stems(other))
    for one, other in (
        ("buy", "sell"), ("open", "close"), ("rise", "fall"), ("men", "women"), ("boys", "girls"), ("import", "export"),
        ("arrive", "leave"), ("income", "costs"), ("profit", "loss"), ("inside", "outside"), ("support", "oppose"),
    )
)  # fmt: skip
PARTS = late(r"[,;:.!?()“”\"–—]|\b(?:said|says|saying|told|added)\b(?: that\b)?")
DAY = late(r"\bon ((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")
CLAUSE = late(r"\b(?:that|who|whose)\b")
YEAR_ON = late(
    r"\b(?:years?|months?|weeks?|days?) (?:on|later|earlier|before|after)\b|\b(?:in all|in total|altogether)\b"
)


def is_contrasted(each: Placed, other: Placed) -> bool:
    """-> whether the words of the later sentence make its figure another thing's than the earlier one's."""
    later, earlier = stems(each.told.text), stems(other.told.text)
    return (
        _parts_ways(each, other, later, earlier)
        or _is_of_another(each, other, later, earlier)
        or _is_conditional(each, other, earlier)
        or _is_of_another_day(each, other)
        or _is_got_otherwise(each, other, earlier)
        or any(_are_opposed(later, earlier, *pair) or _are_opposed(earlier, later, *pair) for pair in OPPOSED)
    )


def _are_opposed(
    one: frozenset[str], two: frozenset[str], this: frozenset[str], that: frozenset[str]
) -> bool:
    """``bought the house for …``, ``sold the house for …``."""
    return bool(one & this and two & that) and not (one & that or two & this)


def parts_ways_at_a_link(each: Placed, other: Placed) -> bool:
    """``£24m on roads``, ``£42m on schools``: one preposition right behind both, and two things."""
    ours, theirs = _links_behind(each), _links_behind(other)
    return bool(
        ours
        and theirs
        and ours[0] == theirs[0]
        and not ours[1] & stems(other.told.text)
        and not theirs[1] & stems(each.told.text)
    )


def _links_behind(each: Placed) -> tuple[str, frozenset[str]] | None:
    found = re.match(
        r" (on|for|in|at|of|from|with|by) (?:the |a |an |its |their )?([A-Za-z-]+)", behind(each)
    )
    return (found[1], stems(found[2])) if found and stems(found[2]) else None


def behind(each: Placed) -> str:
    start = each.fact.end - each.told.start
    others = (fact for fact in each.told.facts if fact.kind not in ("ordinal", "date"))
    after = [fact.start - each.told.start for fact in others if fact.start > each.fact.start]
    text = each.told.text[start : min([start + REACH, *after])]
    ended = ENDS.search(text)
    return text[: ended.start()] if ended else text


def _before(each: Placed) -> str:
    return each.told.text[: each.fact.start - each.told.start]


def _content(text: str) -> list[tuple[str, str]]:
    """-> (the word before it, its stem) of each word that says something."""
    words = re.findall(r"[A-Za-z’'-]+", text)
    told = []
    for number, word in enumerate(words):
        stem = next(iter(stems(word)), "")
        if stem and stem not in TELLING:
            before = [
                each.lower() for each in words[max(0, number - 2) : number] if each.lower() not in LINKS
            ]
            told.append((before[-1] if before else "", stem))
    return told


def _parts_ways(each: Placed, other: Placed, later: frozenset[str], earlier: frozenset[str]) -> bool:
    """Does what follows the figure go another way, or on to narrow it?"""
    for ours, theirs in zip_longest(_content(behind(each)), _content(behind(other))):
        if ours is None or (theirs is not None and ours[1] == theirs[1]):
            if ours is None:
                return False
            continue
        if theirs is None:
            clause = CLAUSE.split(behind(each), maxsplit=1)[1:]
            told = _content(clause[0])[:1] if clause else []
            return (ours[0] in NARROWS or told == [ours]) and ours[1] not in earlier
        return (
            ours[1] not in earlier and ours[0] not in VERBS and (theirs[1] not in later or ours[0] in NARROWS)
        )
    return False


def _is_of_another(each: Placed, other: Placed, later: frozenset[str], earlier: frozenset[str]) -> bool:
    """Is one of the words that both share before the figure another's: "old bridge", "the dam at Orley", "a fire"?"""
    ours, theirs = _neighbours(_before(each)), _neighbours(_before(other))
    for stem in ours.keys() & theirs.keys():
        (article, left, link, right), (was, first, _, _) = ours[stem], theirs[stem]
        if {left, first} == {"old", "new"} or (left in VOICES and left not in earlier):
            return True
        if left and left not in earlier and left not in RETOLD and left != "new":
            if first and first not in later and first not in RETOLD:
                return True  # "the company expects", "analysts expect"
            if article:
                return True  # "the smaller ferry"
        if link in NARROWS and right and right not in earlier:
            return True  # "the dam at Orley"
        if article in ("a", "an") and was not in ("a", "an") and not left:
            return True  # "the fire killed", "a fire killed"
    return False


def _is_of_another_day(each: Placed, other: Placed) -> bool:
    """``12 bodies on Monday``, ``21 bodies on Tuesday``."""
    ours, theirs = set(DAY.findall(behind(each))), set(DAY.findall(behind(other)))
    return bool(ours and theirs and not ours & theirs)


def _is_got_otherwise(each: Placed, other: Placed, earlier: frozenset[str]) -> bool:
    """``has 24 trams``, ``has ordered 42 trams``."""
    ours, theirs = _before(each).split()[-1:], _before(other).split()[-1:]
    had = bool(theirs) and theirs[0] in ("has", "have", "had")
    return had and bool(ours) and ours[0].endswith("ed") and not stems(ours[0]) <= earlier


def _neighbours(text: str) -> dict[str, tuple[str, str, str, str]]:
    """-> of each word: its article, what stands between the two or before it, and the link and word behind it."""
    found: dict[str, tuple[str, str, str, str]] = {}
    for part in PARTS.split(text[-2 * REACH :]):
        words = re.findall(r"[a-z’'-]+", part.lower())
        for number, word in enumerate(words):
            stem = next(iter(stems(word)), "")
            if not stem or stem in found:
                continue
            lefts = [left for left in words[max(0, number - 3) : number] if left not in AUXILIARIES]
            left = next((s for each in lefts[-1:] for s in (stems(each) or {each} & {"old", "new"})), "")
            article = next(
                (each for each in reversed(words[max(0, number - 2) : number]) if each in LINKS), ""
            )
            link = words[number + 1] if number + 1 < len(words) else ""
            behind = [each for each in words[number + 2 : number + 5] if each not in LINKS]
            right = next((s for each in behind[:1] for s in stems(each)), "")
            if link == "back":
                link, right = "to", "back"
            found[stem] = (article, left, link, right)
    return found


def _is_conditional(each: Placed, other: Placed, earlier: frozenset[str]) -> bool:
    """Does the later sentence begin with a condition or a place, or tell a total or another time?"""
    found = CONDITION.match(each.told.text)
    if found and not stems(found["what"]) & (earlier | TELLING) and found["what"] not in other.told.text:
        return True
    told = YEAR_ON.search(each.told.text)
    return told is not None and told.group() not in other.told.text

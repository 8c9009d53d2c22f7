"""A total and the parts that it is told to have, as one sentence lists them.

::

    12 people: seven men, three women and a child       £30m, made up of £10m from Alder and £20m from Birch
    12 people, seven of them men and five women         4 goals, 6 assists (10 points)

The list is read item by item; words that are no item, and "several others", leave it open (``some``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from numfacts.grammar.late_patterns import late
from numfacts.grammar.persons import is_person, is_persons
from numfacts.lexicon.words import word_class
from numfacts.model import Fact, Story, Total
from numfacts.model.story import Told
from numfacts.relations.apposed_parts import apposed
from numfacts.relations.exclusive_names import ANYBODY, exclude_each_other, names_one
from numfacts.relations.marked_sentences import fact_at, marked
from numfacts.relations.seats_and_games import seated_or_played
from numfacts.relations.word_lists import any_of

SUMMED = frozenset({"count", "number", "money", "measure"})
TWO = ("ratio", "score")  # one figure of two numbers: "22 of the 48 seats", "12-3"
NEAR = 0.6  # of the total: parts that are further off may be of something else
MOST = 40  # figures in a sentence: one with more is a table
LONGEST = 600  # characters of a list
FAR = 3  # times the total: they are

LINK = late(
    r"""
    (?P<total><[cq]\d+>) (?P<noun>(?:[ -](?!(?:will|would|has|have|had|is|are|was|were|said|that|who|which)\b)
                                    [a-z’'.-]+){0,6}?)
    (?: (?:\ [a-z’'-]+){0,7}?(?:\ <c\d+>\ ways)?(?P<colon>:\ )
      | \ ?(?P<bracket>\()
      | \ ?(?P<dash>[–—]|--|-(?=\ ))\ ?
      | ,?\ (?P<made>(?:(?:is|are|was|were|be|been|being)\ )?(?:made\ up|composed|consisting|comprised)\ of
                     |consists?\ of|consisted\ of|comprising|comprises?|comprised
                     |(?:(?:is|are|was|were|be|been|being)\ )?(?:split|divided)\ (?:between|into|among))[ ]
      | ,?\ (?P<some>(?P<has>(?:[a-z-]+\ )?(?:has|have|had)|(?<=,\ )with)|of\ (?:which|whom)|including|includ(?:es?|ed)
                     |among\ them
                     |(?=<[cq]\d+>\ of\ (?:them|whom|which|these)\b)
                     |(?P<bare>(?=<c\d+>\ (?:men|women|boys|girls|in\ favou?r|for|against)\b)))\ ?
      | \ (?P<of>of)\  )
    (?=[^<]{0,60}<)
    """,
    re.VERBOSE,
)
# "Of the 40 staff, 25 are women and 20 men"
OF_THE = late(
    r"""
    (?:(?:^|[;“"]\ ?)of\ | (?:^|[ ;,“"])of\ (?:the|its|their|these|those|his|her|our)\ ) (?P<total><[cq]\d+>)
    (?:[ -][a-z’'.-]+){0,5}?,[ ]
    (?=<[cq]\d+>)
    """,
    re.VERBOSE,
)
# A gathering whose size is told before it: "a 12-member jury of seven men and five women"
MEMBERS = late(r"[ -](?:member|person|man|woman|strong)\b")
TOTAL_BEHIND = late(
    r"""
    (?: ,?\ (?:(?:for|making|or|giving)\ )?a\ (?:combined\ |grand\ )?total\ (?:(?:price|cost|bill|value|sum)\ )?
        of\ (?P<total><[cq]\d+>)
      | (?:,\ |\ ?\(|\ ?[–—]\ ?|\ --?\ ?|(?=\ (?:for|making)\ ))
        (?:(?:or|making|\ for|\ making)\ )? (?P<counted><[cq]\d+>) (?:[ -][a-z’'-]+){0,3}?
        \ (?:in\ all|in\ total|altogether|all\ told|combined|total)\b )
    """,
    re.VERBOSE,
)
# the <c> · a fine of <q>
ITEM = late(
    r"""
    (?: (?:the|some|about|around|another|a\ further|also)\ )?
    (?P<name>(?:[a-z’'-]+\ ){1,4}(?:of|worth|totalling)\ (?=<q))?
    (?P<mark><[cq]\d+>)(?P<words>[^<]*)(?P<more><)?
    """,
    re.VERBOSE,
)
# Of these no sum is made: "revenue of £9m: sales of £6m and profits of £2m"
NO_SUM = any_of(
    r"""average mean median maximum minimum peak high low record target limit range
    cut decrease discount drop fall from growth increase premium rise than up down
    assets cash_flow debts? deficit earnings ebitda fraction gains? income loss losses profits? reserves revenues? sales
    savings? spending surplus turnover
    month prices? quarter value year"""
)
NO_ITEM = late(rf"\b{NO_SUM}\b", re.VERBOSE)
MARK = late(r" ?\(?<[a-z](?P<fact>\d+)>\)?")
UNCOUNTED = late(r"<[fo]\d+>")  # "12 a half share"
AGE = late(r"(?:aged )?<x\d+>")
ONE = late(r"(?P<article>an?|the|his|her|their|its) (?P<words>[a-z’'-]+(?: [a-z’'-]+){0,2})(?P<behind>.*)")
NO_ONE = late(
    r"""
    \b(?: number | few | dozen | couple | third | quarter | half | further | lot | handful | group | pair | series
        | host | score | total
        | year | month | week | day
        | said | says | told | spokes\w+ | according | source | official | statement | report | reports )\b
    """,
    re.VERBOSE,
)
SEPARATOR = late(r"(?P<and>,? and,? )|,? plus |; (?P<last>and )?|, ")
ASIDE = late(r"[a-z]+ly")  # "and, unusually, a cook"
ENDS = late(r"[.?!](?:[”’\"')]*(?:\s|$))|[:)]")
OPEN = late(
    r"""
    \b(?: plus | as\ well\ as | along\ with | besides | not\ (?:counting|including) | excluding | others? | several
        | dozens | some | many | various | rest | remaining | remainder | more | mostly | mainly | together\ with
        | in\ addition | at\ least | unknown | unidentified | so\ far | alone | among\ them )\b
    """,
    re.VERBOSE,
)
NESTED = late(r"(?<!^)\b(?:of (?:them|whom|which|these)|including|among them)\b")
PURPOSE = late(r"\b(?:for|from|to|in|on|by|at|with|of)\b")
VERB = late(r" (?:are|were|is|was|has|have|had|will|would|can|could)\b")
# Parties, peoples and places, of which mostly one is no other: "five Liberals", "1,300 in Britain"
NAMED = late(r"(?: of (?:them|whom))? (?:(?:are|were|is|was) )?(?:in )?[A-Z]")
SINGLE_OF = late(r"\bof $")


class Listed(NamedTuple):
    parts: tuple[Fact, ...]
    implied: int
    words: tuple[str, ...]  # of each part, what stands behind its number
    whole: bool  # whether nothing was left out


def read(story: Story) -> Iterator[Total]:
    """-> the totals of every sentence whose parts it lists, no figure in two of them."""
    for told in story.sentences:
        if len(told.facts) > MOST:
            continue
        if (
            sum(fact.kind in SUMMED or fact.kind == "duration" for fact in told.facts)
            + 2 * any(fact.kind in TWO for fact in told.facts)
            >= 2
        ):
            yield from _of_sentence(told)


def _of_sentence(told: Told) -> Iterator[Total]:
    sentence = _without_conversions(told)
    whole_numbers = UNCOUNTED.sub("part", sentence)
    found: list[Total] = []
    for match in LINK.finditer(sentence):
        total = _total_before(told, sentence, match)
        if total is not None and total.total not in [each.total for each in found]:
            found.append(total)
    for total in (
        *filter(None, (_of_the(told, sentence, match) for match in OF_THE.finditer(sentence))),
        *filter(None, (_total_behind(told, sentence, match) for match in TOTAL_BEHIND.finditer(sentence))),
        *apposed(told, whole_numbers, _of_unit),
        *seated_or_played(told, whole_numbers),
    ):
        mine = _figures(total)
        others = [each for each in found if not mine.isdisjoint(_figures(each))]
        if not others:
            found.append(total)
        elif len(others) == 1 and others[0].some and not total.some and others[0].parts == total.parts:
            excess = sum(part.value or 0 for part in total.parts) + total.implied > (total.total.value or 0)
            found[found.index(others[0])] = total._replace(sure=others[0].sure if excess else total.sure)
    yield from found


def _figures(total: Total) -> set[str]:
    return {fact.fact_id for fact in (total.total, *total.parts)}


def _without_conversions(told: Told) -> str:
    """The marked sentence without what is told again: "£30m ($40m): £10m ($13m) from …"."""

    def kept(match: re.Match[str]) -> str:
        return match.group() if told.facts[int(match["fact"])].equivalent_of is None else ""

    return MARK.sub(kept, marked(told))


def _total_before(told: Told, sentence: str, match: re.Match[str]) -> Total | None:
    total = fact_at(told, match["total"])
    if not _has_total(total) or (match["of"] and not MEMBERS.match(f"{_glued(total)}{match['noun']}")):
        return None
    if match["bare"] is not None and _head(total) not in ANYBODY:
        return None  # "five policemen, 12 men and two women were hurt"
    if total.counted is None and total.kind == "number" and not SINGLE_OF.search(sentence[: match.start()]):
        return None
    listed = _list(told, _tail(sentence, match))
    if listed is None or not all(_of_unit(part, total) for part in listed.parts):
        return None
    some = match["some"] is not None or not listed.whole
    if some:
        one = len(listed.parts) + listed.implied == 1
        return None if match["has"] and one else _partial(told, total, listed)
    if len(listed.parts) + listed.implied < 2:
        return None
    return _complete(told, total, listed)


def _of_the(told: Told, sentence: str, match: re.Match[str]) -> Total | None:
    total = fact_at(told, match["total"])
    listed = _list(told, ENDS.split(sentence[match.end() : match.end() + LONGEST], maxsplit=1)[0])
    if listed is None or len(listed.parts) + listed.implied < 2 or not _has_total(total):
        return None
    return _partial(told, total, listed) if all(_of_unit(part, total) for part in listed.parts) else None


def _partial(told: Told, total: Fact, listed: Listed) -> Total | None:
    """Of some parts only their excess can be judged, where none is counted twice."""
    if total.modifier != "exact":
        return None
    if total.kind == "money":
        ways = {"".join(PURPOSE.findall(words)[:1]) for words in listed.words}
        one_way = len(listed.parts) > 1 and len(ways) == 1 and ways <= {"for", "in", "from"}
        return Total(total, listed.parts, 0, True, ways == {"for"}) if one_way else None
    alone = len(listed.parts) == 1 and not listed.implied
    if alone:
        earlier = [
            fact for fact in told.facts if fact.end <= total.start and fact.kind in ("count", "number")
        ]
        if earlier or not _of_its_sort(total, listed):
            return None  # "injured 30 and killed five, seven of them children"
    elif not exclude_each_other(listed.words):
        if not all(NAMED.match(told.text[part.end - told.start :]) for part in listed.parts):
            return None
        return Total(total, listed.parts, listed.implied, True, False)  # "three Britons and five Muslims"
    return Total(total, listed.parts, 0 if alone else listed.implied, True)


def _total_behind(told: Told, sentence: str, match: re.Match[str]) -> Total | None:
    total = fact_at(told, match["total"] or match["counted"])
    clause = re.split(r"[.:;(?!] ?|--| [–—-] ", sentence[max(0, match.start() - LONGEST) : match.start()])[-1]
    chunks = re.split(r",? and |, ", clause)
    while chunks and not ITEM.match(chunks[0]) and not re.search(r"<[cq]\d+>[^<]*$", chunks[0]):
        chunks.pop(0)
    if len(chunks) < 2 or not _has_total(total):
        return None
    figures = re.findall(r"<[cqrfp]\d+>", chunks[0])
    if len(figures) == 2 and fact_at(told, figures[0]).value == len(
        chunks
    ):  # "the three storms killed 12, 15 and 13"
        figures.pop(0)
    if len(figures) != 1:
        return None
    chunks[0] = chunks[0][chunks[0].index(figures[0]) :]
    if AGE.match(chunks[0]):
        return None
    listed = _list(told, " and ".join([", ".join(chunks[:-1]), chunks[-1]]))
    if listed is None or not listed.whole or len(listed.parts) + listed.implied != len(chunks):
        return None
    if not all(_of_unit(part, total) for part in listed.parts):
        return None
    return _complete(told, total, listed)


def _complete(told: Told, total: Fact, listed: Listed) -> Total | None:
    """The list as all of a total, unless it is all of another figure of the sentence, or much too large."""
    together = sum(part.value or 0 for part in listed.parts) + listed.implied
    own = {total.fact_id, *(part.fact_id for part in listed.parts)}
    others = [fact for fact in told.facts if fact.fact_id not in own and _of_unit(fact, total)]
    if any(fact.value == together for fact in others) or together > FAR * (total.value or 0):
        return None
    near = NEAR * (total.value or 0) <= together <= (total.value or 0) / NEAR
    return Total(total, listed.parts, listed.implied, False, near)


def _has_total(fact: Fact) -> bool:
    return fact.kind in SUMMED and fact.value is not None and fact.change not in ("rise", "fall")


def _glued(total: Fact) -> str:
    """ "12-strong" holds its word itself."""
    return "-strong" if total.text.lower().endswith("strong") else ""


def _tail(sentence: str, match: re.Match[str]) -> str:
    """What may be the list: up to the closing bracket, the second dash or the end of the sentence."""
    tail = sentence[match.end() : match.end() + LONGEST]
    closing = ")" if match["bracket"] else match["dash"]
    if closing:
        tail = re.split(rf" ?{re.escape(closing)}" + ("" if match["bracket"] else "(?: |$)"), tail)[0]
    return ENDS.split(tail, maxsplit=1)[0]


def _list(told: Told, text: str) -> Listed | None:
    """-> the items at the head of a text; None where it has none.  What follows a closing "and" is no item."""
    parts: list[Fact] = []
    words: list[str] = []
    implied = 0
    ended, whole = False, True
    joined = False
    for chunk, joint in _chunks(text):
        joined = joined or joint
        item = ITEM.match(chunk)
        if ended:
            whole = whole and not item and not _is_one(chunk) and not OPEN.match(chunk)
            continue
        if AGE.fullmatch(chunk) or ASIDE.fullmatch(chunk):
            continue
        one = _is_one(chunk)
        if item and not (item["more"] and not joint):
            part = fact_at(told, item["mark"])
            if part.value is None or NO_ITEM.search(item["name"] or ""):
                return None
            parts.append(part)
            words.append(item["words"])
            whole = whole and not OPEN.search(item["name"] or "")
            told_of = re.sub(r"^ of (?:them|whom|which|these)\b", "", item["words"])
            whole = (
                whole
                and told_of == item["words"]
                and not OPEN.search(told_of)
                and not _is_told_of_some(item["words"])
                and (joint or not NESTED.search(told_of))
            )
        elif one and (parts or not joint):
            implied += 1
            words.append(chunk)
            whole = whole and not OPEN.search(chunk)
        else:
            whole = whole and bool(parts) and not joint and not OPEN.match(chunk)
            ended = True
        ended = ended or joint
    return Listed(tuple(parts), implied, tuple(words), whole) if parts else None


def _is_told_of_some(words: str) -> bool:
    """``seven are in hospital``, ``four in June were rained off``; not ``seven were men``."""
    return bool(VERB.search(words)) and not names_one(words)


def _chunks(text: str) -> Iterator[tuple[str, bool]]:
    """-> (what stands between two separators, whether "and" stands before it)."""
    at, joint = 0, False
    for match in SEPARATOR.finditer(text):
        yield text[at : match.start()], joint
        at, joint = match.end(), bool(match["and"] or match["last"])
    yield text[at:], joint


def _is_one(chunk: str) -> bool:
    """``a child``, ``his wife``, ``an unnamed woman in her fifties``."""
    one = ONE.match(chunk)
    if one is None or NO_ONE.search(chunk):
        return False
    last = one["words"].split()
    return one["article"] in ("a", "an") or any(is_person(word) for word in last)


def _of_unit(part: Fact, total: Fact) -> bool:
    if total.kind in ("count", "number"):
        return part.kind in ("count", "number")
    if total.kind == "measure" and part.kind == "number":
        return True  # "900 acres: 500 of wheat"
    return part.kind == total.kind and part.unit == total.unit


def _of_its_sort(total: Fact, listed: Listed) -> bool:
    """Does each part count what the total counts, or leave its noun out?"""
    if total.kind not in ("count", "number"):
        return True
    noun = _head(total)
    own = [
        part
        for part in listed.parts
        if part.counted and part.rule not in ("count.again", "count.of_them", "count.left_out")
    ]
    return all(_head(part) == noun or (_people(noun) and _people(_head(part))) for part in own)


def _head(fact: Fact) -> str:
    return fact.counted.lower().split()[-1] if fact.counted else ""


def _people(noun: str) -> bool:
    several = is_persons(noun) or is_person(noun) or noun in word_class("people_as_one")
    return several or noun in ("staff", "crew", "police", "personnel", "civilians", "team", "troops", "dead")

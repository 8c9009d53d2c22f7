"""The words around a figure, cut to what a writer keeps when he tells the same again: "killed" and "deaths" are one.

``stems("The fire killed two")`` is ``{"fire", "die", "two"}``; ``words_near(placed)`` are those close to a figure.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from numfacts.grammar.late_patterns import late
from numfacts.model import Fact, Story
from numfacts.model.story import Told

WORD = late(r"[A-Za-z][A-Za-z’'-]*[A-Za-z]")
STOPS = frozenset(
    """a about after again all also an and any are as at be been but by can could did do does for from had has have he
    her his how if in into is it its just may more most new no not of off on one or out over said say says set she so
    some than that the their them then there they this to up was we were what when where which who why will with would
    you year years percent per cent people million billion mln bln dlrs pct ap reuters""".split()
)
ANYBODY = frozenset("people persons dead deaths victims lives".split())
LETTERS = 5  # of a word that are compared: "economy" and "economic"
SUFFIX = late(r"(?:ing|ed|es|s)$")
# Words that tell one and the same; by the first letters of each.
ALIKE = {
    form[:LETTERS]: group.split()[0][:LETTERS]
    for group in (
        "die dead dies died death deaths toll kill kills killed killing fatal slain",
        "injure injured injures hurt hurts wounded wounds wounding",
        "arrest arrested arrests held holds hold holding detained detains",
        "cut cuts cutting axe axes axed shed sheds slash slashes slashed",
        "buy buys bought buying acquire acquires acquired purchase purchases purchased",
        "sell sells sold selling sale sales",
        "keep keeps kept keeping",
        "build builds built building",
        "lend lends lent lending loan loans loaned",
        "leave leaves left leaving",
        "take takes took taken taking",
        "give gives gave given giving",
        "make makes made making",
        "run runs ran running",
        "drive drives drove driven driving",
        "steal steals stole stolen stealing theft",
        "weigh weighs weighed weight",
        "lose loses lost losing loss losses",
        "open opens opened opening",
        "decide decides decided decision",
        "agree agrees agreed agreement",
        "invest invests invested investment",
        "donate donates donated donation",
        "employ employs employed employees",
        "cost costs costing price priced worth",
        "pay pays paid paying spend spends spent spending",
        "win wins won winning",
        "fall falls fell drop drops dropped decline declined slip slips slipped slide slid slump plunge tumble",
        "rise rises rose climb climbs climbed jump jumps jumped gain gains grow grows grew soar surge increase",
        "get gets got receive receives received",
        "job jobs post posts",
        "plane planes",
        "firm firms company companies",
    )
    for form in group.split()
}
# Behind these a figure is of another time, another voice or another group than the one told before.
ELSEWHERE = late(
    r"""
    \b(?: earlier | previous(?:ly)? | initial(?:ly)? | originally | at\ first | first
      | last\ (?:year|month|week|quarter) | a\ year\ ago | ago | compared
      | another | other | others | additional | further | more | extra | expected | forecast | predicted | had\ been
      | as\ many\ as | up\ to | once | since | until | each | every | average | including | among | nearby
      | of\ (?:them|whom|which|those|these) | separate(?:ly)? | annual(?:ly)?
      | by\ then | again | plus )\b
    """,
    re.VERBOSE,
)
BEHIND = late(
    r"""
    [ -]? (?:\w+[ ])?? (?: each | apiece | a\ (?:day|week|month|year|head) | an\ hour | per | more | others? | last
      | ago | earlier | in\ (?:19|20)\d\d )\b
    """,
    re.VERBOSE,
)
FROM = late(r"\bfrom\ (?=\S+(?:\ \S+){0,2}\ to\b)", re.VERBOSE)  # "from 80mph to 85mph": where it went
DIRECT = late(r"\b(?:before|against|versus|vs|than|from)(?:\ [^\s]+){0,2}\ *$", re.VERBOSE)  # "than the 12"
RECENT = late(r"\blast\b|\bin (?:19|20)\d\d$")
PART = late(r"\d{1,3}(?:,\d{3})*(?= (?:out )?of the\b)")
COMPARES = late(r"\b(?:vs?|versus|shr|avg|nil)\b", re.IGNORECASE)  # a row of results, and no sentence
TITLE = late(r"(?:title|headline):\ +[\"']?", re.VERBOSE | re.IGNORECASE)
KINDS = frozenset({"money", "count", "percent", "measure", "duration", "rate"})
MOST = 300  # figures of a story
LONGEST = 1000  # characters of a sentence


class Placed(NamedTuple):
    """A figure and the sentence in which it stands."""

    fact: Fact
    told: Told


def figures_of(story: Story) -> list[Placed]:
    """-> the figures of a story with their sentences; none of a page that is all figures."""
    sentences = [_titled(told) for told in story.sentences if len(told.text) <= LONGEST]
    placed = [Placed(_part(fact), told) for told in sentences for fact in told.facts]
    return placed if len(placed) <= MOST else []


def _titled(told: Told) -> Told:
    """``title: Fares rise``: a headline, where the front matter came as text."""
    title = TITLE.match(told.text)
    if title is None or told.section != "body":
        return told
    return told._replace(text=told.text[title.end() :], start=told.start + title.end(), section="headline")


def is_told(fact: Fact) -> bool:
    """Is it a number of something, and told first in this unit?"""
    return fact.kind in KINDS and fact.value is not None and fact.equivalent_of is None


def of_one_kind(one: Fact, other: Fact) -> bool:
    counts = ("count", "number")
    return one.unit == other.unit and (
        one.kind == other.kind or (one.kind in counts and other.kind in counts)
    )


def _part(fact: Fact) -> Fact:
    """``286 of the 600 seats`` as 286 seats; every other figure as it is."""
    part = PART.match(fact.text) if fact.rule == "ratio.of" and fact.counted else None
    if part is None:
        return fact
    number = part.group().replace(",", "")
    value = float(number)
    return fact._replace(
        kind="count", value=value, low=value, high=value, decimal=number, precision=0.5, denominator=None
    )  # fmt: skip


def is_told_of_another(each: Placed, head: Placed, now: bool = False) -> bool:
    """Do words around the figure make it another's, which the headline does not say?

    ``now`` is whether "last month" and "in 2024" may be the time that the headline means.
    """
    start = each.fact.start - each.told.start
    before = " ".join(each.told.text[max(0, start - 35) : start].lower().split(",")[-1:])
    behind = each.told.text[each.fact.end - each.told.start :].lower()[:60]
    if each.fact.change == "to":
        before = FROM.sub("", before)
    cues = [
        ELSEWHERE.search(before),
        DIRECT.search(before),
        ELSEWHERE.match(behind.lstrip()),
        BEHIND.match(behind),
    ]
    told = [cue.group().strip() for cue in cues if cue is not None]
    return any(cue not in head.told.text.lower() and not (now and RECENT.search(cue)) for cue in told)


def without_figures(told: Told) -> str:
    """The words of a sentence that are not of its figures."""
    parts, at = [], 0
    for fact in told.facts:
        parts.append(told.text[at : max(at, fact.start - told.start)])
        at = max(at, fact.end - told.start)
    return " ".join([*parts, told.text[at:]])


def names_in(each: Placed) -> frozenset[str]:
    """Names, months and weekdays of a sentence: words with a capital that it does not begin with."""
    return frozenset(re.findall(r"(?<=[a-z,;0-9] )[A-Z][a-z’']+", each.told.text))


def words_near(each: Placed, reach: int = 60) -> frozenset[str]:
    """The words that stand close to a figure, on either side."""
    start, end = each.fact.start - each.told.start, each.fact.end - each.told.start
    return stems(each.told.text[max(0, start - reach) : start]) | stems(each.told.text[end : end + reach])


def stems(text: str) -> frozenset[str]:
    words = (word.lower().removesuffix("’s").removesuffix("'s") for word in WORD.findall(text))
    return frozenset(_stem(word) for word in words if len(word) > 2 and word not in STOPS)


def _stem(word: str) -> str:
    for form in (word, word[:LETTERS]):
        if form in ALIKE:
            return ALIKE[form]
    if len(word) < 4:
        return word
    bare = SUFFIX.sub("", word).removesuffix("e")
    return (bare[:-1] + "i" if bare.endswith("y") else bare)[:LETTERS]


def noun_of(fact: Fact) -> str:
    """What is counted, as one of several: "homes" of "a 300-home estate" too."""
    noun = last_word(fact.counted or "")
    return noun + "s" if noun and fact.rule == "count.compound" and not noun.endswith("s") else noun


def noun_stems(fact: Fact) -> frozenset[str]:
    return stems(fact.counted or "")


def last_word(words: str) -> str:
    return words.lower().split()[-1] if words.split() else ""

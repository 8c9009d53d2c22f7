"""A part, its whole and the share that it is, as a bracket or an "or" tells it again.

::

    30 of the 120 complaints (25%)      61 of the 86 deaths recorded -- or 70 percent
    a third (33%)                       25% of the 120 complaints, or 30
    80 members, 40% of the total of 200 120 complaints, of which 30 (25%) were upheld

What stands in the bracket besides the figure makes it a share of something else: "one in four (40% of women)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from numfacts.grammar.digits import Marks
from numfacts.grammar.late_patterns import late
from numfacts.grammar.numerals import read_numeral
from numfacts.grammar.persons import is_persons
from numfacts.grammar.tokens import tokenise
from numfacts.grammar.usage import usage_of
from numfacts.lexicon.words import word_class
from numfacts.model import Fact, Numeral, Share, Story
from numfacts.model.story import Told
from numfacts.relations.marked_sentences import fact_at, follows, marked
from numfacts.relations.shares_told_apart import (
    Found,
    concluded,
    fits_elsewhere,
    in_sentence,
    is_of,
    whole_before,
)

ROUGH_WHOLES = frozenset({2, 3, 4, 5, 6, 8, 10, 20, 100})  # "nine out of ten" is a manner of speaking
BEHIND = 20  # characters that settle a scale: "m shares"
LED_BACK = frozenset({"count.again", "count.of_them", "count.left_out"})  # they count what was told before
NO_SHARES = frozenset({"ratio.to_one", "ratio.one_to"})

RATIO = r"(?P<ratio><[rf]\d+>)"
SHARE = r"(?P<share><[pf]\d+>)"
PART = r"(?P<part><[cq]\d+>)"
WHOLE = r"(?P<whole><[cq]\d+>)"
WORDS = r"(?:\ [a-z’'-]+){0,7}?"  # "coronavirus deaths recorded"
NOUN = r"(?:\ [a-z’'-]+){0,3}?"
ARTICLE = r"(?:\ (?:the|its|their|his|her|our|a|all|some|that))?"
OF_IT = r"(?:\ of\ (?:them|these|those|the\ (?:total|whole|lot)|all|it|everyone))?"
AGAIN = r"(?:(?:or|that\ is|ie|i\.e\.|which\ is|about|some|equal\ to|equivalent\ to|representing|making)\ )?"
END = r"(?=\ ?(?:[,;:.!)—–]|--|-\ |$))"
# behind a bracket, or told again in so many words
TOLD_SHARE = rf"""
    (?: \ ?\({AGAIN} | (?:,|\ ?[–—-]+)?\ (?:or|i\.e\.|that\ is,?|which\ is|equal\ to|equivalent\ to|representing)\ )
    (?P<share><[pfr]\d+>){OF_IT}{END}
"""
APPOSED = rf"(?P<mark>,|\ ?[–—-]{{1,2}})\ ?{SHARE}{OF_IT}\ ?(?P=mark)(?=\ )"

PATTERNS = tuple(
    late(pattern, re.VERBOSE)
    for pattern in (
        # 30 of the 120 complaints (25%) · one in four (40%) · 450 of 600, or 75%,
        rf"{RATIO}{WORDS}{TOLD_SHARE}",
        rf"{RATIO}{NOUN}{APPOSED}",
        # 25% (30 of 120) · 75%, or 450 of 600
        rf"{SHARE}(?:\ of{NOUN})?\ ?\({AGAIN}{RATIO}{NOUN}\)",
        rf"{SHARE}(?:\ of{NOUN})?,?\ or\ {RATIO}(?=\ ?[,;:.)a-z—–-]|$)",
        # half of the volunteers, 2,106 of 4,212, were given it
        rf"{SHARE}\ of{NOUN}(?P<mark>,|\ ?[–—-]{{1,2}})\ ?{RATIO}{NOUN}\ ?(?P=mark)(?=\ )",
        # 25% of the 120 complaints, or 30 · a third of the 120 staff (40 people)
        rf"""{SHARE}\ of{ARTICLE}(?:\ total\ of)?\ {WHOLE}{NOUN}
             (?:\ ?\((?:or\ )?|,?\ (?:or|that\ is,?|i\.e\.)\ ){PART}{NOUN}{END}""",
        # 25% (30) of the 120 complaints
        rf"{SHARE}\ ?\({PART}{NOUN}\)\ of{ARTICLE}(?:\ total\ of)?\ {WHOLE}",
        # 80 members, 40% of the total of 200 · £30m, or 25% of the £120m budget
        rf"""{PART}{NOUN} (?: ,(?:\ or)? | \ or | \ ?\((?:or\ )? | \ ?[–—-]+(?:\ or)? )\ ?
             {SHARE}\ of{ARTICLE}(?:\ (?:[a-z]+\ )?total(?:\ of)?|\ more\ than)?\ {WHOLE}
             (?={NOUN}(?:[,;:.!)—–]|\ --|\ (?:who|that|which|in|on|at|for|from)\b|$))""",
        # 120 complaints, of which 30 (25%) were upheld
        rf"{WHOLE}{WORDS},?\ of\ (?:which|whom|these|those|them),?\ {PART}{NOUN}{TOLD_SHARE}",
        # of the 120 complaints, 30 (25%) were upheld
        rf"(?:^|[ ,;])of{ARTICLE}(?:\ total\ of)?\ {WHOLE}{WORDS},(?:\ [a-z]+){{0,2}}?\ {PART}{NOUN}{TOLD_SHARE}",
        # £30m of the £120m budget (25%) · 30 complaints out of 120 (25%)
        rf"{PART}{NOUN}\ (?:out\ )?of{ARTICLE}(?:\ total(?:\ of)?)?\ {WHOLE}{WORDS}{TOLD_SHARE}",
    )
)


class Two(NamedTuple):
    part: Fact
    whole: Fact | None
    loose: bool


def read(story: Story) -> Iterator[Share]:
    """-> the shares of every sentence that tells one twice, no share in two relations."""
    marks = usage_of(story.document.locale, None).marks
    before: Told | None = None
    for told in story.sentences:
        if any(fact.kind in ("percent", "ratio") for fact in told.facts):
            sentence = marked(told)
            taken: set[str] = set()
            yield from _told_at_once(told, sentence, marks, taken)
            yield from _told_apart(told, sentence, before, marks, taken)
        before = told


def _told_at_once(told: Told, sentence: str, marks: Marks, taken: set[str]) -> Iterator[Share]:
    for pattern in PATTERNS:
        for match in pattern.finditer(sentence):
            groups = match.groupdict()
            share = fact_at(told, groups["share"])
            if share.fact_id in taken:
                continue
            two = _two(told, groups, marks)
            if two is not None and two.part.fact_id != share.fact_id:
                taken.update(
                    fact_at(told, mark).fact_id for mark in groups.values() if mark and mark[0] == "<"
                )
                yield Share(two.part, two.whole, share, two.loose)


def _told_apart(
    told: Told, sentence: str, before: Told | None, marks: Marks, taken: set[str]
) -> Iterator[Share]:
    """Readings that the words leave a little doubt of: each is held against the other figures nearby."""
    near = (told,) if before is None or not follows(before, told) else (before, told)
    for found in in_sentence(sentence):
        yield from _apart(found, told, told, near, marks, taken, True)
    for found in whole_before(sentence):
        earlier = _whole_before(told, fact_at(told, found.part or ""), near)
        if earlier is not None:
            whole, sure = earlier
            yield from _apart(found, told, told, near, marks, taken, sure, whole)
    if len(near) > 1:
        for found in concluded(sentence, marked(near[0])):
            yield from _apart(found, told, near[0], near, marks, taken, found.ratio is not None)


def _apart(
    found: Found,
    told: Told,
    told_two: Told,
    near: tuple[Told, ...],
    marks: Marks,
    taken: set[str],
    sure: bool,
    whole: Fact | None = None,
) -> Iterator[Share]:
    share = fact_at(told, found.share or "")
    if share.fact_id in taken:
        return
    if found.ratio:
        two = _of_ratio(told_two, fact_at(told_two, found.ratio), marks)
    else:
        part = fact_at(told_two, found.part or "")
        all_of_it = whole or fact_at(told_two, found.whole or "")
        two = _of_two(part, all_of_it)
        sure = sure and _of_one_sort(part, all_of_it)
    if two is None or two.whole is None or share.fact_id in (two.part.fact_id, two.whole.fact_id):
        return
    of_it = told.text[share.end - told.start :].startswith(" of ")  # "cut 600 jobs, 15% of the workforce"
    if ((share.change or two.part.change) and not of_it) or not is_of(found.same, two.whole):
        return
    if not fits_elsewhere(share, two.part, two.whole, near):
        taken.add(share.fact_id)
        yield Share(two.part, two.whole, share, two.loose, sure)


def _whole_before(told: Told, part: Fact, near: tuple[Told, ...]) -> tuple[Fact, bool] | None:
    """The one number of things told before "24 of them", and whether it is in the same sentence."""
    for sentence in reversed(near):
        counts = [
            fact
            for fact in sentence.facts
            if fact.kind == "count" and fact.end <= part.start and fact.rule not in LED_BACK and fact.counted
        ]
        if counts:
            one = len(counts) == 1 and (counts[0].value or 0) > 1
            return (counts[0], sentence is told) if one else None
    return None


def _two(told: Told, groups: dict[str, str | None], marks: Marks) -> Two | None:
    ratio = groups.get("ratio")
    if ratio:
        return _of_ratio(told, fact_at(told, ratio), marks)
    part, whole = fact_at(told, groups["part"] or ""), fact_at(told, groups["whole"] or "")
    if part.kind == "number" and whole.kind in ("measure", "duration"):
        return Two(part, whole._replace(kind="count", unit=None), False)  # "46 of the 66 days": counted
    return Two(part, whole, False) if part.unit == whole.unit and _of_one_sort(part, whole) else None


def _of_two(part: Fact, whole: Fact) -> Two | None:
    """As ``_two``, where another word for the same things may stand: jobs of a workforce, women of members."""
    if part.unit != whole.unit or "date" in (part.kind, whole.kind):
        return None
    return Two(part, whole, False)


def _of_one_sort(part: Fact, whole: Fact) -> bool:
    """Can the one be some of the other?  "30", "30 men" of "120 people", "30 complaints" of "120 complaints"."""
    if part.counted is None or whole.counted is None:
        return True
    some, all_of_them = part.counted.lower().split()[-1], whole.counted.lower().split()[-1]
    return some == all_of_them or (_are_people(some) and _are_people(all_of_them))


def _are_people(noun: str) -> bool:
    return is_persons(noun) or noun in word_class("people_as_one") or noun == "staff"


def _of_ratio(told: Told, ratio: Fact, marks: Marks) -> Two | None:
    """The two numbers of "30 of the 120"; "a third" and "one in four" stay one."""
    if ratio.rule in NO_SHARES:
        return None
    numbers = _numbers(told, ratio, marks)
    if ratio.rule == "ratio.fraction" or len(numbers) != 2:
        return Two(ratio, None, True) if ratio.value is not None or ratio.modifier == "range" else None
    part, whole = numbers
    closed = re.search(r"\bof (?:the|its|their|his|her|our|my|all|these|those)\b", ratio.text.lower())
    if not closed and int(whole.value or 0) in ROUGH_WHOLES:
        return Two(ratio, None, True)
    return Two(_as_count(ratio, part, ratio.modifier), _as_count(ratio, whole, "exact"), False)


def _numbers(told: Told, ratio: Fact, marks: Marks) -> list[Numeral]:
    """The numbers in a figure, read with what stands behind it: the m of "5m of its 30m shares" is a million."""
    first, last = ratio.start - told.start, ratio.end - told.start
    tokens = tokenise(told.text, first, min(len(told.text), last + BEHIND))
    found: list[Numeral] = []
    k = 0
    while k < tokens.count and tokens.starts[k] < last:
        numeral = read_numeral(tokens, k, marks)
        if numeral is not None and numeral.value is not None and numeral.form in ("digits", "words"):
            found.append(numeral)
            k = max(k + 1, numeral.last)
        else:
            k += 1
    return found


def _as_count(ratio: Fact, number: Numeral, modifier: str) -> Fact:
    value = float(number.value or 0)
    step = float(number.step) if number.step else 1.0
    return ratio._replace(
        kind="count", value=value, low=value, high=value, decimal=str(number.value), precision=step / 2,
        modifier=modifier, text=f"{value:,.10g}",
    )  # fmt: skip

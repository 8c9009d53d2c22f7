"""A share told at some distance from its part and whole: at the end of the clause, or in the next sentence.

::

    18 of the 90 trains were late, a rate of 20%       The line has 50 trams.  20 of them, or 40%, are new.
    600 jobs, 15% of its workforce of 4,000            Of 40 ponds dredged, 10 had pike.  That is 25 percent.
    half of the 800 porters at the docks, or 400       Of 200 patients, 50 (25%) died and 30 (15%) fled.

A reading is given up where the share fits another two figures told nearby: "of 200, 50 were women and 10 (20%) died".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from numfacts.grammar.late_patterns import late
from numfacts.model import Fact
from numfacts.model.story import Told
from numfacts.relations.word_lists import any_of

FAR = 3.0  # a slip of one digit is hardly further off; a share of something else is
ONE_OF_TWO = 0.03  # of itself: so near to it, a share fits
COUNTS = ("count", "number")
SHARES, COUNTED = late(r"<[pfr]\d"), late(r"<[cqr]\d")  # marks of each
OPENING = 120  # characters in which a sentence that concludes has its share
MOST = 20  # figures nearby that are tried in pairs

RATIO = r"(?P<ratio><r\d+>)"
SHARE = r"(?P<share><[pfr]\d+>)"
HALF = r"(?P<share><f\d+>)"
PART = r"(?P<part><[cq]\d+>)"
WHOLE = r"(?P<whole><[cq]\d+>)"
WORD = r"\ [a-z0-9’'-]+"
FEW = rf"(?:{WORD}){{0,3}}?"
CLAUSE = (
    r"(?:[^<;:?!()]|<[dxo]\d+>|(?<=\ within\ )<q\d+>){0,90}?"  # the rest of a clause, without another figure
)
ONLY = (
    r"(?:(?:just|only|about|around|some|roughly|nearly|almost|barely|fully|merely|over|a\ mere|a\ full|in\ all|or)\ )"
    r"{0,3}"
)
ARTICLE = r"(?:\ (?:the|its|their|his|her|our|all|a|an|those|these))?"
OWNER = r"(?:(?:\ (?:the|a|an|its|their))?(?:\ [a-z-]+){1,2}[’']s?)?"  # "of the school's 120 pupils"
# "of the class of 30"
GATHERING = any_of(
    """body chamber class committee crew electorate group house jury membership panel population staff team workforce
    capacity estate fleet headcount network payroll sample stock
    budget goal target total"""
)
GATHERED = rf"(?:\ (?:[a-z-]+\ )?{GATHERING}\ of)?"
BEFORE_IT = r"(?:\ (?:roughly|about|some|more\ than|total|current|[a-z]+-based))?"
OF_WHOLE = rf"\ of{ARTICLE}{OWNER}{GATHERED}{BEFORE_IT}\ {WHOLE}"
AS_ONE = any_of(
    """assembly cases chamber class council electorate employees group house jobs membership members parliament seats
    senate staff workers workforce
    capital equity estate fleet headcount holding network payroll sample shares stake stock
    lot number them these those total whole"""
)
OF_IT = rf"""(?:\ of\ (?:(?:the|its|their|her|his|our|all|all\ the|those|these)\ )?(?:[a-z]+\ )?
    (?:{AS_ONE}|(?P<same>[a-z-]+))(?:\ [a-z]+ed)?)?"""
MARK = r"(?:,|\ ?[–—]|\ ?--|\ -)"
END = r"(?=\ ?(?:[,;:.!?)—–]|--|-\ |$))"
SORT_OF_SHARE = any_of(
    """figure percentage proportion rate ratio share
    holding interest majority occupancy score stake turnout"""
)
KIND = rf"(?:(?:[a-z-]+\ ){{0,2}}{SORT_OF_SHARE}\ )"
MAKES = any_of(
    """(?:equal|equivalent)_to for i[.]e[.] ie that_is that[’']s
    accounting_for amounting_to comprising constituting corresponding_to equalling equating_to giving handing leaving
    making meaning representing translating_(?:in)?to
    which_(?:amounts_to|equals|gives|is|makes|means|represents|was)"""
)
# a rate of 20% · a 20% stake · or 20% · giving it 20% of the chamber · 20% of the workforce
TAIL = rf"""(?: {MARK}\ {ONLY}an?\ {KIND}of\ {ONLY}{SHARE}{OF_IT}{END}
  | {MARK}\ an?\ {ONLY}{SHARE}\ (?:[a-z-]+\ )?(?:share|stake|holding|interest|rate|majority|proportion|hit)\b
  | {MARK}\ (?:giving|handing|leaving)\ (?:it|them|him|her)\ an?\ {ONLY}{SHARE}
      \ (?:[a-z-]+\ )?(?:share|stake|holding|interest)\b
  | {MARK}?\ (?:or|{MAKES}(?:\ (?:it|them|him|her|that|an?\ {KIND}of))?)\ {ONLY}{SHARE}{OF_IT}{END}
  | {MARK}\ meaning\ (?:that\ )?{ONLY}{SHARE}(?=\ (?!of\b)[a-z])
  | {MARK}\ {ONLY}{SHARE}{OF_IT}(?=\ ?(?:,|[;.!–—]|--|-\ |$))
  | :\ {ONLY}{SHARE}{OF_IT}(?=\.|$)
  | \ \((?:or\ |about\ |i\.e\.\ |=\ |a\ {KIND}of\ )?{ONLY}{SHARE}{OF_IT}\)
)"""
# … 15%, or 540, · … 25% of which (2,000)
PART_AGAIN = rf"""(?: \ \((?:or\ )?{ONLY}{PART}{FEW}\)
  | ,?\ or\ {ONLY}{PART}{FEW}{END}
  | (?P<mark>,|\ ?[–—]|\ --?)\ {ONLY}{PART}(?P=mark)
)"""
AT_ONCE = rf"""(?: \ \((?:or\ |about\ |i\.e\.\ |=\ )?{ONLY}{SHARE}{OF_IT}\)
  | ,?\ (?:or|i\.e\.|that\ is,?)\ {ONLY}{SHARE}{OF_IT}{END}
  | (?P<mark>,|\ ?[–—]|\ --?)\ {ONLY}{SHARE}{OF_IT}(?P=mark)(?=\ )
)"""
THEM = r"\ of\ (?:them|these|those|which|whom)"


# What many wordings end in is compiled once.
TAILS = {"@CLAUSE_TAIL": CLAUSE + TAIL, "@FEW_AT_ONCE": FEW + AT_ONCE, "@AT_ONCE": AT_ONCE}


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return late(_numbered(source), re.VERBOSE)


class Wording(NamedTuple):
    """A pattern that is compiled when it is first tried, and the name of its tail where it ends in one of TAILS."""

    head: str
    tail: str | None

    def found_in(self, sentence: str) -> Iterator[dict[str, str]]:
        """-> what its groups tell, each time that it stands in the sentence."""
        for head in _compiled(self.head).finditer(sentence):
            tail = _compiled(TAILS[self.tail]).match(sentence, head.end()) if self.tail else head
            if tail is not None:
                yield {
                    name.split("_")[0]: told
                    for match in (head, tail)
                    for name, told in match.groupdict().items()
                    if told
                }


def _wordings(*sources: str) -> tuple[Wording, ...]:
    return tuple(
        Wording(head, at + name or None) for head, at, name in (source.partition("@") for source in sources)
    )


def _numbered(pattern: str) -> str:
    """A name that stands in several alternatives as several names: share_1, share_2."""
    counts: Counter[str] = Counter()

    def number(match: re.Match[str]) -> str:
        counts[match["name"]] += match["sign"] == "<"
        return f"(?P{match['sign']}{match['name']}_{counts[match['name']]}{match['end']}"

    return re.sub(r"\(\?P(?P<sign>[<=])(?P<name>[a-z]+)(?P<end>[>)])", number, pattern)


# The part and its whole in the sentence of the share.
TOGETHER = _wordings(
    # 18 of the 90 trains ran on time, a rate of 20%
    rf"{RATIO}@CLAUSE_TAIL",
    # turnout was 52%, with 5,200 of the 10,000 on the register voting
    rf"""\b(?:turnout|rate|share|proportion|support|percentage)\b[^<;:.()]{{0,40}}{SHARE}
         (?:,\ (?:with|as|after|when|because)|,|:|\ ?[–—-]+|\ \()\ ?{ONLY}{RATIO}""",
    # 40% of cases, 30 of 75, · 40% of cases – 30 of 75 –
    rf"{SHARE}(?:\ of{FEW})?(?:,|\ ?[–—]|\ --?)\ {ONLY}(?:or\ |that\ is,?\ )?{RATIO}{FEW}(?=,|\ ?[–—]|\ --?|\.|$)",
    # half of the 800 porters at the docks, or 400, · half the 1,200 homes, 600, · 25% of its 120 pupils (30)
    rf"""(?:{SHARE}{OF_WHOLE}|{HALF}\ (?:the|its|their|all|our)\ {WHOLE})(?:{WORD}){{0,7}}?
         (?:\ \((?:or\ )?{ONLY}{PART}{FEW}\)|,?\ (?:or|that\ is,?)\ {ONLY}{PART}{FEW}{END}
           |(?P<mark>,|\ ?[–—]|\ --?)\ {ONLY}{PART}(?:{THEM}|{WORD})?(?P=mark))""",
    # of 3,600 drivers, 15%, or 540, had none · 8,000 households, 25% of which (2,000) rent
    rf"""\bof{ARTICLE}{OWNER}\ {WHOLE}(?:{WORD}){{0,8}}?,\ {ONLY}{SHARE}
         {PART_AGAIN}""",
    rf"""{WHOLE}(?:{WORD}){{0,8}}?{MARK}?(?:\ (?:and|but|with))?\ {ONLY}{SHARE}{THEM}
         {PART_AGAIN}""",
    # 600 jobs, 15% of its workforce of 4,000 · 84 branches – 21% of its 400 outlets –
    rf"""{PART}(?:{WORD}){{0,6}}?(?:{MARK}(?:\ or)?|\ or|\ \((?:or)?)\ ?{ONLY}{SHARE}{OF_WHOLE}
         (?={FEW}(?:[,;:.!)—–]|\ --?|\ (?:in|on|at|by|and|this|last|over)\b|$))""",
    # £30m of the £150m loan book, 20%
    rf"{PART}{FEW}\ (?:out\ )?of{ARTICLE}{OWNER}(?:\ total(?:\ of)?)?\ {WHOLE}@CLAUSE_TAIL",
    # 63 women among its 180 members (35%) · 63 women in the 180-seat house, or 35% of members
    rf"""{PART}{FEW}\ (?:among|from|out\ of|in|on){ARTICLE}{OWNER}
         \ {WHOLE}(?:-(?:seat|member|strong|person|man))?@FEW_AT_ONCE""",
    # of the 320 bridges inspected, 80 need repair, or 25 per cent
    rf"\bof{ARTICLE}{OWNER}\ {WHOLE}(?:{WORD}){{0,8}}?,\ {ONLY}{PART}@CLAUSE_TAIL",
    # of its 80,000 books, the library lent 12,000, or 15%, last year
    rf"""\bof{ARTICLE}{OWNER}\ {WHOLE}(?:{WORD}){{0,8}}?,?(?:{WORD}){{1,5}}?\ {ONLY}{PART}@FEW_AT_ONCE""",
    rf"\bof{ARTICLE}{OWNER}\ {WHOLE}(?:{WORD}){{0,8}}?\ only\ {PART}@CLAUSE_TAIL",
    # 400 shops, including 60 in Wales, 15% of the total · 400 shops include 60 in Wales, 15% of the total
    rf"""{WHOLE}(?:{WORD}){{0,6}}?(?:,\ including|\ includ(?:e|es|ed|ing)|,\ with|,\ among\ them)
         \ {ONLY}{PART}@CLAUSE_TAIL""",
    # a 450-room hotel has let 180 rooms, 40% of the total
    rf"{WHOLE}(?:-[a-z]+)?{CLAUSE}\ {PART}(?:{WORD})?{MARK}\ {ONLY}{SHARE}\ of\ the\ (?:total|whole|lot){END}",
    # the 24 women make up 30% of the 80 members
    rf"""{PART}{FEW}\ (?:make\ up|made\ up|represent(?:ed)?|account(?:ed)?\ for|form(?:ed)?|constitute[ds]?|are|were
        |is|was)
         \ {ONLY}{SHARE}{OF_WHOLE}(?={FEW}(?:[,;:.!)—–]|\ --?|$))""",
    # a fleet of 80 ships lost 24, or 30%, · out of every 80 callers, 24 hang up
    rf"""\b(?:fleet|crew|class|group|staff|workforce|team|total|network|herd|flock)\ of\ {WHOLE}
         {FEW}\ [a-z]+\ {ONLY}{PART}@AT_ONCE""",
    # 24 homes of the planned 80, or 30%,
    rf"""{PART}{FEW}\ (?:out\ )?of{ARTICLE}
         (?:\ (?:planned|total|original|possible|available|existing|promised))?\ {WHOLE}@FEW_AT_ONCE""",
    # 60 of the 200 (30%) improved and 50 (25%) did not · of 200 patients, 60 (30%) improved and 50 (25%) did not
    rf"""\bof{ARTICLE}{OWNER}\ (?:{WHOLE})(?:{WORD}){{0,8}}?,\ {ONLY}<[cq]\d+>[^<]{{0,40}}<p\d+>\)?[^<;.]{{0,60}}?
         (?:,|\ and|,\ and|,\ while|\ while)\ {ONLY}{PART}(?:{WORD})?\ \({SHARE}\)(?!{THEM})""",
)
# The whole is told before the part, in this sentence or in the one before.
BEFORE = _wordings(
    rf"{PART}{THEM}@AT_ONCE",
    rf"{PART}{THEM}[^<;:?!()]{{0,60}}?{MARK}?\ (?:or|which\ is|a\ {KIND}of)\ {ONLY}{SHARE}{OF_IT}{END}",
    rf"{PART}{THEM}{CLAUSE}{MARK}\ {ONLY}{SHARE}\ of\ the\ (?:total|whole|lot){END}",
    rf"{PART}{FEW}\ \({SHARE}\){THEM}",
    rf"^(?:out\ )?of\ (?:them|these|those|the\ total),\ {ONLY}{PART}@FEW_AT_ONCE",
    rf"^(?:out\ )?of\ (?:them|these|those|the\ total),\ {ONLY}{PART}@CLAUSE_TAIL",
    rf"^(?:{WORD[2:]}\ )(?:{WORD[2:]}\ ){{0,5}}(?:in|at|for|against|with)\ {ONLY}{PART}@AT_ONCE",
)
# The sentence before tells part and whole: "That is 25 percent."
CONCLUDING = any_of(
    """equals is means makes was amounted_to amounts_to represented represents
    came_to comes_to comes_out_(?:at|to) worked_out_at works_out_(?:at|as|to) adds_up_to
    corresponds_to equated_to equates_to translates_(?:in)?to gave gives would_be"""
)
CONCLUDES = _wordings(
    rf"""^[“"]?
         (?: (?:that|this|it|which)(?:\ {CONCLUDING}|[’']s) | a\ {KIND}of | the\ {KIND}(?:is|was) | or )
         \ (?:an?\ {KIND}of\ |equal\ to\ |equivalent\ to\ )?{ONLY}
         (?: {SHARE}{OF_IT}{END} | an?\ {SHARE}\ (?:share|stake|rate|holding|interest)\b )"""
)
TWO_TOLD = _wordings(
    rf"{RATIO}",
    rf"\bof{ARTICLE}{OWNER}\ {WHOLE}(?:{WORD}){{0,8}}?,\ {ONLY}{PART}",
    rf"{WHOLE}(?:{WORD}){{0,8}}?{MARK}?(?:\ (?:and|but|with))?(?:{WORD}){{0,5}}?\ {ONLY}{PART}{THEM}",
    rf"{PART}{FEW}\ (?:out\ )?of{ARTICLE}{OWNER}(?:\ total(?:\ of)?)?\ {WHOLE}",
)
PLAIN = frozenset("them those these total whole lot all everyone".split())


class Found(NamedTuple):
    """The marks of a share in its own sentence, of part and whole in theirs."""

    share: str | None
    ratio: str | None
    part: str | None
    whole: str | None
    same: str | None  # a noun behind "of the" that must be the whole's own


def in_sentence(sentence: str) -> Iterator[Found]:
    """-> the shares whose part and whole stand in their own sentence."""
    if not (SHARES.search(sentence) and COUNTED.search(sentence)):
        return
    for wording in TOGETHER:
        for groups in wording.found_in(sentence):
            yield _found(groups)


def whole_before(sentence: str) -> Iterator[Found]:
    """-> the shares of a part "of them"."""
    if not (SHARES.search(sentence) and COUNTED.search(sentence)):
        return
    for wording in BEFORE:
        for groups in wording.found_in(sentence):
            yield _found(groups)


def concluded(sentence: str, before: str) -> Iterator[Found]:
    """-> the share that a sentence such as "That is 40%." draws from the one before."""
    if not SHARES.search(sentence, 0, OPENING):
        return
    told = next((groups for wording in CONCLUDES for groups in wording.found_in(sentence)), None)
    if told is None:
        return
    for wording in TWO_TOLD:
        pairs = list(wording.found_in(before))
        if len(pairs) == 1:
            conclusion = _found(told)
            yield _found(pairs[0])._replace(share=conclusion.share, same=conclusion.same)
            return


def _found(groups: dict[str, str]) -> Found:
    return Found(*(groups.get(name) for name in Found._fields))


def is_of(noun: str | None, whole: Fact) -> bool:
    """Is "of the ponds" of the whole itself?"""
    if noun is None or noun in PLAIN:
        return True
    counted = (whole.counted or "").lower().split()
    return bool(counted) and counted[-1].rstrip("s") == noun.rstrip("s")


def fits_elsewhere(share: Fact, part: Fact, whole: Fact, near: tuple[Told, ...]) -> bool:
    """Is it the share that two other figures of these sentences make, or too far off for a slip?"""
    stated = share.value
    if stated is None or not part.value or not whole.value:
        return True
    if share.kind != "ratio":
        stated /= 100
    worked = part.value / whole.value
    if worked > 1 or not stated or not 1 / FAR <= worked / stated <= FAR:
        return True
    others = [
        (fact.fact_id, fact.value)
        for told in near
        for fact in told.facts
        if fact.kind == whole.kind or (fact.kind in COUNTS and whole.kind in COUNTS)
    ][:MOST]
    pairs = [
        one / other
        for first, one in others
        for second, other in others
        if first != second and one and other and {first, second} != {part.fact_id, whole.fact_id}
    ]
    slack = max(ONE_OF_TWO * stated, 0.006 if share.kind != "ratio" else 0.02)
    return any(abs(each - stated) <= slack or abs(1 - each - stated) <= slack for each in pairs)

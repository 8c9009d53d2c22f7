"""Which four-digit numbers are years, and which year a text speaks of.

``is_year`` at "2019" of "in 2019 profits" but not of "2019 people"; ``year_spoken_of("It slowed in 2025.") == 2025``
"""

from __future__ import annotations

import re

from numfacts.grammar.tokens import DASHES, Tokens
from numfacts.lexicon.words import word_class

# Words before a bare four-digit number that make it a year, and nouns after it that do.
YEAR_BEFORE = frozenset(
    """in since from until till by during before after early late mid of year years spring summer autumn fall winter
    and or to for circa c back between fiscal financial calendar through january february march april may june
    july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec week christmas
    easter season world olympic olympics copyright ©""".split()
)


def is_year(tokens: Tokens, i: int, year: int, after_year: bool = False) -> bool:
    """Is this four-digit number a year?  Not in "2000 people", "about 2000", "1500m", "$2019"."""
    before, follower = tokens.words[i - 1], tokens.words[i + 1]
    if before in ACTS and tokens.raw[i - 1][:1].isupper():
        return False  # the Fraud Act 2006
    if tokens.raw[i + 1].isupper() and tokens.words[i + 2].isdecimal() and tokens.glued(i + 2):
        return False  # asteroid 2024 YR4
    if tokens.glued(i + 1) and (follower.isalnum() or follower in "%$€£°"):
        return False
    if (
        tokens.glued(i)
        and before not in ("(", "[", "“", '"', "‘", "'", "/", ",", ".")
        and before not in DASHES
    ):
        return False
    if before == "over" and tokens.words[i - 2] in OVER_A_YEAR and not follower.isalpha():
        return 1900 <= year <= 2099  # "up 30 percent over 2003"
    if before in word_class("before_no_year") or before in CURRENCY_SIGNS or not 1000 <= year <= 2199:
        return False
    if before == "of" and tokens.words[i - 2] in SUMS:
        return False  # "by an average of 1500"
    counted = follower in COUNTED or (
        follower.endswith("s") and follower not in word_class("after_year") and len(follower) > 3
    )
    if after_year:
        return year > 1500 and follower not in COUNTED
    if before in YEAR_BEFORE and (
        year >= 1500 or before in ("in", "since", "until", "from", "by", "year", "c", "circa")
    ):
        return not (
            follower in COUNTED
            or (counted and before in ("to", "for", "of", "and", "or", "between", "by", "from"))
        )
    if not 1800 <= year <= 2099:
        return False
    if before in word_class("before_year_noun"):
        return follower not in COUNTED
    return not counted


OVER_A_YEAR = frozenset({"percent", "cent", "pct", "%", "pc", "increase", "rise", "growth", "gain"})


ACTS = frozenset({"act", "bill", "order", "regulations", "directive", "rules"})


CURRENCY_SIGNS = frozenset("$£€¥₹₽₩₺#")


SUMS = frozenset("average total sum maximum minimum mean median".split())


COUNTED = frozenset(
    """people men women children percent per % workers jobs troops soldiers homes houses miles kilometres kilometers
    metres meters metre meter feet foot tons tonnes ton tonne dollars euros pounds km kg mm cm hours minutes seconds
    years year units points votes seats acres hectares employees members students million billion thousand mw gw rpm
    degrees calories vehicles cars staff mg watts mph hp litres liters shares guests spectators times runs""".split()
)


_YEAR_IN_TEXT = re.compile(r"(?:19|20)\d\d(?!\d|[,.]\d|%|[a-zA-Z])")


_LEAD = re.compile(r"(?P<word>[A-Za-z]*)\W?$")


# What is told after these lies ahead, or is only a mark on the calendar.
AHEAD = frozenset("by until till deadline before to through target beyond".split())


def year_spoken_of(text: str) -> int | None:
    """-> the latest year in the text that is not told as lying ahead; the present of a story without a date."""
    if "20" not in text and "19" not in text:
        return None
    latest = None
    for match in _YEAR_IN_TEXT.finditer(text):
        year = int(match.group())
        if (latest is not None and year <= latest) or year > 2100:
            continue
        lead = text[max(0, match.start() - 30) : match.start()].lower()
        if lead[-1:] in "0123456789.,$£€-" and lead:
            continue
        before = _LEAD.search(lead)
        if (
            (before and before["word"] in AHEAD)
            or "deadline" in lead
            or "target" in lead
            or " by " in lead[-8:]
        ):
            continue
        latest = year
    return latest


# What ties a year to the day of the story: "has slowed down in 2025", "so far in 2025", "this year, 2025", "© 2025".
_TIES = re.compile(
    r"""
      \b (?:has|have) (?:\ (?:been|already|now|also|not|only|even|since))* \ [a-z]+ (?<!told)(?<!said)
         (?: \ (?!\w*ed\b|made\b|held\b|taken\b|signed\b|won\b|built\b)[a-z]+ ){0,4}?
         \ (?:so\ far\ )?in\ (?P<perfect>20\d\d)\b
    | \b so\ far\ (?:in|this\ year) [ ,(]+ (?P<so_far>20\d\d)\b
    | \b this\ year [ ,(–—-]+ (?:in\ )? (?P<this>20\d\d)\b
    | (?: © | \(c\) | \bcopyright ) [ ©]* (?P<mark>20\d\d)\b
    | \b (?:last\ year|in\ the\ previous\ year|a\ year\ ago) ,?\ \(? (?:in\ )? (?P<last>20\d\d)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def years_in(text: str) -> frozenset[int]:
    """-> every year of 1900 to 2099 that stands in the text."""
    return frozenset(int(match.group()) for match in _YEAR_IN_TEXT.finditer(text))


def present_year(text: str) -> int | None:
    """-> the year in which a text without a date was written, where its own words leave no doubt.

    >>> present_year("It has slowed down in 2025."), present_year("He was elected in 2019.")
    (2025, None)
    """
    tied = set()
    for match in _TIES.finditer(text):
        year = int(match[match.lastgroup or 0])
        tied.add(year + 1 if match.lastgroup == "last" else year)
    latest = year_spoken_of(text)
    if len(tied) == 1 and latest is not None and latest <= max(tied):
        return tied.pop()
    return None

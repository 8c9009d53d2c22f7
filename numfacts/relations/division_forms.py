"""Forms of words that divide one whole by themselves, tried in turn on a marked sentence.

::

    backed by 54% of MPs and opposed by 46%          makes 48% of its sales in Asia, 32% in Europe and 20% in America
    voters rejected the levy 58% to 42%              the herd is 58% Friesian, 27% Jersey and 15% Ayrshire

Each pattern names its shares a, b and c; a new form is a new line of ``FORMS``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from numfacts.grammar.late_patterns import late
from numfacts.relations.dividing_words import AND, GROUPS, HEDGE, OTHER_TIME, REST, THE
from numfacts.relations.word_lists import any_of

PERCENT = r"<p\d+>"
SHARE = r"<[pf]\d+>"
A, B, C = (rf"(?P<{name}>{SHARE})" for name in "abc")
PERCENT_A, PERCENT_B, PERCENT_C = (rf"(?P<{name}>{PERCENT})" for name in "abc")
WORD = r"[a-z’'-]+"
NAME = rf"{WORD}(?:\ {WORD}){{0,3}}"
UP_TO_20, UP_TO_30, UP_TO_40, UP_TO_60 = (
    rf"[^<;:.()]{{0,{most}}}" for most in (20, 30, 40, 60)
)  # of a clause


class Division(NamedTuple):
    """The marks of the shares, and whether the words leave no doubt."""

    marks: tuple[str, ...]
    sure: bool


class Form(NamedTuple):
    pattern: re.Pattern[str]
    sure: bool = False
    timeless: bool = (
        False  # whether "than", "a year earlier" within it tell that each share has its own whole
    )


def _form(pattern: str, sure: bool = False, timeless: bool = False) -> Form:
    return Form(late(pattern, re.VERBOSE), sure, timeless)


RISE = any_of("rose increased improved climbed grew went_up were_up better")
FALL = any_of("fell dropped declined decreased worsened went_down were_down worse")
STAY = any_of("unchanged flat same steady stable no_change")
WHERE = r"\b(?:in|at|for)"
VOTE = any_of(
    r"vot(?:e|es|ed|ers|ing) ballot referendum approv\w* pass(?:ed|es) reject\w* beat defeat\w* elect\w*"
)
MOVED = any_of(r"from rise rose raise increase\w* fell cut turnout")
BACKED = any_of("accepted approved backed favou?red supported")
OPPOSED = any_of("disapproved_of opposed refused rejected")
OWNERS = any_of(
    """owners? shareholders? sources? exports imports of_the_(?:vote|market) market_share
    account(?:s|ed)?_for makes?_up"""
)
# Of a mass no two parts are one: land, money, power, what is made and sold.
MASS = any_of(
    """area country farmland forest island land territory
    budget costs? fund income money proceeds profits? revenues? sales spending turnover
    electricity energy power water rubbish waste
    crop exports harvest imports output trade traffic"""
)
GOES = any_of("is are was were go goes went will_go come comes came")
GETS = any_of(
    """earn(?:s|ed)? gets? got deriv(?:es?|ed) generat(?:es?|ed) makes? made sells? sold
    do does did has have had"""
)
OF_A_FIRM = any_of(
    """business exports income output production profits? revenues? sales turnover
    employees staff workers workforce assets shops stores"""
)
ASSET = rf"""(?:[a-z-]+\ ){{0,2}}{
    any_of('''bonds cash commodities debt deposits equity equities gilts gold
    infrastructure land loans property shares stocks treasuries''')
}\b"""

FORMS = (
    # prices rose in <p> of towns, fell in <p> and were unchanged in <p>
    _form(
        rf"""{RISE}{UP_TO_30}{WHERE}\ {A}
             {UP_TO_60}{FALL}{UP_TO_30}{WHERE}\ {B}
             (?:{UP_TO_40}\b{STAY}\b{UP_TO_20}{WHERE}\ {C})?""",
        sure=True,
    ),
    # voters rejected the levy <p> to <p> · Mr Orr beat Ms Hale by <p>-<p>
    _form(
        rf"""\b{VOTE}\b (?![^<]{{0,60}}\b{MOVED}\b) [^<:;.?!()]{{0,60}}[ (]
             {PERCENT_A}(?:\ to\ |-|–){PERCENT_B} (?!\ (?:in|last|a\ year|this))"""
    ),
    # <p> of the vote to Ms Hale's <p> · <p> of the vote against <p>
    _form(
        rf"""{PERCENT_A}\ of\ (?:the\ )?(?:votes?|ballots?|poll)(?:\ cast)?,?
             \ (?:to|against|with)\ (?:(?:[a-z-]+\.?\ ){{1,4}}[a-z-]+[’']s?\ )?
             {PERCENT_B} (?!\ (?:in|last|a\ year|four|five|of))"""
    ),
    # backed by <p> of MPs and opposed by <p>
    _form(
        rf"""\b{BACKED}\ by\ {PERCENT_A}
             {UP_TO_30}\b(?:and|but|while)\ (?:was\ )?{OPPOSED}\ by\ {PERCENT_B} (?!\ of)"""
    ),
    # share the profit <p>, <p> and <p> · split <p> to <p> to <p>
    _form(
        rf"""\b(?:shared?|split|divided?)\b{UP_TO_40}:?\ {A}
             (?:,|-|\ to)\ ?{B}
             (?:(?:,|\ and|,\ and|-|\ to)\ ?{C})?""",
        timeless=True,
    ),
    # the biggest owners are Hale (<p>), Orr (<p>) and Lowe (<p>)
    _form(
        rf"""\b{OWNERS}\b[^<>]{{0,80}}{PERCENT_A}\)?
             [^<>()]{{0,30}}[, ](?:and\ |by\ )?{NAME}\ \({PERCENT_B}\)
             (?:{AND}\ {NAME}\ \({PERCENT_C}\))?""",
        timeless=True,
    ),
    # <p> of the land is forest, <p> is farmed and <p> is built on
    _form(
        rf"""{A}\ of\ {THE}(?:{WORD}\ )?{MASS}\ {GOES}
             (?:\ {WORD}){{1,5}},?\ {B}(?:\ {GOES})?
             (?:\ {WORD}){{1,5}},?\ {C}""",
        timeless=True,
    ),
    # makes <p> of its sales in Asia, <p> in Europe and <p> in America
    _form(
        rf"""\b{GETS}\ {A}\ of\ {THE}(?:annual\ |total\ )?{OF_A_FIRM}\ (?P<way>in|from|to|abroad)
             \ [a-z’'\ -]{{2,30}},?\ {B}\ (?P=way)
             \ [a-z’'\ -]{{2,30}}?,?\ (?:and\ )?{C}\ (?P=way)\ """,
        timeless=True,
    ),
    # <p> of its money is in bonds, <p> in shares and <p> in cash
    _form(
        rf"""{A}(?:\ of\ {THE}[a-z]+)?\ (?:(?:is|are|was|were)\ )?in\ {ASSET}
             {UP_TO_30}\ {B}\ in\ {ASSET}
             {UP_TO_30}\ {C}\ in\ {ASSET}""",
        sure=True,
        timeless=True,
    ),
)

# the herd is <p> Friesian, <p> Jersey and <p> Ayrshire
MADE_OF = late(
    rf"""
    (?: \b(?:is|are|was|were|be|being|contains?|compris(?:es|ing)|mix(?:es)?|:)
      | \b(?:breaks?\ down\ (?:as|into)|broke\ down\ as)
      | mixture\ of | blend\ of )
    (?:\ (?:{HEDGE}|made\ of))?
    \ ?{A}(?P<x>(?:\ [a-z-]+){{1,2}}),?
    \  {B}(?P<y>(?:\ [a-z-]+){{1,2}}){AND}
    \  {C}(?P<z>(?:\ [a-z-]+){{1,2}}?) (?=[.;,)]|$|\ and\ )
    """,
    re.VERBOSE,
)
AND_A_FOURTH = late(rf"{AND}\ (?P<d>{SHARE})", re.VERBOSE)
# What a thing or a crowd is besides: nearly all of it may be "full", "female", "in work".
NO_PART_WORDS = any_of(
    """female male men women aged elderly old older over under young
    disabled foreign gay graduates? hispanic homeowners immigrants? latino married minority poor rich
    students? unemployed
    across among amongst at by for from in of off on to
    above ahead behind below down higher lead less lower more up
    accurate certain chance effective efficient likely sensitive specific sure
    booked complete correct done empty finished full sold
    better bigger cheaper dearer discount faster larger slower smaller worse
    had have said say worried"""
)
NO_PART = late(rf"\b{NO_PART_WORDS}\b", re.VERBOSE)


def divided_by_form(sentence: str) -> Division | None:
    """-> the shares of the first form that the sentence has."""
    for form in FORMS:
        match = form.pattern.search(sentence)
        if match and not (form.timeless and OTHER_TIME.search(re.sub(r"[()]", "", match.group()))):
            marks = match.groupdict()
            return Division(tuple(marks[each] for each in "abc" if marks.get(each)), form.sure)
    return _made_of(sentence)


def _made_of(sentence: str) -> Division | None:
    """``the soil is 45% sand, 35% silt and 20% clay``: things of which a whole is made, none a quality of it."""
    made = MADE_OF.search(sentence)
    if made is None:
        return None
    things = made.group("x", "y", "z")
    if any(NO_PART.search(thing) for thing in things) or not _may_be_of_one_group(things):
        return None
    fourth = AND_A_FOURTH.match(sentence, made.end())
    return Division((*made.group("a", "b", "c"), *(fourth.groups() if fourth else ())), False)


def _may_be_of_one_group(things: tuple[str, ...]) -> bool:
    """Black, Muslim and married are of three groups; words that are of none may be of one."""
    told = [{k for k, names in enumerate(GROUPS) if names.search(thing)} for thing in things]
    if not any(told) or set.intersection(*told):
        return True
    return all(groups or REST.search(thing) for groups, thing in zip(told, things, strict=True))

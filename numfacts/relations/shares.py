"""The shares of one whole, told one after the other in one sentence, of which nobody can have two.

::

    50% chose red, 40% blue and 20% green       The SPD won 40% of the vote, the CDU 35% and the Greens 30%
    60% said yes and 45% no                     half are rented, 30% owned and the remaining 30% empty

Most lists of percentages overlap (worries, purchases, languages) or have a whole each (towns, years, age groups).  Read
are those whose own words divide one whole: a vote, a choice, ownership, a mixture, yes and no, the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from numfacts.grammar.late_patterns import late
from numfacts.model import Fact, Shares, Story
from numfacts.model.story import Told
from numfacts.relations.divisions import division_of
from numfacts.relations.divisions_told_on import answers_of, is_of_them, rest_of, shares_before
from numfacts.relations.marked_sentences import MARK, SHARE, fact_at, follows, marked

ORDINAL = late(r"<o\d+>")  # "and a third candidate 20%"
FAR_OVER = 150  # percent together: those who were asked gave several answers
SLIP = 35  # percentage points by which a slip may miss
LONGEST = 70  # characters between two shares of a list
AROUND = 160  # characters around the sentence that may say that answers overlap

# What divides a whole among those who have a share of it.
DIVIDES = late(
    r"""
    \b(?: votes? | voted | voting\ (?:stock|rights|shares) | ballots? | elected | chose | opted | picked | plumped
        | market\ share | (?:of|share)\ (?:of\ )?the\ (?:\w+\ )?market | shareholdings? | stakes? | of\ the\ equity
        | owns? | owned | holds | of\ the\ (?:company|firm|shares|stock)
        | of\ (?:the\ |its\ |all\ )?(?:power|electricity|energy|exports|imports)
        | accounts?\ for | accounted\ for | accounting\ for | made\ up\ of | makes?\ up | made\ up | consists?\ of
        | consisted\ of | composed\ of | compris(?:es|ed|ing) | blend | mixture | mix | split | divided | breakdown
        | broken\ down | run-?off | breaks?\ down | broke\ down
        | (?:came|comes|come|coming)\ from | (?:went|goes|go|going)\ (?:to|on)
        | (?:spent|spends?)\ on | polls?\b[^<]{0,40}\b(?:put|puts|gave|gives)
        | in\ (?:the|a)\ (?:\w+\ )?poll | the\ rest | the\ remainder
    )\b
    """,
    re.VERBOSE,
)
# What tells of another whole, another time, or people who may be counted twice.
ELSEWHERE = late(
    r"""
    \b(?: ago | earlier | last | previous | previously | months? | weeks? | years? | before | after | since | until
        | now | then | when
        | in(?!\ favou?r|\ (?:the|a)\ (?:\w+\ )?poll\b) | across | among | amongst | at | where
        | average | as | both | compared | each | either | even | every | overall | per | respectively | than | versus
        | vs | also | too | about\ the | half\ the | of\ (?:them|those|these|whom|which)
        | down | fell | from\ <[a-z]\d+>\ to | growth | increase | rise | rose | swing | up
        | approval | favou?rab\w* | lead | margin | round | turnout
        | because | if | only\ when | which | whom | whose
    )\b
    | [:?!] | \.\ | \(
    """,
    re.VERBOSE,
)
# Percentages that are shares of nothing here, or of all voters: "turnout was 65%, and the winner took 60%"
NO_SHARE = late(r"\b(?:turnout|rates?|interest|margins?|yields?|returns?|quorum|threshold|discount)\b[^,;]*$")
JOINED = late(r"(?:,|;|\band\b|\bwith\b|\bwhile\b)")
# A verb of its own makes an entry a sentence of its own: "40% liked blue".
VERB = late(
    r"""
    \b(?: is | are | was | were | be | been | has | have | had | do | does | did | can | could | would | will
        | may | might | said | say | says | think | thought | want | felt | feel | know | knew | saw | see | use
        | live | lived
        | (?!(?:voted|united|opted|picked|owned|mixed|limited|undecided|unemployed|retired|assorted|red)\b)[a-z]+ed
    )\b
    """,
    re.VERBOSE,
)
OVERLAP = late(
    r"""
    \b(?: more\ than\ one | multiple | two\ or\ more | up\ to\ (?:two|three|four|five) | all\ that\ appl(?:y|ied)
        | (?:several|any\ number\ of|as\ many)\ (?:answers|choices|replies|options|as\ they)
        | (?:answers|choices|replies|options)\ (?:were\ |are\ )?(?:allowed|possible|permitted)
        | overlap\w* | respectively | (?:could|can|were\ able\ to|allowed\ to|asked\ to|invited\ to)\ (?:\w+\ )?
          (?:choose|pick|select|tick|name|give|list)
        | second[\ -](?:preference|choice|vote) | two[\ -]party | preferences | exceeds?\ 100 | add\ up\ to\ more
        | rounding
    )\b
    """,
    re.VERBOSE,
)
# The whole of each share where it is said: "of the vote"
WHOLE = late(r"(?:of|in)\ ((?:the\ |its\ |all\ |their\ )?[a-z’'-]+(?:\ [a-z’'-]+)?)")
OTHER_WHOLE = late(
    r"""
    \b(?: compared | versus | than | before | after | since | up | down | rise | rose | fell | increase | growth | whose
        | whom | which | where | each | every | per | of\ (?:them|those|these) | from\ <[a-z]\d+>\ to | half\ of
        | half\ the
    )\b
    | [?!] | \.\ | \(
    """,
    re.VERBOSE,
)
SPLIT = late(r"\b(?:split|divided|broken down) (?:into |as )?<p")
PLACE = late(r"(?<=>) in\b")
# Parts of the whole that have no number here, and rests of something smaller: "sold 30% in 2010 and the remaining 21%"
UNTOLD = late(
    r"""
    \b(?: most | majority | bulk | many | others
        | stakes? | owns? | owned | holds? | held | transfer\w*
        | sold | sells? | selling | bought | buys? | buying | acquir(?:e|es|ed|ing) )\b
    """,
    re.VERBOSE,
)
SOME_UNTOLD = late(r"\b(?:most|majority|bulk|many|others|sold|sells?|selling|bought|buys?|buying)\b")
# A sentence that goes on with the shares of the one before
GOES_ON = late(
    r"(?:another|a\ further|a\ second|of\ the\ (?:rest|others)|the\ others?|and|while|with|then|but)\b"
)
REMAINDER = late(
    r"""
    \b(?:the|its|their|a)\ (?:remaining|other|final|(?:remainder|rest|balance),?(?:\ of)?(?:\ \(|\ –|\ --)?)
    \ ?\(?(?:about\ |some\ |of\ )?$
    """,
    re.VERBOSE,
)
SIDES = (
    (r"yes|aye", r"no"),
    (
        r"for|in\ favou?r(?:\ of)?|support(?:ed|s)?|back(?:ed|s)?|favou?r(?:ed|s)?",
        r"against|oppos(?:e|ed|es)|reject(?:ed|s)?",
    ),
    (r"approv(?:e|ed|es)", r"disapprov(?:e|ed|es)"),
    (r"agreed?|agrees", r"disagreed?|disagrees"),
    (r"remain", r"leave"),
    (r"male|males|men", r"female|females|women"),
    (r"boys", r"girls"),
)
NEITHER = (
    r"undecided|unsure|don[’']t\ know|did\ not\ know|didn[’']t\ know|no\ opinion|abstained|neither|not\ sure"
)
TO_SIDE = r"(?:\ (?:said|say|says|voted|vote|would|will|were|are|was|is|to|it|the|they|have|answered|replied|who)){0,4}"
THING = r"(?:\ [a-z’'-]+){0,4}?"


def _two_sides(one: str, other: str) -> re.Pattern[str]:
    """``60% said yes and 45% no``, ``60% approve of him and 45% disapprove, with 10% undecided``"""
    return late(
        rf"""(?P<a><p\d+>)(?:\ of\ (?:the\ |its\ |all\ )?(?!men|women|boys|girls)[a-z-]+)?{TO_SIDE}\ (?:{one})\b
             {THING},?(?:\ (?:and|while|with|but))?\ (?:only\ |just\ )?
             (?P<b><p\d+>){TO_SIDE}\ (?:{other})\b
             (?:{THING},?(?:\ (?:and|while|with))?\ (?P<c><p\d+>){TO_SIDE}\ (?:{NEITHER}))?""",
        re.VERBOSE,
    )


TWO_SIDES = tuple(_two_sides(*pair) for one, other in SIDES for pair in ((one, other), (other, one)))


def read(story: Story) -> Iterator[Shares]:
    """-> the lists of shares of every sentence, at most one a sentence."""
    told_before = False  # a share in the sentence before: "the remaining 15%" may count it in
    chain: list[Told] = []  # sentences in a row that tell shares
    for told in story.sentences:
        shares = sum(fact.kind in ("percent", "ratio") for fact in told.facts)
        if chain and (not shares or not follows(chain[-1], told)):
            chain = []
        found = _of_sentence(told, told_before) if shares > 1 else None
        found = found or (_in_sequence(chain, told) if shares and chain else None)
        if found is not None and not OVERLAP.search(_around(story, told)):
            yield found
        told_before = shares > 0
        if shares:
            chain = [*chain[-2:], told]


def _in_sequence(chain: list[Told], told: Told) -> Shares | None:
    """``64% said yes.  The remaining 36% said no.``; three answers in two sentences"""
    sentence, before = marked(told), [marked(each) for each in chain]
    rest = rest_of(sentence)
    if rest is not None:
        earlier = shares_before(before)
        if earlier is None or not is_of_them(sentence, rest, before):
            return None
        facts = [fact_at(chain[k], mark) for k, mark in earlier] + [fact_at(told, rest)]
        complete = not any(UNTOLD.search(each) for each in (*before, sentence))
        return _shares(facts, None, complete, sure=False, told_out=False)
    answers = answers_of(before[-1], sentence)
    if answers is None:
        return None
    facts = [fact_at(chain[-1], answers[0])] + [fact_at(told, mark) for mark in answers[1:]]
    return _shares(facts, None, sure=False, told_out=False)


def _around(story: Story, told: Told) -> str:
    end = told.start + len(told.text)
    return story.document.text[max(0, told.start - AROUND) : end + AROUND].lower()


def _of_sentence(told: Told, told_before: bool) -> Shares | None:
    sentence = ORDINAL.sub("other", marked(told))
    if SPLIT.search(sentence):
        sentence = PLACE.sub(" on", sentence)  # "split 60% in Europe, 40% in Asia" has one whole
    two = _two_told(told, sentence)
    found = (
        _with_rest(told, sentence, told_before)
        or _listed(told, sentence)
        or _divided_by_words(told, sentence)
    )
    if two is not None and (found is None or len(found.shares) <= len(two.shares)):
        return two
    return found


def _two_told(told: Told, sentence: str) -> Shares | None:
    for pattern in TWO_SIDES:
        match = pattern.search(sentence)
        if match and not ELSEWHERE.search(MARK.sub("", match.group())):
            return _shares([fact_at(told, mark) for mark in match.groups() if mark], None)
    return None


def _with_rest(told: Told, sentence: str, told_before: bool) -> Shares | None:
    for run in _runs(sentence, _leads_to_rest):
        for k, mark in enumerate(run):
            if k and REMAINDER.search(sentence[max(0, mark.start() - 40) : mark.start()]):
                facts = [fact_at(told, each.group()) for each in run[: k + 1]]
                listed = k > 1  # two before the rest: it is theirs, and not of a stake that was sold
                open_end = (SOME_UNTOLD if listed else UNTOLD).search(sentence)
                goes_on = told_before and not (listed and not GOES_ON.match(sentence))
                return _shares(facts, None, complete=not (goes_on or open_end))
    return None


def _listed(told: Told, sentence: str) -> Shares | None:
    for run in _runs(sentence, _goes_on):
        whole = _divided(sentence, run)
        if whole is not None:
            return _shares([fact_at(told, mark.group()) for mark in run], whole or None)
    return None


def _divided_by_words(told: Told, sentence: str) -> Shares | None:
    division = division_of(sentence)
    if division is None:
        return None
    return _shares([fact_at(told, mark) for mark in division.marks], None, sure=division.sure, told_out=False)


def _shares(
    facts: list[Fact], whole: str | None, complete: bool = False, sure: bool = True, told_out: bool = True
) -> Shares | None:
    moved = sum(bool(fact.change) for fact in facts) > (
        0 if told_out else 1
    )  # "go 45% to Europe" moves nothing
    if moved or len(facts) < 2 or _together(facts) > FAR_OVER or not (sure or _near_all(facts)):
        return None
    return Shares(tuple(facts), whole, complete, sure)


def _near_all(facts: list[Fact]) -> bool:
    """Do they make so nearly a whole that they may be meant for one?"""
    return 100 - SLIP <= _together(facts) <= 100 + SLIP


def _together(facts: list[Fact]) -> float:
    return sum((fact.value or 0) * (100 if fact.kind == "ratio" else 1) for fact in facts)


def _runs(sentence: str, goes_on: Callable[[str, bool], bool]) -> Iterator[list[re.Match[str]]]:
    """Neighbouring shares between whom nothing but the next name of a list stands."""
    run: list[re.Match[str]] = []
    for mark in MARK.finditer(sentence):
        if (
            run
            and SHARE.fullmatch(mark.group())
            and goes_on(sentence[run[-1].end() : mark.start()], len(run) == 1)
        ):
            run.append(mark)
            continue
        if len(run) > 1:
            yield run
        run = [mark] if SHARE.fullmatch(mark.group()) else []
    if len(run) > 1:
        yield run


def _goes_on(gap: str, first: bool) -> bool:
    """``of the vote, the CDU``; in the first gap the verb of all may stand: ``chose red,``."""
    if len(gap) > LONGEST or not JOINED.search(gap) or ELSEWHERE.search(gap):
        return False
    entry = gap if not first else JOINED.split(gap, maxsplit=1)[-1]
    return bool(re.search(r"[a-z]", JOINED.sub("", gap))) and not VERB.search(entry)


def _leads_to_rest(gap: str, first: bool) -> bool:
    return len(gap) <= LONGEST and bool(JOINED.search(gap)) and not OTHER_WHOLE.search(gap)


def _divided(sentence: str, run: list[re.Match[str]]) -> str | None:
    """-> the one whole that the run divides, "" where it has no name, None where it divides none."""
    before = sentence[max(0, run[0].start() - 80) : run[0].start()]
    behind = re.split(r"[.;:(]", sentence[run[-1].end() :][:60])[0]
    named = [
        match[1]
        for each in run
        if (match := WHOLE.match(sentence[each.end() + 1 : each.end() + 60])) is not None
    ]
    if len(set(named)) > 1 or ELSEWHERE.search(behind.split(",")[0]) or VERB.search(behind.split(",")[0]):
        return None
    if NO_SHARE.search(before):
        return None
    gaps = [sentence[one.end() : other.start()] for one, other in pairwise(run)]
    if not any(DIVIDES.search(part) for part in (before, *gaps, behind)):
        return None
    if any(REMAINDER.search(sentence[a.end() : b.start()]) for a, b in pairwise(run)):
        return None
    return named[0] if named else ""

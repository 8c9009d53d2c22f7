"""Bare numbers that leave out what they count or measure, because a figure beside them tells it.

"a deficit of 1.2 billion dollars in 1985 and 1.4 billion in 1986": the second is money too; "65 flights on Thursday,
180 on Friday": the second counts flights; "aged 19, 24 and 61": all are ages.  In "falls of three and 7 percent" the
figure behind tells it.
"""

from __future__ import annotations

from numfacts.grammar.noun_phrases import is_verb
from numfacts.grammar.tokens import Tokens
from numfacts.lexicon.currencies import currency, minor_names
from numfacts.lexicon.numerals import number_words
from numfacts.lexicon.units import unit
from numfacts.lexicon.words import word_class
from numfacts.model import Mention

NEAR = 4  # mentions back
COMPARED = frozenset({"from", "with", "against", "including", "vs", "versus", "than"})
AGAINST = frozenset({"from", "against", "vs", "versus"})
LEVEL = frozenset({"to", "at"})  # "to 8 percent from 7", but "up 8 percent from 1,200"
MEASURED = frozenset({"percent", "measure", "count", "money", "duration", "rate"})
LARGE = 1000000  # "1.4 billion": what the scale word tells is seldom anything but money beside money
FAR = 1000  # how many times larger the other level of a change may be
ALIKE = 100  # how many times larger one of two like things may be
FUNCTIONAL = ("preposition", "conjunction", "adverb", "determiner", "pronoun", "auxiliary")
CLOSING = frozenset({"", ",", ".", ";", ")", "?", "!", "”", '"', "—", "–"})


def completed(tokens: Tokens, mentions: list[Mention]) -> list[Mention]:
    """-> the mentions of a sentence, each bare number with the kind of the figure that it goes on from."""
    for mention in mentions:
        if mention.kind == "number" or (mention.kind == "count" and not mention.counted):
            break
    else:
        return mentions  # as in most sentences
    found: list[Mention] = []
    for mention in _told_behind(tokens, mentions):
        if mention.kind in ("number", "count") and found and not mention.counted:
            mention = _completed(tokens, found, mention)
        if mention.kind == "number":
            mention = _rupees(tokens, mention) or mention
        found.append(mention)
    return found


def _told_behind(tokens: Tokens, mentions: list[Mention]) -> list[Mention]:
    """``falls of three and 7 percent``, ``to 89 million from 124 million tons``, ``bursts of nine and 12 shots``."""
    found = list(mentions)
    for k in range(len(found) - 2, -1, -1):
        mention, other = found[k], found[k + 1]
        if mention.kind != "number" or other.kind not in TOLD_BEHIND or other.rule == "money.sign":
            continue
        if other.kind == "count" and other.counted is None:
            continue
        between = tokens.text[mention.end : other.start].strip()
        joined = between in ("and", "or") or (between == "," and other.rule.endswith(".listed"))
        joined = joined and (other.kind != "duration" or other.rule == "duration.compound")
        joined = joined or (between in BY and other.kind == "measure")
        compared = between == "from" and other.unit is not None
        if not (joined or compared) or other.value is None or mention.value is None:
            continue
        if _alike(other, mention):
            found[k] = mention._replace(
                kind=other.kind, rule=f"{other.kind}.listed", unit=other.unit, counted=other.counted,
                candidates=other.candidates, confidence=0.6,
            )  # fmt: skip
    return found


TOLD_BEHIND = frozenset({"money", "percent", "measure", "count", "age", "duration"})
BY = frozenset({"x", "×", "by"})  # "a 40 x 10 metre sign"


def _completed(tokens: Tokens, before: list[Mention], mention: Mention) -> Mention:
    if mention.rule == "count.left_out":
        told = _money_again(tokens, before, mention) or _more_of_the_same(tokens, before[-1], mention)
        if told is not None:
            return told  # "which would have cost one billion more"
    elif mention.kind == "number":
        told = _in_a_list(tokens, before[-1], mention) or _ages_of(tokens, before[-1], mention)
        told = told or _compared(tokens, before, mention)
        told = told or _money_again(tokens, before, mention)
        if told is not None:
            return told
    return _counted_again(tokens, before, mention) or mention


def _rupees(tokens: Tokens, mention: Mention) -> Mention | None:
    """``net profit of 1,411 crore``: crores of money are India's, and a headline leaves the rupees out."""
    follower = tokens.words[mention.last]
    if (
        tokens.words[mention.last - 1] not in CRORES
        or word_class("told_in_crores").isdisjoint(tokens.vocabulary)
        or (
            follower.isalpha()
            and follower not in word_class(*FUNCTIONAL, "told_in_crores")
            and follower.endswith("s")
        )
    ):
        return None
    return mention._replace(kind="money", rule="money.crore", unit=currency("INR"), confidence=0.7)


CRORES = frozenset({"crore", "crores", "cr", "lakh", "lakhs"})


def _lead(tokens: Tokens, mention: Mention) -> int:
    """-> the token before the figure and its modifiers, -1 at the head of the sentence."""
    first = mention.first
    while first > 0 and tokens.starts[first] > mention.start:
        first -= 1
    return first - 1


def _in_a_list(tokens: Tokens, before: Mention, mention: Mention) -> Mention | None:
    """``aged 19, 24 and 61``; ``7-5 3-6``: a bare number beside an age or a set is another."""
    between = tokens.text[before.end : mention.start].strip()
    if (
        before.kind == "age"
        and between in (",", "and", ", and", "or")
        and mention.value is not None
        and mention.value <= 130
    ):
        return mention._replace(kind="age", rule="age.list", unit=before.unit, confidence=0.8)
    if (
        before.kind == "score"
        and between in ("", ",", "and")
        and mention.modifier == "range"
        and mention.unit is None
    ):
        return mention._replace(
            kind="score", rule="score.list", low=None, high=None, step=None, modifier="exact"
        )
    return None


def _ages_of(tokens: Tokens, before: Mention, mention: Mention) -> Mention | None:
    """``two brothers, 28 and 31, were``: a number between a comma and what closes it, right behind people."""
    noun = tokens.words[mention.first - 2]
    person = noun in ("men", "women") or noun.removesuffix("s") in word_class("person")
    if not (person and before.kind == "count" and tokens.words[mention.first - 1] == "," and mention.value):
        return None
    if not (before.counted or "").lower().endswith(noun) or not OLD_ENOUGH <= mention.value <= OLDEST:
        return None
    if tokens.words[mention.last] not in (",", "and"):
        return None
    return mention._replace(kind="age", rule="age.list", unit=unit("year"), confidence=0.7)


OLD_ENOUGH, OLDEST = 5, 110  # years


def _more_of_the_same(tokens: Tokens, before: Mention, mention: Mention) -> Mention | None:
    """``71 days of supply, 11 more than a year ago``: so many more of the unit."""
    if before.kind not in ("duration", "measure") or tokens.words[mention.last] not in ("more", "fewer"):
        return None
    return mention._replace(kind=before.kind, rule=f"{before.kind}.again", unit=before.unit, confidence=0.6)


def _compared(tokens: Tokens, before: list[Mention], mention: Mention) -> Mention | None:
    """``63 compared with 40``, ``5.1 million kettles, up from 4.4 million``."""
    follower = tokens.words[mention.last]
    included = (
        tokens.words[mention.first - 1] == "including"
    )  # in words too: "40 sailors, including three from Oslo"
    if (mention.rule != "number.digits" and not included) or (
        follower.isalpha() and follower not in word_class(*FUNCTIONAL)
    ):
        return None
    lead = tokens.words[_lead(tokens, mention)]
    if lead not in COMPARED:
        return None
    for other in reversed(before[-NEAR:]):
        if other.kind == "count" and other.counted and other.rule == "count.noun":
            return mention._replace(
                kind="count", rule="count.compared", counted=other.counted, confidence=0.7
            )
        levels = other.kind == "percent" and tokens.words[_lead(tokens, other)] in LEVEL
        if (levels or other.kind in ("money", "measure")) and lead in AGAINST and other.unit is not None:
            return None if _far_apart(other, mention) else _in_unit_of(tokens, mention, other)
        if other.rule == "multiple.times" and lead in AGAINST:
            return mention._replace(kind="multiple", rule="multiple.compared", confidence=0.7)
        if other.kind in MEASURED:
            return None
    return None


def _in_unit_of(tokens: Tokens, mention: Mention, other: Mention) -> Mention | None:
    """``870,000 pounds, up from 833,000``: the unit of the figure before; not where that one is in pence or cents."""
    if other.kind == "money" and (
        tokens.words[other.last - 1] in minor_names()
        or (other.rule == "money.name" and (tokens.words[other.last - 1] in ("p", "c")))
    ):
        return None
    return mention._replace(
        kind=other.kind,
        rule=f"{other.kind}.compared",
        unit=other.unit,
        candidates=other.candidates,
        confidence=0.7,
    )


def _money_again(tokens: Tokens, before: list[Mention], mention: Mention) -> Mention | None:
    """``1.2 billion dollars in 1985, 1.4 billion in 1986``: millions that follow millions of money, nothing between."""
    other = next((other for other in reversed(before[-NEAR:]) if other.kind in MEASURED), None)
    if other is None or other.kind != "money" or other.unit is None or other.unit.currency is None:
        return None
    if not (
        _millions(mention) and _millions(other) and tokens.words[mention.last - 1] in number_words().scales
    ):
        return None
    first, follower = mention.first, tokens.words[mention.last]
    if (
        mention.last - first < 2  # "(+1.2) million"
        or tokens.words[_lead(tokens, mention)] in BRACKETS
        or (tokens.glued(first - 1) and tokens.words[first - 1].isalpha())  # "x20ac 402 million", a lost sign
        or (
            follower.isalpha()
            and follower not in word_class(*FUNCTIONAL, "past", "sum_of_money")
            and not is_verb(follower)
        )
    ):
        return None
    candidates = tuple(code.partition("/")[0] for code in other.candidates)
    return mention._replace(
        kind="money",
        rule="money.again",
        unit=currency(other.unit.currency, candidates),
        candidates=candidates,
        confidence=0.6,
    )


def _millions(mention: Mention) -> bool:
    return mention.high is not None and mention.low is not None and mention.high >= LARGE


BRACKETS = frozenset("()")  # "$8.1bn (4.5bn)": what another currency's lost sign restates


def _counted_again(tokens: Tokens, before: list[Mention], mention: Mention) -> Mention | None:
    """``65 flights on Thursday, 180 on Friday``; ``of the 40 patients, 12 improved``."""
    if mention.unit is not None or mention.rule not in COUNTABLE or not _goes_on(tokens, mention):
        return None
    for other in reversed(before[-NEAR:]):
        if other.kind == "count" and other.counted and other.counted not in word_class("no_ellipsis"):
            alike = other.value is None or mention.value is None or _alike(other, mention)
            alike = alike and (mention.value is None or mention.value == mention.value.to_integral_value())
            sure = 0.7 if other.rule == "count.noun" else 0.5
            return (
                mention._replace(
                    kind="count", rule="count.again", counted=other.counted, confidence=min(sure, 0.7)
                )
                if alike
                else None
            )
        if other.kind in MEASURED or other.kind in ("score", "number"):
            return None
    return None


COUNTABLE = frozenset({"number.digits", "number.words", "count.left_out"})


def _alike(other: Mention, mention: Mention) -> bool:
    assert other.value is not None and mention.value is not None
    return 0 < mention.value <= ALIKE * other.value and other.value <= ALIKE * mention.value


def _far_apart(other: Mention, mention: Mention) -> bool:
    """``$11 million from 2,950 screens``: what is a thousand times larger or smaller is no other level of the same."""
    if not other.value or not mention.value:
        return False
    times = abs(mention.value / other.value)
    return times > FAR or times * FAR < 1


def _goes_on(tokens: Tokens, mention: Mention) -> bool:
    """Does a number stand where a noun left out may be: ``, 180 on``, ``and 12 were``, ``including seven in``?"""
    k, follower = _lead(tokens, mention), tokens.words[mention.last]
    lead = tokens.words[k] if k >= 0 else ","
    if lead == "of":
        led = tokens.words[k - 1] in word_class("sum")
    elif lead == "by":
        led = tokens.words[k - 1] == "followed"  # "329 delegates, followed by 231 for"
    elif lead in BEING:
        led = follower in ("more", "fewer")
    else:
        led = lead in word_class("before_ellipsis", "auxiliary", "past")
    ended = follower in CLOSING or (
        follower.isalpha()
        and follower in word_class("preposition", "conjunction", "auxiliary", "past", "adverb")
    )
    return led and ended and "-" not in tokens.text[mention.start : mention.end]


BEING = frozenset({"is", "are", "was", "were", "be", "been"})  # "the index is 26"

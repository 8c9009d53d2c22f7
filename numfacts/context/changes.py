"""Whether a figure is the size of a rise or fall, or the end point of one.

"rose 20% to £50m from £40m": 20% is a rise, £50m ``to``, £40m ``from``; "a 3% drop" is a fall.
"""

from __future__ import annotations

from collections.abc import Iterator

from numfacts.grammar.change import change_words, is_change
from numfacts.grammar.noun_phrases import is_verb, stops
from numfacts.grammar.tokens import Tokens
from numfacts.lexicon.words import word_class
from numfacts.model import Mention

REACH = (
    13  # tokens between a change word and its end points: "sales of its main brand climbed 12% last year to"
)
BOUNDARY = frozenset(
    {".", ";", ":", "(", "—", "but", "while", "after", "when", "which", "who", "that", "said"}
)
HARD_BOUNDARY = frozenset({".", ";", ":", "—", "which", "who", "said"})  # "fell after …, from 18.4 to 15.1"
LOSE = frozenset({"lose", "loses", "lost", "losing"})
POINTS = frozenset({"points", "point"})
CHANGING = frozenset(
    {"percent", "money", "count", "measure", "duration", "number", "multiple", "rate", "ratio"}
)


def change_of(tokens: Tokens, mention: Mention) -> str | None:
    """-> ``rise`` ``fall`` ``to`` ``from`` or None."""
    if mention.kind not in CHANGING or mention.counted == "times":
        return None  # "it bounced twice"
    if mention.rule == "multiple.verb" and mention.value is not None:
        return "rise" if mention.value > 1 else "fall"  # doubled, halved
    if mention.kind == "duration" and tokens.words[mention.last] in ("high", "low", "highs", "lows", "peak"):
        return None  # "rose to a six-month high"
    first = mention.first
    while first > 0 and tokens.starts[first] > mention.start:
        first -= 1
    before = tokens.words[first - 1]
    if before == "the" and tokens.words[first - 2] == "from":
        first, before = first - 1, "from"  # "to £198m from the £130m of"
    elif before == "of" and "from" in tokens.words[max(0, first - 5) : first - 3]:
        first, before = first - 1, "from"  # "up from a loss of £2m"
    if tokens.words[first : first + 3] in AS_FAR:
        return "to" if _changes_before(tokens, first) else None
    if before == "to":
        return "to" if _changes_before(tokens, first - 1) else None
    figured = any(word[:1].isdigit() for word in tokens.words[max(0, first - 6) : first - 1])
    if (
        before == "at"
        and figured
        and not {"up", "down", "higher", "lower"}.isdisjoint(tokens.words[max(0, first - 8) : first - 1])
        and "up to" not in " ".join(tokens.words[max(0, first - 8) : first - 1])
    ):
        return "to"  # "closed down 51 cents at $44.38"
    if before == "at" and mention.kind != "percent":
        moved = tokens.words[first - 2] in change_words().verbs and mention.kind in ("money", "number")
        return "to" if moved else None  # "net profit declines at Rs 58.6 crore"; not "lost at 10,000ft"
    if before == "over" and tokens.words[first - 2] in change_words().nouns:
        return "from"  # "a 6% gain over £48m"
    if before == "from":
        beside = is_change(tokens.words[first - 2]) or _changes_before(
            tokens, first - 1, 2 * REACH, HARD_BOUNDARY
        )
        return "from" if beside else _from_before_to(tokens, mention.last)
    if mention.counted in word_class("lost_in_play") and not LOSE.isdisjoint(
        tokens.words[max(0, first - 3) : first]
    ):
        return None
    share = mention.kind == "percent"
    return (
        _by_phrasal(tokens, first, share or mention.counted in POINTS)
        or _by_verb(tokens, first, share or mention.counted in POINTS)
        or _by_noun(tokens, mention.last, share)
        or (_by_object(tokens, first, mention.last) if share else None)
        or _compared(tokens, mention)
        or _by_sign(tokens, mention)
    )


def _back(tokens: Tokens, j: int, reach: int) -> Iterator[int]:
    """The tokens before ``j``, nearest first, up to ``reach`` of them; what stands in brackets is passed over."""
    inside = False
    for k in range(j - 1, max(-1, j - reach), -1):
        word = tokens.words[k]
        if word == ")" and "(" in tokens.words[max(0, k - reach) : k]:
            inside = True
        elif word == "(" and inside:
            inside = False
        elif not inside:
            yield k


AS_FAR = (["as", "low", "as"], ["as", "high", "as"])  # "sank as low as 40p" tells a level


def _changes_before(tokens: Tokens, j: int, reach: int = REACH, boundary: frozenset[str] = BOUNDARY) -> bool:
    """A word of change in the clause before token ``j``; "doubled to $5m" and "cut its forecast to 3%" too."""
    for k in _back(tokens, j, reach):
        word = tokens.words[k]
        if is_change(word) or word in word_class("multiplied", "revised"):
            return True
        if word in boundary:
            return False
    return False


def _from_before_to(tokens: Tokens, last: int) -> str | None:
    """``from 30% to 36%, an increase of 6%``: the change word stands behind the end points."""
    if tokens.words[last] not in ("to", "in", "a", "last"):
        return None
    return "from" if any(is_change(word) for word in tokens.words[last + 1 : last + REACH]) else None


GOING = frozenset({"go", "goes", "went", "gone"})
ARTICLES = frozenset({"a", "an", "the"})


def _by_verb(tokens: Tokens, first: int, share: bool) -> str | None:
    """``rose 5%``, ``fell by a third``; a transitive verb alone moves shares only: "added 3%", not "added 22 goals"."""
    table, by = change_words(), False
    if tokens.words[first - 1] in ARTICLES:
        return None  # "gained a 4% stake", "raised the 5% levy"
    reach = REACH + 5 if tokens.words[first - 1] == "by" else 5
    for k in _back(tokens, first, reach):
        word = tokens.words[k]
        if word in GOING and tokens.words[first] in ("below", "under", "above", "over"):
            return None  # "may not go below 8%"
        direction = table.verbs.get(word) or (table.transitives.get(word) if by or share else None)
        if direction:
            return direction if by or k == first - 1 or word not in ("cut", "cuts", "cutting") else None
        if word in table.adverbs:
            if tokens.words[k - 1] in word_class("particle_verb"):
                return None
            return table.adverbs[word] if k == first - 1 or by else None
        if word == "of" and k == first - 1:
            return _noun_before(tokens, k, share)
        by = by or (word == "by" and k == first - 1)
        if by and word not in BOUNDARY:
            continue
        if word not in word_class("change_filler") and not word.endswith("ly"):
            return None
    return None


def _by_object(tokens: Tokens, first: int, last: int) -> str | None:
    """``raised its dividend 5%``, ``cut prices 10 percent``: the size behind what was moved, no "5% stake"."""
    closed = word_class("determiner", "preposition", "conjunction", "auxiliary", "pronoun")
    follower = tokens.words[last]
    ended = (
        not follower.isalpha()
        or follower in ("last", "next", "compared")
        or (follower in stops() and follower != "of")
    )
    if tokens.words[first - 1] in closed or not ended:
        return None
    table = change_words()
    for k in range(first - 2, max(-1, first - 6), -1):
        word = tokens.words[k]
        if word in table.transitives or word in MOVES:
            return table.transitives.get(word) or table.verbs[word]
        if (
            not word.isalpha()
            or is_verb(word)
            or word in closed - word_class("determiner")
            or word in ("that", "this")
        ):
            return None
    return None


MOVES = frozenset(
    "increase increases increased increasing cut cuts cutting slash slashes slashed slashing".split()
)


def _by_phrasal(tokens: Tokens, first: int, moves: bool) -> str | None:
    """``gave up 2%``, ``bounced back 4%``, ``was off 30 points``."""
    verb, particle = tokens.words[first - 2], tokens.words[first - 1]
    if not moves or first < 2:
        return None
    if particle == "off" and verb in word_class("before_off"):
        return "fall"
    return change_words().phrasals.get(f"{verb} {particle}")


def _noun_before(tokens: Tokens, k: int, share: bool) -> str | None:
    """``an increase of 6%``, ``a drop in sales of 3%``."""
    nouns = _nouns(share)
    for j in range(k - 1, max(-1, k - 4), -1):
        if tokens.words[j] in nouns:
            return None if not share and _is_profit(tokens, j) else nouns[tokens.words[j]]
    return None


def _is_profit(tokens: Tokens, k: int) -> bool:
    """``an extraordinary gain of $5m``: what a company made from something, and no rise."""
    return tokens.words[k] in ("gain", "gains") and not word_class("accounting").isdisjoint(tokens.vocabulary)


def _nouns(share: bool) -> dict[str, str]:
    """A loss of 2% is a fall; a loss of $2m is none."""
    table = change_words()
    return table.nouns | table.share_nouns if share else table.nouns


def _compared(tokens: Tokens, mention: Mention) -> str | None:
    """``12% higher``, ``$5 cheaper``, ``6% below last year's``; not "12 larger firms"."""
    j, table = mention.last, change_words()
    word, behind = tokens.words[j], tokens.words[j + 1 : j + 4]
    if word in SIDES and mention.kind == "percent" and not EARLIER.isdisjoint(behind):
        return SIDES[word]
    if word not in table.comparatives or behind[0] == "of":
        return None
    described = word not in AMOUNTS and behind[0].isalpha() and behind[0] not in stops()
    if (described and mention.kind in ("count", "number")) or (
        mention.kind == "multiple" and word not in AMOUNTS
    ):
        return None
    return table.comparatives[word]


AMOUNTS = frozenset({"more", "less", "fewer", "higher", "lower"})
SIDES = {"above": "rise", "below": "fall"}
EARLIER = frozenset({"last", "previous", "prior", "earlier"})


def _by_noun(tokens: Tokens, last: int, share: bool) -> str | None:
    """``a 3% drop``, ``a 20 basis point rate cut``."""
    nouns = _nouns(share)
    j = last + 1 if tokens.words[last] == "-" else last
    if tokens.words[j] in change_words().comparatives:
        return None
    for k in range(j, j + 3):
        word = tokens.words[k]
        if word == "fall" and tokens.words[k - 1] in ("this", "last", "next", "the", "each"):
            return None  # the season
        if word in nouns:
            return None if not share and _is_profit(tokens, k) else nouns[word]
        if (
            not word.isalpha()
            or is_verb(word)
            or word in ("include", "includes", "exclude", "excludes")
            or word in ("of", "in", "and", "to", "the", "for", "on", "from")
        ):
            return None
    return None


SIGNS = frozenset("+-−–")


def _by_sign(tokens: Tokens, mention: Mention) -> str | None:
    """``Dow +0.2%``, ``DAX -1.6%``: a sign before a percentage tells its direction."""
    if mention.kind != "percent":
        return None
    sign = tokens.words[mention.first]
    if sign not in SIGNS:
        sign = tokens.words[mention.first - 1] if tokens.glued(mention.first) else ""
    return "rise" if sign == "+" else "fall" if sign in SIGNS else None

"""The noun that a figure is tied to in its noun phrase: "a $5m penalty", "a speed of 30 mph", "450 Nm of torque"."""

from __future__ import annotations

from numfacts.grammar.change import change_words
from numfacts.grammar.clauses import Clauses, Phrase
from numfacts.grammar.tokens import MINUS_SIGNS
from numfacts.lexicon.words import word_class
from numfacts.model import Mention

OPENING = frozenset("“‘\"'")
SIGNS = MINUS_SIGNS | {"+"}


def modified(clauses: Clauses, mention: Mention, first: int) -> Phrase | None:
    """``a 5kW solar panel system``, ``a 30-hour truce``: the noun that the figure stands before."""
    tokens, letters, last = clauses.tokens, clauses.letters, mention.last
    hyphen = letters[last] == "-" and tokens.glued(last)
    if mention.kind == "duration" or mention.counted:
        if not (hyphen or "-" in tokens.words[mention.first : last]):
            return None
    elif mention.kind not in ("money", "percent", "measure"):
        return None
    start = last + hyphen if mention.counted or hyphen else clauses.past_bracket(last)
    if mention.counted:
        start += len(mention.counted.split())  # a four-bed rectory
        if start > tokens.count:
            return None  # "4 million e-mails a day": the noun is in the figure, which ends the sentence
        start += letters[start] == "-"
    start += letters[start] == '"' and tokens.words[start] in OPENING
    while letters[start] == "-" or tokens.words[start] in word_class("measure_adjective"):
        start += 1  # the 230-foot-tall rocket
    if mention.kind == "percent" and tokens.words[start] in word_class("aggregate"):
        return None  # "2 per cent GDP": a share of it
    phrase = clauses.phrase_after(start)
    if phrase is None or letters[start] == "D" or "t" in letters[phrase[0] : phrase[1] + 1]:
        return None
    if mention.kind == "percent" and (letters[first - 1] in "NLE" or is_signed(clauses, mention)):
        return None  # "Dow +0.2% Nasdaq +0.8%"
    if mention.kind == "percent" and letters[start] == "E" and not hyphen and letters[first - 1] not in "DAP":
        return None  # "returned 5% Halden says"
    if mention.kind == "percent" and letters[first - 1] == "X" and phrase[1] - phrase[0] == 1:
        return None  # "audiences were 57 percent female"
    if tokens.words[first - 1] in ("up", "down"):
        return None  # "was up $31.20 US"
    if mention.kind == "percent" and tokens.words[phrase[1] - 1] in change_words().nouns:
        if tokens.words[phrase[1]] == "in" or clauses.governor(first):
            return None  # "a 5% rise in exports", "trade could see a 5% rebound": the exports, the trade
    end = phrase[1]
    if letters[end] == "V":
        while letters[end - 1] == "E" and end > start and letters[start:end].strip("E") != "":
            end -= 1  # "a $5m settlement Halden awarded her"
    return start, end


def is_signed(clauses: Clauses, mention: Mention) -> bool:
    """``+0.2%``"""
    return not SIGNS.isdisjoint(clauses.tokens.text[max(0, mention.start - 1) : mention.start + 1])


def before_of(clauses: Clauses, mention: Mention, first: int) -> Phrase | None:
    """``a hazard ratio of 0.80`` -> "hazard ratio"; "a total of $5m" names nothing."""
    tokens, k = clauses.tokens, first - 1
    if clauses.letters[k] == "R":
        k -= 1  # "of only 5%"
    word = tokens.words[k]
    if word in ("to", "from"):
        return _changed(clauses, k)
    if word not in word_class("of_figure") or k == 0:
        return None
    phrase = clauses.phrase_before(k)
    if phrase is not None and clauses.is_time(phrase) and clauses.letters[phrase[0] - 1] == "I":
        phrase = clauses.phrase_before(phrase[0] - 1)  # "a profit for the quarter of $5m"
    if phrase is not None and tokens.words[phrase[0] - 1] == "per":
        phrase = clauses.chain_before(k)  # "a loss per share of"
    if phrase is not None and tokens.words[phrase[1] - 1] in word_class("span_head"):
        tied = tokens.words[phrase[0] - 1] in ("in", "to", "at")
        phrase = clauses.phrase_before(phrase[0] - 1) if tied else phrase  # "growth in the range of"
    if phrase is None or tokens.words[phrase[1] - 1] in word_class("empty_head"):
        return None
    if clauses.is_time(phrase) or not _may_number(clauses, mention, phrase):
        return None
    if tokens.words[phrase[1] - 1] in change_words().nouns:  # "a fall of 5% in sales": the sales
        changed = clauses.phrase_after(mention.last + 1) if tokens.words[mention.last] == "in" else None
        if changed is not None and not clauses.is_time(changed):
            return changed
        if mention.kind == "percent":
            return None
    if word != "of" and clauses.letters[phrase[0] - 1] not in "I":
        return None  # "at an interest rate over 5%"; not "bought shares at $5"
    return phrase


def _may_number(clauses: Clauses, mention: Mention, phrase: Phrase) -> bool:
    """``a fleet of 160 planes`` has so many, ``the leaders of two parties`` do not."""
    head = clauses.tokens.words[phrase[1] - 1]
    if mention.kind == "ratio":
        return head in word_class("share_head")
    if mention.kind == "count":
        return (
            head in word_class("gathering") or head in word_class("numbered") or head in change_words().nouns
        )
    return mention.kind != "number" or mention.rule != "number.words" or clauses.letters[phrase[1] - 1] != "L"


def _changed(clauses: Clauses, k: int) -> Phrase | None:
    """``a rise in net profit to``: what the noun of change names."""
    phrase = clauses.phrase_before(k)
    if phrase is None or clauses.tokens.words[phrase[0] - 1] != "in" or phrase[0] < 2:
        return None
    return phrase if clauses.tokens.words[phrase[0] - 2] in change_words().nouns else None


def behind_of(clauses: Clauses, mention: Mention) -> Phrase | None:
    """``450 Nm of torque``, ``$12m of claims``, ``a 5% drop in sales``: what the amount is an amount of."""
    tokens, k = clauses.tokens, clauses.past_bracket(mention.last)
    word = tokens.words[k]
    points = mention.unit is not None and mention.unit.name.endswith("_point")
    plain = mention.kind in ("measure", "money") and not (mention.unit and "/" in mention.unit.name)
    if (plain or points) and word == "of" and not tokens.text.startswith("within", mention.start):
        return clauses.phrase_after(k + 1)
    while clauses.letters[k] in "A-" and k < mention.last + 6:
        k += 1  # a 17.4% year-on-year rise in
    word = tokens.words[k]
    if word in change_words().nouns and tokens.words[k + 1] == "in":
        return clauses.phrase_after(k + 2)
    return None


def owner(clauses: Clauses, first: int) -> Phrase | None:
    """``Spain's 2 per cent`` -> "Spain"."""
    return clauses.phrase_before(first - 1) if clauses.letters[first - 1] == "P" else None

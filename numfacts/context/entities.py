"""Who or what has a figure, and what a share is a share of.

"Spain spent 1.3 per cent of GDP on defence": the measured entity is "Spain", the denominator "GDP".

The places where English names it, the surest first: the noun that the figure modifies ("a $5m penalty"), the noun that
"of" ties to it ("a speed of 30 mph"), the noun right before a figure without a verb ("costs by 5% and sales 6%"), what
a verb moves ("cut its forecast to 3%") or pays for, the noun of a participle ("a firm valued at $5m"), the subject of the
verb.  It abstains where the sentence says it in none of these ways.
"""

from __future__ import annotations

from functools import cache

from numfacts.grammar.change import change_words
from numfacts.grammar.clauses import Clauses, Phrase
from numfacts.grammar.noun_phrases import counted_after
from numfacts.grammar.tokens import MINUS_SIGNS, Tokens
from numfacts.lexicon.words import word_class
from numfacts.model import Mention

SIGNS = MINUS_SIGNS | {"+"}
VERBS = 8  # verbs looked at on the way to a finite one: "is expected to start selling"
LONGEST = 14  # tokens in an entity


def denominator_of(tokens: Tokens, mention: Mention) -> str | None:
    """-> what a percentage is of: ``of GDP``, ``of the vote``, and the bare ``2 per cent GDP``."""
    if mention.kind != "percent" or mention.denominator or (mention.unit and mention.unit.name != "percent"):
        return mention.denominator
    j = mention.last
    if tokens.words[j] == "of":
        j += 1
        while tokens.words[j] in word_class("determiner"):
            j += 1
        whole = j
        while tokens.words[j][:1].isdigit() or tokens.words[j] in word_class("number_tail"):
            j += 1  # "16.85 pct of its 30.27 mln issued shares", "7% of its 17,000-strong workforce"
        phrase = counted_after(tokens, j) or counted_after(tokens, j, one=True)
        return tokens.slice(whole, phrase[1]) if phrase else None
    return tokens.raw[j] if tokens.words[j] in word_class("aggregate") else None


def entity_of(clauses: Clauses, mention: Mention) -> str | None:
    """-> who or what has the figure, verbatim; None where the sentence does not say it in a way read here."""
    tokens = clauses.tokens
    first = mention.first
    while first > 0 and tokens.starts[first] > mention.start:
        first -= 1
    if mention.rule == "multiple.verb":
        phrase = clauses.subject_of(mention.first)
        return _clean(tokens, *phrase) if phrase else None
    if mention.kind == "age":
        named = _of_age(tokens, mention, first)
        if named:
            return named
    phrase = (
        _modified(clauses, mention, first)
        or _before_of(clauses, first)
        or _owner(clauses, first)
        or _behind_of(clauses, mention)
        or _in_clause(clauses, mention, first)
    )
    return _clean(tokens, *phrase) if phrase else None


def clause_subject(clauses: Clauses, mention: Mention) -> str | None:
    """-> the subject of the clause that a figure stands in, whatever noun the figure itself belongs to."""
    first = mention.first
    if _is_subject(clauses, mention, first):
        return None
    verb = clauses.governor(first)
    for _ in range(VERBS):
        if verb is None or verb.finite:
            break
        verb = clauses.governor(verb.at)
    phrase = clauses.subject_of(verb.at) if verb is not None and verb.finite else None
    return _clean(clauses.tokens, *phrase) if phrase else None


def _of_age(tokens: Tokens, mention: Mention, first: int) -> str | None:
    """The name before ``, 63,``; the noun or name behind ``72-year-old``."""
    if mention.rule == "age.name":
        j = first - 1
        start = j
        while start > 0 and (
            tokens.raw[start - 1][:1].isupper() or tokens.words[start - 1] in word_class("name_part")
        ):
            start -= 1
        return tokens.slice(start, j) or None
    if mention.rule == "age.year_old":
        phrase = counted_after(tokens, mention.last) or counted_after(tokens, mention.last, one=True)
        if phrase:
            return tokens.slice(*phrase)
        k = mention.last
        while tokens.raw[k][:1].isupper():
            k += 1
        if k > mention.last:
            return tokens.slice(mention.last, k)
    return None


def _modified(clauses: Clauses, mention: Mention, first: int) -> Phrase | None:
    """``a 5kW solar panel system``, ``a 30-hour truce``: the noun that the figure stands before."""
    tokens, letters, last = clauses.tokens, clauses.letters, mention.last
    hyphen = letters[last] == "-" and tokens.glued(last)
    if mention.kind == "duration" or mention.counted:
        if not (hyphen or "-" in tokens.words[mention.first : last]):
            return None
    elif mention.kind not in ("money", "percent", "measure"):
        return None
    start = last + hyphen
    if mention.counted:
        start += len(mention.counted.split())  # a four-bed rectory
        start += letters[start] == "-"
    while letters[start] == "-" or tokens.words[start] in word_class("measure_adjective"):
        start += 1  # the 230-foot-tall rocket
    phrase = clauses.phrase_after(start)
    if phrase is None or letters[start] == "D" or clauses.is_time(phrase):
        return None
    if mention.kind == "percent" and (letters[first - 1] in "NLE" or tokens.text[mention.start] in SIGNS):
        return None  # "Dow +0.2% Nasdaq +0.8%"
    if tokens.words[first - 1] in ("up", "down"):
        return None  # "was up $31.20 US"
    if mention.kind == "percent" and tokens.words[phrase[1] - 1] in change_words().nouns:
        if tokens.words[phrase[1]] == "in" or clauses.governor(first):
            return None  # "a 5% rise in exports", "trade could see a 5% rebound": the exports, the trade
    return phrase


def _before_of(clauses: Clauses, first: int) -> Phrase | None:
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
    if phrase is None or tokens.words[phrase[1] - 1] in word_class("empty_head"):
        return None
    if word != "of" and clauses.letters[phrase[0] - 1] not in "I":
        return None  # "at an interest rate over 5%"; not "bought shares at $5"
    return phrase


def _changed(clauses: Clauses, k: int) -> Phrase | None:
    """``a rise in net profit to``: what the noun of change names."""
    phrase = clauses.phrase_before(k)
    if phrase is None or clauses.tokens.words[phrase[0] - 1] != "in" or phrase[0] < 2:
        return None
    return phrase if clauses.tokens.words[phrase[0] - 2] in change_words().nouns else None


def _behind_of(clauses: Clauses, mention: Mention) -> Phrase | None:
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


def _owner(clauses: Clauses, first: int) -> Phrase | None:
    """``Spain's 2 per cent`` -> "Spain"."""
    return clauses.phrase_before(first - 1) if clauses.letters[first - 1] == "P" else None


def _in_clause(clauses: Clauses, mention: Mention, first: int) -> Phrase | None:
    """What the clause gives the figure to: its subject, its object, or a noun that has no verb."""
    if _is_subject(clauses, mention, first):
        return None
    verbless = (
        _verbless(clauses, mention, first)
        or _accompanied(clauses, first)
        or _bracketed(clauses, first)
        or _stretched(clauses, mention, first)
    )
    if verbless:
        return verbless
    verb = clauses.governor(first)
    if verb is None:
        return None
    tokens, letters = clauses.tokens, clauses.letters
    if mention.kind == "money" and tokens.words[verb.at] in word_class("pay_verb"):
        if tokens.words[mention.last] == "for":
            bought = clauses.phrase_after(mention.last + 1)
            if bought:
                return bought
    moved = _moved(clauses, mention, verb.at, first)
    if moved:
        return moved
    for _ in range(VERBS):
        if verb is None or verb.finite:
            break
        own = _of_participle(clauses, verb.at)
        if own:
            return own
        verb = clauses.governor(verb.at)
    return clauses.subject_of(verb.at) if verb is not None and verb.finite else None


def _is_subject(clauses: Clauses, mention: Mention, first: int) -> bool:
    """``60% of the workers who voted approved``: the figure begins the subject of a verb behind it."""
    letters, k = clauses.letters, mention.last
    if _goes_on(clauses, first):
        return False
    before = first - 1
    while first - before < 6 and clauses.tokens.words[before] in word_class("hedge"):
        before -= 1
    if letters[before] in "RIUGQ" or (
        letters[before] in "VX" and clauses.tokens.words[before] not in word_class("reporting")
    ):
        return False
    relative = False
    for k in range(mention.last, min(mention.last + 16, len(letters))):
        letter = letters[k]
        if letter in "VX":
            if not relative:
                return clauses.tokens.words[k] not in word_class("speech")
            relative = False
        elif letter == "W":
            relative = True
        elif letter not in "NLEAGDP#-IRtQ?TC":
            return False
    return False


def _goes_on(clauses: Clauses, first: int) -> bool:
    """``a jet carrying 171 passengers and six crew``: the figure is the second of a list that has no finite verb."""
    letters, k = clauses.letters, first - 1
    if letters[k] != "C":
        return False
    for k in range(first - 2, max(0, first - 8), -1):
        if letters[k] == "#":
            return letters[k - 1] == "G" or clauses.tokens.words[k - 1] == "with"
        if letters[k] not in "NLEA-":
            break
    return False


def _accompanied(clauses: Clauses, first: int) -> Phrase | None:
    """``A project with 31,000 workers needs``: what opens the clause before "with"."""
    if clauses.tokens.words[first - 1] != "with" or first < 2:
        return None
    phrase = clauses.chain_before(first - 1)
    return (
        phrase
        if phrase is not None and clauses.letters[phrase[0] - 1 : phrase[0]] in ("", ",", ";", '"', "S", "C")
        else None
    )


def _verbless(clauses: Clauses, mention: Mention, first: int) -> Phrase | None:
    """``costs by 5% and sales 6%``, ``Nasdaq +0.8%``, ``with its shares down 12%``: the noun right before."""
    letters, k = clauses.letters, first
    while k > 0 and letters[k - 1] in "RI#" and first - k < 9:
        k -= 1  # "down 68p at 1112p"
    if k > 0 and letters[k - 1] == ",":
        if not (letters[k] == "R" or clauses.tokens.words[k] == "at" or _closed(clauses, mention, k, first)):
            return None
        phrase = clauses.phrase_before(k - 1)  # "Unite Group, down 68p", "the camera, at 3,200 megapixels,"
        if phrase is None or clauses.is_time(phrase):
            return None
        return phrase if phrase[0] == 0 or letters[phrase[0] - 1] in "VX,:;" or k == first else None
    phrase = clauses.phrase_before(k)
    if phrase is None or clauses.is_time(phrase):
        return None
    if k == first and mention.kind == "count":
        return None  # "Top 10 types of coffee"
    before = letters[phrase[0] - 1] if phrase[0] else "."
    if before in ".:;,C":
        return phrase
    if before == "I" and letters[k : k + 1] == "R" and clauses.tokens.words[phrase[0] - 1] == "with":
        return phrase
    return None


def _closed(clauses: Clauses, mention: Mention, k: int, first: int) -> bool:
    """``the planet, 124 light-years away, has``: a figure between commas says something of the noun before."""
    if k != first or mention.kind not in ("measure", "duration", "money", "percent"):
        return False
    last = mention.last
    last += clauses.letters[last] in "ARQ"  # long, away
    return clauses.letters[last] in ",."


def _bracketed(clauses: Clauses, first: int) -> Phrase | None:
    """``Hunter Jones (15.3 points, 7.4 rebounds)``: the noun before the bracket."""
    letters = clauses.letters
    for k in range(first - 1, max(0, first - 20), -1):
        if letters[k] == "(":
            return clauses.phrase_before(k)
        if letters[k] not in "#NLA,RtICE?-":
            return None
    return None


def _stretched(clauses: Clauses, mention: Mention, first: int) -> Phrase | None:
    """``investments over 35 GWh``, ``fines from $250 to $1m``: the noun right before a bound or a range."""
    if mention.modifier in ("exact", "approximate") or mention.kind not in ("money", "percent", "measure"):
        return None
    letters = clauses.letters
    k = first - (mention.modifier == "range" and clauses.tokens.words[first - 1] in ("from", "ranging"))
    k -= clauses.tokens.words[k - 1] == "ranging"
    phrase = clauses.phrase_before(k)
    if phrase is None or clauses.is_time(phrase):
        return None
    before = letters[phrase[0] - 1] if phrase[0] else "."
    if before not in ".VUGIDC":
        return None
    if before == "I" and k == first and clauses.tokens.words[phrase[0] - 1] not in ("at", "with", "of"):
        return None
    return None if clauses.tokens.words[phrase[0] - 1] in word_class("giving") else phrase


def _moved(clauses: Clauses, mention: Mention, verb: int, first: int) -> Phrase | None:
    """``cut interest rates by``, ``sent the shares up``, ``bought the club for``: the object of the verb."""
    tokens, letters = clauses.tokens, clauses.letters
    if letters[verb] == "X" or tokens.words[verb] in word_class("reporting"):
        return None
    k = first - 1
    while letters[k] == "R" and letters[k - 1] in "I":
        k -= 1
    if k <= verb + 1 or tokens.words[k] not in word_class("moves_to"):
        return None
    if tokens.words[k] == "for" and mention.kind != "money":
        return None  # "pumped sewage for three hours"
    start = verb + 1
    while letters[start] == "R" and start < k:
        start += 1
    phrase = clauses.phrase_after(start)
    if phrase is None or phrase[1] > k or clauses.is_time(phrase):
        return None
    if phrase[1] < k and tokens.words[phrase[1]] == "of":
        whole = clauses.phrase_after(phrase[1] + 1)
        if whole is not None and whole[1] <= k:
            phrase = (phrase[0], whole[1])
    between = letters[phrase[1] : k]
    return phrase if not between.strip("R") or "#" in between or tokens.words[verb] in changing() else None


@cache
def changing() -> frozenset[str]:
    """Verbs that move what they govern: cut, raised."""
    table = change_words()
    return frozenset({*table.transitives, *table.verbs})


def _of_participle(clauses: Clauses, k: int) -> Phrase | None:
    """``a company valued at``, ``people earning``, ``asked the union to pay``: the noun before a verb not finite."""
    letters, tokens = clauses.letters, clauses.tokens
    before = letters[k - 1] if k else "."
    if letters[k] == "U":
        if before == "T":
            phrase = clauses.phrase_before(k - 1)
            if phrase is not None and phrase[0] > 0 and letters[phrase[0] - 1] in "VUGQ":
                return phrase
        return None
    if before in "NLE" or (before == "#" and k > 1 and letters[k - 2] in "E-"):
        return clauses.chain_before(k) if tokens.words[k] != "including" else None
    if before == "," and letters[k] == "Q":
        return clauses.phrase_before(k - 1)
    return None


def _clean(tokens: Tokens, start: int, end: int) -> str | None:
    """-> the phrase without determiners and adverbs at its edges; None where it is no noun phrase after all."""
    while start < end and tokens.words[start] in word_class("entity_lead"):
        start += 1
    while end > start and tokens.words[end - 1] in word_class("entity_tail"):
        end -= 1
    words = tokens.words[start:end]
    if not words or end - start > LONGEST or (len(words) == 1 and words[0] in word_class("empty_subject")):
        return None
    return tokens.slice(start, end)

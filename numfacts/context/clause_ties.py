"""What a clause gives a figure to: its subject, the object of its verb, a noun that has no verb, or nothing.

costs by 5% and sales 6%     cut its forecast to 3%     a firm valued at $5m     Sales, which fell in May, rose 5%
                -----            --------                 ----                   -----
"""

from __future__ import annotations

from functools import cache

from numfacts.context.noun_ties import is_signed
from numfacts.grammar.change import change_words
from numfacts.grammar.clauses import Clauses, Governor, Phrase
from numfacts.lexicon.words import word_class
from numfacts.model import Mention

VERBS = 8  # verbs looked at on the way to a finite one: "is expected to start selling"


def in_clause(clauses: Clauses, mention: Mention, first: int) -> Phrase | None:
    """What the clause gives the figure to: its subject, its object, or a noun that has no verb."""
    if _is_subject(clauses, mention, first):
        return None
    if _aside(clauses, mention, first):
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
    if clauses.letters.count("(", verb.at, first) > clauses.letters.count(")", verb.at, first):
        return None  # in a bracket, whose noun was not found
    object_ = _given(clauses, mention, verb.at) or _moved(clauses, mention, verb.at, first)
    if object_:
        return object_
    if clauses.tokens.words[verb.at] == "compared":
        finite = clauses.finite_before(verb.at)
        phrase = clauses.subject_of(finite) if finite is not None else None
        return phrase if phrase is not None and clauses.letters[phrase[0] - 1 : phrase[0]] != "#" else None
    if not _reached(clauses, mention, verb.at, first):
        return None
    for _ in range(VERBS):
        if verb is None or verb.finite:
            break
        own = _of_participle(clauses, verb.at)
        if own:
            return own
        verb = _verb_above(clauses, verb)
    return clauses.subject_of(verb.at) if verb is not None and verb.finite else None


def _verb_above(clauses: Clauses, verb: Governor) -> Governor | None:
    """``owns stock valued at $5m after buying 20 shares``: who owns has bought them."""
    k = verb.at
    if (
        clauses.letters[k] == "G"
        and clauses.letters[k - 1] in "IS"
        and clauses.tokens.words[k - 1] not in ("of", "from")
    ):
        finite = clauses.finite_before(k)
        return Governor(finite, True) if finite is not None else None
    return clauses.governor(k)


TO = frozenset({"to", "from", "by", "at"})


def _reached(clauses: Clauses, mention: Mention, verb: int, first: int) -> bool:
    """Is the figure told of what the verb is told of?  ``finished with five points``, ``rose in May to 40``, and not
    ``found coins in two caves``, ``tested a drug for 30 firms``."""
    words, letters = clauses.tokens.words, clauses.letters
    k = first - 1
    while k > verb:
        if words[k] == "of" and words[k - 1] in word_class("empty_head"):
            k -= 1  # a total of
        elif letters[k] not in "DAR" and words[k] not in word_class("empty_head"):
            break
        k -= 1
    tied = words[k] if letters[k] == "I" and k > verb else ""
    if ":" in letters[verb:first] and not NOUNS.isdisjoint(letters[verb:first]):
        return False  # "built a lean - four times that of the tower"
    if mention.kind == "duration" and tied in ("after", "within", "before", "between", "into"):
        return False
    between = letters[verb + 1 : k + 1]
    listed = between.rfind("#")
    object_ = not NOUNS.isdisjoint(between[listed + 1 :])
    if (
        words[verb + 1] == "place"
        or not object_
        or letters[verb] == "X"
        or (tied == "from" and words[k - 1] in ("up", "down"))
    ):
        return True
    word = words[verb]
    if word in changing() and (tied in TO or mention.kind in ("money", "percent")):
        return True
    if listed >= 0:
        return mention.kind in ("money", "percent", "score") or not tied
    if mention.kind in ("duration", "number"):
        return tied == "for"
    if mention.kind == "score":
        return True
    return mention.kind == "money" and (tied == "with" or word in word_class("giving"))


NOUNS = frozenset("NLE")


def subject_beside(clauses: Clauses, mention: Mention) -> Phrase | None:
    """-> the subject of the clause that the figure stands in; None where the figure begins the subject."""
    if _is_subject(clauses, mention, mention.first):
        return None
    verb = _finite(clauses, clauses.governor(mention.first))
    return clauses.subject_of(verb) if verb is not None else None


def _finite(clauses: Clauses, verb: Governor | None) -> int | None:
    """``plans to start selling`` -> the token of "plans"."""
    for _ in range(VERBS):
        if verb is None or verb.finite:
            break
        verb = clauses.governor(verb.at)
    return verb.at if verb is not None and verb.finite else None


def _is_subject(clauses: Clauses, mention: Mention, first: int) -> bool:
    """``60% of the workers who voted approved``: the figure begins the subject of a verb behind it."""
    letters, k = clauses.letters, mention.last
    if _goes_on(clauses, first):
        return False
    before = first - 1
    while first - before < 6 and clauses.tokens.words[before] in word_class("hedge"):
        before -= 1
    if clauses.tokens.words[before] == "of" and clauses.tokens.words[before - 1] in word_class("empty_head"):
        before -= 2  # "said the total of 750 rigs included"
        while letters[before] in "DA":
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


def _aside(clauses: Clauses, mention: Mention, first: int) -> bool:
    """``a week ago``, ``the lowest in three years``, ``in six towns``, ``two of them``: nobody's figure."""
    words, last = clauses.tokens.words, mention.last
    if words[last] == "of" and words[last + 1] in word_class("partitive"):
        return True
    if mention.kind == "count":
        k = first - 1
        while k > 0 and clauses.letters[k] in "DA":
            k -= 1
        return words[k] in word_class("place_preposition")
    if mention.kind != "duration":
        return False
    return (
        words[last] in word_class("beside_stretch")
        or words[first - 1] in word_class("which_stretch")
        or (
            words[first - 1] == "in"
            and (words[first - 2].endswith("est") or words[first - 2] in ("time", "first"))
        )
    )


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
    letters, k = clauses.letters, first - (clauses.tokens.words[first - 1] == "+")
    while k > 0 and letters[k - 1] in "RI#" and letters[k - 2 : k] != "E#" and first - k < 9:
        k -= 1  # "down 68p at 1112p"
    if k < first and mention.kind in ("count", "duration", "ratio") and letters[first - 1] == "I":
        if clauses.tokens.words[first - 1] not in TIES[mention.kind == "duration"]:
            return None  # "scientists from five states met"
    if k > 0 and letters[k - 1] == ",":
        if not (clauses.tokens.words[k] in word_class("aside_lead") or _closed(clauses, mention, k, first)):
            return None
        phrase = clauses.phrase_before(k - 1)  # "Unite Group, down 68p", "the camera, at 3,200 megapixels,"
        if phrase is None or clauses.is_time(phrase) or letters[phrase[0]] == "#":
            return None
        return phrase if phrase[0] == 0 or letters[phrase[0] - 1] in "VX,:;" or k == first else None
    phrase = clauses.phrase_before(k)
    if phrase is None or clauses.is_time(phrase):
        return None
    words = clauses.tokens.words
    if words[phrase[1]] == "of" and words[phrase[1] - 1] in change_words().nouns:
        return None  # "sales fell, a drop of 5%"
    if k == first and mention.kind == "count":
        return None  # "Top 10 types of coffee"
    before = letters[phrase[0] - 1] if phrase[0] else "."
    if before == "C" and "#" not in letters[max(0, phrase[0] - 12) : phrase[0]]:
        return None  # "a tax on goods and services by five points"
    if before in '.:;,C"' or (before == "#" and is_signed(clauses, mention)):
        return phrase
    if k == first and words[phrase[0] - 1] in ("vs", "versus"):
        return phrase  # "vs loss 12 cts"
    if before == "I" and letters[k : k + 1] == "R" and words[phrase[0] - 1] == "with":
        return phrase
    return None


TIES = (frozenset({"at", "to", "by", "with"}), frozenset({"at", "to", "by", "with", "for"}))


def _closed(clauses: Clauses, mention: Mention, k: int, first: int) -> bool:
    """``the planet, 124 light-years away, has``: a figure between commas says something of the noun before."""
    if k != first or mention.kind not in ("measure", "duration", "money", "percent", "number"):
        return False
    behind = clauses.letters[mention.last : mention.last + 6].lstrip("ARQIDNLEt")  # long, away, in December
    return behind[:1] in (",", ".", ";", ")", "")


def _bracketed(clauses: Clauses, first: int) -> Phrase | None:
    """``Hunter Jones (15.3 points, 7.4 rebounds)``: the noun before the bracket."""
    letters = clauses.letters
    for k in range(first - 1, max(0, first - 20), -1):
        if letters[k] == "(":
            while letters[k - 1] == "#":
                k -= 1  # horse meat 3,257 (4,211)
            phrase = clauses.phrase_before(k)
            return (
                phrase
                if phrase is not None and letters[phrase[0]] != "#" and not clauses.is_time(phrase)
                else None
            )
        if letters[k] not in "#NLA,RtICE?-":
            return None
    return None


def _stretched(clauses: Clauses, mention: Mention, first: int) -> Phrase | None:
    """``investments over 35 GWh``, ``fines from $250 to $1m``: the noun right before a bound or a range."""
    if mention.modifier in ("exact", "approximate") or mention.kind not in ("money", "percent", "measure"):
        return None
    letters, words = clauses.letters, clauses.tokens.words
    led = mention.modifier == "range" and "from" in words[first - 1 : first + 1]
    k = first - (words[first - 1] == "from")
    k -= words[k - 1] == "ranging"
    phrase = clauses.phrase_before(k)
    if phrase is None or clauses.is_time(phrase):
        return None
    before = letters[phrase[0] - 1] if phrase[0] else "."
    if before not in ".VUGIDC":
        return None
    if before == "I" and k == first and not led and words[phrase[0] - 1] not in ("at", "with", "of"):
        return None
    return None if words[phrase[0] - 1] in word_class("giving") else phrase


GIVEN = {"for": "pay_verb", "to": "add_verb"}


def _given(clauses: Clauses, mention: Mention, verb: int) -> Phrase | None:
    """``paid $12,000 for a roof``, ``adding £3 to a typical bill``: what the sum is for."""
    words = clauses.tokens.words
    verbs = GIVEN.get(words[mention.last])
    given = verbs is not None and mention.kind == "money" and words[verb] in word_class(verbs)
    return clauses.phrase_after(mention.last + 1) if given else None


def _moved(clauses: Clauses, mention: Mention, verb: int, first: int) -> Phrase | None:
    """``cut interest rates by``, ``sent the shares up``, ``bought the club for``: the object of the verb."""
    tokens, letters = clauses.tokens, clauses.letters
    if letters[verb] == "X" or tokens.words[verb] in word_class("reporting"):
        return None
    k = first - 1
    while letters[k] == "R" and letters[k - 1] in "I":
        k -= 1
    if tokens.words[k] == "of" and tokens.words[k - 1] in word_class("empty_head"):
        k -= 2  # by an average of
        while letters[k] in "DA":
            k -= 1
    moving = tokens.words[verb] in changing() or tokens.words[verb] in word_class("bringing")
    if mention.kind == "percent" and letters[k] in "NLE" and tokens.words[verb] in changing():
        phrase = clauses.phrase_after(verb + 1)  # cut fees 5%
        return phrase if phrase is not None and phrase[1] == k + 1 and not clauses.is_time(phrase) else None
    if k <= verb + 1 or tokens.words[k] not in word_class("moves_to"):
        return None
    if tokens.words[k] == "for" and mention.kind != "money":
        return None  # "pumped sewage for three hours"
    if mention.kind in ("count", "ratio", "duration") and not moving:
        return None  # "stole the keys to one of the cars"
    start = verb + 1
    while letters[start] == "R" and start < k:
        start += 1
    phrase = clauses.phrase_after(start)
    if (
        phrase is None
        or phrase[1] > k
        or clauses.is_time(phrase)
        or tokens.words[phrase[1] - 1] in ("day", "session")
    ):
        return None
    if phrase[1] < k and tokens.words[phrase[1]] == "of":
        whole = clauses.phrase_after(phrase[1] + 1)
        if whole is not None and whole[1] <= k:
            phrase = (phrase[0], whole[1])
    between = letters[phrase[1] : k]
    if tokens.words[k] == "for":
        return phrase if not between.strip("IDNLEAP-") else None  # "bought a stake in a school for $5m"
    return phrase if not between.strip("R") or "#" in between or moving else None


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
                return phrase if tokens.words[phrase[0] - 1] in word_class("object_control") else None
        return None
    if before in "NLE" or (before == "#" and k > 1 and letters[k - 2] in "E-"):
        if tokens.words[k] in word_class("priced"):
            return clauses.phrase_before(k)  # the purchase of land worth $5m
        return clauses.chain_before(k) if tokens.words[k] != "including" else None
    opens = letters[k] == "Q" or tokens.words[k] == "ranging" or clauses.finite_before(k) is None
    phrase = clauses.phrase_before(k - 1) if before == "," and opens else None
    return None if phrase is None or clauses.is_time(phrase) else phrase

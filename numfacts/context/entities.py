"""Who or what has a figure, and what a share is a share of.

"Spain spent 1.3 per cent of GDP on defence": the measured entity is "Spain", the denominator "GDP".

A clause reader by word classes, without a model: the subject of the verb before the figure, or the noun that "of"
ties to it.  It abstains where neither stands in the sentence.
"""

from __future__ import annotations

from numfacts.grammar.change import change_words
from numfacts.grammar.noun_phrases import counted_after, is_verb, stops
from numfacts.grammar.tokens import DASHES, Tokens
from numfacts.lexicon.words import word_class
from numfacts.model import Mention

LONGEST = 12  # tokens in an entity
CLAUSE_ENDS = frozenset(
    {
        ".",
        ";",
        ":",
        "“",
        "”",
        '"',
        "(",
        ")",
        "—",
        "–",
        "but",
        "while",
        "because",
        "although",
        "if",
        "when",
        "after",
        "before",
        "said",
        "says",
        "that",
    }
)
LEADS = frozenset(
    {
        "the",
        "a",
        "an",
        "its",
        "his",
        "her",
        "their",
        "our",
        "this",
        "that",
        "these",
        "those",
        "and",
        ",",
        "also",
        "then",
        "now",
        "however",
    }
)
RELATIVE = frozenset({"which", "who", "whose"})


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
        while tokens.words[j][:1].isdigit() or tokens.words[j] in (
            "mln",
            "million",
            "bn",
            "billion",
            ",",
            "-",
            "strong",
        ):
            j += 1  # "16.85 pct of its 30.27 mln issued shares", "7% of its 17,000-strong workforce"
        phrase = counted_after(tokens, j) or counted_after(tokens, j, one=True)
        return tokens.slice(whole, phrase[1]) if phrase else None
    raw = tokens.raw[j]
    return raw if raw.isupper() and raw.isalpha() and len(raw) > 2 else None


def entity_of(tokens: Tokens, mention: Mention) -> str | None:
    """-> who or what has the figure, verbatim; None where the sentence does not say it in a way read here."""
    first = mention.first
    while first > 0 and tokens.starts[first] > mention.start:
        first -= 1
    if mention.kind == "age":
        return _of_age(tokens, mention, first)
    return (
        _before_of(tokens, first)
        or _behind(tokens, mention, first)
        or _subject(tokens, first)
        or _apposed(tokens, mention)
    )


NOUN_TOO = frozenset(
    "cost costs cut cuts bid spread fall rise lead plan return run set".split()
)  # verbs and nouns


def _nominal(tokens: Tokens, k: int) -> bool:
    word = tokens.words[k]
    return word.isalpha() and word not in stops() and not is_verb(word)


def _behind(tokens: Tokens, mention: Mention, first: int) -> str | None:
    """``the $15 billion Gorgon gas field``: a determined amount is of the noun behind it; a change is not."""
    if tokens.words[first - 1] not in word_class("determiner") or mention.kind not in (
        "money",
        "percent",
        "measure",
    ):
        return None
    phrase = counted_after(tokens, mention.last, one=True)
    if phrase is None or phrase[0] != mention.last or tokens.words[phrase[1] - 1] in change_words().nouns:
        return None
    return _clean(tokens, *phrase)


def _of_age(tokens: Tokens, mention: Mention, first: int) -> str | None:
    """The name before ``, 63,``; the noun or name behind ``72-year-old``."""
    if mention.rule == "age.name":
        j = first - 1
        start = j
        while start > 0 and (
            tokens.raw[start - 1][:1].isupper()
            or tokens.words[start - 1] in ("-", "de", "van", "von", "bin", "al", "'", "’", ".")
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
    return _subject(tokens, first)


def _before_of(tokens: Tokens, first: int) -> str | None:
    """``a hazard ratio of 0.80`` -> "hazard ratio"; a noun of change ("a rise of 6%") names no entity."""
    if tokens.words[first - 1] not in ("of", "at") or first < 2:
        return None
    end = first - 1
    start = end
    while (
        start > 0
        and end - start < 5
        and (_nominal(tokens, start - 1) or (tokens.words[start - 1] in NOUN_TOO and start == end))
    ):
        start -= 1
    if (
        start == end
        or tokens.words[end - 1] in change_words().nouns
        or tokens.words[end - 1] in ("total", "average", "maximum", "minimum", "number", "record")
    ):
        return None
    return _clean(tokens, start, end)


def _clean(tokens: Tokens, start: int, end: int) -> str | None:
    """-> the phrase without determiners and adverbs at its edges; None where it is no noun phrase after all."""
    if tokens.words[start + 1] in DASHES and tokens.raw[start].isupper():
        start += 2  # "AP - "
    while start < end and (tokens.words[start] in LEADS or tokens.words[start] in word_class("adverb")):
        start += 1
    while end > start and (tokens.words[end - 1] in TAILS or tokens.words[end - 1] in word_class("adverb")):
        end -= 1
    inside = tokens.words[start:end]
    if not inside or (len(inside) == 1 and inside[0] in word_class("empty_subject")):
        return None
    if inside[0] in word_class("preposition") or inside[-1] in word_class(
        "preposition", "pronoun", "determiner"
    ):
        return None
    for k, word in enumerate(inside, start):
        named = k > start and (tokens.raw[k - 1][:1].isupper() or tokens.glued(k))  # FTSE 100, K2-18b
        if (
            (word[0].isdigit() and not named)
            or word in NO_NOUN
            or word in word_class("auxiliary")
            or (
                ("'" in word or "’" in word)
                and (len(word) > 2 and not word[0].isupper() and word[-2:] not in ("'s", "’s"))
            )
        ):
            return None
    return tokens.slice(start, end)


TAILS = frozenset({"and", "or", ",", "'s", "’s", "by", "the", "a"})
NO_NOUN = frozenset({"cent", "percent", "pct", "%", "$", "£", "€", "per", "p", "mln", "bn"})


def _subject(tokens: Tokens, first: int) -> str | None:
    """The noun phrase before the nearest finite verb to the left, within the clause."""
    verb = None
    for k in range(first - 1, max(-1, first - 25), -1):
        word = tokens.words[k]
        if word in CLAUSE_ENDS and word not in ("said", "says", "that"):
            break
        if _finite(tokens, k):
            verb = k
            break
    if verb is None:
        return _headline_subject(tokens, first)
    moved = _object(tokens, verb, first)
    if moved is not None:
        return moved
    reach = verb - LONGEST
    while verb > max(0, reach) and (
        _finite(tokens, verb - 1)
        or tokens.words[verb - 1] in word_class("adverb")
        or tokens.words[verb - 1].endswith("ly")
    ):
        verb -= 1
    end = verb
    if tokens.words[end - 1] in RELATIVE:
        end -= 1
        if tokens.words[end - 1] == ",":
            end -= 1
    if tokens.words[end - 1] == ")":  # "Ford (F) has"
        reach = end - LONGEST
        while end > max(0, reach) and tokens.words[end - 1] != "(":
            end -= 1
        end -= 1
    if end > 0 and tokens.words[end - 1] == ",":
        end = _before_apposition(tokens, end - 1)
    start = end
    while start > 0 and end - start < LONGEST:
        word = tokens.words[start - 1]
        if (
            word in CLAUSE_ENDS
            or word == ","
            or _finite(tokens, start - 1)
            or word in word_class("conjunction") - {"and", "or"}
        ):
            break
        start -= 1
    return _clean(tokens, start, end) if start < end else None


MOVED = frozenset(
    "cut cuts raised raises lifted lifts lowered hiked increased reduced trimmed slashed boosted revised".split()
)


def _object(tokens: Tokens, verb: int, first: int) -> str | None:
    """``The Bank cut interest rates by``: what a transitive verb moves has the figure."""
    if tokens.words[verb] not in MOVED:
        return None
    for k in range(verb + 1, first):
        if tokens.words[k] in ("by", "to", "from", "at"):
            return _clean(tokens, verb + 1, k) if k > verb + 1 else None
    return None


def _headline_subject(tokens: Tokens, first: int) -> str | None:
    """``X Q2 net up 19% to Rs 40 crore``: without a verb the subject stands before up, down or at."""
    for k in range(max(0, first - 12), first):
        if tokens.words[k] in ("up", "down", "at", "higher", "lower") and k > 0:
            start = k
            while (
                start > max(0, k - LONGEST)
                and tokens.words[start - 1] not in CLAUSE_ENDS
                and tokens.words[start - 1] != ","
            ):
                start -= 1
            return _clean(tokens, start, k) if start < k else None
    return None


def _before_apposition(tokens: Tokens, comma: int) -> int:
    """``Senard, 65, faces`` / ``X, the world's biggest maker, said`` -> the end of what the first comma ends."""
    for k in range(comma - 1, max(-1, comma - LONGEST), -1):
        if tokens.words[k] == ",":
            return k
        if _finite(tokens, k):
            return comma
    return comma


def _finite(tokens: Tokens, k: int) -> bool:
    word = tokens.words[k]
    table = change_words()
    if word in word_class("auxiliary") or word in word_class("past"):
        return True
    if word in table.verbs and (
        word not in table.nouns or tokens.words[k - 1] not in word_class("determiner")
    ):
        return not (word.endswith("ing"))
    return (
        is_verb(word)
        and tokens.words[k - 1] not in word_class("determiner")
        and not tokens.words[k + 1][:1].isupper()
    ) or word in word_class("verb_in_s")


def _apposed(tokens: Tokens, mention: Mention) -> str | None:
    """``Spain's 2 per cent`` -> "Spain"."""
    first = mention.first
    if tokens.words[first - 1] in ("'s", "’s") and first >= 2:
        start = first - 2
        while start > 0 and tokens.raw[start - 1][:1].isupper():
            start -= 1
        return tokens.slice(start, first - 1)
    return None

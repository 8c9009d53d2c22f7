"""The noun phrase that a figure counts, and the one that a clause is about, by closed word classes and endings.

``counted_after("10,000 missiles and drones have been fired", 1)`` -> the tokens of "missiles and drones".  There is
no part-of-speech model here: a plural noun or a known head ends the phrase, a function word or a verb stops it.
"""

from __future__ import annotations

from functools import cache, lru_cache

from numfacts.grammar.numerals import starts_numeral
from numfacts.grammar.tokens import DASHES, Tokens
from numfacts.lexicon.words import word_class

HYPHENS = frozenset("-‐‑")  # a dash ends a noun phrase: "37 bitcoins—about $20,000"
LONGEST = 6  # words in a counted phrase before its head: "other former senior Indian ministry officials"
QUOTES = frozenset("\"“”‘’'«»")


@cache
def stops() -> frozenset[str]:
    """Words that no noun phrase runs across."""
    return word_class("determiner", "pronoun", "preposition", "conjunction", "auxiliary", "past", "adverb") - {
        "other", "more", "less", "past", "online", "wound", "hit", "cut", "set", "split", "cast", "bid", "straight",
        "further", "weekly", "daily", "monthly", "yearly", "annual", "overseas", "plus", "away", "back", "forward",
        "likely", "out", "off", "up", "down", "inside", "outside", "lead", "local", "like", "fell", "kept", "people",
        "round", "saw", "left",
    } | {"left"}  # fmt: skip


VERB_ENDINGS = ("ed",)


@lru_cache(maxsize=1 << 14)
def is_plural(word: str) -> bool:
    """Does a lower-cased word look like a plural noun?"""
    if word in word_class("plural"):
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "ous", "'s", "’s", "itis", "ics"))
        and word not in word_class("singular_s")
        and word not in stops()
    )


def is_plural_at(tokens: Tokens, k: int) -> bool:
    """The same for a token, whose capitals make plurals of abbreviations: MPs, GPs, TVs."""
    raw = tokens.raw[k]
    return is_plural(tokens.words[k]) or (raw[-1:] == "s" and len(raw) > 2 and raw[:-1].isupper())


@lru_cache(maxsize=1 << 14)
def is_verb(word: str) -> bool:
    """Does a lower-cased word look like a finite verb or a participle that ends a noun phrase?"""
    if word in word_class("past") or word in word_class("auxiliary"):
        return True
    return (
        word.endswith("ed")
        and len(word) > 4
        and word not in word_class("noun_in_ed")
        and not word.endswith("eed")
    )


def counted_after(tokens: Tokens, j: int, *, one: bool = False) -> tuple[int, int] | None:
    """-> (first, end) tokens of the noun phrase at token ``j`` behind a number, or None where nothing is counted.

    ``one`` says that the number is one, whose noun is singular.
    """
    known = tokens.nouns
    if (j, one) not in known:
        known[j, one] = _noun_phrase(tokens, j, one)
    return known[j, one]


def _noun_phrase(tokens: Tokens, j: int, one: bool) -> tuple[int, int] | None:
    first = j
    words_, head = tokens.words, None
    of = words_[j] == "of"
    if of:
        j = _past_determiner(tokens, j + 1)
        first = j
        if words_[j] in word_class("pronoun") or starts_numeral(words_[j]):
            return None
    if words_[j] in QUOTES:
        j = first = j + 1
    if words_[j : j + 2] == ["head", "of"]:
        cattle = counted_after(tokens, j + 2)
        return (j, cattle[1]) if cattle else None
    k = j
    while k < min(tokens.count, j + LONGEST + 2):
        if (
            words_[k + 1][:1].isdigit()
            and tokens.glued(k + 1)
            and words_[k][:1].isalpha()
            and _plural_follows(tokens, k + 1)
        ):
            k += 2 + (tokens.glued(k + 2) and words_[k + 2].isalpha())  # "50 A320neo jets"
            continue
        while (
            words_[k + 1] in HYPHENS
            and tokens.glued(k + 1)
            and tokens.glued(k + 2)
            and words_[k][:1].isalpha()
        ):
            k += 2  # a compound goes by its last part: "ready-mixed concrete plants", "gas-only options"
        word, compound = words_[k], k > 0 and words_[k - 1] in HYPHENS and tokens.glued(k)
        if (
            word.isdecimal()
            and (compound or (k > j and tokens.raw[k - 1][:1].isupper()))
            and _plural_follows(tokens, k)
        ):
            k += 1  # "36 F-16 fighter planes", "30 Boeing 737 jets"
            continue
        if not word[:1].isalpha():
            # a figure inside: "27,000 Model S cars", "eight million 250ml bottles"; a comma between adjectives
            if (
                word == ","
                and k > j
                and head is None
                and is_plural(words_[k + 2])
                and _adjective(words_[k - 1])
                and (words_[k + 1] not in stops())
            ):
                k += 1
                continue
            if word in ("'s", "’s", "'", "’") and k > j and head is not None and word in ("'s", "’s"):
                head = None
                k += 1
                continue
            break
        if word == "and" and k > j and head is None and _plural_follows(tokens, k):
            k += 1  # "460 Kia and Hyundai vehicles"
            continue
        if (word in stops() and not _abbreviation(tokens, k)) or (
            is_verb(word) and word not in word_class("participle") and k > j and not compound
        ):
            break
        if (
            k == j
            and is_verb(word)
            and word not in word_class("participle")
            and not _plural_follows(tokens, k)
        ):
            break
        if k == j and word in word_class("verb_s"):
            break
        if k == j and not one and word.endswith("ing") and not _plural_follows(tokens, k):
            break  # "around 73 raising the prospect"
        if word.endswith("ly") and word not in word_class("noun_in_ly"):
            break
        if head is not None and not is_plural_at(tokens, k) and not one:
            break  # behind a plural head only another plural may follow: "sports cars"
        if head is not None and one and (tokens.raw[k][:1].isupper() != tokens.raw[head][:1].isupper()):
            break
        if is_plural_at(tokens, k):
            head = k
            if not one and not is_plural_at(tokens, k + 1):
                k += 1
                break
        elif not (one or words_[j] in word_class("attributive")):
            k += 1  # a singular noun is counted by one only: "the 737 Max jet", "level six spike"
            continue
        elif one or words_[k + 1] in stops() or not words_[k + 1][:1].isalpha() or is_verb(words_[k + 1]):
            head = k if (head is None or one) and word not in word_class("participle") else head
        k += 1
    if head is None or not words_[head][0].isascii() or (of and not is_plural_at(tokens, head) and not one):
        return None
    if (
        head == first
        and is_plural(words_[head])
        and words_[head + 1] in ("the", "a", "an", "them", "him", "it", "that")
    ):
        base = words_[head].removesuffix("s")
        if (
            words_[head] not in word_class("plural")
            and not of
            and {base, base.removesuffix("ie") + "y"} & word_class("base")
        ):
            return None  # "1.2 worries them"
    end = head + 1
    if not one or is_plural_at(tokens, head):
        end = _coordinated(tokens, end)
    return first, end


def _abbreviation(tokens: Tokens, k: int) -> bool:
    """``four US prisoners``: the country, not the pronoun."""
    return tokens.raw[k].isupper() and len(tokens.raw[k]) == 2


def _plural_follows(tokens: Tokens, k: int) -> bool:
    """``18 unexploded wartime bombs``: an -ed word before a plural is an adjective; "10 died in floods" is not."""
    if tokens.words[k] in word_class("past") or tokens.words[k] in word_class("auxiliary"):
        return False
    for word in tokens.words[k + 1 : k + 6]:
        if is_plural(word):
            return True
        if word in stops() or not (word.isalpha() or word in DASHES):
            return False
    return False


def _past_determiner(tokens: Tokens, j: int) -> int:
    while tokens.words[j] in (
        "the",
        "its",
        "his",
        "her",
        "their",
        "our",
        "these",
        "those",
        "my",
        "your",
        "all",
        "such",
    ):
        j += 1
    return j


def _adjective(word: str) -> bool:
    return word.isalpha() and word not in stops()


def _coordinated(tokens: Tokens, end: int) -> int:
    """``missiles`` + ``and drones`` -> the end of the whole; "and wounded 30" is no part of it."""
    if tokens.words[end] not in ("and", "or", "&"):
        return end
    k = end + 1
    while k < end + 4 and tokens.words[k][:1].isalpha():
        word = tokens.words[k]
        if word in stops() or word in word_class("base") or word.endswith("ly") or starts_numeral(word):
            return end
        if is_plural(word):
            follower = tokens.words[k + 1]
            if k == end + 1 and follower in word_class("object_start"):
                return end  # "and wants the", a verb in -s
            return k + 1
        if is_verb(word) and word not in word_class("participle"):
            return end
        k += 1
    return end

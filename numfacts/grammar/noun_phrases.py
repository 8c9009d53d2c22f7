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
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
NO_OWNER = word_class("pronoun", "preposition", "conjunction", "auxiliary")
QUOTES = frozenset("\"“”‘’'«»")
POSSESSIVE = frozenset({"'s", "’s"})


@cache
def stops() -> frozenset[str]:
    """Words that no noun phrase runs across."""
    return word_class("determiner", "pronoun", "preposition", "conjunction", "auxiliary", "past", "adverb") - {
        "other", "more", "less", "past", "online", "wound", "hit", "cut", "set", "split", "cast", "bid", "straight",
        "further", "weekly", "daily", "monthly", "yearly", "annual", "overseas", "plus", "away", "back", "forward",
        "likely", "out", "off", "up", "down", "inside", "outside", "lead", "local", "like", "fell", "kept", "people",
        "round", "saw", "left",
    } | {"left", "why", "how"}  # fmt: skip


@lru_cache(maxsize=1 << 14)
def is_plural(word: str) -> bool:
    """Does a lower-cased word look like a plural noun?"""
    if word in word_class("plural"):
        return True
    if word.endswith("men"):
        return len(word) > 4 and word not in word_class("singular_men")  # aldermen, councilwomen
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "ous", "'s", "’s", "itis"))
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
    words_, head = tokens.words, None
    of = words_[j] == "of"
    if of:
        j = _past_determiner(tokens, j + 1)
        sized = _past_measure(tokens, j) > j  # "five of the three-ton satellites"
        if words_[j] in word_class("pronoun") or (starts_numeral(words_[j]) and not sized):
            return None
    j += words_[j] in QUOTES
    if words_[j : j + 2] == ["head", "of"]:
        cattle = counted_after(tokens, j + 2)
        return (j, cattle[1]) if cattle else None
    k, behind_number = j, starts_numeral(words_[j - 1]) or words_[j - 1][:1].isdigit()
    while k < min(tokens.count, j + LONGEST + 2):
        k = _past_compound(tokens, k)
        if (
            words_[k + 1] in POSSESSIVE
            and not is_plural(words_[k])
            and not (behind_number and _owns(tokens, k, one))
        ):
            k, head = k + 2, None
            continue
        skipped = _past_code(tokens, j, k, head)
        if skipped > k:
            k = skipped
            continue
        if _ends_phrase(tokens, j, k, one) or (head is not None and not _goes_on(tokens, head, k, one)):
            break
        if head is not None and one and not of and _third_person(tokens, k):
            break
        if is_plural_at(tokens, k):
            head = k
            if not one and not is_plural_at(tokens, k + 1):
                break
        elif (one or words_[j] in word_class("attributive")) and _may_be_head(tokens, k, one):
            # a singular noun is counted by one only: not "the 737 Max jet", "level six spike"
            named = words_[k] not in word_class("participle") or words_[k - 2] in HYPHENS
            head = k if (head is None or one) and named else head
        k += 1
    if head is None or not words_[head][0].isascii() or (of and not one and not is_plural_at(tokens, head)):
        return None
    if head == j and not of and _verb_with_object(tokens, head):
        return None
    return j, _coordinated(tokens, head + 1) if not one or is_plural_at(tokens, head) else head + 1


def _past_code(tokens: Tokens, j: int, k: int, head: int | None) -> int:
    """Past what is no word inside a phrase: a model's number, a size, a comma or "and" between adjectives or names."""
    words_, word = tokens.words, tokens.words[k]
    if head is None and _past_measure(tokens, k) > k:
        return _past_measure(tokens, k)
    if (
        word[:1].isalpha()
        and words_[k + 1][:1].isdigit()
        and tokens.glued(k + 1)
        and _plural_follows(tokens, k + 1)
    ):
        return k + 2 + (tokens.glued(k + 2) and words_[k + 2].isalpha())  # "50 A320neo jets"
    compound = words_[k - 1] in HYPHENS and tokens.glued(k)
    if tokens.words[k - 1] in POSSESSIVE and word[:1].isdigit():
        return k + 1  # "a third of Peru's 2019 budget"
    if (
        word.isdecimal()
        and k > j
        and (compound or tokens.raw[k - 1][:1].isupper() or tokens.raw[k + 1][:1].isupper())
        and _plural_follows(tokens, k)
    ):
        return k + 1  # "36 F-16 fighter planes", "30 Boeing 737 jets", "six new 737 Max jets"
    if head is None and k > j:
        listed = (
            word == "," and is_plural(words_[k + 2]) and stops().isdisjoint((words_[k - 1], words_[k + 1]))
        )
        joined = word in ("and", "or") and _plural_follows(tokens, k)
        if (listed or joined) and not starts_numeral(words_[k + 1]) and not words_[k + 1][:1].isdigit():
            return (
                k + 1
            )  # "ten large, empty halls", "460 Kia and Hyundai vehicles"; not "21 Labour, 12 Tories"
    return k


def _owns(tokens: Tokens, k: int, one: bool) -> bool:
    """``at 13.32 Lindholm's shares``, ``one man's work``: whose thing it is stands right behind a number, which does
    not count the thing; elsewhere it does: "two of Moreno's aides", "40% of Chile's copper", "12 driver's licences"."""
    return one or tokens.raw[k][:1].isupper()


def _past_measure(tokens: Tokens, k: int) -> int:
    """``250ml bottles``, ``three-ton satellites``, ``10-year bonds``: past the size of what is counted."""
    words_, end = tokens.words, k + 1
    if not (words_[k][:1].isdigit() or starts_numeral(words_[k])):
        return k
    if words_[k][:1].isdigit() and tokens.glued(end) and words_[end].isalpha():
        end += 1
    while (
        words_[end] in HYPHENS and tokens.glued(end) and tokens.glued(end + 1) and words_[end + 1].isalpha()
    ):
        end += 2
    return end if end > k + 1 and _plural_follows(tokens, end - 1) else k


def _past_compound(tokens: Tokens, k: int) -> int:
    """A compound goes by its last part: "ready-mixed concrete plants", "gas-only options"."""
    while (
        tokens.words[k][:1].isalpha()
        and tokens.words[k + 1] in HYPHENS
        and tokens.glued(k + 1)
        and tokens.glued(k + 2)
        and tokens.words[k + 2] not in DASHES  # "airports--Boston"
    ):
        k += 2
    return k


def _ends_phrase(tokens: Tokens, j: int, k: int, one: bool) -> bool:
    """Is token ``k`` a word that no counted phrase holds, or that none begins with?"""
    word, before = tokens.words[k], tokens.words[k - 1]
    if not word[:1].isalpha():
        return True
    if before in HYPHENS and tokens.glued(k) and k > j:
        return False  # "gas-only options", "check-in desks"
    if (word in stops() and not _abbreviation(tokens, k)) or _adverb(word):
        return not _qualifies(tokens, j, k, one)
    verb = is_verb(word) and word not in word_class("participle")
    if k > j:
        owned = before in POSSESSIVE or ((_adverb(before) or before == "most") and _plural_follows(tokens, k))
        return verb and not owned
    if word in word_class("verb_s"):
        return True
    # "18 unexploded bombs" and "20 charging stations", but not "10 died", "around 73 raising the prospect"
    return (verb or (not one and word.endswith("ing"))) and not _plural_follows(tokens, k)


def _adverb(word: str) -> bool:
    return word.endswith("ly") and word not in word_class("noun_in_ly")


def _qualifies(tokens: Tokens, j: int, k: int, one: bool) -> bool:
    """``two younger sisters``, ``the 20 most traded shares``, ``three privately owned firms``: an adverb or a
    comparative before what is counted; not "10 reportedly died", "12 younger than"."""
    word = tokens.words[k]
    if word not in word_class("degree") and (
        not _adverb(word) or is_plural(tokens.words[k + 1]) or word == "only"
    ):
        return False
    before = tokens.words[k - 1]
    led = k == j or before in POSSESSIVE or before in word_class("before_degree", "degree") or _adverb(before)
    if one and _adjective(tokens.words[k + 1]) and not is_verb(tokens.words[k + 1]):
        return led and (word != "very" or _adjective(tokens.words[k + 2]))
    return led and _plural_follows(tokens, k)


def _goes_on(tokens: Tokens, head: int, k: int, one: bool) -> bool:
    """Behind a plural head only another plural may follow: "sports cars", but not "ten reasons buyers leave"; behind
    "one man" nothing with a capital, behind "one American" a singular noun: "one American soldier"."""
    word = tokens.words[k]
    if not one:
        if tokens.words[head] in word_class("plural_modifier") and word not in stops():
            return is_plural_at(tokens, k) or is_plural_at(tokens, k + 1)  # securities clearing systems
        return is_plural_at(tokens, k) and tokens.words[head] not in word_class("clause_follows")
    if tokens.raw[k][:1].isupper() == tokens.raw[head][:1].isupper():
        return True
    return (
        tokens.raw[head][:1].isupper()
        and not is_plural(word)
        and word not in word_class("base")
        and word not in word_class("no_noun_behind_name")
    )


def _third_person(tokens: Tokens, k: int) -> bool:
    """``one party controls both``, ``one man sells cars``: a verb in -s, but "one sports car", "one new species"."""
    word = tokens.words[k]
    if not is_plural(word) or word in word_class("plural"):
        return False
    base = {word[:-1], word.removesuffix("ies") + "y", word.removesuffix("es")}
    return not _adjective(tokens.words[k + 1]) or not word_class("base").isdisjoint(base)


def _may_be_head(tokens: Tokens, k: int, one: bool) -> bool:
    follower = tokens.words[k + 1]
    return one or follower in stops() or not follower[:1].isalpha() or is_verb(follower)


def _verb_with_object(tokens: Tokens, k: int) -> bool:
    """``an R value of 1.2 worries them``: what looks like a plural is a verb."""
    word, base = tokens.words[k], tokens.words[k].removesuffix("s")
    if not is_plural(word) or word in word_class("plural"):
        return False
    followed = tokens.words[k + 1] in ("the", "a", "an", "them", "him", "it", "that")
    return followed and not word_class("base").isdisjoint({base, base.removesuffix("ie") + "y"})


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
        if (word in stops() and word not in word_class("degree")) or not (word.isalpha() or word in DASHES):
            return False
    return False


def past_article(tokens: Tokens, j: int) -> int:
    """``half a point``: past the article, if one is there."""
    return j + (tokens.words[j] in ("a", "an"))


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


def past_owner(tokens: Tokens, j: int) -> int:
    """Past whose something is: ``Lima's`` brothers, ``the nation's`` four banks; ``j`` where nobody owns it."""
    for k in range(j, j + 5):
        if tokens.words[k] in POSSESSIVES and k > j and tokens.glued(k):
            return k + 1
        word, named = tokens.words[k], tokens.raw[k][:1].isupper()
        if not (word.isalpha() or word == ".") or (word in NO_OWNER and not named):
            break
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
            return k + 2 if is_plural_at(tokens, k + 1) else k + 1  # "securities and futures firms"
        if is_verb(word) and word not in word_class("participle"):
            return end
        k += 1
    return end

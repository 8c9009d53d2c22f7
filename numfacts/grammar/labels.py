"""Numbers that are the last part of a name: Section 44, Boeing 737, FTSE 100, No. 10, Windows 11, 14 Rope Walk.

``is_labelled(tokens of "the FTSE 100 rose", 2, 3, "ftse", "rose")`` -> "name"
"""

from __future__ import annotations

from numfacts.grammar.descriptions import described_after
from numfacts.grammar.noun_phrases import counted_after, is_plural, is_plural_at
from numfacts.grammar.tokens import DASHES, Tokens
from numfacts.lexicon.numerals import number_words
from numfacts.lexicon.words import word_class


def is_labelled(tokens: Tokens, i: int, j: int, before: str, follower: str) -> str | None:
    """``Section 44``, ``Boeing 737``, ``FTSE 100``, ``No. 10``, ``Windows 11``."""
    if tokens.raw[j][:1].isupper() and any(tokens.words[k] in word_class("street") for k in (j + 1, j + 2)):
        return "address or phone number"  # 14 Rope Walk
    if tokens.raw[j - 1] == "K" and follower in word_class("pixels"):
        return "name"  # 4K video
    if tokens.raw[j].isupper() and tokens.words[j + 1].isdecimal() and tokens.glued(j + 1):
        return "name"  # asteroid 2024 YR4
    if before == "." and tokens.words[i - 2] in (
        "no",
        "nos",
        "vol",
        "fig",
        "art",
        "sec",
        "ch",
        "p",
        "pp",
        "cap",
        "op",
    ):
        return "name"
    if follower == "block" and tokens.words[j + 1] == "of":
        return "address or phone number"  # the 23300 block of Edmond Street
    if before == "of" and _of_label(tokens, i - 2):
        return "name"  # page 1 of 2, level 3 out of 5
    if before in ("week", "day", "quarter") and follower == "of" and len(tokens.words[j + 1]) == YEAR:
        return "date"  # week 10 of 2005
    if _is_counted_model(tokens, i, j, before):
        return "name"
    if tokens.raw[j] == "Cent" and not tokens.title_case:
        return "name"  # 50 Cent
    if before in ("#", "№", "§"):
        return "name"
    if is_rank(tokens, i, j):
        return "rank"
    raw = tokens.raw[i - 1]
    if tokens.words[i - 2] == "&" and tokens.glued(i - 1):
        before = f"{tokens.words[i - 3]}&{before}"  # S&P 500
    if (
        before == "and"
        and tokens.words[i - 2].isdecimal()
        and tokens.words[i - 3] in word_class("label_plural")
    ):
        return "name"
    if not raw[:1].isalpha():
        return None
    if is_of_kind(tokens, i, j):
        return "name"
    if before in word_class("label_plural"):
        return "name"  # junctions 10 and 11
    if "," in tokens.words[i]:
        return None  # "to release 20,000 files": no label has thousands
    if before in word_class("label") and (
        raw[:1].isupper() or raw != before or before in word_class("label_lower")
    ):
        if before in word_class("label_counted") and is_plural(follower):
            return None
        if raw == before and is_plural(follower) and before not in ("section", "resolution", "room"):
            return None
        return "name"
    if raw[:1].isupper() and _proper(tokens, i - 1, follower) and _bare(tokens, j, follower):
        return "name"
    if (
        tokens.raw[j][:1].isupper()
        and follower not in word_class("weekday")  # "the blast killed 12 Monday"
        and before not in word_class("before_figure")
        and _name_follows(tokens, j)
        and _short(tokens, i, j)
    ):
        return "name"  # 787 Dreamliner, 11 Pro Max
    return None


YEAR = 4  # digits


def _is_counted_model(tokens: Tokens, i: int, j: int, before: str) -> bool:
    """``five 787 Dreamliner jets``, ``four 747-400 aircraft``: a number of three digits that another one counts."""
    if len(tokens.words[i]) != MODEL or not tokens.words[i].isdecimal():
        return False
    if before not in number_words().ones and not (before.isdecimal() and len(before) < YEAR):
        return False
    variant = tokens.words[j] in DASHES and tokens.glued(j) and tokens.words[j + 1].isdecimal()
    return variant or (tokens.raw[j].istitle() and tokens.words[j].isalpha())


MODEL = 3  # digits


def _of_label(tokens: Tokens, k: int) -> bool:
    """Does a labelled number end at token ``k``, or before its "out"?"""
    k -= tokens.words[k] == "out"
    return tokens.words[k].isdecimal() and tokens.words[k - 1] in word_class("label")


def is_rank(tokens: Tokens, i: int, j: int) -> bool:
    """``in the top ten``, ``a top 20 hit``, ``the last 16``, ``the back nine``; not ``the top ten shares``, and not
    ``cases top 60,000``."""
    follower = tokens.words[j]
    return (
        tokens.words[i - 1] in word_class("ranking")
        and j == i + 1
        and len(tokens.words[i]) <= (3 if tokens.words[i].isdecimal() else LONGEST_RANK)
        and follower not in DASHES
        and follower not in ("%", ":", "/")
        and not (tokens.glued(j) and follower.isalpha())
        and not (follower == "," and tokens.words[j + 1][:1].isdigit())
        and not counted_after(tokens, j)
        and not described_after(tokens, j)
    )


LONGEST_RANK = 7  # letters: the top fifteen, but not the last hundred


def is_of_kind(tokens: Tokens, i: int, j: int) -> bool:
    """``phase three trials``, ``category 5 hurricanes``, ``type 2 diabetics``; not ``at that stage 3 riders fell``."""
    return (
        j == i + 1
        and (len(tokens.words[i]) == 1 or tokens.words[i].isalpha())
        and tokens.words[i - 1] in word_class("label_of_kind")
        and tokens.words[i - 2] not in word_class("before_plain_label")
    )


def _short(tokens: Tokens, i: int, j: int) -> bool:
    return j == i + 1 and tokens.words[i].isdecimal() and len(tokens.words[i]) <= 3


def _name_follows(tokens: Tokens, j: int) -> bool:
    """Capitalised words, none of them a plural or of a language or a people, up to the first word that is not."""
    k = j
    while tokens.raw[k][:1].isupper() and k < j + 4:
        if (
            is_plural_at(tokens, k)
            or tokens.raw[k].isupper()
            or tokens.words[k].endswith(("an", "ish", "ese", "ch"))
        ):
            return False
        k += 1
    if tokens.words[k][:1].isdigit() or tokens.words[k] in DASHES:
        return False  # "30 Boeing 737 jets", "315 Shahed-136 drones"
    return not tokens.raw[k][:1].islower() or not is_plural(tokens.words[k])


def _proper(tokens: Tokens, i: int, follower: str) -> bool:
    """Is the capitalised word before a number part of a name, and not the first word of a sentence or of a title?"""
    word = tokens.words[i]
    if (
        word
        in word_class(
            "determiner",
            "pronoun",
            "preposition",
            "conjunction",
            "auxiliary",
            "past",
            "adverb",
            "base",
            "month",
            "weekday",
        )
        or word.endswith(("ing", "ed"))
        or (len(word) > 3 and word.endswith("ly"))
    ):
        return False
    if i == 0 or (i == 1 and not tokens.words[0][:1].isalpha()):
        return (tokens.raw[i].isupper() and len(word) > 1) or follower in word_class("auxiliary")
    return not tokens.title_case


def _bare(tokens: Tokens, j: int, follower: str) -> bool:
    """Nothing that a figure would measure or count stands behind the number."""
    if follower in ("%", "percent", "per", "million", "billion") or (follower in DASHES and tokens.glued(j)):
        return False
    if (
        follower[:1].isalpha()
        and (is_plural(follower) or is_plural(tokens.words[j + 1]))
        and follower not in word_class("preposition", "conjunction", "auxiliary", "past")
    ):
        return False
    return len(tokens.words[j - 1]) <= 4

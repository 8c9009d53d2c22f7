"""Names, codes, clock times, phone numbers, list numbers: what holds digits or number words and states no figure.

``why_no_figure(tokens of "shares in the FTSE 100 rose", …)`` -> "name".
"""

from __future__ import annotations

import csv
import re
from bisect import bisect_right
from functools import cache
from importlib.resources import files

from numfacts.grammar.noun_phrases import is_plural, is_plural_at
from numfacts.grammar.tokens import DASHES, Tokens
from numfacts.lexicon.words import word_class
from numfacts.model import Numeral

ADDRESS = re.compile(
    r"""
      \b(?:https?://|www\.)\S+            # https://example.org/2019/03
    | \S+@\S+\.\S+                        # desk24@example.org
    | (?<!\w)[@\#]\w+                     # @desk24   #brexit50
    | \b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|co|gov|edu|io|info)\b(?:/\S*)?
    """,
    re.VERBOSE,
)
CLOCK_TIME = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
PHONE = re.compile(
    r"""
      \+\ ?\d[\d\ ()/.-]{6,}\d            # +44 20 7946 0000
    | \(0?\d{2,5}\)\ ?\d[\d\ -]{4,}\d     # (02) 9876 5432
    | (?<![\d.,£$€])\b0\d{2,4}[\ -]\d{3,4}[\ -]?\d{3,4}\b    # 0800 555 0199
    | (?<![\d.,£$€-])\b(?:1-)?\d{3}-\d{3}-\d{4}\b            # 1-800-555-0199
    | \b1[38]00[\ -]\d{3}[\ -]\d{3,4}\b    # 1300 555 019   1800-555-0199
    | \b13\ \d{2}\ \d{2}\b                # 13 55 01
    | (?<=[Cc]all\ )\d{3}\ \d{3}\b         # call 555 019
    | (?<=\bon\ )\d{3}\ \d{3}(?![\d%]|[.,]\d)\b # on 555 019
    """,
    re.VERBOSE,
)


def why_no_figure(
    tokens: Tokens, numeral: Numeral, blocked: list[tuple[int, int]], *, measured: bool = False
) -> str | None:
    """-> why the numeral states nothing ("name", "code", "clock time", …), or None where it may be a figure.

    ``measured`` says that a unit stands behind it: number words are then doubted only in names and idioms.
    """
    i, j = numeral.first, numeral.last
    start = tokens.starts[i]
    if _idiom(tokens, i, j):
        return "idiom"
    k = bisect_right(blocked, (start, len(tokens.text))) - 1
    if k >= 0 and start < blocked[k][1]:
        return "address or phone number"
    at = i + 1 if tokens.words[i] in DASHES else i
    word, before, follower = tokens.words[at], tokens.words[i - 1], tokens.words[j]
    if word[:1].isdigit():
        return _why_no_digits(tokens, i, j, before, follower)
    if measured:
        return "name" if _in_title(tokens, i) else None
    return _why_no_words(tokens, i, j, word, before, follower, numeral)


@cache
def _idioms() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Every word of an idiom that could be read as a number -> the idioms that it stands in."""
    index: dict[str, list[tuple[str, ...]]] = {}
    with files("numfacts.lexicon").joinpath("idioms.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(line for line in lines if not line.startswith("#")):
            idiom = tuple(row["words"].split())
            for word in idiom:
                index.setdefault(word, []).append(idiom)
    return {word: tuple(found) for word, found in index.items()}


def _idiom(tokens: Tokens, i: int, j: int) -> bool:
    for k in range(i, j):
        for idiom in _idioms().get(tokens.words[k], ()):
            for at, word in enumerate(idiom):
                first = k - at
                if word == tokens.words[k] and first >= 0 and tuple(tokens.words[first : first + len(idiom)]) == idiom:
                    return True
    return False


def _why_no_digits(tokens: Tokens, i: int, j: int, before: str, follower: str) -> str | None:
    if tokens.glued(i) and (before[-1:].isalpha() or before in ("_", "&")):
        return "code"
    if before == "." and tokens.glued(i) and tokens.glued(i - 1) and tokens.raw[i - 2][-1:].isalpha():
        return "code"  # ID.3
    if tokens.glued(i) and before in DASHES and tokens.glued(i - 1):
        lead = tokens.raw[i - 2]
        if lead[:1].isdigit() and tokens.glued(i - 2) and tokens.raw[i - 3][-1:].isalpha():
            return "code"  # K2-18b
        if lead.lower() in ("last", "top") or (lead.lower() in ("under", "over") and follower != "s"):
            return "name"  # the last-32 match, the Under-21 forward
        if lead[:1].isupper() and lead.isalpha() and lead.lower() not in ("sub", "mid", "pre", "post", "over", "under", "minus"):
            return "code"  # Covid-19, F-16, MH-370
        if lead.isalpha() and lead.lower() in ("covid", "catch", "omega"):
            return "code"
    if before in word_class("dialled") or (before == "on" and len(tokens.words[i]) == 3 and follower.isdecimal()):
        return "address or phone number"
    if follower in DASHES and tokens.glued(j) and tokens.glued(j + 1) and tokens.raw[j + 1][:1].isupper() and (
        len(tokens.raw[j + 1]) == 1 or tokens.raw[j + 1][1:].islower()
    ):
        return "name"  # 7-Eleven, 1402-X
    if (follower in word_class("clock") and not _odd_decimals(tokens.words[i])) or (follower in (":",) and tokens.glued(j) and tokens.words[j + 1][:1].isdigit() and tokens.glued(j + 1)):
        return "clock time"
    if before == ":" and tokens.glued(i) and tokens.words[i - 2][-1:].isdigit() and tokens.glued(i - 1):
        return "clock time"
    if follower == "fm" or (i == 0 and _liveblog_time(tokens, j)):
        return "name" if follower == "fm" else "clock time"
    if i == 0 and ((follower in (".", ")") and tokens.words[j + 1][:1].isalpha() and tokens.starts[j + 1] > tokens.ends[j])) and (
        len(tokens.words[i]) <= 2
    ):
        return "list number"
    if before == "(" and i == 1 and follower == ")" and len(tokens.words[i]) <= 2:
        return "list number"
    if (before == "[" and follower == "]") or _one_of_many_brackets(tokens, i, j):
        return "reference mark"
    if before == ":" and tokens.raw[i - 2].isupper() and len(tokens.raw[i - 2]) in (3, 4, 5) and tokens.words[i].isdecimal():
        return "code"  # TYO: 6753
    if tokens.words[i][0] == "0" and len(tokens.words[i]) > 1 and tokens.words[i].isdecimal():
        return "code"  # 0941
    if before == "the" and follower in ("from", "to") and CLOCK_TIME.fullmatch(tokens.words[i]) and tokens.raw[j + 1][:1].isupper():
        return "clock time"  # the 07.42 from Reading
    if follower == "(" and tokens.glued(j) and len(tokens.words[j + 1]) == 1 and tokens.words[j + 1].isalpha():
        return "name"  # 401(k)
    if before == "at" and len(tokens.words[i]) == 4 and follower == "," and tokens.words[j + 1] in word_class("zone"):
        return "clock time"  # "at 1300, Pacific time"
    if "*" in (follower, before) and (tokens.glued(j) or tokens.glued(i)):
        return "code"
    if follower in ("/",) and tokens.glued(j) and tokens.glued(j + 1) and tokens.words[j + 1][:1].isdigit():
        return "code"
    if before in ("/",) and tokens.glued(i) and tokens.glued(i - 1) and tokens.words[i - 2][-1:].isalnum() and not (
        tokens.words[i - 2] in ("per",)
    ):
        return "code"
    return _labelled(tokens, i, j, before, follower)




def _labelled(tokens: Tokens, i: int, j: int, before: str, follower: str) -> str | None:
    """``Section 44``, ``Boeing 737``, ``FTSE 100``, ``No. 10``, ``Windows 11``."""
    if tokens.raw[j][:1].isupper() and any(tokens.words[k] in word_class("street") for k in (j + 1, j + 2)):
        return "address or phone number"  # 14 Rope Walk
    if tokens.raw[j] == "K" and tokens.glued(j) and tokens.words[j + 1] in word_class("pixels"):
        return "name"  # 4K video
    if before == "." and tokens.words[i - 2] in ("no", "nos", "vol", "fig", "art", "sec", "ch", "p", "pp", "cap", "op"):
        return "name"
    if before in ("#", "№", "§"):
        return "name"
    raw = tokens.raw[i - 1]
    if before == "and" and tokens.words[i - 2].isdecimal() and tokens.words[i - 3] in word_class("label_plural"):
        return "name"
    if not raw[:1].isalpha():
        return None
    if before in word_class("label_plural"):
        return "name"  # junctions 10 and 11
    if before in word_class("label") and (raw[:1].isupper() or raw != before or before in word_class("label_lower")):
        if before in word_class("label_counted") and is_plural(follower):
            return None
        if raw == before and is_plural(follower) and before not in ("section", "resolution", "room"):
            return None
        return "name"
    if raw[:1].isupper() and _proper(tokens, i - 1, follower) and _bare(tokens, j, follower):
        return "name"
    if tokens.raw[j][:1].isupper() and before not in word_class("before_figure") and _name_follows(tokens, j) and numeral_is_short(tokens, i, j):
        return "name"  # 787 Dreamliner, 11 Pro Max
    return None


def _odd_decimals(word: str) -> bool:
    """No clock shows 2.1 or 2.123."""
    return "." in word and len(word.partition(".")[2]) != 2


def _one_of_many_brackets(tokens: Tokens, i: int, j: int) -> bool:
    """``(1195) (980) (25)``: counts of an archive's menu."""
    if tokens.words[i - 1] != "(" or tokens.words[j] != ")":
        return False
    after = tokens.words[j + 1] == "(" and tokens.words[j + 2].isdecimal() and tokens.words[j + 3] == ")"
    before = tokens.words[i - 2] == ")" and tokens.words[i - 3].isdecimal() and tokens.words[i - 4] == "("
    return after or before


def _liveblog_time(tokens: Tokens, j: int) -> bool:
    """``14.07 An Indonesian official has said``: the time at the head of a live entry."""
    hours, point, minutes = tokens.words[0].partition(".")
    return j == 1 and bool(point) and len(hours) == len(minutes) == 2 and hours <= "23" and minutes <= "59" and (
        tokens.raw[1][:1].isupper() and tokens.count > 4
    )




def numeral_is_short(tokens: Tokens, i: int, j: int) -> bool:
    return j == i + 1 and tokens.words[i].isdecimal() and len(tokens.words[i]) <= 3


def _name_follows(tokens: Tokens, j: int) -> bool:
    """Capitalised words, none of them a plural or of a language or a people, up to the first word that is not."""
    k = j
    while tokens.raw[k][:1].isupper() and k < j + 4:
        if is_plural_at(tokens, k) or tokens.raw[k].isupper() or tokens.words[k].endswith(("an", "ish", "ese", "ch")):
            return False
        k += 1
    if tokens.words[k][:1].isdigit() or tokens.words[k] in DASHES:
        return False  # "30 Boeing 737 jets", "315 Shahed-136 drones"
    return not tokens.raw[k][:1].islower() or not is_plural(tokens.words[k])


def _proper(tokens: Tokens, i: int, follower: str) -> bool:
    """Is the capitalised word before a number part of a name, and not the first word of a sentence or of a title?"""
    word = tokens.words[i]
    if word in word_class("determiner", "pronoun", "preposition", "conjunction", "auxiliary", "past", "adverb", "base",
                     "month", "weekday") or word.endswith(("ing", "ed")) or (len(word) > 3 and word.endswith("ly")):
        return False
    if i == 0 or (i == 1 and not tokens.words[0][:1].isalpha()):
        return (tokens.raw[i].isupper() and len(word) > 1) or follower in word_class("auxiliary")
    return not tokens.title_case


def _bare(tokens: Tokens, j: int, follower: str) -> bool:
    """Nothing that a figure would measure or count stands behind the number."""
    if follower in ("%", "percent", "per", "million", "billion") or (follower in DASHES and tokens.glued(j)):
        return False
    if follower[:1].isalpha() and (is_plural(follower) or is_plural(tokens.words[j + 1])) and follower not in word_class(
        "preposition", "conjunction", "auxiliary", "past"
    ):
        return False
    return len(tokens.words[j - 1]) <= 4


def _in_title(tokens: Tokens, i: int) -> bool:
    """A number word with a capital inside a sentence belongs to a name: the Six-Day War, Ocean's Eleven, Seven Samurai."""
    if not tokens.raw[i][:1].isupper() or tokens.raw[i].isupper() or i == 0:
        return False
    opened = tokens.words[i - 1] in OPENERS and not (tokens.words[i - 1] in DASHES and tokens.glued(i))
    return not opened and not tokens.title_case


OPENERS = frozenset("“‘\"'(:—–-•*|«`.,?!…_")



def _why_no_words(
    tokens: Tokens, i: int, j: int, word: str, before: str, follower: str, numeral: Numeral
) -> str | None:
    if _in_title(tokens, i):
        return "name"
    if tokens.glued(i) and (before in DASHES or before[-1:].isalnum()) and before not in ("-",) and not before[-1:].isdigit():
        return "name" if before not in DASHES else None
    if word == "one" and j == i + 1:
        return _why_no_one(tokens, i, before, follower)
    raw, lead = tokens.raw[i], tokens.raw[i - 1]
    if before in word_class("month") and lead[:1].isupper() and numeral.form == "words":
        return "date"  # April six
    if before in word_class("label_in_words") and not is_plural(follower) and numeral.form == "words":
        return "name"  # level six, day four
    if raw[:1].isupper() and lead[:1].isupper() and before in word_class("label_capitalised") and numeral.form == "words":
        return "name"  # Formula One, World War Two, Channel Four
    if raw[:1].isupper() and lead in ("War", "Act", "Part", "Chapter", "Phase", "Radio", "Big", "Group", "Channel", "Year"):
        return "name"
    if raw[:1].isupper() and before == "of" and tokens.raw[i - 2] == "Group":
        return "name"
    if follower in word_class("clock") or (before == "at" and follower in (".", ",", "o'clock") and (numeral.value or 99) <= 12):
        return "clock time"
    return None


def _why_no_one(tokens: Tokens, i: int, before: str, follower: str) -> str | None:
    if before in word_class("speech"):
        return "pronoun"  # "said one resident"
    if follower == "of" and _superlative_of(tokens, i + 2):
        return "one of many"
    if before in word_class("before_pronoun_one") or before in ("formula", "number", "day", "square", "air", "capital", "back", "loved", "phase"):
        return "pronoun"
    if follower in word_class("after_pronoun_one") or not follower[:1].isalpha() and follower not in DASHES:
        return "pronoun"
    if follower in word_class("preposition", "auxiliary", "pronoun", "conjunction", "determiner", "past") and follower not in (
        "of", "in", "out", "more", "to", "or", "and", "other",
    ):
        return "pronoun"
    if follower in ("to", "in", "or", "and", "out") and not (
        tokens.words[i + 2][:1].isdigit() or tokens.words[i + 2] in ("two", "three", "four", "five", "six", "seven", "eight",
            "nine", "ten", "twelve", "twenty", "a", "half", "every", "of", "more", "hundred")
    ):
        return "pronoun"
    if follower == "and" and tokens.words[i + 2] in ("the", "only"):
        return "pronoun"
    if before == "at" and follower in ("point", "time", "stage", "end"):
        return "idiom"
    if follower in ("point", "day", "time", "stage", "side") and before in ("", "at", "on", ",", "and", "but", "to"):
        return "idiom"
    if tokens.raw[i] == "One" and tokens.raw[i - 1][:1].isupper() and i > 1 and before not in word_class("preposition"):
        return "name"
    if follower in DASHES and tokens.words[i + 2] in ("off", "time", "sided", "way", "on", "stop", "liner", "upmanship", "size", "another", "to"):
        return "idiom"
    return None


def _superlative_of(tokens: Tokens, k: int) -> bool:
    """``one of the best``, ``one of Britain's biggest``, ``one of his key``: nothing is counted out of a number."""
    for word in tokens.words[k : k + 5]:
        if word[:1].isdigit() or word in ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"):
            return False
    return True

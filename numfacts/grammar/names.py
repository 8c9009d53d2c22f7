"""Names, codes, clock times, phone numbers, list numbers: what holds digits or number words and states no figure.

``why_no_figure(tokens of "shares in the FTSE 100 rose", …)`` -> "name".
"""

from __future__ import annotations

import re
from bisect import bisect_right

from numfacts.grammar.codes import why_no_digits
from numfacts.grammar.idioms import in_idiom
from numfacts.grammar.labels import is_labelled, is_of_kind, is_rank
from numfacts.grammar.noun_phrases import is_plural
from numfacts.grammar.pronoun_one import by_turns, why_no_one
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


PHONE = re.compile(
    r"""
      \+\ ?\d[\d\ ()/.-]{6,}\d            # +44 20 7946 0000
    | \(0?\d{2,5}\)\ ?\d[\d\ –-]{4,}\d    # (02) 9876 5432
    | (?<![\d.,£$€])\b0\d{2,4}[\ -]\d{3,4}[\ -]?\d{3,4}\b    # 0800 555 0199
    | (?<![\d.,£$€-])\b(?:1-)?\d{3}-\d{3}-\d{4}\b            # 1-800-555-0199
    | \b1[38]00[\ -]\d{3}[\ -]\d{3,4}\b    # 1300 555 019   1800-555-0199
    | \b13\ \d{2}\ \d{2}\b                # 13 55 01
    | (?<=[Cc]all\ )\d{3}\ \d{3}\b         # call 555 019
    | (?<=\bon\ )\d{3}\ \d{3}(?![\d%]|[.,]\d)\b # on 555 019
    """,
    re.VERBOSE,
)


MARKUP = re.compile(r"(?:<|&lt;)/?[A-Za-z]{1,10}(?:\s[^<>&]*)?(?:>|&gt;)")  # <font size="-1">
PROGRAM = re.compile(
    r"""
      [\w\])'"]\ ?(?:=>|->|==|!=)\ ?[\w$'"]    # $user->name   'id' => 3
    | \$[A-Za-z_]\w*\ ?(?:=|\[|\)|,)            # $x = 70   ($im, 12)
    | [\w-]:\ ?[\d.]+(?:em|px|rem|pt)?\ ?[;}]   # margin: 0 }
    | '/[^']*\\[^']*/                            # '/\s{2,}/'
    """,
    re.VERBOSE,
)

Blocked = list[tuple[int, int, str]]  # stretches of a sentence whose bare numbers state nothing, and why


def why_no_figure(
    tokens: Tokens, numeral: Numeral, blocked: Blocked, *, measured: bool = False
) -> str | None:
    """-> why the numeral states nothing ("name", "code", "clock time", …), or None where it may be a figure.

    ``measured`` says that a unit stands behind it: number words are then doubted only in names and idioms.
    """
    i, j = numeral.first, numeral.last
    start = tokens.starts[i]
    if in_idiom(tokens, i, j):
        return "idiom"
    k = bisect_right(blocked, (start, len(tokens.text), "")) - 1
    if k >= 0 and start < blocked[k][1]:
        return blocked[k][2]
    if _split(tokens, i, j):
        return "share split"
    at = i + 1 if tokens.words[i] in DASHES else i
    word, before, follower = tokens.words[at], tokens.words[i - 1], tokens.words[j]
    if word[:1].isdigit():
        return why_no_digits(tokens, i, j) or is_labelled(tokens, i, j, before, follower)
    if measured:
        return "name" if _in_title(tokens, i) else "idiom" if by_turns(tokens, i, j) else None
    return _why_no_words(tokens, i, j, word, before, follower, numeral)


def _split(tokens: Tokens, i: int, j: int) -> bool:
    """``a five-for-one stock split``: two numbers that are no figures by themselves."""
    before = tokens.words[i - 3 : i] if i >= 3 else []
    return (tokens.words[j : j + 3] == FOR and not is_tally(tokens, j)) or before == FOR


FOR = ["-", "for", "-"]


def is_tally(tokens: Tokens, j: int) -> bool:
    """Does token ``j`` open the rest of ``3-for-12``, hits of so many attempts?  Not where shares are split."""
    return (
        tokens.words[j : j + 3] == FOR
        and tokens.glued(j)
        and tokens.words[j - 1].isdecimal()
        and tokens.words[j + 3].isdecimal()
        and word_class("splitting").isdisjoint(tokens.vocabulary)
    )


def _in_title(tokens: Tokens, i: int) -> bool:
    """A number word with a capital inside a sentence is in a name: the Six-Day War, Ocean's Eleven."""
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
    if (
        tokens.glued(i)
        and (before in DASHES or before[-1:].isalnum())
        and before not in ("-",)
        and not before[-1:].isdigit()
    ):
        return "name" if before not in DASHES else None
    if word == "one" and j == i + 1:
        return why_no_one(tokens, i, before, follower)
    if numeral.form == "words" and is_rank(tokens, i, j):
        return "rank"
    if i == 0 and follower == ":":
        return "list number"  # "Two: it is cheap."
    raw, lead = tokens.raw[i], tokens.raw[i - 1]
    if before in word_class("month") and lead[:1].isupper() and numeral.form == "words":
        return "date"  # April six
    if numeral.form == "words" and (
        is_of_kind(tokens, i, j) or (before in word_class("label_in_words") and not is_plural(follower))
    ):
        return "name"  # category two calls, level six, day four
    if (
        raw[:1].isupper()
        and lead[:1].isupper()
        and before in word_class("label_capitalised")
        and numeral.form == "words"
    ):
        return "name"  # Formula One, World War Two, Channel Four
    if raw[:1].isupper() and lead in (
        "War",
        "Act",
        "Part",
        "Chapter",
        "Phase",
        "Radio",
        "Big",
        "Group",
        "Channel",
        "Year",
    ):
        return "name"
    if raw[:1].isupper() and before == "of" and tokens.raw[i - 2] == "Group":
        return "name"
    if follower in word_class("clock") or (
        before == "at" and follower in (".", ",", "o'clock") and (numeral.value or 99) <= 12
    ):
        return "clock time"
    return None

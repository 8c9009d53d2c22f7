"""What may stand between a number and the noun that it counts, where the noun phrase does not begin right behind it.

``described_after("two 14-year-old girls", 1)`` -> the tokens of "14-year-old girls"
"""

from __future__ import annotations

from numfacts.grammar.noun_phrases import counted_after, is_plural, is_plural_at, is_verb, past_owner, stops
from numfacts.grammar.tokens import DASHES, Tokens
from numfacts.lexicon.currencies import currency_symbols
from numfacts.lexicon.numerals import number_words
from numfacts.lexicon.words import word_class

LONGEST = 4  # descriptions before the noun: "three heavily financed, publicly traded companies"
SYMBOL = 3  # letters of a unit, digits of a model: "120 mm rounds", "737 Max jets"


def described_after(tokens: Tokens, j: int) -> tuple[int, int] | None:
    """-> (first, end) of the noun phrase at token ``j`` that opens with what ``counted_after`` does not know: another
    number with its unit, a model, a firm, two words that qualify one another."""
    if tokens.words[j] == "head":
        return j, j + 1  # "700 head a day"
    k = past_owner(tokens, j) if tokens.raw[j][:1].isupper() else j  # "1,200 Acme Paper Plc's new shares"
    for _ in range(LONGEST):
        behind = _past_description(tokens, k)
        if behind == k:
            break
        k = behind
        several = is_plural_at(tokens, k - 1) or (tokens.words[k - 1] == "s" and tokens.glued(k - 1))
        if several and not is_plural(tokens.words[k]):
            return j, k  # "five 3-pointers", "six F-18s"
    noun = counted_after(tokens, k) if k > j else None
    return (j, noun[1]) if noun else None


def _past_description(tokens: Tokens, k: int) -> int:
    word, follower = tokens.words[k], tokens.words[k + 1]
    if word in currency_symbols() and follower[:1].isdigit():
        return k + 2 + (tokens.words[k + 2] in number_words().scales)  # "two $50 million offers"
    if word in word_class("describing") and follower.isalpha():
        return k + 1
    if word.islower() and word.isalpha() and word not in stops() and is_verb(follower):
        # "seven newly found flaws", "custom designed lifts"
        return k + 2 if is_plural(tokens.words[k + 2]) else k
    if word.isalpha() and tokens.raw[k][:1].isupper():
        return _past_model(tokens, k) or _past_model(tokens, k + 1) or k
    if word[:1].isdigit() or (word in number_words().ones and follower in DASHES):
        return _past_measure(tokens, k)
    return k


def _past_model(tokens: Tokens, k: int) -> int:
    """``A380s``, ``Su-24s``, ``A350-900`` -> the token behind; 0 where no letters with digits stand."""
    digits = k + 2 if tokens.words[k + 1] in DASHES else k + 1
    if not tokens.raw[k][:1].isupper() or not tokens.words[digits].isdecimal():
        return 0
    end = k + 1
    while tokens.glued(end) and (tokens.words[end].isalnum() or tokens.words[end] in DASHES):
        end += 1
    return end if end > digits else 0


def _past_measure(tokens: Tokens, k: int) -> int:
    """``14-year-old`` girls, ``800m`` runners, ``120 mm`` rounds, ``787 Dreamliner`` sales; not ``120 people``."""
    end = k + 1
    while tokens.glued(end) and (tokens.words[end].isalnum() or tokens.words[end] in DASHES):
        end += 1
    if end > k + 1:
        return end
    word = tokens.raw[end]
    model = word[:1].isupper() and len(tokens.words[k]) == SYMBOL
    symbol = word.isalpha() and (model or (len(word) <= SYMBOL and tokens.words[k - 1].isalpha()))
    return end + 1 if symbol and not is_plural(tokens.words[end]) and is_plural(tokens.words[end + 1]) else k

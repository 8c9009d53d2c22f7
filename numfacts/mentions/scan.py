"""One pass over a sentence: every figure in it as a Mention, and what holds digits or number words and is none.

``read_sentence(text, sentence, usage, calendar).mentions`` are in text order and do not overlap.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from numfacts.grammar.dates import Calendar
from numfacts.grammar.idioms import in_idiom
from numfacts.grammar.names import ADDRESS, MARKUP, PHONE, PROGRAM, Blocked, why_no_figure
from numfacts.grammar.numerals import numeral_starters
from numfacts.grammar.phrases import read_phrase
from numfacts.grammar.sites import Site
from numfacts.grammar.tokens import DASHES, Tokens, tokenise
from numfacts.grammar.units import begins_unit
from numfacts.grammar.usage import Usage
from numfacts.kinds import Starter, kinds
from numfacts.lexicon.numerals import number_words
from numfacts.lexicon.words import word_class
from numfacts.mentions.ellipsis import completed
from numfacts.mentions.second_opinion import second_opinion, unit_like
from numfacts.mentions.shared_units import with_shared_units
from numfacts.model import Mention, Phrase, Sentence, Unit, Unread

ARTICLES = frozenset({"a", "an"})
# Readings of a bare letter after digits are doubtful enough that a code goes before them: "5G", "Section 9 C".
SURE_UNIT_LENGTH = 2


class SentenceReading(NamedTuple):
    sentence: Sentence
    tokens: Tokens
    mentions: list[Mention]
    unread: list[Unread]


@cache
def _anchor() -> re.Pattern[str]:
    """What a sentence without digits must hold, in lower case, for any figure to be in it.

    Articles begin figures too ("up to a decade"), but only beside a unit, so the units that news uses with an
    article anchor as well.
    """
    table = number_words()
    names = {*table.ones, *table.tens, *table.scales, *table.vague, *table.ordinals, *table.parts}
    names |= {word for word in kinds().starters if word.isalpha() and word not in NEED_DIGITS}
    names |= {
        "couple",
        "several",
        "few",
        "minute",
        "hour",
        "day",
        "week",
        "fortnight",
        "month",
        "year",
        "decade",
        "century",
        "millennium",
        "mile",
        "percentage point",
        "basis point",
    }
    names |= {f"{name}s" for name in names}
    return re.compile(rf"\b(?:{_branches(frozenset(names))})\b")


# Words at which a kind reads only with digits behind them.
NEED_DIGITS = word_class("month", "weekday") | {"from", "between", "q", "h", "fy"}


def _branches(names: frozenset[str]) -> str:
    """-> the names as one pattern that branches letter by letter, so that a search tries one branch a letter."""
    ends = "" in names
    letters = sorted({name[0] for name in names if name})
    branches = [
        re.escape(letter) + _branches(frozenset(name[1:] for name in names if name[:1] == letter))
        for letter in letters
    ]
    if not branches:
        return ""
    return f"(?:{'|'.join(branches)}){'?' if ends else ''}"


_DIGIT = re.compile(r"[\d½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅒]")


def may_hold_figures(text: str, start: int, end: int) -> bool:
    """Is there a digit or a number word in ``text[start:end]``?  Without one there is nothing to read."""
    return bool(_DIGIT.search(text, start, end)) or _anchor().search(text[start:end].lower()) is not None


def read_sentence(text: str, sentence: Sentence, usage: Usage, calendar: Calendar) -> SentenceReading | None:
    """-> the sentence's mentions; None where nothing in it could be a figure."""
    if not may_hold_figures(text, sentence.start, sentence.end):
        return None
    tokens = tokenise(text, sentence.start, sentence.end)
    reading = SentenceReading(sentence, tokens, [], [])
    blocked = _blocked(text, sentence, tokens)
    starters, opens, done = kinds().starters, _openers(), 0
    for i in [k for k, word in enumerate(tokens.words) if word in opens or word[:1].isdigit()]:
        if i < done:
            continue
        word = tokens.words[i]
        if word in starters:
            found = _first_read(starters[word], tokens, i, usage, calendar)
            if found is not None:
                reading.mentions.append(found)
                done = found.last
                continue
        if (
            word in ARTICLES
            and not begins_unit(tokens.words[i + 1], usage)
            and tokens.words[i + 1] not in opens
        ) or (word == "." and not tokens.words[i + 1][:1].isdigit()):
            continue
        done = _read_here(reading, i, usage, calendar, blocked)
    mentions = with_shared_units(tokens, _between_bounds(reading), usage)
    return reading._replace(mentions=completed(tokens, mentions))


def _first_read(
    readers: tuple[Starter, ...], tokens: Tokens, i: int, usage: Usage, calendar: Calendar
) -> Mention | None:
    """-> what the first of the kinds that start at token ``i`` and find something there reads."""
    for read_at in readers:
        found = read_at(tokens, i, usage, calendar)
        if found is not None:
            return found
    return None


@cache
def _openers() -> frozenset[str]:
    """The words at which something may be read; digits are looked for beside."""
    return numeral_starters() | frozenset(kinds().starters)


def _between_bounds(reading: SentenceReading) -> list[Mention]:
    """``more than 10 but fewer than 20 people``: two opposite bounds of one thing are a range."""
    joined: list[Mention] = []
    for mention in reading.mentions:
        last = joined[-1] if joined else None
        if last is not None and _opposite(last, mention):
            between = reading.tokens.text[last.end : mention.start].strip()
            low, high = (last.low, mention.high) if last.high is None else (mention.low, last.high)
            if (
                between in ("and", "but", ", but", "and/or")
                and low is not None
                and high is not None
                and low < high
            ):
                joined[-1] = mention._replace(
                    start=last.start, first=last.first, value=None, low=low, high=high, modifier="range",
                    rule=f"{mention.kind}.bounds",
                )  # fmt: skip
                continue
        joined.append(mention)
    return joined


LOWER, UPPER = frozenset({"at_least", "more_than"}), frozenset({"at_most", "less_than"})


def _opposite(a: Mention, b: Mention) -> bool:
    if not ((a.modifier in LOWER and b.modifier in UPPER) or (a.modifier in UPPER and b.modifier in LOWER)):
        return False
    if a.value is None or b.value is None or a.counted not in (None, b.counted):
        return False
    return a.unit is None or a.unit == b.unit


def _read_here(reading: SentenceReading, i: int, usage: Usage, calendar: Calendar, blocked: Blocked) -> int:
    """Reads the numeral at token ``i`` -> the token to go on from."""
    tokens = reading.tokens
    digits = tokens.words[i][:1].isdigit()
    phrase = read_phrase(tokens, i, usage)
    if digits and (phrase is None or phrase.unit is None):
        date = _first_read(kinds().starters["0"], tokens, i, usage, calendar)
        if date is not None:
            reading.mentions.append(date)
            return date.last
    if phrase is None:
        if digits:
            reading.unread.append(Unread(tokens.starts[i], tokens.ends[i], _why_unparsed(tokens, i)))
        return i + 1
    if phrase.unit is not None and in_idiom(tokens, phrase.first, phrase.last):
        reading.unread.append(Unread(tokens.starts[phrase.first], tokens.ends[phrase.last - 1], "idiom"))
        return max(phrase.last, i + 1)
    if phrase.unit is None or (_doubtful(tokens, phrase) and not _says_again(reading, phrase)):
        reason = why_no_figure(tokens, phrase.figure.numeral, blocked, measured=phrase.unit is not None)
        if reason is None and _in_a_code(tokens, phrase):
            reason = "code"
        if reason is None and phrase.unit is None and digits and _in_a_noun(reading, i):
            reason = "name"
        chain = _chained(tokens, phrase.last) if reason is None and phrase.joiner == "-" else 0
        if chain > phrase.last:
            reason, phrase = "code", phrase._replace(last=chain, figure=phrase.figure._replace(last=chain))
        if reason is None and _ends_in_a_clock_time(tokens, phrase.last):
            reason = "clock time"  # "from 3 to 9 p.m.", "from 1 - 3:30"
        if reason is None and _ends_a_date(reading, phrase):
            reason = "date"
        if reason is not None:
            whole = reason == "clock time" or (
                phrase.joiner == "-" and reason in ("name", "code")
            )  # Boeing 737-800
            last = max(phrase.last if whole else phrase.figure.last, i + 1)
            start = _code_start(reading, phrase.figure.first) if reason == "code" else phrase.figure.first
            reading.unread.append(Unread(tokens.starts[start], tokens.ends[last - 1], reason))
            return last
    if phrase.unit is None:
        phrase = _with_second_opinion(tokens, phrase)
    site = Site(tokens, phrase, usage)
    for read in kinds().readers.get(phrase.unit.kind if phrase.unit else None, ()):
        mention = read(site)
        if mention is not None and reading.mentions and mention.start < reading.mentions[-1].end:
            break  # "5£6": the sign belongs to the figure before
        if mention is not None:
            reading.mentions.append(mention)
            return max(mention.last, i + 1)
    if tokens.words[i] not in ARTICLES:
        reading.unread.append(
            Unread(tokens.starts[phrase.first], tokens.ends[phrase.last - 1], "counts and measures nothing")
        )
    return max(phrase.last if phrase.joiner == "-" else phrase.figure.last, i + 1)


def _ends_in_a_clock_time(tokens: Tokens, j: int) -> bool:
    return tokens.words[j] in word_class("clock") or (
        tokens.words[j] == ":"
        and tokens.glued(j)
        and tokens.glued(j + 1)
        and tokens.words[j + 1][:2].isdecimal()
    )


def _ends_a_date(reading: SentenceReading, phrase: Phrase) -> bool:
    """The second end of ``February 21 to 28``, ``2008-09``."""
    date, written = (
        reading.mentions[-1] if reading.mentions else None,
        reading.tokens.raw[phrase.figure.first],
    )
    numeral = phrase.figure.numeral
    if date is None or date.kind != "date" or not (written.isdecimal() and len(written) <= 2):
        return False
    if numeral.last > numeral.first + 1:
        return False  # "on April 30 and 69 million on July 7"
    between = reading.tokens.text[date.end : reading.tokens.starts[phrase.figure.first]]
    last = reading.tokens.raw[date.last - 1]
    if not last.isdecimal() or phrase.other is not None:
        return False
    return between in DASHES if len(last) == 4 else between.strip() in ("to", "and", *DASHES)


_GROUPED = re.compile(r"\d[ )-][ (]?\d\d")  # groups of digits, as in every phone number
ADDRESS_SIGNS = frozenset(
    {"@", "#", "www", "http", "https", "com", "org", "net", "co", "gov", "edu", "io", "info"}
)


PROGRAM_SIGNS = frozenset("={}")
MARKUP_SIGNS = frozenset({"<", "lt"})


def _blocked(text: str, sentence: Sentence, tokens: Tokens) -> Blocked:
    """-> the addresses, phone numbers, tags and program lines of the sentence."""
    start, end, vocabulary = sentence.start, sentence.end, tokens.vocabulary
    if not PROGRAM_SIGNS.isdisjoint(vocabulary) and PROGRAM.search(text, start, end):
        return [(start, end, "program text")]
    spans: Blocked = []
    if not ADDRESS_SIGNS.isdisjoint(vocabulary):
        spans += [(*match.span(), "address or phone number") for match in ADDRESS.finditer(text, start, end)]
    if _GROUPED.search(text, start, end):
        spans += [(*match.span(), "address or phone number") for match in PHONE.finditer(text, start, end)]
    if not MARKUP_SIGNS.isdisjoint(vocabulary):
        spans += [(*match.span(), "markup") for match in MARKUP.finditer(text, start, end)]
    return sorted(spans)


def _doubtful(tokens: Tokens, phrase: Phrase) -> bool:
    """A single letter read as a unit, or a number glued to what stands before it."""
    figure = phrase.figure
    if figure.numeral.form == "words" and (
        figure.numeral.scale == 1 or tokens.raw[figure.numeral.first][:1].isupper()
    ):
        return True  # "the Six-Day War", "nine yards"
    letter = figure.last - figure.unit_first == 1 and len(tokens.words[figure.unit_first]) < SURE_UNIT_LENGTH
    return not figure.signed and (
        tokens.glued(figure.first) or (letter and tokens.words[figure.unit_first].isalpha())
    )


def _says_again(reading: SentenceReading, phrase: Phrase) -> bool:
    """``30 miles/48km``: behind a stroke, right behind a figure of the same dimension in another unit."""
    before, unit = reading.mentions[-1] if reading.mentions else None, phrase.unit
    if before is None or before.unit is None or unit is None or reading.tokens.words[phrase.first - 1] != "/":
        return False
    again = before.unit.base == unit.base and before.unit.name != unit.name
    return again and before.last == phrase.first - 1


def _in_a_noun(reading: SentenceReading, i: int) -> bool:
    """``six new 737 Max jets``: a number inside what the number before it counts."""
    last = reading.mentions[-1] if reading.mentions else None
    if last is None or last.kind != "count" or last.counted is None:
        return False
    phrase = reading.tokens.nouns.get((last.last, False))
    return phrase is not None and phrase[0] < i < phrase[1] and reading.tokens.raw[i + 1][:1].isupper()


def _in_a_code(tokens: Tokens, phrase: Phrase) -> bool:
    """``737B``, ``5G``, ``4x4``: letters glued behind digits that are neither scale nor unit."""
    last = phrase.last
    if not tokens.glued(last) or not tokens.words[last].isalpha():
        return False
    return tokens.words[last - 1][-1:].isdigit() and tokens.words[last] not in ("s", "x", "th", "fold", "yo")


def _code_start(reading: SentenceReading, i: int) -> int:
    """The first token of the code that the number at ``i`` ends, the A of A38, behind all that is read already."""
    tokens, reach = reading.tokens, i - 4
    done = max([mark.end for mark in (reading.mentions[-1:] + reading.unread[-1:])], default=0)
    while (
        i > max(0, reach)
        and tokens.glued(i)
        and tokens.starts[i - 1] >= done
        and (tokens.words[i - 1].isalnum() or tokens.words[i - 1] in DASHES)
    ):
        i -= 1
    return i


def _chained(tokens: Tokens, j: int) -> int:
    """Past the rest of ``4-2-3-1``: three numbers or more tied by hyphens are a formation or a code."""
    while (
        tokens.words[j] in DASHES
        and tokens.glued(j)
        and tokens.words[j + 1].isdecimal()
        and tokens.glued(j + 1)
    ):
        j += 2
    return j


def _why_unparsed(tokens: Tokens, i: int) -> str:
    if tokens.words[i].count(".") > 1 or tokens.words[i].count(",") > 1:
        return "separators of no number"
    return "decimal mark of another language" if "," in tokens.words[i] else "code"


def _with_second_opinion(tokens: Tokens, phrase: Phrase) -> Phrase:
    """A word behind a number that our lexicon lacks and quantulum3 may know: its answer, at lower confidence."""
    j = phrase.last
    word = tokens.raw[j]
    if phrase.figure.numeral.form != "digits" or not word.isalpha() or not unit_like(word):
        return phrase
    unit: Unit | None = second_opinion(word)
    if unit is None:
        return phrase
    return phrase._replace(unit=unit, last=j + 1, confidence=0.5)

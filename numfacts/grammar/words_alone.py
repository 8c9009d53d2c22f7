"""The part of speech of a word that stands alone, as a letter of ``parts_of_speech.py``: by lexicon, then by ending.

``letter_of("missiles") == "L"``, ``letter_of("quickly") == "R"``; a small letter is left to the word's neighbours:
``letter_of("plan") == "n"``.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from numfacts.grammar.numerals import starts_numeral
from numfacts.grammar.tokens import DASHES
from numfacts.lexicon.words import word_class

# Letters that neighbours decide: v mostly a verb, n mostly a noun, s a plural or a verb in -s, z the same of mostly a
# verb, d past form or participle, c the same or a noun ("cut"), g a form in -ing, h one that is mostly a noun,
# l "lower", a "as", b "before" and the like.
LEXICON = {
    "verb": "v",
    "noun_verb": "n",
    "noun": "N",
    "noun_ing": "h",
    "past": "V",
    "past_both": "d",
    "participle": "Q",
    "adjective": "A",
}
CLOSED = (  # later rows win
    ("adverb", "R"),
    ("preposition", "I"),
    ("pronoun", "O"),
    ("determiner", "D"),
    ("conjunction", "S"),
    ("auxiliary", "X"),
    ("coordinator", "C"),
    ("relative", "W"),
    ("be_form", "B"),
    ("noun_past", "c"),
    ("time_noun", "t"),
    ("particle", "R"),
    ("participle_only", "d"),
    ("measure_adjective", "A"),
    ("singular_ly", "N"),
)
SINGLE = {  # words that are a class of their own
    **dict.fromkeys(("'s", "’s"), "P"),
    **dict.fromkeys(("past", "off"), "I"),
    **dict.fromkeys(("before", "after", "since", "until", "till"), "b"),
    **dict.fromkeys(("average", "total", "top"), "n"),
    "to": "T",
    "that": "W",
    "as": "a",
    "lower": "l",
    "her": "D",
    "one": "#",
    "get": "v",
    **dict.fromkeys(("gets", "consists", "belongs", "depends"), "V"),
    "net": "N",
    "am": "t",
    "due": "A",
    "annual": "A",
    "little": "A",
}
MARKS = {"%": "#", "$": "#", "£": "#", "€": "#", "₹": "#", "’": "'", "“": '"', "”": '"', "—": ":", "–": ":"}
CONTRACTED = ("'ve", "'ll", "'re", "'m", "'d", "n't", "’ve", "’ll", "’re", "’m", "’d", "n’t")


@cache
def _lexicon() -> dict[str, str]:
    letters: dict[str, str] = {}
    text = files("numfacts.lexicon").joinpath("parts_of_speech.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        name, _, words = line.partition(" ")
        if name != "#":
            letters |= dict.fromkeys(words.split(), LEXICON[name])
    for name, letter in CLOSED:
        letters |= dict.fromkeys(word_class(name), letter)
    letters |= MARKS
    return letters | SINGLE


@lru_cache(maxsize=1 << 15)
def letter_of(word: str) -> str:
    """The letter of a lower-cased word that stands alone."""
    letter = _lexicon().get(word)
    if letter is not None:
        return letter
    if "'" in word or "’" in word:
        return "X" if word.endswith(CONTRACTED) else "N"  # they've, don't; O'Brien
    if not word[:1].isalpha():
        return "#" if word[:1].isdigit() else word if word in ',.;:()"!?/' else "-" if word in DASHES else "?"
    if starts_numeral(word):
        return "#"
    if word.endswith(("ly", "ward", "wards")) and len(word) > 4:
        return "R"
    if word.endswith("ed") and len(word) > 4:
        return "d"
    if word.endswith("ing") and len(word) > 5:
        return "g"
    if word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is")):
        return _of_form_in_s(word)
    if word.endswith(("ous", "ful", "able", "ible", "less", "ive", "ish")) and len(word) > 5:
        return "A"
    return "N"


def _of_form_in_s(word: str) -> str:
    """``plans``, ``puts``, ``owns`` -> s (or a plural), ``agrees`` -> z, ``reasons`` -> L."""
    lexicon = _lexicon()
    stems = [word[:-1]]
    if word.endswith("es"):
        stems.append(word[:-2])
    if word.endswith("ies"):
        stems.append(word[:-3] + "y")
    kinds = {lexicon.get(stem, "N") for stem in stems}
    return "z" if "v" in kinds else "s" if kinds & {"n", "c", "d", "A"} else "L"

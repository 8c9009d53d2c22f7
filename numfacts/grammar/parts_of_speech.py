"""The part of speech of every word of a sentence, one letter a token, by lexicon, endings and the words beside it.

    Vectura 's shares rose 6.5 % to 164p          Ford , which has 13,000 workers , plans to cut jobs
    E       P N      V    #    # I  #             E    , W     V   #      N       , V     T  U   N

==  =======================================  ==  ==============================================
D   determiner, possessive pronoun           X   auxiliary, modal (finite)
N   noun, and what stands like one           V   finite verb
E   name                                     U   verb after "to" or a modal
A   adjective, ordinal                       B   be, been, being, having
P   's                                       Q   participle in -ed and the like
#   figure                                   G   verb in -ing
t   date, word of time                       R   adverb
O   personal pronoun                         T   "to" before a verb
I   preposition                              C   and, or, but
W   which, who, that behind a noun           S   because, while, that behind a verb
==  =======================================  ==  ==============================================

Punctuation stands for itself, any other sign is "?".  There is no model: a word that can be a noun and a verb is
settled by its neighbours, and by whether the clause has a finite verb further on ("workers based in London said").
The work is linear in the tokens.
"""

from __future__ import annotations

from collections.abc import Iterable

from numfacts.grammar.change import change_words
from numfacts.grammar.tokens import Tokens
from numfacts.grammar.words_alone import letter_of
from numfacts.lexicon.words import word_class
from numfacts.model import Mention

BEFORE_NOUN = frozenset("DAP")
FINITE = frozenset("VX")


def parts_of_speech(tokens: Tokens, mentions: Iterable[Mention]) -> str:
    """-> one letter a token of the sentence, and a full stop behind the last one."""
    letters = list(map(letter_of, tokens.words[: tokens.count]))
    _name(tokens, letters)
    for mention in mentions:
        if mention.rule == "multiple.verb":
            letters[mention.first] = "V"
            continue
        letter = "t" if mention.kind == "date" else "A" if mention.kind == "ordinal" else "#"
        first = mention.first
        while first > 0 and tokens.starts[first] > mention.start:
            first -= 1
        for k in range(first, min(mention.last, tokens.count)):
            letters[k] = letter
    _join(tokens, letters)
    return _settle(tokens, letters)


def _name(tokens: Tokens, letters: list[str]) -> None:
    """A capital inside the sentence makes a name of anything but a function word; a headline's capitals do not."""
    raw, words, dated = tokens.raw, tokens.words, word_class("month", "weekday")
    capital = [k for k in range(tokens.count) if raw[k] != words[k]]
    if 2 * len(capital) > tokens.count and tokens.title_case:
        return
    for k in capital:
        letter, written = letters[k], raw[k]
        if words[k] in dated:
            letters[k] = "t"
        elif letter == "O" and len(written) > 1 and written.isupper():
            letters[k] = "E"  # the US
        elif letter in "NLAvnszdcghQRV":
            opens = k == 0 or letters[k - 1] in '.:"?!('
            if not opens or (letter in "NLnsz" and raw[k + 1][:1].isupper()) or written.isupper():
                letters[k] = "E"


def _join(tokens: Tokens, letters: list[str]) -> None:
    """What a hyphen ties to the next word is a part of that word: gas-only, loan-to-value, EPA-estimated."""
    places = [k for k, letter in enumerate(letters) if letter in ".,-"]
    for k in reversed(places):
        if not 0 < k < len(letters) - 1:
            continue
        behind, ahead = tokens.glued(k), tokens.glued(k + 1)
        if letters[k] == ",":
            if letters[k - 1] == "E" and tokens.words[k + 1] in word_class("company_tail"):
                letters[k] = "E"  # Halden Foods, Inc
        elif letters[k] == ".":
            if not behind and ahead and letters[k - 1] in "NE" and tokens.raw[k + 1].isupper():
                letters[k] = "E"  # the Nikkei .N225
            if behind and letters[k - 1] in "NE" and not tokens.raw[k + 1][:1].isupper():
                letters[k] = "E"  # Inc. said
        elif not (behind and ahead):
            letters[k] = "-" if behind or ahead else ":"
        else:
            if letters[k - 1] not in "#E":
                letters[k - 1] = "A"
            if letters[k + 1] in "dghQvVcIRTt" and (letters[k + 1] != "t" or letters[k - 1] == "A"):
                letters[k + 1] = "A"


def _settle(tokens: Tokens, letters: list[str]) -> str:
    """Settles the letters that neighbours decide, from the end of the sentence to its start."""
    words = tokens.words
    after = "."  # the letter behind
    finite = False  # the clause has a finite verb further on
    for k in range(len(letters) - 1, -1, -1):
        letter = letters[k]
        if letter in QUIET:
            after = letter
            continue
        before = letters[k - 1] if k else "."
        if letter in UNSETTLED:
            letters[k] = letter = UNSETTLED[letter](words, letters, k, before, after, finite)
        elif letter in BEFORE:
            wanted, behind, instead = BEFORE[letter]
            if before in wanted and after in behind:
                letters[k] = letter = instead
        if letter in FINITE:
            finite = True
        elif finite and _begins_clause(words[k], letter, after):
            finite = False
        after = letter
    letters.append(".")
    return "".join(letters)


def _begins_clause(word: str, letter: str, after: str) -> bool:
    """Does the clause with the finite verb further on begin behind this word?"""
    if letter == ",":
        return after in "DNLEA#OP"
    if letter == "C":
        return after in "DNLEA#OPVX"
    return letter in '.;:()WS"' or (letter == "O" and word in word_class("subject_pronoun"))


def _as(words: list[str], letters: list[str], k: int, before: str, after: str, finite: bool) -> str:
    """``as`` good as, as many as: an adverb; else a conjunction."""
    return "R" if after in "AR" else "S"


def _before_or_after(
    words: list[str], letters: list[str], k: int, before: str, after: str, finite: bool
) -> str:
    """``after``: a conjunction where a finite verb follows in its part of the sentence, else a preposition."""
    led = words[k] == "before" and words[k - 1] in word_class("before_tax")  # profit before taxes fell
    if finite and not led:
        for letter in letters[k + 1 : k + 15]:
            if letter in FINITE:
                return "S"
            if letter in ",.;:()":
                break
    return "I"


def _lower(words: list[str], letters: list[str], k: int, before: str, after: str, finite: bool) -> str:
    """``lower``: a verb in "will lower its cap", else "5% lower"."""
    return "U" if before in "XT" else "R"


def _to(words: list[str], letters: list[str], k: int, before: str, after: str, finite: bool) -> str:
    return "T" if after in "UB" else "I"


def _verb(words: list[str], letters: list[str], k: int, before: str, after: str, finite: bool) -> str:
    """``reduce``: after "to" and modals a verb, after "the" a noun, after a plural or a pronoun finite."""
    if before in "T":
        return "U"
    if before == "X" or (before == "R" and k > 1 and letters[k - 2] in "XT"):
        return "U"
    if before == "A" and after in "#D" and k > 1 and letters[k - 2] == "D":
        return "V"  # the dead include three
    if before in BEFORE_NOUN or (before == "#" and after not in "#D"):
        return "N"
    if before in "LOWsz" and not finite:
        return "N" if after == "#" and before in "Lsz" and _behind_preposition(letters, k) else "V"
    return "N" if before in "NIn" or (k == 0 and finite) else "U" if before in '.C,"' else "V"


def _behind_preposition(letters: list[str], k: int) -> bool:
    """``won in the second singles match 7-5``: the plural before belongs to a preposition, and is no subject."""
    j = k - 1
    while j > 0 and letters[j] in "NLEAsznD-":
        j -= 1
    return letters[j] == "I" and _any_verb(letters, j)


def _any_verb(letters: list[str], k: int) -> bool:
    return any(letter in "VXUdvcgG" for letter in letters[max(0, k - 12) : k])


def _noun_or_verb(words: list[str], letters: list[str], k: int, before: str, after: str, finite: bool) -> str:
    """``plan``: a verb after "to", a modal or a pronoun, and between a plural and a figure or determiner."""
    if before == "T" and after not in "VX":
        return "U"
    if before == "X" and words[k - 1] in word_class("modal"):
        return "U"
    if words[k] == "post" and after in "EN#" and before in "NE#LV":
        return "I"  # "up 8% post Q3 results"
    if after == "#" and before in "NLE" and words[k] in word_class("measure_verb"):
        return "V"
    if (before == "W" and (words[k - 1] != "that" or after in "#DTOE")) or (
        before == "O" and words[k - 1] in word_class("subject_pronoun")
    ):
        return "V"
    if finite or not (before in "Lsz," or (before == "R" and k > 1 and letters[k - 2] in "Lsz")):
        return "N"
    moved = change_words()
    if before in "sz" and after == "I" and (words[k - 1] in moved.verbs or words[k - 1] in moved.transitives):
        return "N"  # raises stake in
    if after in "#DTOE" or (after in "IR" and words[k + 1] != "of" and not _finite_before(words, letters, k)):
        return "V"
    return "N"


def _form_in_s(words: list[str], letters: list[str], k: int, before: str, after: str, finite: bool) -> str:
    """``plans``: finite where the clause has no other finite verb and its subject stands before it."""
    if words[k] in word_class("reporting") and before not in "DAPI" and words[k + 1] != "of":
        return "V"
    if (
        before in "NE"
        and words[k] in word_class("headline_verb")
        and after in "#D"
        and not _finite_before(words, letters, k)
    ):
        return "V"  # "Halden reports 17% drop, spent 12%"
    if k and words[k - 1] == "this" and not finite:
        return "V"  # this rises to
    if words[k - 1] in ("which", "who") and after not in "VXP":
        return "V"  # which lets users swim
    if finite or before in "DPI" or after in "VXP" or _finite_before(words, letters, k):
        return "L"
    if words[k] in change_words().verbs and (after == "#" or words[k + 1] in ("by", "to", "over", "at")):
        return "V"  # net dips by
    if before == "A":
        opens = k == 1 or letters[k - 2] in ".:"
        return "V" if opens and after in "#D" else "L"  # "Nifty reclaims 8,800"
    if before == "#":
        return "V" if after == "D" else "L"
    if before in "Lsz":
        return "V" if after in "#ID" and words[k + 1] != "of" else "L"  # debt to suppliers stands at
    if before in "nNEghW)R" or (before == "O" and words[k - 1] in word_class("subject_pronoun")):
        return "V" if after in "#DITREAOLN-" and words[k + 1] != "of" else "L"
    if before == "C" and letters[k] == "s":
        return "L"  # missiles and drones this year
    led = after in "#DTR" or (before == "," and after == "I" and words[k + 1] != "of")
    return "V" if before in ",;C" and led else "L"


def _finite_before(words: list[str], letters: list[str], k: int) -> bool:
    """Does a finite verb stand before token ``k`` in the same clause?  "Said" is of the clause before."""
    for j in range(k - 1, max(-1, k - 12), -1):
        letter, before, after = letters[j], letters[j - 1], letters[j + 1]
        if words[j] in word_class("speech") and letter in "Vd" and k - j > 1:
            return False
        if letter == "v" and before in "LO" and after in "#DNEL":
            return True  # workers sell 25 shares
        if letter in "VXd" or (letter in "sz" and before in "NE" and after in "#DTEA"):
            return True
        if letter == "c" and before in "NELO" and after in "DNLEAnsz":
            return True  # the Bank cut rates
        if letters[j] in ".,;:()WSC":
            return False
    return False


def _past(words: list[str], letters: list[str], k: int, before: str, after: str, finite: bool) -> str:
    """``proposed``: a modifier after "the", a participle after have and be and before a finite verb, else finite."""
    if before in "XB":
        return "Q"
    if before == "R" and k > 1 and letters[k - 2] in "XB":
        return "Q"
    if words[k] == "worth" and words[k - 1] == "net":
        return "N"
    if k == 0 and after in "VX":
        return "N"  # United had
    if before in "DAP" or (before == "I" and after in "NLEA") or (before == "#" and after in "NL"):
        return "A"
    if words[k] in word_class("participle_only"):
        return "Q"
    if words[k] in word_class("reporting"):
        return "V"
    if after == "#" and before not in "I":
        return "V"
    if before == "," and words[k + 1] == "by" and letters[k + 2 : k + 3] == ["#"]:
        return "V"  # "the factor, which tells seats sold, dropped by 1.3 points"
    if before in ",(" and after == "I" and (finite or any(letter in "VXdc" for letter in letters[:k])):
        return "Q"  # "rose 5%, helped by"; not "the index, up 5%, closed at"
    if words[k + 1] == "by" and words[k] in change_words().verbs and before in "NLER":
        return "V"  # sales dropped by
    if finite or words[k + 1] == "by" or before in "IS":
        return "Q"
    return "V"


def _past_or_noun(words: list[str], letters: list[str], k: int, before: str, after: str, finite: bool) -> str:
    """``cut``: a noun after "the" or "of", a verb after "to", else as a past form."""
    if before in "TX" and words[k - 1] not in word_class("be_have"):
        return "U"
    if (
        before in "DAPI"
        or (before == "#" and after != "D")
        or (before == "R" and k > 1 and letters[k - 2] == "D")
    ):
        return "N"
    if before in "NE" and (after in "VX" or (after == "I" and (finite or _finite_before(words, letters, k)))):
        return "N"
    return _past(words, letters, k, before, after, finite)


def _form_in_ing(words: list[str], letters: list[str], k: int, before: str, after: str, finite: bool) -> str:
    """``leading``: a modifier or noun after "the", else a verb."""
    if before in "DAP#" and after in "NLEA":
        return "A"
    if before in "DAP":
        return "N"
    if before in "XB":
        return "Q" if before == "B" else "G"
    if words[k] in word_class("modifier_in_ing") and after in "NLEA" and before not in "STb":
        return "A"
    if after in "VX" or (after in ".,)" and before in "NLEA") or (after == "I" and words[k + 1] == "of"):
        return "N"
    return "G"


def _noun_in_ing(words: list[str], letters: list[str], k: int, before: str, after: str, finite: bool) -> str:
    """``spending``: a noun, but in "spending $5m"."""
    return "G" if after in "#DO" and before not in "DAPI" else "N"


def _relative(words: list[str], letters: list[str], k: int, before: str, after: str, finite: bool) -> str:
    """``that``: behind a noun and before a verb a relative pronoun, behind a verb a conjunction, else a determiner."""
    if words[k] != "that":
        return "W"
    if after in "VX":
        return "W" if before in "NLE,)#nsgt" else "O"
    if before in "VQdcGgvA" or (before in "NL" and after in "DOE#"):
        return "S"
    return "D" if after in "NLA" else "S"


# letter -> it is another one between these two: "to have", "an overall cut", "5 am"
BEFORE = {"X": ("T", "QRDAN#LEIOBGC.,", "U"), "R": ("D", "NLEAnszc", "A")}
QUIET = frozenset("NLAEDI#PBt-?/UQG'!")
UNSETTLED = {
    "a": _as,
    "b": _before_or_after,
    "l": _lower,
    "T": _to,
    "v": _verb,
    "n": _noun_or_verb,
    "s": _form_in_s,
    "z": _form_in_s,
    "d": _past,
    "c": _past_or_noun,
    "g": _form_in_ing,
    "h": _noun_in_ing,
    "W": _relative,
}

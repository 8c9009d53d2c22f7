"""Who does what in a sentence: noun phrases, verbs and their subjects, read from the letters of its words.

    Sales of its main brand , which it bought in 2010 , rose 5 % to $ 3m , while costs fell
    |---- subject -------|                              verb

Nothing is parsed as a whole.  Each question walks left or right from a token until a letter answers it: what noun
phrase ends here, which verb governs this figure, what is the subject of that verb.  A walk ends after ``REACH`` tokens.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from numfacts.grammar.parts_of_speech import parts_of_speech
from numfacts.grammar.tokens import Tokens
from numfacts.lexicon.words import word_class
from numfacts.model import Mention

REACH = 40
LONGEST = 20  # tokens in a noun phrase, and in what is skipped beside one
Phrase = tuple[int, int]  # first token, end
HEADS = frozenset("NLE")
INSIDE = frozenset("NLEA?-P/")


class Governor(NamedTuple):
    """The verb that a figure belongs to, and whether it is finite."""

    at: int
    finite: bool


class Clauses:
    """One sentence.  Phrases are pairs of token numbers, the second exclusive."""

    __slots__ = ("letters", "tokens")

    def __init__(self, tokens: Tokens, mentions: Iterable[Mention]) -> None:
        self.tokens = tokens
        self.letters = parts_of_speech(tokens, mentions)

    def is_time(self, phrase: Phrase) -> bool:
        """``the quarter``, ``last year``, ``trading``: a phrase that says when, not who."""
        return self.letters[phrase[1] - 1] == "t"

    def phrase_before(self, end: int) -> Phrase | None:
        """-> the noun phrase that ends before token ``end``: ``the company 's total revenue``."""
        letters = self.letters
        if end <= 0 or letters[end - 1] not in "NLEt#A":
            return None
        if letters[end - 1] == "#" and not (end > 1 and letters[end - 2] in "E-"):
            return None  # a figure is no noun phrase; "the FTSE 100" is one
        if letters[end - 1] == "A" and (letters[end] == "#" or not (end > 1 and letters[end - 2] in "D-")):
            return None  # an adjective alone is none; "the biggest" is one
        start = end - 1
        inside = frozenset("A-") if letters[start] == "t" else INSIDE  # "in Leeds last month": two phrases
        lowest = max(0, end - LONGEST)
        while start > lowest:
            letter = letters[start - 1]
            if letter == "D":
                start -= 1
                if start > 0 and letters[start - 1] == "D":  # all the
                    start -= 1
                break
            if letter in inside:
                start -= 1
            elif letter == "t" and (letters[start] == "P" or (letters[start] in "NA" and self._led(start))):
                start -= 1  # last year 's profit, the December contract
            elif letter == "#" and (number := self._number(start)) is not None:
                start = number
            elif letter == "C" and (
                self.tokens.raw[start - 1] == "&" or (start > 1 and letters[start - 2] == "P")
            ):
                start -= 1
            else:
                break
        while start < end and letters[start] in "P-?":
            start += 1
        return (start, end) if start < end else None

    def _number(self, start: int) -> int | None:
        """-> where the figure before ``start`` begins, if it is a part of the noun phrase: ``the 140-mile line``."""
        letters, j, lowest = self.letters, start, max(0, start - LONGEST)
        while j > lowest and letters[j - 1] in "#-":
            j -= 1
        if letters[start - 1] == "-" or letters[start] == "-":
            return j  # a ten-man team
        if j == 0:
            return None
        named = letters[j - 1] == "E" and letters[j:start] in ("#", "-#")  # FTSE 100, TA-35
        return j if named or (letters[j - 1] in "DI" and letters[start] in "NLEA") else None

    def _led(self, k: int) -> bool:
        """Does a determiner or nothing stand before the word of time at ``k - 1``, and is it no "today"?"""
        if self.tokens.words[k - 1] in word_class("day_adverb"):
            return False
        return k < 2 or self.letters[k - 2] in 'DP.,"'

    def chain_before(self, end: int) -> Phrase | None:
        """-> the noun phrase with what prepositions tie to it: ``the length of the main suspension bridge``."""
        last = self.phrase_before(end)
        if last is None:
            return None
        start, stop = last
        timely = self.is_time(last)
        for _ in range(4):
            letter = self.letters[start - 1] if start else "."
            before = None
            if letter == "I":
                before = self.phrase_before(self._past_figure(start - 1))
            elif letter == "C" and not timely:
                before = self._coordinated(start - 1)
            elif timely and letter in HEADS:
                before = self.phrase_before(start)  # "prices last month"
            if before is None:
                break
            if timely:
                stop, timely = before[1], self.is_time(before)  # "revenue in the quarter"
            start = before[0]
        return None if timely else (start, stop)

    def _coordinated(self, conjunction: int) -> Phrase | None:
        """``fats`` of "fats and oils"; not ``London`` of "fell in London and sales rose"."""
        before = self.phrase_before(conjunction)
        if before is None:
            return None
        k = before[0]
        for _ in range(6):
            if k == 0 or self.letters[k - 1] != ",":
                break
            item = self.phrase_before(k - 1)
            if item is None:
                break
            k = item[0]
        return before if k == 0 or self.letters[k - 1] in '.;:,SW"(' or self._opens(k) else None

    def _opens(self, k: int) -> bool:
        """Does the clause begin at token ``k``, or with what a preposition ties to an earlier phrase?"""
        if self.letters[k - 1] == "I":
            before = self.phrase_before(k - 1)
            return before is not None and (before[0] == 0 or self.letters[before[0] - 1] in '.;:,SW"(')
        return self.letters[k - 1] == "V" and self.tokens.words[k - 1] in word_class("reporting")

    def phrase_after(self, start: int) -> Phrase | None:
        """-> the noun phrase that begins at token ``start``, determiner included."""
        letters, end = self.letters, start
        while end < len(letters) and end - start < 10:
            letter = letters[end]
            if letter == "D" and end > start and letters[end - 1] not in "D":
                break
            if (
                letter in "NLEA-PD?"
                or (letter == "t" and letters[end + 1] in "NLA")
                or (letter == "#" and (letters[end + 1] in "-NLA#" or letters[end - 1] == "E"))
                or (letter == "C" and self.tokens.raw[end] == "&")
            ):
                end += 1
            else:
                break
        while end > start and letters[end - 1] not in "NLE" and letters[end - 2 : end] != "E#":
            end -= 1
        return (start, end) if end > start else None

    def governor(self, first: int) -> Governor | None:
        """-> the verb to the left that the figure at token ``first`` belongs to."""
        letters = self.letters
        k = first - 1
        lowest = max(-1, first - REACH)
        while k > lowest:
            letter = letters[k]
            if letter == ")":
                k = self._opening(k)
            elif letter in "VX":
                return Governor(k, True)
            elif letter in "UGQ":
                return Governor(k, False)
            elif letter in ".;W" or (letter == "S" and not (k == first - 1 and letters[first] == "G")):
                return None  # "before settling at" goes on
            k -= 1
        return None

    def past_bracket(self, k: int) -> int:
        """``8 miles (13km) of tunnels`` -> behind the bracket that opens at token ``k``, if one does."""
        if self.letters[k : k + 1] == "(":
            closing = self.letters.find(")", k, k + 12)
            return closing + 1 if closing > 0 else k
        return k

    def _opening(self, k: int) -> int:
        for j in range(k - 1, max(-1, k - REACH), -1):
            if self.letters[j] == "(":
                return j
        return k

    def finite_before(self, k: int) -> int | None:
        """-> the nearest finite verb left of token ``k``."""
        for j in range(k - 1, max(-1, k - REACH), -1):
            if self.letters[j] in "VX":
                return j
            if self.letters[j] == ";":
                return None
        return None

    def subject_of(self, verb: int, depth: int = 5) -> Phrase | None:
        """-> the subject of the finite verb at token ``verb``; of a coordinated verb that of the verb before it."""
        if depth == 0:
            return None
        letters = self.letters
        k, lowest = verb, max(0, verb - LONGEST)
        while k > lowest and (letters[k - 1] in "R\"XV'" or self.tokens.words[k - 1] in word_class("hedge")):
            k -= 1
        k = self._past_brackets(k)
        if k <= 0:
            return None
        if letters[k - 1] == "P":
            k -= 1  # one like last year's is
        if letters[k - 1] == ",":
            opened = self._opened(k - 1)
            if opened is None:
                return self._inherited(k - 1, depth)
            k = self._past_brackets(opened)
        k = self._past_participle(self._past_figure(k))
        letter = letters[k - 1]
        if self.tokens.words[verb] != "not" and "'" in self.tokens.words[verb].replace("’", "'")[:-1]:
            return None  # they've
        if letter == "C":
            return self._inherited(k - 1, depth)
        if letter == "W":
            return self._antecedent(k - 1)
        if letter == "O":
            return self._named_by(k - 1, depth)
        phrase = self.chain_before(k)
        if phrase is not None and phrase[0] > 0 and letters[phrase[0] - 1] in "VXUGQ":
            return self._past_object(phrase, depth)
        return phrase

    def _past_object(self, phrase: Phrase, depth: int) -> Phrase | None:
        """``a driver who left two sons in a car was``: the object of another verb is no subject of this one."""
        letters, verb = self.letters, phrase[0] - 1
        k = verb
        while k > 0 and letters[k - 1] in "RXVUGT":
            k -= 1
        if k > 0 and letters[k - 1] == "W":
            return self._antecedent(k - 1)
        word = self.tokens.words[verb]
        if word in word_class("object_control"):
            return phrase
        if (
            word in word_class("reporting")
            or letters[verb] == "Q"
            or (letters[verb] == "G" and letters[verb - 1] in "AR")
        ):
            return phrase
        if letters[verb] in "GU" or word in word_class("object_verb"):
            return None
        return phrase

    def _past_brackets(self, k: int) -> int:
        if k > 0 and self.letters[k - 1] == ")":
            opening = self._opening(k - 1)
            return opening if opening < k - 1 else k
        return k

    def _past_figure(self, k: int) -> int:
        """``people with an index over 30`` -> the end of "index"; "the 07.42 from" -> before "the"."""
        letters = self.letters
        if k <= 1 or letters[k - 1] != "#" or letters[k - 2] in "E-":
            return k
        j, lowest = k, max(0, k - LONGEST)
        while j > lowest and letters[j - 1] in "#RID":
            j -= 1
        return j if j > 0 and letters[j - 1] in "NLE" else k

    def _past_participle(self, k: int) -> int:
        """``workers based in London`` -> the end of "workers"."""
        letters = self.letters
        for j in range(k - 1, max(0, k - 12), -1):
            if letters[j] in "QG" and letters[j - 1] in "NLE":
                return j
            if letters[j] not in "NLEAD#tIR-P?Q":
                break
        return k

    def _opened(self, comma: int) -> int | None:
        """-> the comma that opens what ``comma`` closes: ``Senard, 65, faces`` / ``X, the biggest maker, said``."""
        letters = self.letters
        relative = False
        for k in range(comma - 1, max(0, comma - 25), -1):
            letter = letters[k]
            if letter == "," and letters[k + 1] != ",":
                inside = letters[k + 1 : comma]
                if relative and inside[0] not in "WI":
                    continue
                return k if letters[k - 1] in "NLE)" or letters[k - 2 : k] == "E#" else None
            if letter in "VX":
                relative = True
            elif letter in ".;":
                return None
        return None

    def _inherited(self, k: int, depth: int) -> Phrase | None:
        verb = self.finite_before(k)
        return None if verb is None else self.subject_of(verb, depth - 1)

    def _antecedent(self, k: int) -> Phrase | None:
        """``Ford (F), which`` -> Ford."""
        if k > 0 and self.letters[k - 1] in "I":
            k -= 1
        if k > 0 and self.letters[k - 1] == ",":
            k -= 1
        k = self._past_brackets(k)
        phrase = self.phrase_before(k)
        if phrase is None or phrase[0] == 0 or self.tokens.words[phrase[0] - 1] != "of":
            return phrase
        return self.chain_before(k)

    def _named_by(self, pronoun: int, depth: int) -> Phrase | None:
        """``it`` and ``they`` stand for the subject before, where singular and plural agree."""
        word = self.tokens.words[pronoun]
        before = self._inherited(pronoun, depth)
        if before is None:
            return None
        head = self.letters[before[1] - 1]
        plural = head == "L" or "C" in self.letters[before[0] : before[1]]
        if word == "they":
            return before if plural else None
        return before if word in ("it", "he", "she") and not plural else None

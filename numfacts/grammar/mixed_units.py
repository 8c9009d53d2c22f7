"""One quantity in several units: 6ft 4in, 14st 2lb, 5 hours and 20 minutes, 3 dollars 50 cents, 6'4", 4:07.13.

The value is in the smaller unit, which keeps the stated number exact; money stays in its main unit.
"""

from __future__ import annotations

from decimal import Decimal

from numfacts.grammar.numerals import read_numeral
from numfacts.grammar.parts import past_hyphen
from numfacts.grammar.tokens import DASHES, Tokens
from numfacts.grammar.units import UnitReading, read_unit
from numfacts.grammar.usage import Usage
from numfacts.lexicon.numerals import number_words
from numfacts.lexicon.units import unit as unit_named
from numfacts.lexicon.words import word_class
from numfacts.model import Figure, Numeral, Unit


def with_smaller_units(tokens: Tokens, figure: Figure, usage: Usage) -> Figure:
    """``6ft 4in``, ``14st 2lb``, ``5 hours and 20 minutes``, ``3 dollars 50 cents`` -> one value in the smaller unit.

    The smaller unit keeps the stated number exact; money stays in its main unit.
    """
    while (
        figure.unit is not None
        and figure.value is not None
        and figure.unit.kind in ("measure", "duration", "money")
    ):
        j = figure.last
        joined = tokens.words[j] in ("and", ",") or (tokens.words[j] in DASHES and figure.hyphened)
        j = j + 1 if joined else j
        if tokens.words[j] == "and":
            j += 1
        if not (
            tokens.words[j][:1].isdigit()
            or tokens.words[j] in number_words().ones
            or (tokens.words[j] in number_words().tens)
        ):
            half = _and_a_half(tokens, figure)
            return half or figure
        numeral = read_numeral(tokens, j, usage.marks)
        if numeral is None or numeral.value is None or numeral.first != j or numeral.form == "ordinal":
            return figure
        if not joined and tokens.words[numeral.last] in ENDS and numeral.form in ("digits", "words"):
            unnamed = _sixtieths(figure, numeral)
            if unnamed is not None:
                return unnamed
        smaller = (
            _inches(tokens, numeral, figure.unit)
            or read_unit(tokens, numeral.last, numeral, usage)
            or _hundredths(tokens, numeral, figure)
        )
        added = (
            _smaller(figure, smaller, numeral, comma=tokens.words[figure.last] == ",") if smaller else None
        )
        if added is None or smaller is None:
            return figure
        figure = added._replace(last=smaller.last)
    return figure


ENDS = frozenset({"", ".", ",", ";", "?", "!", ")", '"', "”", "’", "'"})
PARTS = {"hour": "minute", "minute": "second"}


def _sixtieths(figure: Figure, numeral: Numeral) -> Figure | None:
    """``two hours 10``: sixtieths whose name is left out, at the end of a clause."""
    large, parts = figure.unit, numeral.value
    if large is None or figure.value is None or parts is None or parts != parts.to_integral_value():
        return None
    whole = figure.value == figure.value.to_integral_value() and figure.numeral.scale == numeral.scale == 1
    if large.name in PARTS and whole and 0 < parts < 60:
        value = figure.value * 60 + parts
        return figure._replace(
            last=numeral.last, value=value, low=value, step=Decimal(1), unit=unit_named(PARTS[large.name])
        )
    return None


def _hundredths(tokens: Tokens, numeral: Numeral, figure: Figure) -> UnitReading | None:
    """``15 dollars 50``, ``thirteen dollars forty-five``, ``15 dollars and 15.``: the cents without their name, right
    behind a whole amount; not "paid 5 dollars 20 times", "raised 5 million dollars 15 years ago"."""
    j, unit = numeral.last, figure.unit
    between, follower = tokens.words[figure.last : numeral.first], tokens.words[j]
    if (
        unit is None
        or unit.kind != "money"
        or "/" in unit.name
        or figure.numeral.scale != 1
        or figure.value is None
    ):
        return None
    ended = not follower.isalnum() and follower not in ("$", "£", "€", "%", "-", "/")
    behind = (
        ended
        if between
        else ended or follower in word_class("preposition", "conjunction") | {"more", "extra"}
    )
    whole = numeral.form in ("digits", "words") and numeral.step == 1 and numeral.scale == 1
    if not whole or not behind or between not in ([], ["and"]) or not 10 <= (numeral.value or 0) < 100:
        return None
    if figure.value != figure.value.to_integral_value() or tokens.glued(numeral.first):
        return None
    return UnitReading(unit, j, Decimal(100), 0.8, False, j)


def _inches(tokens: Tokens, numeral: Numeral, large: Unit) -> UnitReading | None:
    """``12 ft 2 in``, ``2h 30m``: "in" is inches behind feet and m minutes behind hours; elsewhere they are not."""
    name = {("foot", "in"): "inch", ("foot", "ins"): "inch", ("hour", "m"): "minute", ("hour", "mins"): "minute",
            ("minute", "s"): "second"}.get((large.name, tokens.words[numeral.last]))  # fmt: skip
    if (
        name is None
        and large.name == "foot"
        and tokens.words[numeral.first - 1] in DASHES
        and tokens.glued(numeral.first)
    ):
        return UnitReading(
            unit_named("inch"), numeral.last, Decimal(1), 1.0, False, numeral.last
        )  # "6-foot-6"
    return (
        UnitReading(unit_named(name), numeral.last + 1, Decimal(1), 1.0, False, numeral.last)
        if name
        else None
    )


def feet_and_inches(tokens: Tokens, numeral: Numeral) -> Figure | None:
    """``6'4"`` -> 76 inches."""
    j = numeral.last
    tight = all(tokens.glued(k) for k in (j, j + 1, j + 2))
    if (
        not tight
        or tokens.words[j] not in ("'", "’", "′")
        or not tokens.words[j + 1].isdecimal()
        or numeral.value is None
    ):
        return None
    end = j + 4 if tokens.words[j + 2] in ("'", "’") and tokens.words[j + 3] in ("'", "’") else j + 3
    if tokens.words[j + 2] not in ('"', "”", "″", "'", "’") or int(tokens.words[j + 1]) > 11:
        return None
    value = numeral.value * 12 + int(tokens.words[j + 1])
    return Figure(
        numeral.first, end, numeral, value, value, Decimal(1), unit_named("inch"), j, False, 1.0, False
    )


QUOTED = {"'": "'", "’": "‘", '"': '"', "”": "“"}  # closing mark -> opening mark
PRIMES = {"'": "foot", "’": "foot", '"': "inch", "”": "inch"}


def read_prime(tokens: Tokens, numeral: Numeral) -> UnitReading | None:
    """``30' high``, ``a 27" screen``, ``at an altitude of 30'``: feet and inches by a mark that closes no quotation."""
    j = numeral.last
    name, follower = PRIMES.get(tokens.words[j]), tokens.words[j + 1]
    if name is None or numeral.form != "digits":
        return None
    sized = follower in word_class("tall") or follower in word_class("of_inches")
    told = follower.isalpha() and follower not in word_class("pronoun", "speech", "auxiliary")
    if not sized and not (
        told and tokens.glued(j) and not word_class("of_length").isdisjoint(tokens.vocabulary)
    ):
        return None
    mark, before = tokens.words[j], tokens.words[:j]
    closes = before.count(QUOTED[mark]) - (0 if QUOTED[mark] == mark else before.count(mark))
    if (closes % 2 if QUOTED[mark] == mark else closes > 0) or tokens.glued(j + 1):
        return None
    return UnitReading(unit_named(name), j + 1, Decimal(1), 0.9, False, j)


def lap_time(tokens: Tokens, numeral: Numeral) -> Figure | None:
    """``4:07.13``, ``1:58.69 seconds`` -> seconds; without the decimals it would be the time of day."""
    j = numeral.last
    seconds = tokens.words[j + 1]
    if tokens.words[j] != ":" or not tokens.glued(j) or not tokens.glued(j + 1) or numeral.value is None:
        return None
    minutes, point, fraction = seconds.partition(".")
    if not point or len(minutes) != 2 or not (minutes + fraction).isdecimal() or numeral.value >= 60:
        return None
    value = numeral.value * 60 + Decimal(seconds)
    last = j + 3 if tokens.words[j + 2] in ("seconds", "sec", "secs", "minutes", "min") else j + 2
    step = Decimal(1).scaleb(-len(fraction))
    return Figure(
        numeral.first, last, numeral, value, value, step, unit_named("second"), j, False, 1.0, False
    )


def _and_a_half(tokens: Tokens, figure: Figure) -> Figure | None:
    """``an hour and a half``, ``a year and a half``, ``a week-and-a-half``."""
    j = past_hyphen(tokens, figure.last)
    if figure.value is None or tokens.words[j] != "and" or figure.unit is None or figure.unit.kind == "money":
        return None
    k = past_hyphen(tokens, j + 1)
    whole = tokens.words[k] == "a"
    k = past_hyphen(tokens, k + 1) if whole else k
    part = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}.get(tokens.words[k])
    halves_another = tokens.words[k + 1] in ("the", "a", "of") and not whole
    if part is None or halves_another or figure.value != 1:
        return None  # "a week and half a day", but "an hour and a half a day"
    value = figure.value + part
    return figure._replace(last=k + 1, value=value, low=value, step=None)


def _smaller(figure: Figure, reading: UnitReading, numeral: Numeral, *, comma: bool) -> Figure | None:
    large, small = figure.unit, reading.unit
    if large is None or figure.value is None or numeral.value is None or " / " in small.name:
        return None  # "50 metres per second, 50 centimetres per second"
    if large.kind == "money":
        if (
            small.kind != "money"
            or reading.divisor == 1
            or comma
            or figure.value != figure.value.to_integral_value()
        ):
            return None
        value = figure.value + numeral.value / reading.divisor
        return figure._replace(value=value, low=value, step=Decimal(1) / reading.divisor)
    if small.base != large.base or small.factor >= large.factor or small.offset or large.offset:
        return None
    ratio = large.factor / small.factor
    whole = abs(ratio - round(ratio)) < 1e-6 * ratio
    if (not whole and large.kind == "measure") or float(numeral.value) >= 4 * ratio:
        return None
    if large.kind == "duration" and float(numeral.value) >= ratio:
        return None
    exact = Decimal(round(ratio)) if whole else Decimal(str(ratio))
    value = figure.value * exact + numeral.value
    return figure._replace(value=value, low=value, step=numeral.step, unit=small)

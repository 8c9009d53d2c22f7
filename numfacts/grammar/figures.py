"""One number with the currency before it or the unit behind it.

Grammar::

    figure = currency? numeral unit?              $31.20   10.47 billion euros   MEUR 120   ten grand   half an hour
           | numeral unit (numeral unit)*         6ft 4in: see mixed_units
           | article unit                         a decade, for the kinds to accept where it states a figure
           | ("several" | "a"? "few") units       several hours, the next few days: two at least
"""

from __future__ import annotations

from decimal import Decimal

from numfacts.grammar.mixed_units import feet_and_inches, lap_time, read_prime, with_smaller_units
from numfacts.grammar.modifiers import past_modifier, read_modifiers
from numfacts.grammar.noun_phrases import is_plural
from numfacts.grammar.numerals import FEW, read_numeral
from numfacts.grammar.shorthand import megas, read_shorthand
from numfacts.grammar.tokens import DASHES, Tokens
from numfacts.grammar.units import UnitReading, read_sign, read_unit, with_denominator
from numfacts.grammar.usage import Usage
from numfacts.lexicon.currencies import currency_codes
from numfacts.lexicon.numerals import number_words
from numfacts.lexicon.words import word_class
from numfacts.model import Figure, Numeral, Unit

ONE_OF = frozenset({"a", "an", "one", "1"})  # "a tenth of 1 percent"


def read_figure(
    tokens: Tokens, i: int, usage: Usage, *, between: bool = False, money: bool = False
) -> Figure | None:
    """-> the number at token ``i`` with the currency before it or the unit behind it.

    ``money`` says that the other end of a range has a currency sign: the 15m of "$10-15m" are millions.
    """
    sign = read_sign(tokens, i, usage)
    mega = None if sign else megas(tokens, i - 1)
    money = money or sign is not None or _code_follows(tokens, i)
    numeral = read_numeral(tokens, i, usage.marks, money=money, between=between)
    if numeral is None:
        return _article(tokens, i, usage) or _few(tokens, i, usage)
    if numeral.form == "ordinal":
        numeral = _part_of_a_unit(tokens, numeral, usage) or numeral
    if numeral.form == "ordinal":
        return Figure(numeral.first, numeral.last, numeral, numeral.value, numeral.value, None, None,
                      numeral.last, False, 1.0, False)  # fmt: skip
    if sign is not None:
        return _with_sign(tokens, numeral, sign.unit, sign.first, sign.divisor, sign.confidence, usage)
    if mega is not None:
        value = None if numeral.value is None else numeral.value * 1000000
        numeral = numeral._replace(value=value, low=value, step=numeral.step and numeral.step * 1000000)
        return _with_sign(tokens, numeral, mega, i - 1, Decimal(1), 1.0, usage)
    reading = (
        read_shorthand(tokens, numeral, usage)
        or read_unit(tokens, numeral.last, numeral, usage)
        or read_prime(tokens, numeral)
    )
    if reading is None:
        reading = _behind_other_words(tokens, numeral, usage)
    if reading is None:
        return feet_and_inches(tokens, numeral) or lap_time(tokens, numeral) or Figure(
            numeral.first, numeral.last, numeral, numeral.value, numeral.low, numeral.step, None,
            numeral.last, False, 1.0, False,
        )  # fmt: skip
    if _of_what_is_counted(tokens, reading, numeral):
        return Figure(numeral.first, numeral.last, numeral, numeral.value, numeral.low, numeral.step, None,
                      numeral.last, False, 1.0, False)  # fmt: skip
    scale, last = _scale_behind(tokens, reading)
    factor = scale / reading.divisor
    figure = Figure(
        numeral.first, last, numeral, times(numeral.value, factor), times(numeral.low, factor),
        times(numeral.step, factor), reading.unit, reading.first, reading.hyphened, reading.confidence, False,
    )  # fmt: skip
    return with_smaller_units(tokens, figure, usage)


def _of_what_is_counted(tokens: Tokens, reading: UnitReading, numeral: Numeral) -> bool:
    """``250,000 day-trippers``, ``300 day trips``: a time in the singular that describes what is counted."""
    j, singular = reading.last, not tokens.words[reading.last - 1].endswith("s")
    if reading.unit.kind != "duration" or reading.hyphened or not singular or (numeral.value or 0) < 2:
        return False
    joined = tokens.words[j] in DASHES and tokens.glued(j) and tokens.words[j + 1] not in ("old", "olds")
    return joined or (
        (numeral.value or 0) >= 100 and tokens.words[j].isalpha() and is_plural(tokens.words[j])
    )


def _behind_other_words(tokens: Tokens, numeral: Numeral, usage: Usage) -> UnitReading | None:
    """A unit that does not stand right behind its number: ``half an hour``, ``a quarter of a percentage point``,
    ``millions of pounds``, ``10 or more years``, ``12-plus hours``, ``5'4"``."""
    j = numeral.last
    if numeral.form == "vague":
        return read_unit(tokens, j + 1, numeral, usage) if tokens.words[j] == "of" else None
    behind = past_modifier(tokens, j)
    if behind > j:
        return read_unit(tokens, behind, numeral, usage)
    if numeral.form != "fraction":
        return None
    if tokens.words[j] == "of":
        j += 1
        if tokens.words[j] not in ONE_OF and not tokens.words[j - 2].startswith("quarter"):
            return None
    if tokens.words[j] in ONE_OF:
        j += 1
    return read_unit(tokens, j, numeral, usage) if j > numeral.last else None


def _article(tokens: Tokens, i: int, usage: Usage) -> Figure | None:
    """``a decade``, ``an hour and a half``: one of a unit, for the kinds to accept where it states a figure."""
    if tokens.words[i] not in ("a", "an") or not tokens.words[i + 1].isalpha():
        return None  # the A of A$5 is no article
    return one_unit(tokens, i, usage)


def one_unit(tokens: Tokens, i: int, usage: Usage) -> Figure | None:
    """-> one of the unit behind token ``i``, which stands for the number: the "a" of "a decade"."""
    numeral = Numeral(i, i + 1, Decimal(1), Decimal(1), None, Decimal(1), "article")
    reading = read_unit(tokens, i + 1, numeral, usage)
    if reading is None or reading.hyphened or tokens.words[reading.last - 1].endswith("s"):
        return None  # "a decades-long feud"
    value = 1 / reading.divisor
    figure = Figure(i, reading.last, numeral, value, value, None, reading.unit, reading.first, False,
                    0.9 * reading.confidence, False)  # fmt: skip
    return with_smaller_units(tokens, figure, usage)


def _few(tokens: Tokens, i: int, usage: Usage) -> Figure | None:
    """``several hours``, ``a few miles``, ``the past few years``: two of the unit at least, as of "a few hundred"."""
    j = i + 1 if tokens.words[i] == "a" else i
    before = tokens.words[j - 1]
    if tokens.words[j] not in FEW or (tokens.words[j] == "few" and before not in word_class("before_few")):
        return None  # "few days pass without": not many
    if i == j and before == "a":
        return None  # read with its article, or not at all
    numeral = Numeral(i, j + 1, None, Decimal(2), None, Decimal(1), "vague")
    reading = read_unit(tokens, j + 1, numeral, usage)
    if reading is None or reading.hyphened or reading.unit.kind == "money":
        return None
    if read_modifiers(tokens, i, reading.last, reading.unit.kind).modifier in ("at_most", "less_than"):
        return None  # "within a few days" implies no bound
    return Figure(i, reading.last, numeral, None, 2 / reading.divisor, None, reading.unit, reading.first, False,
                  0.8 * reading.confidence, False)  # fmt: skip


def _part_of_a_unit(tokens: Tokens, numeral: Numeral, usage: Usage) -> Numeral | None:
    """``tenth of a gallon``, ``hundredth of a second``; "the third of a series" is a place in it."""
    under = number_words().parts.get(tokens.words[numeral.first])
    if under is None or numeral.last > numeral.first + 1 or tokens.words[numeral.last] != "of":
        return None
    part = numeral._replace(value=1 / under, low=1 / under, step=None, form="fraction")
    return part if _behind_other_words(tokens, part, usage) else None


def times(value: Decimal | None, factor: Decimal) -> Decimal | None:
    return None if value is None else value if factor == 1 else value * factor


def _with_sign(
    tokens: Tokens,
    numeral: Numeral,
    unit: Unit,
    first: int,
    divisor: Decimal,
    confidence: float,
    usage: Usage,
) -> Figure:
    """``$31.20``, ``$5 million dollars``, ``$21.25 per square foot``: what the sign says, and the tail behind."""
    last = numeral.last
    named = read_unit(tokens, last, numeral, usage)
    if named is not None and named.unit.kind == "money" and named.divisor == divisor:
        agrees = named.unit.currency == unit.currency or bool(unit.candidates)
        if (
            agrees and tokens.words[named.first].isalpha() and not named.hyphened
        ):  # "$20 Australian", "$5 million dollars", "$31.20 US"
            if named.confidence >= confidence:
                unit, confidence = named.unit, max(confidence, named.confidence)
            last = named.last
    hyphened = False
    if "/" not in unit.name:
        unit, last = _per_behind(tokens, UnitReading(unit, last, divisor, confidence, False, last), usage)
    minus = first - 1
    negative = (
        tokens.words[minus] in ("-", "−", "minus") and first > 0 and numeral.first >= first and (numeral.value or 0) > 0
        and (minus == 0 or not tokens.glued(minus)) and (tokens.glued(first) or tokens.words[minus] == "minus")
    )  # fmt: skip
    bracketed = tokens.words[minus] == "(" and tokens.words[last] == ")" and _accounts(tokens, first)
    value, low = times(numeral.value, 1 / divisor), times(numeral.low, 1 / divisor)
    if (negative or bracketed) and value is not None:
        value = low = -value
        first, last = (minus, last) if negative else (minus, last + 1)
    step = times(numeral.step, 1 / divisor)
    return Figure(first, last, numeral, value, low, step, unit, last, hyphened, confidence, True)


def _per_behind(tokens: Tokens, money: UnitReading, usage: Usage) -> tuple[Unit, int]:
    """-> the unit and its end with what it is per, a modifier between them: ``₹60-plus a kg``, ``£40 or so a week``."""
    tail = with_denominator(tokens, money, usage)
    j = past_modifier(tokens, money.last) if tail.last == money.last else money.last
    if j > money.last:
        behind = with_denominator(tokens, money._replace(last=j), usage)
        tail = behind if behind.last > j else tail
    return tail.unit, tail.last


def _accounts(tokens: Tokens, first: int) -> bool:
    """``a net result of ($2.3m)``: brackets are a minus in accounts, where the sentence is of a loss and no figure
    stands right before that the bracket could restate."""
    before = tokens.words[first - 2]
    return before in ("loss", "deficit", "of", "was", "to", ":") and not {
        "loss",
        "result",
        "deficit",
        "income",
    }.isdisjoint(tokens.words)


def _code_follows(tokens: Tokens, i: int) -> bool:
    """``50m USD``: a currency code behind makes the m a million."""
    word = tokens.raw[i + 2]
    return len(word) == 3 and word.isupper() and word in currency_codes()


def _scale_behind(tokens: Tokens, reading: UnitReading) -> tuple[Decimal, int]:
    """``75 USD million``: a scale word behind the currency code."""
    scale = number_words().scales.get(tokens.words[reading.last]) if reading.unit.kind == "money" else None
    if scale is None or scale < 1000 or not tokens.raw[reading.first].isupper():
        return Decimal(1), reading.last
    return scale, reading.last + 1

"""A figure with all that belongs to it, read once for every kind: sign, numerals, unit, range.

``read_phrase`` at "3.3" of "between $3.3 and $3.6 billion a year" gives one Phrase with low 3300000000, high
3600000000, the unit ``USD/year`` and the joiner "and".

Grammar::

    phrase = ("between" | "from")? figure (joiner modifier? figure)?
    figure = currency? numeral unit? (numeral unit)*          the last for mixed units: 6ft 4in, 5 hours 20 minutes
    joiner = "to" | "-" | "and" behind "between" | "or" | "±" | "plus or minus" | "give or take"
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from numfacts.grammar.change import is_change
from numfacts.grammar.modifiers import past_modifier
from numfacts.grammar.numerals import DASHES, Numeral, read_numeral
from numfacts.grammar.tokens import Tokens
from numfacts.grammar.units import UnitReading, read_sign, read_unit, with_denominator
from numfacts.grammar.usage import Usage
from numfacts.lexicon.currencies import Money, currency, currency_codes, resolve
from numfacts.lexicon.numerals import number_words
from numfacts.lexicon.units import unit as unit_named
from numfacts.model import Unit

TO = frozenset({"to", "~", "through"} | DASHES)


class Figure(NamedTuple):
    """One number with its unit."""

    first: int
    last: int
    numeral: Numeral
    value: Decimal | None  # in ``unit``
    low: Decimal | None  # the value, or the bound of a vague number
    step: Decimal | None
    unit: Unit | None
    unit_first: int  # first token of the unit; ``last`` where there is none behind the number
    hyphened: bool
    confidence: float
    signed: bool  # a currency sign stands before the number


class Phrase(NamedTuple):
    first: int
    last: int
    figure: Figure  # the only figure, or the lower end of a range
    other: Figure | None  # the other end
    joiner: str  # "" | "to" | "-" | "and" | "or" | "±"
    unit: Unit | None
    confidence: float

    @property
    def hyphened(self) -> bool:
        return (self.other or self.figure).hyphened


def read_phrase(tokens: Tokens, i: int, usage: Usage) -> Phrase | None:
    """-> the phrase whose first numeral begins at token ``i``; None where no numeral does."""
    between = _led_by(tokens, i, "between")
    figure = read_figure(tokens, i, usage, between=between)
    if figure is None:
        return None
    alone = figure.numeral.form in ("vague", "ordinal")
    ranged = None if alone else _ranged(tokens, figure, usage, between)
    return ranged or Phrase(figure.first, figure.last, figure, None, "", figure.unit, figure.confidence)


def _led_by(tokens: Tokens, i: int, word: str) -> bool:
    return word in tokens.words[max(0, i - 4) : i]


# One figure ---------------------------------------------------------------------


def read_figure(
    tokens: Tokens, i: int, usage: Usage, *, between: bool = False, money: bool = False
) -> Figure | None:
    """-> the number at token ``i`` with the currency before it or the unit behind it.

    ``money`` says that the other end of a range has a currency sign: the 15m of "$10-15m" are millions.
    """
    sign = read_sign(tokens, i, usage)
    mega = None if sign else _mega(tokens, i - 1)
    money = money or sign is not None or _code_follows(tokens, i)
    numeral = read_numeral(tokens, i, usage.marks, money=money, between=between)
    if numeral is None:
        return _article(tokens, i, usage)
    if numeral.form == "ordinal":
        return Figure(numeral.first, numeral.last, numeral, numeral.value, numeral.value, None, None,
                      numeral.last, False, 1.0, False)  # fmt: skip
    if sign is not None:
        return _with_sign(tokens, numeral, sign.unit, sign.first, sign.divisor, sign.confidence, usage)
    if mega is not None:
        value = None if numeral.value is None else numeral.value * 1000000
        numeral = numeral._replace(value=value, low=value, step=numeral.step and numeral.step * 1000000)
        return _with_sign(tokens, numeral, mega, i - 1, Decimal(1), 1.0, usage)
    reading = _mega_behind(tokens, numeral) or _grand(tokens, numeral, usage) or read_unit(tokens, numeral.last, numeral, usage)
    if reading is None:
        reading = _behind_other_words(tokens, numeral, usage)
    if reading is None:
        return _feet_and_inches(tokens, numeral) or _lap_time(tokens, numeral) or Figure(
            numeral.first, numeral.last, numeral, numeral.value, numeral.low, numeral.step, None,
            numeral.last, False, 1.0, False,
        )  # fmt: skip
    scale, last = _scale_behind(tokens, reading)
    factor = scale / reading.divisor
    figure = Figure(
        numeral.first, last, numeral, _times(numeral.value, factor), _times(numeral.low, factor),
        _times(numeral.step, factor), reading.unit, reading.first, reading.hyphened, reading.confidence, False,
    )  # fmt: skip
    return _mixed(tokens, figure, usage)


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


ONE_OF = frozenset({"a", "an", "one", "1"})  # "a tenth of 1 percent"


def _article(tokens: Tokens, i: int, usage: Usage) -> Figure | None:
    """``a decade``, ``an hour and a half``: one of a unit, for the kinds to accept where it states a figure."""
    if tokens.words[i] not in ("a", "an"):
        return None
    numeral = Numeral(i, i + 1, Decimal(1), Decimal(1), None, Decimal(1), "article")
    reading = read_unit(tokens, i + 1, numeral, usage)
    if reading is None or reading.hyphened:
        return None
    value = 1 / reading.divisor
    figure = Figure(i, reading.last, numeral, value, value, None, reading.unit, reading.first, False,
                    0.9 * reading.confidence, False)  # fmt: skip
    return _mixed(tokens, figure, usage)


def _times(value: Decimal | None, factor: Decimal) -> Decimal | None:
    return None if value is None else value if factor == 1 else value * factor


def _with_sign(
    tokens: Tokens, numeral: Numeral, unit: Unit, first: int, divisor: Decimal, confidence: float, usage: Usage
) -> Figure:
    """``$31.20``, ``$5 million dollars``, ``$21.25 per square foot``: what the sign says, and the tail behind."""
    last = numeral.last
    named = read_unit(tokens, last, numeral, usage)
    if named is not None and named.unit.kind == "money" and named.divisor == divisor:
        agrees = named.unit.currency == unit.currency or bool(unit.candidates)
        if agrees and tokens.words[named.first].isalpha() and not named.hyphened:  # "$20 Australian", "$5 million dollars", "$31.20 US"
            if named.confidence >= confidence:
                unit, confidence = named.unit, max(confidence, named.confidence)
            last = named.last
    hyphened = False
    if "/" not in unit.name:
        tail = UnitReading(unit, last, divisor, confidence, False, last)
        tail = with_denominator(tokens, tail, usage)
        unit, last = tail.unit, tail.last
    minus = first - 1
    negative = (
        tokens.words[minus] in ("-", "−", "minus") and first > 0 and numeral.first >= first and (numeral.value or 0) > 0
        and (minus == 0 or not tokens.glued(minus)) and (tokens.glued(first) or tokens.words[minus] == "minus")
    )  # fmt: skip
    bracketed = tokens.words[minus] == "(" and tokens.words[last] == ")" and _accounts(tokens, first)
    value, low = _times(numeral.value, 1 / divisor), _times(numeral.low, 1 / divisor)
    if (negative or bracketed) and value is not None:
        value = low = -value
        first, last = (minus, last) if negative else (minus, last + 1)
    step = _times(numeral.step, 1 / divisor)
    return Figure(first, last, numeral, value, low, step, unit, last, hyphened, confidence, True)


def _accounts(tokens: Tokens, first: int) -> bool:
    """``a net result of ($2.3m)``: brackets are a minus in accounts, where the sentence is of a loss and no figure
    stands right before that the bracket could restate."""
    before = tokens.words[first - 2]
    return before in ("loss", "deficit", "of", "was", "to", ":") and not {"loss", "result", "deficit", "income"}.isdisjoint(
        tokens.words
    )


def _code_follows(tokens: Tokens, i: int) -> bool:
    """``50m USD``: a currency code behind makes the m a million."""
    word = tokens.raw[i + 2]
    return len(word) == 3 and word.isupper() and word in currency_codes()


def _mega(tokens: Tokens, i: int) -> Unit | None:
    """``MEUR 120``, ``MUSD``: millions of a currency, as Nordic company news writes it."""
    raw = tokens.raw[i] if i >= 0 else ""
    return currency(raw[1:]) if len(raw) == 4 and raw[0] == "M" and raw[1:] in currency_codes() else None


def _mega_behind(tokens: Tokens, numeral: Numeral) -> UnitReading | None:
    unit = _mega(tokens, numeral.last)
    last = numeral.last + 1
    return UnitReading(unit, last, Decimal("0.000001"), 1.0, False, numeral.last) if unit else None


# Grands that are no money.
GRAND = frozenset("prix slam slams jury piano pianos final finals children total tour national old duke duchess central".split())


def _grand(tokens: Tokens, numeral: Numeral, usage: Usage) -> UnitReading | None:
    """``ten grand``: thousands of the place's money, which the slang does not name."""
    j = numeral.last
    if tokens.raw[j] != "grand" or tokens.words[j + 1] in GRAND or numeral.form not in ("digits", "words"):
        return None
    meaning = resolve(Money("grand", "USD", ("USD", "GBP", "AUD", "CAD", "NZD", "EUR"), 0.5), usage.territory, usage.year)
    return UnitReading(meaning.unit, j + 1, Decimal("0.001"), meaning.confidence, False, j)


def _scale_behind(tokens: Tokens, reading: UnitReading) -> tuple[Decimal, int]:
    """``75 USD million``: a scale word behind the currency code."""
    scale = number_words().scales.get(tokens.words[reading.last]) if reading.unit.kind == "money" else None
    if scale is None or scale < 1000 or not tokens.raw[reading.first].isupper():
        return Decimal(1), reading.last
    return scale, reading.last + 1


def _mixed(tokens: Tokens, figure: Figure, usage: Usage) -> Figure:
    """``6ft 4in``, ``14st 2lb``, ``5 hours and 20 minutes``, ``3 dollars 50 cents`` -> one value in the smaller unit.

    The smaller unit keeps the stated number exact; money stays in its main unit.
    """
    while figure.unit is not None and figure.value is not None and figure.unit.kind in ("measure", "duration", "money"):
        j = figure.last
        joined = tokens.words[j] in ("and", ",") or (tokens.words[j] in DASHES and figure.hyphened)
        j = j + 1 if joined else j
        if tokens.words[j] == "and":
            j += 1
        if not (tokens.words[j][:1].isdigit() or tokens.words[j] in number_words().ones or (
                tokens.words[j] in number_words().tens)):
            half = _and_a_half(tokens, figure)
            return half or figure
        numeral = read_numeral(tokens, j, usage.marks)
        if numeral is None or numeral.value is None or numeral.first != j or numeral.form == "ordinal":
            return figure
        smaller = _inches(tokens, numeral, figure.unit) or read_unit(tokens, numeral.last, numeral, usage)
        added = _smaller(figure, smaller, numeral, comma=tokens.words[figure.last] == ",") if smaller else None
        if added is None or smaller is None:
            return figure
        figure = added._replace(last=smaller.last)
    return figure


def _inches(tokens: Tokens, numeral: Numeral, large: Unit) -> UnitReading | None:
    """``12 ft 2 in``, ``2h 30m``: "in" is inches behind feet and m minutes behind hours; elsewhere they are not."""
    name = {("foot", "in"): "inch", ("foot", "ins"): "inch", ("hour", "m"): "minute", ("hour", "mins"): "minute",
            ("minute", "s"): "second"}.get((large.name, tokens.words[numeral.last]))  # fmt: skip
    if name is None and large.name == "foot" and tokens.words[numeral.first - 1] in DASHES and tokens.glued(numeral.first):
        return UnitReading(unit_named("inch"), numeral.last, Decimal(1), 1.0, False, numeral.last)  # "6-foot-6"
    return UnitReading(unit_named(name), numeral.last + 1, Decimal(1), 1.0, False, numeral.last) if name else None


def _feet_and_inches(tokens: Tokens, numeral: Numeral) -> Figure | None:
    """``6'4"`` -> 76 inches."""
    j = numeral.last
    tight = all(tokens.glued(k) for k in (j, j + 1, j + 2))
    if not tight or tokens.words[j] not in ("'", "’", "′") or not tokens.words[j + 1].isdecimal() or numeral.value is None:
        return None
    end = j + 4 if tokens.words[j + 2] in ("'", "’") and tokens.words[j + 3] in ("'", "’") else j + 3
    if tokens.words[j + 2] not in ('"', "”", "″", "'", "’") or int(tokens.words[j + 1]) > 11:
        return None
    value = numeral.value * 12 + int(tokens.words[j + 1])
    return Figure(numeral.first, end, numeral, value, value, Decimal(1), unit_named("inch"), j, False, 1.0, False)


def _lap_time(tokens: Tokens, numeral: Numeral) -> Figure | None:
    """``4:07.13``, ``1:58.69 seconds`` -> seconds; without the decimals it would be the time of day."""
    j = numeral.last
    seconds = tokens.words[j + 1]
    if tokens.words[j] != ":" or not tokens.glued(j) or not tokens.glued(j + 1) or numeral.value is None:
        return None
    minutes, point, _ = seconds.partition(".")
    if not point or len(minutes) != 2 or seconds.count(".") > 1 or numeral.value >= 60:
        return None
    value = numeral.value * 60 + Decimal(seconds)
    last = j + 3 if tokens.words[j + 2] in ("seconds", "sec", "secs", "minutes", "min") else j + 2
    step = Decimal(1).scaleb(-len(seconds.partition(".")[2]))
    return Figure(numeral.first, last, numeral, value, value, step, unit_named("second"), j, False, 1.0, False)


def _and_a_half(tokens: Tokens, figure: Figure) -> Figure | None:
    """``an hour and a half``, ``a year and a half``."""
    j = figure.last
    if figure.value is None or tokens.words[j] != "and" or figure.unit is None or figure.unit.kind == "money":
        return None
    k = j + 2 if tokens.words[j + 1] == "a" else j + 1
    part = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}.get(tokens.words[k])
    if part is None or tokens.words[k + 1] in ("the", "a", "of") or figure.value != 1:
        return None
    value = figure.value + part
    return figure._replace(last=k + 1, value=value, low=value, step=None)


def _smaller(figure: Figure, reading: UnitReading, numeral: Numeral, *, comma: bool) -> Figure | None:
    large, small = figure.unit, reading.unit
    if large is None or figure.value is None or numeral.value is None:
        return None
    if large.kind == "money":
        if small.kind != "money" or reading.divisor == 1 or comma or figure.value != figure.value.to_integral_value():
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


# Two figures --------------------------------------------------------------------


def _ranged(tokens: Tokens, low: Figure, usage: Usage, between: bool) -> Phrase | None:
    j = low.last
    word = tokens.words[j]
    tolerance = toleranced(tokens, low, j, usage)
    if tolerance:
        return tolerance
    if word == "and" and between:
        joiner = "and"
    elif word in DASHES and tokens.words[j + 1] in ("to", "or") and tokens.glued(j + 1) and low.unit is None:
        joiner, j = tokens.words[j + 1], j + 1  # "three-to-five-year", "0-to-60-mph"
    elif word in DASHES:
        if low.hyphened or tokens.glued(j) != tokens.glued(j + 1):
            # "7- or 8-inch": a hanging hyphen
            if tokens.glued(j) and tokens.words[j + 1] in ("to", "or") and low.unit is None:
                joiner, j = tokens.words[j + 1], j + 1
            else:
                return None
        else:
            joiner = "-"
    elif word in TO:
        joiner = "to"
    elif word == "or":
        joiner = "or"
    else:
        return None
    high = _second(tokens, j + 1, usage, joiner, money=low.signed)
    if high is None or high.value is None or low.value is None:
        return None
    if low.unit is None and joiner == "to" and low.value.is_finite() and _dated(tokens, low):
        return None
    return _as_range(tokens, low, high, joiner, between)


def _second(tokens: Tokens, j: int, usage: Usage, joiner: str, *, money: bool = False) -> Figure | None:
    """The figure behind a joiner, past its own "about" and its currency sign."""
    if tokens.words[j] in DASHES and tokens.glued(j) and tokens.glued(j + 1):
        j += 1  # "three-to-five-year"
    if joiner in ("and", "to"):
        while tokens.words[j] in ("about", "around", "roughly", "some", "nearly", "almost", "between", "approximately"):
            j += 1
    for k in range(j, j + 4):
        word = tokens.words[k]
        if word[:1].isdigit() or word in number_words().ones or word in number_words().tens or word in ("a", "an", "half"):
            figure = read_figure(tokens, k, usage, money=money)
            return figure if figure is not None and figure.first <= j and figure.numeral.form != "ordinal" else None
        if word.isalpha() and not tokens.raw[k].isupper() and word not in ("minus", "negative", "rs"):
            return None
    return None


def _as_range(tokens: Tokens, low: Figure, high: Figure, joiner: str, between: bool) -> Phrase | None:
    assert low.value is not None and high.value is not None
    unit = high.unit or low.unit
    if low.unit is not None and high.unit is not None and not _same_unit(low.unit, high.unit):
        return None
    shared = low.unit is None and high.unit is not None
    if high.unit is None and low.unit is not None and (joiner in ("or", "to", "-") and not low.signed):
        if high.numeral.scale == 1 and joiner != "-" and not between:
            return None  # "8.1 percent to 99": two things
    spread, step = low.value, low.step
    if shared and unit is not None:
        spread, step = spread * _divisor(high), step and step * _divisor(high)
    if low.numeral.scale == 1 and high.numeral.scale > 1 and high.numeral.value and low.numeral.value is not None:
        mantissa = high.numeral.value / high.numeral.scale
        if abs(low.numeral.value) < 10 * abs(mantissa) and low.numeral.value < 1000:
            spread, step = spread * high.numeral.scale, step and step * high.numeral.scale
    if low.signed and not high.signed and high.unit is None:
        high = high._replace(unit=low.unit)
    if joiner == "or" and not _alternatives(low, high, spread):
        return None
    led = between or (joiner in ("to", "-") and tokens.words[low.first - 1] in ("from", "ranging"))
    if joiner == "to" and not led and not _to_is_range(tokens, low, high, spread):
        return None
    low = low._replace(value=spread, low=spread, step=step, unit=unit)
    if joiner == "to" and led and is_change_before(tokens, low.first - 1):
        # "rose from 5% to 7%": end points, not a range; the first has the unit of the second
        return Phrase(low.first, low.last, low, None, "", unit, min(low.confidence, high.confidence))
    first = low.first
    for lead in ("between", "from"):
        if tokens.words[first - 1] == lead and first > 0:
            first -= 1
    if first == low.first and between:
        k = max(0, low.first - 4)
        first = k + tokens.words[k : low.first].index("between") if "between" in tokens.words[k : low.first] else first
    return Phrase(first, high.last, low, high, joiner, unit, min(low.confidence, high.confidence))


def is_change_before(tokens: Tokens, j: int) -> bool:
    """Does a word of rising or falling stand shortly before token ``j``, in the same clause?"""
    for k in range(j - 1, max(-1, j - 14), -1):
        word = tokens.words[k]
        if is_change(word):
            return True
        if word in (".", ";", ":", "(", "—") or word in ("and", "while"):
            return False
    return False


def _dated(tokens: Tokens, low: Figure) -> bool:
    """``20 mpg in 2008 to 29 mpg``: what stands before "to" is a year."""
    word = tokens.words[low.first]
    return word.isdecimal() and len(word) == 4 and tokens.words[low.first - 1] in ("in", "since", "during", "year", "of")


def _divisor(figure: Figure) -> Decimal:
    """What turned the written number of a figure into its value: 1/100 behind "pence"."""
    if figure.numeral.value:
        return (figure.value or Decimal(0)) / figure.numeral.value
    return Decimal(1)


def _same_unit(a: Unit, b: Unit) -> bool:
    if a.currency and b.currency:
        return a.currency == b.currency or a.currency in b.candidates or b.currency in a.candidates
    return a.name == b.name


def _alternatives(low: Figure, high: Figure, spread: Decimal) -> bool:
    """``three or four years``, ``7- or 8-inch``: neighbours, not "5 or more", "12 or 30 of them"."""
    if low.unit is not None and not low.signed:
        return False
    return high.value is not None and spread < high.value <= 2 * spread + 1 and low.numeral.form == high.numeral.form


def _to_is_range(tokens: Tokens, low: Figure, high: Figure, spread: Decimal) -> bool:
    """``10 to 15 people``; not "up 12 to 60", "lost 3 to 1", "rose 5 points to 60 points"."""
    assert high.value is not None
    if spread >= high.value:
        return low.unit is None and high.unit is not None and low.numeral.scale == 1 and spread > 0 and (
            high.unit.kind != "money" and not is_change_before(tokens, low.first)
        )
    by = tokens.words[low.first - 1] == "by" and high.value <= 3 * spread  # "fell by 3p to 5p", not "by 10 to 60"
    if is_change_before(tokens, low.first) and not by:
        return low.unit is None and high.unit is not None and not low.signed
    if low.unit is not None and high.unit is None:
        return low.signed
    return True


def _tolerance(tokens: Tokens, j: int) -> int:
    """-> how many tokens of "±" or "plus or minus" stand at ``j``."""
    words = tokens.words
    if words[j] == ",":
        j, lead = j + 1, 1
    else:
        lead = 0
    if words[j] == "±":
        return lead + 1
    if words[j : j + 3] in (["plus", "or", "minus"], ["give", "or", "take"], ["+", "/", "-"]):
        return lead + 3
    return 0


def toleranced(tokens: Tokens, figure: Figure, j: int, usage: Usage) -> Phrase | None:
    """``45% plus or minus 3 points``, ``3,000 give or take 50``, ``8 ± 2 cm`` -> the two bounds, if "±" stands at ``j``."""
    skip = _tolerance(tokens, j)
    margin = _second(tokens, j + skip, usage, "±") if skip else None
    if margin is None or margin.value is None or figure.value is None:
        return None
    unit = figure.unit or margin.unit
    low, high = figure.value - abs(margin.value), figure.value + abs(margin.value)
    return Phrase(
        figure.first, margin.last,
        figure._replace(value=low, low=low, unit=unit), margin._replace(value=high, low=high, unit=unit),
        "±", unit, figure.confidence,
    )  # fmt: skip


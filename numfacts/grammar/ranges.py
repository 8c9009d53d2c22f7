"""Two figures that are one quantity: 10 to 15 people, $10-15m, between 3,000 and 3,500, three or four years, 8 ± 2 cm.

Grammar::

    range  = ("between" | "from")? figure joiner modifier? figure
    joiner = "to" | "-" | "and" behind "between" | "or" | "±" | "plus or minus" | "give or take"

Scale and unit spread backwards: "3.3 to 3.6 billion", "$10-15m".  The end points of a change ("rose from 5% to 7%")
are two figures, and so are a change and its level ("up 12 to 60").
"""

from __future__ import annotations

from decimal import Decimal

from numfacts.grammar.change import is_change
from numfacts.grammar.figures import read_figure
from numfacts.grammar.tokens import DASHES, Tokens
from numfacts.grammar.units import UnitReading, with_denominator
from numfacts.grammar.usage import Usage
from numfacts.lexicon.numerals import number_words
from numfacts.lexicon.words import word_class
from numfacts.model import Figure, Phrase, Unit

PERHAPS = frozenset({"maybe", "perhaps", "possibly", "even"})
TO = frozenset({"to", "~", "through"} | DASHES)


def read_range(tokens: Tokens, low: Figure, usage: Usage, between: bool) -> Phrase | None:
    j = low.last
    word = tokens.words[j]
    tolerance = toleranced(tokens, low, j, usage)
    if tolerance:
        return tolerance
    if low.numeral.form == "article":
        return _or_two(tokens, low)
    if word == "and" and between:
        joiner = "and"
    elif word in DASHES and tokens.words[j + 1] in ("to", "or") and tokens.glued(j + 1) and low.unit is None:
        joiner, j = tokens.words[j + 1], j + 1  # "three-to-five-year", "0-to-60-mph"
    elif word in DASHES:
        if low.hyphened or tokens.glued(j) != tokens.glued(j + 1):
            if not tokens.glued(j) and low.unit is None:
                return _dash_like_a_minus(tokens, low, usage)
            # "7- or 8-inch": a hanging hyphen
            if tokens.glued(j) and tokens.words[j + 1] in ("to", "or") and low.unit is None:
                joiner, j = tokens.words[j + 1], j + 1
            else:
                return None
        else:
            joiner = "-"
    elif word in TO:
        joiner = "to"
    elif word in ("or", ",") and tokens.words[j + 1] in PERHAPS:
        joiner, j = "or", j + 1  # "four, maybe five"
    elif word == "or":
        joiner = "or"
    else:
        return None
    high = _second(tokens, j + 1, usage, joiner, money=low.signed)
    if high is None or high.value is None or low.value is None:
        return None
    if low.unit is None and joiner == "to" and low.value.is_finite() and _dated(tokens, low):
        return None
    return _as_range(tokens, low, high, joiner, between, usage)


def _or_two(tokens: Tokens, one: Figure) -> Phrase | None:
    """``a year or two``, ``an hour or two``: from one of the unit to two."""
    if tokens.words[one.last : one.last + 2] != ["or", "two"] or one.value is None:
        return None
    two = one._replace(value=2 * one.value, low=2 * one.value, last=one.last + 2)
    return Phrase(one.first, two.last, one, two, "or", one.unit, one.confidence)


def _dash_like_a_minus(tokens: Tokens, low: Figure, usage: Usage) -> Phrase | None:
    """``2 -7 g``: a dash with a space before it alone joins a bare number to one with a unit; "5 -3" is left."""
    high = _second(tokens, low.last + 1, usage, "-")
    if high is None or high.unit is None or high.numeral.first != low.last or high.value is None:
        return None
    value, stated = -high.value, high.numeral.value
    if low.value is None or stated is None or not 0 <= low.value < value:
        return None
    numeral = high.numeral._replace(first=low.last + 1, value=-stated, low=-stated)
    positive = high._replace(first=numeral.first, numeral=numeral, value=value, low=value)
    return _as_range(tokens, low, positive, "-", False, usage)


def _second(tokens: Tokens, j: int, usage: Usage, joiner: str, *, money: bool = False) -> Figure | None:
    """The figure behind a joiner, past its own "about" and its currency sign."""
    if tokens.words[j] in DASHES and tokens.glued(j) and tokens.glued(j + 1):
        j += 1  # "three-to-five-year"
    if joiner in ("and", "to"):
        while tokens.words[j] in (
            "about",
            "around",
            "roughly",
            "some",
            "nearly",
            "almost",
            "between",
            "approximately",
        ):
            j += 1
    for k in range(j, j + 4):
        word = tokens.words[k]
        if (
            word[:1].isdigit()
            or word in number_words().ones
            or word in number_words().tens
            or word in ("a", "an", "half")
        ):
            figure = read_figure(tokens, k, usage, money=money)
            return (
                figure
                if figure is not None and figure.first <= j and figure.numeral.form != "ordinal"
                else None
            )
        if word.isalpha() and not tokens.raw[k].isupper() and word not in ("minus", "negative", "rs"):
            return None
    return None


def _as_range(
    tokens: Tokens, low: Figure, high: Figure, joiner: str, between: bool, usage: Usage
) -> Phrase | None:
    assert low.value is not None and high.value is not None
    unit, bare = high.unit or low.unit, high.unit is None
    if low.unit is not None and unit is not None and "/" in low.unit.name and "/" not in unit.name:
        unit = low.unit  # "ranged from £90 a week to £60"
    if low.unit is not None and high.unit is not None and not _same_unit(low.unit, high.unit):
        return None
    shared = low.unit is None and high.unit is not None
    if high.unit is None and low.unit is not None and (joiner in ("or", "to", "-") and not low.signed):
        led = (
            tokens.words[low.first - 1] == "from"
            and high.value > low.value
            and not _counts(tokens, high.last)
        )
        if high.numeral.scale == 1 and joiner != "-" and not between and not led:
            return None  # "8.1 percent to 99": two things; but "from six months to nine"
    spread, step = low.value, low.step
    if shared and unit is not None:
        spread, step = spread * _divisor(high), step and step * abs(_divisor(high))
    if (
        low.numeral.scale == 1
        and high.numeral.scale > 1
        and high.numeral.value
        and low.numeral.value is not None
    ):
        mantissa = high.numeral.value / high.numeral.scale
        if abs(low.numeral.value) < 10 * abs(mantissa) and low.numeral.value < 1000:
            spread, step = spread * high.numeral.scale, step and step * high.numeral.scale
    if low.signed and not high.signed and high.unit is None:
        high = high._replace(unit=low.unit)
    if unit is not None and unit.kind == "money" and "/" not in unit.name and (bare or low.signed):
        tail = with_denominator(
            tokens, UnitReading(unit, high.last, Decimal(1), 1.0, False, high.last), usage
        )
        unit, high = tail.unit, high._replace(last=tail.last)  # "Rs 40-45 a kg"
    assert high.value is not None
    if joiner == "or" and not _alternatives(low, high, spread):
        return None
    if joiner == "-" and high.value < 0 and low.value >= 0:
        return None  # "362.10 - -$97.39": a dash of a table
    if joiner == "-" and spread > high.value and not tokens.glued(low.last):
        return None  # "$515.62 million - 0.07": a dash of a list
    led = between or (joiner in ("to", "-") and tokens.words[low.first - 1] in ("from", "ranging"))
    if joiner == "to" and not led and not _to_is_range(tokens, low, high, spread):
        return None
    own, low = low.unit, low._replace(value=spread, low=spread, step=step, unit=unit)
    if joiner == "to" and led and _end_points(tokens, low, high):
        # not a range; the first has the unit of the second, where it tells none: "rose from 5 to 7%"
        low = low._replace(unit=own or unit)
        return Phrase(low.first, low.last, low, None, "", low.unit, min(low.confidence, high.confidence))
    first = low.first
    for lead in ("between", "from"):
        if tokens.words[first - 1] == lead and first > 0:
            first -= 1
    if first == low.first and between:
        k = max(0, low.first - 4)
        first = (
            k + tokens.words[k : low.first].index("between")
            if "between" in tokens.words[k : low.first]
            else first
        )
    return Phrase(first, high.last, low, high, joiner, unit, min(low.confidence, high.confidence))


def _end_points(tokens: Tokens, low: Figure, high: Figure) -> bool:
    """``rose from 5% to 7%``, ``goes from £9 a week to £7``: a change, by its verb or because no range falls."""
    if tokens.words[low.first - 1] != "from":
        return False
    assert low.value is not None and high.value is not None
    falls = low.value > high.value and low.numeral.scale <= high.numeral.scale
    ranges = not word_class("ranging").isdisjoint(tokens.words[max(0, low.first - 4) : low.first - 1])
    return (falls and not ranges) or is_change_before(tokens, low.first - 1)


def is_change_before(tokens: Tokens, j: int) -> bool:
    """Does a word of rising or falling stand shortly before token ``j``, in the same clause?"""
    for k in range(j - 1, max(-1, j - 14), -1):
        word = tokens.words[k]
        if is_change(word) or word in word_class("multiplied"):
            return True
        if word in (".", ";", ":", "(", "—", "while") or (
            word == "and" and "between" not in tokens.words[k - 4 : k]
        ):
            return False  # "doubled between spring and autumn, from" goes on
    return False


def _counts(tokens: Tokens, j: int) -> bool:
    word = tokens.words[j]
    return word.isalpha() and word not in word_class(
        "preposition", "conjunction", "auxiliary", "adverb", "determiner"
    )


def _dated(tokens: Tokens, low: Figure) -> bool:
    """``20 mpg in 2008 to 29 mpg``: what stands before "to" is a year."""
    word = tokens.words[low.first]
    return (
        word.isdecimal()
        and len(word) == 4
        and tokens.words[low.first - 1] in ("in", "since", "during", "year", "of")
    )


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
    return (
        high.value is not None
        and spread < high.value <= 2 * spread + 1
        and low.numeral.form == high.numeral.form
    )


def _to_is_range(tokens: Tokens, low: Figure, high: Figure, spread: Decimal) -> bool:
    """``10 to 15 people``; not "up 12 to 60", "lost 3 to 1", "rose 5 points to 60 points"."""
    assert high.value is not None
    part = (low.numeral.form == "fraction" and low.unit is None) or high.unit == low.unit
    upward = (low.numeral.value or 1) < 1 <= (high.numeral.value or 0)
    if part and upward and is_change_before(tokens, low.first):
        return False  # "rose by a quarter to £50m"
    if spread >= high.value:
        return (
            low.unit is None
            and high.unit is not None
            and low.numeral.scale == 1
            and spread > 0
            and (high.unit.kind != "money" and not is_change_before(tokens, low.first))
        )
    by = (
        tokens.words[low.first - 1] == "by" and high.value <= 3 * spread
    )  # "fell by 3p to 5p", not "by 10 to 60"
    onto = tokens.words[high.last] == "to"  # "would add $1,100 to $1,300 to the price"
    if is_change_before(tokens, low.first) and not (by or onto):
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


def either_side(tokens: Tokens, figure: Figure) -> Phrase | None:
    """``a margin of plus or minus 3 points``: the tolerance alone, from -3 to 3."""
    i = figure.first
    led = next((n for n in (3, 1) if i >= n and tokens.words[i - n : i] in SIDES), 0)
    if not led or figure.value is None or figure.value == 0:
        return None
    side = abs(figure.value)
    low, high = figure._replace(value=-side, low=-side), figure._replace(value=side, low=side)
    return Phrase(i - led, figure.last, low, high, "±", figure.unit, figure.confidence)


SIDES = (["plus", "or", "minus"], ["±"], ["+", "/", "-"])


def toleranced(tokens: Tokens, figure: Figure, j: int, usage: Usage) -> Phrase | None:
    """``45% plus or minus 3 points``, ``3,000 give or take 50``, ``8 ± 2 cm`` -> the bounds, if "±" is at ``j``."""
    skip = _tolerance(tokens, j)
    margin = _second(tokens, j + skip, usage, "±") if skip else None
    if margin is None or margin.value is None or figure.value is None:
        return None
    unit = figure.unit or margin.unit
    spread = abs(margin.value)
    if margin.unit and unit and margin.unit.name == "percent" != unit.kind:
        spread = abs(figure.value) * spread / 100  # "$42 billion, plus or minus 1%"
    low, high = figure.value - spread, figure.value + spread
    return Phrase(
        figure.first, margin.last,
        figure._replace(value=low, low=low, unit=unit), margin._replace(value=high, low=high, unit=unit),
        "±", unit, figure.confidence,
    )  # fmt: skip

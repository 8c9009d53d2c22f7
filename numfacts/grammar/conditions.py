"""Whether a surface means its unit here: the conditions of lexicon.units.CONDITIONS, tested on the words around it.

"30C" is a temperature where the sentence speaks of one; "two pounds" are a weight with flour and money without.
"""

from __future__ import annotations

from decimal import Decimal

from numfacts.grammar.number_digits import is_length
from numfacts.grammar.surfaces import Surface
from numfacts.grammar.tokens import Tokens
from numfacts.grammar.usage import Usage
from numfacts.lexicon.currencies import Money, is_tender
from numfacts.lexicon.units import unit as unit_named
from numfacts.lexicon.words import word_class
from numfacts.model import Numeral, Unit

# "hit 104F", "up to 45C": words before a temperature where the sentence does not speak of heat; not "seat 14C"
BEFORE_HEAT = frozenset(
    "was is of to hit at reached reach around about above below over under from and exceed nearly (".split()
)


FAHRENHEIT = frozenset(
    {"US", "BS", "KY", "LR", "PW"}
)  # CLDR: territories whose weather is told in Fahrenheit


PERCENT = 100  # more points than these are no difference of two shares


MILLION = 1000000
HUNDREDTH = Decimal("0.01")  # the last digit of 7.30


NEAR_BY = 12  # tokens


BEHIND_PENCE = frozenset("at to from a per in on and".split())


def as_meant(
    tokens: Tokens, j: int, last: int, unit: Unit, numeral: Numeral, hyphened: bool, usage: Usage
) -> Unit | None:
    """-> the unit where its condition holds (degrees made Celsius, Fahrenheit or an angle), else None."""
    when = unit.when
    if unit.name == "percentage_point" and tokens.words[j] == "pp" and (numeral.value or 0) > PERCENT:
        return None  # a book of 384 pp
    if not when:
        return unit
    digits = tokens.words[j - 1][-1:].isdecimal() or (hyphened and tokens.words[j - 2][-1:].isdecimal())
    if when == "digits":
        held = digits or (
            numeral.form in ("digits", "fraction") and tokens.words[numeral.first][:1].isdigit()
        )
    elif when == "adjacent" and tokens.raw[j] == "s":
        held = digits and tokens.glued(j) and (numeral.step or 1) < 1  # "9.58s"; not the 1990s, her 40s
    elif when == "adjacent" and tokens.raw[j] == "in" and hyphened:
        held = False  # "1-in-100"
    elif when == "adjacent":
        held = digits and (
            tokens.glued(j)
            or (tokens.raw[j].isupper() and numeral.step is not None and not tokens.words[last].isalpha())
        )
    elif when == "not-ordinal":
        part = numeral.form == "fraction" and tokens.words[j - 1] in ("a", "one")  # "a tenth of a second"
        held = (
            hyphened or part or numeral.value == 1 or (digits and tokens.glued(j)) or (numeral.step or 1) < 1
        )
    elif when == "no-clock":
        shown = numeral.step is None or numeral.step in (1, HUNDREDTH)
        held = digits and not tokens.glued(j) and not shown
    elif when == "temperature":
        held = (
            digits
            and (
                tokens.glued(j)
                or not tokens.words[last].isalpha()
                or _speaks(tokens, word_class("temperature"))
            )
            and (
                _speaks(tokens, word_class("temperature"))
                or (numeral.value or 0) < 0
                or (numeral.step or 1) < 1
                or tokens.words[last] in ("(", "/")
                or tokens.words[numeral.first - 1] in BEFORE_HEAT
                or _on_both_scales(tokens, j)
            )
        )
    elif when == "degrees":
        return _degrees(tokens, j, unit, usage)
    elif when == "pressure":
        return unit if _speaks(tokens, word_class("air_pressure")) else unit_named("megabyte")
    elif when == "weight":
        held = weighs(tokens, last, hyphened, usage, numeral.scale)
    elif when == "of":
        held = tokens.words[last] == "of"
    elif when == "amount":
        held = digits or numeral.scale > 1
    else:
        held = False
    return unit if held else None


M_READINGS = ("meter", "million")


def bare_m(tokens: Tokens, j: int, unit: Unit) -> bool:
    """``It needs 40m``: metres or millions, where nothing says that it is a length."""
    return unit.name == "meter" and tokens.words[j] == "m" and not is_length(tokens, j)


def _on_both_scales(tokens: Tokens, j: int) -> bool:
    """``between 20C and 30C (68F and 86F)``: glued letters of both scales near each other."""
    if not {"c", "f"} <= tokens.vocabulary:
        return False
    near = range(max(1, j - NEAR_BY), min(j + NEAR_BY, tokens.count))
    glued = {tokens.raw[k] for k in near if tokens.glued(k) and tokens.raw[k - 1][-1:].isdecimal()}
    return {"C", "F"} <= glued


def _degrees(tokens: Tokens, j: int, unit: Unit, usage: Usage) -> Unit | None:
    """``30 degrees``: of heat where the sentence speaks of it (Fahrenheit in America), else an angle."""
    it = tokens.words[j - 2] in ("hit", "reached", "topped", "to") or (
        any(tokens.words[k] == "it" for k in range(max(0, j - 6), j))
        and not _speaks(tokens, word_class("angle"))
    )
    if tokens.words[j + 1] in ("in", "from") and tokens.words[j + 2] not in ("the", "a"):
        if not _speaks(tokens, word_class("temperature") - {"degrees"}):
            return None  # "two degrees in law"
    if _speaks(tokens, word_class("angle")) or not (
        it or _speaks(tokens, word_class("temperature") - {"degrees", "high", "low"})
    ):
        return unit
    name = "degF" if usage.territory in FAHRENHEIT else "degC"
    return unit_named(name)._replace(candidates=("degF", "degC") if name == "degF" else ("degC", "degF"))


def weighs(tokens: Tokens, last: int, hyphened: bool, usage: Usage, scale: Decimal) -> bool:
    """Are pounds a weight here?  "two pounds of flour", "a 10-pound baby", "lost 20 pounds"; in America by default."""
    follower = tokens.words[last]
    if not {"foot", "feet", "ft"}.isdisjoint(tokens.vocabulary):
        return True  # "5-foot-3, 120 pounds"
    if _speaks(tokens, frozenset({"sterling", "£", "pence", "bank", "banknote"})) or (
        hyphened and scale >= 1000000
    ):
        return False
    if scale >= MILLION and follower == "of" and tokens.words[last + 1] in word_class("of_pounds"):
        return False  # "billions of pounds of spending"
    return (
        follower == "of"
        or usage.territory == "US"
        or (hyphened and follower not in ("note", "coin", "bill"))
        or (_speaks(tokens, word_class("weight")))
    )


def is_money(
    tokens: Tokens, j: int, last: int, row: Surface, numeral: Numeral, hyphened: bool, usage: Usage
) -> bool:
    money, word = row.money, tokens.words[j]
    assert money is not None
    if tokens.raw[j] == "Cent" and not tokens.title_case:
        return False  # 50 Cent, the rapper
    digits = tokens.words[j - 1][-1:].isdecimal()
    if money.when == "weight":
        return not weighs(tokens, last, hyphened, usage, numeral.scale)
    if money.when == "prefix":
        return False
    if money.when == "adjacent":
        return digits and tokens.glued(j)
    if row.minor and len(word) == 1 and word.isalpha():  # 75p, 10 p a share; not 1080p
        resolution = tokens.glued(j) and (numeral.value or 0) >= 1000 and "," not in tokens.words[j - 1]
        return (
            digits
            and not resolution
            and (tokens.glued(j) or not tokens.words[last].isalpha() or tokens.words[last] in BEHIND_PENCE)
        )
    if money.when == "tender":
        return numeral.scale > 1 or (digits and _still_tender(tokens, money, usage))
    if money.when in ("amount", "digits") or (row.cased and word.isalpha() and len(word) <= 2):
        return digits or (numeral.scale > 1 and numeral.form != "vague")
    return True


def _still_tender(tokens: Tokens, money: Money, usage: Usage) -> bool:
    """``500 marks``: money while there were marks; an exam's in a later story, or where the sentence is of exams."""
    if usage.year is not None:
        return is_tender(money, usage.year)
    return not _speaks(tokens, word_class("examination"))


def _speaks(tokens: Tokens, topic: frozenset[str]) -> bool:
    return not topic.isdisjoint(tokens.vocabulary)

"""What numfacts calls a unit, in the words of NewsQuant and the R-Text sets: British, in words, in the singular.

    unit_of(fact)        "dollar per barrel"   "kilometre per hour"   "year of age"   "% seat"   "younger cousin"

Money has its name in the lexicon; counted nouns go by their lemma, without function words.  What a unit is per in
brackets only ("C$6 (US$4.41) a share") these sets give to the first amount alone.
"""

from __future__ import annotations

from functools import cache

from lemminflect import getLemma

from numfacts.lexicon.units import rows
from numfacts.model import Fact

# where these sets do not use the first name of the lexicon
MONEY = {
    "USD": "dollar", "GBP": "pound sterling", "SGD": "Singaporean dollar", "ILS": "shekel", "DEM": "deutsche mark",
    "NLG": "netherlands guilder",
}  # fmt: skip
UNTOLD = {"dollar": ("USD", "dollar"), "franc": ("CHF", "swiss franc")}  # what they take a bare name for
PHYSICAL = {
    "percent": "percentage", "percentage_point": "percentage point", "basis_point": "basis point",
    "degC": "celsius", "degF": "fahrenheit", "delta_degC": "celsius", "delta_degF": "fahrenheit",
    "pound": "pound-mass", "metric_ton": "metric ton", "oil_barrel": "barrel",
    "megabritish_thermal_unit": "mega british thermal unit",
    "meter * newton": "newton metre",
    "foot * force_pound": "foot pound-force", "foot_pound": "foot pound-force",
    "metric_horsepower": "horsepower", "imperial_gallon": "gallon",
}  # fmt: skip
BRITISH = (("meter", "metre"), ("liter", "litre"))
HEAT = frozenset({"degC", "degF", "delta_degC", "delta_degF"})
SHORT = {"td": "touch down", "tds": "touch down", "btc": "bitcoin", "₿": "bitcoin"}
DROPPED = frozenset(
    """the a an of and or in to for on his her its their our my your 's ’s with by most least very at from all such
    these those this that other's""".split()
)


def unit_of(fact: Fact) -> str | None:
    """-> the unit of a fact, None where it has none."""
    if fact.kind == "age" or (fact.kind == "duration" and fact.text.endswith("old")):
        return f"{(fact.unit or 'year').split(' ')[0]} of age"
    if fact.kind == "ratio":
        whole = fact.counted or fact.denominator
        named = lemmas(whole) if whole and not whole[:1].isdigit() else None
        return f"% {named or '-'}"
    if fact.kind == "rate":
        return f"{lemmas(fact.counted)} per {fact.denominator}" if fact.counted else None
    if fact.unit is None:
        return lemmas(fact.counted)
    if fact.kind == "money":
        return _money(fact)
    if fact.unit in HEAT and _scale_untold(fact.text.lower()):
        return "degree"
    name = _physical(fact.unit)
    if fact.kind == "percent" and fact.denominator in ("year", "month", "week", "day"):
        return f"{name} per {fact.denominator}"
    return name


def _scale_untold(text: str) -> bool:
    """``85°``, ``30 degrees``: of heat, by whose scale is not said."""
    return text.rstrip(".").endswith(("°", "º", "deg", "degree", "degrees"))


def is_minor(fact: Fact) -> bool:
    """Is an amount told in cents or pence alone: ``19 cents``, ``164p``, not ``3 dollars 50 cents``?"""
    words = fact.text.lower().replace("-", " ").split()
    minor = any(
        word == "p"
        or word.startswith(("cent", "pence", "penn"))
        or (word.endswith(("¢", "p")) and word[:1].isdigit())
        for word in words
    )
    main = any(word.rstrip("s") in ("dollar", "euro", "pound", "buck", "quid") for word in words)
    return fact.kind == "money" and minor and not main and "$" not in fact.text


def _money(fact: Fact) -> str:
    code, _, below = (fact.unit or "").partition("/")
    if below and fact.equivalent_of and below.split("_")[0] not in fact.text:
        below = ""
    name = MONEY.get(code) or _currencies().get(code) or code
    for word, (meant, told) in UNTOLD.items():
        shared = meant in (fact.candidates or "").split("|")
        if shared and (word == "dollar" or word in fact.text.lower()):
            name = told
    if is_minor(fact):
        name = "penny" if code == "GBP" or "penny" in fact.text.lower() else "cent"
    return f"{name} per {_physical(below)}" if below else name


@cache
def _currencies() -> dict[str, str]:
    """-> ISO 4217 code -> the first name of the lexicon, in the singular: "georgian lari"."""
    return {row["code"]: row["names"].split("|")[0] for row in rows("currencies.csv")}


def _physical(unit: str) -> str:
    above, *below = unit.split(" / ")
    return " per ".join(_power(part) for part in (above, *below))


def _power(unit: str) -> str:
    if unit in PHYSICAL:
        return PHYSICAL[unit]
    name, _, power = unit.partition(" ** ")
    for american, british in BRITISH:
        name = name.replace(american, british)
    name = PHYSICAL.get(name, name).replace("_", " ").replace(" * ", " ")
    return {"2": "square ", "3": "cubic "}.get(power, "") + name


def lemmas(phrase: str | None) -> str | None:
    """``the 20 most visited museums`` -> "visited museum", ``Moreno's aides`` -> "Moreno aide"; None for nothing."""
    words = [word.strip(",.'’\"“”").removesuffix("'s").removesuffix("’s") for word in (phrase or "").split()]
    words = [word for word in words if word and word.lower() not in DROPPED]
    if not words:
        return None
    return " ".join([*map(_described, words[:-1]), _noun(words[-1])])


def _described(word: str) -> str:
    """A word before the head: "best" is "good", "younger" is "young", "rights" is "right"."""
    lower = word.lower()
    if lower.endswith(("est", "er", "best", "worst")):
        found = getLemma(lower, "ADJ", lemmatize_oov=False)
        return found[0] if found else word
    return _noun(word) if lower.endswith("s") and word == lower else word


def _noun(word: str) -> str:
    lower = word.lower()
    if lower in SHORT:
        return SHORT[lower]
    found = getLemma(lower, "NOUN", lemmatize_oov=False)
    if found:
        return lower if lower in found else found[0]
    plural = lower.endswith("s") and not lower.endswith(("ss", "us", "sis", "itis"))
    return word[:-1] if plural else word

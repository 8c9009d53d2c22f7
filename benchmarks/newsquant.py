"""numfacts' facts in the conventions of NewsQuant, for its scorer.

    python benchmarks/newsquant.py GOLD.jsonl PREDICTIONS.jsonl

Reads gold texts only, never their answers.  What differs from the fact table: dates, ordinals, scores and factors in
one word are left out; a vague plural is a range up to ten times its bound; the two end points of "fell from X to Y"
are one range; minor units stay cents; units are British words in the singular; "one of the best" is one.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

from numfacts.context.entities import clause_subject
from numfacts.grammar.clauses import Clauses
from numfacts.model import Document, Fact, Mention
from numfacts.pipeline import explain, facts_of, readings

MODIFIERS = {"approximate": "~", "more_than": ">", "at_least": ">", "less_than": "<", "at_most": "<"}
MONEY = {
    "USD": "dollar", "GBP": "pound sterling", "EUR": "euro", "JPY": "japanese yen", "CNY": "chinese yuan",
    "AUD": "australian dollar", "CAD": "canadian dollar", "HKD": "hong kong dollar", "NZD": "new zealand dollar",
    "SGD": "Singaporean dollar", "ILS": "shekel", "MYR": "malaysian ringgit", "INR": "indian rupee",
    "CHF": "swiss franc", "KRW": "south korean won", "SEK": "swedish krona", "NOK": "norwegian krone",
    "DKK": "danish krone", "RUB": "russian ruble", "BRL": "brazilian real", "ZAR": "south african rand",
    "MXN": "mexican peso", "PHP": "philippine peso", "THB": "thai baht", "TRY": "turkish lira", "FIM": "finnish markka",
    "FRF": "french franc", "DEM": "deutsche mark", "NLG": "netherlands guilder", "ITL": "italian lira",
}  # fmt: skip
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
IRREGULAR = {
    "people": "people", "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth",
    "fishermen": "fisherman", "mice": "mouse", "lives": "life", "wives": "wife", "companies": "company", "buses": "bus",
    "best": "good", "biggest": "big", "hottest": "hot", "earliest": "early", "proudest": "proud", "realest": "real",
    "worst": "bad", "largest": "large", "tds": "touch down",
}  # fmt: skip
DROPPED = frozenset("the a an of and or in to for on his her its their our my your 's ’s with by".split())


def main(gold: str, out: str) -> None:
    with open(gold, encoding="utf-8") as rows, open(out, "w", encoding="utf-8") as written:
        for line in rows:
            row = json.loads(line)
            quantities = list(predictions(row["text"]))
            written.write(json.dumps({"id": row["id"], "quantities": quantities}, ensure_ascii=False) + "\n")


def predictions(text: str) -> Iterator[dict[str, Any]]:
    document = Document(text)
    facts = [fact for fact in facts_of(document) if _wanted(fact)]
    beside = {
        mention.start: (_lead(clauses, mention), clause_subject(clauses, mention))
        for reading in readings(document)[0]
        for clauses in (Clauses(reading.tokens, reading.mentions),)
        for mention in reading.mentions
    }
    changes: dict[str, str] = {}
    skipped = False
    for i, fact in enumerate(facts):
        if skipped:
            skipped = False
            continue
        following = facts[i + 1] if i + 1 < len(facts) else None
        if following is not None and _end_points(fact, following, text):
            skipped = True
            yield {"value": [_value(fact), _value(following)], "unit": _unit(following), "change": _way(text, fact),
                   "concepts": _concepts(fact, *beside.get(fact.start, (None, None)))}  # fmt: skip
            continue
        change = changes.get(fact.equivalent_of or "") or _change(fact, text)
        changes[fact.fact_id] = change
        yield {
            "value": _value(fact),
            "unit": _unit(fact),
            "change": change,
            "concepts": _concepts(fact, *beside.get(fact.start, (None, None))),
        }
    for mark in explain(document):
        if mark.detail == "one of many":
            yield {"value": 1.0, "unit": _one_of(text, mark.end), "change": "=", "concepts": []}


def _wanted(fact: Fact) -> bool:
    if fact.kind in ("date", "ordinal", "score") or fact.rule in (
        "multiple.verb",
        "multiple.word",
        "duration.article",
    ):
        return False
    return not (fact.counted == "times" and fact.text.lower().startswith(("twice", "once")))


def _value(fact: Fact) -> float | list[float] | None:
    if fact.value is not None:
        return fact.value * 100 if _minor(fact) else fact.value
    if fact.low is not None and fact.high is not None:
        scale = 100 if _minor(fact) else 1
        return [fact.low * scale, fact.high * scale]
    if fact.low is None:
        return None
    return 12.0 if fact.low == 12 else [fact.low, fact.low * 10]


def _minor(fact: Fact) -> bool:
    words = fact.text.lower().replace("-", " ").split()
    return (
        fact.kind == "money"
        and any(
            w == "p"
            or w.startswith(("cent", "pence", "penn"))
            or (w.endswith(("¢", "p")) and w[:1].isdigit())
            for w in words
        )
        and "$" not in fact.text
    )


def _end_points(a: Fact, b: Fact, text: str) -> bool:
    between = text[a.end : b.start].strip(" $£€")
    return (
        a.change == "from"
        and b.change == "to"
        and between in ("to", "up to", "to about")
        and a.unit == b.unit
    )


def _way(text: str, fact: Fact) -> str:
    lead = text[max(0, fact.start - 30) : fact.start].lower().split()
    if len(lead) >= 2 and lead[-1] == "from":
        if lead[-2] in ("fell", "down", "dropped", "slipped", "plunged", "plummeted", "declined", "tumbled"):
            return "down"
        if lead[-2] in ("rose", "up", "climbed", "jumped", "soared", "surged"):
            return "up"
    return "="


def _change(fact: Fact, text: str) -> str:
    stated = MODIFIERS.get(fact.modifier, "=") if fact.value is not None else "="
    if stated in "=~" and fact.change in ("rise", "fall") and not _nominal(fact, text):
        return "up" if fact.change == "rise" else "down"
    return stated


def _nominal(fact: Fact, text: str) -> bool:
    """ "a 3 percent drop", "an increase of 6%", "34% higher": by a noun or comparative: left out there."""
    from numfacts.grammar.change import change_words

    table = change_words()
    before = text[: fact.start].lower().split()
    verbs = {*table.verbs, *table.transitives, *table.adverbs}
    if any(word in verbs for word in before[-4:] if word not in table.nouns or before[-1:] != ["of"]):
        return bool(before) and before[-1] in ("a", "an", "of", "the")
    return fact.text[:1] not in "+-−"


def _unit(fact: Fact) -> str | None:
    if fact.kind == "age" or (fact.kind == "duration" and fact.text.endswith("old")):
        return f"{(fact.unit or 'year').split(' ')[0]} of age"
    if fact.kind == "ratio":
        whole = fact.counted or (
            fact.denominator if fact.denominator and not fact.denominator[:1].isdigit() else None
        )
        return f"% {_lemmas(whole)}" if whole else "% -"
    if fact.kind == "rate":
        return f"{_lemmas(fact.counted)} per {fact.denominator}" if fact.counted else None
    if fact.unit is None:
        return _lemmas(fact.counted) if fact.counted else None
    if fact.kind == "money":
        code, _, below = fact.unit.partition("/")
        name = (
            "cent"
            if _minor(fact)
            else "dollar"
            if code in (fact.candidates or "").split("|") and "USD" in (fact.candidates or "")
            else MONEY.get(code, code)
        )
        return f"{name} per {_physical(below)}" if below else name
    name = _physical(fact.unit)
    if fact.kind == "percent" and fact.denominator in ("year", "month", "week", "day"):
        return f"{name} per {fact.denominator}"
    if (
        fact.unit in ("degC", "degF", "delta_degC", "delta_degF")
        and "degree" in fact.text
        and not fact.text.lower().endswith(("celsius", "fahrenheit", "c", "f"))
    ):
        return "degree"
    return name


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


def _lemmas(phrase: str | None) -> str | None:
    """The words of a counted phrase without function words, its head in the singular."""
    words = [word for word in (phrase or "").split() if word.lower() not in DROPPED]
    if not words:
        return None
    return " ".join([*words[:-1], _singular(words[-1])])


def _singular(word: str) -> str:
    lower = word.lower()
    if lower in IRREGULAR:
        return IRREGULAR[lower]
    if lower.endswith("ies") and len(lower) > 4:
        return word[:-3] + "y"
    if lower.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1] if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) else word


def _one_of(text: str, end: int) -> str | None:
    words = []
    for word in text[end:].replace(",", " ,").split():
        if word.lower() in ("of", "the", "his", "her", "its", "their", "our", "my"):
            continue
        if not word[:1].isalpha() or word.lower() in (
            "in",
            "to",
            "on",
            "for",
            "that",
            "who",
            "is",
            "was",
            "and",
            "around",
            "ever",
            "with",
            "at",
        ):
            break
        words.append(
            IRREGULAR.get(
                word.lower(), word.removesuffix("est") if word.endswith("est") and len(word) > 5 else word
            )
        )
        if word.endswith("s") and len(words) > 1:
            break
    return _lemmas(" ".join(words))


def _lead(clauses: Clauses, mention: Mention) -> str | None:
    """``turbocharged`` of "a turbocharged 1.6 litre engine": what stands before the figure in its noun phrase."""
    k = mention.first
    while k > 0 and clauses.letters[k - 1] in "AENLP":
        k -= 1
    led = k < mention.first and clauses.phrase_after(mention.last + (clauses.letters[mention.last] == "-"))
    return clauses.tokens.slice(k, mention.first) if led else None


def _concepts(fact: Fact, lead: str | None, subject: str | None) -> list[str]:
    """The words of what a share is of, of the measured entity, and of the subject where that is something else."""
    whole = fact.denominator if fact.kind in ("percent", "ratio") else None
    if whole in ("year", "month", "week", "day"):
        whole = None
    if fact.measured_entity is None or fact.kind in ("count", "duration", "age"):
        lead = subject = None
    if fact.kind == "measure":
        subject = None
    words: dict[str, None] = {}
    for phrase in (lead, whole, fact.measured_entity, subject):
        for word in (phrase or "").split():
            bare = word.strip(",.'\"").removesuffix("'s").removesuffix("’s")
            if bare.lower() not in DROPPED | {"across", "between"}:
                words[bare] = None
    return list(words)


if __name__ == "__main__":
    main(*sys.argv[1:3])

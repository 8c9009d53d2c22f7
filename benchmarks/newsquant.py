"""numfacts' facts in the conventions of NewsQuant, for its scorer.

    python benchmarks/newsquant.py GOLD.jsonl PREDICTIONS.jsonl

Reads gold texts only, never their answers.  What differs from the fact table: dates, ordinals, scores and factors in
one word are left out; a vague plural is a range up to ten times its bound; the two end points of "fell from X to Y"
are one range; minor units stay cents; "one of the best" is one.  Units are named by gold_units.py.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from typing import Any

from gold_units import is_minor, lemmas, unit_of

from numfacts.context.entities import clause_subject
from numfacts.context.noun_ties import before_of, behind_of, modified
from numfacts.grammar.change import change_words
from numfacts.grammar.clauses import Clauses
from numfacts.grammar.noun_phrases import counted_after
from numfacts.grammar.tokens import tokenise
from numfacts.lexicon.words import word_class
from numfacts.model import Document, Fact, Mention
from numfacts.pipeline import explain, facts_of, readings

MODIFIERS = {"approximate": "~", "more_than": ">", "at_least": ">", "less_than": "<", "at_most": "<"}
DROPPED = frozenset(
    "the a an of and or in to for on his her its their our my your 's ’s with by total across between".split()
)


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
        mention.start: _beside(clauses, mention)
        for reading in readings(document)[0]
        for clauses in (Clauses(reading.tokens, reading.mentions),)
        for mention in reading.mentions
    }
    changes: dict[str, str] = {}
    ended = False
    for i, fact in enumerate(facts):
        if ended:  # with the end point before
            ended = False
            continue
        concepts = _concepts(fact, *beside.get(fact.start, (None, None)))
        following = facts[i + 1] if i + 1 < len(facts) else None
        if following is not None and _end_points(fact, following, text):
            ended = True
            yield {"value": [_value(fact), _value(following)], "unit": unit_of(following), "change": _way(text, fact),
                   "concepts": concepts}  # fmt: skip
            continue
        again = facts[i - 1].fact_id if i and _told_again(facts[i - 1], fact, text) else fact.equivalent_of
        change = changes.get(again or "") or _change(fact, text)
        changes[fact.fact_id] = change
        unit = unit_of(fact) or ("point" if _level_of_points(fact, facts[:i]) else None)
        for value, of in _parts(fact) or [(value, unit) for value in _values(fact)]:
            yield {"value": value, "unit": of, "change": change, "concepts": concepts}
    for mark in explain(document):
        if mark.detail == "one of many":
            yield {"value": 1.0, "unit": _one_of(text, mark.start), "change": "=", "concepts": []}


def _wanted(fact: Fact) -> bool:
    """Not dates, scores, lap times, "doubled", "a year", "several hours", "twice", a bare "two"."""
    if fact.kind in ("date", "ordinal", "score") or fact.rule in UNWANTED:
        return False
    if fact.kind == "duration" and ":" in fact.text:
        return False
    return not (fact.counted == "times" and fact.text.lower().startswith(("twice", "once")))


UNWANTED = frozenset(
    "multiple.verb multiple.word duration.article percent.article duration.few measure.few number.words".split()
)


def _values(fact: Fact) -> list[float | list[float] | None]:
    """Two alternatives are two values but for times: "eight or nine euros", and the range of "three or four years"."""
    value = _value(fact)
    if isinstance(value, list) and " or " in fact.text and fact.kind not in ("duration", "age"):
        return [*value]
    return [value]


def _parts(fact: Fact) -> list[tuple[float | list[float] | None, str | None]]:
    """``19 years and 7 months``, ``12 ft 2 in``: each unit by itself; nothing where a figure has one unit."""
    larger, smaller = MIXED.match(fact.text.lower()), SMALLER.search(fact.text.lower())
    if (
        larger is None
        or smaller is None
        or fact.value is None
        or fact.kind not in ("measure", "duration", "age")
    ):
        return []
    first = next(iter(facts_of(Document(larger[1]))), None)
    if first is None or first.value is None or first.unit in (None, fact.unit):
        return []
    return [(first.value, unit_of(first)), (float(smaller[1]), unit_of(fact))]


MIXED = re.compile(r"(\d+ ?[a-z]+)[ ,]+(?:and )?(?=\d)")
SMALLER = re.compile(r"(?<=[a-z] )(\d+(?:\.\d+)?) ?[a-z]+")


def _value(fact: Fact) -> float | list[float] | None:
    scale = 100 if is_minor(fact) else 1
    if fact.value is not None:
        return fact.value * scale
    if fact.low is not None and fact.high is not None:
        return [fact.low * scale, fact.high * scale]
    if fact.low is None:
        return None
    return 12.0 if fact.low == 12 else [fact.low, fact.low * 10]


def _end_points(a: Fact, b: Fact, text: str) -> bool:
    """``from $36,040 last night to $34,935``: one range in the order of the text."""
    between = text[a.end : b.start].split()
    return (
        (a.change, b.change) == ("from", "to")
        and a.unit == b.unit
        and "to" in between[-3:]
        and not any(word.endswith((".", ";", ":")) for word in between)
    )


def _way(text: str, fact: Fact) -> str:
    """By the verb or adverb right before "from"."""
    table, lead = change_words(), text[: fact.start].lower().split()[-2:]
    if len(lead) < 2 or lead[-1] != "from":
        return "="
    return WAYS.get(table.verbs.get(lead[0]) or table.adverbs.get(lead[0]) or "", "=")


def _told_again(a: Fact, b: Fact, text: str) -> bool:
    """``by 300 posts, or 2%``."""
    between = text[a.end : b.start].strip().removeprefix(a.counted or "").strip()
    return between in ("or", ", or") and a.change == b.change


WAYS = {"rise": "up", "fall": "down"}
ABOUT = frozenset("about around roughly approximately nearly almost some ~ ≈".split())


def _change(fact: Fact, text: str) -> str:
    """A bound beats a direction, that "about", but for "up about 5%"; "within" is no bound, "between" no size."""
    words, lead = fact.text.lower().split(), text[: fact.start].lower().split()
    stated = MODIFIERS.get(fact.modifier, "=")
    if fact.value is None:
        stated = "~" if not ABOUT.isdisjoint([*words[:2], *lead[-1:]]) else "="
    if words[0] == "within":
        return "="
    sized = fact.value is not None or "between" not in words
    if stated not in "=~" or fact.change not in WAYS or not sized or _nominal(fact, text, lead):
        return stated
    if stated == "~" and lead[-1:] in (["up"], ["down"]) and words[0] in ("about", "around", "roughly"):
        return stated
    return WAYS[fact.change]


def _nominal(fact: Fact, text: str, lead: list[str]) -> bool:
    """ "a 3 percent drop", "an increase of 6%", "34% higher": by a noun or comparative: left out there."""
    table = change_words()
    if text[max(0, fact.start - 1) : fact.start + 1].strip()[:1] in SIGNS:
        return False
    if lead[-1:] in (["a"], ["an"], ["the"], ["of"]):
        return True
    if any(word in table.verbs or word in table.transitives or word in table.adverbs for word in lead[-4:]):
        return False
    behind = [word.strip(",.;") for word in text[fact.end :].lower().replace("-", " ").split()[:3]]
    return any(
        word in table.nouns or word in table.share_nouns or word in table.comparatives for word in behind
    )


SIGNS = ("+", "-", "−")


def _level_of_points(fact: Fact, before: list[Fact]) -> bool:
    """``lost 162 points to 7,425``: a bare level takes the points of its sentence."""
    if fact.kind != "number" or fact.change not in ("to", "from"):
        return False
    return any(other.counted == "points" and other.sentence == fact.sentence for other in before)


def _one_of(text: str, start: int) -> str | None:
    """``one of the hottest cars in the world`` -> "hot car world"."""
    tokens = tokenise(text, start, len(text))
    phrase = counted_after(tokens, 1)
    if phrase is None:
        return None
    first, last = phrase
    counted = tokens.slice(first, last)
    within = tokens.words[last] == "in" and tokens.words[last + 1] in (
        "the",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
    )
    closed = not tokens.words[last + 3].isalpha() or tokens.words[last + 3] in word_class("preposition")
    if within and closed:
        counted += f" {tokens.words[last + 2]}"
    return lemmas(counted)


def _beside(clauses: Clauses, mention: Mention) -> tuple[str | None, str | None]:
    """What stands before the figure in its noun phrase ("turbocharged" of "a turbocharged 1.6 litre engine"), and the
    subject of its clause where a noun of its own has the figure ("Halden made a profit of $5m")."""
    first = mention.first
    tied = modified(clauses, mention, first)
    k = first
    while k > 0 and (clauses.letters[k - 1] in "AENLP" or clauses.letters[k - 2 : k] == "E#"):
        k -= 1
    lead = clauses.tokens.slice(k, first) if tied and k < first else None
    own = tied or before_of(clauses, mention, first) or behind_of(clauses, mention)
    if not own or mention.counted or mention.kind in ("count", "duration", "age"):
        return lead, None
    return lead, clause_subject(clauses, mention)


def _concepts(fact: Fact, lead: str | None, subject: str | None) -> list[str]:
    """The words of what a share is of, of the measured entity, and of the subject where that is something else."""
    whole = fact.denominator if fact.kind in ("percent", "ratio") else None
    if whole in ("year", "month", "week", "day"):
        whole = None
    entity = fact.measured_entity
    if entity is None:
        lead = subject = None
    else:
        listed = re.search(re.escape(entity) + r" \(\.?[A-Z]{1,6}\)", fact.sentence)  # "Ford (F)"
        entity = listed[0] if listed else entity
    words: dict[str, None] = {}
    for phrase in (lead, whole, entity, subject):
        for word in (phrase or "").split():
            bare = word.strip(",.'\"").removesuffix("'s").removesuffix("’s")
            if bare and bare.lower() not in DROPPED:
                words[bare] = None
    return list(words)


if __name__ == "__main__":
    main(*sys.argv[1:3])

"""Figures that cannot be, whatever they stand beside: below absolute zero, older than anybody, fewer than none.

``why_not(Alone("-300C", "The air was ", ""))`` -> "nothing is colder than -273.15C"
"""

from __future__ import annotations

import re
from collections.abc import Callable

from numfacts.grammar.figures import read_figure
from numfacts.grammar.late_patterns import late
from numfacts.grammar.tokens import tokenise
from numfacts.grammar.usage import usage_of
from numfacts.judging.intervals import half_step
from numfacts.judging.words import said
from numfacts.lexicon.words import word_class
from numfacts.model import Alone

COLDEST = {
    "degC": (-273.15, "nothing is colder than -273.15C"),
    "degF": (-459.67, "nothing is colder than -459.67F"),
    "kelvin": (0.0, "nothing is colder than 0K"),
}
OLDEST = 130  # nobody is known to have lived longer than 122 years (Jeanne Calment)
POLE, DATE_LINE = 90.0, 180.0

_BELOW_ZERO = late(r"\ below\ (?:zero|freezing)\b", re.VERBOSE)
_MODALS = frozenset({"if", "would", "could", "might"})
_AGED = late(r"\b(?:aged|at\ the\ age\ of|at\ age)\ $", re.VERBOSE | re.IGNORECASE)
_HE_IS = late(r"\b(?:[Hh]e|[Ss]he|who)\ (?:is|was|turned)\ (?:now\ |just\ )?$", re.VERBOSE)
_NAMED = late(r"\b[A-Z][a-z]+\ [A-Z][a-z]+,\ $", re.VERBOSE)
_SOMEBODY = late(r",\ (?:who|said|says|told|died|has\ lived)\b", re.VERBOSE)
_MINUS = late(r"[-−]\d|minus ", re.IGNORECASE)
_COUNTING = late(
    r"\b(?:was|were|are|is|of|had|has|have|killed|hurt|injured|only|about|with|employs|some)\ $", re.VERBOSE
)
_NORTH = late(
    r"(?:\ of)?\ (?P<way>north|south|east|west)(?:ern)?\b(?:\ (?:latitude|longitude))?",
    re.VERBOSE | re.IGNORECASE,
)
_POSITION = late(
    r"\b(?:latitudes?|longitudes?|coordinates?|co-ordinates)\b|degrees\ (?:north|south)\b.*degrees\ (?:east|west)\b",
    re.X | re.I,
)
_OUT_OF = late(
    r"\ (?P<out>out\ of|of)\ (?:the\ |every\ |its\ |their\ |his\ |her\ |our\ |all\ )?(?=[\w])", re.VERBOSE
)
_OF_THE = late(r"Of\ (?:the|its|their|these|those|all|our)\ (?=\w[^,;.]{2,60},\ $)", re.VERBOSE)
_ACTS = late(
    r"\ (?:were|was|are|is|have|had|has|did|died|voted|said|came|went|survived|[a-z]{3,}ed)\b", re.VERBOSE
)
_IN_EVERY = late(r"\ in\ (?:every\ )?(?=\w)", re.VERBOSE)
_A_CODE = late(
    r"""
    (?: \b (?: no | number | page | chapter | section | article | verse | room | flight | route | day | week | aged
          | part | item | game | round | level | grade | lot | phase | step | rated | scored? | rating | marks? )\.?
      | [#£$€-] )
    \ ?$""",
    re.VERBOSE | re.IGNORECASE,
)
_MARKS = frozenset("stars points marks ten pips".split())
_PROBABILITY = late(
    r"\b(?:probability|likelihood|correlation(?:\ coefficient)?)\b(?:\ [a-z]+){0,6}?\ (?:is|was|are|were|of|at|to)\ $",
    re.VERBOSE,
)


def why_not(alone: Alone) -> str | None:
    """-> why there is no such figure, in words; None where there may be."""
    why = next((why for why in (rule(alone) for rule in RULES) if why), None)
    return None if why and _doubtful(alone) else why


def _doubtful(alone: Alone) -> bool:
    """Is it told as a claim, a tale or a mistake?  "…, and nothing could live there" doubts something else."""
    doubtful = word_class("told_as_doubtful")
    clause = re.split(r"[,;:–—]", alone.behind, maxsplit=1)[0]
    return bool(
        said(alone.around) & (doubtful - _MODALS) or said(f"{alone.before} {clause}") & doubtful & _MODALS
    )


def _too_cold(alone: Alone) -> str | None:
    fact = alone.fact
    value = fact.low if fact.modifier == "range" else fact.value
    if fact.unit not in COLDEST or value is None or fact.change in ("rise", "fall"):
        return None
    bound, why = COLDEST[fact.unit]
    if _BELOW_ZERO.match(alone.behind):
        value = -abs(value)
    return why if value + half_step(fact) < bound else None


def _too_old(alone: Alone) -> str | None:
    fact = alone.fact
    if fact.value is None or not OLDEST < fact.value < 1000 or fact.unit not in (None, "year"):
        return None
    if fact.kind not in ("age", "duration", "number"):
        return None
    if fact.text.endswith("old") and "-" in fact.text:
        words = [word.strip(",.").lower() for word in alone.behind.split()[:3]]
        somebody = bool(set(words) & (word_class("person") | {"grandfather", "grandmother"}))
    elif fact.text.endswith("old"):
        somebody = bool(_HE_IS.search(alone.before))
    else:
        aged = _AGED.search(alone.before) and not re.match(r" [a-z]+s\b", alone.behind)
        named = _NAMED.search(alone.before) and _SOMEBODY.match(alone.behind)
        somebody = fact.unit is None and bool(aged or named)
    if not somebody or said(alone.around) & word_class("older_than_persons"):
        return None
    return "nobody has lived so long"


def _fewer_than_none(alone: Alone) -> str | None:
    fact = alone.fact
    if fact.kind != "count" or fact.value is None or fact.value >= 0 or not _MINUS.match(fact.text):
        return None
    counting = _COUNTING.search(alone.before) or (not alone.before and fact.text.startswith("Minus"))
    if said(alone.around) & word_class("less_than_none") or not counting:
        return None
    return "a count is no less than 0"


def _off_the_globe(alone: Alone) -> str | None:
    fact = alone.fact
    way = _NORTH.match(alone.behind)
    if fact.unit != "degree" or fact.value is None or way is None or not _POSITION.search(alone.around):
        return None
    polar = way["way"].lower() in ("north", "south")
    if fact.value <= (POLE if polar else DATE_LINE):
        return None
    return f"a {'latitude' if polar else 'longitude'} is {POLE if polar else DATE_LINE:g} degrees at most"


def _more_than_all(alone: Alone) -> str | None:
    """``115 of the 100 senators``, ``six out of five doctors``, ``five in four voters``."""
    fact, behind = alone.fact, alone.behind
    if fact.kind not in ("number", "count") or fact.value is None or fact.counted or fact.quoted:
        return None
    if (
        not fact.value.is_integer()
        or fact.modifier not in ("exact", "approximate", "at_least", "more_than")
        or _A_CODE.search(alone.before)
    ):
        return None
    link = _OUT_OF.match(behind) or _IN_EVERY.match(behind)
    if link is None or re.search(r"\d ?%|per ?cent|percent", behind[:80]):
        return None  # a share beside it is judged by the check of shares
    tokens = tokenise(behind, link.end(), min(len(behind), link.end() + 60))
    figure = read_figure(tokens, 1, usage_of(None, None)) or read_figure(tokens, 0, usage_of(None, None))
    if figure is None or figure.numeral.value is None or tokens.words[figure.last] == "-":
        return None
    whole = float(figure.numeral.value)
    nouns = tokens.words[figure.last : figure.last + 3]
    people = _people() & set(nouns)
    if not nouns[0].isalpha() or not nouns[0].islower() or _MARKS & set(nouns):
        return None
    of_the = link.group().startswith(" of ") and link.group() != " of "
    if fact.value > whole and (people or (of_the and nouns[0].endswith("s"))):
        return f"there are only {behind[link.end() :].split()[0]}"
    return None


def _more_than_of_the(alone: Alone) -> str | None:
    """``Of the 20 jurors, 25 voted to convict``"""
    fact = alone.fact
    lead = _OF_THE.match(alone.before)
    if lead is None or fact.kind not in ("number", "count") or fact.value is None or fact.counted:
        return None
    if fact.modifier != "exact" or not fact.value.is_integer() or not _ACTS.match(alone.behind):
        return None
    tokens = tokenise(alone.before, lead.end(), len(alone.before))
    figure = read_figure(tokens, 1, usage_of(None, None)) or read_figure(tokens, 0, usage_of(None, None))
    if figure is None or figure.numeral.value is None or not tokens.words[figure.last].isalpha():
        return None
    if fact.value <= float(figure.numeral.value):
        return None
    return f"there are only {alone.before[lead.end() :].split()[0]}"


def _people() -> frozenset[str]:
    return frozenset({f"{noun}s" for noun in word_class("person")}) | word_class(
        "persons", "parts_of_a_whole"
    )


def _more_than_certain(alone: Alone) -> str | None:
    fact = alone.fact
    if fact.kind != "number" or fact.value is None or not 1 < fact.value < 10 or fact.value.is_integer():
        return None
    if not _PROBABILITY.search(alone.before):
        return None
    return "a probability is 1 at most" if "correlation" not in alone.before else "a correlation is 1 at most"


def _above_the_hundredth(alone: Alone) -> str | None:
    fact = alone.fact
    if fact.kind == "ordinal" and (fact.value or 0) > 100 and alone.behind.startswith(" percentile"):
        return "percentiles end at the 100th"
    return None


RULES: tuple[Callable[[Alone], str | None], ...] = (
    _too_cold,
    _too_old,
    _fewer_than_none,
    _off_the_globe,
    _more_than_all,
    _more_than_of_the,
    _more_than_certain,
    _above_the_hundredth,
)

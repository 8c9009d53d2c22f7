"""How old someone is: Barabash, 63 · a 72-year-old man · six-month-old · aged 45 or over · in her 60s."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from numfacts.grammar.dates import Calendar
from numfacts.grammar.modifiers import past_modifier
from numfacts.grammar.noun_phrases import is_plural, is_verb
from numfacts.grammar.persons import is_person, is_persons, speaks_of_people
from numfacts.grammar.sites import Site, plain, stated
from numfacts.grammar.tokens import DASHES, Tokens
from numfacts.grammar.usage import Usage
from numfacts.lexicon.units import unit
from numfacts.lexicon.words import word_class
from numfacts.model import Mention

UNITS = ("duration", None)
YIELDS_TO = ("ordinal",)
PARTS_OF_A_DECADE = {"early": (0, 4), "mid": (4, 6), "late": (5, 9)}  # "in her late 60s": 65 to 69
TENS = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
WHOSE = frozenset({"his", "her", "their", "my", "our", "your"})
OLDEST = Decimal(130)  # years; what is older is a thing's, and a length of time
LED_BY = frozenset({"aged", "age", "ages"})
TURNED = frozenset({"turned", "turns", "turning"})
CALLED = frozenset("mr mrs ms dr sir lord lady".split())


@cache
def starts() -> frozenset[str]:
    return frozenset(TENS)


def read_at(tokens: Tokens, i: int, usage: Usage, calendar: Calendar) -> Mention | None:
    """-> ``in her forties`` as 40 to 49; the forties of a century are left alone."""
    if not _of_a_life(tokens, i):
        return None  # "in the late sixties"
    found = plain(tokens, i, i + 1, "age", "decade", Decimal(TENS[tokens.words[i]]), modified=False)
    return _decade(tokens, found._replace(unit=unit("year")), i)


def read(site: Site) -> Mention | None:
    phrase = site.phrase
    if phrase.figure.signed or phrase.figure.numeral.form in ("ordinal", "vague"):
        return None
    return _old(site) if phrase.unit is not None else _bare(site)


def _old(site: Site) -> Mention | None:
    """``72-year-old``, ``10 months old``, ``18 years of age``, ``under-two-year-olds``."""
    tokens, phrase = site.tokens, site.phrase
    j = phrase.last
    assert phrase.unit is not None
    k = j + 1 if tokens.words[j] in DASHES else j
    if tokens.words[k] in ("old", "olds"):
        last = k + 1
    elif tokens.words[j] == "of" and tokens.words[j + 1] == "age":
        last = j + 2
    elif (
        phrase.figure.numeral.form != "article"
        and tokens.words[phrase.first - 2] not in ("have", "has", "had")
        and (
            tokens.words[phrase.first - 1] in LED_BY
            or tokens.words[phrase.first - 2 : phrase.first] == ["age", "of"]
            or (tokens.words[phrase.first - 1] == "at" and _of_the_youngest(tokens))
        )
    ):
        last = j
    else:
        return None
    highest = phrase.other.value if phrase.other else phrase.figure.value
    if (
        highest is None
        or highest < 0
        or highest * Decimal(phrase.unit.factor) > OLDEST * Decimal(unit("year").factor)
    ):
        return None
    first = phrase.first
    if tokens.words[first - 3 : first] == ["the", "age", "of"] and tokens.words[first - 4] in (
        "under",
        "over",
        "below",
        "above",
    ):
        first -= 3
    return stated(site, "age", "year_old", first=first, last=last)


def _bare(site: Site) -> Mention | None:
    """A number without a unit that its surroundings make an age, in years."""
    tokens, phrase = site.tokens, site.phrase
    highest = phrase.other.value if phrase.other else phrase.figure.value
    if highest is None or not 0 <= highest <= OLDEST or phrase.figure.numeral.scale != 1:
        return None
    if phrase.figure.numeral.form == "fraction" and highest < 1:
        return None  # "she was only half-surprised"
    i, j = phrase.first, phrase.last
    for short in SHORT:
        if tokens.words[j : j + len(short)] == short and tokens.words[j + len(short)] not in word_class(
            "determiner"
        ):
            return stated(site, "age", "year_old", last=j + len(short), unit=unit("year"))
    rule = None
    if (
        tokens.words[j] in ("s", "'s", "’s")
        and tokens.glued(j)
        and highest % 10 == 0
        and _of_a_life(tokens, i)
    ):
        found = stated(site, "age", "decade", last=j + 1, unit=unit("year"))
        return _decade(tokens, found, i)
    before = tokens.words[i - 1]
    first = i
    if before == "of" and tokens.words[i - 2] == "age":
        first = (
            i - 3
            if tokens.words[i - 3] == "the" and tokens.words[i - 4] in ("under", "over", "below", "above")
            else i
        )
        rule = "aged"
    elif before in LED_BY or (before in BOUNDING and tokens.words[i - 2] in LED_BY):
        rule = "aged"
    elif before in TURNED and tokens.words[j] not in ("%", "percent"):
        rule = "turned"
    elif phrase.other is None and _after_name(tokens, i, j):
        rule = "name"
    elif (
        before in DASHES
        and tokens.words[i - 2] in GROUPS
        and tokens.words[j] == "s"
        and tokens.raw[i - 2].islower()
    ):
        return _group(site)
    elif is_persons(before) and past_modifier(tokens, j) > j and tokens.words[j] in ("and", "or"):
        rule = "people"  # "those 65 and older"
    elif _of_people(tokens, i, j):
        rule = "people"
    elif _told(tokens, i, j):
        rule = "told"
    if rule is None:
        return None
    return stated(
        site,
        "age",
        rule,
        first=first,
        unit=unit("year"),
        confidence=0.85 if rule in ("name", "told") else 1.0,
    )


SHORT = (["yo"], ["y", "/", "o"], ["-", "yo"])  # "a 45yo driver", "87 y/o man"
BESIDE_AN_AGE = frozenset({"over", "under", "above", "below"})
SHARES = frozenset({"%", "percent", "cent", "half", "third", "quarter", "two-thirds", "three-quarters"})


def _of_people(tokens: Tokens, i: int, j: int) -> bool:
    """``children under five``, ``the victims were under 16``, ``68% of voters are between 18 and 34``: a bound behind
    people, or behind a share or a verb of being where the sentence speaks of people."""
    k = i if tokens.words[i] == "between" else i - 1
    if (k == i - 1 and tokens.words[k] not in BESIDE_AN_AGE) or not _alone(tokens, j):
        return False
    k -= 1
    if is_persons(tokens.words[k]):
        return True
    shared = tokens.words[k] in SHARES
    if tokens.words[k] in BEING:
        if is_persons(tokens.words[k - 1]):
            return True
        shared = tokens.words[k - 1] in SHARES
    return shared and speaks_of_people(tokens)


def _alone(tokens: Tokens, j: int) -> bool:
    follower = tokens.words[j]
    closed = word_class("preposition", "conjunction", "auxiliary")
    return not follower.isalpha() or follower in closed or is_verb(follower)


BOUNDING = frozenset("between under over about around least nearly almost just".split())
GROUPS = {"over": "more_than", "under": "less_than"}
PERSONS = frozenset("he she who i daughter son granddaughter grandson sister brother wife husband".split())
BEING = frozenset({"is", "was", "be", "were", "am", "are"})
PERSONS_NAMED = frozenset("he she they i his her their my".split())
ONLY = frozenset({"just", "only", "then", "now", "still", "already"})
LEFT_AT = frozenset("died dies retire retires retired retiring married debuted pregnant school home".split())
DIED = frozenset({"died", "dies"})
# "the average age was 49", "the pension age rises to 67", "life expectancy is about 81": an age that the clause names
AGE_NOUNS = frozenset({"age", "ages"})


def _told(tokens: Tokens, i: int, j: int) -> bool:
    """``she was 17 when``, ``died at 17``, ``younger than 17``, ``the average age of members is 49``."""
    before, follower = tokens.words[i - 1], tokens.words[j]
    if before == "than" and tokens.words[i - 2] in ("younger", "older"):
        return True
    if follower.isalpha() and follower not in word_class("after_age") and not follower.endswith("ing"):
        return False
    if (tokens.words[i] == "one" and follower == "of") or (follower == "-" and tokens.glued(j)):
        return False  # "he was one of only 40 players", "she was 1-for-4"
    if before == "as" and tokens.words[i - 2] in ("young", "old") and tokens.words[i - 3] == "as":
        return True
    return _told_at(tokens, i, j) or _told_of_person(tokens, i, j) or _told_by_noun(tokens, i, before)


def _told_at(tokens: Tokens, i: int, j: int) -> bool:
    """``left school at 14``; ``At 52, Smith is`` at the head, or ``Now, at 52, Smith``."""
    if tokens.words[i - 1] != "at":
        return False
    if tokens.words[i - 2] in LEFT_AT or _of_the_youngest(tokens):
        return True
    whole = len(tokens.words[i]) == 2 and tokens.words[i].isdecimal()
    if (
        whole
        and tokens.words[j] in (",", ".", "", ";")
        and not DIED.isdisjoint(tokens.words[max(0, i - 14) : i])
    ):
        return True  # "died at her home in Deal at 94"
    opens = i == 1 or tokens.words[i - 3 : i - 1] == ["now", ","]
    named = tokens.raw[j + 1].istitle() or tokens.words[j + 1] in PERSONS
    return opens and tokens.words[j] == "," and named and whole


def _told_of_person(tokens: Tokens, i: int, j: int) -> bool:
    """``she's only 45``, ``the manager was 43 when he``, ``Smith was 15 at the time``."""
    while tokens.words[i - 1] in ONLY:
        i -= 1
    before, follower = tokens.words[i - 1], tokens.words[j]
    if before == "i'm" or (
        before in ("'s", "’s", "'m", "’m") and tokens.words[i - 2] in ("he", "she", "i", "who")
    ):
        return follower != "of"  # "he's one of the three"
    if before not in BEING:
        return False
    then = follower == "when" and tokens.words[j + 1] in PERSONS_NAMED
    then = then or tokens.words[j : j + 3] == ["at", "the", "time"]
    then = then or (
        tokens.words[i] == "now" and "born" in tokens.vocabulary
    )  # "was born in Bath and is now 65"
    return then or not PERSONS.isdisjoint(tokens.words[max(0, i - 4) : i - 1][-2:])


def _told_by_noun(tokens: Tokens, i: int, before: str) -> bool:
    """``the average age of members is 49``, ``life expectancy is about 81``."""
    if before in BOUNDING:
        before = tokens.words[i - 2]
    lead = tokens.words[max(0, i - 9) : i]
    named = "expectancy" in lead or not AGE_NOUNS.isdisjoint(lead[-7:])
    return named and before in ("is", "was", "to", "of", "at", "from")


def _of_the_youngest(tokens: Tokens) -> bool:
    """``the youngest winner, at 17``, ``at 16 years and 40 days the youngest``: somebody's age stands behind "at"."""
    return not word_class("youngest").isdisjoint(tokens.vocabulary)


def _group(site: Site) -> Mention:
    """``under-18s``, ``the over-65s``."""
    tokens, phrase = site.tokens, site.phrase
    found = stated(site, "age", "group", last=phrase.last + 1, unit=unit("year"))
    modifier = GROUPS[tokens.words[phrase.first - 2]]
    less = modifier == "less_than"
    return found._replace(
        start=tokens.starts[phrase.first - 2], modifier=modifier,
        low=None if less else found.value, high=found.value if less else None,
    )  # fmt: skip


def _of_a_life(tokens: Tokens, i: int) -> bool:
    """``her 60s``, ``his mid-40s``: somebody's; not ``the late 60s``, ``the mid-80s``, which are a century's."""
    return tokens.words[_part_of_a_decade(tokens, i) - 1] in WHOSE


def _part_of_a_decade(tokens: Tokens, i: int) -> int:
    """-> the token of "late" in ``late 60s``, ``i`` itself where the whole decade is told."""
    k = i - 2 if tokens.words[i - 1] in DASHES else i - 1
    return k if tokens.words[k] in PARTS_OF_A_DECADE else i


def _decade(tokens: Tokens, found: Mention, i: int) -> Mention:
    """``in her 60s`` -> 60 to 69; ``in his late sixties`` -> 65 to 69."""
    assert found.value is not None
    k = _part_of_a_decade(tokens, i)
    first, last = PARTS_OF_A_DECADE[tokens.words[k]] if k < i else (0, 9)
    return found._replace(
        start=min(found.start, tokens.starts[k]),
        value=None, low=found.value + first, high=found.value + last, modifier="range", step=Decimal(1),
    )  # fmt: skip


OF_MANY = frozenset("the its their our all them those these which whom".split())


def _after_name(tokens: Tokens, i: int, j: int) -> bool:
    """``Barabash, 63, was``, ``Ana Lima (34)``: a name, the number, and punctuation again."""
    if tokens.glued(j) and tokens.words[j].isalnum():
        return False
    if not tokens.words[i].isdecimal() and (j > i + 1 or not _in_person(tokens, i)):
        return False
    numeral = i
    i -= tokens.words[i - 1] in (
        "now",
        "both",
        "then",
    )  # "the girl, now 9, wrote", "Ann and Tom Ho, both 34, had"
    comma, follower = tokens.words[i - 1], tokens.words[j]
    if comma == "," and i >= 2:
        lead = tokens.words[i - 2]
        named = _name(tokens, i - 2) or is_person(lead) or (is_persons(lead) and _listed(tokens, j))
        named = named or (follower == "," and _told_of_one(tokens, i - 2, numeral, j + 1))
        closed = follower in (",", ".", ";", ")", "and", "who", "of", "from", "is", "was", "has", "had", "told", "said",
                              "", "—", "–", "or", "to", "were", "died", "lives")  # fmt: skip
        counted = follower == "of" and (tokens.words[j + 1] in OF_MANY or tokens.words[j + 1].isdecimal())
        return named and closed and not counted  # "in Leeds, 45 of the 180 flats"
    if comma == "(" and follower == ")":
        return (
            _name(tokens, i - 2)
            and len(tokens.words[i]) == 2
            and (_name(tokens, i - 3) or tokens.words[i - 3] in CALLED)
        )
    return False


def _told_of_one(tokens: Tokens, noun: int, i: int, verb: int) -> bool:
    """``the show's star, 42, was``: two digits between a noun in the singular and what is told of somebody."""
    return (
        len(tokens.words[i]) == 2
        and tokens.words[verb] in TOLD_OF
        and tokens.raw[noun].islower()
        and tokens.words[noun].isalpha()
        and not is_plural(tokens.words[noun])
    )


TOLD_OF = frozenset("was is said says who told died won has had admitted denied pleaded".split())


def _listed(tokens: Tokens, j: int) -> bool:
    """``her sons, 14 and 11, were``: an age for each of them."""
    return (
        tokens.words[j] in ("and", ",")
        and tokens.words[j + 1].isdecimal()
        and (tokens.words[j + 2] == "and" or not tokens.words[j + 2].isalpha())
    )


def _in_person(tokens: Tokens, i: int) -> bool:
    """``Alamin, ten, who``: an age in words stands between two commas, and nothing is listed in words beside it."""
    return tokens.words[i - 1] == "," and tokens.words[i + 1] == "," and tokens.raw[i].islower()


def _name(tokens: Tokens, i: int) -> bool:
    """Is token ``i`` the last word of a person's name?  Not a month, a day, a place after a comma or a number."""
    raw, word = tokens.raw[i], tokens.words[i]
    if not raw[:1].isupper() or (raw.isupper() and len(raw) > 3):
        return False
    return (
        (
            word not in word_class("month", "weekday", "determiner", "pronoun", "preposition", "conjunction")
            and not is_plural(word)
        )
        or (  # "Dale R. Hutchins", which looks like a plural
            (i == 0 or tokens.raw[i - 1][:1].isupper() or tokens.words[i - 1] == ".")
            and word not in word_class("month", "weekday")
        )
    )

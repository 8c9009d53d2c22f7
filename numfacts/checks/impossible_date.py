"""A date that no calendar has.

The month is too short, or the year is no leap year: one digit is wrong, and nobody can tell which day was meant.

29 February is judged where its year stands beside it. 12/13/2024 and 13/12/2024 are days somewhere; digits between
slashes are wrong only where they make no day either way. A date in quotation marks of its own is a title.

Flagged:
    The scheme ends on 31 April.
    It opened on 29 February 2023.

Passes:
    The scheme ends on 30 April.
    It opened on 29 February 2024.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from numfacts.grammar.late_patterns import late
from numfacts.grammar.printed_days import PrintedDay, printed_days
from numfacts.judging.verdicts import Judgement
from numfacts.model import Alone

RELATION = Alone

DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
NAMES = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
         "November", "December")  # fmt: skip
NO_MONTH = "a year has 12 months"
LAST_JULIAN = 1923  # 29 February 1900 was a day where the calendar had not changed yet
SEASONS = late(r"(?:19|20)(\d\d)-(\d\d)-(\d\d)")
# A month alone, and a number that counts: "in April 31 of them left"
COUNTS = late(r"\b(?:in|since|during|last|this|early|late)\ $", re.VERBOSE)
COUNTED = late(r"-|\ %|%|\ of\ (?:them|the|those|these|its|their|his|her|our)\b", re.VERBOSE)
PLURAL = late(
    r"\ (?:people|men|women|children|[a-z]{2,}s\b(?<!ss)(?<!was)(?<!has)(?<!\ is))"
)  # "the 31 April flights"
TOLD_AS_NONE = late(
    r"\b(?: no\ such | does(?:n[’']t|\ not)\ exist | do(?:n[’']t|\ not)\ exist | non-?existent | fiction(?:al)?"
    r"| imaginary | impossible | novel | instead\ of | erroneous(?:ly)? | typo | mistaken(?:ly)? | wrong(?:ly)? )\b",
    re.VERBOSE,
)


def judge(alone: Alone) -> Iterator[Judgement]:
    fact = alone.fact
    if fact.kind != "date" or fact.period is not None:
        return
    for printed in printed_days(fact.text):
        why = _why_not(printed)
        if why and not _meant_otherwise(alone, printed):
            told = " ".join(fact.text[printed.start : printed.end].split())
            yield Judgement(fact, (), f"there is no {told}: {why}")
            return


def _why_not(printed: PrintedDay) -> str | None:
    if printed.swapped:
        ways = [(printed.day, printed.month), (printed.month, printed.day)]
        reasons = [_of_month(day, month, printed.year) for day, month in ways]
        return None if None in reasons else next((why for why in reasons if why != NO_MONTH), NO_MONTH)
    return _of_month(printed.day, printed.month, printed.year)


def _of_month(day: int, month: int, year: int | None) -> str | None:
    if not 1 <= month <= 12:
        return NO_MONTH
    if day == 0:
        return "months begin with the first"
    if day > DAYS[month - 1]:
        days = "28 or 29" if month == 2 else DAYS[month - 1]
        return f"{NAMES[month - 1]} has {days} days"
    if day == 29 and month == 2 and year and year > LAST_JULIAN and not _is_leap(year):
        return f"{year} is not a leap year"
    return None


def _is_leap(year: int) -> bool:
    return (date(year, 3, 1) - date(year, 2, 1)).days == 29


def _meant_otherwise(alone: Alone, printed: PrintedDay) -> bool:
    fact = alone.fact
    seasons = SEASONS.fullmatch(fact.text)
    if seasons and int(seasons[3]) == int(seasons[2]) + 1 == int(seasons[1]) + 2:
        return True  # 2019-20-21
    before, behind = alone.before, alone.behind
    if before[-1:] in "“‘\"'«" and behind[:2].rstrip(".,")[:1] in ("”", "’", '"', "'", "»") and before:
        return True
    if TOLD_AS_NONE.search(fact.sentence):
        return True
    stretch = fact.text[printed.start : printed.end]
    if printed.weekday is not None or printed.year is not None:
        return False
    if stretch[:1].isalpha():
        in_month = COUNTS.search(before) and behind[:1] == " " and behind[1:2].isalpha()
        counting = in_month or (before.endswith(" of ") and PLURAL.match(behind))
        return bool(stretch[-1:].isdecimal() and (counting or COUNTED.match(behind)))
    return stretch.split()[0].isdecimal() and bool(PLURAL.match(behind))

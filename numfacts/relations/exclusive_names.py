"""Nouns of which nobody and nothing is two at once, so that a list of them counts nobody twice.

``exclude_each_other([" men", " women"])`` holds; of ``[" students", " women"]`` one may be both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

# Of these a list of men and women may be all, without a word that says so.
ANYBODY = frozenset("people persons staff members votes voters victims dead".split())
# "children" and "girls" may be the same ones: each line is a set of its own.
EXCLUSIVE = tuple(
    frozenset(names.split())
    for names in (
        "man woman child men women children baby babies infant infants toddler toddlers",
        "man woman boy girl men women boys girls baby babies",
        "adult adults child children",
        "male female males females",
        "favour favor for against abstention abstentions abstained abstaining undecided spoilt",
        "pilot pilots passenger passengers crew",
        "soldier soldiers policeman policemen civilian civilians rebel rebels militant militants gunman gunmen",
        "pupil pupils teacher teachers student students parent parents",
        "gold golds silver silvers bronze bronzes",
        "goalkeepers defenders midfielders forwards strikers keepers",
        "yes no blank undecided abstentions abstention invalid",
        "wins draws losses defeats won drawn lost ties",
        "dead injured unhurt missing wounded killed",
        "diesel electric hybrid petrol",
        "rented owned let mortgaged",
        "red blue green white black yellow",
        "detached semi-detached terraced",
        "doctors nurses porters midwives",
        "primary secondary infant junior",
    )
)


def exclude_each_other(listed: Sequence[str]) -> bool:
    """-> whether each part, by the words behind its number, is of another name of one set: men, women, a child."""
    return any(_are_two_or_more([_words(part) & names for part in listed]) for names in EXCLUSIVE)


def names_one(part: str) -> bool:
    """-> whether the words of a part hold such a name."""
    return any(_words(part) & names for names in EXCLUSIVE)


def _are_two_or_more(told: Sequence[frozenset[str]]) -> bool:
    return all(told) and len(frozenset().union(*told)) > 1


def _words(part: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]+", part))

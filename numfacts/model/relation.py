"""How figures of a story stand to each other, as the text says: read once, judged by the checks.

``Change(new=£50m, old=£40m, size=20%, direction="rise")`` of "rose 20% to £50m from £40m".
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from numfacts.model.fact import Fact


class Alone(NamedTuple):
    """One figure by itself, with what stands before and behind it in its sentence."""

    fact: Fact
    before: str = ""
    behind: str = ""
    previous: str = ""  # the end of what stands before its sentence

    @property
    def around(self) -> str:
        """The figure with what stands before and behind it in its sentence."""
        return f"{self.before}{self.fact.text}{self.behind}"


class Change(NamedTuple):
    """A figure that moved: two of new, old and size at least."""

    new: Fact | None
    old: Fact | None
    size: Fact | None
    direction: str | None  # rise | fall, where a plain word says so
    basis: str | None = None  # "comparable-store": the size is of something else than the end points
    sure: bool = True  # whether the words leave no other pairing


class Exchange(NamedTuple):
    """What one unit of a currency may be in another: lawful from ``low`` to ``high``, and where that is from."""

    currency: str
    other: str
    low: float
    high: float
    rate: float | None = None  # as published on ``day``; None where no one day is known
    day: date | None = None
    source: str = (
        "ECB"  # "ECB, 2019"; "since 1999": all that it published; "the story": its other conversions
    )
    likely: bool = True  # False for Canada's dollar in a story that does not name Canada


class Restatement(NamedTuple):
    """A figure and the same again in another unit: 10.47 billion euros (£8.98 billion)."""

    stated: Fact
    again: Fact
    difference: str | None = None  # "possible" beside words of warming, "certain" in "rose by 2C"
    sure: bool = True  # whether the words leave no doubt that the second is the first again
    at_sea: bool = False  # whether a mile may be a nautical one
    exchanges: tuple[Exchange, ...] = ()  # of money: any of these may be the one that was used
    peers: Exchange | None = None  # what the story's other conversions imply, where its day is not known


class Share(NamedTuple):
    """A part of a whole, and how much of it that is: 30 of the 120 (25%).

    Two numbers that were read as one figure, "30 of the 120", are both given here, as two facts of one place.
    """

    part: Fact
    whole: Fact | None  # None where the part says by itself how much it is: a third, one in four
    share: Fact
    loose: bool = False  # a manner of speaking, as "one in four" and "nine out of ten" are
    sure: bool = True  # whether the words leave no doubt that the share is of this whole


class Shares(NamedTuple):
    """The shares of one whole, told in one sentence."""

    shares: tuple[Fact, ...]
    whole: str | None
    complete: bool = False  # whether they are all of it: "… and the remaining 30%"
    sure: bool = True  # whether the words leave no doubt that none belongs to two of them


class Total(NamedTuple):
    """A total with its parts: 12 people: seven men, four women and a child."""

    total: Fact
    parts: tuple[Fact, ...]
    implied: int = 0  # parts told by an article: "and a child"
    some: bool = False  # "including …": there may be more parts than those told
    sure: bool = True  # whether the words leave no doubt that these are its parts


class Range(NamedTuple):
    """Two bounds in the order in which they are printed: between 20 and 10."""

    fact: Fact
    first: str  # as printed
    second: str
    descends: bool
    last: Fact | None = None  # where the second bound is a fact of its own
    printed: str | None = None  # and the words of both


class Length(NamedTuple):
    """A length of time and the least and the most that its own ends allow: the five-year plan, from 2010 to 2015."""

    length: Fact
    span: tuple[Fact, ...]  # one date fact that holds both ends, or two
    least: float  # in the unit of the length, however the ends are counted
    most: float
    printed: str  # the ends as they stand in the text
    within: bool = False  # "five years between 2010 and 2018": the length may be less


class Life(NamedTuple):
    """An age, the birth date told beside it, and the years in which the age was told."""

    age: Fact
    born: Fact
    least: int  # the ages that are possible
    most: int
    told: str  # when: "in 2015", "on 3 May 2015"


class Weekday(NamedTuple):
    """A weekday told with its date, and the years that the date may be of, the likeliest first."""

    fact: Fact
    weekday: int  # 0 is Monday
    month: int
    day: int
    years: tuple[int, ...]


class Repetition(NamedTuple):
    """The same figure told twice in one story."""

    first: Fact
    again: Fact
    headline: bool = False  # whether the first is the headline's
    sure: bool = True  # whether the words leave no doubt that both tell the same


class ReferenceRow(NamedTuple):
    """A line of a reference sheet: a figure that somebody has looked up.  ``low == high`` unless it is a range."""

    sheet: str  # as given
    line: int
    name: str
    low: Decimal  # in ``unit``
    high: Decimal
    unit: str | None  # a pint expression, as ``Fact.unit`` has it; ISO 4217 for money
    counted: str | None = None  # what a count counts, where the sheet tells it for a unit
    tolerance: Decimal = Decimal(0)  # in ``unit``
    as_of: str | None = None  # ISO 8601: a date, a month, a year, or two of them with / between
    pattern: str | None = None  # RE2, on the sentence around a figure
    source_url: str | None = None
    value_from: str | None = None  # the cell of a table that the value is read from


class Sourced(NamedTuple):
    """A figure and the row of a reference sheet that tells the same."""

    fact: Fact
    row: ReferenceRow
    low: Decimal  # what the row allows, its tolerance included, in the fact's unit
    high: Decimal


class Unsourced(NamedTuple):
    """A figure that no row of the reference sheets tells."""

    fact: Fact


Relation = (
    Alone
    | Change
    | Restatement
    | Share
    | Shares
    | Total
    | Range
    | Length
    | Life
    | Weekday
    | Repetition
    | Sourced
    | Unsourced
)

"""A number as written: the tokens that it covers, its value, and how exactly it is stated.

"10.47 billion" is ``Numeral(first=0, last=2, value=10470000000, step=10000000, scale=1000000000, form="digits")``
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class Numeral(NamedTuple):
    first: int  # tokens, end exclusive; a sign is included
    last: int
    value: Decimal | None  # None for a vague number
    low: Decimal | None  # the value, or what a vague word implies at least
    step: Decimal | None  # one unit of the last stated digit; None for fractions and vague numbers
    scale: Decimal  # the scale words multiplied in; 1 where there are none
    form: str  # "digits" "words" "fraction" "vague" "ordinal"; "article" for the a of "a decade"

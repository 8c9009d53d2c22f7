"""The publication date as front matter, tables and pages write it.

``read_date("2031-04-22T10:00Z") == read_date("22 April 2031") == read_date("April 22, 2031")``
"""

from __future__ import annotations

import re
from datetime import date, datetime

_ISO = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d) (?: [T\ ] \d\d .* )?", re.VERBOSE | re.DOTALL
)
_NAMED = re.compile(
    r"""
    (?: [A-Za-z]{3,9} [,.]? [ ] )?                                        # "Tuesday, "
    (?: (?P<d>\d{1,2}) (?:st|nd|rd|th)? [ ] (?P<m>[A-Za-z]{3,9}) [.]?     # "22 April", "22nd Apr."
      | (?P<M>[A-Za-z]{3,9}) [.]? [ ] (?P<D>\d{1,2}) (?:st|nd|rd|th)?     # "April 22"
    ) ,? [ ] (?P<year>\d{4})
    (?: ,? [ ] .* )?                                                      # a clock time
    """,
    re.VERBOSE | re.DOTALL,
)
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)


def read_date(written: object) -> date | None:
    """-> the date; None where nothing is written or it is no date.

    Figures alone are read as ISO 8601 only: 04/05/2031 is April in one country and May in another.
    """
    if isinstance(written, datetime):  # a pandas or Arrow timestamp included
        return written.date()
    if isinstance(written, date) or written is None:
        return written
    text = " ".join(str(written).split())
    try:
        if iso := _ISO.fullmatch(text):
            return date(int(iso["year"]), int(iso["month"]), int(iso["day"]))
        if named := _NAMED.fullmatch(text):
            month = _month((named["m"] or named["M"]).lower())
            return date(int(named["year"]), month, int(named["d"] or named["D"]))
    except ValueError:  # 31 April
        return None
    return None


def _month(name: str) -> int:
    """-> 4 for "april" and "apr"; "sept" is September."""
    for number, month in enumerate(_MONTHS, 1):
        if name == month or (name[:3] == month[:3] and (len(name) == 3 or name == "sept")):
            return number
    raise ValueError(name)

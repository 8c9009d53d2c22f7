"""Which ISO 8601 periods there are: "2025-04-30" and "2017/2021", not "2025-04-31" and "2021/2017"."""

from __future__ import annotations

from datetime import date


def exists(period: str) -> bool:
    """Is it a date that a calendar has, or a span that ends no earlier than it starts?

    >>> exists("2025-04-31"), exists("2021/2017"), exists("2025-04-30/2025-05")
    (False, False, True)
    """
    ends = period.split("/")
    if not all(_on_the_calendar(end) for end in ends):
        return False
    shared = min(map(len, ends))
    return len(ends) == 1 or ends[0][:shared] <= ends[1][:shared]


def _on_the_calendar(day: str) -> bool:
    parts = [int(part) for part in day.split("-")]
    try:
        date(parts[0], *(parts[1:] + [1, 1])[:2])
    except ValueError:
        return False
    return True

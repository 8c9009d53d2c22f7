"""An amount in brackets that is not the one before it in the other currency.

The rate of exchange is looked up for every story anew, and the wrong one, or the right one the wrong way round, gives a
number that looks like money.

Amounts are compared at the reference rates of the European Central Bank from a fortnight before the story's date to a
fortnight after, with 5% to spare for rates that a desk keeps a little longer; and of the year that the words speak of.
A story without a date is compared with a date in its first lines or beside the amounts, with its own other conversions,
and with all rates since 1999. Amounts of another time (“then worth”, “in today’s money”) are left alone, and so are
currencies without a reference rate. A bare $ may be any of the dollars that it can stand for: of a country that the
story does not name, the finding is a warning.

Flagged:
    The plant cost €500m ($1.5bn).
    The firm paid £500m (€1.5bn).

Passes:
    The plant cost €500m ($570m).
    The plant cost €500m, then worth $430m.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from numfacts.judging.exchanges import Exchanged, exchanged
from numfacts.judging.figures_again import unhedged, written_anew
from numfacts.judging.intervals import Interval
from numfacts.judging.verdicts import Judgement
from numfacts.judging.words import bare, plainly
from numfacts.model import Exchange, Restatement

RELATION = Restatement
# A name, and its plural; of the others the code is told: "0.087 euros per SEK".
NAMES = {
    "USD": ("dollar", "dollars"),
    "EUR": ("euro", "euros"),
    "GBP": ("pound", "pounds"),
    "JPY": ("yen", "yen"),
    "CNY": ("yuan", "yuan"),
    "INR": ("rupee", "rupees"),
    "CHF": ("franc", "francs"),
    "ZAR": ("rand", "rand"),
    "KRW": ("won", "won"),
    "BRL": ("real", "reais"),
    "PLN": ("zloty", "zlotys"),
    "TRY": ("lira", "lira"),
    "THB": ("baht", "baht"),
    "ILS": ("shekel", "shekels"),
    "RUB": ("rouble", "roubles"),
    "HUF": ("forint", "forints"),
    "MYR": ("ringgit", "ringgit"),
    "IDR": ("rupiah", "rupiah"),
    "CZK": ("koruna", "korunas"),
}


def judge(relation: Restatement) -> Iterator[Judgement]:
    if relation.stated.kind != "money" or relation.stated.unit == relation.again.unit:
        return
    found = exchanged(relation)
    if found is None or found.slip or found.level not in ("different", "doubtful"):
        return
    severity = "error" if found.level == "different" else "warning"
    if not relation.sure or found.exchange.source == "the story, once":
        if severity == "warning":
            return
        severity = "warning"
    exchange, stated = found.exchange, relation.stated.value
    recomputed = None
    if stated is not None:
        factor = stated * found.factor
        recomputed = Interval(factor * exchange.low, factor * exchange.high)
    yield Judgement(
        relation.again,
        (relation.stated,),
        told(relation, found),
        severity,
        "inconsistent",
        recomputed,
    )


def told(relation: Restatement, found: Exchanged) -> str:
    """€500m is $574m at 1.1476 dollars per euro (ECB, 22 April 2025), not $430m"""
    exchange, stated, again = found.exchange, relation.stated, relation.again
    if stated.value is None:
        return f"{bare(stated)} is not {bare(again)} {_at(exchange, exchange.rate)}"
    if exchange.rate is None:
        low, high = (
            written_anew(again, stated.value * found.factor * rate, found.slip) for rate in exchange[2:4]
        )
        if exchange.source.startswith("the story"):
            others = "the story's other conversion" + ("" if exchange.source.endswith("once") else "s")
            return f"{unhedged(stated)} is {low} to {high} by {others}, not {bare(again)}"
        when = "at any ECB rate" if exchange.source == "since 1999" else "at the rates of"
        when += f" {exchange.source.removeprefix('ECB, ')}"
        return f"{unhedged(stated)} is {low} to {high} {when}, not {bare(again)}"
    anew = written_anew(again, stated.value * found.factor * exchange.rate, found.slip)
    why = ": the rate is the wrong way round" if found.inverted else ""
    return f"{unhedged(stated)} is {anew} {_at(exchange, exchange.rate)}, not {bare(again)}{why}"


def _at(exchange: Exchange, rate: float | None) -> str:
    if rate is None:
        return f"at the rates {exchange.source}"
    one, many = _names(exchange.currency), _names(exchange.other)
    if rate < 0.1:
        rate, one, many = 1 / rate, many, one
    day = f", {_day(exchange.day)}" if exchange.day else ""
    return f"at {plainly(rate, 5)} {many[1]} per {one[0]} ({exchange.source}{day})"


def _names(code: str) -> tuple[str, str]:
    return NAMES.get(code, (code, code))


def _day(day: date) -> str:
    months = "January February March April May June July August September October November December".split()
    return f"{day.day} {months[day.month - 1]} {day.year}"

"""Facts made by hand or by hypothesis, for tests of what comes after reading: good ones and broken ones."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from numfacts.model.fact import Fact, columns

MORE_THAN_200 = dict(
    doc_id="a.txt", start=17, end=31, text="more than £200", kind="money", value=200.0, low=200.0, high=None,
    decimal="200", precision=0.5, modifier="more_than", change=None, unit="GBP", base_value=233.0,
    base_low=233.0, base_high=None, base_unit="EUR", fx_rate=1.165, fx_date="2025-04-22", fx_source="ECB",
    counted=None, denominator=None, measured_entity="the council", period="2025", speaker=None, quoted=False,
    equivalent_of=None, section="body", sentence="The council paid more than £200.", candidates=None,
    confidence=0.95, rule="money.prefix",
)  # fmt: skip

# What a spreadsheet, CSV, JSON, Markdown or a terminal would take for its own.
HOSTILE = [
    '=HYPERLINK("x")',
    "＝1",
    "+1",
    "-1",
    "@x",
    "'=1",
    "''-1",
    "\tx",
    "\r",
    "\n",
    'a"b',
    "a,b",
    "a\r\nb",
    "|",
    "<b>",
]
HOSTILE += [
    "\x00",
    "\x1b[31m",
    "\u2028",
    "\ufeff",
    "1e5",
    "null",
    "NaN",
    "true",
    "é",
    "𝟙",
    " ",
    "-5",
    "'-5",
    "'",
]


def fact(**cells: Any) -> Fact:
    """``fact(value=5.0)``: "more than £200" with other cells; fact_id follows doc_id, start and end."""
    row = MORE_THAN_200 | cells
    row.setdefault("fact_id", f"{row['doc_id']}#char={row['start']},{row['end']}")
    return Fact(**row)


def exact(number: str, **cells: Any) -> Fact:
    value = float(number)
    return fact(value=value, low=value, high=value, decimal=number, modifier="exact", **cells)


texts = st.one_of(
    st.sampled_from(HOSTILE), st.text(min_size=1, max_size=8), st.text("'=+-@\t\r\n＝,\"", min_size=1)
)
words = st.none() | texts
floats = st.floats(allow_nan=False, allow_infinity=False)


@st.composite
def good_facts(draw: st.DrawFn) -> list[Fact]:
    """Facts of one document that obey every rule, with hostile text wherever text is free."""
    doc_id = draw(texts)
    facts = []
    for start in draw(st.lists(st.integers(0, 10**12), unique=True, max_size=4)):
        text = draw(texts)
        number = draw(floats)
        facts.append(
            exact(
                format(Decimal(repr(number)), "f"),
                doc_id=doc_id, start=start, end=start + len(text), text=text, kind="number", unit=None,
                base_value=number, base_low=None, base_high=draw(st.none() | floats), base_unit=draw(texts),
                fx_rate=None, fx_date=None, fx_source=None, counted=draw(words), denominator=draw(words),
                measured_entity=draw(words), speaker=draw(words), quoted=draw(st.booleans()),
                equivalent_of=draw(words), sentence=draw(st.text()) + text, rule=draw(texts),
                precision=draw(st.none() | st.floats(0, 1e300)), confidence=draw(st.floats(0, 1)),
            )
        )  # fmt: skip
    return facts


@st.composite
def any_facts(draw: st.DrawFn) -> list[Fact]:
    """Good facts of which some have a cell changed into another of its type, most of which break a rule."""
    facts = draw(good_facts())
    for place, one in enumerate(facts):
        if draw(st.booleans()):
            name, kind, nullable, _ = draw(st.sampled_from(columns()))
            cell = draw({str: texts, int: st.integers(-5, 10**6), float: floats, bool: st.booleans()}[kind])
            facts[place] = one._replace(**{name: draw(st.none() | st.just(cell)) if nullable else cell})
    return facts + (facts[:1] if draw(st.booleans()) else [])

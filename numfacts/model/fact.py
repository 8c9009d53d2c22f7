"""One row of the fact table.  The columns, their types and their meaning are written here and nowhere else.

docs/facts.md, the Parquet column descriptions and ``FactTable`` are built from this class.
"""

from __future__ import annotations

import html
from functools import cache
from typing import Annotated, Any, NamedTuple

KINDS = {
    "money": "an amount of money: £8.98 billion, 1.6p a litre, £150,000 a week",
    "percent": "a percentage, percentage points or basis points: 2% of GDP, 25 basis points",
    "count": "how many of something, or how often: 10,000 missiles, three times",
    "duration": "a length of time: a 30-hour truce, 3min 19.34sec",
    "age": "how old someone or something is: Barabash, 63; a six-month-old baby",
    "measure": "any other physical unit: 210mm, 110 km/h, 6ft 4in, 1.6C warmer",
    "ratio": "a part of a whole: two-thirds, one in five, 450 of 600",
    "rate": "so many per so many: 12 cases per 100,000 people",
    "multiple": "a factor: three times its average, doubled, tenfold, 26 times earnings",
    "score": "a result: won 3-1, passed 76-54",
    "number": "a bare figure: an index level, a hazard ratio of 0.80",
    "ordinal": "a place in an order: first, 22nd (exported only when asked for)",
    "date": "a calendar date, a year or a span of them (exported only when asked for)",
}
MODIFIERS = ("exact", "approximate", "at_least", "more_than", "at_most", "less_than", "range")
SECTIONS = ("headline", "body", "boilerplate")


class Fact(NamedTuple):
    """A figure that the text states, read, normalised and put in its context."""

    fact_id: Annotated[str, "unique: <doc_id>#char=<start>,<end> (RFC 5147 text fragment)"]
    doc_id: Annotated[str, "the file path as given, or the id that the caller passed"]
    start: Annotated[int, "first code point of the expression in the document's text as read"]
    end: Annotated[int, "one past its last code point"]
    text: Annotated[str, "the expression, modifier words included"]
    kind: Annotated[str, "one of: " + ", ".join(KINDS)]
    value: Annotated[float | None, "the stated number in `unit`; null for a range and for a vague number"]
    low: Annotated[float | None, "lower bound in `unit`; null where open-ended"]
    high: Annotated[float | None, "upper bound in `unit`; null where open-ended"]
    decimal: Annotated[str | None, "the exact stated number, scale applied, as a decimal string"]
    precision: Annotated[float | None, "half a unit of the last stated digit, in `unit`"]
    modifier: Annotated[str, "one of: " + ", ".join(MODIFIERS)]
    change: Annotated[str | None, "rise or fall: the size of a change; from or to: an end point of one"]
    unit: Annotated[str | None, "a pint expression; ISO 4217 for money; null where there is none"]
    base_value: Annotated[float | None, "`value` in `base_unit`"]
    base_low: Annotated[float | None, "`low` in `base_unit`"]
    base_high: Annotated[float | None, "`high` in `base_unit`"]
    base_unit: Annotated[str | None, "SI base units; the reference currency; dimensionless for a percentage"]
    fx_rate: Annotated[float | None, "units of the reference currency for one of `unit`'s currency"]
    fx_date: Annotated[str | None, "the day of that rate, ISO 8601"]
    fx_source: Annotated[str | None, "where that rate was published"]
    counted: Annotated[str | None, "what a count counts, as a whole noun phrase"]
    denominator: Annotated[str | None, "what a share is of, what a rate is per"]
    measured_entity: Annotated[str | None, "who or what has this figure"]
    period: Annotated[str | None, "when it holds: ISO 8601 date or interval"]
    speaker: Annotated[str | None, "who says so"]
    quoted: Annotated[bool, "whether it stands in quotation marks"]
    equivalent_of: Annotated[str | None, "`fact_id` of the fact that this one restates in another unit"]
    section: Annotated[str, "one of: " + ", ".join(SECTIONS)]
    sentence: Annotated[str, "the sentence around it"]
    candidates: Annotated[
        str | None, "other readings of an ambiguous expression, likeliest first: USD|AUD|CAD"
    ]
    confidence: Annotated[float, "0 to 1"]
    rule: Annotated[str, "the grammar rule that read it"]

    def __repr__(self) -> str:
        """What a reader wants to see first: ``Fact('more than £200' money more_than 200.0 GBP)``."""
        number = self.value if self.value is not None else f"{self.low}..{self.high}"
        words = [repr(self.text), self.kind, self.modifier, str(number), self.unit or self.counted or ""]
        return f"Fact({' '.join(word for word in words if word)})"

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><th style='text-align:left'>{name}</th><td>{html.escape(str(cell))}</td></tr>"
            for name, cell in zip(self._fields, self, strict=True)
            if cell is not None
        )
        return f"<table>{rows}</table>"


@cache
def columns() -> list[tuple[str, type, bool, str]]:
    """-> (name, Python type, nullable, meaning) of every column, in table order."""
    from typing import get_args, get_type_hints

    hints: dict[str, Any] = get_type_hints(Fact, include_extras=True)
    described = []
    for name, hint in hints.items():
        annotated, meaning = get_args(hint)[:2]
        types = get_args(annotated) or (annotated,)
        described.append((name, types[0], type(None) in types, meaning))
    return described

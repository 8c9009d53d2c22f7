"""The validation summary of a run, for a person to read before using the table, in Markdown.

How many documents and rows there are, by kind; what was rejected and why; what was left out; and every row
that numfacts itself is unsure of, with its sentence and the other readings.  It keeps counts and short
lists, not facts, so that a run of any length can be summed up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from numfacts.model.fact import KINDS, Fact
from numfacts.outputs.markdown_tables import markdown_table
from numfacts.tables.sifting import Rejected

UNSURE = 0.7  # rows below this confidence are listed
_LISTED = 200  # a longer list is read by nobody; the table itself has all of them


class Summary:
    """``summary.add(…)`` for each document, then ``summary.markdown()``."""

    def __init__(self) -> None:
        self._documents = 0
        self._unreadable = _Listed()
        self._kinds: Counter[str] = Counter()
        self._left_out: Counter[str] = Counter()
        self._rejected_rows = 0
        self._rejected = _Listed()
        self._unsure = _Listed()

    def add(self, facts: Sequence[Fact], rejected: Sequence[Rejected], left_out: Mapping[str, int]) -> None:
        """One document: its rows, what was wrong with others, and how many were left out, by reason."""
        self._documents += 1
        self._kinds.update(fact.kind for fact in facts)
        self._left_out.update(left_out)
        self._rejected_rows += len({row.fact_id for row in rejected})
        self._rejected.extend(rejected)
        self._unsure.extend(_to_look_at(fact) for fact in facts if fact.confidence < UNSURE)

    def add_unreadable(self, path: str, cause: str) -> None:
        self._unreadable.extend([(path, cause)])

    def markdown(self) -> str:
        """-> the page: no dates or durations, so that it changes only when the figures do."""
        counts = [
            ("documents read", self._documents),
            ("documents that could not be read", self._unreadable.total),
            ("rows", self._kinds.total()),
            ("rows rejected", self._rejected_rows),
            (f"rows with a confidence below {UNSURE}", self._unsure.total),
            *((f"left out: {reason}", self._left_out[reason]) for reason in sorted(self._left_out)),
        ]
        kinds = [(kind, self._kinds[kind]) for kind in KINDS if self._kinds[kind]]
        unsure = ("fact", "text", "read as", "confidence", "rule", "other readings", "sentence")
        parts = [
            "# Validation summary",
            markdown_table(("", "number"), counts),
            _section("Rows by kind", ("kind", "number"), _Listed(kinds)),
            _section("Could not be read", ("document", "cause"), self._unreadable),
            _section("Rejected rows", ("fact", "rule", "what is wrong"), self._rejected),
            _section("Rows to look at", unsure, self._unsure),
        ]
        return "\n\n".join(part for part in parts if part) + "\n"


class _Listed:
    """Rows of a list, the first of them kept and all of them counted."""

    def __init__(self, rows: Iterable[Sequence[object]] = ()) -> None:
        self.rows: list[Sequence[object]] = []
        self.total = 0
        self.extend(rows)

    def extend(self, rows: Iterable[Sequence[object]]) -> None:
        for row in rows:
            self.total += 1
            if self.total <= _LISTED:
                self.rows.append(row)


def _section(title: str, head: Sequence[str], listed: _Listed) -> str:
    if not listed.total:
        return ""
    more = f"\n\n… and {listed.total - _LISTED:,} more." if listed.total > _LISTED else ""
    return f"## {title}\n\n{markdown_table(head, listed.rows)}{more}"


def _to_look_at(fact: Fact) -> tuple[str, ...]:
    confidence, others = f"{fact.confidence:.2f}", fact.candidates or ""
    return fact.fact_id, fact.text, _reading(fact), confidence, fact.rule, others, fact.sentence


def _reading(fact: Fact) -> str:
    number = fact.decimal or " to ".join(
        "…" if bound is None else f"{bound:g}" for bound in (fact.low, fact.high)
    )
    return " ".join(filter(None, (fact.kind, fact.modifier, number, fact.unit or fact.counted)))

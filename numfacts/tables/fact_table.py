"""The fact table as a data frame: ``to_frame(facts)``, and ``FactTable``, the pandera model of it.

Columns, types and descriptions come from ``model/fact.py``, checks from ``tables/rules.py``: both are written
once and used here and, without pandas, in ``tables/sifting.py``.  A broken row is reported once a rule:
``failures(frame)`` -> ``[Rejected("a.txt#char=4,9", "low_is_not_above_high", "low is not above high (…)")]``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Any

import numpy as np
import pandas as pd
import pandera.pandas as pa
import pyarrow
from pandera import extensions

from numfacts.model.fact import Fact, columns
from numfacts.tables.sifting import Rejected, Rule, repeated, rules, sift, wrong_types

# pandas 3 has a string type of its own, "str", with NaN for null; that of pandas 2 has NA.
_STRING = pd.StringDtype("pyarrow", na_value=np.nan if pd.__version__ >= "3" else pd.NA)
_DTYPES: dict[type, Any] = {
    str: _STRING,
    int: np.dtype("int64"),
    float: np.dtype("float64"),
    bool: np.dtype("bool"),
}
_UNIQUE = repeated("").rule
_FEW = 256


class FactTableError(ValueError):
    """Facts that break the rules of the table; ``rejected`` holds which, and how."""

    def __init__(self, rejected: Sequence[Rejected], shown: int = 10) -> None:
        self.rejected = list(rejected)
        lines = [f"{row.fact_id}: {row.message} [{row.rule}]" for row in self.rejected[:shown]]
        if len(self.rejected) > shown:
            lines.append(f"… and {len(self.rejected) - shown} more")
        super().__init__("\n".join(["facts that break the rules of the fact table:", *lines]))


def to_frame(facts: Iterable[Fact]) -> pd.DataFrame:
    """-> one row a fact, in the order given, as ``FactTable`` wants it; FactTableError lists broken rows.

    Text is ``str`` (``string`` in pandas 2), numbers are ``float64`` and ``int64``, ``quoted`` is ``bool``.
    Null is NaN (NA in pandas 2's text).
    """
    rows = list(facts)
    # pandas would turn null into False and 5 into "5" where the columns ask for it.
    if rejected := [row for fact in rows for row in wrong_types(fact)]:
        raise FactTableError(rejected)
    try:
        frame = _by_columns(rows)
    except UnicodeEncodeError as error:  # half of a surrogate pair, which its string type cannot hold
        raise FactTableError(sift(rows)[1]) from error
    if rejected := failures(frame):
        raise FactTableError(rejected)
    return frame


def failures(frame: pd.DataFrame) -> list[Rejected]:
    """-> what ``FactTable`` finds wrong with a frame, in row order: one a row and rule that it breaks."""
    try:
        FactTable.validate(frame, lazy=True)
    except pa.errors.SchemaErrors as errors:
        # pandera reports a check of the whole frame once for every column of a row.
        cases = errors.failure_cases[["index", "check", "column", "failure_case"]]
        cases = cases.drop_duplicates(["index", "check"])
        found = [_rejected(frame, *case) for case in cases.itertuples(index=False, name=None)]
        return [row for *_, row in sorted(found, key=itemgetter(0, 1))]
    return []


def _rejected(
    frame: pd.DataFrame, index: Any, check: str, column: str, case: object
) -> tuple[int, int, Rejected]:
    """-> a case of pandera's after its place among the rows and the rules; what is of no row comes first."""
    if pd.isna(index):
        return -1, -1, Rejected("", check, f"{check}: {case}")
    place = int(frame.index.get_indexer_for(pd.Index([index]))[0])
    fact_id = str(frame["fact_id"].iloc[place])
    if check == _UNIQUE:
        return place, len(rules()), repeated(fact_id)
    for number, rule in enumerate(rules()):
        if rule.name == check:
            cells = [_cells(frame[name].iloc[[place]])[0] for name in rule.columns]
            return place, number, rule.broken_by(fact_id, cells)
    return place, -1, Rejected(fact_id, f"{column}_type", f"{column}: {check}")


def _by_columns(rows: Sequence[Fact]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            name: _column(cells, kind)
            for (name, kind, _, _), cells in zip(columns(), _transposed(rows), strict=True)
        }
    )


def _column(cells: list[Any], kind: type) -> Any:
    """Text goes by way of Arrow, which pandas would only ask after a look of its own at every cell."""
    if kind is str:
        return pd.array(pyarrow.array(cells, pyarrow.large_string()), dtype=_STRING)
    return np.array(cells, _DTYPES[kind])


def _transposed(rows: Sequence[Fact]) -> list[list[Any]]:
    """-> the cells by column, turned a few rows at a time: ``zip`` would visit all of memory for each of its rows."""
    turned: list[list[Any]] = [[] for _ in Fact._fields]
    for start in range(0, len(rows), _FEW):
        for cells, some in zip(turned, zip(*rows[start : start + _FEW], strict=True), strict=True):
            cells += some
    return turned


def _cells(column: pd.Series[Any]) -> list[Any]:
    """-> a column's cells as plain Python values, None for null."""
    cells: list[Any] = column.to_numpy(dtype=object, na_value=None).tolist()  # type: ignore[call-overload]
    return cells


def _check(rule: Rule) -> str:
    """Registers a rule as a pandera check of its name, so that it outlives a schema's way through a file."""

    def holds(frame: pd.DataFrame) -> pd.Series[bool]:
        cells = (_cells(frame[name]) for name in rule.columns)
        return pd.Series(list(map(rule.holds, *cells)), index=frame.index, dtype=bool)

    return _register(rule.name, holds)


def _register(name: str, holds: Any) -> str:
    holds.__name__ = name
    if not hasattr(pa.Check, name):  # a second import of this file
        extensions.register_check_method(check_type="vectorized")(holds)
    return name


def _first_of_its_id(frame: pd.DataFrame) -> pd.Series[bool]:
    return ~frame["fact_id"].duplicated()


def _model() -> type[pa.DataFrameModel]:
    fields = {
        name: pa.Field(nullable=nullable, description=meaning) for name, _, nullable, meaning in columns()
    }
    checks = dict.fromkeys([*map(_check, rules()), _register(_UNIQUE, _first_of_its_id)], ())
    config = type("Config", (), {"strict": True, "ordered": True, "coerce": True, **checks})
    types = {name: _DTYPES[kind] for name, kind, _, _ in columns()}
    body = {
        "__doc__": Fact.__doc__,
        "__module__": __name__,
        "__annotations__": types,
        "Config": config,
        **fields,
    }
    return type("FactTable", (pa.DataFrameModel,), body)


FactTable = _model()

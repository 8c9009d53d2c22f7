"""numfacts: every figure of a news story in a table that can be trusted.

import numfacts as nf

facts = nf.extract("Spain spent 1.3% of GDP on defence, about £15.4bn.")
nf.to_frame(facts)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numfacts.documents import read as read
    from numfacts.model import Document as Document
    from numfacts.model import DocumentError as DocumentError
    from numfacts.model import Fact as Fact
    from numfacts.model import Finding as Finding
    from numfacts.model.difference import Difference as Difference
    from numfacts.pipeline import check as check
    from numfacts.pipeline import diff as diff
    from numfacts.pipeline import extract as extract
    from numfacts.pipeline import extract_many as extract_many
    from numfacts.pipeline import relate as relate
    from numfacts.tables.fact_table import FactTable as FactTable
    from numfacts.tables.fact_table import to_frame as to_frame

__version__ = "0.1.0"

# Public name -> the module that it is loaded from when first used: importing numfacts costs a few milliseconds.
_HOMES = {
    "Difference": "numfacts.model.difference",
    "Document": "numfacts.model",
    "DocumentError": "numfacts.model",
    "Fact": "numfacts.model",
    "Finding": "numfacts.model",
    "FactTable": "numfacts.tables.fact_table",
    "check": "numfacts.pipeline",
    "diff": "numfacts.pipeline",
    "extract": "numfacts.pipeline",
    "extract_many": "numfacts.pipeline",
    "relate": "numfacts.pipeline",
    "read": "numfacts.documents",
    "to_frame": "numfacts.tables.fact_table",
}

__all__ = ["__version__", *_HOMES]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'numfacts' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES])


def _register() -> None:
    from numfacts.accessor import register_with_pandas

    register_with_pandas()


_register()

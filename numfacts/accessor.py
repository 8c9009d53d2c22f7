"""``series.numfacts.extract()`` for pandas, whichever of pandas and numfacts is imported first.

pandas has no entry point for accessors, and importing it takes longer than numfacts as a whole may.
So ``register_with_pandas`` registers at once where pandas is already there; else it waits, as an import hook
that does nothing but let pandas load, register the accessor and remove itself.

    >>> stories["text"].numfacts.extract(published=date(2025, 4, 22))    # a frame, one row a fact
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd


class TextAccessor:
    """Figures of a column of texts."""

    def __init__(self, texts: pd.Series[Any]) -> None:
        self._texts = texts

    def extract(self, **settings: Any) -> pd.DataFrame:
        """-> the fact table of all texts; ``doc_id`` is the label in the index, a null text has no facts.

        ``settings`` are those of ``numfacts.extract``.  Raises ValueError where a label stands twice;
        warns of facts that break the rules of the table, and leaves them out.
        """
        from numfacts.pipeline import extract
        from numfacts.tables.fact_table import to_frame
        from numfacts.tables.sifting import sift

        texts = self._texts.dropna()
        labels = [str(label) for label in texts.index]
        if len(set(labels)) < len(labels):
            raise ValueError("labels of the index stand twice and cannot be doc_ids: reset_index() first")
        pairs = zip(labels, texts, strict=True)
        good, rejected = sift(
            fact for label, text in pairs for fact in extract(str(text), doc_id=label, **settings)
        )
        for row in rejected:
            warnings.warn(f"left out {row.fact_id}: {row.message}", stacklevel=2)
        return to_frame(good)


def register_with_pandas() -> None:
    """Registers the accessor now or as soon as pandas is imported; a second call changes nothing."""
    if "pandas" in sys.modules:
        _register()
    elif not any(isinstance(finder, _AfterPandas) for finder in sys.meta_path):
        sys.meta_path.insert(0, _AfterPandas())


def _register() -> None:
    import pandas as pd

    if not hasattr(pd.Series, "numfacts"):
        pd.api.extensions.register_series_accessor("numfacts")(TextAccessor)


class _AfterPandas(MetaPathFinder):
    """Finds pandas as the other finders do, with one step added at the end of its loading.

    It stays until pandas is loaded: ``find_spec("pandas")`` alone only asks whether pandas is there.
    """

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname != "pandas":
            return None
        others = [finder for finder in sys.meta_path if finder is not self]
        found = (finder.find_spec(fullname, path, target) for finder in others)
        spec = next((spec for spec in found if spec is not None), None)
        if spec is not None and spec.loader is not None:
            spec.loader.exec_module = self._then_register(spec.loader.exec_module)  # type: ignore[method-assign, assignment]
        return spec

    def _then_register(self, load: Callable[[ModuleType], None]) -> Callable[[ModuleType], None]:
        def load_and_register(module: ModuleType) -> None:
            load(module)
            if self in sys.meta_path:
                sys.meta_path.remove(self)
            _register()

        return load_and_register

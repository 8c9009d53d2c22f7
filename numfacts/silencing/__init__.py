"""Findings that are not to be told: ignored in the text itself, or old and in a baseline.

``ignored_inline(checked, check_ids)`` and ``read_baseline("old.json").without_old(checked)`` give the rest.
"""

from numfacts.silencing.baseline import Baseline, Stale, baseline_text, counted, read_baseline
from numfacts.silencing.fingerprints import fingerprint, numbered_fingerprints
from numfacts.silencing.inline_ignores import Ignore, ignored_inline, ignores
from numfacts.silencing.silenced import Silenced

__all__ = [
    "Baseline",
    "Ignore",
    "Silenced",
    "Stale",
    "baseline_text",
    "counted",
    "fingerprint",
    "ignored_inline",
    "ignores",
    "numbered_fingerprints",
    "read_baseline",
]

"""Locales as BCP 47 writes them: ``canonical("en_gb") == "en-GB"``."""

from __future__ import annotations

import re

# Language, script, region.
_LOCALE = re.compile(
    r"""
    (?P<language> [A-Za-z]{2,3} )
    (?: [-_] (?P<script> [A-Za-z]{4} ) )?               # zh-Hant
    (?: [-_] (?P<region> [A-Za-z]{2} | [0-9]{3} ) )?    # en-GB, es-419
    """,
    re.VERBOSE,
)


def canonical(written: str) -> str | None:
    """``en-GB``, ``en_gb`` -> ``en-GB``; None for what is no locale."""
    match = _LOCALE.fullmatch(written)
    if match is None:
        return None
    parts = (match["language"].lower(), (match["script"] or "").title(), (match["region"] or "").upper())
    return "-".join(filter(None, parts))

"""Who wrote a file: ``version()`` -> "0.1.0"."""

from __future__ import annotations

from functools import cache


@cache
def version() -> str:
    """-> the version of numfacts that runs; "unknown" in a checkout that was never installed."""
    from importlib import metadata  # 20 ms, of which most runs have no need

    try:
        return metadata.version("numfacts")
    except metadata.PackageNotFoundError:
        return "unknown"

"""Findings in the Reviewdog Diagnostic Format, for ``reviewdog -f=rdjson``.

``{"source": {"name": "numfacts"}, "diagnostics": [{"message": "…", "location": {"path": "a.md", "range": …}, …}]}``

Its columns count bytes of UTF-8 from 1 and an end is exclusive: proto/rdf/reviewdog.proto of that project.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import BinaryIO

from numfacts.model.document import Document
from numfacts.model.finding import Checked, Finding, Rule
from numfacts.outputs.finding_places import region_in_bytes, where
from numfacts.outputs.json_parts import listing
from numfacts.outputs.plain_line import plain

FORMAT = "rdjson"
SUFFIXES = (".rdjson",)
_SOURCE = {"name": "numfacts"}
_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


@contextmanager
def writing(stream: BinaryIO, rules: Mapping[str, Rule]) -> Iterator[Callable[[Checked], None]]:
    with listing(stream, {"source": _SOURCE, "diagnostics": []}) as append_objects:

        def append(checked: Checked) -> None:
            append_objects(_diagnostic(checked.document, found) for found in checked.findings)

        yield append


def _diagnostic(document: Document, finding: Finding) -> dict[str, object]:
    path, region, inside = where(document, finding)
    location: dict[str, object] = {"path": path}
    if region:
        line, column, end_line, end_column = region_in_bytes(document, finding)
        location["range"] = {
            "start": {"line": line, "column": column},
            "end": {"line": end_line, "column": end_column},
        }
    return {
        "message": plain(f"{inside}: {finding.message}" if inside else finding.message),
        "location": location,
        "severity": _SEVERITIES[finding.severity],
        "source": _SOURCE,
        "code": {"value": finding.check_id},
    }

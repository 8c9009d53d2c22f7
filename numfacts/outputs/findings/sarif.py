"""Findings as SARIF 2.1.0 (OASIS, errata 01), which code scanning and editors show.

``{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "numfacts", "rules": [{"id": "share", …}]}}, "results":
[{"ruleId": "share", "level": "error", "message": {"text": "…"}, "locations": […], …}]}]}``
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import PurePath
from typing import Any, BinaryIO
from urllib.parse import quote

from numfacts.model.document import Document
from numfacts.model.finding import Checked, Finding, Rule
from numfacts.outputs.finding_places import where
from numfacts.outputs.json_parts import listing
from numfacts.outputs.plain_line import plain
from numfacts.outputs.provenance import version
from numfacts.silencing.fingerprints import numbered_fingerprints
from numfacts.silencing.places import place_of

FORMAT = "sarif"
SUFFIXES = (".sarif",)
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
_FINGERPRINT = "sentence/v1"
_LONGEST_DESCRIPTION = 1000  # GitHub takes 1024
_PROBLEMS = {"error": "error", "warning": "warning", "note": "recommendation"}  # GitHub's words
_LINK = re.compile(r"\[ (?= [^\[\]]*+ \]\( )", re.VERBOSE)  # SARIF 3.11.6: "[words](address)" is a link


@contextmanager
def writing(stream: BinaryIO, rules: Mapping[str, Rule]) -> Iterator[Callable[[Checked], None]]:
    """Yields a function that appends a result a finding; the rules are written first."""
    places = {check_id: place for place, check_id in enumerate(rules)}
    driver = {"name": "numfacts", "version": version(), "rules": tuple(map(_rule, rules.values()))}
    root = {"description": {"text": "The folder in which numfacts ran."}}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: root},
        "results": [],
    }
    seen: Counter[tuple[str, str]] = Counter()
    path = ""
    with listing(stream, {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}) as append_results:

        def append(checked: Checked) -> None:
            nonlocal path
            if path != (path := place_of(checked.document.doc_id).path):
                seen.clear()  # rows of one table come one after the other
            numbered = numbered_fingerprints(checked, seen)
            append_results(
                _result(checked.document, finding, places.get(finding.check_id), one)
                for finding, one in zip(checked.findings, numbered, strict=True)
            )

        yield append


def _rule(rule: Rule) -> dict[str, object]:
    # A name that is the id over again must be left out: SARIF 3.49.7.
    name = {} if rule.name.lower() == rule.id else {"name": rule.name}
    return {
        "id": rule.id,
        **name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": _first_paragraph(rule)},
        "help": {"text": rule.help_markdown or rule.summary, "markdown": rule.help_markdown or rule.summary},
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"tags": ["figures"], "problem.severity": _PROBLEMS[rule.severity]},
    }


def _first_paragraph(rule: Rule) -> str:
    paragraphs = (" ".join(part.split()) for part in re.split(r"\n[ \t]*\n", rule.help_markdown))
    found = next((part for part in paragraphs if part and not part.startswith("#")), rule.summary)
    return found if len(found) <= _LONGEST_DESCRIPTION else found[:_LONGEST_DESCRIPTION] + "…"


def _result(document: Document, finding: Finding, rule_index: int | None, found: str) -> dict[str, object]:
    path, region, inside = where(document, finding)
    physical: dict[str, object] = {"artifactLocation": _artifact(path)}
    location: dict[str, Any] = {"physicalLocation": physical}
    if region:
        physical["region"] = {
            "startLine": region.line,
            "startColumn": region.column,
            "endLine": region.end_line,
            "endColumn": region.end_column,
            "charOffset": finding.start,
            "charLength": finding.end - finding.start,
            "snippet": {"text": document.text[finding.start : finding.end]},
        }
    else:
        physical["region"] = {"startLine": 1}  # GitHub refuses a result that has no line
        location["logicalLocations"] = [
            {"name": inside, "fullyQualifiedName": document.doc_id, "kind": "element"}
        ]
    message = f"{inside}: {finding.message}" if inside else finding.message
    index = {} if rule_index is None else {"ruleIndex": rule_index}
    bounds = {"recomputedLow": finding.recomputed_low, "recomputedHigh": finding.recomputed_high}
    return {
        "ruleId": finding.check_id,
        **index,
        "level": finding.severity,
        "message": {"text": _LINK.sub(r"\\[", plain(message))},
        "locations": [location],
        "partialFingerprints": {_FINGERPRINT: found},
        "properties": {
            "verdict": finding.verdict,
            "factIds": finding.fact_ids,
            **{name: bound for name, bound in bounds.items() if bound is not None and math.isfinite(bound)},
        },
    }


def _artifact(path: str) -> dict[str, str]:
    """RFC 3986: whatever is no letter of a URI is percent-encoded, in the bytes of the file's name."""
    name = _encodable(path)
    if PurePath(name).is_absolute():
        return {"uri": PurePath(name).as_uri()}
    return {"uri": quote(name, safe="/", errors="surrogateescape"), "uriBaseId": _ROOT}


def _encodable(path: str) -> str:
    """-> the path; half surrogates that stand for bytes of a name (PEP 383) are kept, others become "?"."""
    try:
        path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return path.encode("utf-8", "replace").decode()
    return path

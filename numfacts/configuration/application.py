"""A document checked as the configuration says: ``checked_as_configured(document, configuration).checked.findings``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from numfacts.checks import checks
from numfacts.configuration.values import Configuration
from numfacts.model import SEVERITIES, Document, Finding, ReferenceRow
from numfacts.pipeline import checked
from numfacts.silencing import Silenced, ignored_inline


def checked_as_configured(
    document: Document, configuration: Configuration, rows: Sequence[ReferenceRow] | None = None
) -> Silenced:
    """-> the findings that are to be told, their severities as wished, and those that the text silences.

    ``rows`` are those of the reference sheets that the configuration names.
    """
    wished = configuration.of_document(document.doc_id)
    selected = wished.selected()
    found = checked(document, wished.settings(), selected, wished.tolerance, rows)
    findings = tuple(_as_severe_as_wished(finding, wished.severity) for finding in found.findings)
    return ignored_inline(found._replace(findings=findings), checks().keys(), selected)


def _as_severe_as_wished(finding: Finding, severity: Mapping[str, str]) -> Finding:
    """What a check is sure of gets the severity that is set for it; what it doubts is never told as worse than that."""
    wished = severity.get(finding.check_id)
    if wished is None:
        return finding
    sure = finding.severity == checks()[finding.check_id].severity
    return finding._replace(
        severity=wished if sure else max(finding.severity, wished, key=list(SEVERITIES).index)
    )

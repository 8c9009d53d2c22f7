"""By what a finding is known again after the text around it was edited.

``fingerprint(document, finding)`` hashes the check, the sentence on the finding's line and the words found
fault with: it stays when paragraphs are added above, and goes when the sentence or the figure is rewritten.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter

from numfacts.model.document import Document
from numfacts.model.finding import Checked, Finding
from numfacts.silencing.places import place_of

# Where a sentence ends does not have to be right, as in documents/, but the same tomorrow.
_SENTENCE_END = re.compile(
    r"""
      [\r\n]
    | [.!?…] ["'”’)\]]{0,4} [^\S\r\n] (?= [^\sa-z] )     # "… for £5m.” The council"; not "at 5 p.m. on"
    """,
    re.VERBOSE,
)
_FARTHEST = 1000  # code points before and behind: a line may be a whole book
_DIGITS = 24


def fingerprint(document: Document, finding: Finding) -> str:
    """-> hexadecimal digits, the same for two equal findings in two equal sentences."""
    text, start, end = document.text, finding.start, finding.end
    first = max(0, start - _FARTHEST)
    for before in _SENTENCE_END.finditer(text, first, min(start + 1, len(text))):
        if before.end() <= start:
            first = before.end()
    last = min(len(text), end + _FARTHEST)
    behind = _SENTENCE_END.search(text, end, last)
    sentence = text[first : behind.start() if behind else last]
    parts = (finding.check_id, _normalised(sentence), _normalised(text[start:end]))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:_DIGITS]


def numbered_fingerprints(checked: Checked, seen: Counter[tuple[str, str]]) -> list[str]:
    """-> the fingerprint of each finding with a number, ``3f…:2`` for the second of two equal ones.

    ``seen`` counts those of the documents before; rows of one table share theirs, as they share a file.
    """
    path = place_of(checked.document.doc_id).path
    numbered = []
    for finding in checked.findings:
        found = fingerprint(checked.document, finding)
        seen[path, found] += 1
        numbered.append(f"{found}:{seen[path, found]}")
    return numbered


def _normalised(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))

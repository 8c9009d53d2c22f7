"""Old findings, kept in a file so that only new ones are told.

::

    {"numfacts_baseline": 1, "findings": [
    {"path": "news/fares.md", "check_id": "share", "fingerprint": "3f…", "count": 2, "message": "…"}
    ]}

A finding is old where its file, its check and its fingerprint are in there, as often as ``count`` says; the
message is for people.  A line an entry, sorted, so that two branches' baselines can be merged.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from numfacts.model.document import DocumentError
from numfacts.model.finding import Checked
from numfacts.silencing.fingerprints import fingerprint
from numfacts.silencing.places import place_of
from numfacts.silencing.silenced import Silenced

VERSION = 1
_VERSION_KEY, _LIST_KEY = "numfacts_baseline", "findings"


class Entry(NamedTuple):
    path: str
    check_id: str
    fingerprint: str


class Stale(NamedTuple):
    """An entry that a checked file has no longer, or not as often."""

    path: str
    check_id: str
    message: str
    times: int  # how many are gone


class Baseline:
    """What is left of the old findings while a run goes through its documents."""

    def __init__(self, counts: Counter[Entry], messages: dict[Entry, str]) -> None:
        self._left = Counter(counts)
        self._messages = messages
        self._checked: set[str] = set()

    def without_old(self, checked: Checked) -> Silenced:
        """-> the findings that are new; each old one is used up, so that a third of two is told."""
        told, silenced = [], []
        self._checked.add(place_of(checked.document.doc_id).path)
        for finding, entry in zip(checked.findings, _entries(checked), strict=True):
            if self._left[entry] > 0:
                self._left[entry] -= 1
                silenced.append(finding)
            else:
                told.append(finding)
        return Silenced(checked._replace(findings=tuple(told)), tuple(silenced))

    def stale(self) -> list[Stale]:
        """-> the entries that can go, once all is checked; files that were not checked keep theirs."""
        return [
            Stale(entry.path, entry.check_id, self._messages[entry], count)
            for entry, count in sorted(self._left.items())
            if count > 0 and entry.path in self._checked
        ]


def counted(documents: Iterable[Checked]) -> dict[Entry, tuple[int, str]]:
    """-> how often each finding is there, and the message of the first."""
    found: dict[Entry, tuple[int, str]] = {}
    for checked in documents:
        for finding, entry in zip(checked.findings, _entries(checked), strict=True):
            count, message = found.get(entry, (0, finding.message))
            found[entry] = count + 1, message
    return found


def baseline_text(found: dict[Entry, tuple[int, str]]) -> str:
    """-> the file that ``read_baseline`` reads."""
    rows = [
        json.dumps({**entry._asdict(), "count": count, "message": message})
        for entry, (count, message) in sorted(found.items())
    ]
    listed = ",\n".join(rows)
    return f'{{"{_VERSION_KEY}": {VERSION}, "{_LIST_KEY}": [\n{listed}\n]}}\n'


def read_baseline(path: str) -> Baseline:
    """Raises DocumentError, whose text is one line, where the file is none."""
    try:
        read = json.loads(Path(path).read_bytes())
    except OSError as error:
        raise DocumentError(path, (error.strerror or str(error)).lower()) from error
    except json.JSONDecodeError as error:
        raise DocumentError(path, f"not JSON: {error.msg}", f"line {error.lineno}") from error
    except (ValueError, RecursionError) as error:
        raise DocumentError(path, "not JSON in UTF-8") from error
    if not isinstance(read, dict) or not isinstance(read.get(_LIST_KEY), list) or _VERSION_KEY not in read:
        raise DocumentError(path, "is no baseline of numfacts: write one with --write-baseline")
    if read[_VERSION_KEY] != VERSION:
        raise DocumentError(
            path, f"is a baseline of version {read[_VERSION_KEY]!r:.40}; this one reads {VERSION}"
        )
    counts: Counter[Entry] = Counter()
    messages: dict[Entry, str] = {}
    for number, row in enumerate(read[_LIST_KEY], start=1):
        entry, count, message = _read_entry(path, number, row)
        counts[entry] += count
        messages.setdefault(entry, message)
    return Baseline(counts, messages)


def _read_entry(path: str, number: int, row: Any) -> tuple[Entry, int, str]:
    if not isinstance(row, dict):
        raise DocumentError(path, "no object", f"finding {number}")
    for name in Entry._fields:
        if not isinstance(row.get(name), str):
            raise DocumentError(path, f"{name} is missing, or no text", f"finding {number}")
    count = row.get("count", 1)
    if not isinstance(count, int) or isinstance(count, bool) or count < 1:
        raise DocumentError(path, f"the count {count!r:.40} is no number from 1 on", f"finding {number}")
    return Entry(*(row[name] for name in Entry._fields)), count, str(row.get("message", ""))


def _entries(checked: Checked) -> list[Entry]:
    path = place_of(checked.document.doc_id).path
    return [
        Entry(path, finding.check_id, fingerprint(checked.document, finding)) for finding in checked.findings
    ]

"""Findings that the writer of a story has waved through, by a comment in the story.

::

    Sales rose 20% from £40m to £50m. <!-- numfacts: ignore[percent-change] as the ministry put it -->

silences that check on that line; ``numfacts: ignore[share, conflict]`` silences two and ``numfacts: ignore`` all.
Any comment will do (``<!-- … -->``, ``# …``, ``// …``, ``% …``), and so will none: the words count.  A comment
alone on its line silences what it stands above: in Markdown the paragraph, list item or table, elsewhere the
line, empty lines between the two left out.  A finding that spans several lines is silenced from any of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from numfacts.model.document import Document
from numfacts.model.finding import Checked, Finding
from numfacts.silencing.silenced import Silenced

_IGNORE = re.compile(
    r"""
    \b numfacts: [ \t]* ignore \b
    (?: [ \t]? \[ (?P<ids> [^\[\]\r\n]*+ ) (?P<closing> \]? ) )?     # "[share, conflict]"
    """,
    re.VERBOSE | re.IGNORECASE,
)
_EVERY = ""  # in the place of a check: an ignore that names none
_LINE = re.compile(r"[^\r\n]*+ (?: \r\n | [\r\n] | \Z )", re.VERBOSE)
_ALONE = re.compile(
    r"""
    \s* (?:
        <!-- (?: (?! --> ) . )*+ (?: --> )?                       # one comment and nothing else
      | \{? /\* (?: (?! \*/ ) . )*+ \*/ \}?
      | (?: \#++ | /{2,}+ | %++ | ;++ ) \s* numfacts: .*
      | \[ [^\[\]]{1,20} \]: \s .*                                # "[//]: # (numfacts: ignore)"
      | numfacts: [ \t]* ignore (?: [ \t]? \[ [^\[\]]*+ \] )?      # a line of a longer comment
    ) \s*
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_MARKDOWN = (".md", ".markdown")
_NEW_BLOCK = re.compile(
    r"[ ]{0,3} (?: \#{1,6}\s | [-*+]\s | [0-9]{1,9}[.)]\s | ``` | ~~~ | <!-- )", re.VERBOSE
)
_PASSED_OVER = ("", "-->", "*/")  # between a comment and what it stands above


class Ignore(NamedTuple):
    """An ignore as written, and the slice of the text that it silences."""

    check_ids: tuple[str, ...]  # none: every check
    start: int
    end: int
    line: int  # where it is written, from 1
    above: bool = False  # whether it stands alone above what it silences
    complete: bool = True  # whether it says what it silences: not "ignore[share" or "ignore[]"


def ignores(document: Document) -> list[Ignore]:
    """-> the ignores of a document, in text order."""
    if "numfacts:" not in document.text.lower():
        return []
    lines = [(line.start(), line[0]) for line in _LINE.finditer(document.text)]
    markdown = document.body > 0 or document.doc_id.lower().endswith(_MARKDOWN)
    found: list[Ignore] = []
    waiting: list[Ignore] = []  # those above a block that has not come yet
    for number, (start, line) in enumerate(lines):
        written = _written(line, start, number + 1)
        if written and written[0].above:
            waiting += written
        elif waiting and line.strip() not in _PASSED_OVER:
            last, last_line = lines[_block_end(lines, number, markdown) - 1]
            found += [ignore._replace(start=start, end=last + len(last_line)) for ignore in waiting] + written
            waiting = []
        else:
            found += written
    return sorted(found + waiting, key=lambda ignore: ignore.line)


def ignored_inline(
    checked: Checked, check_ids: Collection[str], ran: Collection[str] | None = None
) -> Silenced:
    """-> the findings that no comment silences.

    ``check_ids`` are all that there are: another one in an ignore is warned of.  ``ran`` are those that were
    looked for, if not all: an ignore of one that was not is no unused one.
    """
    document = checked.document
    written = ignores(document)
    if not written:
        return Silenced(checked, ())
    told: list[Finding] = []
    silenced: list[Finding] = []
    complete = [ignore for ignore in written if ignore.complete]
    layers = [_Slices(ignore for ignore in complete if ignore.above == above) for above in (False, True)]
    for finding in checked.findings:
        by = [layer.silence(finding) for layer in layers]  # both hear of it, so that neither is called unused
        (silenced if any(by) else told).append(finding)
    looked_for = frozenset(check_ids if ran is None else ran)
    unused = [
        f"{document.doc_id}:{ignore.line}: {wording}"
        for ignore in complete
        for wording in _unused(ignore, looked_for, layers[ignore.above].used[ignore.start, ignore.end])
    ]
    warnings = [warning for ignore in written for warning in _warnings(document, ignore, check_ids)]
    return Silenced(checked._replace(findings=tuple(told)), tuple(silenced), tuple(warnings), tuple(unused))


class _Slices:
    """Slices of a text that do not overlap, the checks that are silenced in each, and those that had to be."""

    def __init__(self, ignores: Iterable[Ignore]) -> None:
        self._ids: dict[tuple[int, int], set[str]] = {}
        for ignore in ignores:
            self._ids.setdefault((ignore.start, ignore.end), set()).update(ignore.check_ids or (_EVERY,))
        self._sorted = sorted(self._ids)
        self.used: dict[tuple[int, int], set[str]] = {slice_: set() for slice_ in self._ids}

    def silence(self, finding: Finding) -> bool:
        last = max(finding.end, finding.start + 1)
        for place in range(bisect_left(self._sorted, (last, last)) - 1, -1, -1):
            slice_ = self._sorted[place]
            if slice_[1] <= finding.start:
                return False
            if not self._ids[slice_].isdisjoint((finding.check_id, _EVERY)):
                self.used[slice_].add(finding.check_id)
                return True
        return False


def _written(line: str, start: int, number: int) -> list[Ignore]:
    """-> the ignores of one line, which silence it unless they stand alone."""
    found = list(_IGNORE.finditer(line)) if "numfacts:" in line.lower() else []
    above = bool(found and _ALONE.fullmatch(line))
    ignores = []
    for one in found:
        listed = (one["ids"] or "").lower().replace(",", " ").split()
        complete = one["ids"] is None or (one["closing"] == "]" and bool(listed))
        slice_ = (0, 0) if above else (start, start + len(line))
        ignores.append(Ignore(tuple(dict.fromkeys(listed)), *slice_, number, above, complete))
    return ignores


def _block_end(lines: Sequence[tuple[int, str]], first: int, markdown: bool) -> int:
    """-> one past the last line of what begins on the line ``first``."""
    stop = first + 1
    if markdown and not lines[first][1].lstrip().startswith("#"):
        while stop < len(lines) and lines[stop][1].strip() and not _NEW_BLOCK.match(lines[stop][1]):
            if _IGNORE.search(lines[stop][1]) and _ALONE.fullmatch(lines[stop][1]):
                break
            stop += 1
    return stop


def _warnings(document: Document, ignore: Ignore, check_ids: Collection[str]) -> Iterator[str]:
    place = f"{document.doc_id}:{ignore.line}"
    if not ignore.complete:
        yield f"{place}: an ignore that names no check silences nothing; write numfacts: ignore[check-id]"
        return
    for check_id in ignore.check_ids:
        if check_id not in check_ids:
            from difflib import get_close_matches

            near = get_close_matches(check_id, list(check_ids), n=1)
            meant = f"; is {near[0]} meant?" if near else ""
            yield f"{place}: an ignore names {check_id!r}, and there is no such check{meant}"


def _unused(ignore: Ignore, looked_for: frozenset[str], used: set[str]) -> Iterator[str]:
    if not ignore.check_ids and not used:
        yield "this ignore silences nothing"
    for check_id in ignore.check_ids:
        if check_id in looked_for and check_id not in used:
            yield f"this ignore of {check_id} silences nothing"

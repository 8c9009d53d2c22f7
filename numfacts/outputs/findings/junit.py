"""Findings as JUnit XML, as Jenkins and Surefire read it: a test suite a document.

``<testsuite name="a.md" tests="1" failures="1" errors="0"><testcase classname="a.md" name="share at 3:9"><failure …``

An error is a failed test; a document without one is a test that passed.  Warnings and notes fail nothing: they
are the ``system-out`` of the test that passed, or else of the suite.  No clock is read, so there are no times.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import BinaryIO

from numfacts.model.finding import Checked, Finding, Rule
from numfacts.outputs.plain_line import plain

FORMAT = "junit"
SUFFIXES = (".xml",)
_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2


@contextmanager
def writing(stream: BinaryIO, rules: Mapping[str, Rule]) -> Iterator[Callable[[Checked], None]]:
    stream.write(b'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="numfacts">\n')

    def append(checked: Checked) -> None:
        stream.write("".join(f"{line}\n" for line in _suite(checked)).encode("utf-8"))

    yield append
    stream.write(b"</testsuites>\n")


def _suite(checked: Checked) -> Iterator[str]:
    name = _attribute(checked.document.doc_id)
    failures = [found for found in checked.findings if found.severity == "error"]
    others = [found for found in checked.findings if found.severity != "error"]
    tests = max(1, len(failures))
    yield f'<testsuite name={name} tests="{tests}" failures="{len(failures)}" errors="0" skipped="0">'
    for found in failures:
        case = _attribute(f"{found.check_id} at {found.line}:{found.column}")
        kind, message = _attribute(found.check_id), _attribute(found.message)
        yield f"<testcase classname={name} name={case}>"
        yield f"<failure type={kind} message={message}>{_text(_line(found))}</failure>"
        yield "</testcase>"
    told = "\n".join(_text(_line(found)) for found in others)
    out = f"<system-out>{told}</system-out>" if others else ""
    if failures:
        yield out
    else:
        yield f'<testcase classname={name} name="numfacts check">{out}</testcase>'
    yield "</testsuite>"


def _line(found: Finding) -> str:
    return f"{found.doc_id}:{found.line}:{found.column}: {found.severity} [{found.check_id}] {found.message}"


def _allowed(text: str) -> str:
    return plain(_FORBIDDEN.sub("", text))


def _text(text: str) -> str:
    from xml.sax.saxutils import escape  # which loads urllib

    return escape(_allowed(text))


def _attribute(text: str) -> str:
    from xml.sax.saxutils import quoteattr

    return quoteattr(_allowed(text))

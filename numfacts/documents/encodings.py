"""Bytes as text: UTF-8, UTF-16 with a byte order mark, or Windows-1252 where it is neither.

``decode(b"caf\\xe9")`` gives ``Decoded("café", "Windows-1252")``: a reading that the user must hear of.
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

FALLBACK = "Windows-1252"
BINARY = "looks like a binary file"
_CHUNK = 1 << 20


class Decoded(NamedTuple):
    text: str  # without the byte order mark, otherwise as written: line ends too
    guessed: str | None  # the encoding that was assumed; None where the bytes say it themselves


def decode(data: bytes) -> Decoded:
    """-> the text of ``data``; ValueError where it is no text."""
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return Decoded(_text(data[len(mark) :].decode(encoding, "replace")), None)
    try:
        return Decoded(_text(data.removeprefix(codecs.BOM_UTF8).decode("utf-8")), None)
    except UnicodeDecodeError:
        if b"\0" in data:
            raise ValueError(BINARY) from None
        return Decoded(data.decode("cp1252", "replace"), FALLBACK)


def sniff(path: str) -> tuple[str, str | None]:
    """-> the codec of a file too long to hold, and its name where it was assumed.

    ValueError where it is no text.  Reads the whole file once: a byte that is not UTF-8 can stand at its end.
    """
    utf8 = codecs.getincrementaldecoder("utf-8")()
    with open(path, "rb") as file:
        if file.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            return "utf-16", None
        file.seek(0)
        valid = True
        while chunk := file.read(_CHUNK):
            if b"\0" in chunk:
                raise ValueError(BINARY)
            try:
                valid = valid and utf8.decode(chunk) is not None
            except UnicodeDecodeError:
                valid = False
        try:
            utf8.decode(b"", final=True)
        except UnicodeDecodeError:
            valid = False
    return ("utf-8-sig", None) if valid else ("cp1252", FALLBACK)


def _text(decoded: str) -> str:
    if "\0" in decoded:
        raise ValueError(BINARY)
    return decoded

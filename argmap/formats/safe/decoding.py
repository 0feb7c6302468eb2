"""From the bytes of a file to its text, whatever its encoding, with what was wrong as a fault."""

from __future__ import annotations

import codecs

from argmap.model import Fault, Range
from argmap.syntax.places import Position, SourceText

__all__ = ["MOST_BYTES", "lenient", "text_of"]

MOST_BYTES = 64 * 1024 * 1024
"""The largest file of data that is read: 64 MiB, many times the largest corpus file known."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks; those of UTF-32 begin as those of UTF-16 do, and so come first."""


def text_of(data: bytes) -> tuple[str, tuple[Fault, ...]]:
    """Decode the bytes of a file; linear.

    By its byte order mark, else as UTF-8, else as UTF-16 where every second byte of the beginning
    is NUL, else as Windows-1252, which is what most old companions of corpora are in; that is a
    fault, as a guess may be wrong. Line ends stay; a byte order mark goes, and NUL is U+FFFD.
    """
    encoding, start = _by_mark(data)
    try:
        return data[start:].decode(encoding).replace("\0", "\ufffd"), ()
    except UnicodeDecodeError as error:
        wrong = error.start + start
    if start:
        text = data[start:].decode(encoding, "replace")
        message = f"the file begins as {encoding.upper()} does, and byte {wrong + 1} does not fit"
        return text.replace("\0", "\ufffd"), (_fault(message, text, text.find("\ufffd")),)
    text = data.decode("cp1252", "replace").replace("\0", "\ufffd")
    message = f"the file is not UTF-8 (byte {wrong + 1}, 0x{data[wrong]:02X}): read as Windows-1252"
    return text, (_fault(message, text, wrong),)


def lenient(data: bytes) -> str:
    """Decode the beginning of a file, which may end inside a character; for looking at only."""
    encoding, start = _by_mark(data)
    return data[start:].decode(encoding, "replace")


def _by_mark(data: bytes) -> tuple[str, int]:
    """Return the encoding that the first bytes tell, UTF-8 unless others, and the mark's length."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, len(mark)
    first = data[:64]
    if len(first) >= 4 and not any(first[1::2]) and all(first[::2]):
        return "utf-16-le", 0
    if len(first) >= 4 and not any(first[::2]) and all(first[1::2]):
        return "utf-16-be", 0
    return "utf-8", 0


def _fault(message: str, text: str, offset: int) -> Fault:
    place = SourceText(text).position(max(0, min(offset, len(text))))
    hint = "save the file as UTF-8"
    return Fault("not-utf8", Range(place, Position(place.line, place.column + 1)), message, hint)

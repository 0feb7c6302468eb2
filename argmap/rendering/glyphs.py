"""Which characters a font file has, read from its ``cmap`` table; enough of it for that question.

Source: the OpenType specification, "cmap" (formats 4 and 12) and "TrueType Collection". A file that
is none of that, or is cut short, has no characters, as far as this module knows.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

__all__ = ["characters"]

_MOST_BYTES = 80_000_000
_LAST = 0x10FFFF


@lru_cache(maxsize=64)
def characters(file: str, index: int = 0) -> tuple[range, ...]:
    """Return the code points that a font has, as ranges; ``index`` is that in a collection.

    Linear in the size of the table, of which at most 200,000 ranges are read.
    """
    path = Path(file)
    try:
        if path.stat().st_size > _MOST_BYTES:
            return ()
        return tuple(_ranges(path.read_bytes(), index))
    except (OSError, struct.error, IndexError):
        return ()


def _ranges(data: bytes, index: int) -> Iterator[range]:
    start = 0
    if data[:4] == b"ttcf":
        (start,) = struct.unpack_from(">I", data, 12 + 4 * index)
    (tables,) = struct.unpack_from(">H", data, start + 4)
    for number in range(tables):
        tag, _, offset, _ = struct.unpack_from(">4sIII", data, start + 12 + 16 * number)
        if tag == b"cmap":
            yield from _cmap(data, offset)
            return


def _cmap(data: bytes, start: int) -> Iterator[range]:
    (count,) = struct.unpack_from(">H", data, start + 2)
    best: dict[int, int] = {}
    for number in range(count):
        platform, _, offset = struct.unpack_from(">HHI", data, start + 4 + 8 * number)
        (format_,) = struct.unpack_from(">H", data, start + offset)
        if platform in (0, 3) and format_ in (4, 12):
            best[format_] = start + offset
    if 12 in best:
        yield from _format_12(data, best[12])
    elif 4 in best:
        yield from _format_4(data, best[4])


def _format_12(data: bytes, start: int) -> Iterator[range]:
    (count,) = struct.unpack_from(">I", data, start + 12)
    for number in range(min(count, 200_000)):
        first, last, glyph = struct.unpack_from(">III", data, start + 16 + 12 * number)
        if first <= last <= _LAST and (glyph or first < last):
            yield range(first, last + 1)


def _format_4(data: bytes, start: int) -> Iterator[range]:
    """Yield the segments; a hole in one that has a table of its own glyphs counts as there."""
    (twice,) = struct.unpack_from(">H", data, start + 6)
    ends = struct.unpack_from(f">{twice // 2}H", data, start + 14)
    starts = struct.unpack_from(f">{twice // 2}H", data, start + 16 + twice)
    for first, last in zip(starts, ends, strict=True):
        if first <= last and first != 0xFFFF:
            yield range(first, last + 1)

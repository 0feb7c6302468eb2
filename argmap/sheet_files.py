"""Files of one sheet each, known again by a mark in them, so that none of an old set is left over.

A second run with fewer sheets would leave those of the first beside its own, and nobody could tell
which belong together. The mark stands where no reader sees it: in a comment at the end of an SVG or
of DOT, in a text chunk of a PNG (PNG specification, 11.3.3.3). It is a digest of the file's name
and content: a file that somebody has changed, renamed, or made in another way is none of ours.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from hashlib import sha256
from pathlib import Path
from zlib import crc32

__all__ = ["is_ours", "left_over", "marked", "sheet_name"]

_MOST_BYTES = 200_000_000
_IEND = 12
"""Bytes of the last chunk of a PNG."""
_NUMBER, _CELL = re.compile(r"[1-9][0-9]{0,3}"), re.compile(r"[A-Z]{1,2}[1-9][0-9]{0,3}")


def sheet_name(output: Path, name: str) -> Path:
    """Return where one of several sheets goes: ``x-1.svg`` for ``x.svg``, or ``x-B2.svg``."""
    return output.with_name(f"{output.stem}-{name}{output.suffix}")


def marked(content: bytes, format: str, file: str) -> bytes:  # noqa: A002  (what it is called)
    """Put our mark into a sheet, an SVG, a PNG or DOT, that is to be called ``file``."""
    digest = sha256(file.encode("utf-8", "surrogateescape") + b"\0" + content).hexdigest()[:32]
    mark = _mark(digest, format)
    if format == "png":
        return content[:-_IEND] + mark + content[-_IEND:]
    return content + mark


def is_ours(content: bytes, format: str, file: str) -> bool:  # noqa: A002
    """Tell whether argmap wrote a sheet as ``file``, and nobody has changed it since."""
    size = len(_mark("0" * 32, format))
    end = len(content) - (_IEND if format == "png" else 0)
    bare = content[: max(0, end - size)] + content[end:]
    return marked(bare, format, file) == content


def _mark(digest: str, format_: str) -> bytes:
    said = f"argmap sheet {digest}".encode()
    if format_ == "png":
        chunk = b"tEXtComment\0" + said
        return (len(chunk) - 4).to_bytes(4, "big") + chunk + crc32(chunk).to_bytes(4, "big")
    return b"// %s\n" % said if format_ == "dot" else b"<!-- %s -->\n" % said


def left_over(output: Path, written: Collection[str], format_: str) -> Iterator[tuple[Path, bool]]:
    """Yield the sheets beside those just ``written`` by their names, and whether each is ours.

    Only files called as such sheets are, numbers or cells, in the folder of ``output``; no links.
    Linear in the folder, and in what is so called. Raises nothing: what cannot be read is not ours.
    """
    kind = _NUMBER if all(_NUMBER.fullmatch(name) for name in written) else _CELL
    there: list[tuple[int, str, Path]] = []
    try:
        for path in output.parent.iterdir():
            name = path.name[len(output.stem) + 1 : len(path.name) - len(output.suffix)]
            called = kind.fullmatch(name) and path.name == sheet_name(output, name).name
            if called and name not in written and path.is_file() and not path.is_symlink():
                there.append((len(name), name, path))
    except OSError:
        return
    for _, _, path in sorted(there):
        try:
            ours = path.stat().st_size <= _MOST_BYTES and is_ours(
                path.read_bytes(), format_, path.name
            )
        except OSError:
            ours = False
        yield path, ours

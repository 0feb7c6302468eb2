"""The difference between two texts, as ``git diff`` prints it and ``git apply`` reads it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

__all__ = ["unified_diff"]

_LINE = re.compile(r"[^\n]*\n|[^\n]+\Z")
_NO_NEWLINE = "\\ No newline at end of file\n"
_PLAIN_PATH = re.compile(r"[^\x00-\x1f\x7f-\uffff\U00010000-\U0010ffff\"\\]+")
_ESCAPES = {7: "a", 8: "b", 9: "t", 10: "n", 11: "v", 12: "f", 13: "r", 34: '"', 92: "\\"}


def unified_diff(path: str, old: str, new: str) -> str:
    r"""Return the way from one text of the file at ``path`` to another; "" where they are equal.

    Lines end at ``\n`` alone, as in git, so that a carriage return is a part of its line. A path
    that holds more than plain ASCII is quoted as git quotes it. ``git apply`` takes the result
    where the path is relative.
    """
    if old == new:
        return ""
    from difflib import unified_diff as lines_of_diff

    before, after = _LINE.findall(old), _LINE.findall(new)
    made = lines_of_diff(before, after, _name("a", path), _name("b", path))
    return "".join(_ended(made))


def _ended(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        if line.endswith("\n"):
            yield line
        else:
            yield f"{line}\n{_NO_NEWLINE}"


def _name(side: str, path: str) -> str:
    """Write a path as git's header does, in quotes where it holds anything but plain letters."""
    name = f"{side}/{path.lstrip('/')}"
    if _PLAIN_PATH.fullmatch(name):
        # A tab ends a name with spaces, lest what follows it be taken for a time.
        return f"{name}\t" if " " in name else name
    return '"' + "".join(map(_quoted, name.encode("utf-8", "surrogateescape"))) + '"'


def _quoted(byte: int) -> str:
    if byte in _ESCAPES:
        return f"\\{_ESCAPES[byte]}"
    return chr(byte) if 32 <= byte < 127 else f"\\{byte:03o}"

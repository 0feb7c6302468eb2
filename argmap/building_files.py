"""What the files that ``argmap build`` makes are called."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

from argmap.building_index import INDEX, Artefact
from argmap.errors import ArgmapError

__all__ = ["file_name", "refuse_clashes", "stem"]

_LONGEST_NAME = 60
_NOT_IN_NAME = re.compile(r"[^\w-]+")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)
"""What Windows takes for a device, whatever the suffix."""
_LONGEST_STEM = 80
"""Bytes of a work's id in the name of a file; two of them stand in that of a contrast."""


def stem(work: str) -> str:
    """Return what the files of a work are called: by its id, of which a long one is cut short."""
    if len(work.encode()) <= _LONGEST_STEM:
        return work
    digest = sha256(work.encode()).hexdigest()[:8]
    return f"{work.encode()[: _LONGEST_STEM - 9].decode(errors='ignore')}-{digest}"


def file_name(text: str, taken: set[str]) -> str:
    """Return a name for a file that stays the same, is safe on any system, and is not taken."""
    plain = _NOT_IN_NAME.sub("-", text)[:_LONGEST_NAME].strip("-") or "question"
    if _RESERVED.match(plain):
        plain += "-"
    name, number = plain, 1
    while name.casefold() in taken:
        number += 1
        name = f"{plain}-{number}"
    taken.add(name.casefold())
    return name


def refuse_clashes(artefacts: list[Artefact]) -> None:
    """Refuse two files of one name, on systems that ignore case, too."""
    seen: dict[str, Path] = {}
    for artefact in artefacts:
        folded = str(artefact.path).casefold()
        if folded in seen or artefact.path.name.casefold() == INDEX.casefold():
            raise ArgmapError(f"two maps would be called {artefact.path}: give one work another id")
        seen[folded] = artefact.path

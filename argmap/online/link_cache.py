"""What was found of links, remembered from run to run in a JSON file.

Only answers are kept: live links for some days, dead ones for an hour or so, so that a page that is
put back is soon seen. A file that is damaged, or of another version, is no memory, and is replaced.
Two runs at once lose nothing: each adds what it found to what is there when it ends, and a file
appears whole or not at all.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from argmap.errors import ArgmapError
from argmap.online.settings import Settings
from argmap.online.verdicts import Status, Verdict

__all__ = ["Remembered", "recall", "remember"]

_VERSION = 1
_LARGEST = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Remembered:
    """A verdict, and when it was given, in seconds since 1970."""

    verdict: Verdict
    at: float


def recall(settings: Settings) -> dict[str, Remembered]:
    """Return what is remembered and not too old; nothing where there is no file to go by."""
    if settings.cache_file is None:
        return {}
    now = settings.surroundings.now()
    return {
        link: one
        for link, one in _read(settings.cache_file).items()
        if 0 <= now - one.at < _lifetime(one.verdict, settings)
    }


def remember(found: Mapping[str, Verdict], settings: Settings) -> str | None:
    """Add verdicts to what the file holds by now; return a note where it cannot be written."""
    file, now = settings.cache_file, settings.surroundings.now()
    fresh = {
        link: Remembered(verdict, now)
        for link, verdict in found.items()
        if _lifetime(verdict, settings) > 0
    }
    if file is None or not fresh:
        return None
    links = {**recall(settings), **fresh}
    document = {
        "argmap_links": _VERSION,
        "links": {link: _entry(links[link]) for link in sorted(links)},
    }
    try:
        from argmap.writing import write_file

        write_file(file, (json.dumps(document, ensure_ascii=True, indent=1) + "\n").encode())
    except ArgmapError as error:
        why = str(error).partition(";")[0]
        return f"what was found of links is not remembered: {why}"
    return None


def _lifetime(verdict: Verdict, settings: Settings) -> float:
    """Return for how many seconds a verdict holds."""
    live = settings.cache_days * 86400
    if verdict.status is Status.OK:
        return live
    return min(live, settings.dead_hours * 3600) if verdict.status is Status.DEAD else 0


def _entry(one: Remembered) -> dict[str, Any]:
    verdict = one.verdict
    entry = {"status": verdict.status.value, "at": int(one.at), "url": verdict.url}
    if verdict.reason:
        entry["reason"] = verdict.reason
    if verdict.part:
        entry["part"] = verdict.part
    if verdict.moved:
        entry["moved"] = True
    return entry


def _read(file: Path) -> dict[str, Remembered]:
    try:
        if file.stat().st_size > _LARGEST:
            return {}
        document = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(document, dict) or document.get("argmap_links") != _VERSION:
        return {}
    links = document.get("links")
    if not isinstance(links, dict):
        return {}
    read = ((link, _remembered(entry)) for link, entry in links.items())
    return {link: one for link, one in read if one is not None}


def _remembered(entry: Any) -> Remembered | None:
    """Read one entry, or None where it has not the form."""
    if not isinstance(entry, dict):
        return None
    texts = [entry.get(key, "") for key in ("reason", "url", "part")]
    at, moved = entry.get("at"), entry.get("moved", False)
    if not all(isinstance(text, str) for text in texts) or type(at) is not int:
        return None
    try:
        status = Status(str(entry.get("status")))
    except ValueError:
        return None
    return Remembered(Verdict(status, texts[0], texts[1], moved is True, texts[2]), at)

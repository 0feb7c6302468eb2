"""Where reports go: ``--output FORMAT:PATH``, as often as one likes, beside what is printed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from argmap.errors import ArgmapError
from argmap.report.cells import visible
from argmap.report.dispatch import Format

__all__ = ["Output", "parse_output"]

_TOLD_BY = {
    ".sarif.json": Format.SARIF,
    ".sarif": Format.SARIF,
    ".jsonl": Format.JSON_LINES,
    ".ndjson": Format.JSON_LINES,
    ".xml": Format.JUNIT,
}
_LIKELY = {
    ".json": Format.JSON,
    ".md": Format.MARKDOWN,  # never guessed: the file may well be an essay
    ".markdown": Format.MARKDOWN,
    ".txt": Format.FULL,
    ".log": Format.CONCISE,
}
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")


class Output(NamedTuple):
    """One report: its format, and its file, or None for standard output."""

    format: Format
    path: Path | None


def parse_output(text: str) -> Output:
    r"""Read ``FORMAT:PATH``; ``-`` as the path is standard output.

    The format may be left out where the suffix leaves no doubt: ``.sarif``, ``.jsonl``, ``.xml``.
    A path may hold colons (``sarif:C:\x.sarif``). Raises :class:`ArgmapError` for a format that
    does not exist, naming the nearest, and where the format or the path is missing.
    """
    name, colon, path = text.partition(":")
    if not colon or _DRIVE.match(text):
        return Output(_told_by_suffix(text), Path(text))
    try:
        format_ = Format(name.strip().lower())
    except ValueError:
        raise ArgmapError(f"there is no format {visible(name)!r}; {_way_out(name)}") from None
    if not path:
        raise ArgmapError(f"{visible(text)} names no file: write {format_}:PATH, or {format_}:-")
    return Output(format_, None if path == "-" else Path(path))


def _told_by_suffix(path: str) -> Format:
    lower = path.lower()
    found = next((f for suffix, f in _TOLD_BY.items() if lower.endswith(suffix)), None)
    if found is not None and Path(path).name.lower() not in _TOLD_BY:
        return found
    if lower in tuple(Format):
        raise ArgmapError(f"{lower} names no file: write {lower}:PATH, or {lower}:-")
    likely = _LIKELY.get(Path(lower).suffix, Format.SARIF)
    shown = visible(path) or "FILE"
    raise ArgmapError(
        f"which format is {shown} to have? Write FORMAT:PATH, such as {likely}:{shown}"
    )


def _way_out(name: str) -> str:
    from argmap.nearest import nearest

    near = nearest(name, tuple(Format))
    if near is not None:
        return f"did you mean {near}?"
    return f"the formats are {', '.join(Format)}"

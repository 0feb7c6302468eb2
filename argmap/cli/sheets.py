"""Several sheets of one picture: what is said of them, and how they are written."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.cli.drawing import note_if_smaller, pdf_of
from argmap.cli.telling import note, write_result
from argmap.rendering.paper import LEAST_TEXT
from argmap.sheet_files import left_over, marked, sheet_name
from argmap.writing import refuse_unwritable

if TYPE_CHECKING:
    from argmap.rendering.numbered import Leaf
    from argmap.rendering.tiles import Tiling

__all__ = [
    "LARGER",
    "Destination",
    "said_of_fallback",
    "said_of_sheets",
    "write_leaves",
    "write_tiling",
]

LARGER = "take larger paper"
_NAMED = 5
"""Files that are named one by one."""


@dataclass(frozen=True, slots=True)
class Destination:
    """Where sheets go and as what: ``output``, a ``format``, and of a PNG ``dpi`` and ``width``.

    ``title`` and ``lang`` are those of a PDF, which may go to standard output.
    """

    output: Path
    format: str
    title: str
    lang: str
    dpi: float | None = None
    width: int | None = None


def write_leaves(leaves: Sequence[Leaf], to: Destination, notes: Sequence[str]) -> None:
    """Write numbered sheets: a PDF of all, or a file for each; then say what is to be said."""
    if to.format == "pdf":
        from argmap.rendering.pdf_links import references

        content = pdf_of(
            [leaf.content for leaf in leaves],
            to.title,
            to.lang,
            names=[f"{number}. {leaf.name}" for number, leaf in enumerate(leaves, 1)],
            jumps=[references(leaf.content, leaf.others) for leaf in leaves],
        )
        _write_pdf(content, to, notes)
        return
    _write_sheets({str(n): leaf.content for n, leaf in enumerate(leaves, 1)}, to, notes)


def write_tiling(made: Tiling, to: Destination) -> None:
    """Write the sheets of a poster in the same way; a PNG is drawn of each first."""
    sheets = {tile.name: tile.content for tile in made.tiles}
    count = f"{len(sheets)} sheets" if len(sheets) > 1 else "one sheet"
    said = (
        f"{count} of {made.setting.words}, {made.columns} across and {made.rows} down, with "
        f"statements in {made.setting.text:.1f}-point type"
    )
    if to.format == "pdf":
        content = pdf_of(
            list(sheets.values()),
            to.title,
            to.lang,
            names=list(sheets),
            jumps=[tile.jumps for tile in made.tiles],
        )
        _write_pdf(content, to, [said])
        return
    if to.format == "png":
        from argmap.rendering.png import of_finished

        sheets = {
            name: of_finished(content, dpi=to.dpi, width=to.width)
            for name, content in sheets.items()
        }
    _write_sheets(sheets, to, [said])
    if to.format == "png":
        note_if_smaller(next(iter(sheets.values())), to.dpi, to.width)


def _write_pdf(content: bytes, to: Destination, notes: Sequence[str]) -> None:
    write_result(content, to.output)
    for each in notes:
        note(each)


def _write_sheets(sheets: Mapping[str, bytes], to: Destination, notes: Sequence[str]) -> None:
    for name in sheets:  # none is written where one cannot be
        refuse_unwritable(sheet_name(to.output, name), named=True)
    for name, content in sheets.items():
        path = sheet_name(to.output, name)
        write_result(marked(content, to.format, path.name), path)
    for each in notes:
        note(each)
    names = [sheet_name(to.output, name) for name in sheets]
    many = f" to {names[-1].name}, {len(names)} files" if len(names) > 1 else ""
    note(f"wrote {names[0]}{many}")
    _clear(to, sheets.keys())


def _clear(to: Destination, written: Collection[str]) -> None:
    """Remove the sheets of an earlier, larger set, and name what looks like one and is not."""
    removed: list[str] = []
    kept: list[str] = []
    for path, ours in left_over(to.output, written, to.format):
        try:
            if ours:
                path.unlink()
        except OSError:
            ours = False
        (removed if ours else kept).append(path.name)
    if removed:
        many = len(removed) > 1
        note(f"removed {_named(removed)}, {'sheets' if many else 'a sheet'} of an earlier run")
    if kept:
        which = "are called as sheets of this set and are not as argmap wrote them"
        if len(kept) == 1:
            which = "is called as a sheet of this set and is not as argmap wrote it"
        note(f"left {_named(kept)}, which {which}: remove what you do not need")


def _named(names: Sequence[str]) -> str:
    if len(names) <= _NAMED:
        return ", ".join(names)
    return f"{', '.join(names[:_NAMED])} and {len(names) - _NAMED} more"


def said_of_sheets(leaves: Sequence[Leaf], asked: float | None) -> str:
    """Say in one line in what sizes of type some sheets are printed, and which are too small.

    ``asked`` is the size in points that was asked for, if any was.
    """
    # What is printed with one decimal is judged so.
    sizes = [round(leaf.setting.text, 1) for leaf in leaves]
    least, most = f"{min(sizes):.1f}", f"{max(sizes):.1f}"
    count = f"{len(sizes)} sheets" if len(sizes) > 1 else "one sheet"
    between = most if least == most else f"{least}- to {most}"
    said = f"{count}, with statements in {between}-point type"
    divided = sum(leaf.parts > 1 and leaf.part == 1 for leaf in leaves)
    if divided:
        verb = "is" if divided == 1 else "are"
        said += f"; {divided} {verb} divided among several, to be read"
    wanted = asked or LEAST_TEXT
    small = [number for number, size in enumerate(sizes, 1) if size < LEAST_TEXT]
    smaller = [number for number, size in enumerate(sizes, 1) if LEAST_TEXT <= size < wanted]
    faults = []
    if small:
        faults.append(f"too small to read{_which(small, sizes)}")
    if smaller:
        faults.append(f"smaller than {wanted:g} points{_which(smaller, sizes)}")
    if not faults:
        return said
    from argmap.rendering.paper import setting

    largest = setting((1.0, 1.0), leaves[0].setting.paper).text
    cure = f"{largest:g} is the most" if min(sizes) >= round(largest, 1) else LARGER
    return f"{said}; {', '.join(faults)}: {cure}"


def _which(numbers: Sequence[int], of: Sequence[float]) -> str:
    """Name some of several sheets, at most ten; all of them go without saying."""
    if len(numbers) == len(of):
        return ""
    shown = ", ".join(map(str, numbers[:10])) + (" …" if len(numbers) > 10 else "")
    return f" on sheet{'s' if len(numbers) > 1 else ''} {shown}"


def said_of_fallback(leaves: Sequence[Leaf], seconds: float) -> list[str]:
    """Say which sheets are drawn with straight lines as their layout was given up; or nothing."""
    slow = [number for number, leaf in enumerate(leaves, 1) if leaf.straight]
    if not slow:
        return []
    which = _which(slow, ()).removeprefix(" on ")
    if len(slow) == 1:
        which += f" ({leaves[slow[0] - 1].name})"
    whose = "their" if len(slow) > 1 else "its"
    said = (
        f"the layout of {which} took longer than {seconds:g} s: {whose} lines are drawn straight "
        "instead; --timeout allows more"
    )
    return [said]

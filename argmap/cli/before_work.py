"""What cannot work, said before the work: where it is to go, and what it takes to write it.

A layout may take a minute. That there is no typst for a PDF, or that nobody may write to a folder,
is known before it, and before anything is read. Whatever is looked at here stays as it is.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.errors import ArgmapError

if TYPE_CHECKING:
    from argmap.model import Statement

__all__ = ["FIRST_SHEET", "refuse_output", "refuse_places", "refuse_text"]

FIRST_SHEET = {"question": "1", "claim": "1", "tiles": "A1"}
"""What the first of several sheets is called, by what ``--pages`` makes."""

_BINARY = ("png", "pdf")


def refuse_output(
    output: Path | None, chosen: str, *, first: str = "", through_svg: bool = False
) -> None:
    """Refuse a format that cannot be written here, and a place that cannot be written to.

    ``first`` names the first sheet where several files are to be written; a PDF is one file.
    ``through_svg`` says that a PNG is to be drawn of an SVG. Raises :class:`ArgmapError`.
    """
    if chosen == "pdf":
        from argmap.rendering.pdf import require_typst

        require_typst()
    elif chosen == "png" and through_svg:
        from argmap.rendering.png import require_resvg

        require_resvg()
    sheets = bool(first) and chosen != "pdf"
    from argmap.writing import is_stream, refuse_unwritable

    if sheets and (output is None or str(output) == "-" or is_stream(output)):
        raise ArgmapError(
            "--pages makes several files: name them, as in -o sheets.svg, or write a PDF"
        )
    if output is None or str(output) == "-":
        if chosen in _BINARY and sys.stdout.isatty():
            raise ArgmapError("this format is not text: name a file with -o")
        return
    from argmap.sheet_files import sheet_name

    refuse_unwritable(sheet_name(output, first) if sheets else output, named=True)


def refuse_text(statements: Iterable[Statement], chosen: str) -> None:
    """Refuse a PNG or PDF of statements in a script that cannot be drawn here; linear in the text.

    Only where nearly all is in such a script: what few letters do is seen when all is drawn.
    """
    if chosen not in _BINARY:
        return
    from argmap.rendering import pdf, png

    refuse = png.refuse_script if chosen == "png" else pdf.refuse_script
    refuse(" ".join(statement.text for statement in statements))


def refuse_places(paths: Iterable[Path]) -> None:
    """Refuse to make files of which one could not be written; each is looked at once."""
    from argmap.writing import refuse_unwritable

    for path in paths:
        refuse_unwritable(path)

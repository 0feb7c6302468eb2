"""What the commands that draw share: themes, paper, PDF, and what they say of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from argmap.cli.telling import note
from argmap.errors import ArgmapError

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.rendering.paper import Paper, Setting
    from argmap.rendering.pdf_links import Jump
    from argmap.rendering.themes import Theme
    from argmap.rendering.weighed import Weighed

F = TypeVar("F", bound=Callable[..., Any])

ON_PAPER = ("svg", "png", "pdf")
"""What is set on paper."""


def chosen_theme(name: str) -> Theme:
    """Return the theme of a name or file, and warn where it would be hard to read."""
    from argmap.rendering.legible import LEAST, faint
    from argmap.rendering.theme_file import find_theme

    theme = find_theme(name)
    found = faint(theme)
    for each in found[:3]:
        front, back = (part.replace("_", "-") for part in (each.front, each.back))
        note(
            f"theme {theme.name}: {front} on {back} has a contrast of {each.ratio:.1f} to 1, hard "
            f"to read; make it {LEAST:g} or more"
        )
    if len(found) > 3:
        note(f"theme {theme.name}: {len(found) - 3} more pairs of colours are hard to read")
    return theme


def weighed_for(graph: ArgumentGraph, shown: Sequence[str]) -> Weighed:
    """Weigh a graph for its map: ``shown`` names ``standing``, ``strength`` or both."""
    from argmap.rendering.weighed import Weighed

    standings: dict[str, str] = {}
    strengths: dict[str, float] = {}
    semantics = ""
    if "standing" in shown:
        from argmap.weigh.standing import weigh

        found = weigh(graph).standings
        standings = {key: str(found[key]) for key in graph.statements if key in found}
    if "strength" in shown:
        from argmap.weigh.strength import strengths as strengths_of

        reckoned = strengths_of(graph)
        semantics = reckoned.semantics
        strengths = {k: reckoned.values[k] for k in graph.statements if k in reckoned.values}
        unsettled = [key for key in reckoned.unsettled if key in graph.statements]
        if unsettled:
            note(
                f"{len(unsettled)} strengths in circles did not settle; argmap weigh names some, "
                "with -f json all"
            )
    return Weighed(standings, strengths, semantics)


def pdf_of(
    pages: Sequence[bytes],
    title: str,
    lang: str = "",
    *,
    names: Sequence[str] = (),
    jumps: Sequence[Sequence[Jump]] = (),
) -> bytes:
    """Make a PDF of finished SVGs, and note what its reader must be told."""
    from argmap.rendering.pdf import to_pdf

    made = to_pdf(pages, title=title, lang=lang, names=names, jumps=jumps)
    for warning in made.warnings:
        note(warning)
    return made.content


def said_of_type(setting: Setting, cure: str) -> str:
    """Say how large the text is on paper and, where that is too small, what would help."""
    from argmap.rendering.paper import LEAST_TEXT

    said = f"on {setting.words} the statements are printed in {setting.text:.1f}-point type"
    if setting.text >= LEAST_TEXT:
        return said
    return f"{said}, too small to read; {cure}"


@contextmanager
def noting(chosen: str) -> Iterator[None]:
    """Note, once this block is done, what letters of a PNG were spelled; each line once."""
    if chosen != "png":
        yield
        return
    import warnings

    from argmap.rendering.png import PngWarning

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", PngWarning)
        yield
    for each in caught:
        if not issubclass(each.category, PngWarning):
            warnings.warn_explicit(each.message, each.category, each.filename, each.lineno)
    for said in dict.fromkeys(str(e.message) for e in caught if issubclass(e.category, PngWarning)):
        note(said)


def note_if_smaller(content: bytes, dpi: float | None, width: int | None) -> None:
    """Say so where a PNG has fewer pixels than were asked for, as there is a most of them."""
    from argmap.rendering.png import MOST_PIXELS, pixels

    wide, high = pixels(content)
    if wide * high < 0.95 * MOST_PIXELS:
        return
    if width is not None and wide < width - 1:
        note(f"the PNG is {wide} pixels wide, not {width}: a picture has 50 million at most")
    elif dpi is not None:
        note(f"the PNG has {wide} by {high} pixels, fewer to the inch than {dpi:g}: a picture has "
             "50 million at most")  # fmt: skip


def picture(
    draw: Callable[[str], bytes],
    chosen: str,
    paper: Paper | None,
    title: str,
    lang: str = "",
    *,
    divided: str = "",
    dpi: float | None = None,
    width: int | None = None,
) -> bytes:
    """Draw by ``draw``, which is given a format, and set it on paper, in a PDF or both.

    ``divided`` says what to add for several sheets, where one is too small to be read; ``dpi`` and
    ``width`` are for a PNG on paper.
    """
    if paper is None:
        return draw(chosen) if chosen != "pdf" else pdf_of([draw("svg")], title, lang)
    from argmap.rendering.paper import large_enough
    from argmap.rendering.sheet import on_paper
    from argmap.rendering.svg import size

    svg = draw("svg")
    drawn = on_paper(svg, paper)
    enough = large_enough(size(svg))
    ways = [divided] if divided else []
    ways += [f"take --paper {enough}"] if enough else []
    note(said_of_type(drawn.setting, ", or ".join([*ways, "write a page (-o FILE.html)"])))
    if chosen == "png":
        from argmap.rendering.png import of_finished

        return of_finished(drawn.content, dpi=dpi, width=width)
    return drawn.content if chosen == "svg" else pdf_of([drawn.content], title, lang)


def refuse_pixels(chosen: str, dpi: float | None, width: int | None) -> None:
    """Refuse --dpi and --width where no PNG is to be written, and both at once."""
    import click

    refuse_on_words(chosen, ("png",), dpi=dpi, width=width)
    if dpi is not None and width is not None:
        raise click.UsageError("--dpi and --width both say how large a PNG is: use one.")


def refuse_on_words(chosen: str, pictures: Sequence[str], **given: object) -> None:
    """Refuse options that are for pictures, where something else is to be written.

    Raises :class:`ArgmapError` with the name of the first option that is given.
    """
    if chosen in pictures:
        return
    for name, value in given.items():
        if value is not None and value != () and value is not False:
            raise ArgmapError(
                f"--{name.replace('_', '-')} is for pictures ({', '.join(pictures)}), not for "
                f"{chosen}: leave one out"
            )

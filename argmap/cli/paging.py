"""Pages as the command line makes them: a picture, what was found, and the texts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.cli.reading import texts_of

if TYPE_CHECKING:
    from argmap.compare.contrast import Contrast
    from argmap.compare.editions import Editions
    from argmap.graph import ArgumentGraph
    from argmap.model import Finding
    from argmap.project import Project
    from argmap.rendering.engine import Engine
    from argmap.rendering.page import Standing
    from argmap.rendering.record import Record
    from argmap.views.view import View

__all__ = ["contrast_html", "drawn", "editions_html", "found", "map_page", "standings"]


def found(
    paths: Sequence[str], config_file: Path | None = None, graph: ArgumentGraph | None = None
) -> list[Finding]:
    """Check the essays at ``paths``, as ``argmap check`` does; standard input only in ``graph``."""
    from argmap.cli.checking import Checking
    from argmap.cli.reading import configured
    from argmap.config import RuleChoice
    from argmap.rules.run import check
    from argmap.rules.selection import select
    from argmap.sources import STDIN

    if STDIN in paths:
        selection = select(configured(config_file), RuleChoice())
        return list(check(graph, selection)) if graph is not None else []
    checking = Checking.begin(paths, "stdin.md", config_file, RuleChoice())
    return list(checking.result().findings)


def drawn(draw: Callable[[], bytes]) -> tuple[bytes, Record]:
    """Draw a picture, and return it with the record of what goes with what in it."""
    from argmap.rendering.record import recording

    with recording() as record:
        return draw(), record


def map_page(
    shown: ArgumentGraph | View,
    project: Project,
    findings: Sequence[Finding],
    draw: Callable[[], bytes],
    *,
    weigh: bool = False,
    live: str = "",
) -> bytes:
    """Return the page of a map; ``draw`` gives its picture as SVG, ``live`` names its version.

    ``weigh`` has it say of each statement how it stands, and why.
    """
    from argmap.rendering.dot import map_title
    from argmap.rendering.page import Page, page
    from argmap.views.view import View

    svg, record = drawn(draw)
    graph, whole = (shown.graph, shown.of) if isinstance(shown, View) else (shown, shown)
    essays = [essay for essay in graph.essays if essay.statements]
    authors = dict.fromkeys(essay.author for essay in essays if essay.author)
    lang = essays[0].lang if essays else "en"
    return page(
        Page(
            graph,
            map_title(shown),
            svg,
            texts_of(graph, project),
            lang=lang,
            about=", ".join(authors),
            findings=findings,
            standings=standings(whole, lang) if weigh else {},
            record=record,
            live=live,
        )
    )


def standings(graph: ArgumentGraph, lang: str = "en") -> dict[str, Standing]:
    """Weigh a graph, and return how its statements stand, by their keys, and why, in a language."""
    from argmap.rendering.page import Standing
    from argmap.weigh.standing import weigh
    from argmap.weigh.strength import strengths
    from argmap.words import speaking

    weighing = weigh(graph)
    values = strengths(graph).values
    found = {}
    for key in graph.statements:
        if key in weighing.standings:
            label = weighing.standings[key].value
            with speaking(lang):
                why = weighing.reason(key).removeprefix(f"{label}: ")
            found[key] = Standing(label, why, values.get(key))
    return found


def contrast_html(
    project: Project,
    graph: ArgumentGraph,
    contrast: Contrast,
    findings: Sequence[Finding],
    engine: Engine = "bundled",
    live: str = "",
    *,
    timeout: float = 120.0,
    show: tuple[str, ...] = (),
    weigh: bool = False,
) -> bytes:
    """Return the page of a contrast; its picture speaks the language of the page, the left side's.

    ``live`` names the version of a page that is served; ``show`` what its picture shows of
    a weighing, and ``weigh`` has it say of each statement how it stands, and why.
    """
    from argmap.cli.compared_drawing import weighed_contrast
    from argmap.compare.contrast_cases import with_one_edition_each
    from argmap.rendering.contrast import render_contrast
    from argmap.rendering.page import page
    from argmap.rendering.page.between import contrast_page

    lang = contrast.left.lang
    weighed = weighed_contrast(graph, contrast, show)
    svg, record = drawn(
        lambda: render_contrast(
            graph, contrast, lang=lang, weighed=weighed, engine=engine, timeout=timeout
        )
    )
    texts = texts_of(graph, project)
    made = contrast_page(graph, contrast, svg, texts, record, findings, live)
    found = standings(with_one_edition_each(graph, contrast)) if weigh else {}
    return page(replace(made, standings=found))


def editions_html(
    project: Project,
    graph: ArgumentGraph,
    editions: Editions,
    closely: Collection[str],
    findings: Sequence[Finding],
    engine: Engine = "bundled",
    live: str = "",
    *,
    timeout: float = 120.0,
    show: tuple[str, ...] = (),
    weigh: bool = False,
) -> bytes:
    """Return the page of a work's editions; ``closely`` as for drawing them.

    ``live``, ``show`` and ``weigh`` are as for a contrast; each edition is weighed by itself.
    """
    from argmap.cli.compared_drawing import editions_alone, weighed_editions
    from argmap.rendering.editions import render_editions
    from argmap.rendering.page import page
    from argmap.rendering.page.between import editions_page

    weighed = weighed_editions(graph, editions, show)
    svg, record = drawn(
        lambda: render_editions(
            graph, editions, closely=closely, weighed=weighed, engine=engine, timeout=timeout
        )
    )
    texts = texts_of(graph, project)
    made = editions_page(graph, editions, svg, texts, record, findings, live)
    alone = editions_alone(graph, editions) if weigh else ()
    found = {key: each for graph in alone for key, each in standings(graph).items()}
    return page(replace(made, standings=found))

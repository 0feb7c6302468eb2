"""The map of a work's editions: the base, each difference written on its statement.

Drawn are the statements that differ, what those bear on, step by step up to a main claim, and what
stands there unanswered or unsupported. What another edition adds is drawn beside it. Names, which
belong to no one statement, are left to the words. Seen closely, a few statements are drawn with
their words in every edition, beside what attacks them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from argmap.compare.editions import Difference, Drift, Editions, Loss, Rank, What
from argmap.graph import ArgumentGraph
from argmap.model import Link, LinkType
from argmap.rendering import draw_dot, theme
from argmap.rendering.dot import set_defaults
from argmap.rendering.editions_words import sentences
from argmap.rendering.labels import statement_label
from argmap.rendering.legend import heading, occurring
from argmap.rendering.looks import box_line, stroke_line
from argmap.rendering.safe_text import for_label, one_line
from argmap.rendering.themes import now
from argmap.rendering.weighed import NOTHING_WEIGHED, Weighed
from argmap.rendering.wrapping import wrap
from argmap.words import say, speaking

if TYPE_CHECKING:
    from argmap.rendering.engine import Engine

__all__ = ["editions_dot", "render_editions"]

_TABLE_END = "</TABLE>>"
_WIDTH = 1700.0
_LINES = 6
_LOSSES = {
    Loss.UNANSWERED: "nothing answers this in {}",
    Loss.UNOPPOSED: "nothing speaks against this in {}",
    Loss.UNSUPPORTED: "nothing supports this in {}",
}

_Notes = Mapping[str, Sequence[tuple[Rank, str]]]


def render_editions(
    graph: ArgumentGraph,
    editions: Editions,
    format: str = "svg",  # noqa: A002  (what everyone calls it)
    *,
    closely: Collection[str] = (),
    weighed: Weighed = NOTHING_WEIGHED,
    engine: Engine = "bundled",
    timeout: float = 120.0,
    dpi: float | None = None,
    width: int | None = None,
) -> bytes:
    """Draw the editions as SVG, PNG or DOT; raises as :func:`argmap.rendering.render` does.

    ``closely`` holds keys of statements to draw with their words in every edition; ``weighed`` is
    how statements come out, to be shown on their boxes. Fixed words are in the language of the
    base.
    """
    dot = editions_dot(graph, editions, closely, weighed)
    with speaking(editions.base.lang):
        title = _title(editions)
    return draw_dot(dot, format, title=title, engine=engine, timeout=timeout, dpi=dpi, width=width)


def editions_dot(
    graph: ArgumentGraph,
    editions: Editions,
    closely: Collection[str] = (),
    weighed: Weighed = NOTHING_WEIGHED,
) -> str:
    """Return the map of the editions as DOT. Deterministic, and linear in the editions."""
    with speaking(editions.base.lang):
        return _dot(graph, editions, closely, weighed)


def _dot(
    graph: ArgumentGraph, editions: Editions, closely: Collection[str], weighed: Weighed
) -> str:
    from graphviz import Digraph  # type: ignore[import-untyped]

    notes = _notes(graph, editions)
    spoken = {key: _spoken(graph, editions, key) for key in closely}
    links = _links(graph, editions)
    shown = closely or notes
    drawn = graph.in_reading_order(_with_what_they_bear_on(graph, shown, links))
    names = {key: f"s{number}" for number, key in enumerate(drawn)}
    dot = Digraph("editions")
    set_defaults(dot)
    langs = ", ".join(drift.edition.lang for drift in editions.drifts)
    about = say(
        "{}, and what is otherwise in {}" if drawn else "{}, and nothing is otherwise in {}",
        editions.base.lang,
        langs,
    )
    lines = [each for each in links if each[1] in names and each[2] in names]
    explained = occurring([graph.statements[key] for key in drawn], [line[0] for line in lines])
    shown_weighed = weighed.only(names)
    label = heading(_title(editions), about, explained, _WIDTH, shown_weighed)
    dot.attr("graph", label=label)
    for key in reversed(drawn):
        statement = graph.statements[key]
        markup = statement_label(statement, weighed=weighed).markup.removesuffix(_TABLE_END)
        said = (*notes.get(key, ()), *spoken.get(key, ()))
        rows = "".join(_note_row(rank, words) for rank, words in said)
        label = f"{markup}{rows}{_TABLE_END}"
        dot.body.append(box_line(names[key], statement, label, weighed=weighed))
    for link, source, target in lines:
        dot.body.append(stroke_line(names[source], names[target], link))
    return str(dot.source)


def _title(editions: Editions) -> str:
    return say("The editions of {}", editions.base.title or editions.work)


def _notes(graph: ArgumentGraph, editions: Editions) -> _Notes:
    """Write on each statement what is otherwise elsewhere, and how it then stands there."""
    notes: dict[str, dict[tuple[Rank, str], None]] = defaultdict(dict)
    for drift in editions.drifts:
        sides = {essay.lang: essay.key for essay in (editions.base, drift.edition)}
        for difference in drift.differences:
            key = _place(editions, drift, difference)
            if key is None:
                continue
            said = _said(graph, editions, drift, difference)
            notes[key][difference.rank, "; ".join(said)] = None
            for effect in difference.effects:
                # What stands so in one edition is drawn where the base has it.
                for home in (editions.base.key, sides[effect.lang]):
                    if f"{home}:{effect.id}" in graph.statements:
                        words = say(_LOSSES[effect.loss], effect.lang)
                        notes[f"{home}:{effect.id}"][difference.rank, words] = None
                        break
    return {key: tuple(each) for key, each in notes.items()}


def _spoken(graph: ArgumentGraph, editions: Editions, key: str) -> list[tuple[Rank, str]]:
    """Give a statement's words in each other edition, or say that it is not there."""
    home = graph.essay_of(key).key
    id_ = key.rpartition(":")[2]
    said = []
    for drift in editions.drifts:
        there = graph.statements.get(f"{drift.edition.key}:{id_}")
        if there is None:
            said.append((Rank.MAIN, say("not in {}", drift.edition.lang)))
        elif drift.edition.key != home:
            said.append((Rank.WORDING, f"{drift.edition.lang}: {there.text}"))
    return said


def _place(editions: Editions, drift: Drift, difference: Difference) -> str | None:
    if difference.what is What.NAME:
        return None
    if difference.what is What.END and difference.after is not None:
        return f"{editions.base.key}:{difference.after}"
    return difference.base or difference.edition


def _said(
    graph: ArgumentGraph, editions: Editions, drift: Drift, difference: Difference
) -> list[str]:
    """Say what differs; what it leaves behind is written where it is left."""
    said = sentences(graph, editions, drift, difference)[: len(difference.changes)]
    if difference.what is What.STATEMENT:
        lang = drift.edition.lang
        return [say("not in {}" if difference.base else "only in {}", lang)]
    return said


def _links(graph: ArgumentGraph, editions: Editions) -> list[tuple[Link, str, str]]:
    """Pair the ends of supports and attacks, a link's end being the statement it leads to.

    They are the base's own, and those of what another edition adds, led to what the base has.
    """
    base = editions.base.key
    homes = {base, *(drift.edition.key for drift in editions.drifts)}
    found: list[tuple[Link, str, str]] = []
    for link in graph.links.values():
        home = graph.essay_of(link.key).key
        if link.type.symmetric or home not in homes:
            continue
        for target in _ends(graph, link):
            found += [
                (link, source, _in_base(graph, base, target))
                for source in link.sources
                if home == base or _in_base(graph, base, source) == source
            ]
    return found


def _in_base(graph: ArgumentGraph, base: str, key: str) -> str:
    """Return the base's own statement by an id, or the key where it has none."""
    own = f"{base}:{key.rpartition(':')[2]}"
    return own if own in graph.statements else key


def _ends(graph: ArgumentGraph, link: Link) -> Iterator[str]:
    seen: set[str] = set()
    key = link.target
    while key in graph.links and key not in seen:
        seen.add(key)
        key = graph.links[key].target
    if key in graph.statements:
        yield key


def _with_what_they_bear_on(
    graph: ArgumentGraph, starts: Iterable[str], links: Sequence[tuple[Link, str, str]]
) -> set[str]:
    """Add to what is to be shown the first thing each bears on, and so on."""
    above: dict[str, str] = {}
    for link, source, target in links:
        if link.type in (LinkType.SUPPORTS, LinkType.ATTACKS):
            above.setdefault(source, target)
    found: set[str] = set()
    for start in starts:
        key: str | None = start
        while key is not None and key in graph.statements and key not in found:
            found.add(key)
            key = above.get(key)
    return found


def _note_row(rank: Rank, words: str) -> str:
    fill = now().grave_fill if rank <= Rank.FACTOR else now().note_fill
    lines = wrap(one_line(words), theme.TEXT_WIDTH, theme.SMALL_SIZE + 1, max_lines=_LINES)
    body = "<BR/>".join(map(for_label, lines))
    return (
        f'<TR><TD COLSPAN="2" ALIGN="LEFT" BALIGN="LEFT" BGCOLOR="{fill}">'
        f'<FONT POINT-SIZE="{theme.SMALL_SIZE + 1:g}" COLOR="{now().ink}">{body}</FONT></TD></TR>'
    )

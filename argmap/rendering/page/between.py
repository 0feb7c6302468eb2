"""Pages of two columns: a contrast's questions, or the differences of editions, between texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from argmap.compare.contrast import Contrast
from argmap.compare.editions import Difference, Editions
from argmap.graph import ArgumentGraph
from argmap.model import Finding, Link
from argmap.rendering.contrast_words import MEETINGS, VERBS
from argmap.rendering.editions_words import TITLES, sentences
from argmap.rendering.page.parts import Between, Item, Page
from argmap.rendering.record import Record
from argmap.rendering.safe_text import for_id

__all__ = ["contrast_page", "editions_page"]


_SHORT = 60


def contrast_page(
    graph: ArgumentGraph,
    contrast: Contrast,
    svg: bytes,
    texts: Mapping[str, str],
    record: Record | None = None,
    findings: Sequence[Finding] = (),
) -> Page:
    """Return the page of a contrast: both texts, and between them how they meet on each question.

    ``svg`` is the contrast's picture and ``record`` that of its drawing, ``texts`` the sources of
    both essays by their keys.
    """
    items = []
    ids: dict[str, str] = {}
    for row in contrast.rows:
        notes = [_meeting(graph, link) for link in row.links]
        met = [end for link in row.links for end in (*link.sources, link.target)]
        keys = dict.fromkeys((*row.left_heads, *row.right_heads, *met))
        items.append(Item(row.text, MEETINGS[row.meeting], tuple(notes), tuple(keys)))
        # A statement that speaks to several questions is drawn with each.
        ids |= {f"{row.id}-{for_id(key)}": key for key in (*row.left, *row.right)}
    left, right = contrast.left, contrast.right
    return Page(
        _of_contrast(graph, contrast),
        f"{left.title or left.id} / {right.title or right.id}",
        svg,
        {key: texts[key] for key in (left.key, right.key) if key in texts},
        lang=left.lang,
        about=" / ".join(each.author for each in (left, right) if each.author),
        findings=findings,
        between=Between(tuple(items), (left.key,), (right.key,)),
        svg_ids=ids,
        record=record,
    )


def editions_page(
    graph: ArgumentGraph,
    editions: Editions,
    svg: bytes,
    texts: Mapping[str, str],
    record: Record | None = None,
    findings: Sequence[Finding] = (),
) -> Page:
    """Return the page of a work's editions: the base, each other, and what differs between them.

    ``svg``, ``texts`` and ``record`` are as for :func:`contrast_page`.
    """
    items = []
    for drift in editions.drifts:
        for difference in drift.differences:
            keys = _keys(graph, editions, drift.edition.key, difference)
            same = [key for key in keys if _name(key) == difference.id]
            items.append(
                Item(
                    graph.statements[same[0]].text if same else difference.id,
                    f"{TITLES[difference.rank]} · {drift.edition.lang} · {difference.id}",
                    tuple(sentences(graph, editions, drift, difference)),
                    keys,
                    drift.edition.key,
                )
            )
    others = tuple(drift.edition.key for drift in editions.drifts)
    base = editions.base
    own = [essay for essay in graph.essays if essay.id == editions.work]
    return Page(
        ArgumentGraph.build(own, default_lang=graph.names.default_lang),
        base.title or editions.work,
        svg,
        {key: texts[key] for key in (base.key, *others) if key in texts},
        lang=base.lang,
        about=", ".join((base.lang, *(drift.edition.lang for drift in editions.drifts))),
        findings=findings,
        between=Between(tuple(items), (base.key,), others),
        record=record,
    )


def _of_contrast(graph: ArgumentGraph, contrast: Contrast) -> ArgumentGraph:
    """Keep the two essays, and those that ask their questions or link them."""
    kept = {contrast.left.key, contrast.right.key}
    kept |= {graph.essay_of(link.key).key for row in contrast.rows for link in row.links}
    asked = {row.id for row in contrast.rows}
    for key in graph.questions():
        if key in graph.statements and _name(key) in asked:
            kept.add(graph.essay_of(key).key)
    sides = (contrast.left, contrast.right)
    others = {essay.key for side in sides for essay in graph.essays if essay.id == side.id}
    kept -= others - {side.key for side in sides}  # their other editions ask the same questions
    essays = [essay for essay in graph.essays if essay.key in kept]
    return ArgumentGraph.build(essays, default_lang=graph.names.default_lang)


def _keys(
    graph: ArgumentGraph, editions: Editions, edition: str, difference: Difference
) -> tuple[str, ...]:
    ids = (difference.id, *difference.ids, *(effect.id for effect in difference.effects))
    keys = (f"{home}:{id_}" for id_ in ids for home in (editions.base.key, edition))
    return tuple(dict.fromkeys(key for key in keys if key in graph.statements))


def _meeting(graph: ArgumentGraph, link: Link) -> str:
    """Say in a line how statements of the two meet, and why."""
    sources = ", ".join(_quoted(graph, source) for source in link.sources)
    said = f"{sources} {VERBS[link.type]} {_quoted(graph, link.target)}"
    return f"{link.reason} ({said})" if link.reason else said


def _quoted(graph: ArgumentGraph, key: str) -> str:
    statement = graph.statements.get(key)
    text = statement.text if statement is not None else _name(key)
    return f"“{text if len(text) <= _SHORT else text[: _SHORT - 1].rstrip() + '…'}”"


def _name(key: str) -> str:
    return key.rpartition(":")[2]

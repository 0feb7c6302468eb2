"""Pages of two columns: a contrast's questions, or the differences of editions, between texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from argmap.compare.contrast import Contrast
from argmap.compare.editions import Difference, Editions
from argmap.graph import ArgumentGraph
from argmap.model import Finding, Link
from argmap.rendering.contrast_words import MEETINGS, VERBS
from argmap.rendering.editions_words import TITLES, sentences
from argmap.rendering.page.parts import Between, Item, Page
from argmap.rendering.record import Record
from argmap.rendering.safe_text import for_id
from argmap.words import say, speaking

__all__ = ["contrast_page", "editions_page"]


_SHORT = 60


def contrast_page(
    graph: ArgumentGraph,
    contrast: Contrast,
    svg: bytes,
    texts: Mapping[str, str],
    record: Record | None = None,
    findings: Sequence[Finding] = (),
    live: str = "",
) -> Page:
    """Return the page of a contrast: both texts, and between them how they meet on each question.

    ``svg`` is the contrast's picture and ``record`` that of its drawing, ``texts`` the sources of
    both essays by their keys; ``live`` names the version of a page that is served. What the page
    says of itself is in the language of the left essay.
    """
    with speaking(contrast.left.lang):
        items, ids = _questions(graph, contrast)
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
        frames={f"frame{number}": number for number in range(len(contrast.rows))},
        record=record,
        live=live,
    )


def _questions(graph: ArgumentGraph, contrast: Contrast) -> tuple[list[Item], dict[str, str]]:
    """Return the questions as items, and the ids of what is drawn with each."""
    items = []
    ids: dict[str, str] = {}
    asked = [key for key in graph.questions() if key in graph.statements]
    langs = {graph.statements[key].text: graph.essay_of(key).lang for key in asked}
    for row in contrast.rows:
        notes = [_meeting(graph, link) for link in row.links]
        met = [end for link in row.links for end in (*link.sources, link.target)]
        keys = dict.fromkeys((*row.left_heads, *row.right_heads, *met))
        items.append(
            Item(
                row.text,
                say(MEETINGS[row.meeting]),
                tuple(notes),
                tuple(keys),
                name=row.id,
                lang=langs.get(row.text, ""),
            )
        )
        # What belongs to several questions is drawn with each.
        drawn = (*row.left, *row.right, *(link.key for link in row.links))
        ids |= {for_id(f"{row.id}-{key}"): key for key in drawn}
    return items, ids


def editions_page(
    graph: ArgumentGraph,
    editions: Editions,
    svg: bytes,
    texts: Mapping[str, str],
    record: Record | None = None,
    findings: Sequence[Finding] = (),
    live: str = "",
) -> Page:
    """Return the page of a work's editions: the base, each other, and what differs between them.

    ``svg``, ``texts``, ``record`` and ``live`` are as for :func:`contrast_page`. What the page says
    of itself is in the language of the base.
    """
    with speaking(editions.base.lang):
        items = list(_differences(graph, editions))
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
        live=live,
    )


def _differences(graph: ArgumentGraph, editions: Editions) -> Iterator[Item]:
    for drift in editions.drifts:
        lang = drift.edition.lang
        for difference in drift.differences:
            keys = _keys(graph, editions, drift.edition.key, difference)
            same = next((key for key in keys if _name(key) == difference.id), None)
            yield Item(
                graph.statements[same].text if same else difference.id,
                f"{say(TITLES[difference.rank])} · {lang} · {difference.id}",
                tuple(sentences(graph, editions, drift, difference)),
                keys,
                drift.edition.key,
                name=f"{lang}:{difference.id}",
                lang=graph.essay_of(same).lang if same else "",
            )


def _of_contrast(graph: ArgumentGraph, contrast: Contrast) -> ArgumentGraph:
    """Keep the two essays, and those that ask their questions or link them.

    A link between other editions of the two is kept as it holds of these.
    """
    kept = {contrast.left.key, contrast.right.key}
    across = [link for row in contrast.rows for link in row.links]
    across += contrast.elsewhere
    kept |= {graph.essay_of(link.key).key for link in across}
    asked = {row.id for row in contrast.rows}
    for key in graph.questions():
        if key in graph.statements and _name(key) in asked:
            kept.add(graph.essay_of(key).key)
    sides = (contrast.left, contrast.right)
    others = {essay.key for side in sides for essay in graph.essays if essay.id == side.id}
    others -= {side.key for side in sides}
    # Their other editions ask the same questions; only links may be stated there.
    essays = [
        replace(essay, statements=(), links=(), sections=()) if essay.key in others else essay
        for essay in graph.essays
        if essay.key in kept
    ]
    default = graph.names.default_lang
    own = ArgumentGraph.build(essays, default_lang=default).links
    links = {**own, **{link.key: link for link in across}}
    return ArgumentGraph.of_links(essays, links.values(), default_lang=default)


def _keys(
    graph: ArgumentGraph, editions: Editions, edition: str, difference: Difference
) -> tuple[str, ...]:
    ids = (difference.id, *difference.ids, *(effect.id for effect in difference.effects))
    keys = (f"{home}:{id_}" for id_ in ids for home in (editions.base.key, edition))
    return tuple(dict.fromkeys(key for key in keys if key in graph.statements))


def _meeting(graph: ArgumentGraph, link: Link) -> str:
    """Say in a line how statements of the two meet, and why."""
    sources = ", ".join(_quoted(graph, source) for source in link.sources)
    said = say(f"{{}} {VERBS[link.type]} {{}}", sources, _quoted(graph, link.target))
    return f"{link.reason} ({said})" if link.reason else said


def _quoted(graph: ArgumentGraph, key: str) -> str:
    statement = graph.statements.get(key)
    text = statement.text if statement is not None else _name(key)
    return f"“{text if len(text) <= _SHORT else text[: _SHORT - 1].rstrip() + '…'}”"


def _name(key: str) -> str:
    return key.rpartition(":")[2]

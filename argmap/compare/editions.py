"""The editions of a work, side by side: what a translation lost, added or turned.

Statements are told by their ids, which the editions of a work share; what has no id has no
counterpart. One cause is one difference: what stands unanswered because a rebuttal is gone is
said with the rebuttal, a link to what is not there is none of its own, and where an edition ends
early that is said once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from argmap.compare.editions_figures import as_whole, figure_changes
from argmap.compare.editions_links import Side, left_behind, link_changes, side_of
from argmap.compare.editions_names import name_differences
from argmap.compare.editions_parts import (
    Change,
    Difference,
    Drift,
    Editions,
    Effect,
    Loss,
    Rank,
    What,
)
from argmap.compare.editions_prices import price_changes
from argmap.compare.editions_standing import sense_change, standing_changes
from argmap.errors import ArgmapError
from argmap.figures import Figure, find_figures
from argmap.graph import ArgumentGraph
from argmap.model import Essay, Flag, Kind, Link, Statement

__all__ = [
    "Change",
    "Difference",
    "Drift",
    "Editions",
    "Effect",
    "Loss",
    "Rank",
    "What",
    "compare_editions",
    "works_with_editions",
]

_SHORTEST_END = 5
"""Statements that are missing at the end before an edition is said to end early."""


def works_with_editions(graph: ArgumentGraph) -> tuple[str, ...]:
    """Return the works that are there in at least two languages, by name."""
    return tuple(sorted(work for work, known in graph.names.works.items() if len(known) > 1))


def compare_editions(
    graph: ArgumentGraph,
    work: str,
    base: str | None = None,
    *,
    names: Mapping[str, tuple[str, ...]] | None = None,
    prose: Mapping[str, str] | None = None,
) -> Editions:
    """Compare the editions of ``work``, each with the one in the language ``base``.

    Without ``base`` it is the one in the default language, else the one with most statements.
    ``names`` says how names are written, as the configuration does. ``prose`` is what an edition
    says beside its statements, by its key: a figure or name that stands there is not lost.

    Raises :class:`ArgmapError` for a work or language that is not there, and for a work in one
    edition. Linear in statements, links and words.
    """
    editions = graph.names.works.get(work)
    if not editions:
        raise ArgmapError(f"there is no work {work!r}; {_near(work, graph.names.works)}")
    if len(editions) < 2:
        raise ArgmapError(f"{work} is there in {min(editions)} alone: name a second edition")
    if base is not None and base not in editions:
        raise ArgmapError(f"{work} is there in {', '.join(sorted(editions))}, not in {base}")
    first = editions[base] if base is not None else _base(graph, editions)
    links: dict[str, list[Link]] = defaultdict(list)
    for link in graph.links.values():
        links[graph.essay_of(link.key).key].append(link)
    sides = {lang: side_of(graph, essay, links[essay.key]) for lang, essay in editions.items()}
    prose = prose or {}
    drifts = [
        _drift(sides[first.lang], sides[lang], names or {}, prose)
        for lang in sorted(editions)
        if lang != first.lang
    ]
    return Editions(work, first, tuple(drifts))


def _base(graph: ArgumentGraph, editions: Mapping[str, Essay]) -> Essay:
    default = editions.get(graph.names.default_lang)
    return default or min(editions.values(), key=lambda each: (-len(each.statements), each.lang))


def _near(work: str, works: Iterable[str]) -> str:
    from argmap.nearest import nearest

    known = sorted(works)
    near = nearest(work, known)
    return f"did you mean {near}?" if near else f"loaded are {', '.join(known) or 'none'}"


def _drift(
    base: Side, edition: Side, names: Mapping[str, tuple[str, ...]], prose: Mapping[str, str]
) -> Drift:
    effects: dict[str, list[Effect]] = defaultdict(list)
    for cause, effect in chain(left_behind(base, edition), left_behind(edition, base)):
        effects[cause].append(effect)
    shared = [id_ for id_ in base.statements if id_ in edition.statements]
    found = [
        *_in_one_only(base, edition, effects, in_base=True),
        *_in_one_only(edition, base, effects, in_base=False),
        *_in_both(shared, base, edition, effects, prose),
        *name_differences(base, edition, names, prose),
    ]
    merged = dict.fromkeys((*base.statements, *edition.statements))
    order = {id_: number for number, id_ in enumerate(merged)}

    theses = {
        s.key for side in (base, edition) for s in side.statements.values() if s.has(Flag.THESIS)
    }

    def gravity(difference: Difference) -> tuple[int, bool, bool, bool, int, str]:
        place = order.get(difference.id, len(order))
        ends = difference.what is What.END
        main = not theses.isdisjoint((difference.base, difference.edition))
        main = main and difference.what is not What.NAME
        return difference.rank, not ends, not main, not difference.effects, place, difference.id

    return Drift(edition.essay, len(shared), tuple(sorted(found, key=gravity)))


def _in_one_only(
    side: Side, other: Side, effects: Mapping[str, list[Effect]], *, in_base: bool
) -> Iterator[Difference]:
    """Yield what one edition has and the other does not, its end as one."""
    missing = [id_ for id_ in side.statements if id_ not in other.statements]
    end = _missing_end(side, other)
    ending = set(end)
    if end:
        before = list(side.statements)[: -len(end)]
        yield _only(
            What.END,
            [side.statements[id_] for id_ in end],
            tuple(effect for id_ in end for effect in effects.get(id_, ())),
            in_base=in_base,
            after=before[-1] if before else None,
        )
    for id_ in missing:
        if id_ not in ending:
            left = tuple(effects.get(id_, ()))
            yield _only(What.STATEMENT, [side.statements[id_]], left, in_base=in_base)


def _missing_end(side: Side, other: Side) -> list[str]:
    """Return the statements after the last one that both have, where they are many."""
    end: list[str] = []
    for id_ in reversed(side.statements):
        if id_ in other.statements:
            break
        end.append(id_)
    return end[::-1] if len(end) >= _SHORTEST_END else []


def _only(
    what: What,
    statements: list[Statement],
    effects: tuple[Effect, ...],
    *,
    in_base: bool,
    after: str | None = None,
) -> Difference:
    key = statements[0].key
    said = statements[0].text if len(statements) == 1 else f"{len(statements)} statements"
    change = Change(_weight(statements, effects), what, *(said, "") if in_base else ("", said))
    return Difference(
        statements[0].name,
        key if in_base else None,
        None if in_base else key,
        (change,),
        effects,
        tuple(statement.name for statement in statements) if what is What.END else (),
        after,
    )


def _weight(statements: list[Statement], effects: tuple[Effect, ...]) -> Rank:
    if any(s.has(Flag.THESIS) or s.kind is Kind.REBUTTAL for s in statements):
        return Rank.MAIN
    if any(effect.loss is not Loss.UNSUPPORTED for effect in effects):
        return Rank.ANSWER
    return Rank.SUPPORT


def _in_both(
    shared: list[str],
    base: Side,
    edition: Side,
    effects: Mapping[str, list[Effect]],
    prose: Mapping[str, str],
) -> Iterator[Difference]:
    everywhere = (_figures(base, prose), _figures(edition, prose))
    for id_ in shared:
        ours, theirs = base.statements[id_], edition.statements[id_]
        said = (ours.text, base.essay.lang)
        says = (theirs.text, edition.essay.lang)
        changes = [
            *sense_change(ours, theirs),
            *standing_changes(ours, theirs),
            *link_changes(id_, base, edition),
            *figure_changes(said, says, everywhere),
            *price_changes(said, says),
        ]
        if changes:
            changes.sort(key=lambda change: change.rank)
            left = tuple(effects.get(id_, ()))
            yield Difference(id_, ours.key, theirs.key, tuple(changes), left)


def _figures(side: Side, prose: Mapping[str, str]) -> tuple[Figure, ...]:
    """Find the figures of a whole edition: its statements, their sources, and its prose."""
    texts = [f"{s.text}\n{s.source or ''}" for s in side.statements.values()]
    text = "\n".join((*texts, prose.get(side.essay.key, "")))
    return as_whole(find_figures(text, side.essay.lang))

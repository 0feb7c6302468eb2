"""Counts over essays: statements, links, questions, sources, and the paragraphs they cover."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from argmap.graph import ArgumentGraph
from argmap.model import Essay, Flag, Kind, Link, Subtype


@dataclass(frozen=True, slots=True)
class Counts:
    """What there is in one essay, or in all.

    Each mapping goes from a name to a number above 0: kinds, flags and link types in the order of
    the model, sections and questions in the order of the text, sources by number and then name.
    ``covered`` of the ``paragraphs`` have a statement in them. ``evidenced`` counts the author's own
    claims and premises that rest on evidence or on stated assumptions, ``unbacked`` the others.
    """

    name: str
    statements: int
    kinds: Mapping[str, int]
    flags: Mapping[str, int]
    links: Mapping[str, int]
    attacks: Mapping[str, int]
    sections: Mapping[str, int]
    questions: Mapping[str, int]
    sources: Mapping[str, int]
    reported: int
    evidenced: int
    unbacked: int
    paragraphs: int
    covered: int

    @property
    def coverage(self) -> float:
        """The share of paragraphs with a statement in them, 0 to 1; 0 where there are none."""
        return self.covered / self.paragraphs if self.paragraphs else 0.0


@dataclass(frozen=True, slots=True)
class Statistics:
    """Counts by essay, in the order of their paths, and over all of them."""

    essays: tuple[Counts, ...]
    total: Counts


def statistics(graph: ArgumentGraph, paths: Iterable[str] | None = None) -> Statistics:
    """Count what the essays at ``paths`` hold, or all of them; linear in the graph."""
    wanted = None if paths is None else set(paths)
    essays = [essay for essay in graph.essays if wanted is None or essay.path in wanted]
    links: dict[str, list[Link]] = {essay.path: [] for essay in graph.essays}
    for link in graph.links.values():
        links.setdefault(link.path, []).append(link)
    each = tuple(_count(graph, essay.key, [essay], links[essay.path]) for essay in essays)
    every = [link for essay in essays for link in links[essay.path]]
    return Statistics(each, _count(graph, "all", essays, every))


def _count(graph: ArgumentGraph, name: str, essays: list[Essay], links: list[Link]) -> Counts:
    statements = [statement for essay in essays for statement in essay.statements]
    own = [s for s in statements if s.kind in (Kind.CLAIM, Kind.PREMISE) and not s.reported]
    evidenced = sum(graph.is_evidenced(statement.key) for statement in own)
    paragraphs = [paragraph for essay in essays for paragraph in essay.paragraphs]
    return Counts(
        name=name,
        statements=len(statements),
        kinds=_ordered((str(s.kind) for s in statements), Kind),
        flags=_ordered((str(f) for s in statements for f in s.flags), Flag),
        links=dict(Counter(str(link.type) for link in links)),
        attacks=_ordered((str(link.subtype) for link in links if link.subtype), Subtype),
        sections=dict(Counter(s.section[-1] for s in statements if s.section)),
        questions=dict(Counter(reference.id for s in statements for reference in s.on)),
        sources=_by_number(s.source for s in statements if s.source),
        reported=sum(statement.reported for statement in statements),
        evidenced=evidenced,
        unbacked=len(own) - evidenced,
        paragraphs=len(paragraphs),
        covered=sum(paragraph.covered for paragraph in paragraphs),
    )


def _ordered(names: Iterable[str], order: Iterable[str]) -> dict[str, int]:
    counted = Counter(names)
    return {str(name): counted[str(name)] for name in order if counted[str(name)]}


def _by_number(names: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(names).items(), key=lambda item: (-item[1], item[0])))

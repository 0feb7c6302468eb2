"""The graph: one or many essays, their references resolved, and all that can be asked of them.

Nodes are statements and links, known by their keys. Support and attack lead from the sources of a
link to the link, and from the link to its target, which may be another link. Building takes one
pass over plain dictionaries; networkx is loaded only for :attr:`ArgumentGraph.digraph` and for
listing circles where there are some.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from argmap.graph import circles as _circles
from argmap.graph import queries as _queries
from argmap.graph import questions as _questions
from argmap.graph.circles import Circle, Circles
from argmap.graph.names import Cause, Names, Unresolved
from argmap.graph.queries import DeadEnd
from argmap.graph.questions import Question
from argmap.graph.resolve import resolve_links, resolve_mentions, subtype
from argmap.model import Essay, Link, LinkType, Reference, Statement

if TYPE_CHECKING:
    import networkx as nx

__all__ = [
    "ArgumentGraph",
    "Cause",
    "Circle",
    "Circles",
    "DeadEnd",
    "Question",
    "Unresolved",
    "subtype",
]


class ArgumentGraph:
    """Statements and links of one or many essays. Make one with :meth:`build`.

    A graph never changes. Essays stand in the order of their paths, whatever order they were
    given in; *reading order* is that of the essays, and within each that of the text. Methods
    that take a key raise :class:`KeyError` for one that is neither a statement's nor a link's.
    """

    def __init__(
        self,
        names: Names,
        links: Mapping[str, Link],
        problems: Iterable[Unresolved] = (),
        originals: Mapping[str, str] | None = None,
    ) -> None:
        mentioned, labels = resolve_mentions(names)
        self.names = names
        self.essays: tuple[Essay, ...] = names.essays
        """One for each edition, in the order of their paths."""
        self.duplicate_editions: tuple[Essay, ...] = names.duplicate_editions
        """Essays left out, as another file, earlier by its path, is the same edition."""
        self.originals: Mapping[str, str] = MappingProxyType(dict(originals or {}))
        """The text that an essay is a digest of, by the essay's key, where that is at hand."""
        self.statements: Mapping[str, Statement] = MappingProxyType(names.statements)
        """All statements by key, in reading order."""
        self.links: Mapping[str, Link] = MappingProxyType(dict(links))
        """All links by key, in the order in which they are stated."""
        self.problems: tuple[Unresolved, ...] = _by_place((*problems, *mentioned))
        """References that could not be resolved, by path and place."""
        self.labels: tuple[Unresolved, ...] = _by_place(labels)
        """What stands in ``on`` and is no question, while there are questions: perhaps slips.

        Each has the cause ``plain-label`` and the nearest question's id. Empty when no question
        is loaded.
        """
        incoming: dict[str, list[Link]] = {}
        outgoing: dict[str, list[Link]] = {}
        self.incoming: Mapping[str, Sequence[Link]] = incoming
        """The links to each key that has any, for walks over the whole graph."""
        self.outgoing: Mapping[str, Sequence[Link]] = outgoing
        """The links from each key that has any, in the same way."""
        for link in self.links.values():
            sources, target = link.sources, link.target
            both_ways = link.type.symmetric
            incoming.setdefault(target, []).append(link)
            for source in sources:
                outgoing.setdefault(source, []).append(link)
                if both_ways:
                    incoming.setdefault(source, []).append(link)
            if both_ways:
                outgoing.setdefault(target, []).append(link)

    @classmethod
    def build(
        cls,
        essays: Iterable[Essay],
        *,
        default_lang: str = "en",
        originals: Mapping[str, str] | None = None,
    ) -> ArgumentGraph:
        """Resolve all references of some essays; linear in what they hold.

        ``default_lang`` is the language in which ``work:id`` is looked for after that of the
        essay itself. The result does not depend on the order of the essays. Statement keys are
        taken to be distinct in each essay; a key that comes again gets ``~2``, ``~3``… added.
        """
        names = Names(essays, default_lang)
        links, problems = resolve_links(names)
        return cls(names, links, problems, originals)

    @classmethod
    def of_links(
        cls, essays: Iterable[Essay], links: Iterable[Link], *, default_lang: str = "en"
    ) -> ArgumentGraph:
        """Join essays and links that are already resolved, as an interchange file holds them.

        The essays' own stated links are read for the names they give and no more. Sources and
        targets must exist, and keys be distinct and begin with the key of an essay.
        """
        names = Names(essays, default_lang)
        by_key = {link.key: link for link in links}
        for key in by_key:
            names.home[key] = names.essay_of_link(key)
        return cls(names, by_key)

    def __contains__(self, key: object) -> bool:
        return key in self.statements or key in self.links

    # --- looking up ---------------------------------------------------------------------------

    @cached_property
    def order(self) -> Mapping[str, int]:
        """Every key's place in reading order: statements from 0 on, then links as stated."""
        return {key: number for number, key in enumerate((*self.statements, *self.links))}

    def in_reading_order(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Sort keys by :attr:`order`; O(k log k)."""
        return tuple(sorted(keys, key=self.order.__getitem__))

    def essay_of(self, key: str) -> Essay:
        """Return the essay that a statement stands in, or that states a link; O(1)."""
        home = self.names.home.get(key)
        if home is None:
            raise KeyError(key)
        return home

    def resolve(self, essay: Essay, reference: Reference) -> str | None:
        """Return the key that a reference made in ``essay`` means, or None; O(1)."""
        key = self.names.find(essay, reference)
        return key if key in self else None

    def links_to(self, key: str, *types: LinkType) -> tuple[Link, ...]:
        """Return the links whose target is ``key``, of the types given or of all; O(links there).

        A symmetric link says the same from both of its ends: it appears among the links to, and
        among the links from, each of its sources and its target.
        """
        return self._adjacent(self.incoming, key, types)

    def links_from(self, key: str, *types: LinkType) -> tuple[Link, ...]:
        """Return the links that ``key`` is a source of, with symmetric ones as in :meth:`links_to`.

        A link is never a source, so none leave from it; its target is in :attr:`Link.target`.
        """
        return self._adjacent(self.outgoing, key, types)

    def _adjacent(
        self, adjacency: Mapping[str, Sequence[Link]], key: str, types: tuple[LinkType, ...]
    ) -> tuple[Link, ...]:
        links = adjacency.get(key)
        if links is None:
            if key not in self:
                raise KeyError(key)
            return ()
        return tuple([link for link in links if link.type in types]) if types else tuple(links)

    # --- support and attack -------------------------------------------------------------------

    def grounds(self, key: str, *, direct: bool = False) -> tuple[str, ...]:
        """Return all statements that support ``key``, through any number of steps.

        That is, the sources of its supports, what supports them, and what supports the links on
        the way. Of a link, they are the statements that support the step itself; its premises
        are in :attr:`Link.sources`. ``direct`` keeps to the sources of its own supports. In
        reading order, without ``key`` itself; O(what is found, and its links).
        """
        return _queries.grounds(self, key, direct=direct)

    def attackers(self, key: str) -> tuple[str, ...]:
        """Return the statements that attack ``key`` itself, in reading order; O(its links)."""
        links = self.links_to(key, LinkType.ATTACKS)
        return self.in_reading_order({source for link in links for source in link.sources})

    def consequences(self, key: str) -> tuple[str, ...]:
        """Return all statements that ``key`` helps to support: the inverse of :meth:`grounds`.

        In reading order, without ``key`` itself; O(what is found, and its links).
        """
        if key not in self:
            raise KeyError(key)
        return _queries.consequences(self, key)

    def is_evidenced(self, key: str) -> bool:
        """Tell whether ``key`` rests on evidence or on stated assumptions.

        A statement does when it is one of these itself, or when a support of it does; a link does
        when all of its sources do. What is supported only in a circle does not. The first call is
        linear in the graph, and later ones are O(1).
        """
        if key not in self:
            raise KeyError(key)
        return key in self._evidenced

    @cached_property
    def _evidenced(self) -> frozenset[str]:
        return _queries.evidenced(self)

    def broken_chain(self, key: str) -> tuple[str, ...] | None:
        """Return the shortest chain of support from ``key`` down to a dead end.

        A tuple of statement keys, ``key`` first (of a link, one of its sources); None when no
        chain is broken, or when ``key`` is accepted as it is. An evidenced statement has one too
        where a second support of it hangs in the air. What is supported only in a circle has
        none. The first call is linear in the graph, later ones in the length of the chain.
        """
        if key not in self:
            raise KeyError(key)
        return _queries.broken_chain(self, self._below, key)

    @cached_property
    def _below(self) -> dict[str, str | None]:
        return _queries.chains_to_dead_ends(self)

    @cached_property
    def _dead_ends(self) -> tuple[DeadEnd, ...]:
        return _queries.dead_ends(self, self._below)

    def dead_ends(self) -> tuple[DeadEnd, ...]:
        """Return the ends of support chains that are neither evidence nor assumed; linear.

        In reading order. A statement that supports nothing and is supported by nothing is one as
        well, with no dependents; a question is only when it is used as a support.
        """
        return self._dead_ends

    # --- order and circles --------------------------------------------------------------------

    @cached_property
    def _sorted(self) -> tuple[tuple[str, ...], frozenset[str]]:
        return _queries.topological(self)

    def topological(self) -> tuple[str, ...]:
        """Return statements, supports and attacks so that each follows all that bears on it.

        Symmetric links are left out. Where there are circles, each of them stands together, after
        what leads to it and before what follows from it. Linear.
        """
        ordered, rest = self._sorted
        return ordered + _circles.order_of_rest(self, rest) if rest else ordered

    @cached_property
    def _found_circles(self) -> Circles:
        _, rest = self._sorted
        return _circles.circles(self, rest) if rest else Circles()

    def circles(self) -> Circles:
        """Return the circles of support and attack, within and across works, each once.

        Smallest first, equals in reading order; at most 1,000, with ``truncated`` set when there
        are more. Linear where there are none; see :mod:`argmap.graph.circles`.
        """
        return self._found_circles

    # --- questions ----------------------------------------------------------------------------

    @cached_property
    def _questions(self) -> Mapping[str, Question]:
        return MappingProxyType(_questions.questions(self))

    def questions(self) -> Mapping[str, Question]:
        """Return all questions by key or label, in the order in which they come up; linear."""
        return self._questions

    def question_key(self, essay: Essay, reference: Reference) -> str:
        """Return the key, in :meth:`questions`, of what a reference in ``on`` means; O(1)."""
        return _questions.question_key(self, essay, reference)

    # --- in a notebook ------------------------------------------------------------------------

    def __repr__(self) -> str:
        held = ", ".join([essay.key for essay in self.essays[:3]] + ["…"] * (len(self.essays) > 3))
        sizes = {"statement": len(self.statements), "link": len(self.links)}
        counts = ", ".join(f"{n} {what}{'s' * (n != 1)}" for what, n in sizes.items())
        return f"<ArgumentGraph of {held or 'no essay'}: {counts}>"

    def _repr_svg_(self) -> str | None:
        """Return the map for Jupyter; see :func:`argmap.rendering.notebook.picture`."""
        # Rendering is a room below this one. Jupyter asks the object itself, and whoever has only
        # loaded a graph has not imported any room in which it could have been registered.
        from argmap.rendering.notebook import picture

        return picture(self)

    # --- networkx -----------------------------------------------------------------------------

    @cached_property
    def digraph(self) -> nx.DiGraph[str]:
        """The graph in networkx, its shape as :func:`argmap.graph.network.to_digraph` tells.

        Built when first asked for and then kept; take a copy before changing it.
        """
        from argmap.graph.network import to_digraph

        return to_digraph(self)


def _by_place(problems: Iterable[Unresolved]) -> tuple[Unresolved, ...]:
    return tuple(
        sorted(problems, key=lambda u: (u.path, u.reference.range, u.role, u.cause, u.essay))
    )

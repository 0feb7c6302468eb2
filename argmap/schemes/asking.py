"""Which critical questions the arguments of a graph face, who raises them and who answers them.

A statement with ``scheme`` makes an argument of that scheme by its link. Linked premises that name
the same scheme make one argument, known by the first of them. ``answers=s.q`` speaks to the
question ``q`` of the argument of ``s`` (a statement, or a link by its name):

- a question (``.question``) *raises* it, and so does what attacks or contradicts a premise of the
  argument, its step or what the step supports;
- any other statement *answers* it, that of the argument itself included;
- what attacks or contradicts an objection that raises it, in the work of the argument, answers it
  as well, and so does what ``answers`` a question that raises it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from argmap.model import Kind, LinkType
from argmap.schemes import SCHEMES, CriticalQuestion, Scheme

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.model import Link, Statement

__all__ = ["Asked", "Faced", "SchemeUse", "SchemeUses", "faced"]

_STEPS = (LinkType.SUPPORTS, LinkType.ATTACKS)
_OPPOSING = (LinkType.ATTACKS, LinkType.CONTRADICTS)


@dataclass(frozen=True, slots=True)
class SchemeUse:
    """An argument of some scheme: the keys of the statements that name it, and the scheme."""

    keys: tuple[str, ...]
    scheme: Scheme

    @property
    def key(self) -> str:
        """The first of the statements, by which the argument is known."""
        return self.keys[0]


@dataclass(frozen=True, slots=True)
class Asked:
    """A critical question of an argument, with the keys of what raises and what answers it."""

    use: SchemeUse
    question: CriticalQuestion
    raised: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()

    @property
    def open(self) -> bool:
        """Whether nothing answers it."""
        return not self.answers


class SchemeUses:
    """All arguments of a graph that name a scheme there is; made in time linear in the graph."""

    def __init__(self, graph: ArgumentGraph) -> None:
        self.graph = graph
        self.uses: tuple[SchemeUse, ...] = tuple(self._uses())
        self._by_key = {key: use for use in self.uses for key in use.keys}
        self._of_links: dict[str, tuple[SchemeUse, ...]] = {}

    def of(self, key: str) -> tuple[SchemeUse, ...]:
        """Return the arguments that a key means: that of a statement, or those of a link."""
        link = self.graph.links.get(key)
        if link is None:
            return (self._by_key[key],) if key in self._by_key else ()
        if key not in self._of_links:  # once, however many name it
            found = (self._by_key[each] for each in link.sources if each in self._by_key)
            self._of_links[key] = tuple({use.key: use for use in found}.values())
        return self._of_links[key]

    def asked(self) -> Iterator[Asked]:
        """Yield every critical question of every argument, in the order of the essays."""
        in_order = self.graph.in_reading_order
        for use in self.uses:
            case = _Case(self.graph, use, self._replies)
            for question in use.scheme.questions:
                spoken = dict.fromkeys(self._spoken.get((use.key, question.id), ()))
                raised = [key for key in spoken if case.raises(key)]
                answers = (spoken.keys() | case.met(raised)) - set(raised)
                yield Asked(use, question, in_order(raised), in_order(answers))

    def _uses(self) -> Iterator[SchemeUse]:
        together: dict[str, list[str]] = {}
        leaders: dict[tuple[str, str], str] = {}
        for key, statement in self.graph.statements.items():
            if statement.scheme not in SCHEMES:
                continue
            links = self.graph.links_from(key, *_STEPS)
            shared = [(link.key, statement.scheme) for link in links if len(link.sources) > 1]
            leader = next((leaders[each] for each in shared if each in leaders), key)
            for each in shared:
                leaders.setdefault(each, leader)
            together.setdefault(leader, []).append(key)
        for leader, keys in together.items():
            yield SchemeUse(tuple(keys), SCHEMES[self.graph.statements[leader].scheme or ""])

    @cached_property
    def _spoken(self) -> dict[tuple[str, str], list[str]]:
        """Which statements speak to which question, by the key of its argument and its id."""
        found: dict[tuple[str, str], list[str]] = {}
        for key, statement in self.graph.statements.items():
            for target, question in self._named(key, statement):
                for use in self.of(target) if question else ():
                    if use.scheme.question(question) is not None:
                        found.setdefault((use.key, question), []).append(key)
        return found

    @cached_property
    def _replies(self) -> dict[str, list[str]]:
        """What ``answers`` a statement as a whole, by the key of that."""
        found: dict[str, list[str]] = {}
        for key, statement in self.graph.statements.items():
            if statement.kind is not Kind.QUESTION:
                for target, question in self._named(key, statement):
                    if not question:
                        found.setdefault(target, []).append(key)
        return found

    def _named(self, key: str, statement: Statement) -> Iterator[tuple[str, str]]:
        if not statement.answers:
            return
        essay = self.graph.essay_of(key)
        for reference in statement.answers:
            target = self.graph.resolve(essay, reference)
            if target is not None:
                yield target, reference.question or ""


class _Case:
    """What speaks against one argument, and what meets that; each link is looked at once."""

    def __init__(
        self, graph: ArgumentGraph, use: SchemeUse, replies: Mapping[str, list[str]]
    ) -> None:
        self.graph = graph
        self.use = use
        self.work = graph.essay_of(use.key).id
        self._replies = replies
        self._links: dict[str, bool] = {}

    def raises(self, key: str) -> bool:
        """Tell whether what speaks to a question of the argument raises it."""
        if key in self._own:
            return False
        if self.graph.statements[key].kind is Kind.QUESTION:
            return True
        return any(self._opposes(link) for link in self.graph.links_from(key, *_OPPOSING))

    def met(self, raisers: Iterable[str]) -> set[str]:
        """Find what answers the objections and questions that raise a critical question."""
        graph = self.graph
        found: set[str] = set()
        attacked: dict[str, None] = {}
        for key in raisers:
            if graph.statements[key].kind is Kind.QUESTION:
                found.update(self._replies.get(key, ()))
            else:
                steps = (link.key for link in graph.links_from(key, *_OPPOSING))
                attacked.update(dict.fromkeys((key, *steps)))
        for key in attacked:
            found.update(self._opposing(key))
        return found

    def _opposes(self, link: Link) -> bool:
        if link.key not in self._links:
            ends = (link.target, *link.sources) if link.type.symmetric else (link.target,)
            self._links[link.key] = not self._opposed.isdisjoint(ends)
        return self._links[link.key]

    @cached_property
    def _own(self) -> frozenset[str]:
        return frozenset(self.use.keys)

    @cached_property
    def _opposed(self) -> frozenset[str]:
        """What an objection opposes: the premises, the step, and what it shows."""
        links = {
            link.key: link for key in self.use.keys for link in self.graph.links_from(key, *_STEPS)
        }
        found = set(self.use.keys)
        for link in links.values():
            found.update((link.key, *link.sources))
            if link.type is LinkType.SUPPORTS:
                found.add(link.target)
        return frozenset(found)

    def _opposing(self, key: str) -> Iterator[str]:
        """Yield what of the argument's work, beside the argument, speaks against a key."""
        graph = self.graph
        for link in graph.links_to(key, *_OPPOSING):
            for end in (*link.sources, link.target):
                if end == key or end not in graph.statements or end in self._opposed:
                    continue
                if graph.essay_of(end).id == self.work:
                    yield end


@dataclass(frozen=True, slots=True)
class Faced:
    """An argument with all the critical questions of its scheme."""

    use: SchemeUse
    asked: tuple[Asked, ...]

    @property
    def open(self) -> tuple[Asked, ...]:
        """The questions that nothing answers."""
        return tuple(each for each in self.asked if each.open)


def faced(graph: ArgumentGraph, paths: Collection[str], scheme: str | None = None) -> list[Faced]:
    """List what the arguments of the essays at ``paths`` face, those of one ``scheme`` or of all.

    In reading order. What other essays of the graph ask and answer is taken into account.
    """
    found: dict[str, list[Asked]] = {}
    for asked in SchemeUses(graph).asked():
        if graph.essay_of(asked.use.key).path in paths and scheme in (None, asked.use.scheme.id):
            found.setdefault(asked.use.key, []).append(asked)
    return [Faced(each[0].use, tuple(each)) for each in found.values()]

"""Links as stated, with references, turned into links between statements that exist.

Statements that share ``via``, type and target act through one link; a stated link with several
targets is a link to each. The same unnamed link stated again (a symmetric one from either end)
adds no second one, unless it gives another reason. What cannot be resolved is left out and kept
as :class:`~argmap.graph.names.Unresolved`; a link stands with the sources that are left.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from argmap.graph.names import Cause, Names, Unresolved
from argmap.model import (
    Essay,
    Kind,
    Link,
    LinkType,
    Reference,
    StatedLink,
    Statement,
    Subtype,
)

_UNDERMINED = (Kind.PREMISE, Kind.EVIDENCE)


def resolve_links(names: Names) -> tuple[dict[str, Link], list[Unresolved]]:
    """Resolve the links of all essays; linear in what is stated.

    Returns the links by key, in reading order, and what could not be resolved.
    """
    resolver = _Resolver(names)
    for essay in names.essays:
        resolver.add_all(essay)
    return resolver.links(), resolver.problems


def resolve_mentions(names: Names) -> tuple[list[Unresolved], list[Unresolved]]:
    """Resolve ``on`` and ``answers``; linear.

    Returns what could not be resolved, and the labels: what stands in ``on``, without a work, and
    is no question, listed only where there are questions that may have been meant.
    """
    problems: list[Unresolved] = []
    labels: list[Unresolved] = []
    for essay in names.essays:
        for reference, carrier in _distinct_questions(essay):
            if names.find_question(essay, reference) is not None:
                continue
            if reference.work is not None:
                there = names.find(essay, reference) is not None
                cause = Cause.NOT_A_QUESTION if there else names.why_not(essay, reference)
                near = None if there else names.suggest(essay, reference)
                problems.append(_unresolved(essay, reference, "on", cause, near, carrier))
            elif names.questions:
                near = names.suggest_question(essay, reference)
                labels.append(_unresolved(essay, reference, "on", Cause.PLAIN_LABEL, near, carrier))
        for statement in essay.statements:
            for reference in statement.answers:
                key = names.find(essay, reference)
                if key is None:
                    near = names.suggest(essay, reference, (statement.id or "",))
                    cause = names.why_not(essay, reference)
                elif key == statement.key and reference.question is None:
                    near, cause = None, Cause.SELF
                else:
                    continue
                problems.append(
                    _unresolved(essay, reference, "answers", cause, near, statement.key)
                )
    return problems, labels


def subtype(link_type: LinkType, target: Statement | None) -> Subtype | None:
    """Derive the kind of an attack from its target, None standing for a link.

    An attack on a question rebuts it: it speaks against what the question takes for granted.
    """
    if link_type is not LinkType.ATTACKS:
        return None
    if target is None:
        return Subtype.UNDERCUT
    return Subtype.UNDERMINE if target.kind in _UNDERMINED else Subtype.REBUT


class _Resolver:
    """Goes through the stated links, once; most are short: one source, one target, both here."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.problems: list[Unresolved] = []
        self._links: dict[str, Link] = {}
        self._same: dict[str, tuple[str, ...]] = {}
        self._sources: dict[str, dict[str, None]] = {}  # of named links, which gain more of them
        self._on_links: list[tuple[str, Essay, StatedLink, Reference]] = []

    def add_all(self, essay: Essay) -> None:
        """Resolve the stated links of an essay, each once for each of its targets."""
        here = self.names.names[essay.key]
        prefix = f"{essay.key}:"
        statements = self.names.statements
        for stated in essay.links:
            sources = self._acting(essay, stated)
            via = None if stated.via is None else self._name(essay, stated)
            for reference in stated.targets:
                target = here.get(reference.id) if reference.work is None else None
                if target is None or (target not in statements and stated.type.symmetric):
                    target = self._target(essay, stated, reference)
                    if target is None:
                        continue
                acting = sources
                if target in sources or (via and target == prefix + via):
                    self._problem(essay, stated, reference, Cause.SELF)
                    acting = tuple(source for source in sources if source != target)
                    if target not in sources:
                        continue
                if not acting:
                    continue
                if via and not self._fits(prefix + via, stated.type, target):
                    self._conflict(essay, stated)
                    via = None
                if via:
                    key = self._named(essay, stated, prefix + via, acting, target)
                else:
                    key = self._unnamed(essay, stated, prefix, acting, target)
                if target not in statements:
                    self._on_links.append((key, essay, stated, reference))

    def links(self) -> dict[str, Link]:
        """Return the links, less those whose target is a link that was not made."""
        for key, sources in self._sources.items():
            link = self._links[key]
            if len(link.sources) < len(sources):
                self._links[key] = replace(link, sources=tuple(sources))
        self._drop_baseless()
        return self._links

    def _acting(self, essay: Essay, stated: StatedLink) -> tuple[str, ...]:
        statements = self.names.statements
        if stated.source is not None and stated.source not in statements:
            raise ValueError(f"{essay.path}: a link names {stated.source}, not a statement")
        own = () if stated.source is None else (stated.source,)
        if not stated.sources:
            return own
        sources = dict.fromkeys(own)
        for reference in stated.sources:
            key = self.names.find(essay, reference)
            if key is None:
                self._unknown(essay, stated, reference, "from")
            elif key not in statements:
                self._problem(essay, stated, reference, Cause.NOT_A_STATEMENT, "from")
            else:
                sources[key] = None
        return tuple(sources)

    def _target(self, essay: Essay, stated: StatedLink, reference: Reference) -> str | None:
        key = self.names.find(essay, reference)
        if key is None:
            self._unknown(essay, stated, reference, stated.type.value)
        elif stated.type.symmetric and key not in self.names.statements:
            self._problem(essay, stated, reference, Cause.NOT_A_STATEMENT)
        else:
            return key
        return None

    def _name(self, essay: Essay, stated: StatedLink) -> str | None:
        """Return the name a stated link gives, if no statement of the essay has it."""
        if stated.via and self.names.names[essay.key][stated.via] in self.names.statements:
            self._conflict(essay, stated)
            return None
        return stated.via

    def _fits(self, key: str, link_type: LinkType, target: str) -> bool:
        link = self._links.get(key)
        if link is None:
            return True
        return link.name is not None and link.type is link_type and link.target == target

    def _named(
        self, essay: Essay, stated: StatedLink, key: str, acting: tuple[str, ...], target: str
    ) -> str:
        if key in self._links:
            self._merge(key, stated)
        else:
            self._make(key, essay, stated, acting, target, stated.via)
        self._sources.setdefault(key, {}).update(dict.fromkeys(acting))
        return key

    def _unnamed(
        self, essay: Essay, stated: StatedLink, prefix: str, acting: tuple[str, ...], target: str
    ) -> str:
        ends, onto = acting[0] if len(acting) == 1 else "+".join(sorted(acting)), target
        if stated.type.symmetric and len(acting) == 1:
            ends, onto = min(ends, onto), max(ends, onto)
        ends = "/".join((ends, stated.type, onto))
        same = self._same.get(ends, ())
        for key in same:
            reason = self._links[key].reason
            if not reason or not stated.reason or reason == stated.reason:
                self._merge(key, stated)
                return key
        sources = "+".join([source.removeprefix(prefix) for source in acting])
        key = unique = prefix + "/".join((sources, stated.type, target.removeprefix(prefix)))
        number = 1
        while unique in self._links or unique in self.names.statements:
            number += 1
            unique = f"{key}~{number}"
        self._same[ends] = (*same, unique)
        self._make(unique, essay, stated, acting, target, None)
        return unique

    def _make(
        self,
        key: str,
        essay: Essay,
        stated: StatedLink,
        acting: tuple[str, ...],
        target: str,
        name: str | None,
    ) -> None:
        self._links[key] = Link(
            key,
            stated.type,
            subtype(stated.type, self.names.statements.get(target)),
            acting,
            target,
            name,
            stated.reason,
            essay.path,
            stated.range,
            stated.implied,
        )
        self.names.home[key] = essay

    def _merge(self, key: str, stated: StatedLink) -> None:
        """Note what a link's being stated again adds: a reason, or that it is not only implied."""
        link = self._links[key]
        reason = link.reason or stated.reason
        implied = link.implied and stated.implied
        if (reason, implied) != (link.reason, link.implied):
            self._links[key] = replace(link, reason=reason, implied=implied)

    def _drop_baseless(self) -> None:
        """Drop links whose target is the name of a link that was not made, and so on; linear."""
        resting_on: dict[str, list[tuple[str, Essay, StatedLink, Reference]]] = defaultdict(list)
        for on_link in self._on_links:
            resting_on[self._links[on_link[0]].target].append(on_link)
        missing = [key for key in resting_on if key not in self._links]
        while missing:
            for key, essay, stated, reference in resting_on.pop(missing.pop(), ()):
                self._problem(essay, stated, reference, Cause.LINK_NOT_MADE)
                if self._links.pop(key, None) is not None:
                    del self.names.home[key]
                    missing.append(key)

    def _unknown(self, essay: Essay, stated: StatedLink, reference: Reference, role: str) -> None:
        carrier = self.names.statements.get(stated.source or "")
        near = self.names.suggest(essay, reference, (carrier.id or "",) if carrier else ())
        cause = self.names.why_not(essay, reference)
        self.problems.append(_unresolved(essay, reference, role, cause, near, stated.source))

    def _problem(
        self,
        essay: Essay,
        stated: StatedLink,
        reference: Reference,
        cause: Cause,
        role: str | None = None,
    ) -> None:
        role = role or stated.type.value
        self.problems.append(_unresolved(essay, reference, role, cause, None, stated.source))

    def _conflict(self, essay: Essay, stated: StatedLink) -> None:
        name = Reference(stated.via or "", None, None, stated.via_range or stated.range)
        self._problem(essay, stated, name, Cause.VIA_CONFLICT, "via")


def _distinct_questions(essay: Essay) -> Iterator[tuple[Reference, str | None]]:
    """Yield each reference in ``on`` once, though all that stands under a heading inherits it."""
    seen: set[Reference] = set()
    carriers: list[tuple[Iterable[Reference], str | None]] = [
        (section.on, None) for section in essay.sections
    ]
    carriers.extend((statement.on, statement.key) for statement in essay.statements)
    for references, carrier in carriers:
        for reference in references:
            if reference not in seen:
                seen.add(reference)
                yield reference, carrier


def _unresolved(
    essay: Essay,
    reference: Reference,
    role: str,
    cause: Cause,
    near: str | None,
    carrier: str | None,
) -> Unresolved:
    return Unresolved(essay.key, essay.path, reference, role, cause, near, carrier)

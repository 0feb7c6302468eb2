"""The links of an edition by the ids of their ends, so that editions can be laid side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from argmap.compare.editions_parts import Change, Effect, Loss, Rank, What
from argmap.compare.editions_standing import is_turned
from argmap.graph import ArgumentGraph
from argmap.model import Essay, Flag, Kind, Link, LinkType, Statement

__all__ = ["Side", "left_behind", "link_changes", "side_of"]

_ATTACKS, _SUPPORTS = LinkType.ATTACKS, LinkType.SUPPORTS
_OPPOSITE = {_ATTACKS: _SUPPORTS, _SUPPORTS: _ATTACKS}


@dataclass(slots=True)
class Side:
    """One edition: its statements by id, and its own links by the ids of their ends.

    A statement without an id has no counterpart, and is left out.
    """

    essay: Essay
    statements: dict[str, Statement]
    links: dict[str, set[tuple[LinkType, str]]] = field(default_factory=dict)
    """By source: the type and the target, a statement's id or a link's name."""
    bearing: dict[LinkType, dict[str, list[str]]] = field(default_factory=dict)
    """By type and target: the sources in the order of the text."""
    leads_to: dict[str, str] = field(default_factory=dict)
    """The statement at the end of each link, by the link's name."""
    turned: set[str] = field(default_factory=set)
    """What the annotator marked as reversed."""


def side_of(graph: ArgumentGraph, essay: Essay, links: Iterable[Link]) -> Side:
    """Gather an edition; ``links`` are those it states itself. Linear in both."""
    statements = {
        s.id: s for s in essay.statements if s.id is not None and s.key.endswith(f":{s.id}")
    }
    turned = {id_ for id_, statement in statements.items() if is_turned(statement)}
    side = Side(essay, statements, bearing={_ATTACKS: {}, _SUPPORTS: {}}, turned=turned)
    own = f"{essay.key}:"

    def local(key: str) -> str:
        if key.startswith(own):
            return key.removeprefix(own).replace(own, "")
        return f"{graph.essay_of(key).id}:{key.rpartition(':')[2]}"

    for link in links:
        side.leads_to[local(link.key)] = local(_end(graph, link.key))
        for source, target in _ends(link):
            source_id, target_id = local(source), local(target)
            side.links.setdefault(source_id, set()).add((link.type, target_id))
            if link.type in side.bearing:
                side.bearing[link.type].setdefault(target_id, []).append(source_id)
    return side


def _ends(link: Link) -> Iterator[tuple[str, str]]:
    """Pair the ends of a link; one that says the same both ways is told from its lesser end."""
    for source in link.sources:
        if link.type.symmetric:
            yield min(source, link.target), max(source, link.target)
        else:
            yield source, link.target


def _end(graph: ArgumentGraph, key: str) -> str:
    """Follow links on links to the statement that they lead to; a circle ends anywhere on it."""
    seen: set[str] = set()
    while key in graph.links and key not in seen:
        seen.add(key)
        key = graph.links[key].target
    return key


def link_changes(id_: str, base: Side, edition: Side) -> Iterator[Change]:
    """Yield how the links of a statement that both have differ.

    A link to what the other edition does not have, or says the reverse of, is a consequence of
    that, and no difference.
    """
    turned = (base.turned | edition.turned) - {id_}
    ours = {link for link in base.links.get(id_, ()) if link[1] not in turned}
    theirs = {link for link in edition.links.get(id_, ()) if link[1] not in turned}
    lost = {link for link in ours - theirs if _has(edition, link[1], base)}
    added = {link for link in theirs - ours if _has(base, link[1], edition)}
    for type_, target in sorted(lost):
        opposite = _OPPOSITE.get(type_)
        if opposite is not None and (opposite, target) in added:
            lost.discard((type_, target))
            added.discard((opposite, target))
            said, says = f"{type_} {target}", f"{opposite} {target}"
            yield Change(Rank.TURNED, What.LINK, said, says)
    for type_ in LinkType:
        gone = [target for each, target in sorted(lost) if each is type_]
        new = [target for each, target in sorted(added) if each is type_]
        if gone or new:
            if not gone:  # what it bore on may not be there, and it bears on something else
                gone = [target for each, target in sorted(ours - theirs) if each is type_]
            elif not new:
                new = [target for each, target in sorted(theirs - ours) if each is type_]
            rank = Rank.ANSWER if type_ is _ATTACKS else Rank.SUPPORT
            yield Change(rank, What.LINK, _said(type_, gone), _said(type_, new))


def _has(side: Side, target: str, other: Side) -> bool:
    """Tell whether an edition has the target of the other's link, or what that link leads to."""
    if target in side.statements or ":" in target:
        return True
    end = other.leads_to.get(target)
    return end is not None and (end in side.statements or ":" in end)


def _said(type_: LinkType, targets: list[str]) -> str:
    return f"{type_} {' '.join(targets)}" if targets else ""


def left_behind(base: Side, edition: Side) -> Iterator[tuple[str, Effect]]:
    """Yield what stands unanswered, unopposed or unsupported in ``edition`` alone.

    Each comes with the id of the first statement whose attack or support is not there, or with
    its own where it is turned round. Linear.
    """
    lang = edition.essay.lang
    turned = base.turned | edition.turned
    for target, attackers in base.bearing[_ATTACKS].items():
        if not edition.bearing[_ATTACKS].get(target) and _is_there(target, edition):
            statement = edition.statements.get(target)
            loss = Loss.UNANSWERED if _wants_answer(statement) else Loss.UNOPPOSED
            cause = target if target in turned else _cause(attackers, edition.statements)
            yield cause, Effect(loss, target, lang)
    for target, supporters in base.bearing[_SUPPORTS].items():
        statement = edition.statements.get(target)
        if statement is None or statement.accepted or statement.kind is Kind.QUESTION:
            continue
        if not edition.bearing[_SUPPORTS].get(target):
            effect = Effect(Loss.UNSUPPORTED, target, lang)
            cause = target if target in turned else _cause(supporters, edition.statements)
            yield cause, effect


def _is_there(target: str, side: Side) -> bool:
    return target in side.statements or target in side.leads_to


def _wants_answer(statement: Statement | None) -> bool:
    """Tell whether what is attacked is the other side's: an objection, or a view reported."""
    if statement is None or statement.has(Flag.THESIS):
        return False
    return statement.kind is Kind.REBUTTAL or statement.reported


def _cause(sources: list[str], there: Mapping[str, Statement]) -> str:
    return next((source for source in sources if source not in there), sources[0])

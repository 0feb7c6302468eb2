"""Which statements are drawn together: in one section, on one question, in one essay, or alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from argmap.model import Essay, Kind, Statement

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = ["Cluster", "Group", "essay_title", "groups", "isolated", "question_text"]

Cluster = Literal["section", "question", "none"]


@dataclass(frozen=True, slots=True)
class Group:
    """Statements under one heading, as keys in reading order; no title, no frame."""

    title: str
    keys: tuple[str, ...]


def isolated(graph: ArgumentGraph) -> frozenset[str]:
    """Return the statements that no link leads to or from; linear."""
    linked: set[str] = set()
    for link in graph.links.values():
        linked.update(link.sources)
        linked.add(link.target)
    return frozenset(key for key in graph.statements if key not in linked)


def groups(graph: ArgumentGraph, keys: Iterable[str], cluster: Cluster) -> list[Group]:
    """Sort statements into groups by ``cluster``, in order of first appearance; linear."""
    if cluster == "none":
        return [Group("", tuple(keys))]
    found: dict[str, list[str]] = {}
    titles: dict[str, str] = {}
    statements = [graph.statements[key] for key in keys]
    shared = _shared_headings(statements) if cluster == "section" else 0
    for statement in statements:
        if cluster == "section":
            mark = title = "".join(statement.section[shared : shared + 1])
        elif statement.on:
            mark = graph.question_key(graph.essay_of(statement.key), statement.on[0])
            title = question_text(graph, mark)
        else:
            mark = title = ""
        found.setdefault(mark, []).append(statement.key)
        titles[mark] = title
    return [Group(titles[mark], tuple(members)) for mark, members in found.items()]


def question_text(graph: ArgumentGraph, key: str) -> str:
    """Return a question in words, or its label where no statement asks it."""
    statement = graph.statements.get(key)
    if statement is not None and statement.kind is Kind.QUESTION:
        return statement.text
    return key


def essay_title(essay: Essay) -> str:
    """Return what to call an essay in a heading: its title and author, or its key."""
    title = essay.title or essay.key
    return f"{title} · {essay.author}" if essay.author else title


def _shared_headings(statements: list[Statement]) -> int:
    """Count the outermost headings that stand over all of the statements, such as the title's."""
    if not statements:
        return 0
    first = statements[0].section
    count = len(first)
    for statement in statements:
        section = statement.section
        while section[:count] != first[:count]:
            count -= 1
        if not count:
            break
    return count

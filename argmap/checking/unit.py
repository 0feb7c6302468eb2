"""The unit of work: some files that are checked together, here or in another process.

A unit holds bytes, not paths, so that a worker needs no disk in common with whoever asks. Units and
outcomes can be pickled.
"""

from __future__ import annotations

import copyreg
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from argmap.essay import read_essay_bytes
from argmap.graph import ArgumentGraph
from argmap.model import Essay, Finding
from argmap.rules.run import check
from argmap.rules.selection import Selection


def _view(items: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(items)


# Python itself cannot: essays hold read-only mappings, and come from other processes.
copyreg.pickle(MappingProxyType, lambda view: (_view, (dict(view),)))


class Unit(NamedTuple):
    """Files to be checked together: ``sources`` are paths, as findings show them, and contents.

    ``originals`` are the texts of which essays are digests, by path of the essay.
    """

    sources: tuple[tuple[str, bytes], ...]
    default_lang: str
    selection: Selection
    originals: Mapping[str, str]


class Seen(NamedTuple):
    """What was read in a file: its edition, how many statements, which questions and labels."""

    path: str
    edition: str
    statements: int
    questions: tuple[str, ...]
    labels: tuple[str, ...]
    """What stands in ``on`` and names no question of the same group."""

    @property
    def work(self) -> str:
        """The id of the work."""
        return self.edition.partition("@")[0]


class Outcome(NamedTuple):
    """The findings of one unit, in order, and what was read."""

    findings: tuple[Finding, ...]
    seen: tuple[Seen, ...]


def check_unit(unit: Unit) -> Outcome:
    """Read and check the files of one unit; never raises for what stands in them."""
    essays = [read((path, content, unit.default_lang)) for path, content in unit.sources]
    return check_essays(essays, unit)


def read(job: tuple[str, bytes, str]) -> Essay:
    """Read one file: its path, its content, and the language of essays that name none."""
    path, content, default_lang = job
    return read_essay_bytes(content, path, default_lang=default_lang)


class Memory:
    """Essays that were read before, for a process that checks the same files again and again."""

    def __init__(self) -> None:
        self._essays: dict[str, tuple[bytes, str, Essay]] = {}

    def read(self, job: tuple[str, bytes, str]) -> Essay:
        """Read a file, or return what was read where its content is the same."""
        path, content, default_lang = job
        known = self._essays.get(path)
        if known is not None and known[:2] == (content, default_lang):
            return known[2]
        essay = read(job)
        self._essays[path] = (content, default_lang, essay)
        return essay


def check_essays(essays: Iterable[Essay], unit: Unit) -> Outcome:
    """Check essays that are read already."""
    essays = tuple(essays)
    graph = graph_of(essays, unit.default_lang, unit.originals)
    return Outcome(
        tuple(check(graph, unit.selection)), tuple(seen_in(essay, graph) for essay in essays)
    )


def graph_of(essays: Iterable[Essay], default_lang: str, texts: Mapping[str, str]) -> ArgumentGraph:
    """Join essays; ``texts`` are the originals of those that have one, by the essay's path."""
    essays = tuple(essays)
    originals = {essay.key: texts[essay.path] for essay in essays if essay.path in texts}
    return ArgumentGraph.build(essays, default_lang=default_lang, originals=originals)


def seen_in(essay: Essay, graph: ArgumentGraph) -> Seen:
    """Tell what was read in an essay."""
    held = (
        *(reference for statement in essay.statements for reference in statement.on),
        *(reference for section in essay.sections for reference in section.on),
    )
    mentioned = {each.id: each for each in held if each.work is None}
    find = graph.names.find_question
    return Seen(
        essay.path,
        essay.key,
        len(essay.statements),
        tuple(s.id for s in essay.statements if s.id and s.kind.value == "question"),
        tuple(word for word, each in mentioned.items() if find(essay, each) is None),
    )

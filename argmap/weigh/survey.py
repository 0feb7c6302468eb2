"""A weighing laid out for readers: by essay, main statements first, then what is worth telling."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.errors import ArgmapError
from argmap.model import Essay, Kind, Statement
from argmap.weigh.changes import Changes, what_if
from argmap.weigh.keystones import Keystones, keystones, sources
from argmap.weigh.standing import Standing, Weighing, main_statements, weigh
from argmap.weigh.strength import BASE, Strengths, strengths

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = ["EssayWeight", "Survey", "gaps", "one_edition_each", "survey", "what_is_meant"]

SOURCE = "source:"
"""What a name begins with that means all statements of a source."""


@dataclass(frozen=True, slots=True)
class EssayWeight:
    """One essay: its theses, how many statements have each standing, and which are worth telling.

    Worth telling are, beside the theses: what is contested; what falls, unless it is an objection
    that the author reports; and claims of the author's own that are open. In reading order.
    """

    essay: Essay
    theses: tuple[str, ...]
    counts: dict[Standing, int]
    telling: tuple[str, ...]
    rest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Survey:
    """What ``argmap weigh`` shows; ``keystones`` and ``changes`` are None where not asked for.

    ``asked`` says in words what was left out and assumed.
    """

    graph: ArgumentGraph
    weighing: Weighing
    strengths: Strengths
    essays: tuple[EssayWeight, ...]
    keystones: Keystones | None
    changes: Changes | None
    asked: str

    @property
    def theses(self) -> tuple[str, ...]:
        """The theses of all essays shown."""
        return tuple(key for essay in self.essays for key in essay.theses)


def survey(
    graph: ArgumentGraph,
    essays: Iterable[Essay],
    *,
    semantics: str = "df-quad",
    leans: bool = False,
    without: Collection[str] = (),
    assume: Collection[str] = (),
) -> Survey:
    """Weigh a graph and lay out what comes of some of its essays; linear, but for keystones.

    ``without`` and ``assume`` are names: see :func:`what_is_meant`. Raises :class:`ArgmapError` for
    an unknown name or semantics, and where the essays hold no statement.
    """
    essays = list(essays)
    paths = {essay.path for essay in essays}
    dropped = {name: what_is_meant(graph, name, paths) for name in without}
    taken = {name: what_is_meant(graph, name, paths) for name in assume}
    values = strengths(graph, semantics)
    weighing = weigh(graph)
    found = tuple(each for essay in essays if (each := _essay(weighing, essay)) is not None)
    if not found:
        raise ArgmapError("there is no statement to weigh here: mark some, as argmap init shows")
    theses = [key for each in found for key in each.theses]
    stones = None
    if leans:
        stones = keystones(graph, semantics=semantics, theses=theses, paths=paths)
    changes = None
    if without or assume:
        keys = [
            list(dict.fromkeys(k for ks in each.values() for k in ks)) for each in (dropped, taken)
        ]
        changes = what_if(graph, *keys, semantics=semantics, theses=theses)
    asked = " and ".join(
        f"{word} {', '.join(_called(name, keys) for name, keys in given.items())}"
        for word, given in (("without", dropped), ("assuming", taken))
        if given
    )
    return Survey(graph, weighing, values, found, stones, changes, asked)


def _called(name: str, keys: Collection[str]) -> str:
    if not name.startswith(SOURCE):
        return name
    count = "1 statement" if len(keys) == 1 else f"{len(keys)} statements"
    return f"{' '.join(name.removeprefix(SOURCE).split())} ({count})"


def one_edition_each(
    graph: ArgumentGraph, paths: Collection[str], lang: str | None = None
) -> tuple[ArgumentGraph, tuple[Essay, ...], int]:
    """Keep one edition of each work, for editions of one work do not bear on each other; linear.

    Of the works with an edition at ``paths`` it is one of these: that in ``lang``, else in the
    default language, else the first. Returns the graph of what is kept, the essays of it that are
    at ``paths``, and how many others there were. Raises :class:`ArgmapError` where none at
    ``paths`` is in ``lang``.
    """
    named = [essay for essay in graph.essays if essay.path in paths]
    if lang is not None and not any(essay.lang == lang for essay in named):
        langs = ", ".join(sorted({essay.lang for essay in named}))
        raise ArgmapError(f"no edition here is in {lang!r}; there are {langs or 'none'}")
    default = graph.names.default_lang
    kept: dict[str, Essay] = {}
    for essay in sorted(
        graph.essays,
        key=lambda e: (e.path not in paths, e.lang != lang, e.lang != default, e.lang),
    ):
        kept.setdefault(essay.id, essay)
    shown = tuple(essay for essay in named if kept[essay.id] is essay)
    if len(kept) < len(graph.essays):
        essays = [essay for essay in graph.essays if kept[essay.id] is essay]
        graph = type(graph).build(essays, default_lang=default, originals=graph.originals)
    return graph, shown, len(named) - len(shown)


def what_is_meant(graph: ArgumentGraph, name: str, paths: Collection[str]) -> tuple[str, ...]:
    """Return the keys that ``ID`` or ``source:NAME`` means; linear.

    Raises :class:`ArgmapError` with the nearest name where there is none.
    """
    from argmap.graph.lookup import key_of

    if not name.startswith(SOURCE):
        return (key_of(graph, name, paths),)
    wanted = " ".join(name.removeprefix(SOURCE).split())
    known = sources(graph)
    for source, keys in known.items():
        if source.casefold() == wanted.casefold():
            return keys
    from argmap.nearest import nearest

    near = nearest(wanted, known)
    way_out = f"did you mean {SOURCE}{near}?" if near else "argmap stats lists the sources"
    raise ArgmapError(f"no statement has the source {wanted!r}; {way_out}")


def gaps(graph: ArgumentGraph, essays: Collection[Essay]) -> tuple[str, ...]:
    """Say, a line for each, what of some essays could not be weighed as it was meant; linear.

    That is every weight that cannot be read, and how many references lead nowhere.
    """
    lines = [
        f"{essay.path}:{fault.range.start}: {fault.message}; {BASE:g} is taken instead"
        for essay in essays
        for fault in essay.faults
        if fault.rule == "bad-value" and fault.message.startswith("the weight ")
    ]
    for essay in essays:
        lost = sum(problem.path == essay.path for problem in graph.problems)
        if lost:
            what = "1 reference leads" if lost == 1 else f"{lost} references lead"
            lines.append(f"{essay.path}: {what} nowhere, so links are missing; see argmap check")
    return tuple(lines)


def _essay(weighing: Weighing, essay: Essay) -> EssayWeight | None:
    standings = weighing.standings
    keys = [s.key for s in essay.statements if s.key in standings]
    if not keys:
        return None
    theses = main_statements(weighing.graph, {essay.path})
    telling = [
        s.key
        for s in essay.statements
        if s.key in standings and s.key not in theses and _is_telling(s, standings[s.key])
    ]
    told = {*theses, *telling}
    return EssayWeight(
        essay,
        theses,
        {standing: weighing.count(standing, keys) for standing in Standing},
        tuple(telling),
        tuple(key for key in keys if key not in told),
    )


def _is_telling(statement: Statement, standing: Standing) -> bool:
    if standing is Standing.OPEN:
        return statement.kind is Kind.CLAIM and not statement.reported
    objection = statement.reported and statement.kind is Kind.REBUTTAL
    return standing is Standing.CONTESTED or (standing is Standing.FALLS and not objection)

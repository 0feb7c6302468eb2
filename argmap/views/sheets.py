"""An argument on several sheets: a view for each question, or for each main claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from argmap.errors import ArgmapError
from argmap.model import Flag, Kind, LinkType
from argmap.views.bearing import bearing
from argmap.views.question import on_questions
from argmap.views.view import View, keep

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = ["By", "on_sheets"]

By = Literal["question", "claim"]


def on_sheets(graph: ArgumentGraph, by: By, size: int) -> tuple[View, ...]:
    """Divide an argument into views, in reading order; a statement may stand in several.

    By question, each view is that of :func:`~argmap.views.question.on_questions`, of about
    ``size`` statements. By claim, there is one for each thesis or, in an essay that has none, for
    each claim that bears on nothing else, with all that bears on it, and on it before any other
    of them. Raises :class:`ArgmapError` where there is nothing to divide by. Linear in the graph,
    for each view.
    """
    return _by_question(graph, size) if by == "question" else _by_claim(graph)


def _by_question(graph: ArgumentGraph, size: int) -> tuple[View, ...]:
    views = []
    for key in graph.questions():
        try:
            views.append(on_questions(graph, [key], size))
        except ArgmapError:  # nothing speaks to it
            continue
    if not views:
        raise ArgmapError("no statement here speaks to a question: mark one with on=…")
    return tuple(views)


def _by_claim(graph: ArgumentGraph) -> tuple[View, ...]:
    claims: list[str] = []
    for essay in graph.essays:
        theses = [s.key for s in essay.statements if Flag.THESIS in s.flags]
        claims += theses or [
            s.key
            for s in essay.statements
            if s.kind is Kind.CLAIM
            and not graph.links_from(s.key, LinkType.SUPPORTS, LinkType.ATTACKS)
        ]
    if not claims:
        raise ArgmapError("there is no main claim here: mark one with .thesis")
    # All at once, so that what bears on several is drawn with the one that it is nearest to.
    forest = bearing(graph, claims)
    parts: dict[str, list[str]] = {claim: [claim] for claim in claims}
    for key in forest.found:
        parts[forest.root[key]].append(key)
    views = []
    for claim, kept in parts.items():
        met = {
            link.target
            for key in kept
            for link in graph.outgoing.get(key, ())
            if link.target in parts and link.target != claim
        }
        about = f"{len(kept)} statements"
        views.append(keep(graph, {*kept, *met}, title=graph.statements[claim].text, about=about))
    return tuple(views)

"""The questions that statements speak to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.model import Essay, Kind, Reference, Statement

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and the statements that speak to it, as keys in reading order.

    ``key`` is the key of the question's statement, or else the label as it is written; then
    ``statement`` is None.
    """

    key: str
    statement: Statement | None
    speakers: tuple[str, ...]

    @property
    def text(self) -> str:
        """The question in words, or its label."""
        return self.key if self.statement is None else self.statement.text


def question_key(graph: ArgumentGraph, essay: Essay, reference: Reference) -> str:
    """Return the key of the question that a reference in ``on`` means, or the label it is."""
    return graph.names.find_question(essay, reference) or str(reference)


def questions(graph: ArgumentGraph) -> dict[str, Question]:
    """Collect all questions, in the order in which they first appear or are spoken to; linear."""
    speakers: dict[str, dict[str, None]] = {}
    for essay in graph.essays:
        for statement in essay.statements:
            if statement.kind is Kind.QUESTION:
                speakers.setdefault(statement.key, {})
            for reference in statement.on:
                key = question_key(graph, essay, reference)
                if key != statement.key:
                    speakers.setdefault(key, {})[statement.key] = None
    asked = {k for k, statement in graph.statements.items() if statement.kind is Kind.QUESTION}
    return {
        key: Question(key, graph.statements[key] if key in asked else None, tuple(speaking))
        for key, speaking in speakers.items()
    }

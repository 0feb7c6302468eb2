"""What is drawn: a view, in a shape, with the labels of its boxes, ready for one graph or many."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.rendering.labels import Label, statement_label
from argmap.rendering.looks import is_unbacked
from argmap.rendering.shape import Shape
from argmap.rendering.view_words import behind_words
from argmap.rendering.weighed import Weighed
from argmap.words import say

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.views.view import View

__all__ = ["Subject", "subject"]

_APART = "Not linked to anything"
_APART_HERE = "Not linked to the others here"


@dataclass(frozen=True, slots=True)
class Subject:
    """What all graphs that are written of one map share.

    ``marked`` are the statements that rest on nothing; ``order`` numbers the links.
    """

    view: View
    shape: Shape
    weighed: Weighed
    marked: frozenset[str]
    labels: Mapping[str, Label]
    order: Mapping[str, int]

    @property
    def graph(self) -> ArgumentGraph:
        """What of the argument is shown."""
        return self.view.graph

    @property
    def apart(self) -> str:
        """What stands over statements that no line leads to or from."""
        return say(_APART if self.view.graph is self.view.of else _APART_HERE)

    @property
    def questions(self) -> str:
        """What stands over such questions."""
        return say("Questions")


def subject(view: View, shape: Shape, weighed: Weighed) -> Subject:
    """Wrap the words of every box; linear in the text, in the language in force."""
    graph = view.graph
    marked = frozenset(s.key for s in graph.statements.values() if is_unbacked(view.of, s))
    labels = {
        key: statement_label(
            statement,
            unsupported=key in marked,
            behind=behind_words(view.behind.get(key), statement.kind),
            width=shape.text_width,
            weighed=weighed,
        )
        for key, statement in graph.statements.items()
    }
    order = {key: number for number, key in enumerate(graph.links)}
    return Subject(view, shape, weighed, marked, labels, order)

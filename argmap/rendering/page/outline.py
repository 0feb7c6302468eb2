"""The outline: the map's equal for those who do not see it, as nested lists of buttons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from argmap.graph import ArgumentGraph
from argmap.model import Essay, Flag, Kind, Link, LinkType, Statement
from argmap.rendering.safe_text import one_line

__all__ = ["outline_html"]

_MAX_DEPTH = 9
"""How deep the lists nest; what lies deeper stands on the last level."""
_BEARING = (LinkType.SUPPORTS, LinkType.ATTACKS)


def outline_html(
    graph: ArgumentGraph, essay: Essay, numbers: Mapping[str, int], words: Mapping[str, str]
) -> str:
    """Return one essay's outline: main claims, and under each what bears on it.

    Each statement is a button with its number in ``data-s``, written out once; where it comes
    again, it says so. Linear in the statements and links.
    """
    return "".join(_Outline(graph, essay, numbers, words).parts())


class _Outline:
    def __init__(
        self,
        graph: ArgumentGraph,
        essay: Essay,
        numbers: Mapping[str, int],
        words: Mapping[str, str],
    ) -> None:
        self.graph = graph
        self.essay = essay
        self.numbers = numbers
        self.words = words
        self.own = {statement.key for statement in essay.statements}
        self.written: set[str] = set()

    def parts(self) -> Iterator[str]:
        theses = [s for s in self.essay.statements if Flag.THESIS in s.flags]
        yield from self._part("main", theses)
        rest = [s for s in self.essay.statements if self._is_root(s)]
        yield from self._part("rest", rest)
        left = [s for s in self.essay.statements if s.key not in self.written]
        yield from self._part("rest", left)  # circles hold each other, and nothing leads to them

    def _part(self, word: str, roots: list[Statement]) -> Iterator[str]:
        roots = [root for root in roots if root.key not in self.written]
        if not roots:
            return
        yield f"<h3>{escape(self.words[word])}</h3>\n<ul>\n"
        for root in roots:
            yield from self._branch(root.key)
        yield "</ul>\n"

    def _is_root(self, statement: Statement) -> bool:
        if statement.key in self.written:
            return False
        onward = self.graph.links_from(statement.key, *_BEARING)
        return not any(link.target in self.own or link.target in self.graph.links
                       for link in onward)  # fmt: skip

    def _branch(self, root: str) -> Iterator[str]:
        """Write a statement and what bears on it, by an explicit stack: chains may be long."""
        stack: list[tuple[str, int, Link | None]] = [(root, 0, None)]
        depth = 0
        first = True
        while stack:
            key, level, link = stack.pop()
            if not first:
                if level > depth:
                    yield "\n<ul>\n"
                else:
                    yield "</li>\n" + "</ul></li>\n" * (depth - level)
            first, depth = False, level
            again = key in self.written
            yield f"<li>{self._button(key, link, again=again)}"
            if again:
                continue
            self.written.add(key)
            below = min(level + 1, _MAX_DEPTH)
            stack.extend(
                (source, below, each)
                for each in reversed(self._bearing_on(key))
                for source in reversed(each.sources)
                if source in self.own
            )
        yield "</li>\n" + "</ul></li>\n" * depth

    def _bearing_on(self, key: str) -> list[Link]:
        found: list[Link] = []
        for link in self.graph.links_to(key, *_BEARING):
            found.append(link)
            found.extend(self.graph.links_to(link.key, *_BEARING))
        return found

    def _button(self, key: str, link: Link | None, *, again: bool) -> str:
        statement = self.graph.statements[key]
        kind = "thesis" if Flag.THESIS in statement.flags else statement.kind.value
        against = link is not None and link.type is LinkType.ATTACKS
        text = one_line(statement.text) if statement.kind is not Kind.QUESTION or not again else ""
        more = f' <span class="again">{escape(self.words["above"])}</span>' if again else ""
        return (
            f'<button type="button" class="o {statement.kind.value}" '
            f'data-s="{self.numbers[key]}"><b>{"− " if against else ""}'
            f"{escape(self.words[kind])}</b> {escape(text)}{more}</button>"
        )

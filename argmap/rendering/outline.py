"""An argument as a Markdown outline: every thesis, what it rests on, and what is said against it.

The outline is the map's equal in words, for screen readers, e-mail and diffs. A statement is
written out once, where it first stands; further on, its name refers back.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.graph import ArgumentGraph
from argmap.model import Essay, Flag, Kind, Link, LinkType, Statement
from argmap.rendering.markdown_text import code, escape

_BEARING = {LinkType.SUPPORTS: "because", LinkType.ATTACKS: "but", LinkType.CONTRADICTS: "against",
            LinkType.RESTATES: "again"}  # fmt: skip
_MAX_DEPTH = 12
"""How deep lists nest before the rest is referred to by name; Markdown readers give up earlier."""


def outline(graph: ArgumentGraph, essay: Essay) -> str:
    """Write the outline of one essay; linear in its statements and links."""
    return "\n".join(_Outline(graph, essay).lines()) + "\n"


class _Outline:
    def __init__(self, graph: ArgumentGraph, essay: Essay) -> None:
        self.graph = graph
        self.essay = essay
        self.own = {statement.key for statement in essay.statements}
        self.written: set[str] = set()

    def lines(self) -> Iterator[str]:
        essay = self.essay
        yield f"# {escape(essay.title or essay.id)}"
        about = ", ".join(escape(part) for part in (essay.author, essay.date, essay.stance) if part)
        if about:
            yield ""
            yield about
        theses = [s for s in essay.statements if Flag.THESIS in s.flags]
        if theses:
            yield ""
            yield "## Main claims"
            yield ""
            for statement in theses:
                yield from self._branch(statement.key, "", None)
        rest = [s for s in essay.statements if s.kind is not Kind.QUESTION and self._is_root(s)]
        if rest:
            yield ""
            yield "## Beside them" if theses else "## Claims"
            yield ""
            for statement in rest:
                yield from self._branch(statement.key, "", None)
        questions = [s for s in essay.statements if s.kind is Kind.QUESTION]
        if questions:
            yield ""
            yield "## Questions"
            yield ""
            for statement in questions:
                yield f"- {escape(statement.text)} ({code(statement.name)})"

    def _is_root(self, statement: Statement) -> bool:
        """Tell whether nothing written so far, and nothing to come, leads to a statement."""
        if statement.key in self.written or Flag.THESIS in statement.flags:
            return False
        onward = self.graph.links_from(statement.key, LinkType.SUPPORTS, LinkType.ATTACKS)
        return not any(self._home(link.target) for link in onward)

    def _home(self, target: str) -> bool:
        return target in self.own or target in self.graph.links

    def _branch(self, key: str, indent: str, link: Link | None) -> Iterator[str]:
        # An explicit stack: a chain of support may be longer than Python's own.
        stack: list[tuple[str, int, Link | None]] = [(key, 0, link)]
        while stack:
            key, depth, link = stack.pop()
            yield f"{indent}{'  ' * depth}- {self._line(key, link)}"
            if key in self.written or depth >= _MAX_DEPTH:
                continue
            self.written.add(key)
            below: list[tuple[str, int, Link | None]] = []
            for each in self._bearing_on(key):
                below.extend((source, depth + 1, each) for source in each.sources)
                below.extend(
                    (source, depth + 2, attack)
                    for attack in self._bearing_on(each.key)
                    for source in attack.sources
                )
            stack.extend(reversed(below))

    def _bearing_on(self, key: str) -> list[Link]:
        links = self.graph.links_to(key, LinkType.SUPPORTS, LinkType.ATTACKS)
        return [link for link in links if all(source in self.own for source in link.sources)]

    def _line(self, key: str, link: Link | None) -> str:
        statement = self.graph.statements[key]
        lead = ""
        if link is not None:
            lead = f"*{_BEARING[link.type]}* "
            if link.target in self.graph.links:
                lead = f"*but the step {code(link.target.rpartition(':')[2])} does not follow:* "
            if link.name:
                lead += f"({code(link.name)}) "
        if key in self.written:
            return f"{lead}see {code(statement.name)} above"
        words = [str(statement.kind), *sorted(str(flag) for flag in statement.flags)]
        about = f"**{', '.join(words)}** {code(statement.name)}"
        said = f", said by {escape(statement.by)}" if statement.by else ""
        source = f" ({escape(statement.source)})" if statement.source else ""
        return f"{lead}{about}{said}: {escape(statement.text)}{source}"

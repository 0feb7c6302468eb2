"""One statement or named link in words: what it says, where, its case, and what follows from it.

The case is a tree, written line by line: a part of it is a generator that yields lines, and other
parts, which are run from a stack of their own, so that a chain of any depth needs no recursion.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from argmap.graph import ArgumentGraph
from argmap.graph.case import bearing, count_below
from argmap.model import Flag, Kind, Link, LinkType, Statement
from argmap.rendering.plain_text import wrap
from argmap.rendering.safe_text import one_line
from argmap.weigh.standing import Weighing, weigh
from argmap.weigh.strength import strengths

_VERBS = {
    LinkType.SUPPORTS: ("supports", "support"),
    LinkType.ATTACKS: ("attacks", "attack"),
    LinkType.CONTRADICTS: ("contradicts", "contradict"),
    LinkType.RESTATES: ("says the same as", "say the same as"),
}


_DEEPEST_INDENT = 12
"""Deeper than this many levels the tree is no longer indented, and each level tells its number."""

_Lines: TypeAlias = "Iterator[str | _Lines]"


def text(graph: ArgumentGraph, key: str, *, depth: int | None, width: int) -> str:
    """Write a statement or link and its case, in lines of ``width`` cells.

    ``depth`` is how many steps of the case are followed, all where it is None. Linear in the case;
    a statement that bears on several is written out where it stands first.
    """
    words = _Words(graph, key, width, depth)
    return "\n".join(_run(words.lines())) + "\n"


def _run(lines: _Lines) -> Iterator[str]:
    stack = [lines]
    while stack:
        for part in stack[-1]:
            if isinstance(part, str):
                yield part
            else:
                stack.append(part)
                break
        else:
            stack.pop()


class _Words:
    def __init__(self, graph: ArgumentGraph, key: str, width: int, depth: int | None) -> None:
        self.graph = graph
        self.key = key
        self.home = graph.essay_of(key)
        self.width = width
        self.depth = depth
        self.weighing: Weighing = weigh(graph)
        self.followed: set[str] = {key}

    def lines(self) -> _Lines:
        statement = self.graph.statements.get(self.key)
        if statement is not None:
            yield f"{_kind(statement)}  {self.key}"
            yield from self._wrapped(statement.text, "  ", "  ")
            yield ""
            yield from self._facts(statement)
        else:
            yield from self._link(self.graph.links[self.key])
        for link_type, title in ((LinkType.SUPPORTS, "Grounds"), (LinkType.ATTACKS, "Attacks")):
            links = self.graph.links_to(self.key, link_type)
            if links:
                yield from ("", f"{title}:")
            for link in links:
                against = link_type is LinkType.ATTACKS
                note = " (nothing answers it)" if against and not self._answered(link) else ""
                yield self._step(link, 1, note)
        if statement is not None:
            yield from self._onward(statement)

    # What it is

    def _facts(self, statement: Statement) -> Iterator[str]:
        essay = self.home
        start = statement.range.start
        questions = self.graph.questions()
        asked = [self.graph.question_key(essay, reference) for reference in statement.on]
        facts = [
            *self._standing(statement.key),
            ("place", f"{essay.path}:{start}"),
            ("section", " / ".join(statement.section)),
            *(("speaks to", self._question(key, questions[key].text)) for key in asked),
            ("said by", statement.by),
            ("source", statement.source),
            ("cite", statement.cite),
            ("url", statement.url),
            ("date", statement.date),
            ("quote", statement.quote),
            ("at", " ".join(statement.at)),
            ("scheme", statement.scheme),
            ("weight", "" if statement.weight is None else f"{statement.weight:g}"),
            ("answers", " ".join(str(reference) for reference in statement.answers)),
            ("sense", statement.sense),
        ]
        if not statement.accepted and statement.kind is not Kind.QUESTION:
            rests = self.graph.is_evidenced(statement.key)
            facts.append(("rests on", "evidence" if rests else "nothing shown or assumed"))
        for name, value in facts:
            if value:
                yield from self._wrapped(value, f"  {name:<9}  ", " " * 13)

    def _standing(self, key: str) -> list[tuple[str, str]]:
        """Tell the standing with its reason, and the strength."""
        if key not in self.weighing.standings:
            return []
        found = strengths(self.graph)
        strength = f"{found.values[key]:.2f} (by {found.semantics})"
        return [("standing", self.weighing.reason(key)), ("strength", strength)]

    def _question(self, key: str, words: str) -> str:
        name = self._name(key) if key in self.graph else key
        return name if words == key else f"{name}: {words}"

    def _link(self, link: Link) -> Iterator[str]:
        many = len(link.sources) > 1
        sources = " and ".join(self._name(source) for source in link.sources)
        verb = _VERBS[link.type][many]
        yield f"{link.subtype or link.type} link  {link.key}"
        yield from self._wrapped(f"{sources} {verb} {self._name(link.target)}", "  ", "  ")
        yield ""
        for name, value in self._standing(link.key):
            yield from self._wrapped(value, f"  {name:<9}  ", " " * 13)
        yield f"  place      {link.path}:{link.range.start}"
        if link.reason:
            yield from self._wrapped(link.reason, "  reason     ", " " * 13)
        yield from ("", "From:")
        for source in link.sources:
            yield from self._wrapped(self._full(source), "  - ", "    ")
        yield from ("", "To:")
        yield from self._wrapped(self._full(link.target), "  - ", "    ")

    # What bears on it

    def _step(self, link: Link, level: int, note: str = "") -> _Lines:
        """Write a step that bears on what stands ``level - 1`` levels deep."""
        lead = "because" if link.type is LinkType.SUPPORTS else "but"
        parts = len(link.sources) > 1
        on_step = self._followed(link.key, level)
        if not (parts or on_step):
            yield self._branch(link.sources[0], level, f"{lead} ", note, link.reason)
            return
        name = f" step {link.name}" if link.name else " step"
        together = ", with premises that act together" if parts else ""
        first, inner = self._indents(level)
        yield f"{first}{lead}, by the{name}{self._stands(link.key)}{together}{note}:"
        yield from self._reason(link.reason, inner)
        for source in link.sources:
            yield self._branch(source, level + 1)
        for each in on_step:
            first, _ = self._indents(level + 1)
            supports = each.type is LinkType.SUPPORTS
            yield f"{first}{'for' if supports else 'against'} this step:"
            yield self._step(each, level + 2)

    def _branch(
        self, key: str, level: int, lead: str = "", note: str = "", reason: str = ""
    ) -> _Lines:
        words = self._full(key, weighed=True)
        links = _grounds_first(bearing(self.graph, key))
        if links and key in self.followed:
            again = f"{self._label(key)}{self._stands(key)}"
            words = f"{again} (its own case stands elsewhere in this tree)"
        first, inner = self._indents(level)
        yield from self._wrapped(f"{lead}{words}{note}", first, inner)
        yield from self._reason(reason, inner)
        if key in self.followed or not links:
            return
        if self.depth is not None and level >= self.depth:
            below = count_below(self.graph, key)
            more = "1 more statement bears" if below == 1 else f"{below} more bear"
            yield f"{inner}… {more} on it: see --depth"
            return
        self.followed.add(key)
        for link in links:
            yield self._step(link, level + 1)

    def _followed(self, key: str, level: int) -> list[Link]:
        """Return what bears on a step itself, once, as far as the case is to be followed."""
        if key in self.followed or (self.depth is not None and level > self.depth):
            return []
        self.followed.add(key)
        return _grounds_first(bearing(self.graph, key))

    def _indents(self, level: int) -> tuple[str, str]:
        """Return what stands before the first line of something, and before its others."""
        if level <= _DEEPEST_INDENT:
            return f"{'  ' * level}- ", "  " * (level + 1)
        indent = "  " * _DEEPEST_INDENT
        return f"{indent}- ({level} deep) ", f"{indent}  "

    def _reason(self, reason: str, indent: str) -> list[str]:
        return self._wrapped(f"({reason})", indent, indent) if reason else []

    def _answered(self, link: Link) -> bool:
        """Tell whether anything speaks against an attack, or its author's own words grant it."""
        opposing = (LinkType.ATTACKS, LinkType.CONTRADICTS)
        keys = (link.key, *link.sources)
        granted = (self.graph.statements[key].has(Flag.CONCEDED) for key in link.sources)
        return any(self.graph.links_to(key, *opposing) for key in keys) or any(granted)

    # What it bears on

    def _onward(self, statement: Statement) -> Iterator[str]:
        graph, key = self.graph, statement.key
        links = graph.links_from(key)
        direct = {link.target for link in links}
        further = [each for each in graph.consequences(key) if each not in direct]
        for title, link_types in (
            ("Consequences", (LinkType.SUPPORTS, LinkType.ATTACKS)),
            ("Opposed and restated", (LinkType.CONTRADICTS, LinkType.RESTATES)),
        ):
            chosen = [link for link in links if link.type in link_types]
            if chosen:
                yield from ("", f"{title}:")
            for link in chosen:
                yield from self._onward_link(link)
            if link_types[0] is LinkType.SUPPORTS and further:
                names = ", ".join(self._name(each) for each in further)
                yield from self._wrapped(f"and by way of these: {names}", "  - ", "    ")
        question = graph.questions().get(key)
        if question is not None and question.speakers:
            yield from ("", "Who speaks to it:")
            yield from self._list(question.speakers)

    def _onward_link(self, link: Link) -> Iterator[str]:
        ends = [source for source in link.sources if source != self.key]
        other = link.target if self.key in link.sources else link.sources[0]
        together = ""
        if ends and self.key in link.sources:
            together = f" together with {' and '.join(self._name(end) for end in ends)},"
        name = f" (by the step {link.name})" if link.name else ""
        verb = _VERBS[link.type][0]
        words = f"{together} {verb} {self._full(other)}{name}".lstrip()
        yield from self._wrapped(words, "  - ", "    ")
        yield from self._reason(link.reason, "    ")

    def _list(self, keys: Iterable[str]) -> Iterator[str]:
        for key in keys:
            yield from self._wrapped(self._full(key), "  - ", "    ")

    # Names

    def _full(self, key: str, *, weighed: bool = False) -> str:
        """A statement with its text and who says so, or a link with what it does."""
        statement = self.graph.statements.get(key)
        if statement is None:
            link = self.graph.links[key]
            sources = " and ".join(self._name(source) for source in link.sources)
            verb = _VERBS[link.type][len(link.sources) > 1]
            return f"{self._label(key)}: {sources} {verb} {self._name(link.target)}"
        source = f" [{statement.source}]" if statement.source else ""
        standing = self._stands(key) if weighed else ""
        return f"{self._label(key)}{standing}: {statement.text}{source}"

    def _stands(self, key: str) -> str:
        standing = self.weighing.standings.get(key)
        return "" if standing is None else f" ({standing})"

    def _label(self, key: str) -> str:
        statement = self.graph.statements.get(key)
        if statement is None:
            return f"step {self._name(key)}"
        by = f", said by {statement.by}" if statement.by else ""
        return f"{_kind(statement)} {self._name(key)}{by}"

    def _name(self, key: str) -> str:
        """Return an id, with its work (and language) where that is another."""
        essay = self.graph.essay_of(key)
        local = key[len(essay.key) + 1 :]
        if essay.key == self.home.key:
            return local
        return f"{essay.id}:{local}" if essay.id != self.home.id else f"{essay.key}:{local}"

    def _wrapped(self, words: str, first: str, then: str) -> list[str]:
        return wrap(one_line(words), self.width, first=first, then=then)


def _kind(statement: Statement) -> str:
    flags = (str(flag) for flag in Flag if statement.has(flag))
    return ", ".join((str(statement.kind), *flags))


def _grounds_first(links: Iterable[Link]) -> list[Link]:
    return sorted(links, key=lambda link: link.type is not LinkType.SUPPORTS)

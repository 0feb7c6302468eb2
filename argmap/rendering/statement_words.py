"""One statement or named link in words: what it says, where, its case, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.graph import ArgumentGraph
from argmap.graph.case import Branch, Step, case
from argmap.model import Flag, Kind, Link, LinkType, Statement
from argmap.rendering.plain_text import wrap
from argmap.rendering.safe_text import one_line

_VERBS = {
    LinkType.SUPPORTS: ("supports", "support"),
    LinkType.ATTACKS: ("attacks", "attack"),
    LinkType.CONTRADICTS: ("contradicts", "contradict"),
    LinkType.RESTATES: ("says the same as", "say the same as"),
}


def text(graph: ArgumentGraph, key: str, *, depth: int, width: int) -> str:
    """Write a statement or link and its case, ``depth`` steps deep, in lines of ``width`` cells."""
    return "\n".join(_Words(graph, key, width).lines(depth)) + "\n"


class _Words:
    def __init__(self, graph: ArgumentGraph, key: str, width: int) -> None:
        self.graph = graph
        self.key = key
        self.home = graph.essay_of(key)
        self.width = width

    def lines(self, depth: int) -> Iterator[str]:
        statement = self.graph.statements.get(self.key)
        if statement is not None:
            yield f"{_kind(statement)}  {self.key}"
            yield from self._wrapped(statement.text, "  ", "  ")
            yield ""
            yield from self._facts(statement)
        else:
            yield from self._link(self.graph.links[self.key])
        root = case(self.graph, self.key, depth)
        if root.grounds:
            yield from ("", "Grounds:")
            for step in root.grounds:
                yield from self._step(step, "  ")
        if root.attacks:
            yield from ("", "Attacks:")
            for step in root.attacks:
                note = "" if self._answered(step) else " (nothing answers it)"
                yield from self._step(step, "  ", note)
        if statement is not None:
            yield from self._onward(statement)

    # What it is

    def _facts(self, statement: Statement) -> Iterator[str]:
        essay = self.home
        start = statement.range.start
        questions = self.graph.questions()
        asked = [self.graph.question_key(essay, reference) for reference in statement.on]
        facts = [
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
        yield f"  place      {link.path}:{link.range.start}"
        if link.reason:
            yield from self._wrapped(link.reason, "  reason     ", " " * 13)
        yield from ("", "From:")
        for source in link.sources:
            yield from self._wrapped(self._full(source), "  - ", "    ")
        yield from ("", "To:")
        yield from self._wrapped(self._full(link.target), "  - ", "    ")

    # What bears on it

    def _step(self, step: Step, indent: str, note: str = "") -> Iterator[str]:
        link = step.link
        lead = "because" if link.type is LinkType.SUPPORTS else "but"
        parts = len(step.sources) > 1
        if not (parts or step.grounds or step.attacks):
            yield from self._branch(step.sources[0], indent, f"{lead} ", note, link.reason)
            return
        name = f" step {link.name}" if link.name else " step"
        together = ", with premises that act together" if parts else ""
        yield f"{indent}- {lead}, by the{name}{together}{note}:"
        inner = f"{indent}  "
        yield from self._reason(link.reason, inner)
        for branch in step.sources:
            yield from self._branch(branch, inner)
        for each in (*step.grounds, *step.attacks):
            supports = each.link.type is LinkType.SUPPORTS
            yield f"{inner}- {'for' if supports else 'against'} this step:"
            yield from self._step(each, f"{inner}  ")

    def _branch(
        self, branch: Branch, indent: str, lead: str = "", note: str = "", reason: str = ""
    ) -> Iterator[str]:
        words = self._full(branch.key)
        if branch.again:
            words = f"{self._label(branch.key)} (its own case stands elsewhere in this tree)"
        inner = f"{indent}  "
        yield from self._wrapped(f"{lead}{words}{note}", f"{indent}- ", inner)
        yield from self._reason(reason, inner)
        for step in (*branch.grounds, *branch.attacks):
            yield from self._step(step, inner)
        if branch.below:
            more = "1 more statement bears" if branch.below == 1 else f"{branch.below} more bear"
            yield f"{inner}… {more} on it: see --depth"

    def _reason(self, reason: str, indent: str) -> list[str]:
        return self._wrapped(f"({reason})", indent, indent) if reason else []

    def _answered(self, step: Step) -> bool:
        """Tell whether anything speaks against an attack, or its author's own words grant it."""
        opposing = (LinkType.ATTACKS, LinkType.CONTRADICTS)
        keys = (step.link.key, *step.link.sources)
        granted = (self.graph.statements[key].has(Flag.CONCEDED) for key in step.link.sources)
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

    def _full(self, key: str) -> str:
        """A statement with its text and who says so, or a link with what it does."""
        statement = self.graph.statements.get(key)
        if statement is None:
            link = self.graph.links[key]
            sources = " and ".join(self._name(source) for source in link.sources)
            verb = _VERBS[link.type][len(link.sources) > 1]
            return f"{self._label(key)}: {sources} {verb} {self._name(link.target)}"
        source = f" [{statement.source}]" if statement.source else ""
        return f"{self._label(key)}: {statement.text}{source}"

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

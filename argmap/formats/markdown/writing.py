"""From a graph to annotated Markdown: one essay a file, a statement a paragraph.

A statement is a span, or a block where its text has several lines; one that is implicit is a
comment. Sections become headings. A link is an attribute of its source where that says it all, and
else a mark with ``from``. What has no name and is referred to is given one, so that what is read
again is the same graph.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from argmap.formats.foreign import is_lang
from argmap.formats.markdown.text import (
    head_value,
    heading,
    inline,
    number,
    paragraph,
    plain_lines,
    value,
)
from argmap.model import Essay, Flag, Link, Reference, Statement
from argmap.syntax.ids import id_slip

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = ["MarkdownWriter"]

_Run = tuple[tuple[str, ...], list[tuple[Statement, str]]]
"""A section, and the statements that stand together in it, each with its ``on`` as written."""

_DEEPEST_HEADING = 6
_HEAD = ("title", "author", "stance", "date")
_TEXTS = ("by", "source", "url", "cite", "date", "quote")
_LAST_TEXTS = ("scheme", "sense")


class MarkdownWriter:
    """Writes the essays of one graph. ``keys`` tells which keys are others in what is written."""

    def __init__(self, graph: ArgumentGraph) -> None:
        self.graph = graph
        self.keys: dict[str, str] = {}
        self.editions: dict[str, tuple[str, str]] = {}
        self.taken: set[tuple[str, str]] = set()
        self.local: dict[str, str] = {}
        """What statements and links are called in their essay; not there: a link without a name."""
        self.order: dict[str, list[Statement]] = {}
        attacked = {link.target for link in graph.links.values()} - graph.statements.keys()
        stated: dict[str, list[Link]] = {}
        for link in graph.links.values():
            stated.setdefault(graph.essay_of(link.key).key, []).append(link)
        self.stated = stated
        for essay in graph.essays:
            self._name(essay, attacked)

    # Names

    def _name(self, essay: Essay, attacked: set[str]) -> None:
        """Give everything of an essay the name it has in the file, legal and distinct."""
        self.editions[essay.key] = edition = _edition(essay, self.taken)
        self.taken.add(edition)
        home = "@".join(edition)
        if home != essay.key:
            self.keys[essay.key] = home
        ordered = self.order[essay.key] = _in_order(essay)
        links = self.stated.get(essay.key, ())
        taken = {statement.id for statement in ordered if statement.id is not None}
        taken.update(link.name for link in links if link.name is not None)
        nameless = 0
        for statement in ordered:
            local = statement.key.removeprefix(f"{essay.key}:")
            if statement.id is None:
                nameless += 1
                local = f"~{nameless}"
            elif id_slip(statement.id, 0, 0) is not None:
                local = _free(statement.text, statement.kind, taken)
            self._called(statement.key, home, local)
        for link in links:
            name = link.name
            if name is not None and id_slip(name, 0, 0) is not None:
                name = None
            if name is None and link.key in attacked:
                name = _free("", "link", taken)
            if name is not None:
                self._called(link.key, home, name)

    def _called(self, key: str, home: str, local: str) -> None:
        self.local[key] = local
        if key != f"{home}:{local}":
            self.keys[key] = f"{home}:{local}"

    def _reference(self, essay: Essay, key: str) -> str:
        home = self.graph.essay_of(key)
        if home.key == essay.key:
            return self.local[key]
        work, lang = self.editions[home.key]
        return f"{work}@{lang}:{self.local[key]}"

    # Essays

    def essay(self, essay: Essay) -> str:
        """Write one essay; linear in what it holds."""
        carried, apart = self._parted(essay)
        blocks: list[str] = [self._head(essay)]
        runs = self._runs(essay)
        # The largest heading is the essay's title's, unless all six are needed.
        top = 2 if all(len(section) < _DEEPEST_HEADING for section, _ in runs) else 1
        before: tuple[str, ...] = ()
        inherited: list[str] = []  # what each open heading says its statements speak to
        for index, (section, statements) in enumerate(runs):
            shared, headings = _headings(before, section, top)
            del inherited[shared:]
            on = _handed_down(runs, index) if headings and section[-1].strip() else ""
            if on == next((each for each in reversed(inherited) if each), ""):
                on = ""
            inherited.extend([""] * (len(section) - shared - 1))
            if len(section) > shared:
                inherited.append(on)
            blocks.extend(headings[:-1])
            blocks.extend(f"{last} {{{on}}}" if on else last for last in headings[-1:])
            above = next((each for each in reversed(inherited) if each), "")
            for statement, own in statements:
                links = carried.get(statement.key, ())
                told = own if own != above else ""
                blocks.append(self._statement(essay, statement, links, told))
            before = section
        blocks.extend(self._apart(essay, link, sources) for link, sources in apart)
        return "\n\n".join(blocks) + "\n"

    def _runs(self, essay: Essay) -> list[_Run]:
        """Gather the statements that stand together in a section, each with its ``on``."""
        runs: list[_Run] = []
        for statement in self.order[essay.key]:
            on = _listed("on", (self._mention(essay, each) for each in statement.on))
            if not runs or runs[-1][0] != statement.section:
                runs.append((statement.section, []))
            runs[-1][1].append((statement, on))
        return runs

    def _head(self, essay: Essay) -> str:
        work, lang = self.editions[essay.key]
        lines = ["---", f"id: {work}", f"lang: {lang}"]
        for name in _HEAD:
            text: str = getattr(essay, name)
            if text.strip():
                lines.append(f"{name}: {head_value(text)}")
        original = essay.extra.get("original")
        if isinstance(original, Mapping) and original:
            lines.append(f"original: {_flow(original)}")
        return "\n".join((*lines, "---"))

    # Links

    def _parted(
        self, essay: Essay
    ) -> tuple[dict[str, list[Link]], list[tuple[Link, tuple[str, ...]]]]:
        """Part the links of an essay: those that sources carry, and what needs a mark of its own.

        A source carries a link of which nothing but the source need be said. One that is named, or
        acts with others, is carried only where its source states no other link.
        """
        links = self.stated.get(essay.key, ())
        own = {statement.key for statement in essay.statements}
        makes: dict[str, int] = {}
        for link in links:
            if not link.reason:
                for source in link.sources:
                    makes[source] = makes.get(source, 0) + 1
        carried: dict[str, list[Link]] = {}
        apart: list[tuple[Link, tuple[str, ...]]] = []
        for link in links:
            named = link.key in self.local
            if link.reason or (len(link.sources) > 1 and not named):
                apart.append((link, link.sources))
                continue
            left = [s for s in link.sources if s not in own or (named and makes[s] > 1)]
            for source in link.sources:
                if source not in left:
                    carried.setdefault(source, []).append(link)
            if left:
                apart.append((link, tuple(left)))
        if any(len(links) > 1 for links in carried.values()):
            self._keep_apart(carried, apart)
        return carried, apart

    def _keep_apart(
        self, carried: dict[str, list[Link]], apart: list[tuple[Link, tuple[str, ...]]]
    ) -> None:
        """Take out of a source's links a second one of the same ends, which would say it again."""
        for source, links in carried.items():
            seen: set[tuple[str, str]] = set()
            for link in list(links):
                ends = (link.type, link.target)
                if ends in seen:
                    links.remove(link)
                    apart.append((link, (source,)))
                seen.add(ends)

    def _link_attributes(self, essay: Essay, links: Iterable[Link]) -> Iterator[str]:
        by_type: dict[str, list[str]] = {}
        via = ""
        for link in links:
            by_type.setdefault(link.type, []).append(self._reference(essay, link.target))
            via = self.local.get(link.key, via)
        for link_type, targets in by_type.items():
            yield f"{link_type}={value(' '.join(targets))}"
        if via:
            yield f"via={via}"

    def _apart(self, essay: Essay, link: Link, sources: Sequence[str]) -> str:
        """Write a mark with ``from``, whose text says why."""
        from_ = " ".join(self._reference(essay, source) for source in sources)
        attributes = (f"from={value(from_)}", *self._link_attributes(essay, (link,)))
        return _marked(plain_lines(link.reason), " ".join(attributes))

    # Statements

    def _statement(self, essay: Essay, statement: Statement, links: Iterable[Link], on: str) -> str:
        attributes = " ".join(filter(None, self._attributes(essay, statement, links, on)))
        lines = plain_lines(statement.text)
        if Flag.IMPLICIT in statement.flags:
            text = value(" ".join(lines))
            words = f"{attributes}{' text=' + text if text else ''}"
            return f"<!-- {{{words.replace('-->', '- ->')}}} -->"  # which would end the comment
        return _marked(lines, attributes)

    def _attributes(
        self, essay: Essay, statement: Statement, links: Iterable[Link], on: str
    ) -> Iterator[str]:
        if statement.id is not None:
            local = self.local[statement.key]
            yield f"#{statement.id if '~' in local else local}"
        yield f".{statement.kind}"
        yield from (f".{flag}" for flag in Flag if flag in statement.flags)
        yield from self._link_attributes(essay, links)
        yield on
        yield from _values(statement, _TEXTS)
        if statement.weight is not None:
            yield f"weight={number(statement.weight)}"
        yield from _values(statement, _LAST_TEXTS)
        yield _listed("answers", (self._mention(essay, each) for each in statement.answers))
        yield _listed("at", statement.at)

    def _mention(self, essay: Essay, reference: Reference) -> str:
        """Write what ``on`` or ``answers`` names: as it was written, unless that is now another."""
        key = self.graph.names.find(essay, reference)
        if key is not None and key in self.local and (key in self.keys or reference.work):
            behind = "" if reference.question is None else f".{reference.question}"
            return f"{self._reference(essay, key)}{behind}"
        return str(reference)


def _in_order(essay: Essay) -> list[Statement]:
    """Put statements in the order of the text, those above all sections first.

    Data that knows no places has no such order: then theses stand before all others.
    """
    placeless = len({statement.range for statement in essay.statements}) < 2
    return sorted(
        essay.statements,
        key=lambda each: (
            bool(each.section),
            placeless and not each.section and Flag.THESIS not in each.flags,
        ),
    )


def _edition(essay: Essay, taken: Container[tuple[str, str]]) -> tuple[str, str]:
    """Return a work and language that front matter can hold, and no other essay has."""
    from argmap.work_ids import id_from

    work = essay.id if id_slip(essay.id, 0, 0) is None else id_from(f"{essay.id}.md")
    lang = essay.lang if is_lang(essay.lang) else "und"
    stem, count = work, 1
    while (work, lang) in taken:
        count += 1
        work = f"{stem}-{count}"
    return work, lang


def _free(text: str, kind: str, taken: set[str]) -> str:
    from argmap.id_words import id_of_words

    name = id_of_words(text, kind, taken)
    taken.add(name)
    return name


def _headings(before: tuple[str, ...], section: tuple[str, ...], top: int) -> tuple[int, list[str]]:
    """Write the headings that lead from one section into another, ``top`` the outermost level.

    Returns them, and how many of the headings above still hold.
    """
    if before == section:
        return len(section), []
    shared = 0
    while shared < min(len(before), len(section) - 1) and before[shared] == section[shared]:
        shared += 1
    made: list[str] = []
    for level in range(shared, min(len(section), _DEEPEST_HEADING + 1 - top)):
        words = heading(" ".join(plain_lines(section[level])))
        made.append(f"{'#' * (level + top)} {words}".rstrip())
    return shared, made


def _handed_down(runs: Sequence[_Run], index: int) -> str:
    """Return the ``on`` that the heading above a run can say for most of it; else nothing.

    It holds for all that stands under the heading, so all of that must speak to some question.
    """
    section, statements = runs[index]
    for other, below in runs[index:]:
        if other[: len(section)] != section or (other == section and below is not statements):
            break
        if not all(on for _, on in below):
            return ""
    counts = Counter(on for _, on in statements)
    return counts.most_common(1)[0][0]


def _marked(lines: Sequence[str], attributes: str) -> str:
    """Mark a text: a span where it is one line, else a block of paragraphs."""
    if len(lines) < 2:
        return f"[{inline(lines[0]) if lines else ''}]{{{attributes}}}"
    text = "\n\n".join(map(paragraph, lines))
    return f"::: {{{attributes}}}\n{text}\n:::"


def _values(statement: Statement, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        text = getattr(statement, name)
        if text is not None and (written := value(text)):
            yield f"{name}={written}"


def _listed(name: str, words: Iterable[str]) -> str:
    written = value(" ".join(words))
    return f"{name}={written}" if written else ""


def _flow(original: Mapping[str, Any]) -> str:
    """Write what an essay is a digest of on one line, as YAML that is JSON."""
    text = json.dumps(original, ensure_ascii=False, default=str)
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)

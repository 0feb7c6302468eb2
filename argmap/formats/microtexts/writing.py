"""From a graph to the XML of arg-microtexts, a text for each essay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from argmap.formats.aif.conflicts import with_attacks_for_contradictions
from argmap.formats.differing import lost_between
from argmap.formats.foreign import foreign, foreign_link, scheme_of, spelt
from argmap.formats.interface import Loss, Losses, Source
from argmap.formats.microtexts.reading import (
    EXAMPLE,
    NAME,
    edge_ids,
    read_arggraph,
    segment_ids,
    segments,
)
from argmap.graph import ArgumentGraph
from argmap.model import Flag, LinkType
from argmap.syntax.ids import id_slip

if TYPE_CHECKING:
    from argmap.model import Essay, Link, Statement

__all__ = ["arggraphs_of"]

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def arggraphs_of(graph: ArgumentGraph) -> tuple[list[tuple[str, str]], tuple[Loss, ...]]:
    """Write each essay, with a name for its file, and say what is not in them; linear.

    What is written is read again, and whatever is not as it was is a loss.
    """
    from argmap.formats.safe.xml import read_xml

    losses = Losses()
    graph = with_attacks_for_contradictions(graph, losses)
    made: list[tuple[str, str]] = []
    keys: dict[str, str] = {}
    again = []
    works: set[str] = set()
    writers = _writers(graph)
    for essay in graph.essays:
        work = essay.id
        while work in works:
            work += f"-{essay.lang}"
        works.add(work)
        writer = writers[essay.key]
        text = writer.text(work)
        made.append((work, text))
        source = Source(f"{work}.xml", text.encode("utf-8", "replace"), work=work)
        there = read_arggraph(source, *read_xml(source)).essays[0]
        again.append(there)
        keys[essay.key] = there.key
        keys |= writer.keys(there)
    found = lost_between(graph, ArgumentGraph.build(again), keys)
    return made, tuple(sorted((*losses.found(), *found), key=lambda loss: loss.kind))


def _writers(graph: ArgumentGraph) -> dict[str, _Writer]:
    """Part a graph into essays with the links that stay in one: their sources and target too."""
    home = {key: graph.essay_of(key).key for key in (*graph.statements, *graph.links)}
    within: dict[str, list[Link]] = {essay.key: [] for essay in graph.essays}
    left: set[str] = set()
    bearing: dict[str, list[str]] = {}
    for link in graph.links.values():
        if link.target in graph.links:
            bearing.setdefault(link.target, []).append(link.key)
        ends = {home[each] for each in (*link.sources, link.target)}
        if link.type is LinkType.RESTATES or len(ends) > 1:
            left.add(link.key)
    pending = list(left)
    while pending:
        for key in bearing.get(pending.pop(), ()):
            if key not in left:
                left.add(key)
                pending.append(key)
    for link in graph.links.values():
        if link.key not in left:
            within[home[link.sources[0]]].append(link)
    return {essay.key: _Writer(graph, essay, within[essay.key]) for essay in graph.essays}


class _Writer:
    """Writes one essay."""

    def __init__(self, graph: ArgumentGraph, essay: Essay, links: list[Link]) -> None:
        self.graph = graph
        self.essay = essay
        self.statements = essay.statements
        self.links = links
        self.used: set[str] = set()
        self.next: dict[str, int] = {}
        self.numbers = {s.key: n for n, s in enumerate(essay.statements, 1)}
        self.ids: dict[str, str] = {}
        for number, statement in enumerate(essay.statements, 1):
            kept = foreign(statement.extra, NAME).get("id")
            self.ids[statement.key] = self._free((kept, statement.id, f"a{number}"), "a", number)
        made = edge_ids(
            (tuple(self.numbers[each] for each in link.sources) for link in links),
            len(essay.statements),
        )
        self.edges: dict[str, list[str]] = {}
        names = [(foreign_link(graph, link, NAME).get("id"), link.name) for link in links]
        for link, (kept, name), own in zip(links, names, made, strict=True):
            if kept is not None or name is not None:
                self.edges[link.key] = [self._free((kept, name, own[0]), "c", 1)]
        for link, own in zip(links, made, strict=True):
            first = self.edges.setdefault(link.key, [])
            if not first:
                first.append(self._free((own[0],), "c", 1))
            added = foreign_link(graph, link, NAME).get("add")
            more = added if isinstance(added, list) and len(added) == len(own) - 1 else own[1:]
            for id_ in more:
                first.append(self._free((id_,), "c", 1))

    def _free(self, wished: tuple[object, ...], letter: str, number: int) -> str:
        """Return the first id that is legal and not used, or the letter with a number; note it."""
        for wish in wished:
            if isinstance(wish, str) and wish not in self.used and id_slip(wish, 0, 0) is None:
                self.used.add(wish)
                return wish
        number = max(number, self.next.get(letter, 3 * len(self.numbers)))
        while (id_ := f"{letter}{number}") in self.used:
            number += 1
        self.next[letter] = number + 1  # what is behind this is never tried again
        self.used.add(id_)
        return id_

    def keys(self, there: Essay) -> dict[str, str]:
        """Lead from our keys to those in what was read of it."""
        by_id = {foreign(s.extra, NAME).get("id"): s.key for s in there.statements}
        found = {key: by_id[id_] for key, id_ in self.ids.items() if id_ in by_id}
        graph = ArgumentGraph.build([there])
        links = {spelt(id_): key for key, (id_, *_) in self.edges.items()}
        for key, link in graph.links.items():
            id_ = foreign_link(graph, link, NAME).get("id") or link.name
            if isinstance(id_, str) and id_ in links:
                found[links[id_]] = key
        return found

    def text(self, work: str) -> str:
        """Write the XML, in the order that the corpus has."""
        units, joints, pairs = self._grounds()
        elements = [
            *units,
            *(("joint", {"id": joint}, None) for joint in joints),
            *(("adu", {"id": self.ids[s.key], "type": _role(s)}, None) for s in self.statements),
            *(("edge", edge, None) for edge in self._edges(pairs)),
        ]
        lines = [
            "<?xml version='1.0' encoding='UTF-8'?>",
            f"<arggraph{_attributes(self._head(work))}>",
            *(f"  {_element(*each)}" for each in elements),
            "</arggraph>",
        ]
        return "\n".join(lines) + "\n"

    def _head(self, work: str) -> dict[str, str]:
        kept = foreign(self.essay.extra, NAME)
        head = {"id": work}
        topic = self._topic() or kept.get("topic_id")
        if isinstance(topic, str) and topic:
            head["topic_id"] = topic
        if self.essay.stance:
            head["stance"] = self.essay.stance
        attributes = kept.get("attributes")
        if isinstance(attributes, dict):
            head |= {k: v for k, v in attributes.items() if k not in head and isinstance(v, str)}
        return head

    def _topic(self) -> str:
        """Return the one question that the statements speak to that lead nowhere, or nothing."""
        leading = {source for link in self.links for source in link.sources}
        tops = [s for s in self.essay.statements if s.key not in leading]
        topics = {tuple(map(str, statement.on)) for statement in tops}
        return (
            next(iter(topics))[0] if len(topics) == 1 and all(len(t) == 1 for t in topics) else ""
        )

    def _grounds(
        self,
    ) -> tuple[list[tuple[str, dict[str, str], str | None]], list[str], list[tuple[str, str]]]:
        """Return the elements of the units, the joints, and the ends of the edges from them."""
        units: list[tuple[str, dict[str, str], str | None]] = []
        joints: list[str] = []
        pairs: list[tuple[str, str]] = []
        for number, statement in enumerate(self.statements, 1):
            implicit = {"implicit": "true"} if Flag.IMPLICIT in statement.flags else {}
            kept = foreign(statement.extra, NAME)
            parts = _sound_units(kept.get("units"))
            whole = bool(parts) and " ".join(t for _, t in parts if t) == statement.text
            if not whole:
                parts = [(parts[0][0] if parts else f"e{number}", statement.text)]
            ids = {id_: self._free((id_,), "e", number) for id_, _ in parts}
            units += (("edu", {"id": ids[id_], **implicit}, text) for id_, text in parts)
            joined = [
                (self._free((joint,), "j", 1), [ids[each] for each in of if each in ids])
                for joint, of in (_sound_joints(kept.get("joints")) if whole else ())
            ]
            joints += (joint for joint, _ in joined)
            pairs += segments(self.ids[statement.key], list(ids.values()), joined)
        for id_, text in _sound_units(foreign(self.essay.extra, NAME).get("units")):
            units.append(("edu", {"id": self._free((id_,), "e", 1)}, text))
        return units, joints, pairs

    def _edges(self, pairs: list[tuple[str, str]]) -> Iterator[dict[str, str]]:
        kept = foreign(self.essay.extra, NAME).get("segments")
        ids = segment_ids((each for own in self.edges.values() for each in own), len(pairs))
        if isinstance(kept, list) and len(kept) == len(ids):
            ids = kept
        for id_, (source, target) in zip(ids, pairs, strict=True):
            own = self._free((id_,), "c", 2 * len(self.numbers))
            yield {"id": own, "src": source, "trg": target, "type": "seg"}
        for link in self.links:
            own, *more = self.edges[link.key]
            sources = [self.ids[source] for source in link.sources]
            target = self.ids.get(link.target) or self.edges[link.target][0]
            type_ = self._type(link)
            at = foreign_link(self.graph, link, NAME).get("at")
            if isinstance(at, str) and at in self.edges.get(link.target, ()):
                target = at
            yield {"id": own, "src": sources[0], "trg": target, "type": type_}
            for id_, source in zip(more, sources[1:], strict=True):
                yield {"id": id_, "src": source, "trg": own, "type": "add"}

    def _type(self, link: Link) -> str:
        if link.type is LinkType.SUPPORTS:
            return "exa" if scheme_of(self.graph, link) == EXAMPLE else "sup"
        kept = foreign_link(self.graph, link, NAME).get("type")
        if kept in ("und", "reb"):
            return str(kept)
        return "reb" if link.target in self.ids else "und"


def _element(tag: str, attributes: dict[str, str], text: str | None) -> str:
    written = f"<{tag}{_attributes(attributes)}"
    return f"{written}/>" if text is None else f"{written}>{_text(text)}</{tag}>"


def _role(statement: Statement) -> str:
    return "pro" if statement.by is None else "opp"


def _sound_units(kept: Any) -> list[tuple[str, str]]:
    if not isinstance(kept, list):
        return []
    sound = (each for each in kept if isinstance(each, dict))
    pairs = ((each.get("id"), each.get("text")) for each in sound)
    return [(i, t) for i, t in pairs if isinstance(i, str) and isinstance(t, str)]


def _sound_joints(kept: Any) -> list[tuple[str, list[str]]]:
    if not isinstance(kept, list):
        return []
    sound = (each for each in kept if isinstance(each, dict))
    pairs = ((each.get("id"), each.get("units")) for each in sound)
    return [
        (i, list(map(str, of))) for i, of in pairs if isinstance(i, str) and isinstance(of, list)
    ]


def _attributes(attributes: dict[str, str]) -> str:
    from xml.sax.saxutils import quoteattr

    return "".join(
        f" {name}={quoteattr(_NOT_XML.sub(chr(0xFFFD), value))}"
        for name, value in attributes.items()
        if re.fullmatch(r"[A-Za-z_][\w.-]*", name, re.ASCII)
    )


def _text(text: str) -> str:
    """Write a text, as the corpus does in CDATA, where that can hold it."""
    text = _NOT_XML.sub("\ufffd", text)
    if "]]>" not in text and "\r" not in text:
        return f"<![CDATA[{text}]]>"
    from xml.sax.saxutils import escape

    return escape(text, {"\r": "&#13;"})

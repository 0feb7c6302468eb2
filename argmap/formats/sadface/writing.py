"""From a graph to a SADFace document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from argmap.formats.aif.ids import Ids, keys_by_id
from argmap.formats.aif.parts import is_id
from argmap.formats.aif.people import entries
from argmap.formats.aif.words import name_of_scheme, scheme_of_name
from argmap.formats.differing import lost_between
from argmap.formats.foreign import foreign, foreign_link, scheme_of, spelt
from argmap.formats.interface import Loss, Source
from argmap.formats.sadface.reading import ESSAY, NAME, OWN, TEXTS, read_document
from argmap.model import Flag, LinkType

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.model import Essay, Link

__all__ = ["document_of"]

VERSION = "0.5"
"""The version of SADFace that is written."""
_NAMES = {
    LinkType.SUPPORTS: "support",
    LinkType.ATTACKS: "conflict",
    LinkType.CONTRADICTS: "conflict",
    LinkType.RESTATES: "rephrase",
}
_CORE = ("analyst_email", "analyst_name", "created", "description", "edited", "id", "notes")


def document_of(graph: ArgumentGraph) -> tuple[dict[str, Any], tuple[Loss, ...]]:
    """Write all of a graph as one document, and say what it does not hold; linear.

    What is written is read again, and whatever is not as it was is a loss.
    """
    writer = _Writer(graph)
    data = writer.document()
    essay = writer.essay
    if essay is None:
        return data, ()
    again = read_document(Source(essay.path, b"", work=essay.id), data).graph()
    keys = keys_by_id(again, NAME, {spelt(id_): key for key, id_ in writer.of.items()})
    keys[essay.key] = again.essays[0].key
    return data, lost_between(graph, again, keys)


class _Writer:
    """Writes one graph. ``of`` has the id of each statement and link."""

    def __init__(self, graph: ArgumentGraph) -> None:
        self.graph = graph
        self.essay: Essay | None = next(iter(graph.essays), None)
        self.kept = foreign(self.essay.extra, NAME) if self.essay is not None else {}
        self.others = [node for node in entries(self.kept, "nodes") if is_id(node.get("id"))]
        self.ids = Ids(graph, NAME, [node["id"] for node in self.others])
        self.home = self.essay.key if self.essay is not None else ""
        own: dict[str, Any] = {k: foreign(s.extra, NAME) for k, s in graph.statements.items()}
        own |= {key: foreign_link(graph, link, NAME) for key, link in graph.links.items()}
        self.of: dict[str, str | int] = {
            key: id_ if own[key].get("id") == id_ else self._uuid(f"node {id_}")
            for key, id_ in self.ids.of.items()
        }

    def _uuid(self, name: str) -> str:
        """Return the same UUID for the same name, as the output must not change by itself."""
        from uuid import NAMESPACE_URL, uuid5

        return str(uuid5(NAMESPACE_URL, f"{self.home} {name}"))

    def document(self) -> dict[str, Any]:
        """Put it together."""
        links = self.graph.links.values()
        nodes = [self._atom(key) for key in self.graph.statements]
        nodes += [self._scheme(link) for link in links if link.key not in self.ids.first]
        nodes += map(dict, self.others)
        data: dict[str, Any] = {"metadata": self._metadata()}
        listed = ("metadata", "nodes", "edges", "resources")
        data |= {name: value for name, value in self.kept.items() if name not in listed}
        resources = self.kept.get("resources")
        data["resources"] = resources if isinstance(resources, list) else []
        there = {spelt(node["id"]) for node in nodes}
        return data | {"nodes": nodes, "edges": self._edges(there)}

    def _metadata(self) -> dict[str, Any]:
        metadata = dict(_mapping(self.kept.get("metadata")))
        core = dict(_mapping(metadata.get("core")))
        if not self.kept:
            core = dict.fromkeys(_CORE, "") | {"id": self._uuid("document"), "version": VERSION}
        own: dict[str, Any] = {}
        if self.essay is not None:
            if self.essay.title or not self.kept:
                core["title"] = self.essay.title
            own = {key: getattr(self.essay, name) for key, name in ESSAY.items()}
        own = {key: value for key, value in own.items() if value}
        return {**({"core": core} if core else {}), **metadata, "core": core, OWN: own}

    def _atom(self, key: str) -> dict[str, Any]:
        statement = self.graph.statements[key]
        own: dict[str, Any] = {"id": statement.id} if statement.id is not None else {}
        own["kind"] = str(statement.kind)
        own["flags"] = [str(flag) for flag in Flag if flag in statement.flags]
        own["section"] = list(statement.section)
        own["on"] = list(map(str, statement.on))
        own |= {name: getattr(statement, name) for name in TEXTS}
        own["weight"] = statement.weight
        own["answers"] = list(map(str, statement.answers))
        own["at"] = list(statement.at)
        kept = foreign(statement.extra, NAME)
        node: dict[str, Any] = {"id": self.of[key], "type": "atom", "text": statement.text}
        node["sources"] = []
        return self._with_own(node, kept, own)

    def _scheme(self, link: Link) -> dict[str, Any]:
        kept = foreign_link(self.graph, link, NAME)
        scheme = scheme_of(self.graph, link)
        name = _NAMES[link.type] if scheme is None else name_of_scheme(scheme)
        written = kept.get("name")
        if isinstance(written, str) and scheme is not None and scheme_of_name(written) == scheme:
            name = written
        own = {"id": link.name, "type": str(link.type), "reason": link.reason}
        return self._with_own({"id": self.of[link.key], "type": "scheme", "name": name}, kept, own)

    def _with_own(
        self, node: dict[str, Any], kept: Mapping[str, Any], own: Mapping[str, Any]
    ) -> dict[str, Any]:
        metadata = dict(_mapping(kept.get("metadata")))
        metadata[OWN] = {key: value for key, value in own.items() if value not in (None, "", [])}
        taken = ("id", "type", "text", "name", "metadata")
        node |= {key: value for key, value in kept.items() if key not in taken}
        return node | {"metadata": metadata}

    def _edges(self, there: set[str]) -> list[dict[str, Any]]:
        """Write the edges that are kept and still hold, then those that are new."""
        by_id = {id_: self.of[key] for key, id_ in self.ids.of.items()}
        pairs = {
            (spelt(by_id[from_]), spelt(by_id[to])): (by_id[from_], by_id[to])
            for from_, to in self.ids.pairs()
        }
        others = {spelt(node["id"]) for node in self.others}
        found: list[dict[str, Any]] = []
        for edge in entries(self.kept, "edges"):
            if not (is_id(edge.get("source_id")) and is_id(edge.get("target_id"))):
                continue
            ends = (spelt(edge["source_id"]), spelt(edge["target_id"]))
            held = pairs.pop(ends, None) is not None
            if held or (not others.isdisjoint(ends) and there.issuperset(ends)):
                found.append(dict(edge))
        for from_, to in pairs.values():
            id_ = self._uuid(f"edge {from_} {to}")
            found.append({"id": id_, "source_id": from_, "target_id": to})
        return found


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}

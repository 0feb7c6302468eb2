"""From a graph to an AIF nodeset, for AIF and for xAIF, which wraps it.

What an essay or statement keeps of a nodeset that it was read from is written again: ids, times,
locutions, edges with their ids. Whoever else asserts a statement (``by``) gets a locution.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from argmap.formats.aif.conflicts import with_attacks_for_contradictions
from argmap.formats.aif.ids import Ids, keys_by_id
from argmap.formats.aif.parts import is_id
from argmap.formats.aif.people import ASSERTING, entries, person_name, speakers
from argmap.formats.aif.reading import NAME, read_nodeset
from argmap.formats.aif.words import PLAIN, name_of_scheme, scheme_of_name
from argmap.formats.differing import lost_between
from argmap.formats.foreign import foreign, foreign_link, scheme_of, spelt
from argmap.formats.interface import Loss, Losses, Source
from argmap.model import LinkType

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.model import Link

__all__ = ["nodeset_of"]

_TYPES = {LinkType.SUPPORTS: "RA", LinkType.ATTACKS: "CA", LinkType.RESTATES: "MA"}
_PARTS = ("nodes", "edges", "participants", "locutions")

Ends = tuple[str | int, str | int]


def nodeset_of(graph: ArgumentGraph, own: str = "") -> tuple[dict[str, Any], tuple[Loss, ...]]:
    """Write all of a graph as one nodeset, and say what it does not hold; linear.

    What is written is read again, and whatever is not as it was is a loss. ``own`` is a format
    whose fields in ``extra`` of the first essay are written beside the nodeset.
    """
    losses = Losses()
    graph = with_attacks_for_contradictions(graph, losses)
    writer = _Writer(graph)
    data = writer.nodeset()
    essay = next(iter(graph.essays), None)
    if essay is None:
        return data, ()
    reading = read_nodeset(Source(essay.path, b"", work=essay.id), data)
    made = reading.essays[0]
    if own in essay.extra:
        made = replace(made, extra={**made.extra, own: essay.extra[own]})
    again = replace(reading, essays=(made,)).graph()
    keys = keys_by_id(again, NAME, writer.ids.keys)
    keys[essay.key] = made.key
    found = (*losses.found(), *lost_between(graph, again, keys))
    return data, tuple(sorted(found, key=lambda loss: loss.kind))


class _Writer:
    """Writes one graph."""

    def __init__(self, graph: ArgumentGraph) -> None:
        self.graph = graph
        self.kept = _merged(graph)
        self.others = entries(self.kept, "nodes")
        self.ids = Ids(graph, NAME, [node["nodeID"] for node in self.others])

    def nodeset(self) -> dict[str, Any]:
        """Put it together, the lists of AIFdb first."""
        ids, links = self.ids, self.graph.links.values()
        nodes = [self._statement(key) for key in self.graph.statements]
        nodes += [self._step(link) for link in links if link.key not in ids.first]
        nodes += map(dict, self.others)
        people, said = (list(entries(self.kept, key)) for key in ("participants", "locutions"))
        pairs = {_spelt(ends): ends for ends in ids.pairs()}
        for locution, act, key in list(self._acts(people, said)):
            nodes += [locution, act]
            for ends in ((locution["nodeID"], act["nodeID"]), (act["nodeID"], ids.of[key])):
                pairs[_spelt(ends)] = ends
        there = {spelt(node["nodeID"]) for node in nodes}
        data: dict[str, Any] = {"nodes": nodes, "edges": self._edges(pairs, there)}
        for name, value in self.kept.items():
            if name not in _PARTS:
                data[name] = _only(value, there) if name == "schemefulfillments" else value
        if people:
            data["participants"] = people
        data["locutions"] = _only(said, there)
        return data

    def _statement(self, key: str) -> dict[str, Any]:
        statement = self.graph.statements[key]
        kept = foreign(statement.extra, NAME)
        node = {"nodeID": self.ids.of[key], "text": statement.text, "type": "I"}
        return node | {name: value for name, value in kept.items() if name not in (*node, "id")}

    def _step(self, link: Link) -> dict[str, Any]:
        """Write the node of a link, called as it was where that still means its scheme."""
        kept = dict(foreign_link(self.graph, link, NAME))
        kept.pop("id", None)
        scheme = scheme_of(self.graph, link)
        text: Any = PLAIN[link.type] if scheme is None else name_of_scheme(scheme)
        written = kept.pop("text", text)
        called = kept.get("scheme")
        if not isinstance(called, str) or not called.strip():
            called = written
        if (scheme_of_name(called) if isinstance(called, str) else None) == scheme:
            text = written
        elif "scheme" in kept:
            kept["scheme"] = text
        node = {"nodeID": self.ids.of[link.key], "text": text, "type": _TYPES[link.type]}
        return node | {name: value for name, value in kept.items() if name not in node}

    def _edges(self, pairs: dict[tuple[str, str], Ends], there: set[str]) -> list[dict[str, Any]]:
        """Write the edges that are kept and still hold, then those that are new, numbered on."""
        others = {spelt(node["nodeID"]) for node in self.others}
        found: list[dict[str, Any]] = []
        for edge in _sound_edges(self.kept):
            self.ids.count(edge.get("edgeID"))
            ends = _spelt((edge["fromID"], edge["toID"]))
            held = pairs.pop(ends, None) is not None
            if held or (not others.isdisjoint(ends) and there.issuperset(ends)):
                found.append(dict(edge))
        numbered = not found or any("edgeID" in edge for edge in found)
        for from_, to in pairs.values():
            number = {"edgeID": self.ids.number()} if numbered else {}
            found.append({**number, "fromID": from_, "toID": to})
        return found

    def _acts(
        self, people: list[Any], said: list[Any]
    ) -> Iterator[tuple[dict[str, Any], dict[str, Any], str]]:
        """Make a locution and an act of asserting for each statement of someone who has none yet.

        Adds to the people, and to the list of who said what.
        """
        statements = self.graph.statements
        by = {key: each.by for key, each in statements.items() if each.by is not None}
        known = self._speakers() if by and self.others else {}
        numbers = {person_name(each): each.get("participantID") for each in reversed(people)}
        taken = {spelt(each) for each in numbers.values() if is_id(each)}
        number = 0
        for key, name in by.items():
            if known.get(spelt(self.ids.of[key])) == name:
                continue
            if not is_id(numbers.get(name)):
                number += 1
                while str(number) in taken:
                    number += 1
                numbers[name] = number
                first, _, last = name.partition(" ")
                people.append({"participantID": number, "firstname": first, "surname": last})
            text = f"{name} : {statements[key].text}"
            locution = {"nodeID": self.ids.number(), "text": text, "type": "L"}
            act = {"nodeID": self.ids.number(), "text": ASSERTING, "type": "YA"}
            said.append({"nodeID": locution["nodeID"], "personID": numbers[name]})
            yield locution, act, key

    def _speakers(self) -> dict[str, str]:
        into: dict[str, list[str]] = {}
        for edge in _sound_edges(self.kept):
            into.setdefault(spelt(edge["toID"]), []).append(spelt(edge["fromID"]))
        texts = {spelt(self.ids.of[key]): s.text for key, s in self.graph.statements.items()}
        return speakers(self.others, into, texts, self.kept)


def _merged(graph: ArgumentGraph) -> dict[str, Any]:
    """Put together what essays keep of their nodesets; of other values, the first counts."""
    merged: dict[str, Any] = {}
    for essay in graph.essays:
        for name, value in foreign(essay.extra, NAME).items():
            there = merged.setdefault(name, [] if isinstance(value, list) else value)
            if isinstance(there, list) and isinstance(value, list):
                there.extend(value)
    nodes = {spelt(node["nodeID"]): node for node in entries(merged, "nodes")[::-1] if _sound(node)}
    merged["nodes"] = list(nodes.values())[::-1]
    return merged


def _sound(node: Any) -> bool:
    return is_id(node.get("nodeID"))


def _sound_edges(kept: dict[str, Any]) -> Iterator[Any]:
    edges = entries(kept, "edges")
    return (edge for edge in edges if is_id(edge.get("fromID")) and is_id(edge.get("toID")))


def _only(listed: Any, there: set[str]) -> Any:
    """Keep what is said of nodes that are there."""
    if not isinstance(listed, list):
        return listed
    sound = (each for each in listed if isinstance(each, dict))
    return [each for each in sound if not _sound(each) or spelt(each["nodeID"]) in there]


def _spelt(ends: Ends) -> tuple[str, str]:
    return spelt(ends[0]), spelt(ends[1])

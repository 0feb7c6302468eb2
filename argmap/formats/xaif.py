"""xAIF, the JSON of OVA3 and of arg-tech's services: both ways.

A nodeset stands under ``AIF``; beside it are the ``text`` with its marked spans, ``dialog``, and in
``OVA`` where the editor draws each node. What stands beside the nodeset is kept as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.interface import CERTAIN, NO, Format, Head, Output, Reading, Source, Written

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = ["FORMAT", "read", "sniff", "write"]

NAME = "xaif"
_LISTS = ("schemefulfillments", "descriptorfulfillments", "participants", "locutions")
_ACROSS, _DOWN = 280, 120
"""How far apart nodes are drawn, in OVA's pixels."""
_COLUMNS = 5


def sniff(head: Head) -> int:
    """The nodeset's key is like no other."""
    return CERTAIN if "AIF" in head.keys else NO


def read(source: Source) -> Reading:
    """Read the nodeset as one essay, and keep what stands beside it."""
    from dataclasses import replace

    from argmap.formats.aif.reading import read_nodeset
    from argmap.formats.interface import Unreadable
    from argmap.formats.safe.json import read_json

    data, faults = read_json(source)
    if not isinstance(data, dict) or "AIF" not in data:
        raise Unreadable("it is not an object with a nodeset in AIF")
    reading = read_nodeset(source, data["AIF"], faults, "AIF")
    beside = {key: value for key, value in data.items() if key != "AIF"}
    essay = reading.essays[0]
    return replace(reading, essays=(replace(essay, extra={**essay.extra, NAME: beside}),))


def write(graph: ArgumentGraph) -> Written:
    """Write a graph as one nodeset with its text; nodes that OVA has not drawn yet in a grid."""
    from argmap.formats import json_text
    from argmap.formats.aif.writing import nodeset_of
    from argmap.formats.foreign import foreign

    nodeset, losses = nodeset_of(graph, NAME)
    for name in _LISTS:
        nodeset.setdefault(name, [])
    kept = dict(foreign(graph.essays[0].extra, NAME)) if graph.essays else {}
    data: dict[str, Any] = {"AIF": nodeset}
    if kept:
        data |= kept
        if isinstance(kept.get("OVA"), dict):
            data["OVA"] = _drawn(kept["OVA"], nodeset)
    else:
        data["text"] = _text(nodeset)
        data["dialog"] = bool(nodeset["locutions"])
        data["OVA"] = _drawn({"firstname": "", "surname": "", "url": ""}, nodeset)
    return Written((Output(".json", json_text.write(data).encode()),), losses)


def _text(nodeset: dict[str, Any]) -> str:
    """Write the statements under each other, each a span that OVA links to its node."""
    from html import escape

    return "".join(
        f'<span class="highlighted" id="node{escape(str(node["nodeID"]))}">'
        f"{escape(node['text'], quote=False)}</span><br>"
        for node in nodeset["nodes"]
        if node["type"] == "I"
    )


def _drawn(kept: dict[str, Any], nodeset: dict[str, Any]) -> dict[str, Any]:
    """Say where each node is drawn: where it was, or in the next place of a grid."""
    from argmap.formats.aif.people import entries
    from argmap.formats.foreign import spelt

    there = {spelt(node["nodeID"]) for node in nodeset["nodes"]}
    nodes = [each for each in entries(kept, "nodes") if str(each.get("nodeID")) in there]
    drawn = {str(each["nodeID"]) for each in nodes}
    pairs = {(spelt(edge["fromID"]), spelt(edge["toID"])) for edge in nodeset["edges"]}
    edges = [each for each in entries(kept, "edges") if _ends(each) in pairs]
    for node in nodeset["nodes"]:
        if spelt(node["nodeID"]) not in drawn:
            row, column = divmod(len(nodes), _COLUMNS)
            place = {"x": _ACROSS * (column + 1), "y": _DOWN * (row + 1)}
            nodes.append({"nodeID": node["nodeID"], "visible": True, **place, "timestamp": ""})
    shown = set(map(_ends, edges))
    for edge in nodeset["edges"]:
        ends = {"fromID": edge["fromID"], "toID": edge["toID"]}
        if _ends(ends) not in shown:
            edges.append({**ends, "visible": True})
    return {**kept, "nodes": nodes, "edges": edges}


def _ends(edge: Any) -> tuple[str, str]:
    return str(edge.get("fromID")), str(edge.get("toID"))


FORMAT = Format(NAME, "xAIF (OVA3)", (".json",), read, write, sniff)

"""GraphML by networkx, for Gephi, yEd, Cytoscape and the like: links are nodes, as in AIF."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.formats.interface import Format, Losses, Output, Written

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.model import Statement

__all__ = ["FORMAT", "write"]

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold."""
_TEXTS = ("by", "source", "url", "cite", "date", "quote", "scheme", "sense")


def write(graph: ArgumentGraph) -> Written:
    """Write the graph as :func:`argmap.graph.network.to_digraph` shapes it, with all its texts."""
    import io

    from networkx.readwrite.graphml import GraphMLWriter

    from argmap.formats.not_kept import not_kept

    losses = Losses()
    kept = (*_TEXTS, "kind", "flags", "section", "on", "weight", "answers", "at", "reason", "name")
    not_kept(graph, losses, keeps=(*kept, "essay"))
    digraph = graph.digraph.copy()
    for key, statement in graph.statements.items():
        on = " ".join(graph.question_key(graph.essay_of(key), each) for each in statement.on)
        answers = " ".join(map(str, statement.answers))
        digraph.nodes[key].update(_values(statement, on, answers))
    for key, link in graph.links.items():
        if link.reason:
            digraph.nodes[key]["reason"] = link.reason
    clean = type(digraph)()
    for key, values in digraph.nodes(data=True):
        clean.add_node(_clean(key), **{name: _clean(value) for name, value in values.items()})
    clean.add_edges_from((_clean(source), _clean(target)) for source, target in digraph.edges)
    writer = GraphMLWriter(encoding="utf-8", prettyprint=True)
    writer.add_graph_element(clean)
    made = io.BytesIO()
    writer.dump(made)
    return Written((Output(".graphml", made.getvalue().rstrip() + b"\n"),), losses.found())


def _values(statement: Statement, on: str, answers: str) -> dict[str, str]:
    values = {
        "text": statement.text,
        "flags": " ".join(sorted(statement.flags)),
        "section": " / ".join(statement.section),
        "on": on,
        "answers": answers,
        "at": " ".join(statement.at),
        "weight": "" if statement.weight is None else repr(statement.weight),
    }
    values.update({name: getattr(statement, name) or "" for name in _TEXTS})
    return {name: value for name, value in values.items() if value or name == "text"}


def _clean(value: object) -> str:
    return _NOT_XML.sub("\ufffd", str(value))


FORMAT = Format("graphml", "GraphML", (".graphml",), write=write)

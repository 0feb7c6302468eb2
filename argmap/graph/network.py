"""The argument graph as a networkx graph, for what networkx does well."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

    from argmap.graph import ArgumentGraph


def to_digraph(graph: ArgumentGraph) -> nx.DiGraph[str]:
    """Build a ``DiGraph`` whose nodes are the statements and the links, by key; O(n).

    A statement has the attributes ``kind`` and ``essay`` (the key of its essay), a link ``type``,
    ``essay`` and, where it has them, ``subtype`` and ``name``; all are text. Edges run from each
    source to the link and from the link to its target, which is a statement or another link. As
    links are nodes, two links between the same statements stay two without a ``MultiDiGraph``.
    A symmetric link has its edges as it was stated; for the graph of support and attack alone,
    leave out the nodes whose type is ``contradicts`` or ``restates``.
    """
    import networkx as nx

    digraph: nx.DiGraph[str] = nx.DiGraph()
    for key, statement in graph.statements.items():
        digraph.add_node(key, kind=statement.kind.value, essay=graph.essay_of(key).key)
    for key, link in graph.links.items():
        known = {"type": link.type, "subtype": link.subtype, "name": link.name}
        attributes = {name: str(value) for name, value in known.items() if value is not None}
        digraph.add_node(key, essay=graph.essay_of(key).key, **attributes)
    for key, link in graph.links.items():
        digraph.add_edges_from((source, key) for source in link.sources)
        digraph.add_edge(key, link.target)
    return digraph

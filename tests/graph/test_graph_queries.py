from __future__ import annotations

import itertools
import os
import subprocess
import sys
from dataclasses import replace

import networkx as nx
import pytest
from handmade import essay, graph, local, place
from hypothesis import given
from hypothesis import strategies as st

from argmap.graph import ArgumentGraph
from argmap.model import Essay, Flag, Kind, LinkType, Reference, StatedLink, Statement

MAP = """
    thesis claim.thesis
    a premise supports=thesis via=both
    b premise supports=thesis via=both
    c premise supports=thesis
    fact evidence supports=a
    given premise.assumed supports=b
    why premise supports=both
    loose premise supports=c
    doubt rebuttal attacks=both
    aside question
    """


def test_grounds_go_through_chains_and_links() -> None:
    made = graph(MAP)
    assert local(made.grounds("w@en:thesis")) == "a b c fact given why loose"
    assert local(made.grounds("w@en:thesis", direct=True)) == "a b c"
    assert local(made.grounds("w@en:both")) == "why"
    assert made.grounds("w@en:fact") == ()


def test_attackers_are_those_of_the_key_itself() -> None:
    made = graph(MAP)
    assert local(made.attackers("w@en:both")) == "doubt"
    assert made.attackers("w@en:thesis") == ()


def test_consequences_go_up_through_links() -> None:
    made = graph(MAP)
    assert local(made.consequences("w@en:why")) == "thesis"
    assert local(made.consequences("w@en:loose")) == "thesis c"
    assert local(made.consequences("w@en:both")) == "thesis"
    assert made.consequences("w@en:doubt") == ()


def test_linked_premises_rest_on_evidence_only_together() -> None:
    made = graph(MAP)
    evidenced = "thesis a b fact given both fact/supports/a given/supports/b"
    assert local(k for k in (*made.statements, *made.links) if made.is_evidenced(k)) == evidenced
    short = graph(MAP.replace("given premise.assumed", "given premise"))
    assert local(k for k in short.statements if short.is_evidenced(k)) == "a fact"


def test_dead_ends_are_listed_once_with_what_hangs_on_them() -> None:
    ends = graph(MAP).dead_ends()
    assert [(local([e.key]), local(e.supports), local(e.dependents)) for e in ends] == [
        ("why", "thesis", "thesis"),  # nearer to it than loose
        ("loose", "c", "c"),
        ("doubt", "", ""),
    ]


def test_broken_chains_are_the_shortest() -> None:
    made = graph(
        """
        top claim
        a premise supports=top
        b premise supports=a
        far premise supports=b
        c premise supports=top
        near premise supports=c
        fact evidence supports=top
        """
    )
    assert local(made.broken_chain("w@en:top") or ()) == "top c near"
    assert local(made.broken_chain("w@en:a") or ()) == "a b far"
    assert local(made.broken_chain("w@en:far") or ()) == "far"
    assert local(made.broken_chain("w@en:a/supports/top") or ()) == "a b far"
    assert made.broken_chain("w@en:fact") is None
    assert made.broken_chain("w@en:fact/supports/top") is None
    assert made.is_evidenced("w@en:top")


def test_a_chain_stops_at_what_needs_no_support() -> None:
    made = graph("top claim\nfact evidence supports=top\nloose premise supports=fact")
    assert made.broken_chain("w@en:top") is None
    assert [local(end.dependents) for end in made.dead_ends()] == [""]


def test_a_question_is_a_dead_end_only_as_a_support() -> None:
    assert graph("q question").dead_ends() == ()
    (end,) = (e for e in graph("a claim\nq question supports=a").dead_ends())
    assert (local([end.key]), local(end.dependents)) == ("q", "a")


def test_support_in_a_circle_alone_is_no_evidence_and_no_chain() -> None:
    made = graph("a claim supports=b\nb claim supports=a\nc claim\na2 claim supports=c,a")
    assert not made.is_evidenced("w@en:a")
    assert local(made.broken_chain("w@en:b") or ()) == "b a a2"
    assert local(made.grounds("w@en:a")) == "b a2"
    closed = graph("a claim supports=b\nb claim supports=a")
    assert closed.broken_chain("w@en:a") is None
    assert closed.dead_ends() == ()


def test_links_that_support_links_in_a_circle_end() -> None:
    made = graph(
        """
        a premise supports=y via=x
        b premise supports=x via=y
        c claim
        """
    )
    assert local(made.grounds("w@en:x")) == "a b"
    assert made.consequences("w@en:a") == ()
    assert [local(end.supports) for end in made.dead_ends()] == ["", "", ""]
    assert [local(circle.keys) for circle in made.circles()] == ["x y"]


def test_topological_order_keeps_circles_together() -> None:
    made = graph(
        """
        z claim supports=end
        b claim supports=a
        a claim supports=b,z
        in evidence supports=a
        end claim contradicts=a
        """
    )
    assert local(made.topological()) == (
        "in in/supports/a b a b/supports/a a/supports/b a/supports/z z z/supports/end end"
    )
    acyclic = graph("t claim\np premise supports=t\ne evidence supports=p")
    assert local(acyclic.topological()) == "e e/supports/p p p/supports/t t"


# --- against brute force ------------------------------------------------------------------------


@st.composite
def essays(draw: st.DrawFn, most: int = 7) -> Essay:
    """A small essay with links of all types, named links, and links on links, circles included."""
    count = draw(st.integers(1, most))
    kinds = draw(st.lists(st.sampled_from(Kind), min_size=count, max_size=count))
    assumed = draw(st.lists(st.booleans(), min_size=count, max_size=count))
    statements = tuple(
        Statement(
            key=f"w@en:s{number}",
            id=f"s{number}",
            kind=kind,
            text=f"s{number}",
            range=place(number + 1),
            text_range=place(number + 1),
            flags=frozenset({Flag.ASSUMED} if sure and number % 3 == 0 else ()),
        )
        for number, (kind, sure) in enumerate(zip(kinds, assumed, strict=True))
    )
    names = [f"s{number}" for number in range(count)] + ["x", "y"]
    links = draw(
        st.lists(
            st.builds(
                lambda kind, sources, target, via, line: StatedLink(
                    type=kind,
                    source=None,
                    sources=tuple(
                        Reference(f"s{n % count}", None, None, place(line)) for n in sources
                    ),
                    targets=(Reference(target, None, None, place(line)),),
                    range=place(line),
                    via=via,
                ),
                st.sampled_from([*LinkType, LinkType.SUPPORTS, LinkType.SUPPORTS]),
                st.lists(st.integers(0, most), min_size=1, max_size=2),
                st.sampled_from(names),
                st.sampled_from([None, None, "x", "y"]),
                st.integers(20, 40),
            ),
            max_size=2 * most,
        )
    )
    return Essay(id="w", lang="en", path="w.md", statements=statements, links=tuple(links))


def of_types(graph: ArgumentGraph, *types: LinkType) -> nx.DiGraph[str]:
    """The digraph of statements and the links of some types."""
    kept = (*graph.statements, *graph.links)
    return graph.digraph.subgraph(
        k for k in kept if k in graph.statements or graph.links[k].type in types
    )


@given(essays())
def test_grounds_are_the_ancestors_by_support(written: Essay) -> None:
    made = ArgumentGraph.build([written])
    supports = of_types(made, LinkType.SUPPORTS)
    grounds = {key: set(made.grounds(key)) for key in (*made.statements, *made.links)}
    for key in made.statements:
        assert grounds[key] == nx.ancestors(supports, key) & made.statements.keys()
        assert set(made.grounds(key, direct=True)) == {
            source
            for link in supports.pred[key]
            for source in supports.pred[link]
            if source in made.statements
        } - {key}
    for key in made.links:
        above = {link.key for link in made.links_to(key, LinkType.SUPPORTS)}
        reached = set().union(above, *(nx.ancestors(supports, link) for link in above))
        if key in reached:  # through a circle the step's own premises support it
            reached |= nx.ancestors(supports, key)
        assert grounds[key] == reached & made.statements.keys()
    for key in grounds:
        consequences = {other for other in made.statements if key in grounds[other]}
        if key in made.statements:
            assert set(made.consequences(key)) == consequences


@given(essays())
def test_what_is_evidenced_is_the_least_fixed_point(written: Essay) -> None:
    made = ArgumentGraph.build([written])
    resting = {key for key, statement in made.statements.items() if statement.accepted}
    while True:
        more = {
            link.target
            for link in made.links.values()
            if link.type is LinkType.SUPPORTS and set(link.sources) <= resting
        } & made.statements.keys()
        if more <= resting:
            break
        resting |= more
    assert {key for key in made.statements if made.is_evidenced(key)} == resting
    for link in made.links.values():
        assert made.is_evidenced(link.key) == (set(link.sources) <= resting)


@given(essays())
def test_broken_chains_are_shortest_paths_to_a_dead_end(written: Essay) -> None:
    made = ArgumentGraph.build([written])
    accepted = {key for key, statement in made.statements.items() if statement.accepted}
    supports = of_types(made, LinkType.SUPPORTS).copy()
    ends = {
        key
        for key in made.statements.keys() - accepted
        if not supports.pred[key]
        and (made.statements[key].kind is not Kind.QUESTION or supports.succ[key])
    }
    supports.remove_nodes_from(accepted)
    assert {end.key for end in made.dead_ends()} == ends
    assert [end.key for end in made.dead_ends()] == list(made.in_reading_order(ends))
    hanging: list[str] = []
    for key in made.statements:
        chain = made.broken_chain(key)
        lengths = (
            [
                nx.shortest_path_length(supports, end, key)
                for end in ends
                if nx.has_path(supports, end, key)
            ]
            if key in supports
            else []
        )
        assert (chain is None) == (not lengths)
        if chain is None:
            continue
        assert (chain[0], chain[-1] in ends) == (key, True)
        steps = sum(
            nx.shortest_path_length(supports, lower, upper)
            for upper, lower in itertools.pairwise(chain)
        )
        assert steps == min(lengths)
        if key not in ends:
            hanging.append(key)
    assert sorted(k for end in made.dead_ends() for k in end.dependents) == sorted(hanging)


@given(essays())
def test_every_node_comes_after_all_that_bears_on_it(written: Essay) -> None:
    made = ArgumentGraph.build([written])
    directed = of_types(made, LinkType.SUPPORTS, LinkType.ATTACKS)
    order = made.topological()
    assert set(order) == set(directed)
    assert len(order) == len(set(order))
    at = {key: number for number, key in enumerate(order)}
    part_of = {
        key: number
        for number, part in enumerate(nx.strongly_connected_components(directed))
        for key in part
    }
    for lower, upper in directed.edges:
        if part_of[lower] != part_of[upper]:
            assert at[lower] < at[upper]
    parts = [part_of[key] for key in order]
    assert len(list(itertools.groupby(parts))) == len(set(parts))


@given(essays())
def test_circles_are_the_simple_cycles(written: Essay) -> None:
    made = ArgumentGraph.build([written])
    directed = of_types(made, LinkType.SUPPORTS, LinkType.ATTACKS)
    found = made.circles()
    expected = {frozenset(zip(c, [*c[1:], c[0]], strict=True)) for c in nx.simple_cycles(directed)}
    listed = [frozenset(zip(c.keys, [*c.keys[1:], c.keys[0]], strict=True)) for c in found]
    assert len(listed) == len(set(listed)) == len(found)
    if not found.truncated:
        assert set(listed) == expected
    assert set(listed) <= expected
    order = made.order
    ranks = [(len(c.keys), [order[key] for key in c.keys]) for c in found]
    assert ranks == sorted(ranks)
    for circle in found:
        assert circle.keys[0] == min(circle.keys, key=order.__getitem__)
        attacks = [k for k in circle.links if made.links[k].type is LinkType.ATTACKS]
        assert circle.attack == bool(attacks)
        assert set(circle.statements) | set(circle.links) == set(circle.keys)


# --- large graphs -------------------------------------------------------------------------------


def chain(length: int, *, closed: bool) -> ArgumentGraph:
    """Statements each supporting the next; when closed, the last supports the first."""
    here = place(1)
    statements = tuple(
        Statement(f"w@en:s{n}", f"s{n}", Kind.PREMISE, "", here, here) for n in range(length)
    )
    targets = [Reference(f"s{(n + 1) % length}", None, None, here) for n in range(length)]
    links = tuple(
        StatedLink(LinkType.SUPPORTS, statement.key, (), (target,), here)
        for statement, target in zip(statements, targets, strict=True)
    )[: None if closed else -1]
    return ArgumentGraph.build([Essay("w", "en", "w.md", statements=statements, links=links)])


LONG = 100_000 if os.environ.get("ARGMAP_EXAMPLES") else 15_000
"""Far deeper than Python calls; deeper still where ARGMAP_EXAMPLES is set."""


def test_a_very_long_chain_is_walked() -> None:
    made = chain(LONG, closed=False)
    last = f"w@en:s{LONG - 1}"
    assert len(made.grounds(last)) == LONG - 1
    assert len(made.consequences("w@en:s0")) == LONG - 1
    assert not made.is_evidenced(last)
    assert len(made.broken_chain(last) or ()) == LONG
    (end,) = made.dead_ends()
    assert len(end.dependents) == LONG - 1
    assert made.topological()[-1] == last
    assert not made.circles()


def test_a_very_long_circle_is_found() -> None:
    length = LONG // 5
    made = chain(length, closed=True)
    (circle,) = made.circles()
    assert (len(circle.statements), circle.attack) == (length, False)
    assert circle.keys[:2] == ("w@en:s0", "w@en:s0/supports/s1")
    assert len(made.topological()) == 2 * length
    assert not made.circles().truncated


def dense(count: int, kind: str) -> ArgumentGraph:
    """Statements each of which bears on all others."""
    names = [f"s{n}" for n in range(count)]
    rows = [f"{one} premise {kind}={','.join(n for n in names if n != one)}" for one in names]
    return graph("\n".join(rows))


def test_a_dense_graph_gives_its_smallest_circles_and_says_that_there_are_more() -> None:
    found = dense(12, "supports").circles()
    assert found.truncated
    assert {len(circle.statements) for circle in found} == {2}
    assert len(found) == 12 * 11 // 2
    assert [circle.statements for circle in found][:2] == [
        ("w@en:s0", "w@en:s1"),
        ("w@en:s0", "w@en:s2"),
    ]


def test_more_than_a_thousand_circles_are_cut() -> None:
    rows = [f"a{n} claim supports=b{n}\nb{n} claim supports=a{n}" for n in range(1001)]
    found = graph("\n".join(rows)).circles()
    assert (len(found), found.truncated) == (1000, True)
    assert found.found[0].statements == ("w@en:a0", "w@en:b0")


def test_attacks_do_not_hide_circular_reasoning_in_a_dense_graph() -> None:
    made = dense(12, "attacks")
    ring = "\n".join(f"s{n} premise supports=s{(n + 1) % 12}" for n in range(12))
    (written,) = made.essays
    supports = essay("w", ring).links
    found = ArgumentGraph.build([replace(written, links=written.links + supports)]).circles()
    assert found.truncated
    assert [len(c.statements) for c in found if not c.attack] == [12]


# --- imports and networkx -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("second", "loaded"),
    [("p premise supports=t", False), ("t2 claim", False), ("p premise supports=t,q", True)],
)
def test_networkx_waits_until_there_are_many_circles_to_list(second: str, loaded: bool) -> None:
    rows = f"t claim supports={'p' if loaded else 'z'}\n{second}\nq premise supports=p"
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from handmade import graph\n"
        f"made = graph({rows!r})\n"
        "made.circles(), made.dead_ends(), made.topological(), made.questions()\n"
        "print('networkx' in sys.modules, 'pydantic' in sys.modules)"
    )
    here = __file__.rpartition("test_")[0]
    done = subprocess.run(
        [sys.executable, "-c", code, here], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == [str(loaded), "False"]


def test_the_digraph_has_links_as_nodes_and_is_kept() -> None:
    made = graph("a claim\nb premise supports=a via=x\nc rebuttal attacks=x")
    digraph = made.digraph
    assert digraph is made.digraph
    assert dict(digraph.nodes(data=True)) == {
        "w@en:a": {"kind": "claim", "essay": "w@en"},
        "w@en:b": {"kind": "premise", "essay": "w@en"},
        "w@en:c": {"kind": "rebuttal", "essay": "w@en"},
        "w@en:x": {"type": "supports", "essay": "w@en", "name": "x"},
        "w@en:c/attacks/x": {"type": "attacks", "subtype": "undercut", "essay": "w@en"},
    }
    assert list(digraph.edges) == [
        ("w@en:b", "w@en:x"),
        ("w@en:c", "w@en:c/attacks/x"),
        ("w@en:x", "w@en:a"),
        ("w@en:c/attacks/x", "w@en:x"),
    ]


def test_essays_out_of_the_same_text_give_the_same_graph() -> None:
    first, second = (graph(MAP) for _ in range(2))
    assert first.dead_ends() == second.dead_ends()
    assert first.topological() == second.topological()

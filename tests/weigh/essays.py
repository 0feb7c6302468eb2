"""Essays to weigh, and graphs made at random."""

from __future__ import annotations

import random

from argmap.essay import read_essay
from argmap.graph import ArgumentGraph

ORACLE = """[a]{#A1 .claim weight=0.5} [a]{#A2 .claim weight=0.5} [a]{#P1 .premise weight=0.7 supports=A1}
[a]{#P2 .premise weight=0.5 supports=A1} [a]{#P3 .premise weight=0.9 supports=A2}
[a]{#C1 .rebuttal weight=0.2 attacks=A2} [a]{#C2 .rebuttal weight=0.2 attacks=P2}
[a]{#C3 .rebuttal weight=0.6 attacks=P2} [a]{#C4 .rebuttal weight=0.5 attacks=P2}
"""


def graph(*texts: str) -> ArgumentGraph:
    """The graph of some essays, w.md, w2.md and so on."""
    return ArgumentGraph.build(
        read_essay(text, f"w{number if number > 1 else ''}.md")
        for number, text in enumerate(texts, 1)
    )


def any_graph(seed: int, size: int, works: int = 2) -> ArgumentGraph:
    """Two works at random, with all kinds of statements and links, circles among them."""
    rng = random.Random(seed)
    return ArgumentGraph.build(
        read_essay(_essay(rng, work, size, works), f"w{work}.md") for work in range(works)
    )


def _essay(rng: random.Random, work: int, size: int, works: int) -> str:
    rows = [f"---\nid: w{work}\nlang: en\n---"]
    for number in range(size):
        kind = rng.choice(("claim", "claim", "premise", "evidence", "rebuttal"))
        flag = rng.choice(("", "", "", "", ".assumed", ".conceded", ".thesis", "by=x"))
        links = {}
        for _ in range(rng.choice((0, 1, 1, 2))):
            link = rng.choice(("supports", "supports", "attacks", "contradicts", "restates"))
            other = work if rng.random() < 0.75 else rng.randrange(works)
            letter = "l" if link in ("supports", "attacks") and rng.random() < 0.2 else "s"
            links[link] = f"w{other}:{letter}{other}-{rng.randrange(size)}"
        names = [link for link in links if link in ("supports", "attacks")]
        via = ""
        if len(links) == 1 and names and rng.random() < 0.6:
            target = links[names[0]].replace(":", "-")
            shared = rng.random() < 0.3
            via = f"via=j{work}-{names[0]}-{target}" if shared else f"via=l{work}-{number}"
        weight = f"weight=0.{rng.randrange(1, 10)}" if rng.random() < 0.5 else ""
        stated = " ".join(f"{link}={target}" for link, target in links.items())
        source = f"source=q{rng.randrange(3)}"
        rows.append(f"[t]{{#s{work}-{number} .{kind} {flag} {stated} {via} {weight} {source}}}")
    return "\n\n".join(rows) + "\n"

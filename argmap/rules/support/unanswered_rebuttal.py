"""An attack on the author's case that nothing answers.

Somewhere in the essay a statement attacks one of the author's own, or a step of the author's (a
link), and nothing in the essay speaks against it. Whose words the attack is in makes no difference:
it may be reported from others (`by`), or an objection that the author raises. What the author says
against others' statements is not an attack on the author's case and needs no answer.

It is answered when something in the same essay attacks it, contradicts it, attacks its very step
(the link), or attacks what it rests on. It needs no answer when the author grants it
(`.conceded`), or when what it attacks is conceded or reported. An attack from another work is no
duty of this one.

## Why it matters

An author who brings up an objection and leaves it standing has argued for the other side.

## What to do

Mark the passage that answers it, as a `.rebuttal` with `attacks=…`. If the author grants the point,
mark it `.conceded`. If the author just leaves it, silence the finding and say so.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis .assumed}, though [the buses are
needed elsewhere]{#buses .rebuttal by="the council" attacks=late}.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis .assumed}, though [the buses are
needed elsewhere]{#buses .rebuttal by="the council" attacks=late}: [only until
eight]{#until .rebuttal attacks=buses}.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.model import Flag, Kind, LinkType
from argmap.rules.naming import called, kind_and_name
from argmap.rules.rule import Breach
from argmap.rules.standing import OPPOSING, Upheld, own, wanted

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.model import Link


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach at each statement that attacks the author's case and stays unanswered."""
    answered = _answered(graph)
    upheld = Upheld(graph)
    against: dict[str, list[Link]] = {}
    for link in graph.links.values():
        if link.type in OPPOSING:
            for key in link.sources:
                # What it supports as well is AM106.
                if _attacks_own_case(graph, key, link) and link.target not in upheld[key]:
                    against.setdefault(key, []).append(link)
    for key, attacks in against.items():
        statement = graph.statements[key]
        if statement.has(Flag.CONCEDED) or statement.kind is Kind.QUESTION or key in answered:
            continue
        if all(link.key in answered for link in attacks):
            continue
        essay = graph.essay_of(key)
        yield Breach(
            essay.path,
            statement.text_range,
            f"nothing answers {kind_and_name(statement)}, "
            f"which speaks against {called(graph, attacks[0].target, essay.key)}",
            f"mark the answer with attacks={statement.id or 'its id'}, "
            "or mark this .conceded if the author grants it",
        )


def _attacks_own_case(graph: ArgumentGraph, key: str, link: Link) -> bool:
    """Whether a link thereby attacks the author's case; by contradicting, only a rebuttal does."""
    if link.type is LinkType.CONTRADICTS and graph.statements[key].kind is not Kind.REBUTTAL:
        return False
    return _on_own_case(graph, key, link.target)


def _on_own_case(graph: ArgumentGraph, key: str, target: str) -> bool:
    """Whether a target is the author's own, in the essay of ``key``: a statement, or a step."""
    if graph.essay_of(target) is not graph.essay_of(key):
        return False
    statement = graph.statements.get(target)
    if statement is not None:
        return own(statement)
    return any(own(graph.statements[source]) for source in graph.links[target].sources)


def _answered(graph: ArgumentGraph) -> frozenset[str]:
    """What is attacked or contradicted from within its essay, and what rests on that; linear."""
    open_keys = [
        link.target
        for link in graph.links.values()
        if link.type in OPPOSING
        and any(graph.essay_of(source) is graph.essay_of(link.target) for source in link.sources)
    ]
    open_keys.extend(wanted(graph, *OPPOSING))  # a slip in an answer is reported where it is
    found = set(open_keys)
    while open_keys:
        for link in graph.links_from(open_keys.pop(), LinkType.SUPPORTS):
            if link.target not in found:
                found.add(link.target)
                open_keys.append(link.target)
    return frozenset(found)

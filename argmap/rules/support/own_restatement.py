"""A claim that rests only on its own restatement.

All that supports it are statements that, by `restates`, say the same: the reason for it is that it
is so. Nothing else is given for any of them, unless one of them is taken for granted (`.assumed`).

If one of them has a ground of its own, the others share it, and this rule has nothing to say. A
ground in the very same words is AM205; an end of the chain that AM201 or AM202 reports is reported
there.

## Why it matters

That is the shortest way to beg the question: whoever doubts the claim doubts its restatement.

## What to do

Mark the reason that the author gives. If there is none, keep `restates`, take `supports` out, and
mark the claim `.assumed`.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis}. Why? [No lesson should begin
before that hour]{#before .premise .assumed supports=late restates=late}.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis}, for [pupils are tired before
that hour]{#tired .premise .assumed supports=late}. [No lesson should begin
earlier]{#before .claim restates=late}.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.model import Kind, LinkType
from argmap.rules.naming import kind_and_name, listed
from argmap.rules.rule import Breach
from argmap.rules.standing import Restated, is_claim, restatements, wanted
from argmap.rules.support.premise_repeats_claim import Core

if TYPE_CHECKING:
    from collections.abc import Container

    from argmap.graph import ArgumentGraph

_SUPPORTS = LinkType.SUPPORTS


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach for each set of restatements that support only each other."""
    excused: Container[str] | None = None
    seen: set[int] = set()
    core = Core(graph)
    for restated in restatements(graph).values():
        if id(restated) in seen:
            continue
        seen.add(id(restated))
        excused = wanted(graph, _SUPPORTS) if excused is None else excused
        if _reported_elsewhere(graph, restated, excused):
            continue
        resting = {
            key: sources
            for key in graph.in_reading_order(restated.keys)
            if not graph.statements[key].accepted
            and (sources := _sources(graph, key))
            and not any(core[source] == core[key] for source in sources)  # AM205
        }
        if resting:
            key = restated.speaker if restated.speaker in resting else next(iter(resting))
            statement = graph.statements[key]
            home = graph.essay_of(key)
            verb = "says" if len(resting[key]) == 1 else "say"
            yield Breach(
                home.path,
                statement.text_range,
                f"{kind_and_name(statement)} rests only on "
                f"{listed(graph, resting[key], home.key)}, which {verb} the same",
                "mark a reason of another kind with supports="
                f"{statement.id or 'its id'}, or mark this .assumed and keep only restates",
            )


def _sources(graph: ArgumentGraph, key: str) -> tuple[str, ...]:
    links = graph.links_to(key, _SUPPORTS)
    return graph.in_reading_order({source for link in links for source in link.sources})


def _reported_elsewhere(graph: ArgumentGraph, alike: Restated, excused: Container[str]) -> bool:
    """Whether they have a ground, or another rule reports that they have none."""
    in_circle = True
    for key in alike.keys:
        statement = graph.statements[key]
        links = graph.links_to(key, _SUPPORTS)
        if key in excused or any(not alike.keys.issuperset(link.sources) for link in links):
            return True
        if statement.kind is Kind.EVIDENCE:
            return True  # it restates across kinds: AM115
        in_circle = in_circle and bool(links) and not statement.accepted
        if links or statement.accepted:
            continue
        if is_claim(statement):
            if key == alike.speaker and not alike.grounded:
                return True  # AM201
        elif graph.links_from(key, _SUPPORTS) and not alike.grounded:
            return True  # AM202
    return in_circle  # AM104

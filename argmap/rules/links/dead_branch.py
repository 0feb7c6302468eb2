"""A part of the argument leads nowhere.

Something bears on this statement, and it bears on nothing: it supports and attacks nothing, and
neither restates nor contradicts a statement of its own essay. A thesis is where an argument should
end, and so is a point that is conceded or reported. Reported only where the essay has a thesis.

## Why it matters

All that was marked below it has no part in what the essay sets out to show.

## What to do

Say what it bears on with `supports=…` or `attacks=…`. If it is a main claim of its own, mark it
`.thesis`.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis .assumed}. [Pupils come
unrested]{#unrested .premise}: [two in three arrive tired]{#tired .evidence
supports=unrested source="City survey"}.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis}. [Pupils come
unrested]{#unrested .premise supports=late}: [two in three arrive tired]{#tired
.evidence supports=unrested source="City survey"}.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.model import Flag, Kind, LinkType
from argmap.rules.naming import kind_and_name
from argmap.rules.rule import Breach
from argmap.rules.standing import adrift, is_claim, own

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.model import Essay


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach at each statement of the author's that is linked and leads nowhere."""
    excused = adrift(graph)
    for essay in graph.essays:
        if not any(statement.has(Flag.THESIS) for statement in essay.statements):
            continue
        for statement in essay.statements:
            key = statement.key
            if not own(statement) or statement.has(Flag.THESIS) or key in excused:
                continue
            if statement.kind is Kind.REBUTTAL or _leads_on(graph, key, essay):
                continue  # a rebuttal that opposes nothing is AM107
            if is_claim(statement) and not (
                statement.accepted or graph.links_to(key, LinkType.SUPPORTS)
            ):
                continue  # AM201
            if graph.links_to(key) or graph.links_from(key):  # else AM108
                yield Breach(
                    essay.path,
                    statement.text_range,
                    f"{kind_and_name(statement)} supports and attacks nothing",
                    "say what it bears on with supports=id or attacks=id, or mark it .thesis",
                )


def _leads_on(graph: ArgumentGraph, key: str, essay: Essay) -> bool:
    for link in graph.links_from(key):
        if not link.type.symmetric:
            return True
        others = (end for end in (*link.sources, link.target) if end != key)
        if any(graph.essay_of(end) is essay for end in others):
            return True
    return False

"""A part of the argument leads nowhere.

Something bears on this statement, and it bears on nothing: in its own essay it neither supports,
attacks, restates nor contradicts anything. What another file says of it, such as a debate, does not
count. A thesis is where an argument should end. So may a point that is conceded, or one of somebody
else's (`by`) that is answered. Found only where the essay has a thesis to lead to.

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
from argmap.rules.standing import OPPOSING, adrift, is_claim, own

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.model import Essay, Statement


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach at each statement that is linked and leads nowhere."""
    excused = adrift(graph)
    for essay in graph.essays:
        if not any(statement.has(Flag.THESIS) for statement in essay.statements):
            continue
        for statement in essay.statements:
            key = statement.key
            if key in excused or _may_end_here(graph, statement, essay):
                continue
            if _reported_already(graph, statement) or _leads_on(graph, key, essay):
                continue
            if graph.links_to(key) or graph.links_from(key):  # else AM108
                yield Breach(
                    essay.path,
                    statement.text_range,
                    f"{kind_and_name(statement)} supports and attacks nothing",
                    "say what it bears on with supports=id or attacks=id, or mark it .thesis",
                )


def _may_end_here(graph: ArgumentGraph, statement: Statement, essay: Essay) -> bool:
    if statement.has(Flag.THESIS) or statement.has(Flag.CONCEDED):
        return True
    if statement.kind is Kind.QUESTION:
        return True
    answers = graph.links_to(statement.key, *OPPOSING)
    return statement.reported and any(graph.essay_of(link.key) is essay for link in answers)


def _reported_already(graph: ArgumentGraph, statement: Statement) -> bool:
    """Whether it opposes nothing, though a rebuttal (AM107), or is an unsupported claim (AM201)."""
    if statement.kind is Kind.REBUTTAL:
        return True
    in_need = is_claim(statement) and own(statement) and not statement.accepted
    return in_need and not graph.links_to(statement.key, LinkType.SUPPORTS)


def _leads_on(graph: ArgumentGraph, key: str, essay: Essay) -> bool:
    return any(graph.essay_of(link.key) is essay for link in graph.links_from(key))

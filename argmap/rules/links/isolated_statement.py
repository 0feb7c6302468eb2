"""No link leads to a statement or from it.

Nothing bears on it and it bears on nothing. A question is not isolated when something is `on` it,
when it is itself `on` another, or when it asks a critical question (`answers`), and a thesis is
where an argument ends. One cause, one finding: a claim without any link is reported here and not as
unsupported (AM201), and a rebuttal that attacks nothing as AM107.

## Why it matters

It was worth marking, so it has a part in the argument, and the map does not show which.

## What to do

Say what it bears on (`supports=…`, `attacks=…`), or let something bear on it. If it has no part in
the argument, take the mark off.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis .assumed}. [Two pupils in three
arrive tired]{#tired .evidence source="City survey"}.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis}. [Two pupils in three arrive
tired]{#tired .evidence supports=late source="City survey"}.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.model import Flag, Kind
from argmap.rules.naming import kind_and_name
from argmap.rules.rule import Breach
from argmap.rules.standing import adrift

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.model import Statement


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach at each statement that no link touches and no other rule accounts for."""
    excused = adrift(graph)
    for key, statement in graph.statements.items():
        if graph.links_to(key) or graph.links_from(key) or key in excused:
            continue
        if _accounted_for(statement):
            continue
        question = statement.kind is Kind.QUESTION
        asked = statement.answers or statement.on
        if question and (asked or graph.questions()[key].speakers):
            continue
        yield Breach(
            graph.essay_of(key).path,
            statement.text_range,
            f"no link leads to {kind_and_name(statement)} or from it",
            f"let a statement speak to it with on={statement.id or 'its id'}, or take the mark off"
            if question
            else "say what it bears on, with supports=id or attacks=id, or take the mark off",
        )


def _accounted_for(statement: Statement) -> bool:
    return statement.has(Flag.THESIS) or statement.kind is Kind.REBUTTAL

"""A rebuttal opposes nothing.

A rebuttal speaks against something: it attacks a statement or a link, or contradicts a statement.
This one does neither.

## Why it matters

On the map it would stand beside the argument, and nobody could say what it is an objection to.

## What to do

Say what it opposes, with `attacks=…` or `contradicts=…`. If it is a reason for something, make it a
`.premise`.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis .assumed}. [The buses are needed
elsewhere]{#buses .rebuttal by="the council"}.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis .assumed}. [The buses are needed
elsewhere]{#buses .rebuttal by="the council" attacks=late}, but [only until
eight]{#until .rebuttal .assumed attacks=buses}.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.model import Kind, LinkType
from argmap.rules.naming import kind_and_name
from argmap.rules.rule import Breach
from argmap.rules.standing import adrift

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach at each rebuttal without a link that opposes."""
    excused = adrift(graph)
    for key, statement in graph.statements.items():
        if statement.kind is not Kind.REBUTTAL or key in excused:
            continue
        if not graph.links_from(key, LinkType.ATTACKS, LinkType.CONTRADICTS):
            yield Breach(
                graph.essay_of(key).path,
                statement.text_range,
                f"{kind_and_name(statement)} attacks nothing",
                "say what it speaks against with attacks=id; a reason for something is a .premise",
            )

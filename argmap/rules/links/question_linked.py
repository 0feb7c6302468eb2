"""A question supports or opposes something, or is supported or opposed.

A question asserts nothing, so it can be no reason and needs none. Statements speak to a question
with `on`.

## Why it matters

Support that runs through a question carries nothing, and a question under attack is a statement in
disguise.

## What to do

Write `on=question` on the statements that speak to it. If the question is a rhetorical one and says
something, make it a claim, a premise or a rebuttal.

## Bad

```markdown
[Do pupils sleep enough?]{#sleep .question}

[School should start at nine]{#late .claim .thesis .assumed supports=sleep}.
```

## Good

```markdown
[Do pupils sleep enough?]{#sleep .question}

[School should start at nine]{#late .claim .thesis .assumed on=sleep}.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.model import Kind, LinkType
from argmap.rules.naming import called, listed
from argmap.rules.rule import Breach

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach for each link with a question at one of its ends; restating one is fine."""
    reported: set[str] = set()
    for key, statement in graph.statements.items():
        if statement.kind is not Kind.QUESTION:
            continue
        for link in (*graph.links_from(key), *graph.links_to(key)):
            if link.type is LinkType.RESTATES or link.key in reported:
                continue
            reported.add(link.key)
            home = graph.essay_of(link.key).key
            name = f"the question {called(graph, key, home)}"
            if key == link.target:
                message = f"{listed(graph, link.sources, home)} {link.type.value} {name}"
            else:
                message = f"{name} {link.type.value} {called(graph, link.target, home)}"
            yield Breach(
                link.path,
                link.range,
                message,
                f"a question asserts nothing: speak to it with on={statement.id or 'its id'}",
            )

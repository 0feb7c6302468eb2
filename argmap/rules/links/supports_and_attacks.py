"""One statement both supports and opposes the same target.

It supports a statement or a link and attacks or contradicts the very same one.

## Why it matters

A reason cannot speak for a thing and against it. One of the two links is a slip, or the statement
says two things.

## What to do

Take out the link that is wrong. If the passage has two sides, mark each of them as a statement of
its own.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis}, though [clubs would end after
dark]{#clubs .premise .assumed supports=late attacks=late}.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis .assumed}, though [clubs would end
after dark]{#clubs .premise .conceded attacks=late}.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.rules.naming import called, kind_and_name
from argmap.rules.rule import Breach
from argmap.rules.standing import OPPOSING, Upheld

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.model import Link


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach for each statement and target, where the opposing link is stated."""
    upheld = Upheld(graph)
    for link in graph.links.values():
        if link.type not in OPPOSING:
            continue
        for source in link.sources:
            for key, target in _ways(source, link):
                if target in upheld[key]:
                    yield Breach(
                        link.path,
                        link.range,
                        f"{kind_and_name(graph.statements[key])} both supports and "
                        f"{link.type.value} {called(graph, target, graph.essay_of(key).key)}",
                        "keep the link that is meant; if the passage has two sides, mark each",
                    )


def _ways(source: str, link: Link) -> list[tuple[str, str]]:
    """The ways in which a link opposes: one, or both where it says the same from both ends."""
    there = [(source, link.target)]
    return [*there, (link.target, source)] if link.type.symmetric else there

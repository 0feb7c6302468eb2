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

from argmap.model import LinkType
from argmap.rules.naming import called, kind_and_name
from argmap.rules.rule import Breach

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach for each statement and target, where the opposing link is stated."""
    for key, statement in graph.statements.items():
        upheld = {link.target for link in graph.links_from(key, LinkType.SUPPORTS)}
        if not upheld:
            continue
        for link in graph.links_from(key, LinkType.ATTACKS, LinkType.CONTRADICTS):
            target = link.target if link.target != key else link.sources[0]
            if target in upheld:
                home = graph.essay_of(key).key
                yield Breach(
                    link.path,
                    link.range,
                    f"{kind_and_name(statement)} both supports and {link.type.value} "
                    f"{called(graph, target, home)}",
                    "keep the link that is meant; if the passage has two sides, mark them apart",
                )

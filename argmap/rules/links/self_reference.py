"""A statement or link refers to itself.

A statement supports, attacks, contradicts or restates itself, or a link is among what it leads to.

## Why it matters

Nothing is shown by itself: it is the shortest circle there is. The link is not made.

## What to do

Write the id of the statement that was meant. Often a mark was copied and its link left as it was.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis}, for [two pupils in three
arrive tired]{#tired .evidence supports="late tired" source="City survey"}.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis}, for [two pupils in three
arrive tired]{#tired .evidence supports=late source="City survey"}.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.graph.names import Cause
from argmap.rules.rule import Breach

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach at each reference that means its own statement or link."""
    for problem in graph.problems:
        if problem.cause is Cause.SELF:
            yield Breach(
                problem.path,
                problem.reference.range,
                f"{str(problem.reference)!r} {problem.role} itself",
                "name the statement it was to bear on, or take the reference out",
            )

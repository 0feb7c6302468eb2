"""Statements support one another in a circle.

Follow the support from any of them and you come back to it. Every circle is reported once, at the
statement that comes first in the text, and all that take part in it are named.

## Why it matters

It is circular reasoning: whoever doubts one of the statements is given no reason to believe any.
Nothing in the circle counts as grounded on account of it.

## What to do

Decide which statement is the reason and which the conclusion, and take out the support that runs
the other way. If two of them say the same thing, link them with `restates`. Then ground the
reason in evidence, or mark it `.assumed`.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis supports=rested}, for [pupils
must come rested]{#rested .premise supports=late}.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis}, for [pupils must come
rested]{#rested .premise .assumed supports=late}.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.rules.circle import place_of, way_round
from argmap.rules.rule import Breach

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach for each circle without an attack."""
    for circle in graph.circles():
        if not circle.attack:
            path, place = place_of(graph, circle)
            yield Breach(
                path,
                place,
                f"the support runs in a circle: {way_round(graph, circle)}",
                "take out one of these links, and ground what is left in evidence or .assumed",
            )

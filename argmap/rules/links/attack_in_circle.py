"""A statement bears against itself: a circle of links with an attack in it.

Follow support and attack from the statement and you come back to it, by way of at least one
attack: it undoes what it rests on, or two statements attack each other. Only circles within one
work are reported: that two authors attack each other is what a debate is.

## Why it matters

If the statement stands it falls, so what stands in the end depends on where one begins to read.

## What to do

Two statements that cannot both be true oppose each other: say that once, with `contradicts`. If
one of them answers the other, keep only the attack of the answer. If a statement attacks its own
ground, one of the two links is wrong.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis .assumed attacks=early}, though
[some say at seven]{#early .claim by="the mayor" attacks=late}.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis .assumed}, though [some say at
seven]{#early .claim by="the mayor" contradicts=late}.
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
    """Yield a breach for each circle with an attack that stays within one work."""
    for circle in graph.circles():
        if circle.attack and len({graph.essay_of(key).id for key in circle.keys}) == 1:
            path, place = place_of(graph, circle)
            yield Breach(
                path,
                place,
                f"the argument turns against itself: {way_round(graph, circle)}",
                "for two statements that oppose each other write contradicts, once; "
                "else take out one of these links",
            )

"""An essay has no thesis.

The essay has statements, and none of them is marked `.thesis`. There may be several theses, each a
main claim that the essay sets out to show. An essay that only asks questions needs none.

## Why it matters

The thesis is what the map leads to, and what tells a ground from a digression.

## What to do

Find the claim that the rest is there for and mark it `.thesis`. If the author never says it in so
many words, add it in a comment: `<!-- {#main .claim .thesis .implicit text="…"} -->`.

## Bad

```markdown
[School should start at nine]{#late .claim}, for [two pupils in three arrive
tired]{#tired .evidence supports=late source="City survey"}.
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

from argmap.model import Flag, Kind
from argmap.rules.rule import Breach

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach for each essay without a thesis, at its first statement."""
    for essay in graph.essays:
        asserted = [s for s in essay.statements if s.kind is not Kind.QUESTION]
        if asserted and not any(s.has(Flag.THESIS) for s in asserted):
            yield Breach(
                essay.path,
                asserted[0].text_range,
                f"none of the statements in {essay.key} is marked as the thesis",
                "mark the main claim .thesis, or add it with .implicit if it is never said",
            )

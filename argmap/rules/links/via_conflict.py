"""The name of a link is taken.

`via` gives a link a name. Statements that give the same name to a link of the same type to the same
target act together in that one link. Here the name belongs to a link of another type or to another
target. (If it is the id of a statement, that is AM026.)

## Why it matters

A reference to the name could mean either. The link is made without a name.

## What to do

Give the link another name. If the statements were to act together, let their type and target agree.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis} and [clubs should end by
six]{#clubs .claim .thesis}. [Pupils are tired]{#tired .evidence supports=late via=sleep
source="City survey"}. [Evenings are short]{#short .evidence supports=clubs via=sleep
source="City survey"}.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis}. [Pupils are tired]{#tired .evidence
supports=late via=sleep source="City survey"} and [the tired learn less]{#less .evidence
supports=late via=sleep source="Sleep laboratory"}.
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
    """Yield a breach at each ``via`` that another link has; one that is an id is a duplicate id."""
    for problem in graph.problems:
        if problem.cause is not Cause.VIA_CONFLICT:
            continue
        name = problem.reference.id
        if graph.names.names[problem.essay].get(name) in graph.statements:
            continue  # found while reading: AM026
        yield Breach(
            problem.path,
            problem.reference.range,
            f"the name {name!r} belongs to a link of another type or target",
            "give this link another name; to act together, statements share via, link and target",
        )

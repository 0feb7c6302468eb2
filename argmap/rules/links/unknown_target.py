"""A reference leads to nothing.

`supports`, `attacks`, `contradicts`, `restates`, `from` and `answers` name a statement, or a link
that has a name (`via`), by its id. No statement or link in the essay referred to has this id; or a
link is named where only a statement will do (`from`, `contradicts`, `restates`).

## Why it matters

The link is not made. What was to be supported may stand without support, and that is not reported
again where this is likely to be the cause.

## What to do

Correct the id; the nearest one is named where there is one. In another work write `work:id`.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis}, for [two pupils in three
arrive tired]{#tired .evidence supports=lat source="City survey"}.
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
from argmap.rules.nearest_name import nearest_name
from argmap.rules.rule import Breach

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph, Unresolved


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach at each reference that leads to nothing it could mean."""
    for problem in graph.problems:
        reference = repr(str(problem.reference))
        if problem.cause is Cause.UNKNOWN_ID and problem.role != "on":
            where = f" in {problem.reference.work!r}" if problem.reference.work else ""
            message = f"nothing{where} has the id {problem.reference.id!r}, named in {problem.role}"
        elif problem.cause is Cause.NOT_A_STATEMENT:
            message = f"{reference} is a link, and {problem.role} takes a statement"
        else:
            continue
        fix = nearest_name(graph, problem)
        yield Breach(problem.path, problem.reference.range, message, _hint(problem), fix)


def _hint(problem: Unresolved) -> str:
    if problem.cause is Cause.NOT_A_STATEMENT:
        return "name one of the statements that make the link, or say supports or attacks"
    if problem.nearest is None:
        return "write the id of a statement or of a named link; in another work, work:id"
    return f"did you mean {problem.nearest!r}?"

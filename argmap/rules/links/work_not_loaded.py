"""A reference leads into a work that was not loaded.

`work:id` names a statement in another work, `work@lang:id` in one edition of it. None of the files
that were read is that work, or that edition.

## Why it matters

Whether the statement exists cannot be said, and the link is not made.

## What to do

Check the work together with this one: name its file or its folder in the command. If the work is
there under another id, correct the reference; the nearest one is named where there is one.

## Bad

```markdown debate.md
[School should start at nine]{#late .claim .thesis .assumed contradicts=early-birds:seven}.
```

## Good

```markdown early-birds.md
---
id: early-birds
---

[School should start at seven]{#seven .claim .thesis .assumed}.
```

```markdown debate.md
[School should start at nine]{#late .claim .thesis .assumed contradicts=early-birds:seven}.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.graph.names import Cause
from argmap.rules.nearest_name import nearest_name
from argmap.rules.rule import Breach

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach at each reference into a work or an edition that is not among the essays."""
    for problem in graph.problems:
        work, lang = problem.reference.work, problem.reference.lang
        if problem.cause is Cause.WORK_NOT_LOADED:
            message = (
                f"the work {work!r} was not loaded, so {str(problem.reference)!r} leads nowhere"
            )
            hint = "check the file of that work together with this one"
        elif problem.cause is Cause.EDITION_NOT_LOADED:
            message = f"the work {work!r} was not loaded in the language {lang!r}"
            hint = (
                f"check that edition together with this one, or write {work}:{problem.reference.id}"
            )
        else:
            continue
        if problem.nearest is not None:
            hint = f"did you mean {problem.nearest!r}? If not, {hint}"
        fix = nearest_name(graph, problem)
        yield Breach(problem.path, problem.reference.range, message, hint, fix)

"""A link between two works gives no reason.

A mark with `from` states a link between statements of different works, and its text, which should
say why, has no words. Where an essay itself answers another work, its own statement is the reason.

## Why it matters

That one author answers or bears out another is somebody's judgement, and nobody can tell on what it
rests.

## What to do

Put the mark around the words that say why the one bears on the other.

## Bad

```markdown debate.md
The two disagree. []{from=early:early attacks=late:late}
```

```markdown late.md
[School should start at nine]{#late .claim .thesis .assumed}.
```

```markdown early.md
[School should start at seven]{#early .claim .thesis .assumed}.
```

## Good

```markdown debate.md
[To the mayor the day begins with the light.]{from=early:early attacks=late:late}
```

```markdown late.md
[School should start at nine]{#late .claim .thesis .assumed}.
```

```markdown early.md
[School should start at seven]{#early .claim .thesis .assumed}.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.rules.naming import called, listed
from argmap.rules.rule import Breach

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.model import Essay, Range, StatedLink


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach at each mark with ``from`` that joins two works without a word."""
    for essay in graph.essays:
        reported: set[Range] = set()
        for stated in essay.links:
            if stated.source is not None or any(map(str.isalnum, stated.reason)):
                continue
            if stated.range in reported:
                continue
            across = _across_works(graph, essay, stated)
            if across is not None:
                reported.add(stated.range)
                sources, target = across
                yield Breach(
                    essay.path,
                    stated.range,
                    f"nothing says why {listed(graph, sources, essay.key)} {stated.type.value} "
                    f"{called(graph, target, essay.key)}",
                    "put the mark around the words that give the reason",
                )


def _across_works(
    graph: ArgumentGraph, essay: Essay, stated: StatedLink
) -> tuple[list[str], str] | None:
    """Return the sources of a stated link and its first target in another work, if any."""
    found = (graph.resolve(essay, reference) for reference in stated.sources)
    sources = [key for key in found if key is not None and key in graph.statements]
    works = {graph.essay_of(key).id for key in sources}
    for reference in stated.targets:
        target = graph.resolve(essay, reference)
        if target is not None and works - {graph.essay_of(target).id}:
            return sources, target
    return None

"""An analogy that does not say in what the two cases are alike.

Judged only where it is selected by code or name. A statement of the author's has `scheme=analogy`,
and nothing could name the respect: no statement `answers` its question `respect`, no other premise
acts through the same step (`via`), and nothing supports the statement or its step.

## Why it matters

Any two things are alike in something. An analogy carries over only what hangs on the respect in
which they are, and without it the reader cannot tell what that is.

## What to do

Mark what says in which respect they are alike: as a ground of the analogy (`supports`), as a
premise beside it (`via`), or with `answers=its-id.respect`. Where the words of the analogy say so
themselves, it may answer its own question.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis}: [it is no other than with hospitals, which
start late]{#hospitals .premise .assumed supports=late scheme=analogy}.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis}: [it is no other than with hospitals, which
start late]{#hospitals .premise .assumed supports=late scheme=analogy}, for [both are full of tired
people]{#tired .premise .assumed supports=hospitals answers=hospitals.respect}.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.model import LinkType
from argmap.rules.naming import kind_and_name
from argmap.rules.rule import Breach
from argmap.rules.standing import own

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

_STEPS = (LinkType.SUPPORTS, LinkType.ATTACKS)


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach at each bare analogy; linear in the graph."""
    from argmap.schemes.asking import SchemeUses

    for asked in SchemeUses(graph).asked():
        if asked.use.scheme.id != "analogy" or asked.question.id != "respect" or not asked.open:
            continue
        key = asked.use.key
        statement = graph.statements[key]
        if own(statement) and not any(_may_name_it(graph, each) for each in asked.use.keys):
            yield Breach(
                graph.essay_of(key).path,
                statement.text_range,
                f"{kind_and_name(statement)} draws an analogy and does not say in what respect",
                "mark what says in what the two cases are alike, "
                f"with answers={statement.id or 'its-id'}.respect",
            )


def _may_name_it(graph: ArgumentGraph, key: str) -> bool:
    """Tell whether something beside or below an analogy may say in what the cases are alike."""
    if graph.links_to(key, LinkType.SUPPORTS):
        return True
    return any(
        len(link.sources) > 1 or graph.links_to(link.key, LinkType.SUPPORTS)
        for link in graph.links_from(key, *_STEPS)
    )

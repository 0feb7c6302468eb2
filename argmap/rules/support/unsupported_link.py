"""A support whose chain ends in the air.

This statement supports something, and is itself neither evidence nor assumed nor supported. All
that rests on it, through however many steps, rests on nothing. That is reported once, here where
the chain ends, with what depends on it; to silence it here silences the chain.

It is about premises, rebuttals and other grounds in the author's own voice. A claim that nothing
supports is AM201. A statement that is reported (`by`) or `.conceded` is described or granted, and
needs no grounds here. One that restates a supported statement (`restates`) shares its support. One
that the author leaves unsaid (`.implicit`) is no exception: if it is taken for granted, say so
with `.assumed`.

## Why it matters

A chain of reasons holds no more than its last link. The map looks supported from above, and is not.

## What to do

Mark the evidence that the author gives, or the further reason. If the statement is taken for
granted, mark it `.assumed`; if it is a fact with a source, it is `.evidence`. If the author should
give a reason and does not, silence the finding where it stands and say so.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis}, for [the tired learn
little]{#learn .premise supports=late} and [pupils fall asleep at
midnight]{#midnight .premise supports=learn}.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis}, for [the tired learn
little]{#learn .premise supports=late} and [pupils fall asleep at
midnight]{#midnight .evidence supports=learn source="City survey"}.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.model import Flag, LinkType
from argmap.rules.naming import kind_and_name
from argmap.rules.rule import Breach
from argmap.rules.standing import dependents_of, is_claim, own, restatements, wanted

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach at each end of a chain of support that is not a claim."""
    excused = wanted(graph, LinkType.SUPPORTS)
    alike = restatements(graph)
    for end in graph.dead_ends():
        statement = graph.statements[end.key]
        if is_claim(statement) or not own(statement) or end.key in excused:
            continue
        if not graph.links_from(end.key, LinkType.SUPPORTS):
            continue
        restated = alike.get(end.key)
        if restated is not None and restated.grounded:
            continue
        implicit = statement.has(Flag.IMPLICIT)
        yield Breach(
            graph.essay_of(end.key).path,
            statement.text_range,
            f"{kind_and_name(statement)} rests on nothing{dependents_of(graph, end)}",
            "if the author takes it for granted, mark it .assumed as well"
            if implicit
            else f"mark what it rests on with supports={statement.id or 'its id'}, "
            "make it .evidence with its source, or mark it .assumed",
        )

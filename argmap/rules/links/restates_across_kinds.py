"""A statement restates one of another kind.

What says the same is the same in its argument. Evidence is looked up and a question is asked; a
claim, a premise and a rebuttal are asserted, and these three may restate each other, as a claim in
one place is a ground in the next. Evidence that restates a claim, or a question that restates a
statement, is one of the two by mistake.

Only what stands in one essay is compared: what one work proves another may look up.

## Why it matters

The two count as one, so the claim would rest on the evidence without a step from one to the other.

## What to do

If one follows from the other, write `supports`. If they say the same, give both the same kind; both
may be evidence, with the same source. A question that asserts something is a claim.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis}, for [pupils come tired]{#tired .premise
supports=late restates=survey}: [two in three are]{#survey .evidence supports=late
source="City survey"}.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis}, for [pupils come tired]{#tired .premise
supports=late}: [two in three are]{#survey .evidence supports=tired source="City survey"}.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.model import Kind, LinkType
from argmap.rules.naming import called, kind_and_name
from argmap.rules.rule import Breach

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.model import Statement

_APART = (Kind.EVIDENCE, Kind.QUESTION)
"""The kinds that are restated by their own kind only; the others are all asserted."""


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach at each ``restates`` within an essay whose two ends are of kinds apart."""
    for link in graph.links.values():
        if link.type is not LinkType.RESTATES:
            continue
        target = graph.statements[link.target]
        home = graph.essay_of(link.target)
        for key in link.sources:
            source = graph.statements[key]
            if source.kind is target.kind or graph.essay_of(key) is not home:
                continue
            if not (source.kind in _APART or target.kind in _APART):
                continue
            if _guessed(source) or _guessed(target):
                continue
            name = called(graph, target.key, home.key)
            yield Breach(
                link.path,
                link.range,
                f"{kind_and_name(source)} restates {name}, which is {_a(target.kind)}",
                "write supports if one follows from the other; else give both the same kind",
            )


def _guessed(statement: Statement) -> bool:
    """Tell whether the mark has no kind, which is AM011, and was read as a claim."""
    return "attributes" in statement.places and "kind" not in statement.places


def _a(kind: Kind) -> str:
    return "evidence" if kind is Kind.EVIDENCE else f"a {kind.value}"

"""Evidence that does not say where it comes from.

Evidence is what can be looked up: it has a `source` in words, a `url`, a `cite` (a key in a
bibliography) or a `quote`. This has none of them. `by` says who asserts it, which is not where it
can be found, and a `date` alone leads nowhere.

## Why it matters

A chain of reasons ends in evidence because the reader can check it there. Without a source, it is
an assertion.

## What to do

Add what the author names: `source="City survey"`, `url=…`, `cite=…` or the words quoted in `quote`.
If the author names nothing, it is a `.premise`, and `.assumed` if it is taken for granted.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis}, for [two pupils in three
arrive tired]{#tired .evidence supports=late}.
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

from argmap.model import Kind
from argmap.rules.naming import kind_and_name
from argmap.rules.rule import Breach

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach at each piece of evidence that names nothing to look it up by."""
    for key, statement in graph.statements.items():
        if statement.kind is not Kind.EVIDENCE:
            continue
        if statement.source or statement.url or statement.cite or statement.quote:
            continue
        yield Breach(
            graph.essay_of(key).path,
            statement.text_range,
            f"{kind_and_name(statement)} names no source",
            "say where it can be looked up with source, url, cite or quote; "
            "if the author names nothing, it is a .premise",
        )

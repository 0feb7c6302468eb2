"""Evidence is dated later than the essay.

The `date` of a piece of evidence is later than that in the essay's front matter. Dates are compared
as far as both are precise: a day of 2024 is not later than an essay of 2024.

## Why it matters

The author cannot have known it. One of the two dates is wrong, or the evidence is not the author's.

## What to do

Look both dates up. If the evidence was added by somebody who came later, it belongs in an essay of
that date.

## Bad

```markdown
---
id: late-start
date: 2024-09-16
---

[School should start at nine]{#late .claim .thesis}, for [two pupils in three
arrive tired]{#tired .evidence supports=late source="City survey" date=2024-10}.
```

## Good

```markdown
---
id: late-start
date: 2024-09-16
---

[School should start at nine]{#late .claim .thesis}, for [two pupils in three
arrive tired]{#tired .evidence supports=late source="City survey" date=2024-09}.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.model import Kind
from argmap.rules.dates import certainly_later
from argmap.rules.naming import kind_and_name
from argmap.rules.rule import Breach

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach at each date of evidence that is certainly later than its essay's."""
    for essay in graph.essays:
        if not essay.date:
            continue
        for statement in essay.statements:
            if statement.kind is not Kind.EVIDENCE or not statement.date:
                continue
            if certainly_later(statement.date, essay.date):
                yield Breach(
                    essay.path,
                    statement.place("date"),
                    f"{kind_and_name(statement)} is of {statement.date}, "
                    f"later than the essay, which is of {essay.date}",
                    "look both dates up; what came later cannot have been the author's evidence",
                )

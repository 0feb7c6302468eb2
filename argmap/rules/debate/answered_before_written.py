"""A work answers another that was written later.

An essay itself attacks, or `answers`, a statement of a work whose front matter has a later `date`.
Dates are compared as far as both are precise; of a work in several editions the earliest counts. A
third file that sets the two against each other, with `from`, says nothing about who answered whom.

It is reported once for each such pair, where the essay first does so.

## Why it matters

The author cannot have answered what was not there. A date is wrong, or the answer is the
annotator's and not the author's.

## What to do

Look both dates up. If the link is your own reading, state it with `from` in a file of its own.

## Bad

```markdown late.md
---
date: 2024-09
---

[School should start at nine]{#late .claim .thesis .assumed attacks=early:early}.
```

```markdown early.md
---
date: 2024-11
---

[School should start at seven]{#early .claim .thesis .assumed}.
```

## Good

```markdown late.md
---
date: 2024-12
---

[School should start at nine]{#late .claim .thesis .assumed attacks=early:early}.
```

```markdown early.md
---
date: 2024-11
---

[School should start at seven]{#early .claim .thesis .assumed}.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.model import LinkType
from argmap.rules.dates import certainly_later
from argmap.rules.naming import kind_and_name
from argmap.rules.rule import Breach

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.model import Essay, Reference


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach for each essay and later work, at the first answer that it gives to it."""
    for essay in graph.essays:
        if not essay.date:
            continue
        first: dict[str, tuple[Reference, str, str]] = {}
        for reference, key, verb in _answers(essay):
            if reference.work is None:
                continue
            target = graph.resolve(essay, reference)
            work = None if target is None else graph.essay_of(target).id
            if work is None or work == essay.id:
                continue
            if work not in first or reference.range < first[work][0].range:
                first[work] = (reference, key, verb)
        for work, (reference, key, verb) in first.items():
            dates = [edition.date for edition in graph.names.works[work].values()]
            if all(date and certainly_later(date, essay.date) for date in dates):
                yield Breach(
                    essay.path,
                    reference.range,
                    f"{kind_and_name(graph.statements[key])}, of {essay.date}, {verb} "
                    f"{str(reference)!r}, which was not written before {min(dates)}",
                    "look both dates up; an answer of the annotator's own is stated with from, "
                    "in another file",
                )


def _answers(essay: Essay) -> Iterator[tuple[Reference, str, str]]:
    """Yield what the essay's own statements attack or answer, with the statement and the verb."""
    for stated in essay.links:
        if stated.source is not None and stated.type is LinkType.ATTACKS:
            for reference in stated.targets:
                yield reference, stated.source, stated.type.value
    for statement in essay.statements:
        for reference in statement.answers:
            yield reference, statement.key, "answers"

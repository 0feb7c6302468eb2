"""Two files are the same edition of the same work.

A work may have many editions, one in each language. Two files say that they are this one: the same
`id` and the same `lang`.

## Why it matters

Only the first of them, in the order of their paths, is on the map. References to the work lead into
that one, and the statements of the other are not checked.

## What to do

Give one of them another `id` or `lang` in its front matter. If it is a copy, remove it.

## Bad

```markdown a.md
---
id: late-start
lang: en
---

[School should start at nine]{#late .claim .thesis .assumed}.
```

```markdown b.md
---
id: late-start
lang: en
---

[School should start at ten]{#later .claim .thesis .assumed}.
```

## Good

```markdown a.md
---
id: late-start
lang: en
---

[School should start at nine]{#late .claim .thesis .assumed}.
```

```markdown b.md
---
id: late-start
lang: ko
---

[학교는 아홉 시에 시작해야 한다]{#late .claim .thesis .assumed}.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.rules.rule import Breach
from argmap.syntax.places import START

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield one breach for each file that was left out, at its beginning."""
    first = {essay.key: essay for essay in graph.essays}
    for essay in graph.duplicate_editions:
        work = f"{essay.id!r} in {essay.lang!r}"
        yield Breach(
            essay.path,
            START,
            f"{first[essay.key].path} is the edition {work} already, so this file is left out",
            "give this one another id or lang in its front matter, or remove it",
        )

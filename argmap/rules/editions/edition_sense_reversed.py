"""An edition says the opposite of what another says in the same place.

Judged only where it is selected by code or name. That is so where a statement is marked
`sense=reversed`, and where it supports what it attacks in the other edition, or the other way
round.

## Why it matters

Its readers are told that the author thinks the opposite.

## What to do

Correct the translation. In a digest that says what a translation says, silence this where it
stands, with that as the reason.

## Bad

```markdown en.md
---
id: tea
lang: en
---

[Tea is dear]{#dear .claim .thesis .assumed}. [The end is near]{#end .claim .assumed supports=dear}.
```

```markdown ko.md
---
id: tea
lang: ko
---

[차는 비싸다]{#dear .claim .thesis .assumed}. [끝은 멀었다]{#end .claim .assumed supports=dear
sense=reversed}.
```

## Good

```markdown en.md
---
id: tea
lang: en
---

[Tea is dear]{#dear .claim .thesis .assumed}. [The end is near]{#end .claim .assumed supports=dear}.
```

```markdown ko.md
---
id: tea
lang: ko
---

[차는 비싸다]{#dear .claim .thesis .assumed}. [끝이 가깝다]{#end .claim .assumed supports=dear}.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.rules.edition_places import differences, near
from argmap.rules.rule import Breach

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach for each statement that an edition turns round."""
    for base, drift, difference in differences(graph):
        lang = drift.edition.lang
        turned = [change for change in difference.changes if change.rank.name == "TURNED"]
        if not turned:
            continue
        how = f"{difference.id!r} is turned round between {base} and {lang}"
        links = [f"{c.base} there, {c.edition} here" for c in turned if c.what == "link"]
        yield Breach(
            drift.edition.path,
            near(drift, difference),
            f"{how}: {'; '.join(links)}" if links else how,
            "correct the translation, or silence this with the reason",
        )

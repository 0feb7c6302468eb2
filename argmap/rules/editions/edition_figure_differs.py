"""A statement gives another figure than the same statement of another edition.

Judged only where it is selected by code or name. Figures are compared by value, unit, date and side
of the bound, whatever the language; a power of ten between them is most often a unit gone wrong
(`억` and *billion*, `萬` and *thousand*). What only one edition gives is no finding; `argmap
editions` shows it.

## Why it matters

A wrong price is quoted as the author's own, and nobody who reads one edition can see it.

## What to do

Correct the figure. Where the translation has it so, and the digest is right to say it, silence this
where it stands, with that as the reason.

## Bad

```markdown en.md
---
id: tea
lang: en
---

[Tea is dear]{#dear .claim .thesis .assumed}: [it cost $5 billion]{#cost .evidence supports=dear
source="The Ledger"}.
```

```markdown ko.md
---
id: tea
lang: ko
---

[차는 비싸다]{#dear .claim .thesis .assumed}. [5억 달러가 들었다]{#cost .evidence supports=dear
source="The Ledger"}.
```

## Good

```markdown en.md
---
id: tea
lang: en
---

[Tea is dear]{#dear .claim .thesis .assumed}: [it cost $5 billion]{#cost .evidence supports=dear
source="The Ledger"}.
```

```markdown ko.md
---
id: tea
lang: ko
---

[차는 비싸다]{#dear .claim .thesis .assumed}. [50억 달러가 들었다]{#cost .evidence supports=dear
source="The Ledger"}.
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
    """Yield a breach for each figure that two editions of a statement give differently."""
    for base, drift, difference in differences(graph):
        lang = drift.edition.lang
        for change in difference.changes:
            if change.what == "figure" and change.base and change.edition:
                factor = f", {change.factor:f} times as much" if change.factor else ""
                yield Breach(
                    drift.edition.path,
                    near(drift, difference),
                    f"{difference.id!r} says {change.edition} in {lang} and {change.base} "
                    f"in {base}{factor}",
                    "correct the one that is wrong, or silence this with the reason",
                )

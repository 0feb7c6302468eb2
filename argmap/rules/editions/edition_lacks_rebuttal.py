"""An edition lacks a main claim or a rebuttal that another edition has.

Judged only where it is selected by code or name. Editions are told by their `id` and `lang`, and
compared with that in the default language, else with the one that has most statements. Where many
statements are missing at the end, that is one finding.

## Why it matters

Who reads that edition alone meets an objection without its answer, or the argument without its
point.

## What to do

Put what is missing into the translation, and mark it with the same id. If the edition is to be
shorter, silence this where it stands, with that as the reason.

## Bad

```markdown en.md
---
id: tea
lang: en
---

[Tea is dear]{#dear .claim .thesis .assumed}. [Coffee was, too]{#coffee .rebuttal by="the trade"
attacks=dear}, but [it got cheaper]{#cheaper .rebuttal .assumed attacks=coffee}, and [it
keeps]{#keeps .rebuttal .assumed attacks=coffee}.
```

```markdown vi.md
---
id: tea
lang: vi
---

[Trà đắt]{#dear .claim .thesis .assumed}. [Cà phê cũng từng đắt]{#coffee .rebuttal by="giới buôn"
attacks=dear}, nhưng [nó đã rẻ đi]{#cheaper .rebuttal .assumed attacks=coffee}.
```

## Good

```markdown en.md
---
id: tea
lang: en
---

[Tea is dear]{#dear .claim .thesis .assumed}. [Coffee was, too]{#coffee .rebuttal by="the trade"
attacks=dear}, but [it got cheaper]{#cheaper .rebuttal .assumed attacks=coffee}, and [it
keeps]{#keeps .rebuttal .assumed attacks=coffee}.
```

```markdown vi.md
---
id: tea
lang: vi
---

[Trà đắt]{#dear .claim .thesis .assumed}. [Cà phê cũng từng đắt]{#coffee .rebuttal by="giới buôn"
attacks=dear}, nhưng [nó đã rẻ đi]{#cheaper .rebuttal .assumed attacks=coffee}, và [nó giữ được
lâu]{#keeps .rebuttal .assumed attacks=coffee}.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.model import Flag, LinkType
from argmap.rules.edition_places import differences, near
from argmap.rules.rule import Breach

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach for each main claim or rebuttal that an edition lacks."""
    for base, drift, difference in differences(graph):
        lang = drift.edition.lang
        if difference.edition is not None or difference.base is None:
            continue
        if difference.ids and difference.what == "end":
            after = f" after {difference.after!r}" if difference.after else ""
            message = (
                f"{lang} ends early{after}: the last {len(difference.ids)} statements "
                f"of {base} are not there"
            )
        elif difference.what == "statement" and difference.rank.name == "MAIN":
            statement = graph.statements[difference.base]
            what = "main claim" if statement.has(Flag.THESIS) else str(statement.kind)
            message = f"{lang} lacks the {what} {difference.id!r} of {base}"
            ids = [e.id for e in difference.effects if e.lang == lang and e.loss == "unanswered"]
            if ids:
                message += f", so that nothing answers {' and '.join(map(repr, ids))}"
        else:
            continue
        targets = [
            link.target.rpartition(":")[2]
            for link in graph.links_from(difference.base, LinkType.ATTACKS, LinkType.SUPPORTS)
        ]
        yield Breach(
            drift.edition.path,
            near(drift, difference, *targets),
            message,
            f"say it in {lang} as well, with the same id; argmap editions shows what it says",
        )

"""A claim that nothing supports.

A claim is put forward to be shown, and nothing is given for it: neither evidence nor a premise, and
it is not marked as an assumption. The same goes for whatever is marked `.thesis`.

It is about the author's own claims. One that is reported (`by`) is described, one that is
`.conceded` is granted to the other side, and neither needs support here. A claim that restates
another of the author's (`restates`) shares its support; if none of them has any, the thesis among
them, or else the first, is reported. A premise that nothing supports is another matter: AM202.

## Why it matters

A reader who does not agree already has been given no reason to.

## What to do

Mark the passage that gives the reason and link it with `supports`. If the author takes the claim
for granted, mark it `.assumed`. If the author should give a reason and does not, keep the map
honest: silence the finding where it stands and say so.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis}, and everybody knows it.
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

from argmap.model import Flag, LinkType
from argmap.rules.naming import kind_and_name
from argmap.rules.rule import Breach
from argmap.rules.standing import dependents_of, is_claim, own, restatements, wanted

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach at each claim of the author's without support, once for all that say it."""
    excused = wanted(graph, LinkType.SUPPORTS)
    alike = restatements(graph)
    for end in graph.dead_ends():
        statement = graph.statements[end.key]
        if not (is_claim(statement) and own(statement)) or end.key in excused:
            continue
        if not (statement.has(Flag.THESIS) or graph.links_from(end.key) or graph.links_to(end.key)):
            continue  # it is isolated, and reported as that
        restated = alike.get(end.key)
        if restated is not None and (restated.grounded or restated.speaker != end.key):
            continue
        essay = graph.essay_of(end.key)
        yield Breach(
            essay.path,
            statement.text_range,
            f"nothing supports {kind_and_name(statement)}{dependents_of(graph, end)}",
            "mark what the author says for it with supports="
            f"{statement.id or 'its id'}, or mark it .assumed if it is taken for granted",
        )

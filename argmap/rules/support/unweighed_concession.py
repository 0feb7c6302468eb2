"""A concession against a thesis that is never weighed.

The author grants (`.conceded`) a point that attacks a thesis, or a step by which a thesis is
supported, and leaves it at that. Concessions to what lies further down are the author's business,
and a thesis that is itself `.assumed` is weighed against nothing.

It is weighed when something in the essay answers it, its step or what it rests on; when it supports
something of the author's as well; when it has a `weight`; and when a mark with `from` states the
attack and says in words how far it goes.

## Why it matters

To grant a point is honest. Whether the conclusion still holds is then the reader's first question.

## What to do

Mark the passage that says why the thesis stands nevertheless, with `attacks=` the concession, or
say how much it counts with `weight=0.2`. If the author does neither, it is worth knowing.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis}, for [two pupils in three arrive
tired]{#tired .evidence supports=late source="City survey"}, though [clubs would end
after dark]{#clubs .premise .conceded attacks=late}.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis}, for [two pupils in three arrive
tired]{#tired .evidence supports=late source="City survey"}, though [clubs would end
after dark]{#clubs .premise .conceded attacks=late}, but [only in
winter]{#winter .rebuttal .assumed attacks=clubs}.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.model import Flag, LinkType
from argmap.rules.naming import called, kind_and_name
from argmap.rules.objections import answered, objections
from argmap.rules.rule import Breach
from argmap.rules.standing import own

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.model import Link


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach at each concession that attacks a thesis and is not weighed."""
    granted = objections(graph, conceded=True)
    met = answered(graph) if granted else {}
    for key, links in granted.items():
        statement = graph.statements[key]
        if key in met or statement.weight is not None or _used(graph, key):
            continue
        open_links = [
            link
            for link in links
            if _on_thesis(graph, link) and link.key not in met and not link.reason
        ]
        if open_links:
            home = graph.essay_of(key)
            target = called(graph, open_links[0].target, home.key)
            yield Breach(
                home.path,
                statement.text_range,
                f"{kind_and_name(statement)} is conceded against {target} and never weighed",
                f"mark why the thesis still stands with attacks={statement.id or 'its id'}, "
                "or say with weight how much it counts",
            )


def _on_thesis(graph: ArgumentGraph, link: Link) -> bool:
    """Whether a link leads to a thesis, or to a step that supports one."""
    step = graph.links.get(link.target)
    if step is not None and step.type is not LinkType.SUPPORTS:
        return False
    target = graph.statements.get(link.target if step is None else step.target)
    if target is None or target.has(Flag.ASSUMED):
        return False
    return target.has(Flag.THESIS) and own(target)


def _used(graph: ArgumentGraph, key: str) -> bool:
    """Whether the author makes something of it: it supports a statement of the author's."""
    home = graph.essay_of(key)
    for link in graph.links_from(key, LinkType.SUPPORTS):
        target = graph.statements.get(link.target)
        if graph.essay_of(link.target) is home and (target is None or own(target)):
            return True
    return False

"""The author's own statement rests only on what somebody else says.

What is reported (`by`) is described; the author need not believe it. Here it is all that an own
statement of the author's rests on, and nothing makes it the author's.

The author makes it so by granting it (`.conceded`) or assuming it (`.assumed`), by saying the same
(`restates`), by giving evidence or a ground for it, or by telling where it can be looked up
(`source`, `url`, `cite` or `quote`). Evidence with `by` is testimony, and a fine ground.

## Why it matters

If others are wrong, so is the author, who has not even said that they are right.

## What to do

If the author agrees, say how far: `.conceded`, `.assumed`, or the evidence that the author gives.
Testimony with a source is `.evidence`. If the words are the author's own, take `by` off.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis}, for [the pupils learn more
then]{#learn .premise by="the mayor" supports=late}.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis}, for [the pupils learn more
then]{#learn .evidence by="the mayor" source="a speech of the mayor's" supports=late}.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.model import Flag, Kind, LinkType
from argmap.rules.naming import kind_and_name, listed, short
from argmap.rules.rule import Breach
from argmap.rules.sources import folded
from argmap.rules.standing import own

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

_SUPPORTS = LinkType.SUPPORTS


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach at each reported statement that is the first of an own one's only grounds."""
    foreign = _Foreign(graph)
    resting: dict[str, list[str]] = {}
    for key, statement in graph.statements.items():
        first = None if statement.reported or not own(statement) else _borrowed(graph, key, foreign)
        if first is not None:
            resting.setdefault(first, []).append(key)
    for key, targets in resting.items():
        home = graph.essay_of(key)
        statement = graph.statements[key]
        verb = "rests" if len(targets) == 1 else "rest"
        yield Breach(
            home.path,
            statement.text_range,
            f"{listed(graph, targets, home.key)} {verb} only on {kind_and_name(statement)}, "
            f"which is the word of {short(statement.by or '')}",
            "if the author agrees, mark it .conceded or .assumed, or give what supports it; "
            "testimony with a source is .evidence",
        )


def _borrowed(graph: ArgumentGraph, key: str, foreign: _Foreign) -> str | None:
    """Return the first ground of a statement if all that its essay gives for it is borrowed."""
    if graph.statements[key].accepted:
        return None
    home = graph.essay_of(key)
    first = None
    for link in graph.incoming.get(key, ()):
        if link.type is _SUPPORTS and graph.essay_of(link.key) is home:
            for source in link.sources:
                if not foreign[source] or graph.essay_of(source) is not home:
                    return None
                first = first or source
    return first


class _Foreign(dict[str, bool]):
    """Whether a statement is somebody else's word and nothing more, looked up once for each."""

    def __init__(self, graph: ArgumentGraph) -> None:
        self._graph = graph

    def __missing__(self, key: str) -> bool:
        self[key] = answer = self._find(key)
        return answer

    def _find(self, key: str) -> bool:
        graph = self._graph
        statement = graph.statements[key]
        if statement.by is None or statement.kind is Kind.QUESTION:
            return False
        author = graph.essay_of(key).author
        if author and folded(statement.by) == folded(author):
            return False
        if statement.has(Flag.CONCEDED) or graph.is_evidenced(key):
            return False
        if statement.source or statement.url or statement.cite or statement.quote:
            return False
        made_own = {
            end
            for link in graph.links_to(key, _SUPPORTS, LinkType.RESTATES)
            for end in (*link.sources, link.target)
        }
        return not any(own(graph.statements[end]) for end in made_own - {key})

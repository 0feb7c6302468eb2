"""The author backs both sides of a contradiction.

Two statements of one essay contradict each other, and the author argues for both. Either both are
the author's own and have support; or one is reported (`by`) and rests, directly or through steps,
on a premise, claim or rebuttal in the author's own voice.

Evidence is neutral: that a fact speaks for what others say does not make it the author's view. Nor
does an objection that the author raises (a `.rebuttal`), or a side that is answered in the essay or
`.conceded`. A statement that itself supports what it contradicts is AM106.

## Why it matters

Both cannot be true, so one half of the argument pulls down the other.

## What to do

If one of the two is somebody else's, say so with `by`, on the statement and on its reasons. If the
author grants it, mark it `.conceded`; if the author rejects it, mark the answer. If both may hold,
they do not contradict each other: take the link out.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis .assumed}. [Some say at
seven]{#early .claim by="the mayor" contradicts=late}, for [the tired learn
little]{#tired .premise .assumed supports=early}.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis .assumed}. [Some say at
seven]{#early .claim by="the mayor" contradicts=late}, for [the day is
short]{#short .premise by="the mayor" supports=early}.
```
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from argmap.model import Flag, Kind, LinkType
from argmap.rules.naming import called
from argmap.rules.rule import Breach
from argmap.rules.standing import Upheld, own

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.model import Link, Statement

_SUPPORTS = LinkType.SUPPORTS


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach at each contradiction within an essay of which the author backs both sides."""
    backers: Mapping[str, str] | None = None
    upheld = Upheld(graph)
    answered: dict[str, bool] = {}
    for link in graph.links.values():
        if link.type is not LinkType.CONTRADICTS or not _within_one_essay(graph, link):
            continue
        for source in link.sources:
            sides = (graph.statements[source], graph.statements[link.target])
            if not any(own(side) for side in sides):
                continue
            if link.target in upheld[source] or source in upheld[link.target]:
                continue  # AM106
            for key in (source, link.target):
                if key not in answered:
                    answered[key] = _answered(graph, key)
            if answered[source] or answered[link.target]:
                continue
            if all(own(side) for side in sides):
                if all(_argued_for(graph, side) for side in sides):
                    yield _both(graph, link, source)
                continue
            if backers is None:
                backers = _backers(graph)
            ours, theirs = sides if own(sides[0]) else sides[::-1]
            if theirs.key in backers and _somebodys_view(theirs):
                yield _theirs(graph, link, backers[theirs.key], ours.key, theirs.key)


def _within_one_essay(graph: ArgumentGraph, link: Link) -> bool:
    home = graph.essay_of(link.key)
    return all(graph.essay_of(key) is home for key in (*link.sources, link.target))


def _answered(graph: ArgumentGraph, key: str) -> bool:
    """Tell whether the author attacks a statement."""
    attacks = graph.links_to(key, LinkType.ATTACKS)
    return any(own(graph.statements[source]) for link in attacks for source in link.sources)


def _somebodys_view(side: Statement) -> bool:
    """Tell whether it is reported and not granted; an objection is to be answered (AM204)."""
    if side.kind in (Kind.REBUTTAL, Kind.QUESTION):
        return False
    return side.reported and not side.has(Flag.CONCEDED)


def _argued_for(graph: ArgumentGraph, side: Statement) -> bool:
    """Tell whether a statement of the author's has support; an objection is only raised."""
    around = graph.incoming.get(side.key, ())
    return side.kind is not Kind.REBUTTAL and any(link.type is _SUPPORTS for link in around)


def _backers(graph: ArgumentGraph) -> dict[str, str]:
    """Find what rests on a statement in the author's voice that is no evidence, by key; linear.

    Each is given with the nearest of these, from within its essay.
    """
    backer = {
        key: key
        for key, statement in graph.statements.items()
        if own(statement)
        and statement.kind is not Kind.EVIDENCE
        and (statement.accepted or graph.links_to(key, _SUPPORTS))  # else it is AM201 or AM202
    }
    found: dict[str, str] = {}
    open_keys = deque(backer)
    while open_keys:
        key = open_keys.popleft()
        for link in graph.outgoing.get(key, ()):
            target = link.target
            if link.type is not _SUPPORTS or target in found or target not in graph.statements:
                continue
            if graph.essay_of(target) is graph.essay_of(key) is graph.essay_of(link.key):
                found[target] = backer.get(key) or found[key]
                if target not in backer:
                    open_keys.append(target)
    return found


def _both(graph: ArgumentGraph, link: Link, source: str) -> Breach:
    home = graph.essay_of(link.key).key
    names = f"{called(graph, source, home)} and {called(graph, link.target, home)}"
    return Breach(
        link.path,
        link.range,
        f"the author argues for both {names}, which contradict each other",
        "if one is somebody else's, say so with by; if it is granted, mark it .conceded; "
        "if it is rejected, mark what answers it",
    )


def _theirs(graph: ArgumentGraph, link: Link, backer: str, ours: str, theirs: str) -> Breach:
    home = graph.essay_of(link.key).key
    names = [called(graph, key, home) for key in (backer, theirs, ours)]
    return Breach(
        link.path,
        link.range,
        f"{names[0]}, in the author's own voice, supports {names[1]}, which contradicts {names[2]}",
        f"if {names[0]} is somebody else's too, say so with by; if the author grants it, "
        "mark it .conceded",
    )

"""A rumour, or a source without a name, is the only ground of a statement.

Judged only where it is selected by code or name. A statement of the author's rests, within its
essay, on statements with `scheme=rumour` or `scheme=unnamed-source` and on nothing else: all that
supports it, at whatever distance, ends in one of these. What carries one of the two schemes and is
itself supported by something of another sort counts as that, and so does a ground that has no
ground of its own (it is AM202).

It is reported at the first statement that the hearsay supports; what rests on that has the same
cause.

## Why it matters

Nobody can be asked. If it was wrong, or was put about, nothing is left.

## What to do

Mark what else speaks for it. If there is nothing, let the words say that it is a rumour, and
silence the finding with that as the reason.

## Bad

```markdown
[School will start at nine]{#late .claim .thesis}: [the head is said to have decided
it]{#said .evidence supports=late scheme=rumour source="talk at the gate"}.
```

## Good

```markdown
[School will start at nine]{#late .claim .thesis}: [the head is said to have decided
it]{#said .evidence supports=late scheme=rumour source="talk at the gate"}, and [the new timetable
says so]{#timetable .evidence supports=late source="the bus company's timetable"}.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.model import LinkType
from argmap.rules.naming import kind_and_name, listed
from argmap.rules.rule import Breach
from argmap.rules.standing import own

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

_HEARSAY = {"rumour": "rumour", "unnamed-source": "unnamed sources"}
"""The schemes, and what to call that on which something then rests."""


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach at each statement that hearsay alone supports, directly; linear."""
    hearsay = {key for key, statement in graph.statements.items() if statement.scheme in _HEARSAY}
    if not hearsay:
        return
    grounds = _grounds(graph, hearsay)
    for key, statement in graph.statements.items():
        if key in hearsay or not own(statement) or grounds.get(key) != frozenset((True,)):
            continue
        essay = graph.essay_of(key)
        sources = {s for link in graph.links_to(key, LinkType.SUPPORTS) for s in link.sources}
        direct = graph.in_reading_order(sources & hearsay)
        direct = tuple(each for each in direct if graph.essay_of(each) is essay)
        if direct:
            schemes = {graph.statements[each].scheme for each in direct}
            what = " and ".join(words for scheme, words in _HEARSAY.items() if scheme in schemes)
            yield Breach(
                essay.path,
                statement.text_range,
                f"{kind_and_name(statement)} rests on {what} alone: "
                f"{listed(graph, direct, essay.key)}",
                "mark what else speaks for it, or silence this and say why hearsay is enough",
            )


def _grounds(graph: ArgumentGraph, hearsay: set[str]) -> dict[str, frozenset[bool]]:
    """Tell of each statement and step of what sort its grounds are, from the bottom up; linear.

    True stands for hearsay, False for all else in which grounds end; both may be there. What lies
    on a circle is left out.
    """
    found: dict[str, frozenset[bool]] = {}
    for key in graph.topological():
        sorts: set[bool] = set()
        home = graph.essay_of(key)
        link = graph.links.get(key)
        if link is not None:
            sorts.update(*(found.get(source, ()) for source in link.sources))
        for support in graph.links_to(key, LinkType.SUPPORTS):
            if graph.essay_of(support.key) is home:
                sorts.update(found.get(support.key, ()))
        if key in hearsay:
            sorts.add(True)
        elif link is None and (not sorts or graph.statements[key].accepted):
            sorts.add(False)
        found[key] = frozenset(sorts)
    return found

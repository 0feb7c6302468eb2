"""All the evidence for a thesis comes from one source.

At least two pieces of evidence stand below the thesis, at whatever distance, and all of them are
from the same place: the same `source`, or where that is not given the same `cite`, or the same host
in `url` (a site on which many publish counts page by page). Case, spaces, punctuation, the width of
letters and a leading "The" make no difference. A single piece of evidence is not reported, nor is
evidence that does not say where it is from.

Theses that rest on the same source are one finding, at the first of them.

## Why it matters

The thesis is as good as that one source. If it was wrong or misread, nothing is left.

## What to do

Mark what the essay has from elsewhere. Where one source is enough, as in a review or a close
reading, silence the finding and say so.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis}, for [two pupils in three arrive
tired]{#tired .evidence supports=late source="City survey"} and [most sleep too
little]{#sleep .evidence supports=late source="City survey"}.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis}, for [two pupils in three arrive
tired]{#tired .evidence supports=late source="City survey"} and [most sleep too
little]{#sleep .evidence supports=late source="Sleep laboratory"}.
```
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from argmap.model import Flag, Kind, LinkType
from argmap.rules.naming import listed, short
from argmap.rules.rule import Breach
from argmap.rules.sources import SourceNames
from argmap.rules.standing import own

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.model import Essay


class _Rests(NamedTuple):
    """What something rests on.

    That is its only source, None for several or for one untold, and its evidence, of which no more
    than two pieces are kept.
    """

    source: str | None
    evidence: frozenset[str]


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach for each essay and source on which alone theses of the essay rest."""
    theses = [
        key
        for key, statement in graph.statements.items()
        if statement.has(Flag.THESIS) and own(statement)
    ]
    if not theses:
        return
    names = {essay.key: SourceNames(essay.statements) for essay in graph.essays}
    rests = _all_rests(graph, names)
    together: dict[tuple[str, str], list[str]] = {}
    for key in theses:
        below = rests.get(key)
        if below is not None and below.source is not None and len(below.evidence) > 1:
            together.setdefault((graph.essay_of(key).key, below.source), []).append(key)
    for (home, source), keys in together.items():
        essay: Essay = graph.essay_of(keys[0])
        yield Breach(
            essay.path,
            graph.statements[keys[0]].text_range,
            f"all the evidence for {listed(graph, keys, home)} comes from one source, "
            f"{short(names[home].shown(source), 60)!r}",
            "mark what the essay has from elsewhere, "
            "or silence this and say why one source is enough",
        )


def _all_rests(graph: ArgumentGraph, names: Mapping[str, SourceNames]) -> dict[str, _Rests]:
    """Find what each statement and step rests on within its essay, from the bottom up; linear."""
    found: dict[str, _Rests] = {}
    for key in graph.topological():
        below: list[_Rests] = []
        link = graph.links.get(key)
        home = graph.essay_of(key)
        if link is not None:
            below.extend(found[source] for source in link.sources if source in found)
        elif (statement := graph.statements[key]).kind is Kind.EVIDENCE:
            below.append(_Rests(names[home.key].of(statement), frozenset((key,))))
        for support in graph.incoming.get(key, ()):
            within = support.type is LinkType.SUPPORTS and graph.essay_of(support.key) is home
            if within and support.key in found:
                below.append(found[support.key])
        if below:
            found[key] = _together(below)
    return found


def _together(below: Iterable[_Rests]) -> _Rests:
    sources: set[str | None] = set()
    evidence: frozenset[str] = frozenset()
    for each in below:
        sources.add(each.source)
        if len(evidence) < 2:
            evidence = frozenset(sorted(evidence | each.evidence)[:2])
    return _Rests(sources.pop() if len(sources) == 1 else None, evidence)

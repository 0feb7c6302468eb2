"""A `url` leads to a page that is gone, or to a part of a page that is not there.

Found by `argmap check --online` only. A link is dead when its server says so: *404 Not Found* or
*410 Gone*, at the address itself or where it has moved. So is one to a part (`#…`) that the page
lacks. Everything else is no proof: a network that fails, a server in trouble, one that wants a
password or takes us for a robot. Moved pages are followed without a word.

## Why it matters

Evidence is what the reader can look up. Where the page is gone, the reader has only the author's
word for it.

## What to do

Search for where the page has moved, or link a copy in a web archive. Name the source in words as
well: `source` outlives an address. Where only the part is gone, link the page.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis}, for [two pupils in three
arrive tired]{#tired .evidence supports=late url="https://example.org/gone"}.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis}, for [two pupils in three
arrive tired]{#tired .evidence supports=late source="City survey"
url="https://example.org/survey"}.
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from argmap.rules.naming import kind_and_name, short
from argmap.rules.rule import Breach

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.model import Range, Statement
    from argmap.online.verdicts import Verdict

_LONGEST_REASON = 200
_LONGEST_URL = 120
_WEB = ("http://", "https://")


class Place(NamedTuple):
    """Where a link is written: the file, the range of its value, and its statement."""

    path: str
    range: Range
    statement: Statement


def urls_of(graph: ArgumentGraph) -> dict[str, list[Place]]:
    """Return the web links of a graph with all places of each, in the order of the essays.

    What is no web address is left out: it is a malformed-url. Linear in the graph.
    """
    places: dict[str, list[Place]] = {}
    for key, statement in graph.statements.items():
        if statement.url is not None and statement.url.lower().startswith(_WEB):
            place = Place(graph.essay_of(key).path, statement.place("url"), statement)
            places.setdefault(statement.url, []).append(place)
    return places


def check_links(graph: ArgumentGraph, verdicts: Mapping[str, Verdict]) -> Iterator[Breach]:
    """Yield a breach at each place of a link that is dead, by verdicts that were asked for.

    It is not the rule's check, for a check of a graph asks nobody: only ``--online`` does.
    """
    for url, places in urls_of(graph).items():
        verdict = verdicts.get(url)
        if verdict is None or verdict.status != "dead":
            continue
        for place in places:
            yield Breach(
                place.path,
                place.range,
                f"the link of {kind_and_name(place.statement)} is dead: "
                f"{short(verdict.reason, _LONGEST_REASON)}",
                _way_out(verdict),
            )


def _way_out(verdict: Verdict) -> str:
    if not verdict.part:
        return "find where the page has moved, or link a copy of it in a web archive"
    if verdict.moved:
        where = short(verdict.url, _LONGEST_URL)
        return f"the page has moved to {where}; link there, without the part or with its new name"
    return "find what the part is called now, or link the page without it"

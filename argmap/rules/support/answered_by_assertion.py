"""An objection that is answered by nothing but assertion.

Somebody else's objection (`by`) to the author's case is answered in the essay, and each answer is a
bare word: it is neither evidence nor assumed, nothing supports it, and nothing supports the step by
which it answers.

It is reported at the answer. One that has other duties is reported by the rule for these: a claim
without support is AM201, a ground without support AM202. An answer in somebody's name (`by`) is
that person's word and not the author's; an objection that nothing answers at all is AM204.

## Why it matters

It is one word against another, and the reader is left to choose by the speaker.

## What to do

Mark what the author gives for the answer, with `supports`. If it is a fact with a source, make it
`.evidence`; if it is taken for granted, mark it `.assumed`. If the author should give a reason and
does not, silence the finding where it stands and say so.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis .assumed}, though [the buses are
needed elsewhere]{#buses .rebuttal by="the council" attacks=late}: [only until
eight]{#until .rebuttal attacks=buses}.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis .assumed}, though [the buses are
needed elsewhere]{#buses .rebuttal by="the council" attacks=late}: [only until
eight]{#until .rebuttal attacks=buses}, as [the timetable shows]{#timetable .evidence
supports=until source="the bus company's timetable"}.
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from argmap.model import LinkType
from argmap.rules.naming import kind_and_name, listed
from argmap.rules.objections import answered, objections
from argmap.rules.rule import Breach
from argmap.rules.standing import Restated, is_claim, own, restatements, wanted

if TYPE_CHECKING:
    from collections.abc import Container

    from argmap.graph import ArgumentGraph
    from argmap.model import Link


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach at each bare answer, with the objections that nothing better answers."""
    against = {
        key: links for key, links in objections(graph).items() if graph.statements[key].reported
    }
    if not against:
        return
    sound = answered(graph, _Sound(graph))
    met = answered(graph)
    alone: dict[str, list[str]] = {}
    for key, links in against.items():
        if key in sound or any(link.key in sound for link in links):
            continue
        answer = met.get(key) or next((met[link.key] for link in links if link.key in met), None)
        if answer and (key in met or all(link.key in met for link in links)):  # else AM204
            alone.setdefault(answer, []).append(key)
    for answer, keys in alone.items():
        statement = graph.statements[answer]
        essay = graph.essay_of(answer)
        yield Breach(
            essay.path,
            statement.text_range,
            f"{kind_and_name(statement)} is only asserted, "
            f"and nothing else answers {listed(graph, keys, essay.key)}",
            f"mark what it rests on with supports={statement.id or 'its id'}, "
            "make it .evidence with its source, or mark it .assumed",
        )


class _Sound:
    """Tells of an answer whether it is more than a bare word, or another rule's business."""

    def __init__(self, graph: ArgumentGraph) -> None:
        self.graph = graph
        self.alike: Mapping[str, Restated] = restatements(graph)
        self.known: dict[str, bool] = {}
        self.excused: Container[str] = wanted(graph, LinkType.SUPPORTS)

    def __call__(self, key: str, link: Link) -> bool:
        if key not in self.known:
            self.known[key] = self._sound(key)
        return self.known[key] or bool(self.graph.links_to(link.key, LinkType.SUPPORTS))

    def _sound(self, key: str) -> bool:
        graph = self.graph
        statement = graph.statements[key]
        if statement.accepted or not own(statement):
            return True
        if is_claim(statement) or graph.links_from(key, LinkType.SUPPORTS):
            return True  # AM201, AM202
        if graph.links_to(key, LinkType.SUPPORTS):
            return True
        restated = self.alike.get(key)
        return key in self.excused or (restated is not None and restated.grounded)

"""Only one side of a debate speaks to a question.

A file asks questions to which at least two other works speak, each to some of them, and to this
question only one of those does. A link between two works belongs to the questions of its ends, and
then both works speak to them. A question to which nobody speaks is AM108.

## Why it matters

The contrast of the works has nothing to set against the one side there. It may be that the other
side is silent, which is worth knowing, or that its statements have not been marked.

## What to do

If the other side does speak to it, write `on=` the question on its statements or headings. If it is
silent, leave it at that.

## Bad

```markdown debate.md
[Do pupils sleep enough?]{#sleep .question} [Who pays for the buses?]{#buses .question}
```

```markdown late.md
[School should start at nine]{#late .claim .thesis .assumed on="sleep buses"}.
```

```markdown early.md
[School should start at seven]{#early .claim .thesis .assumed on=sleep}.
```

## Good

```markdown debate.md
[Do pupils sleep enough?]{#sleep .question} [Who pays for the buses?]{#buses .question}
```

```markdown late.md
[School should start at nine]{#late .claim .thesis .assumed on="sleep buses"}.
```

```markdown early.md
[School should start at seven]{#early .claim .thesis .assumed on="sleep buses"}.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.model import Kind
from argmap.rules.naming import called
from argmap.rules.rule import Breach

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach at each question of a debate to which only one of its works speaks."""
    if len(graph.names.works) < 3:
        return  # the file that asks, and two works
    speaking = _works_by_question(graph)
    for essay in graph.essays:
        asked = [s for s in essay.statements if s.kind is Kind.QUESTION and s.key in speaking]
        sides = {question.key: speaking[question.key] - {essay.id} for question in asked}
        if len(set().union(*sides.values())) < 2:
            continue
        for question in asked:
            if len(sides[question.key]) == 1:
                (work,) = sides[question.key]
                name = called(graph, question.key, essay.key)
                yield Breach(
                    essay.path,
                    question.text_range,
                    f"only {work!r} speaks to the question {name}",
                    f"if another side speaks to it, write on={question.id or 'its id'} "
                    "on what it says; if it is silent, leave it",
                )


def _works_by_question(graph: ArgumentGraph) -> dict[str, set[str]]:
    """Find the works that speak to each question, by themselves or by a link between them."""
    speaking: dict[str, set[str]] = {}
    questions_of: dict[str, list[str]] = {}
    for key, question in graph.questions().items():
        if question.statement is not None:
            works = speaking[key] = set()
            for speaker in question.speakers:
                works.add(graph.essay_of(speaker).id)
                questions_of.setdefault(speaker, []).append(key)
    for link in graph.links.values():
        ends = (*link.sources, link.target)
        works = {graph.essay_of(end).id for end in ends}
        if len(works) < 2:
            continue
        found = [set(questions_of.get(end, ())) for end in ends]
        for key in set.intersection(*found) or set.union(*found):
            speaking[key] |= works
    return speaking

"""`on` names no question.

`on` says which question a statement speaks to. In the essays that were checked there are questions
(`.question`), and none has this id, or the reference means a statement that is no question. Where
no essay has any questions, `on` holds labels and nothing is asked of them.

## Why it matters

Works are contrasted by the questions on which they meet. A misspelt one splits a question in two,
each with one side silent.

## What to do

Correct the id; the nearest question is named where there is one. If the question is new, write it
down once as a statement: `[Should school start later?]{#later .question}`.

## Bad

```markdown
[Do pupils sleep enough?]{#sleep .question}

[School should start at nine]{#late .claim .thesis .assumed on=sleep}. [Buses are
needed elsewhere]{#buses .rebuttal .conceded attacks=late on=sleeep}.
```

## Good

```markdown
[Do pupils sleep enough?]{#sleep .question}

[School should start at nine]{#late .claim .thesis .assumed on=sleep}. [Buses are
needed elsewhere]{#buses .rebuttal .conceded attacks=late on=sleep}.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.graph.names import Cause
from argmap.rules.nearest_name import nearest_name
from argmap.rules.rule import Breach

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach at each ``on`` that means no question, each place once."""
    misnamed = [
        problem
        for problem in graph.problems
        if problem.role == "on" and problem.cause in (Cause.UNKNOWN_ID, Cause.NOT_A_QUESTION)
    ]
    for problem in (*graph.labels, *misnamed):
        name = str(problem.reference)
        hint = f"write the question down as a statement: [the question]{{#{name} .question}}"
        if problem.cause is Cause.NOT_A_QUESTION:
            message = f"{name!r} is not a question"
            hint = "name a statement of the kind .question"
        else:
            message = f"there is no question {name!r}"
        if problem.nearest is not None:
            hint = f"did you mean {problem.nearest!r}?"
        fix = nearest_name(graph, problem)
        yield Breach(problem.path, problem.reference.range, message, hint, fix)

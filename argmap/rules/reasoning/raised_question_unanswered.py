"""A critical question that somebody has raised, and that nothing answers.

Judged only where it is selected by code or name. A statement of the author's names the `scheme` by
which it argues, and one of the critical questions of that scheme has been raised:

- by an objection in another work that `answers` the question and attacks or contradicts the
  statement, its step, or what it supports (within the essay that is AM204); or
- by a `.question`, in any essay, that `answers` the question, where the question is an assumption.
  An exception must be shown by whoever asks, so that to ask is not enough.

Nothing answers it: no other statement `answers` the question, nothing in the author's work attacks
the objection, and nothing `answers` the question that was put.

## Why it matters

Until it is raised, a critical question may be left alone. Once it is, the argument stands only if
it can be answered.

## What to do

Mark the passage that answers it with `answers=statement.question`. If there is none, the argument
is weaker than it looks: say so, or silence the finding and say why it need not be answered.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis}: [hospitals start late as
well]{#hospitals .premise .assumed supports=late scheme=analogy}.

[But in what are the two alike?]{#alike .question answers=hospitals.respect}
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis}: [hospitals start late as
well]{#hospitals .premise .assumed supports=late scheme=analogy}.

[But in what are the two alike?]{#alike .question answers=hospitals.respect} [Both are full of tired
people]{#tired .premise .assumed supports=hospitals answers=alike}.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.model import Kind
from argmap.rules.naming import called, listed
from argmap.rules.rule import Breach
from argmap.rules.standing import own

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.schemes.asking import Asked


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach for each raised question of an argument; linear in the graph."""
    from argmap.schemes.asking import SchemeUses

    for asked in SchemeUses(graph).asked():
        statement = graph.statements[asked.use.key]
        if not asked.open or not own(statement):
            continue
        raised = [key for key in asked.raised if _counts(graph, asked, key)]
        if raised:
            essay = graph.essay_of(asked.use.key)
            answer = f"{statement.id or 'its id'}.{asked.question.id}"
            name = called(graph, asked.use.key, essay.key)
            verb = "raises" if len(raised) == 1 else "raise"
            yield Breach(
                essay.path,
                statement.text_range,
                f"nothing answers the question {asked.question.id!r} of the "
                f"{asked.use.scheme.id} in {name}, which {listed(graph, raised, essay.key)} {verb}",
                f"mark what answers it with answers={answer}: {asked.question.text}",
            )


def _counts(graph: ArgumentGraph, asked: Asked, raiser: str) -> bool:
    """Tell whether a raiser puts the argument under a duty that no other rule speaks of."""
    from argmap.schemes import Role

    if graph.statements[raiser].kind is Kind.QUESTION:
        return asked.question.role is Role.ASSUMPTION
    return graph.essay_of(raiser).id != graph.essay_of(asked.use.key).id

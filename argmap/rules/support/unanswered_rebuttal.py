"""An attack on the author's case that nothing answers.

Somewhere in the essay a statement attacks one of the author's own, or a step of the author's (a
link), and nothing in the essay speaks against it. Whose words the attack is in makes no difference:
it may be reported from others (`by`), or an objection that the author raises. What the author says
against others' statements, or against an objection that the author has raised, is no attack on the
author's case and needs no answer.

It is answered when something in the same essay attacks it, contradicts it, attacks its very step
(the link), or attacks what it rests on. It needs no answer when the author grants it
(`.conceded`), or when what it attacks is conceded or reported. An attack from another work is no
duty of this one.

## Why it matters

An author who brings up an objection and leaves it standing has argued for the other side.

## What to do

Mark the passage that answers it, as a `.rebuttal` with `attacks=…`. If the author grants the point,
mark it `.conceded`. If the author just leaves it, silence the finding and say so.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis .assumed}, though [the buses are
needed elsewhere]{#buses .rebuttal by="the council" attacks=late}.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis .assumed}, though [the buses are
needed elsewhere]{#buses .rebuttal by="the council" attacks=late}: [only until
eight]{#until .rebuttal .assumed attacks=buses}.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.rules.naming import called, kind_and_name
from argmap.rules.objections import answered, objections
from argmap.rules.rule import Breach

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach at each statement that attacks the author's case and stays unanswered."""
    against = objections(graph)
    met = answered(graph) if against else {}
    for key, attacks in against.items():
        if key in met or all(link.key in met for link in attacks):
            continue
        statement = graph.statements[key]
        essay = graph.essay_of(key)
        yield Breach(
            essay.path,
            statement.text_range,
            f"nothing answers {kind_and_name(statement)}, "
            f"which speaks against {called(graph, attacks[0].target, essay.key)}",
            f"mark the answer with attacks={statement.id or 'its id'}, "
            "or mark this .conceded if the author grants it",
        )

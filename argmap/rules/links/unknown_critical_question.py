"""`answers` names a critical question that the argument does not face.

In `answers=hospitals.respect`, `respect` is a critical question of the scheme by which `hospitals`
argues. The statement has another scheme, or none, or the question goes by another id. A scheme that
nobody knows is AM036, and is not reported again here.

## Why it matters

What was written as an answer answers nothing, and the question stays open.

## What to do

Correct the id of the question; the nearest one is named where there is one. `argmap questions
--list` lists each scheme with its questions. To answer a statement as a whole, write its id alone.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis}: [hospitals start late as
well]{#hospitals .premise .assumed supports=late scheme=analogy}, and [both are full of tired
people]{#tired .premise .assumed supports=hospitals answers=hospitals.respct}.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis}: [hospitals start late as
well]{#hospitals .premise .assumed supports=late scheme=analogy}, and [both are full of tired
people]{#tired .premise .assumed supports=hospitals answers=hospitals.respect}.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.model import Edit, Fix, Position, Range
from argmap.rules.naming import called, short
from argmap.rules.rule import Breach

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.model import Essay, Reference


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach at each critical question that is none; linear in the graph."""
    named: dict[str, tuple[str, ...]] = {}
    for statement in graph.statements.values():
        for reference in statement.answers:
            if reference.question is None:
                continue
            essay = graph.essay_of(statement.key)
            key = graph.resolve(essay, reference)
            if key is not None:
                if key not in named:
                    named[key] = _named(graph, key)
                yield from _judged(graph, essay, reference, key, named[key])


def _named(graph: ArgumentGraph, key: str) -> tuple[str, ...]:
    """Return the schemes that a statement, or the premises of a link, names, each once."""
    link = graph.links.get(key)
    keys = (key,) if link is None else link.sources
    found = (graph.statements[each].scheme for each in keys)
    return tuple(dict.fromkeys(scheme for scheme in found if scheme))


def _judged(
    graph: ArgumentGraph, essay: Essay, reference: Reference, key: str, named: tuple[str, ...]
) -> Iterator[Breach]:
    from argmap.schemes import SCHEMES, nearest_question

    schemes = [SCHEMES[each] for each in named if each in SCHEMES]
    asked = reference.question or ""
    if len(schemes) < len(named) or any(scheme.question(asked) for scheme in schemes):
        return
    end = reference.range.end
    start = Position(end.line, end.column + 1)
    place = Range(start, Position(end.line, start.column + len(asked)))
    name = called(graph, key, essay.key)
    if not schemes:
        message = f"{name} names no scheme, so that it has no critical question {short(asked)!r}"
        hint = f"give it the scheme by which it argues, or take .{short(asked)} out"
        yield Breach(essay.path, place, message, hint)
        return
    message = f"the {schemes[0].id} in {name} has no critical question {short(asked)!r}"
    near = nearest_question(schemes[0], asked)
    if near is None:
        ids = ", ".join(each.id for each in schemes[0].questions)
        yield Breach(essay.path, place, message, f"its critical questions are {ids}")
        return
    fix = Fix(f"Write {near.id}", (Edit(place, near.id),), safe=False)
    yield Breach(essay.path, place, message, f"did you mean {near.id!r}?", fix)

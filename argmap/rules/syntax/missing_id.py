"""A statement has no id.

An id is needed only where something refers to a statement, so this is no fault: the rule is silent
unless it is selected. What it proposes is an id made of the statement's own words: those that
carry weight, in their order, in plain letters (Korean, Chinese, Russian and others are
transliterated), and unlike every other id and link name of the essay. A heading keeps the anchor
that renderers make of its words, so that links to it still arrive.

## Why it matters

What has no id cannot be supported, attacked, shown or compared by name, and a baseline knows it
only by its words.

## What to do

Let `argmap check --fix` write the ids, and change those that you would word otherwise before others
refer to them.

## Bad

```markdown
[School should start at nine]{.claim .thesis .assumed}.
```

## Good

```markdown
[School should start at nine]{#school-start-nine .claim .thesis .assumed}.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.model import Edit, Fix, Position, Range
from argmap.rules.rule import Breach

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.model import Essay, Statement

_SHORT = 40


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach at the attributes of each statement without an id, with one made of its words.

    A list that holds a fault is left alone until that is mended. Linear in the essays.
    """
    for essay in graph.essays:
        nameless = [
            each for each in essay.statements if each.id is None and "attributes" in each.places
        ]
        if nameless:
            yield from _breaches(graph, essay, nameless)


def _breaches(graph: ArgumentGraph, essay: Essay, nameless: list[Statement]) -> Iterator[Breach]:
    from argmap.id_words import anchor, id_of_words

    taken = _taken(graph, essay)
    headings = {section.range.start: section.title for section in essay.sections}
    faulty = sorted(fault.range for fault in essay.faults if not _harmless(fault.rule))
    for statement in nameless:
        place = statement.place("attributes")
        if _any_touches(faulty, place):
            continue
        title = headings.get(statement.text_range.start)
        name = anchor(title) if title is not None else None
        if name is None or name in taken:
            name = id_of_words(statement.text, statement.kind.value, taken)
        taken.add(name)
        start = Position(place.start.line, place.start.column + 1)
        fix = Fix(f"Call it {name}", (Edit(Range(start, start), f"#{name} "),))
        words = " ".join(statement.text.split())
        said = words if len(words) <= _SHORT else f"{words[: _SHORT - 1]}…"
        message = f"the {statement.kind.value} {said!r} has no id"
        yield Breach(essay.path, place, message, f"call it #{name}", fix)


def _taken(graph: ArgumentGraph, essay: Essay) -> set[str]:
    """Collect what an id must not be: ids, link names, what is referred to and is not there."""
    taken = {statement.id for statement in essay.statements if statement.id is not None}
    for link in essay.links:
        taken |= {reference.id for reference in (*link.sources, *link.targets)}
        if link.via is not None:
            taken.add(link.via)
    for statement in essay.statements:
        taken |= {reference.id for reference in (*statement.on, *statement.answers)}
    for section in essay.sections:
        taken |= {reference.id for reference in section.on}
    taken |= {problem.reference.id for problem in graph.problems}
    return taken


def _harmless(rule: str) -> bool:
    """Tell whether a fault leaves the list of attributes that it touches in order."""
    return rule in ("missing-kind", "fence-without-blank-line", "unclosed-block", "empty-statement")


def _any_touches(places: list[Range], place: Range) -> bool:
    """Tell whether any of some ranges overlaps another."""
    return any(each.start < place.end and place.start < each.end for each in places)

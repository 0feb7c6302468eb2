"""A premise only repeats what it supports.

The two statements have the same words. Upper and lower case, punctuation, spaces, the width and
composition of letters, and a connective at the beginning ("because", "so", 因为, 따라서, vì…)
make no difference.

## Why it matters

A statement is no reason for itself: the reader is told the same thing twice.

## What to do

If the author says it again for emphasis, link the two with `restates`. If there is a reason in the
passage, mark the words that give it.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis}. Why? [Because school should start
at nine!]{#because .premise .assumed supports=late}
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis}. Why? [Because the tired learn
little!]{#because .premise .assumed supports=late}
```
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.model import LinkType
from argmap.rules.naming import called, kind_and_name
from argmap.rules.rule import Breach

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

# Only words that carry no sense of their own at the head of a sentence. Nothing is compared by
# likeness: "no firm is profitable" is very like "a firm is profitable".
_CONNECTIVES = (
    r"\W*(?:(?:because|since|for|as|so|thus|hence|therefore|and|but|after all|that is"
    r"|vì|bởi vì|bởi|do đó|vậy|nên|왜냐하면|그러므로|따라서|그래서|즉)\b"
    r"|因为|因為|由于|由於|所以|因此|因而|なぜなら|だから|したがって|つまり)"
)


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach at each statement that supports another one in the same words."""
    core = Core(graph)
    for link in graph.links.values():
        if link.type is not LinkType.SUPPORTS or link.target not in graph.statements:
            continue
        for source in link.sources:
            if core[source] and core[source] == core[link.target]:
                essay = graph.essay_of(source)
                statement = graph.statements[source]
                yield Breach(
                    essay.path,
                    statement.text_range,
                    f"{kind_and_name(statement)} only repeats "
                    f"{called(graph, link.target, essay.key)}, which it supports",
                    "link the two with restates, or mark the words that give a reason",
                )


class Core(dict[str, str]):
    """What statements say, by key: folded, without connectives, punctuation and spaces."""

    def __init__(self, graph: ArgumentGraph) -> None:
        self._statements = graph.statements
        self._connectives = re.compile(_CONNECTIVES)

    def __missing__(self, key: str) -> str:
        text = unicodedata.normalize("NFKC", self._statements[key].text).casefold()
        at = 0
        while match := self._connectives.match(text, at):
            at = match.end()
        self[key] = said = "".join(filter(str.isalnum, text[at:]))
        return said

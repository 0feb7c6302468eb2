"""A quote is not in the text that it is taken from.

The essay is a digest of a text that is at hand, in the folder that the configuration names, and
what stands in `quote` does not stand in it. Spaces, case, quotation marks, dashes, the composition
and width of letters and the marks of Markdown make no difference. An ellipsis (`…`, `...` or
`[...]`) or any words in square brackets stand for what was left out or put in; the pieces between
must follow each other. Where no text is at hand, nothing is reported.

## Why it matters

A quotation is the one thing in an essay that is either right or wrong.

## What to do

Copy the words from the text, with an ellipsis where some are left out. If they are not meant to be
the text's own, take `quote` off.

## Bad

```markdown late-start.md
[School should start at nine]{#late .claim .thesis}, for [two pupils in three
arrive tired]{#tired .evidence supports=late quote="two pupils in three are late"}.
```

```markdown originals/late-start.md
The survey has it that two pupils in three are tired, and that one in three is asleep.
```

## Good

```markdown late-start.md
[School should start at nine]{#late .claim .thesis}, for [two pupils in three
arrive tired]{#tired .evidence supports=late quote="two pupils … are tired"}.
```

```markdown originals/late-start.md
The survey has it that two pupils in three are tired, and that one in three is asleep.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.rules.rule import Breach

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach at each quote that its essay's original, where at hand, does not hold."""
    for essay in graph.essays:
        original = graph.originals.get(essay.key)
        quoting = [statement for statement in essay.statements if statement.quote]
        if original is None or not quoting:
            continue
        from argmap.rules.quoting import QuotedText

        text = QuotedText(original)
        for statement in quoting:
            missing = text.missing(statement.quote or "")
            if missing is None:
                continue
            if missing.misplaced:
                message = f"in the original, “{missing.words}” comes before what it follows here"
            else:
                message = f"the quote is not in the original, from “{missing.words}” on"
            if missing.instead:
                message += f", where that has “{missing.instead}”"
            yield Breach(
                essay.path,
                statement.place("quote"),
                message,
                "copy the words from the original, with … where some are left out, "
                "or take quote off",
            )

"""A block is opened and never closed.

A block runs from `::: {…}` to a line with nothing but `:::`. Blocks nest, and a bare fence closes
the innermost one. A block inside a list item or a quotation is closed inside it.

## Why it matters

Without its end the block takes in everything below it, and one statement holds half the essay.

## What to do

Put a line with `:::` where the statement ends.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis .assumed}.

::: {#buses .rebuttal attacks=late .conceded}
The buses are needed elsewhere at nine.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis .assumed}.

::: {#buses .rebuttal attacks=late .conceded}
The buses are needed elsewhere at nine.
:::
```
"""

"""A `:::` line closes nothing.

A line of colons alone closes the innermost open block. Here no block is open.

## Why it matters

Somewhere above, a block probably ends too early or was never opened, so a statement covers less
than it should.

## What to do

Take the line out, or write the opening `::: {…}` that it was to close.

## Bad

```markdown
The buses are needed elsewhere at nine.

:::
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis .assumed}.

::: {#buses .rebuttal attacks=late .conceded}
The buses are needed elsewhere at nine.
:::
```
"""

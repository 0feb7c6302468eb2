"""A block begins right below a paragraph, with no blank line between.

A `:::` line belongs to the paragraph above it unless a blank line parts them.

## Why it matters

Pandoc and Quarto read such a fence as three colons in the prose, so what is a statement here would
be printed there with its attributes. It is read as a block all the same.

## What to do

Put a blank line before the fence. The fix does it for you.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis .assumed}.
::: {#buses .rebuttal attacks=late .conceded}
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

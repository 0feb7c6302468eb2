"""The kind of a block stands without braces.

A block opens with three colons and a list of attributes: `::: {.rebuttal}`. A bare word behind the
colons is a class in Pandoc, with which neither an id nor a link can be given.

## Why it matters

`::: rebuttal` looks like a statement, and without an id and a link it bears on nothing.

## What to do

Put the word into braces with a dot before it, and its id and links beside it. The fix does the
first half.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis .assumed}.

::: rebuttal {#buses attacks=late .conceded}
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

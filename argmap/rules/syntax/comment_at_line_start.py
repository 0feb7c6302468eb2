"""A comment that marks words inside a line stands at the beginning of the line.

`<!--{…}-->words<!--/-->` marks words invisibly. At the beginning of a line, though, CommonMark
takes a comment for a block of raw HTML, and nothing in it is read as Markdown any more.

## Why it matters

The words would not be marked, and emphasis and links in the line would stay as typed.

## What to do

Let a word stand before it on the line, or mark the whole paragraph with `<!-- {…} -->` on a line
of its own above it.

## Bad

```markdown
<!--{#late .claim .thesis .assumed}-->School should start at nine<!--/-->, and no earlier.
```

## Good

```markdown
We think <!--{#late .claim .thesis .assumed}-->school should start at nine<!--/-->, and no earlier.
```
"""

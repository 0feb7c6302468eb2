"""A comment that marks a block has no block to mark.

`<!-- {…} -->` alone on its line marks the paragraph, list, quotation, table or heading right below
it. Here nothing follows, or something that is not prose: code, raw HTML or a rule.

## Why it matters

The statement has no words and is left out.

## What to do

Move the comment right above the block it is meant for. To add a statement that the author leaves
unsaid, give it `.implicit` and `text`.

## Bad

```markdown
School should start at nine.

<!-- {#late .claim .thesis .assumed} -->
```

## Good

```markdown
<!-- {#late .claim .thesis .assumed} -->

School should start at nine.
```
"""

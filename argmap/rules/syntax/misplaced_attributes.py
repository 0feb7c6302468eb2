"""Attributes stand where they mark nothing.

Attributes mark the span `[words]` right before them, or the block that `:::` opens, or a heading
at whose end they stand. Behind a link, an image, code, emphasis or a space they mark nothing.

## Why it matters

It looks like a statement on the page and is none on the map.

## What to do

Put the words in brackets right before the attributes. Around a link, an image, code or emphasis
put another pair: `[[survey](https://example.org)]{.evidence}`.

## Bad

```markdown
*School should start at nine*{#late .claim .thesis .assumed}.
```

## Good

```markdown
[*School should start at nine*]{#late .claim .thesis .assumed}.
```
"""

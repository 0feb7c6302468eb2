"""An id has a form that ids cannot have.

An id is made of letters of any script, digits, `-` and `_`, and begins with a letter: `#no-profit`,
`#손실-2024`, `#x1`. A dot, a space, a slash or a digit in front does not belong in it.

## Why it matters

A colon in a reference parts a work from an id and a dot begins a class, so `#late.claim` would be
an id to one reader and an id and a kind to another.

## What to do

Rename it. Most often a space is missing: `{#late.claim}` was to be `{#late .claim}`, and the fix
puts it in.

## Bad

```markdown
[School should start at nine]{#9-late .claim .thesis .assumed}.
```

## Good

```markdown
[School should start at nine]{#late-9 .claim .thesis .assumed}.
```
"""

"""The front matter cannot be read, or holds something that is not allowed there.

The front matter is the YAML between two `---` lines at the very top of the file. It says which
work the essay is an edition of (`id`), its language (`lang`), its `title`, `author`, `stance` and
`date`. It must be a mapping, a list of `name: value` lines, and these values must be plain text.

## Why it matters

Other essays refer to this one by its id and language. If they cannot be read, the file's name
stands in for the id, and references from elsewhere may go astray.

## What to do

Correct the line that is pointed at. The usual slips are a tab for indentation, a missing space
behind a colon, and a value that itself holds a colon and needs quotes.

## Bad

```markdown
---
- id: late-start
- lang: en
---

Schools open too early.
```

## Good

```markdown
---
id: late-start
lang: en
title: "Sleep first: the case for nine o'clock"
---

Schools open too early.
```
"""

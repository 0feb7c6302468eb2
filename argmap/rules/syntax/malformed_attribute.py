"""Something in a list of attributes is not an attribute.

A list holds an id (`#late`), kinds and flags (`.claim`), and values (`key=value` or
`key="several words"`), with spaces between them and none around `=`. A value has neither a
backslash nor a double quote in it.

## Why it matters

Pandoc is strict here: at the first thing it cannot read it takes the whole list for prose and
prints it.

## What to do

Correct what is pointed at. A missing dot, a comma between attributes, spaces around `=` and
missing quotes have a fix.

## Bad

```markdown
[School should start at nine]{#late claim .thesis .assumed}.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis .assumed}.
```
"""

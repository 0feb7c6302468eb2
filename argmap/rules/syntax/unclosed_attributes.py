"""A list of attributes is opened and never closed.

Attributes stand between `{` and `}`. Here the closing brace is missing, or a value opens a double
quote and does not close it, so the list runs on into the prose.

## Why it matters

Without its end nobody can tell attributes from prose: Pandoc and other renderers print the whole
list as text, and the statement is not on the map.

## What to do

Put the missing `}` or `"` where the list or the value should end.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis .assumed
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis .assumed}
```
"""

r"""The brackets of a mark are escaped.

A backslash before a bracket makes it a plain character, so `\[words\]{#late .claim}` marks nothing.
Hardly anyone types this; formatters write it when they do not know spans.

## Why it matters

The statement has vanished from the map, and its attributes are printed with the text.

## What to do

Take the backslashes out; the fix does it for you. To keep the formatter from putting them back,
let it leave the file alone or give it a plugin that knows spans.

## Bad

```markdown
\[School should start at nine\]{#late .claim .thesis .assumed}.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis .assumed}.
```
"""

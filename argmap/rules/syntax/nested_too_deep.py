"""Marks, blocks, lists or quotations stand inside one another too deeply.

There is a limit to how many levels are read, far above what a reader could follow. What lies
deeper is not read.

## Why it matters

Statements below the limit are missing from every map. The limit keeps a damaged or malicious file
from taking all of the machine's time.

## What to do

Nest less. If the file was made by a program, look for brackets or fences that are never closed.

## Bad

```markdown
> > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > Words, deep down.
```

## Good

```markdown
> > Words, two quotations down.
```
"""  # noqa: E501

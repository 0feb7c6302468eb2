"""A statement has more than one kind.

A statement is one of claim, premise, evidence, rebuttal or question. Which of them it is follows
from what it does here: a conclusion that supports a further one is still a claim.

## Why it matters

Two kinds ask for two things, and a map can draw one shape.

## What to do

Keep the kind that says what it does in this place. For a claim that also carries another, `.claim`
with `supports=…` is enough. Where one passage says two things, mark each of them.

## Bad

```markdown
[School should start at nine]{#late .claim .premise .thesis .assumed}.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis .assumed}.
```
"""

"""The configuration lists a paragraph as no argument, and need not.

Found by `argmap verify` only. An entry under `uncovered` names a paragraph that the original does
not have, that a statement digests, or that another entry lists already. The finding stands at the
head of the essay. In the example the configuration is that on the essay's first line:
`uncovered = { p2 = "a greeting" }`.

## Why it matters

Every entry says that something is left out on purpose. One that says it of nothing hides a slip.

## What to do

Take the entry out, or name the paragraph that is meant.

## Bad

```markdown late-start.md
<!-- uncovered = { p2 = "a greeting" } -->

[School should start at nine]{#late .claim .thesis .assumed at=p1}.
```

```markdown originals/late-start.md
School should start at nine.
```

## Good

```markdown late-start.md
<!-- uncovered = { p2 = "a greeting" } -->

[School should start at nine]{#late .claim .thesis .assumed at=p1}.
```

```markdown originals/late-start.md
School should start at nine.

Good morning!
```
"""

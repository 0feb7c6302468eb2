"""A paragraph of the original is digested by no statement.

Found by `argmap verify` only: no `at` names the paragraph, and the configuration does not list it
as none of the argument.

## Why it matters

A step that is left out is the one thing about a digest that its reader cannot see.

## What to do

Digest the paragraph, or name it in the `at` of the statement that does. Where it is none of the
argument (a heading, a greeting, a list of links), list it in the configuration, with the reason:

```toml
[tool.argmap.verify."late-start@en".uncovered]
p2 = "a greeting"
```

## Bad

```markdown late-start.md
[School should start at nine]{#late .claim .thesis .assumed at=p1}.
```

```markdown originals/late-start.md
School should start at nine.

Pupils arrive tired.
```

## Good

```markdown late-start.md
[School should start at nine]{#late .claim .thesis at=p1}, for [pupils arrive
tired]{#tired .evidence supports=late source="A survey" at=p2}.
```

```markdown originals/late-start.md
School should start at nine.

Pupils arrive tired.
```
"""

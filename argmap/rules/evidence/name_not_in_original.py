"""A name stands neither in the paragraphs of its statement nor beside them.

Found by `argmap verify` only. Names in Latin letters are known by a capital letter or a digit
(`Nvidia`, `GPT-4o`), and must stand in the paragraphs of `at`, or in the one before or behind, by
the same letters, whatever their case. So must the names in `source` and `by`. Names in other
scripts, and those that the original writes otherwise, are those of the table in the configuration:
`[tool.argmap.names]` with `Microsoft = ["마이크로소프트", "微軟"]`. Who wrote and published the
original, by the front matter, need not be named in it.

## Why it matters

A digest must not put words into the mouth of somebody whom the author never named.

## What to do

Name whom the original names. Where it writes the name in another way, put both forms into the
table. Where you add who somebody is, silence the finding, with that as the reason.

## Bad

```markdown late-start.md
[School should start at nine]{#late .claim .thesis at=p1}, as [the pupils of Leeds arrive
tired]{#tired .evidence supports=late source="A survey" at=p1}.
```

```markdown originals/late-start.md
School should start at nine: the pupils of York arrive tired.
```

## Good

```markdown late-start.md
[School should start at nine]{#late .claim .thesis at=p1}, as [the pupils of York arrive
tired]{#tired .evidence supports=late source="A survey" at=p1}.
```

```markdown originals/late-start.md
School should start at nine: the pupils of York arrive tired.
```
"""

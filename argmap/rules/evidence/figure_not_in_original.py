"""A figure does not stand in the paragraphs that its statement digests.

Found by `argmap verify` only. Amounts, percentages, multiples, dates and counts of the statement
are compared with those of the paragraphs that `at` names, by their value and unit, whatever the
language: `$5 billion` stands in *50억 달러*. What the statement gives as a range or a bound must be
one there.

## Why it matters

A wrong figure in a digest is quoted as the author's own.

## What to do

Say what the original says, or name its paragraph in `at` as well. A figure that you worked out, or
put into other units, is silenced where it stands, with that as the reason.

## Bad

```markdown late-start.md
[School should start at nine]{#late .claim .thesis at=p1}, for [30% of pupils arrive
tired]{#tired .evidence supports=late source="A survey" at=p1}.
```

```markdown originals/late-start.md
School should start at nine: 20% of the pupils arrive tired.
```

## Good

```markdown late-start.md
[School should start at nine]{#late .claim .thesis at=p1}, for [20% of pupils arrive
tired]{#tired .evidence supports=late source="A survey" at=p1}.
```

```markdown originals/late-start.md
School should start at nine: 20% of the pupils arrive tired.
```
"""

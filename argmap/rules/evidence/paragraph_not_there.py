"""`at` names a paragraph that the original does not have.

Found by `argmap verify` only, which has the original before it. Its body is counted from the first
paragraph, `p1`, to the last: in plain text every line that is not empty is one, in Markdown and
HTML every paragraph, heading, list item and table row.

## Why it matters

Nobody can look up a statement whose paragraph is not there, and nothing in it is compared.

## What to do

Count again from where the body begins. Where the front matter says where that is (`original:` with
`body:`), see that it is right.

## Bad

```markdown late-start.md
[School should start at nine]{#late .claim .thesis at=p1}, for [pupils arrive
tired]{#tired .evidence supports=late source="A survey" at=p3}.
```

```markdown originals/late-start.md
School should start at nine: pupils arrive tired.
```

## Good

```markdown late-start.md
[School should start at nine]{#late .claim .thesis at=p1}, for [pupils arrive
tired]{#tired .evidence supports=late source="A survey" at=p1}.
```

```markdown originals/late-start.md
School should start at nine: pupils arrive tired.
```
"""

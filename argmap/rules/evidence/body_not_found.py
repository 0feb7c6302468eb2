"""The body of the original is not where the front matter says.

Found by `argmap verify` only. Under `original:` the front matter may hold `body:` with `first` and
`last`, a few words that open the first paragraph of the body and close its last, so that a host's
preface and links are left out. Here the words open (or close) no paragraph, or more than one.
Spaces, punctuation and case make no difference.

## Why it matters

All paragraphs count from the first of the body. Where that is not found nothing else is compared.

## What to do

Copy the words from the original, as many as it takes to tell the paragraph from all others.

## Bad

```markdown late-start.md
---
original:
  body:
    first: School must start
---

[School should start at nine]{#late .claim .thesis .assumed at=p1}.
```

```markdown originals/late-start.md
By our education desk.

School should start at nine.
```

## Good

```markdown late-start.md
---
original:
  body:
    first: School should start
---

[School should start at nine]{#late .claim .thesis .assumed at=p1}.
```

```markdown originals/late-start.md
By our education desk.

School should start at nine.
```
"""

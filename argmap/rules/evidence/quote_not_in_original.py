"""Quoted words do not stand in the paragraphs that the statement digests.

Found by `argmap verify` only. Spaces, case, kinds of quotation marks and dashes make no difference;
an ellipsis, or words in square brackets, stand for what was left out or put in. Where the original
is in another language, words that are not in it are taken for a translation. The attribute `quote`
has a rule of its own, AM305.

## Why it matters

Quotation marks say that these are somebody's own words.

## What to do

Copy the words from the original, or take the quotation marks off.

## Bad

```markdown late-start.md
[School should start at nine]{#late .claim .thesis at=p1}, for [pupils arrive “half
awake”]{#tired .evidence supports=late source="A survey" at=p1}.
```

```markdown originals/late-start.md
School should start at nine: pupils arrive half asleep.
```

## Good

```markdown late-start.md
[School should start at nine]{#late .claim .thesis at=p1}, for [pupils arrive “half
asleep”]{#tired .evidence supports=late source="A survey" at=p1}.
```

```markdown originals/late-start.md
School should start at nine: pupils arrive half asleep.
```
"""

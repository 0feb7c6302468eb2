"""A statement has no words.

The brackets or the block of a mark hold nothing that would be read as text, or an implicit
statement has an empty `text`.

## Why it matters

Nobody can agree with nothing; on a map it would be an empty box.

## What to do

Put the words it marks between the brackets, or take the mark out. What the author leaves unsaid is
an implicit statement, with its words in `text`.

## Bad

```markdown
School should start at nine. []{#late .claim .thesis .assumed}
```

## Good

```markdown
[School should start at nine.]{#late .claim .thesis .assumed}
```
"""

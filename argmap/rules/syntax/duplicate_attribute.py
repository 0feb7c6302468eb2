"""An attribute is given twice in one list.

Each attribute, flag and id stands once in a list. Where a link leads to several statements, they
share one value.

## Why it matters

Which of the two counts is a guess: Pandoc keeps one and drops the other without a word.

## What to do

Keep one. To name several targets, write them in one value: `supports="late rested"`.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis} and [homework should
shrink]{#less .claim .thesis .assumed}, for [two pupils in three arrive
tired]{#tired .evidence supports=late supports=less source="City survey"}.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis} and [homework should
shrink]{#less .claim .thesis .assumed}, for [two pupils in three arrive
tired]{#tired .evidence supports="late less" source="City survey"}.
```
"""

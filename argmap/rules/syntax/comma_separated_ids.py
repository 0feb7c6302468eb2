"""Several ids are parted by commas.

A link attribute takes one id, or several with spaces between them in double quotes.

## Why it matters

An id cannot hold a comma, so `supports=late,rested` names nothing. In a language where the comma
may be left out it is easily overlooked.

## What to do

Write `supports="late rested"`. The fix does it for you.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis} and [homework should
shrink]{#less .claim .thesis}, for [two pupils in three arrive
tired]{#tired .evidence supports=late,less source="City survey"}.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis} and [homework should
shrink]{#less .claim .thesis}, for [two pupils in three arrive
tired]{#tired .evidence supports="late less" source="City survey"}.
```
"""

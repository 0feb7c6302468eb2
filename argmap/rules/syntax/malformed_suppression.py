"""A comment speaks to argmap and cannot be understood.

A comment that begins with `argmap:` silences a finding: `<!-- argmap: ignore AM201 why -->`, with
one rule or several, by code or by name, and then the reason. This one says something else, or names
no rule.

## Why it matters

It has no effect, though it looks as if it had.

## What to do

Write `ignore`, the code that is printed with the finding, and the reason.

## Bad

```markdown
<!-- argmap: ignore the author gives no reason -->
[School should start at nine]{#late .claim .thesis .assumed}.
```

## Good

```markdown
<!-- argmap: ignore AM201 the author gives no reason -->
[School should start at nine]{#late .claim .thesis}.
```
"""

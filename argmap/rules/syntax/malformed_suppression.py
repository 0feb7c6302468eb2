"""A comment speaks to argmap and cannot be understood.

A comment that begins with `argmap:` silences findings: `<!-- argmap: ignore AM201 why -->` those of
the next block or of its line, `disable AM201 why` all that follow up to `enable AM201`, and
`ignore-file AM201 why` those of the whole file; with one rule or several, by code or by name, and
then the reason. This one says something else, names no rule, or enables what is not disabled.

## Why it matters

It has no effect, though it looks as if it had.

## What to do

Write `ignore`, `disable` or `ignore-file`, the code that is printed with the finding, and the
reason.

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

"""A value is not of the form that its attribute takes.

`weight` is a number from 0 to 1; `date` is a year, a month or a day in ISO 8601 (`2024`,
`2024-11`, `2024-11-01`); `at` names paragraphs (`p12`, `p12-14`); a reference is `id`, `work:id`
or `work@lang:id`. No value is empty.

## Why it matters

A value that cannot be read is left out, so the date, the weight or the link is missing from
everything that is made of the essay.

## What to do

Write the value in the form named in the hint.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis .assumed weight=7}.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis .assumed weight=0.7}.
```
"""

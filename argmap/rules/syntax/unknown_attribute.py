"""An attribute has a name that does not exist.

Known are the links (`supports`, `attacks`, `contradicts`, `restates`, with `via` and `from`) and
`on`, `by`, `source`, `url`, `cite`, `date`, `quote`, `weight`, `scheme`, `answers`, `sense`, `at`
and, for implicit statements, `text`. Names of your own begin with `data-`.

## Why it matters

A misspelt link attribute makes no link: the argument on the page is not the one on the map.

## What to do

Write the name that is suggested. For data of your own use a name like `data-reviewer`.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis}: [two pupils in three arrive
tired]{#tired .evidence supports=late sorce="City survey" url="https://example.org/survey"}.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis}: [two pupils in three arrive
tired]{#tired .evidence supports=late source="City survey" url="https://example.org/survey"}.
```
"""

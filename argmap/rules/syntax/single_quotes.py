"""A value stands in single quotes.

Values are written bare (`supports=late`) or in double quotes (`source="City survey"`). Single
quotes, straight or typographic, do not quote anything in Pandoc's attributes.

## Why it matters

Pandoc would not read the list as attributes and would print it. Here the value is read as it was
meant, so that nothing else is reported on account of it.

## What to do

Use double quotes. A value cannot hold a double quote itself; put single ones inside it. The fix
does it for you.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis}, for [two pupils in three
arrive tired]{#tired .evidence supports=late source='City survey'}.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis}, for [two pupils in three
arrive tired]{#tired .evidence supports=late source="City survey"}.
```
"""

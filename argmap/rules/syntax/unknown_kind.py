"""A class is neither a kind nor a flag.

The kinds are `.claim`, `.premise`, `.evidence`, `.rebuttal` and `.question`, the flags `.thesis`,
`.assumed`, `.conceded` and `.implicit`. Other classes in the same list have no meaning here.

## Why it matters

With a misspelt kind the statement has none, and cannot be drawn or checked.

## What to do

Write the kind that is suggested. A class for your own style sheet goes on a span of its own
around the statement.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis}. [But buses are
full]{#buses .rebutal attacks=late .conceded weight=0.2}. [Pupils are tired]{#tired
.evidence supports=late source="City survey"}.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis}. [But buses are
full]{#buses .rebuttal attacks=late .conceded weight=0.2}. [Pupils are tired]{#tired
.evidence supports=late source="City survey"}.
```
"""

"""A comment silences a finding and does not say why.

`<!-- argmap: ignore AM201 why -->` silences one rule for the next block, or for its own line, and
the words behind the code are the reason. It silences without them too, so that there is one finding
for one cause: this one.

## Why it matters

Next year nobody remembers whether the author left the claim unsupported, or somebody was in a
hurry. A reason keeps the map honest.

## What to do

Say in a few words why the finding is right to be ignored here.

## Bad

```markdown
<!-- argmap: ignore AM201 -->
[School should start at nine]{#late .claim .thesis}.
```

## Good

```markdown
<!-- argmap: ignore AM201 the author gives no reason -->
[School should start at nine]{#late .claim .thesis}.
```
"""

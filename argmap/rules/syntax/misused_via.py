"""`via` stands where it cannot name one link.

`via=name` names the one link that this statement makes, so that others can support or attack the
step itself. So it stands beside exactly one of `supports`, `attacks`, `contradicts` and `restates`,
and that one has a single target.

## Why it matters

A name that means two links, or none, cannot be referred to.

## What to do

Where a statement makes several links and one of them needs a name, state that one apart with a
mark of its own: `[why]{from=tired supports=late via=sleep}`.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis} and [homework should
shrink]{#less .claim .thesis}, for [two pupils in three arrive
tired]{#tired .evidence supports="late less" via=sleep source="City survey"}.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis}, for [two pupils in three
arrive tired]{#tired .evidence supports=late via=sleep source="City survey"}. But
[they would only go to bed later]{#bed .rebuttal attacks=sleep .conceded weight=0.2}.
```
"""

"""`from` stands in a mark that cannot state a link between others.

A mark with `from=a` and one link attribute says that `a` supports, attacks, contradicts or restates
something, and its own words say why. It is no statement, so it has neither a kind nor flags, argues
by no `scheme` and `answers` nothing, and without a link attribute it says nothing.

## Why it matters

If the mark were a statement too, it would be unclear which of the two makes the link.

## What to do

Take out the kind, or take out `from` and let the statement make the link itself. To give the reason
for a link an id of its own, name the link with `via` and support it with a statement.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis .assumed}, though [clubs would
end after dark]{#clubs .rebuttal .conceded attacks=late}. [Daylight
matters.]{.premise from=clubs attacks=late}
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis .assumed}, though [clubs would
end after dark]{#clubs .rebuttal .conceded}. [Daylight
matters.]{from=clubs attacks=late}
```
"""

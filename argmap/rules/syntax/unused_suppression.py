"""A comment silences nothing.

A comment with `argmap: ignore` names rules, and in the lines it rules none of them finds anything.
Where only some of the rules it names are needed, the others are named here.

## Why it matters

What it once silenced has been mended, or it stands in the wrong place. Left there, it would hide
the next mistake of that kind.

## What to do

Remove the comment or the codes named. If it should silence something, put it right before the
block, or on the line, where the finding is.

## Bad

```markdown
<!-- argmap: ignore AM201 the author gives no reason -->
[School should start at nine]{#late .claim .thesis .assumed}.
```

## Good

```markdown
<!-- argmap: ignore AM201 the author gives no reason -->
[School should start at nine]{#late .claim .thesis}.
```
"""

"""A comment silences a rule that does not exist.

The rules are named by their code (`AM201`) or their name (`unsupported-claim`), letter by letter;
the beginning of a code does not stand for all that begin with it, so that a comment silences what
its author saw and nothing else.

## Why it matters

The comment has no effect, though it looks as if it had.

## What to do

Write the code or name that is suggested, or the one printed with the finding. `argmap rule` lists
all rules.

## Bad

```markdown
<!-- argmap: ignore AM999 the author gives no reason -->
[School should start at nine]{#late .claim .thesis .assumed}.
```

## Good

```markdown
<!-- argmap: ignore AM201 the author gives no reason -->
[School should start at nine]{#late .claim .thesis}.
```
"""

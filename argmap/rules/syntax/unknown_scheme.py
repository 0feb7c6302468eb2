"""A scheme that nobody knows.

`scheme` says by which pattern a statement argues: an analogy, an expert opinion, a rumour. It takes
one of the names that `argmap questions --list` lists.

## Why it matters

A scheme stands for the critical questions that its arguments must face. Without a scheme that is
known there are none to ask.

## What to do

Write the name of a scheme, or leave `scheme` out. The nearest one is named where there is one.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis}: [it is no other than with hospitals, which
start late]{#hospitals .premise .assumed supports=late scheme=anology}.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis}: [it is no other than with hospitals, which
start late]{#hospitals .premise .assumed supports=late scheme=analogy}.
```
"""

"""An id is given to two things in one essay.

Ids of statements and names of links (`via`) share one name space in an essay, and each is used
once. (Statements that share `via`, link type and target act together; that is no duplicate.)

## Why it matters

A reference to the id means the first of the two, and perhaps the other was meant.

## What to do

Give the later one an id of its own, and look through the references to the old one.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis .assumed}. [But buses are
full]{#late .rebuttal .conceded attacks=late}.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis .assumed}. [But buses are
full]{#buses .rebuttal .conceded attacks=late}.
```
"""

"""A statement has no kind.

A mark with a flag or a link is a statement, and a statement is one of `.claim`, `.premise`,
`.evidence`, `.rebuttal` or `.question`. Only a heading that hands down `on`, and a mark with
`from`, go without.

## Why it matters

What the statement needs depends on its kind: a claim needs support, evidence needs a source, a
rebuttal needs something to attack.

## What to do

Add the kind. A reason given for something is a `.premise`; a fact that can be looked up is
`.evidence`; what the author wants to show is a `.claim`.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis}, for [pupils arrive
tired]{#tired .assumed supports=late}.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis}, for [pupils arrive
tired]{#tired .premise .assumed supports=late}.
```
"""

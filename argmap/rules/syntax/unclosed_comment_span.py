"""A comment opens a mark that none closes, or closes one that is not open.

`<!--{…}-->` opens an invisible mark and `<!--/-->` closes it, in the same paragraph. Marks may
stand inside one another but not across one another's ends.

## Why it matters

Without its end nobody can tell which words are marked, so none are.

## What to do

Put `<!--/-->` behind the marked words, or take out the one that closes nothing.

## Bad

```markdown
We think <!--{#late .claim .thesis .assumed}-->school should start at nine, and no earlier.
```

## Good

```markdown
We think <!--{#late .claim .thesis .assumed}-->school should start at nine<!--/-->, and no earlier.
```
"""

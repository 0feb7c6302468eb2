"""`.implicit` or `text` stands where it has no meaning.

An implicit statement is one that the author leaves unsaid. It has no words on the page to mark, so
it stands alone in a comment, with its words in `text`:
`<!-- {#unsaid .premise .implicit text="…" supports=late} -->`.

## Why it matters

Words that are on the page are not implicit, and an implicit statement without `text` says nothing.

## What to do

For words on the page take out `.implicit` and `text`. For what is unsaid write a comment of its
own with both.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis}, for [sleep comes before
timetables]{#sleep .premise .implicit .assumed supports=late}.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis}.

<!-- {#sleep .premise .implicit .assumed supports=late text="Sleep comes before timetables"} -->
```
"""

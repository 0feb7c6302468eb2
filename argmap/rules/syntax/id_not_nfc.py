r"""An id is not in Unicode's composed form, NFC.

One letter can be written in two ways: `é` as one code point, or as `e` and an accent; `한` as one
syllable, or as three letters. They look alike and are not equal. Ids are written composed.

## Why it matters

macOS file names, some input methods and text copied from a PDF bring in the decomposed form. Two
ids that look the same would then be two, and a reference that looks right would lead nowhere.

## What to do

Type the id again, or let the fix compose it.

## Bad

```markdown escaped
[School should start at nine]{#cafe\u0301 .claim .thesis .assumed}.
```

## Good

```markdown
[School should start at nine]{#café .claim .thesis .assumed}.
```
"""

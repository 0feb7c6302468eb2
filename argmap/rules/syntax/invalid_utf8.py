r"""The file is not UTF-8 text.

An essay is a text file in UTF-8. This one holds bytes that no UTF-8 text has, so some of its
letters cannot be known. The first such byte is named; the rest of the file is read all the same.

## Why it matters

Where a letter is lost, the text on the map is not what the author wrote, and an id that holds it
cannot be referred to.

## What to do

Open the file in your editor with the encoding it really has (often Windows-1252, EUC-KR, Big5 or
Shift JIS) and save it as UTF-8. If only the place named here is damaged, type it anew.

## Bad

```markdown bytes
The caf\xe9 opens at nine.
```

## Good

```markdown
The café opens at nine.
```
"""

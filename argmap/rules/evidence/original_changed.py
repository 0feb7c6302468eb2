"""The original is not the file that was digested: its hash is another.

Found by `argmap verify` only. The front matter may hold the SHA-256 of the file that was digested,
under `original:` as `sha256:`, and the file compared now is another one, be it by a single letter
or line end.

## Why it matters

Paragraphs may have moved and sentences changed since: what was true of the text is to be proved
again.

## What to do

See what has changed, bring the digest up to date, and write the hash that the finding names. Or
compare with the file that was meant.

## Bad

```markdown late-start.md
---
original:
  sha256: 0000000000000000000000000000000000000000000000000000000000000000
---

[School should start at nine]{#late .claim .thesis .assumed at=p1}.
```

```markdown originals/late-start.md
School should start at nine.
```

## Good

```markdown late-start.md
---
original:
  sha256: f50dff7b0c6e7cd4a3e784b7cf732c57c8b2eb87c56322097ba9772ad77228ba
---

[School should start at nine]{#late .claim .thesis .assumed at=p1}.
```

```markdown originals/late-start.md
School should start at nine.
```
"""

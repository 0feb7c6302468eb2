r"""What a fix must keep: the prose of an essay, and the good order of its annotations.

A fix that takes backslashes out of ``\[words\]{#a .claim}``, or closes a list, makes a mark of what
was prose before. Such a *repair* may take from the prose what the mark is written with, and nothing
else; every other fix leaves it as it was, letter by letter.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from argmap.essay import read_essay
from argmap.model import Finding
from argmap.strip import strip
from argmap.syntax import Form, Mark, read
from argmap.syntax.places import SourceText

__all__ = ["REPAIRS", "Reading", "keeps", "keeps_but_for_marks"]

REPAIRS = ("escaped-span", "misplaced-attributes", "unclosed-attributes", "unclosed-block")
"""Rules whose fixes make a mark of what was prose."""


_BLANK_LINES = re.compile(r"\n(?:[ \t>]*\n)+")
_LINE_END = re.compile(r"\n[ \t>]*")


class Reading:
    """A text, and what is read in it when it is first asked for."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def prose(self) -> str:
        """The text without its annotations."""
        return strip(self.text)

    @cached_property
    def faults(self) -> Counter[str]:
        """How often each rule about the syntax is broken."""
        return Counter(fault.rule for fault in read_essay(self.text, "essay.md").faults)


def keeps(before: Reading, after: Reading) -> bool:
    """Tell whether fixes have left the prose as it was, and made no fault of syntax."""
    return not after.faults - before.faults and after.prose == before.prose


def keeps_but_for_marks(before: Reading, after: Reading, repaired: Sequence[Finding]) -> bool:
    """Tell whether repairs have taken nothing from the prose but what marks are written with.

    Each has left a mark that ends where the fault did. Without what these marks are written with
    the text must say what it says with them, and the edits outside of their attributes may have
    taken out nothing but backslashes and white space. Makes no fault of syntax, either.
    """
    if after.faults - before.faults:
        return False
    old, new = SourceText(before.text), SourceText(after.text)
    edits = sorted(
        (old.offset(edit.range.start), old.offset(edit.range.end), edit.text)
        for finding in repaired
        for edit in (finding.fix.edits if finding.fix else ())
    )
    by_end = {new.offset(mark.attributes_range.end): mark for mark in read(new.text).marks}
    made: list[Mark] = []
    for finding in repaired:
        at = old.offset(finding.range.end)
        at += sum(len(text) - (end - start) for start, end, text in edits if end <= at)
        if at not in by_end:
            return False
        made.append(by_end[at])
    lists = [
        (new.offset(mark.attributes_range.start), new.offset(mark.attributes_range.end))
        for mark in made
    ]
    shift = 0
    for start, end, text in edits:
        inside = any(first <= start + shift <= last for first, last in lists)
        shift += len(text) - (end - start)
        if not inside and (text.strip(" \t\n>") or old.text[start:end].strip("\\ \t\n>")):
            return False
    return _folded(strip(_without(new, made))) == _folded(strip(new.text))


def _without(source: SourceText, marks: Sequence[Mark]) -> str:
    """Take out of a text, by hand, what some marks are written with."""
    gone: list[tuple[int, int]] = []
    for mark in marks:
        start, end = source.offset(mark.range.start), source.offset(mark.range.end)
        if mark.form is Form.BLOCK:
            gone.extend(_fences(source, mark))
            continue
        gone.append((start, source.offset(mark.text_range.start)))
        gone.append((source.offset(mark.text_range.end), end))
    text, done = [], 0
    for start, end in sorted(gone):
        text.append(source.text[done:start])
        done = max(done, end)
    return "".join((*text, source.text[done:]))


def _fences(source: SourceText, mark: Mark) -> list[tuple[int, int]]:
    """Return where the fences of a block stand; the last line need not be one."""
    first = source.offset(mark.range.start), source.offset(mark.attributes_range.end)
    last_line = source.line(mark.range.end.line).strip(" \t>")
    if mark.range.end.line == mark.range.start.line or last_line.strip(":"):
        return [first]
    end = source.offset(mark.range.end)
    return [first, (source.text.rindex(":::", 0, end), end)]


def _folded(text: str) -> list[str]:
    """Return the blocks of a text, each in one line: where its lines end says nothing."""
    blocks = _BLANK_LINES.split(text)
    folded = (" ".join(_LINE_END.sub(" ", block).split()) for block in blocks)
    return [block for block in folded if block.strip(">")]

"""Fingerprints: what makes a finding the same one after the text around it was edited.

A platform that compares two runs (code scanning, Code Quality) needs to know which findings are
new. Line numbers move and messages name other statements, so a fingerprint is made of the rule, the
path and the words that the finding points at, their white space made one, and, among findings that
agree in all of these, their number in the file.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.model import Finding
    from argmap.report.dispatch import SourceOf
    from argmap.syntax.places import Range, SourceText


def fingerprints(findings: Sequence[Finding], source_of: SourceOf) -> list[str]:
    """Return 32 hexadecimal digits for each finding, in their order; no two are the same.

    Where a source cannot be had, the message stands for the words pointed at. Linear in the number
    of findings and the length of what they point at.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    made: list[str] = []
    for path, in_file in groupby(findings, key=attrgetter("path")):
        source = source_of(path)
        for finding in in_file:
            words = _words(source, finding.range)
            content = (finding.code, path, finding.message if words is None else words)
            seen[content] += 1
            key = "\0".join((*content, str(seen[content])))
            digest = hashlib.sha256(key.encode("utf-8", "surrogatepass"))
            made.append(digest.hexdigest()[:32])
    return made


def _words(source: SourceText | None, place: Range) -> str | None:
    words = None if source is None else source.between(place)
    return None if words is None else " ".join(words.split())

"""A baseline: the findings that are known, so that only new ones are reported.

An entry is keyed by the rule, the statement (or, for a finding outside of any, the edition) and the
words that the finding points at, and says how often that occurs. Lines, messages and paths do not
count, so edits elsewhere revive nothing, and a file may be renamed. The statement's words do:
whoever rewrites it meets the finding again. An entry that nothing matches any more is *spent*, and
leaves the baseline when it is updated.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.errors import ArgmapError
from argmap.model import Finding
from argmap.syntax.places import SourceText
from argmap.writing import write_file

if TYPE_CHECKING:
    from argmap.checking.unit import Seen
    from argmap.rules.selection import Selection

__all__ = [
    "Baseline",
    "Entry",
    "Sifted",
    "judge",
    "read_baseline",
    "sift",
    "updated",
    "write_baseline",
]

VERSION = 1
_KEY = "argmap-baseline"
_ONLINE = "AM306"
_AGAIN = "make it anew with --update-baseline"

SourceOf = Callable[[str], SourceText | None]


class Entry(NamedTuple):
    """What identifies a finding; ``content`` is the digest of the words it points at."""

    rule: str
    subject: str
    content: str

    @property
    def edition(self) -> str:
        """The edition it belongs to, ``work@lang``."""
        return self.subject.partition(":")[0]


Baseline = Mapping[Entry, int]
"""Entries, and how many findings each stands for."""


@dataclass(frozen=True, slots=True)
class Sifted:
    """The findings that no baseline knows, how many it does, and how many more it expected."""

    new: list[Finding]
    known: int
    spent: int


def read_baseline(file: Path, *, missing_is_empty: bool = False) -> dict[Entry, int]:
    """Read a baseline. Raises :class:`ArgmapError`, one line, for what is none of this version."""
    try:
        data = json.loads(file.read_bytes())
    except FileNotFoundError:
        if missing_is_empty:
            return {}
        raise ArgmapError(
            f"the baseline {file} is not there: make it with --update-baseline"
        ) from None
    except OSError as error:
        raise ArgmapError(f"cannot read the baseline {file}: {error.strerror or error}") from None
    except (ValueError, RecursionError):
        raise ArgmapError(f"the baseline {file} is damaged (it is no JSON): {_AGAIN}") from None
    if not isinstance(data, dict) or _KEY not in data:
        raise ArgmapError(f"{file} is no baseline of argmap: name another file, or {_AGAIN}")
    if data[_KEY] != VERSION:
        raise ArgmapError(
            f"the baseline {file} is of version {data[_KEY]!r:.20}, and this argmap reads version "
            f"{VERSION}: {_AGAIN}"
        )
    try:
        return _entries(data["findings"])
    except (KeyError, TypeError, ValueError):
        raise ArgmapError(f"the baseline {file} is damaged: {_AGAIN}") from None


def write_baseline(file: Path, baseline: Baseline) -> None:
    """Write a baseline, one line a finding, sorted, so that its changes can be read."""
    lines = [
        json.dumps({**entry._asdict(), "count": count}, ensure_ascii=False)
        for entry, count in sorted(baseline.items())
    ]
    listed = ",\n".join(f"  {line}" for line in lines)
    text = f'{{"{_KEY}": {VERSION}, "findings": [\n{listed}\n]}}\n'
    write_file(file, text.encode("utf-8", "backslashreplace"))


def sift(
    findings: Iterable[Finding],
    baseline: Baseline,
    source_of: SourceOf,
    judged: Callable[[Entry], bool],
) -> Sifted:
    """Leave out what the baseline knows; ``judged`` tells which entries this run can speak of.

    Of findings that share an entry the first are known. Linear in findings and entries.
    """
    left = dict(baseline)
    new: list[Finding] = []
    known = 0
    for finding, entry in _keyed(findings, source_of):
        if left.get(entry, 0) > 0:
            left[entry] -= 1
            known += 1
        else:
            new.append(finding)
    spent = sum(count for entry, count in left.items() if count and judged(entry))
    return Sifted(new, known, spent)


def updated(
    findings: Iterable[Finding],
    baseline: Baseline,
    source_of: SourceOf,
    judged: Callable[[Entry], bool],
) -> dict[Entry, int]:
    """Return the baseline of these findings, and of what this run cannot speak of."""
    kept = {entry: count for entry, count in baseline.items() if not judged(entry)}
    found = Counter(entry for _, entry in _keyed(findings, source_of))
    return {**kept, **found}


def judge(
    seen: Iterable[Seen], selection: Selection, *, whole: bool, online: bool
) -> Callable[[Entry], bool]:
    """Return what tells whether a run can speak of an entry: it looked there for such findings.

    ``whole`` is a run over all of a project, which can speak of editions that are gone, too.
    """
    from argmap.rules.registry import ASKED_FOR

    paths = {each.edition: each.path for each in seen}

    def judged(entry: Entry) -> bool:
        path = paths.get(entry.edition)
        if entry.rule in ASKED_FOR and not (online and entry.rule == _ONLINE):
            return False
        return whole if path is None else entry.rule in selection.at(path)

    return judged


def _keyed(findings: Iterable[Finding], source_of: SourceOf) -> Iterable[tuple[Finding, Entry]]:
    path, source = None, None
    for finding in findings:
        if finding.path != path:
            path, source = finding.path, source_of(finding.path)
        yield finding, Entry(finding.code, _subject(finding), _content(finding, source))


def _subject(finding: Finding) -> str:
    """Name the statement, or the edition where the statement has no id of its own."""
    edition, _, name = finding.subject.partition(":")
    return edition if name.startswith("~") else finding.subject


def _content(finding: Finding, source: SourceText | None) -> str:
    words = None if source is None else source.between(finding.range)
    if words is None:
        words = finding.message
    return sha256(" ".join(words.split()).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _entries(findings: Any) -> dict[Entry, int]:
    entries: dict[Entry, int] = {}
    for each in findings:
        entry = Entry(each["rule"], each["subject"], each["content"])
        count = each["count"]
        if not all(isinstance(part, str) for part in entry) or not isinstance(count, int):
            raise TypeError
        entries[entry] = entries.get(entry, 0) + max(count, 0)
    return entries

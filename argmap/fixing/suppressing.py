"""Writing the comments that silence findings, each with its reason.

Where a comment may stand is found by trying: a place is good when the comment read there rules the
finding, the prose is what it was, and nothing else has gone wrong.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from markdown_it.token import Token

from argmap.errors import ArgmapError
from argmap.essay import read_essay
from argmap.fixing.comment_places import Place, places_for, tokens_of
from argmap.model import Essay, Finding, Position, Suppression
from argmap.rules.registry import find_rule, nearest_rule
from argmap.strip import strip
from argmap.strip.edits import TextEdit
from argmap.strip.edits import apply as apply_edits
from argmap.suppressions import read_suppressions
from argmap.syntax.marks import Directive
from argmap.syntax.places import START, SourceText

__all__ = ["Ignored", "add_ignores"]

_WHY_NOT = "no comment rules this place alone; argmap: disable and enable around it would"
_IN_FRONT_MATTER = "no comment can stand in the front matter; argmap: ignore-file would silence it"
_IGNORE = re.compile(r"<!--\s*argmap\s*:?\s*ignore\s+", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029]")
_ABOUT_COMMENTS = (
    *("suppression-without-reason", "malformed-suppression", "unused-suppression", "unknown-rule"),
)


@dataclass(frozen=True, slots=True)
class Ignored:
    """What came of silencing: all texts by path, the paths of those that changed, and findings.

    ``silenced`` are those that a comment rules now, ``left`` those that none can, and why.
    """

    texts: Mapping[str, str]
    changed: tuple[str, ...]
    silenced: tuple[Finding, ...]
    left: tuple[tuple[Finding, str], ...]


def add_ignores(
    texts: Mapping[str, str], findings: Iterable[Finding], reasons: Mapping[str, str]
) -> Ignored:
    """Write a comment for each finding of the rules in ``reasons``, which are codes or names.

    ``findings`` are what a check has found in ``texts``, which :func:`argmap.fixing.mending.decode`
    returned; those of other rules are passed by. Findings in one place share a comment where the
    reason is the same, and a comment that stands there already with this reason is added to.
    The prose stays as it was, but that a comment put between two blocks with no blank line between
    them leaves one there when it is stripped, if it can stand nowhere else.
    Raises :class:`ArgmapError` for a rule that does not exist and for a reason that cannot stand in
    a comment. Reads each text about twice, and more often where a first place does not do.
    """
    why = {_code(word): _checked(_code(word), reason) for word, reason in reasons.items()}
    wanted: dict[str, list[Finding]] = {}
    left: list[tuple[Finding, str]] = []
    for finding in sorted(findings, key=lambda finding: finding.order):
        if finding.code not in why:
            continue
        if finding.name in _ABOUT_COMMENTS:
            left.append((finding, "what is wrong with a comment cannot be silenced"))
        elif finding.path not in texts or finding.name == "invalid-utf8":
            left.append((finding, "the file is not written to"))
        else:
            wanted.setdefault(finding.path, []).append(finding)
    made = dict(texts)
    silenced: list[Finding] = []
    for path in sorted(wanted):
        writer = _Writer(texts[path], wanted[path], why)
        made[path] = writer.write()
        silenced += writer.silenced
        left += writer.left
    changed = tuple(sorted(path for path, text in made.items() if text != texts[path]))
    return Ignored(made, changed, tuple(silenced), tuple(sorted(left, key=lambda e: e[0].order)))


def _code(word: str) -> str:
    rule = find_rule(word)
    if rule is not None:
        return rule.code
    near = nearest_rule(word)
    hint = "argmap rule lists them all" if near is None else f"did you mean {near.code}?"
    raise ArgmapError(f"there is no rule {word!r}: {hint}")


def _checked(code: str, reason: str) -> str:
    """Return a reason as it is read again from its comment, or raise."""
    if "-->" in reason or _CONTROLS.search(reason):
        raise ArgmapError(f"the reason for {code} holds a line break or -->: leave that out")
    words = " ".join(reason.split())
    directive = Directive(f"ignore {code} {words}", START, 1, 1)
    read = read_suppressions((directive,), 1, [])
    if not words or not read or not read[0].reason:
        raise ArgmapError(f'{code} needs a reason: write --add-ignore {code}="why"')
    if read[0].codes != (code,) or read[0].reason != words:
        raise ArgmapError(
            f"the reason for {code} would be read as {read[0].reason!r}: begin and end it with a "
            "word that is no rule"
        )
    return words


@dataclass(frozen=True, slots=True)
class _Existing:
    """A comment that is there already, to which a code is added at an offset."""

    offset: int


_Spot = Place | _Existing


class _Writer:
    """Silences findings in one text."""

    def __init__(self, text: str, findings: Sequence[Finding], why: Mapping[str, str]) -> None:
        self.text = text
        self.findings = findings
        self.why = why
        self.source = SourceText(text)
        self.essay = read_essay(text, "essay.md")
        self.prose = strip(text)
        self.faults = _faults(self.essay)
        self.placed: list[tuple[Finding, _Spot]] = []
        self.silenced: list[Finding] = []
        self.left: list[tuple[Finding, str]] = []
        self.made = text
        self.spots: dict[int, list[_Spot]] = {}

    def write(self) -> str:
        """Return the text with comments for all findings that comments can rule."""
        tokens = tokens_of(self.text)
        self.spots = {id(each): self._spots(each, tokens) for each in self.findings}
        for each in self.findings:
            if not self.spots[id(each)]:
                self.left.append((each, _IN_FRONT_MATTER))
        waiting = [[each for each in self.findings if self.spots[id(each)]]]
        while waiting:
            group = waiting.pop()
            if self._accept([(each, self.spots[id(each)][0]) for each in group]):
                continue
            if len(group) > 1:
                middle = len(group) // 2
                waiting += [group[middle:], group[:middle]]
            elif group:
                self._place(group[0])
        self._find_silenced_by_others()
        return self.made

    def _find_silenced_by_others(self) -> None:
        """Take from what is left the findings that a comment for others has come to rule."""
        if self.left and self.placed:
            edits, essay = self._edits(self.placed), read_essay(self.made, "essay.md")
            ruled = [e for e, _ in self.left if self._is_silenced(e, edits, essay)]
            self.silenced.extend(ruled)
            self.left = [each for each in self.left if each[0] not in ruled]
        self.silenced.extend(finding for finding, _ in self.placed)
        self.silenced.sort(key=lambda finding: finding.order)

    def _accept(self, more: Sequence[tuple[Finding, _Spot]], *, strict: bool = True) -> bool:
        """Put comments at these spots, too, if that does what it should."""
        attempt = self._made([*self.placed, *more], strict=strict)
        if attempt is None:
            return False
        self.placed.extend(more)
        self.prose = self.prose if strict else strip(attempt)
        self.made = attempt
        return True

    def _place(self, finding: Finding) -> None:
        """Put a comment where it rules this finding, or say that there is no such place."""
        spots = self.spots[id(finding)]
        # Better at the end of a line than where strip would leave a blank line.
        for strict, spot in product((True, False), spots):
            if self._accept([(finding, spot)], strict=strict):
                return
        self.left.append((finding, _WHY_NOT))

    def _spots(self, finding: Finding, tokens: Sequence[Token]) -> list[_Spot]:
        there = self._existing(finding)
        places = places_for(finding, tokens, self.source)
        return [*there, *places]

    def _existing(self, finding: Finding) -> list[_Spot]:
        """Find a comment with the same reason that rules the finding's lines."""
        found: list[_Spot] = []
        for each in self.essay.suppressions:
            match = _IGNORE.match(self.source.text, self.source.offset(each.range.start))
            if match and each.reason == self.why[finding.code] and _rules(each, finding):
                found.append(_Existing(match.end()))
        return found

    def _made(self, placed: Sequence[tuple[Finding, _Spot]], *, strict: bool = True) -> str | None:
        """Write the comments at these spots; None where something goes wrong by it.

        Where not ``strict``, the prose may have a blank line more between two blocks.
        """
        edits = self._edits(placed)
        made = apply_edits(self.text, self.source, edits)
        essay = read_essay(made, "essay.md")
        if _faults(essay) != self.faults or not _reads_the_same(essay, self.essay):
            return None
        prose = strip(made)
        if prose != self.prose and (strict or not _shows_the_same(prose, self.prose)):
            return None
        silent = all(self._is_silenced(finding, edits, essay) for finding, _ in placed)
        return made if silent and self._still_rule(edits, essay) else None

    def _edits(self, placed: Sequence[tuple[Finding, _Spot]]) -> list[TextEdit]:
        codes: dict[_Spot, dict[str, set[str]]] = {}
        for finding, spot in placed:
            codes.setdefault(spot, {}).setdefault(self.why[finding.code], set()).add(finding.code)
        return _edits(codes)

    def _is_silenced(self, finding: Finding, edits: Sequence[TextEdit], essay: Essay) -> bool:
        first = finding.range.start.line + self._lines_before(finding.range.start, edits)
        last = finding.range.end.line + self._lines_before(finding.range.end, edits)
        return any(
            finding.code in each.codes
            and each.reason == self.why[finding.code]
            and each.first_line <= last
            and first <= each.last_line
            for each in essay.suppressions
        )

    def _lines_before(self, place: Position, edits: Sequence[TextEdit]) -> int:
        at = self.source.offset(place)
        return sum(edit.text.count("\n") for edit in edits if edit.start <= at)

    def _still_rule(self, edits: Sequence[TextEdit], essay: Essay) -> bool:
        """Tell whether the comments that were there rule as many lines as before, or more."""
        old = Counter(each.reason for each in self.essay.suppressions)
        new = Counter(each.reason for each in essay.suppressions)
        lines = sum(each.last_line - each.first_line for each in self.essay.suppressions)
        now = sum(each.last_line - each.first_line for each in essay.suppressions)
        return not old - new and now >= lines


def _edits(codes: Mapping[_Spot, Mapping[str, set[str]]]) -> list[TextEdit]:
    edits: list[TextEdit] = []
    for spot, by_reason in codes.items():
        text = ""
        for reason in sorted(by_reason, key=lambda reason: (min(by_reason[reason]), reason)):
            named = ", ".join(sorted(by_reason[reason]))
            if isinstance(spot, _Existing):
                text += f"{named}, "
            else:
                text += f"{spot.before}<!-- argmap: ignore {named} {reason} -->{spot.behind}"
        edits.append(TextEdit(spot.offset, spot.offset, text))
    return sorted(edits)


def _rules(suppression: Suppression, finding: Finding) -> bool:
    return finding.range.touches_lines(suppression.first_line, suppression.last_line)


def _faults(essay: Essay) -> Counter[str]:
    return Counter(fault.rule for fault in essay.faults)


def _reads_the_same(essay: Essay, other: Essay) -> bool:
    """Tell whether two essays make the same statements."""
    return [(each.key, each.text) for each in essay.statements] == [
        (each.key, each.text) for each in other.statements
    ]


def _shows_the_same(prose: str, other: str) -> bool:
    """Tell whether two texts differ in nothing but blank lines that no reader sees."""
    if [line for line in prose.split("\n") if line.strip()] != [
        line for line in other.split("\n") if line.strip()
    ]:
        return False
    from markdown_it import MarkdownIt

    md = MarkdownIt("commonmark").enable("table")
    return bool(md.render(prose) == md.render(other))

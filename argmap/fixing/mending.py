"""Checking and fixing in turn, until nothing more can be fixed.

What one fix leaves, another may mend, and a fix in one file may depend on another file; so after
each round all is checked again. In a round only fixes of one sort are applied: first those within
one list of attributes, then those that bring a mark to light (*repairs*), and last those that
follow from what the essays say together, as a misspelt name does. A fix that would change the
prose, or make something else wrong, is left out, and its finding stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from argmap.fixing.applying import Applied, apply
from argmap.fixing.comments import comment_fix
from argmap.fixing.prose import REPAIRS, Reading, keeps, keeps_but_for_marks
from argmap.model import Finding, Fix, Severity

__all__ = ["FindingsOf", "Mended", "decode", "mend"]

MAX_ROUNDS = 20
"""More rounds than any essay needs: each mends all that it can."""

_MOST_ATTEMPTS = 100
"""How often at most the fixes of one text are tried in one round; each time reads all of it."""

FindingsOf = Callable[[Mapping[str, str]], list[Finding]]
"""Checks essays, given as texts by their paths, together with all that they refer to."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What fixing came to.

    ``texts`` are all texts that were given, by path; ``changed`` the paths of those that differ.
    ``left`` are the findings in the texts as they are now, ``fixed`` counts the fixes by the code
    of their rule, and ``rounds`` tells how often something was changed.
    """

    texts: Mapping[str, str]
    changed: tuple[str, ...]
    left: tuple[Finding, ...]
    fixed: Mapping[str, int]
    rounds: int


def decode(content: bytes) -> str | None:
    """Return the text of a file that may be mended, or None: what is not UTF-8 is never written.

    A byte order mark and line ends stay in the text, so that encoding it gives the same bytes.
    """
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text


def mend(texts: Mapping[str, str], findings_of: FindingsOf, *, unsafe: bool = False) -> Mended:
    """Apply the safe fixes, and with ``unsafe`` the others too, until nothing more can be fixed.

    ``texts`` holds the essays that may be changed, as :func:`decode` returns them, by the paths
    that findings name. ``findings_of`` is asked before the first round and after every one.
    Deterministic; fixing what was fixed changes nothing. Each round reads and strips a text that
    has fixes two times, and more often only where one of them has to be left out.
    """
    now = dict(texts)
    findings = findings_of(now)
    unreadable = {each.path for each in findings if each.name == "invalid-utf8"}
    fixed: Counter[str] = Counter()
    seen = {_state(now)}
    rounds = 0
    while rounds < MAX_ROUNDS:
        by_path = _fixable(findings, now, unreadable, unsafe=unsafe)
        for step in (_mend_lists, _mend_marks, _mend_names):
            made, used = step(now, by_path, findings, findings_of)
            if used and _state(made) not in seen:
                break
        else:
            break
        seen.add(_state(made))
        now = made
        fixed.update(used)
        rounds += 1
        findings = findings_of(now)
    changed = tuple(sorted(path for path, text in now.items() if text != texts[path]))
    counted = {code: fixed[code] for code in sorted(fixed)}
    return Mended(now, changed, tuple(findings), counted, rounds)


_Texts = dict[str, str]
_ByPath = Mapping[str, Sequence[Finding]]
_Made = tuple[_Texts, list[str]]


def _state(texts: Mapping[str, str]) -> int:
    return hash(tuple(sorted(texts.items())))


def _fixable(
    findings: Iterable[Finding], texts: Mapping[str, str], unreadable: set[str], *, unsafe: bool
) -> dict[str, list[Finding]]:
    """Gather the findings that may be fixed, by path."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        text = texts.get(finding.path)
        if text is None or finding.path in unreadable:
            continue
        known = finding if finding.fix else comment_fix(finding, text)
        if known.fix and (known.fix.safe or unsafe):
            found.setdefault(finding.path, []).append(known)
    return found


def _mend_lists(texts: _Texts, by_path: _ByPath, _: list[Finding], __: FindingsOf) -> _Made:
    """Apply the fixes that stay within what is an annotation already."""

    def kept(before: Reading, after: Reading, used: Sequence[Finding]) -> bool:
        del used
        return keeps(before, after)

    return _each(texts, by_path, lambda f: _is_syntax(f) and f.name not in REPAIRS, kept)


def _mend_marks(texts: _Texts, by_path: _ByPath, _: list[Finding], __: FindingsOf) -> _Made:
    """Apply the fixes that make a mark of what was prose."""
    return _each(texts, by_path, lambda f: f.name in REPAIRS, keeps_but_for_marks)


def _mend_names(
    texts: _Texts, by_path: _ByPath, findings: list[Finding], findings_of: FindingsOf
) -> _Made:
    """Apply the fixes that follow from all essays together, but those that make an error."""
    wanted = [f for path in sorted(by_path) for f in by_path[path] if not _is_syntax(f)]
    before = _errors(findings)
    best: _Made = (texts, [])
    kept: list[Finding] = []

    def attempt(group: Sequence[Finding]) -> bool:
        nonlocal best
        chosen: dict[str, list[Finding]] = {}
        for finding in (*kept, *group):
            chosen.setdefault(finding.path, []).append(finding)
        made = _each(texts, chosen, lambda f: True, lambda b, a, _: keeps(b, a))
        if made[1] and _errors(findings_of(made[0])) - before:
            return False
        kept.extend(group)
        best = made
        return True

    _halving(wanted, attempt)
    return best


def _is_syntax(finding: Finding) -> bool:
    return finding.code.startswith("AM0")


def _errors(findings: Iterable[Finding]) -> Counter[tuple[str, str]]:
    """Count errors about syntax and links; what a claim rests on may come to light by a fix."""
    return Counter(
        (finding.path, finding.code)
        for finding in findings
        if finding.severity is Severity.ERROR and finding.code[:3] in ("AM0", "AM1")
    )


_Kept = Callable[[Reading, Reading, Sequence[Finding]], bool]


def _each(texts: _Texts, by_path: _ByPath, wanted: Callable[[Finding], bool], kept: _Kept) -> _Made:
    """Apply what is wanted to each text on its own; return the texts and the codes fixed."""
    made = dict(texts)
    codes: list[str] = []
    for path in sorted(by_path):
        chosen = [finding for finding in by_path[path] if wanted(finding)]
        if chosen:
            made[path], used = _mend_text(texts[path], chosen, kept)
            codes.extend(finding.code for finding in used)
    return made, codes


def _mend_text(text: str, findings: Sequence[Finding], kept: _Kept) -> tuple[str, list[Finding]]:
    """Apply the fixes of some findings to a text, all but those that may not be."""
    by_fix: dict[int, Finding] = {}
    for finding in findings:
        if finding.fix is not None:
            by_fix[id(finding.fix)] = finding
    fixes = [finding.fix for finding in by_fix.values() if finding.fix is not None]
    # Those that have no room are for the next round.
    room = [by_fix[id(fix)] for fix in apply(text, fixes).used]
    before = Reading(text)
    chosen: list[Finding] = []
    result = text

    def attempt(group: Sequence[Finding]) -> bool:
        nonlocal result
        applied = _applied(text, (*chosen, *group))
        if not kept(before, Reading(applied.text), (*chosen, *group)):
            return False
        chosen.extend(group)
        result = applied.text
        return True

    _halving(room, attempt)
    return result, chosen


def _applied(text: str, findings: Iterable[Finding]) -> Applied:
    fixes: list[Fix] = [finding.fix for finding in findings if finding.fix is not None]
    return apply(text, fixes)


def _halving(group: Sequence[Finding], attempt: Callable[[Sequence[Finding]], bool]) -> None:
    """Attempt all at once, and where that fails one half after the other.

    Where very many fail, some are left untried; the next round begins with them anew.
    """
    waiting = [group] if group else []
    for _ in range(_MOST_ATTEMPTS):
        if not waiting:
            return
        some = waiting.pop()
        if not attempt(some) and len(some) > 1:
            middle = len(some) // 2
            waiting += [some[middle:], some[:middle]]

"""``argmap check --fix``, ``--diff`` and ``--add-ignore``: what changes the files, and shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from argmap.checking.checker import check_sources
from argmap.cli.telling import note, write_result
from argmap.errors import ArgmapError
from argmap.fixing import add_ignores, mend, unified_diff
from argmap.fixing.mending import decode
from argmap.rules.registry import find_rule

if TYPE_CHECKING:
    from argmap.cli.checking import Checking, Reports
    from argmap.model import Finding

__all__ = ["ignore_findings", "mend_files"]


def mend_files(checking: Checking, reports: Reports, *, unsafe: bool, only_show: bool) -> int:
    """Fix the named files, or show how, and report what is left."""
    selection = checking.setup.selection
    texts = _texts(checking)

    def findings_of(now: Mapping[str, str]) -> list[Finding]:
        return _check(checking, now, quiet=True)

    mended = mend(texts, findings_of, unsafe=unsafe)
    if only_show:
        for path in mended.changed:
            click.echo(unified_diff(path, texts[path], mended.texts[path]), nl=False)
        count = sum(mended.fixed.values())
        if count:
            note(f"would fix {_count(count, 'finding')} in {_count(len(mended.changed), 'file')}")
        return 1 if mended.changed else 0
    piped = _write(checking, texts, mended.texts, mended.changed)
    if mended.fixed:
        what = ", ".join(f"{_name(code)} {count}" for code, count in mended.fixed.items())
        total = _count(sum(mended.fixed.values()), "finding")
        note(f"fixed {total} in {_count(len(mended.changed), 'file')}: {what}")
    left = [each for each in mended.left if each.code in selection.at(each.path)]
    return _report(checking, mended.texts, left, reports, piped=piped)


def ignore_findings(checking: Checking, ignores: Sequence[str], reports: Reports) -> int:
    """Write comments that silence findings, and report what is left."""
    reasons: dict[str, str] = {}
    for each in ignores:
        rule, equals, reason = each.partition("=")
        if not equals or not rule.strip() or not reason.strip():
            raise click.UsageError('--add-ignore wants a rule and a reason: AM201="why".')
        reasons[rule.strip()] = reason.strip()
    texts = _texts(checking)
    made = add_ignores(texts, _check(checking, texts), reasons)
    piped = _write(checking, texts, made.texts, made.changed)
    if made.silenced:
        total = _count(len(made.silenced), "finding")
        note(f"silenced {total} in {_count(len(made.changed), 'file')}")
    for finding, why in made.left:
        note(f"{finding.path}:{finding.range.start}: {finding.code} is not silenced: {why}")
    return _report(checking, made.texts, _check(checking, made.texts), reports, piped=piped)


def _texts(checking: Checking) -> dict[str, str]:
    """Return the named files that may be written: those that are UTF-8."""
    texts: dict[str, str] = {}
    for path in sorted(checking.sources.named):
        text = decode(checking.sources.content(path))
        if text is not None:
            texts[path] = text
    return texts


def _check(checking: Checking, texts: Mapping[str, str], *, quiet: bool = False) -> list[Finding]:
    contents = {path: text.encode("utf-8") for path, text in texts.items()}
    setup = replace(checking.setup, cache=None)
    if quiet:
        setup = replace(setup, selection=setup.selection.with_quiet_rules())
    return check_sources(checking.sources.with_contents(contents), setup).findings


def _write(
    checking: Checking, old: Mapping[str, str], new: Mapping[str, str], changed: Sequence[str]
) -> bool:
    """Write the files that changed; what came by standard input is printed. Tell whether it was."""
    from argmap.writing import write_file

    for path in changed:
        if path in checking.sources.files:
            if checking.sources.content(path) != old[path].encode("utf-8"):
                raise ArgmapError(f"{path} has changed in the meantime: run argmap again")
            write_file(checking.sources.files[path], new[path].encode("utf-8"))
    piped = [path for path in checking.sources.held if path in new]
    for path in piped:
        write_result(new[path].encode("utf-8"), None)
    return bool(piped)


def _report(
    checking: Checking,
    texts: Mapping[str, str],
    left: list[Finding],
    reports: Reports,
    *,
    piped: bool,
) -> int:
    contents = {path: text.encode("utf-8") for path, text in texts.items()}
    now = replace(checking, sources=checking.sources.with_contents(contents))
    result = check_sources(now.sources, replace(checking.setup, cache=None))
    return now.print(left, result, reports, to_stderr=piped)


def _name(code: str) -> str:
    rule = find_rule(code)
    return code if rule is None else f"{code} {rule.name}"


def _count(number: int, word: str) -> str:
    return f"{number} {word if number == 1 else word + 's'}"

"""``argmap check``."""

from __future__ import annotations

from pathlib import Path

import click

from argmap.cli.checking import Checking
from argmap.cli.options import config_option, paths_argument
from argmap.config import RuleChoice
from argmap.report.dispatch import Format


def rule_words(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Part what stands behind an option that may be repeated, and may hold commas."""
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


FORMAT = click.option(
    "--format",
    "format_",
    type=click.Choice([str(format_) for format_ in Format]),
    default=str(Format.FULL),
    show_default=True,
    help="How findings are written.",
)
"""How findings are written, for every command that checks."""


OUTPUT = click.option(
    "--output",
    "outputs",
    multiple=True,
    metavar="FORMAT:FILE",
    help="Write a report to a file as well, as sarif:argmap.sarif; may be repeated.",
)
IGNORE = click.option(
    "--ignore", multiple=True, metavar="RULES", callback=rule_words, help="Not these rules."
)
FAIL_LEVEL = click.option(
    "--fail-level",
    type=click.Choice(["error", "warning", "info", "never"]),
    help="The mildest severity that makes the check fail.  [default: warning]",
)


@click.command("check")
@paths_argument()
@FORMAT
@OUTPUT
@click.option("--statistics", is_flag=True, help="Print how often each rule is broken instead.")
@click.option(
    "--select",
    multiple=True,
    metavar="RULES",
    callback=rule_words,
    help="Only these rules, as AM2.",
)
@IGNORE
@FAIL_LEVEL
@click.option("--fix", is_flag=True, help="Apply the fixes that are safe, and write the files.")
@click.option("--diff", is_flag=True, help="Print what --fix would change; write nothing.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: the other fixes, too.")
@click.option(
    "--add-ignore",
    "ignores",
    multiple=True,
    metavar="RULE=REASON",
    help="Write comments that silence the findings of a rule; may be repeated.",
)
@click.option(
    "--baseline",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Report only what this file does not know.",
)
@click.option("--update-baseline", is_flag=True, help="Write what is found to the baseline.")
@click.option("--online", is_flag=True, help="Ask the web whether links are dead.")
@click.option(
    "--jobs",
    type=click.IntRange(0, 256),
    metavar="N",
    help="Processes to check with.  [default: as many as pay]",
)
@click.option("--no-cache", is_flag=True, help="Neither use nor write the cache.")
@config_option()
def command(
    paths: tuple[str, ...],
    stdin_filename: str,
    format_: str,
    outputs: tuple[str, ...],
    statistics: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_level: str | None,
    fix: bool,
    diff: bool,
    unsafe_fixes: bool,
    ignores: tuple[str, ...],
    baseline: Path | None,
    update_baseline: bool,
    online: bool,
    jobs: int | None,
    no_cache: bool,
    config_file: Path | None,
) -> int:
    """Find what is wrong in essays, at its exact place.

    PATHS are files, folders, or - for standard input; without any, the project's essays. With only
    some files named, references resolve against the whole project, and findings are those of the
    named files. Exits with 0 when nothing is found, 1 for errors or warnings, 2 for misuse.

    RULES are codes, names or beginnings of codes, parted by commas.

    \b
    Examples:
      argmap check
      argmap check essays/x.md --format concise
      argmap check --fix --select AM0,missing-id
      argmap check --format github --output sarif:argmap.sarif
      argmap check --baseline known.json --update-baseline
      cat draft.md | argmap check - --stdin-filename draft.md
    """
    _agree(fix=fix, diff=diff, unsafe_fixes=unsafe_fixes, ignores=ignores, online=online)
    checking = Checking.begin(
        paths,
        stdin_filename,
        config_file,
        RuleChoice(select, ignore),
        fail_level=fail_level,
        jobs=jobs,
        cached=not no_cache,
    )
    reports = checking.reports(format_, outputs, statistics=statistics)
    if fix or diff or ignores:
        from argmap.cli.mending import ignore_findings, mend_files

        if ignores:
            return ignore_findings(checking, ignores, reports)
        return mend_files(checking, reports, unsafe=unsafe_fixes, only_show=diff)
    result = checking.online() if online else checking.result()
    findings = checking.sift(
        result, baseline, update=update_baseline, online=online, whole=not paths
    )
    return checking.print(findings, result, reports)


def _agree(
    *, fix: bool, diff: bool, unsafe_fixes: bool, ignores: tuple[str, ...], online: bool
) -> None:
    """Refuse options that do not go together. Raises :class:`click.UsageError`."""
    doing = [
        name
        for name, given in (("--fix", fix), ("--diff", diff), ("--add-ignore", bool(ignores)))
        if given
    ]
    if len(doing) > 1:
        raise click.UsageError(f"{' and '.join(doing)} do not go together: take one at a time.")
    if unsafe_fixes and not (fix or diff):
        raise click.UsageError("--unsafe-fixes does nothing by itself: add --fix or --diff.")
    if online and doing:
        raise click.UsageError(f"--online and {doing[0]} do not go together.")

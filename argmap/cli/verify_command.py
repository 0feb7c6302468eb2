"""``argmap verify``."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from argmap.cli.check_command import FAIL_LEVEL, FORMAT, IGNORE, OUTPUT, rule_words
from argmap.cli.options import config_option
from argmap.cli.reading import configured
from argmap.cli.telling import note, remember_read, terminal_width, wants_colour, write_result
from argmap.config import RuleChoice
from argmap.errors import ArgmapError
from argmap.model import Severity


@click.command("verify")
@click.argument("essay", metavar="ESSAY", type=click.Path(path_type=Path))
@click.option(
    "--against",
    required=True,
    metavar="FILE",
    help="The original: plain text, Markdown or HTML; - for standard input.",
)
@FORMAT
@OUTPUT
@click.option("--lang", default="", metavar="TAG", help="Language of the original, as ko.")
@click.option(
    "--select",
    multiple=True,
    metavar="RULES",
    callback=rule_words,
    help="Only these rules, as AM311.",
)
@IGNORE
@FAIL_LEVEL
@config_option()
def command(
    essay: Path,
    against: str,
    format_: str,
    outputs: tuple[str, ...],
    lang: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_level: str | None,
    config_file: Path | None,
) -> int:
    """Find what a digest says that its original does not, and what it leaves out.

    ESSAY is one essay whose statements name the paragraphs of the original that they digest
    (at=p12). Their figures, names and quoted words must stand there, and every paragraph must be
    digested, or listed in the configuration as none of the argument. Exits with 0 when nothing is
    found, 1 for errors or warnings, 2 for misuse.

    \b
    Examples:
      argmap verify essays/x/en.md --against originals/x.txt
      argmap verify essays/x/ko.md --against page.html --format concise
      curl -s https://example.org/x | argmap verify essays/x/en.md --against -
    """
    from argmap.essay import read_essay_bytes
    from argmap.report.dispatch import Checked, Format, report
    from argmap.report.outputs import parse_output
    from argmap.rules.run import fails
    from argmap.rules.selection import select as select_rules
    from argmap.sources import find_sources
    from argmap.verifying import VerifyTerms, read_original, verify

    config = configured(config_file)
    if fail_level is not None:
        level = None if fail_level == "never" else Severity(fail_level)
        config = replace(config, fail_level=level)
    selection = select_rules(config, RuleChoice(select, ignore))
    written = [parse_output(output) for output in outputs]
    if essay.is_dir():
        raise ArgmapError(f"{essay} is a folder: name one essay in it")
    sources = find_sources([str(essay)], config, around=False)
    remember_read([essay, Path(against)])
    (path,) = sources.paths
    digest = read_essay_bytes(sources.content(path), path, default_lang=config.default_lang)
    source = sources.source_of(path)
    assert source is not None
    original = read_original(*_content(against))
    terms = VerifyTerms(config.names, config.uncovered.get(digest.key, {}))
    verified = verify(digest, source, original, terms, force=selection.at(path), lang=lang)
    if digest.faults:
        count = len(digest.faults)
        faults = "1 fault" if count == 1 else f"{count} faults"
        note(f"{path} has {faults} of its own, and may not be read whole: argmap check says more")
    note(verified.summary())
    checked = Checked(1, len(digest.statements), (path,))
    for each, file in written:
        text = report(verified.findings, each, checked=checked, source_of=sources.source_of)
        write_result(text, file)
    text = report(
        verified.findings,
        Format(format_),
        checked=checked,
        source_of=sources.source_of,
        color=wants_colour(),
        width=terminal_width(),
    )
    click.echo(text, nl=False)
    return 1 if fails(verified.findings, config.fail_level) else 0


def _content(against: str) -> tuple[bytes, str]:
    """Read the original that the command line names, and what to call it."""
    from argmap.reading import suggestion

    if against == "-":
        return sys.stdin.buffer.read(), "standard input"
    file = Path(against)
    if file.is_dir():
        raise ArgmapError(f"{against} is a folder: name the file of the original")
    if not file.exists():
        raise ArgmapError(f"{against} is not there: check the path{suggestion(file)}")
    try:
        return file.read_bytes(), against
    except OSError as error:
        raise ArgmapError(f"cannot read {against}: {error.strerror or error}") from None

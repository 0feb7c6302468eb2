"""``argmap rule``."""

from __future__ import annotations

from pathlib import Path

import click

FORMATS = ("text", "json", "md")


@click.command("rule")
@click.argument("rule", required=False, metavar="[CODE]")
@click.option("--all", "every", is_flag=True, help="All rules, each explained.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How rules are written.",
)
@click.option(
    "-o",
    "--output",
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="A file; for --all --format md a folder: an index and a page for each rule.",
)
def command(rule: str | None, every: bool, format_: str, output: Path | None) -> int:
    """Explain a rule, by its code or name; without one, list them all.

    \b
    Examples:
      argmap rule AM201
      argmap rule circular-support --format json
      argmap rule --all --format md -o docs/rules
    """
    from argmap.cli.telling import write_result
    from argmap.rules.explain import known_rule
    from argmap.rules.pages import write_pages, written_as

    if rule is not None and every:
        raise click.UsageError("Name one rule, or ask for --all.")
    if every and format_ == "md" and output is not None and str(output) != "-":
        write_pages(output)
        return 0
    named = None if rule is None else known_rule(rule)
    write_result(written_as(format_, named, every=every), output)
    return 0

"""``argmap strip``."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from argmap.cli.telling import write_result


@click.command("strip")
@click.argument("file", metavar="FILE", type=click.Path(path_type=str))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Where to write the text; it may be FILE itself. Standard output otherwise.",
)
def command(file: str, output: Path | None) -> int:
    """Print an essay without its annotations: the text to publish.

    Implicit statements go, and so do comments to argmap; front matter, line ends and all other
    Markdown stay. FILE is - for standard input. Exits with 1 when something malformed stays in the
    text, which argmap check explains, and with 2 for misuse.

    \b
    Examples:
      argmap strip essays/x.md
      argmap strip essays/x.md -o published/x.md
      cat draft.md | argmap strip - > clean.md
    """
    from argmap.reading import decode, read_file
    from argmap.strip import leftovers, strip

    name = "standard input" if file == "-" else file
    text = decode(sys.stdin.buffer.read(), name) if file == "-" else read_file(Path(file))
    stripped = strip(text)
    if (output is None or str(output) == "-") and sys.stdout.isatty():
        click.echo(_harmless(stripped), nl=False)
    else:
        write_result(stripped.encode(), output)
    left = leftovers(stripped)
    if left:
        some = "1 malformed annotation stays" if left == 1 else f"{left} malformed annotations stay"
        click.echo(f"argmap: {some} in the text of {name}: see 'argmap check {file}'", err=True)
    return 1 if left else 0


def _harmless(text: str) -> str:
    """Make what a terminal would obey visible, but for line ends and tabs."""
    from argmap.report.cells import visible

    return re.sub(r"[^\n\t]+", lambda found: visible(found.group()), text.replace("\r\n", "\n"))

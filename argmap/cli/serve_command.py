"""``argmap serve``."""

from __future__ import annotations

import gc
from pathlib import Path

import click

from argmap.cli.options import config_option, paths_argument
from argmap.cli.served_views import VIEWS, Kind, Reading

PORT = 8642


@click.command("serve")
@paths_argument(stdin=False)
@click.option(
    "--view",
    "kind",
    type=click.Choice(VIEWS),
    default="map",
    show_default=True,
    help="Show the map of PATHS; or the contrast of the first two, by id or path, with the debate "
    "in the others; or the editions of a work.",
)
@click.option(
    "--base",
    metavar="LANG",
    help="With --view editions, the one that the others are compared with.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=PORT,
    show_default=True,
    metavar="N",
    help="Where to serve it; 0 takes any port that is free.",
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="ADDR",
    help="The address to serve it at. 0.0.0.0 lets other machines read it.",
)
@click.option("--weigh", is_flag=True, help="Say how each statement stands, and why.")
@click.option("--open", "browse", is_flag=True, help="Open it in the browser.")
@config_option()
def command(
    paths: tuple[str, ...],
    kind: Kind,
    base: str | None,
    port: int,
    host: str,
    weigh: bool,
    browse: bool,
    config_file: Path | None,
) -> int:
    """Show a map, contrast or editions in the browser, drawn anew whenever an essay is saved.

    The page is that of argmap map, contrast or editions, and keeps its place and zoom. Only this
    machine can read it unless --host says otherwise, and it is all that is served. Where a mark
    cannot be read, the page says so and keeps the last good picture. Ends with Ctrl-C. It needs the
    watchfiles package: pip install "argmap[watch]".

    \b
    Examples:
      argmap serve essays/x.md --open
      argmap serve essays/a.md essays/b.md essays/debate.md --port 9000
      argmap serve a-work another-work --view contrast
      argmap serve essays/a-work --view editions --base ko
    """
    if base is not None and kind != "editions":
        raise click.UsageError("--base is for --view editions.")
    from argmap.cli.serving import serve

    gc.enable()  # a process that stays must not keep what it no longer needs
    return serve(Reading(paths, kind, base, weigh), config_file, host, port, browse=browse)

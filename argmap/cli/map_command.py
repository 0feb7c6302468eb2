"""``argmap map``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.common import paths_argument, read_project, write_result
from argmap.errors import ArgmapError

if TYPE_CHECKING:
    from argmap.rendering.engine import Engine
    from argmap.rendering.groups import Cluster

FORMATS = ("svg", "png", "dot", "json")


@click.command("map")
@paths_argument(required=True)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Where to write the map; its suffix says the format. Standard output otherwise.",
)
@click.option("-f", "--format", "format_", type=click.Choice(FORMATS), help="The map's format.")
@click.option(
    "--cluster",
    type=click.Choice(["section", "question", "none"]),
    default="none",
    show_default=True,
    help="Frame the statements of each section or question.",
)
@click.option(
    "--engine",
    type=click.Choice(["bundled", "system"]),
    help="Which Graphviz lays it out: the bundled one, or the dot of this system.",
)
@click.option("--timeout", type=click.FloatRange(min=1), default=120, show_default=True,
              help="Seconds after which a layout is given up.")  # fmt: skip
def command(
    paths: tuple[str, ...],
    stdin_filename: str,
    output: Path | None,
    format_: str | None,
    cluster: Cluster,
    engine: Engine | None,
    timeout: float,
) -> int:
    """Draw the argument of one or more essays.

    The map holds the essays named, and no others. With ARGMAP_DOT set to a Graphviz dot, or
    --engine system, that one lays it out instead of the bundled one.

    \b
    Examples:
      argmap map essays/x.md -o x.svg
      argmap map essays/a.md essays/b.md essays/debate.md -o both.png
      argmap map essays/x.md -f json > x.json
    """
    chosen = format_ or _format_of(output)
    project, graph = read_project(paths, stdin_filename, around=False)
    if not graph.statements:
        names = ", ".join(sorted(project.named))
        raise ArgmapError(f"no statement in {names}: mark one, as in [words]{{#an-id .claim}}")
    if chosen == "json":
        from argmap.formats.document import dumps

        write_result(dumps(graph), output)
        return 0
    from argmap.rendering import render
    from argmap.rendering.engine import asked_for

    content = render(graph, chosen, cluster=cluster, engine=asked_for(engine), timeout=timeout)
    write_result(content, output)
    return 0


def _format_of(output: Path | None) -> str:
    if output is None or str(output) == "-":
        return "svg"
    suffix = output.suffix.lower().removeprefix(".")
    if suffix in FORMATS:
        return suffix
    known = ", ".join(f".{name}" for name in FORMATS)
    what = f"the suffix {output.suffix!r}" if suffix else "a file without a suffix"
    raise ArgmapError(f"argmap map does not write {what}: use {known}, or say -f")

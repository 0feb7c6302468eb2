"""``argmap schema``."""

from __future__ import annotations

import json

import click


@click.command("schema")
@click.argument(
    "subject",
    type=click.Choice(["document", "findings", "weighing", "contrast", "editions", "config"]),
    default="document",
    metavar="[document|findings|weighing|contrast|editions|config]",
)
def command(subject: str) -> int:
    """Print the JSON Schema of what argmap writes and reads.

    The document is what argmap map -f json writes, findings what argmap check --format json does;
    weighing, contrast and editions are what the commands of these names (weigh for the first) write
    with -f json; config is what stands in argmap.toml, for editors that complete it.

    \b
    Examples:
      argmap schema > argmap.schema.json
      argmap schema config
    """
    if subject == "config":
        from argmap.config.tables import schema as config_schema

        made = config_schema()
    else:
        from argmap.formats.documents.schemas import schema

        made = schema(subject)
    click.echo(json.dumps(made, ensure_ascii=False, indent=2))
    return 0

"""``argmap schema``."""

from __future__ import annotations

import json

import click


@click.command("schema")
def command() -> int:
    """Print the JSON Schema of the documents that argmap writes and reads.

    \b
    Example:
      argmap schema > argmap.schema.json
    """
    from argmap.formats.document import schema

    click.echo(json.dumps(schema(), ensure_ascii=False, indent=2))
    return 0

"""``argmap rule``."""

from __future__ import annotations

import click


@click.command("rule")
@click.argument("rule", required=False, metavar="[CODE]")
def command(rule: str | None) -> int:
    """Explain a rule, by its code or name; without one, list them all.

    \b
    Examples:
      argmap rule AM201
      argmap rule circular-support
    """
    from argmap.rules.explain import explain, overview

    click.echo(overview() if rule is None else explain(rule), nl=False)
    return 0

"""The group of commands. A command's module is imported when it is called, or asked for help."""

from __future__ import annotations

from importlib import import_module

import click

from argmap import __version__

COMMANDS = {
    "build": "Check the project's essays and draw its maps.",
    "check": "Find what is wrong, at its exact place.",
    "map": "Draw the argument of one or more essays.",
    "contrast": "Show where two works agree, dispute and pass each other by.",
    "editions": "Show what translations of a work lost, added or turned.",
    "verify": "Find what a digest says that its original does not.",
    "weigh": "Say what stands, how strongly, and what it leans on.",
    "questions": "List the critical questions that nothing answers yet.",
    "show": "Show one statement: text, place, grounds, attackers, consequences.",
    "stats": "Count statements, links and the paragraphs they cover.",
    "convert": "Convert arguments from one format to another.",
    "strip": "Print an essay without its annotations.",
    "rule": "Explain a rule: what it means, why, with examples.",
    "init": "Start a project: a configuration and a first essay that teaches.",
    "config": "Print what is in force, and which file says so.",
    "schema": "Print the JSON Schema of what argmap writes and reads.",
    "watch": "Check again whenever an essay is saved.",
    "serve": "Show a live page of the argument in the browser.",
}
"""Every command with its one line of help, in the order of ``argmap --help``."""


class LazyGroup(click.Group):
    """A group whose commands live in modules of their own, ``argmap.cli.NAME_command``."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands in the order of their use, not of the alphabet."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"argmap.cli.{cmd_name}_command").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a command, or name the nearest one there is."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from argmap.nearest import nearest

            near = nearest(args[0], COMMANDS)
            way_out = f"Did you mean '{near}'?" if near else "See 'argmap --help' for all commands."
            ctx.fail(f"There is no command '{args[0]}'. {way_out}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Examples:  argmap init  |  argmap check essays  |  argmap map essays/x.md -o x.svg",
)
@click.version_option(__version__, prog_name="argmap", message="%(prog)s %(version)s")
def argmap() -> None:
    """Mark the argument in your Markdown essays, and have it checked, drawn and compared."""

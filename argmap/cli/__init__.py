"""The command line: thin commands over the library; nothing is computed here.

:func:`run` takes arguments and returns an exit status, so that tests and other programs can call
it; only :func:`main` exits. Status 0 is nothing found, 1 findings (or maps out of date), 2 misuse,
configuration or the machine.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

import click

from argmap.cli.group import argmap
from argmap.errors import ArgmapError

_PIPE_CLOSED = 1
"""What click, too, leaves when whoever read the output has gone."""
_INTERRUPTED = 130


def main() -> None:
    """Run argmap on the arguments of the process, and exit."""
    # What a command reads it needs until it ends, and none of it is in cycles: to look for garbage
    # in it again and again would take a quarter of a long check, and free nothing.
    gc.disable()
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status; never raises for what a user can cause."""
    _speak_utf8()
    try:
        result = argmap.main(list(arguments), prog_name="argmap", standalone_mode=False)
        sys.stdout.flush()
    except click.UsageError as error:
        error.show()
        return 2
    except click.ClickException as error:
        return _fail(error.format_message())
    except (click.Abort, KeyboardInterrupt):
        return _fail("interrupted", _INTERRUPTED)
    except SystemExit as error:  # click's own way out when a pipe is closed
        return error.code if isinstance(error.code, int) else 2
    except BrokenPipeError:  # there is nobody left to tell
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _PIPE_CLOSED
    except ArgmapError as error:
        return _fail(str(error))
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        return _fail(f"{where}{error.strerror or error}")
    except MemoryError:
        return _fail("there is not enough memory for this; give it less at once")
    return result if isinstance(result, int) else 0


def _fail(message: str, status: int = 2) -> int:
    from argmap.report.cells import visible

    click.echo(f"argmap: {visible(' '.join(message.split()))}", err=True)
    return status


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale (Windows, LANG=C): essays are in any script."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None and (stream.encoding or "").lower() not in ("utf-8", "utf8"):
            reconfigure(encoding="utf-8", errors="backslashreplace")

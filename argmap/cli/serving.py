"""``argmap serve``: one page after another, each when something has been saved."""

from __future__ import annotations

import webbrowser
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from threading import Thread

import click

from argmap import __version__
from argmap.checking.unit import Memory
from argmap.cli.checking import Checking
from argmap.cli.reading import configured, texts_of
from argmap.cli.served_views import Reading, Shown, paths_of, read
from argmap.cli.telling import note
from argmap.cli.waiting import unless_done
from argmap.cli.watching import watcher
from argmap.config import Config, RuleChoice
from argmap.errors import ArgmapError
from argmap.model import Finding, Severity
from argmap.report.cells import visible
from argmap.serving import Board, listen
from argmap.sources import STDIN

_MOMENT = 0.4
"""Seconds of drawing that nobody needs to be told of."""
_MOST = 20
"""Faults that are told of at one time."""


def serve(
    reading: Reading, config_file: Path | None, host: str, port: int, *, browse: bool = False
) -> int:
    """Serve until the user ends it. Raises :class:`ArgmapError` where that cannot be begun."""
    if STDIN in reading.paths:
        raise click.UsageError("Standard input cannot be watched: name files or folders.")
    watched = watcher()
    from argmap.rendering.page.document import content_policy

    board = Board()
    server = listen(host, port, board, content_policy(live=True))
    try:
        drawer = _Drawer(reading, config_file, board)
        checking = drawer.begin()
        saved = watched(checking)
        drawer.draw(checking, first=True)
        server.start()
        note(f"serving {server.url} (Ctrl-C ends)")
        if not server.is_private:
            note(f"other machines can read it: --host {host}")
        if browse:
            Thread(target=webbrowser.open, args=(server.url,), daemon=True).start()
        for changed in saved:
            note(f"{', '.join(changed)} changed")
            with unless_done(_MOMENT, board.busy):
                try:
                    drawer.draw(drawer.begin())
                except ArgmapError as error:  # a file half saved, gone, or without a statement
                    board.fault([visible(str(error))])
                    note(str(error))
    except KeyboardInterrupt:
        pass
    finally:
        server.stop()
    return 0


class _Drawer:
    """Draws the essays as they are saved, and reads again only what changed."""

    def __init__(self, reading: Reading, config_file: Path | None, board: Board) -> None:
        self._reading = reading
        self._config_file = config_file
        self._board = board
        self._memory = Memory()

    def begin(self) -> Checking:
        paths = paths_of(self._reading, configured(self._config_file))
        checking = Checking.begin(paths, "stdin.md", self._config_file, RuleChoice())
        return replace(checking, setup=replace(checking.setup, memory=self._memory))

    def draw(self, checking: Checking, *, first: bool = False) -> None:
        """Put up the page of what is saved now, or what keeps it from being drawn."""
        findings = checking.result().findings
        faults = [finding for finding in findings if _is_fault(finding)]
        lines = [visible(_line(finding)) for finding in faults[:_MOST]]
        for line in lines:
            note(line)
        if lines and not first:
            self._board.fault(lines)
            return
        shown = read(self._reading, checking.config)
        version = _version(self._reading, shown, findings, checking.config)
        state = self._board.state
        page = state.page if version == state.version else shown.page(findings, version)
        self._board.show(page, version)
        if lines:  # of the first page, which is better than none
            self._board.fault(lines)


def _is_fault(finding: Finding) -> bool:
    """Tell whether a mark cannot be read, so that the picture would lack what it marks."""
    return finding.severity is Severity.ERROR and finding.code.startswith("AM0")


def _line(finding: Finding) -> str:
    start = finding.range.start
    return f"{finding.path}:{start.line}:{start.column}: {finding.code} {finding.message}"


def _version(reading: Reading, shown: Shown, findings: Sequence[Finding], config: Config) -> str:
    """Name what a page is made of, so that the same text is the same page after a restart, too."""
    made_of = sha256(f"{__version__} {reading!r} {config.names!r}".encode("utf-8", "replace"))
    for key, text in texts_of(shown.graph, shown.project).items():
        made_of.update(f"{key}\n{text}\0".encode("utf-8", "replace"))
    for finding in findings:
        made_of.update(_line(finding).encode("utf-8", "replace"))
    return made_of.hexdigest()[:16]

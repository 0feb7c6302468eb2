"""Running both sides of a comparison, turn by turn, and what comes of it.

A busy machine slows whatever happens to run. The sides therefore take turns, so that both meet the
same weather, and the median of each is taken. The ratio of the fastest runs is shown beside that
of the medians: where the two are far apart, the machine was too busy to tell.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

__all__ = ["Comparison", "Run", "Workshop", "in_mebibytes", "in_seconds", "take_turns"]


@dataclass(frozen=True, slots=True)
class Run:
    """One run: its seconds by the clock, and the most memory it held, in bytes (0 if unknown)."""

    seconds: float
    peak: int = 0


def in_seconds(value: float) -> str:
    """Write a time."""
    return f"{value * 1000:.0f} ms" if value < 1 else f"{value:.2f} s"


def in_mebibytes(value: float) -> str:
    """Write a number of bytes."""
    return f"{value / 2**20:.0f} MiB"


@dataclass(frozen=True, slots=True)
class Comparison:
    """One line of the table: argmap's figures, those it is held against, and the goal.

    ``show`` writes a figure with its unit; ``note`` is printed below the table.
    """

    name: str
    ours: Sequence[float]
    theirs: Sequence[float]
    goal: float
    show: Callable[[float], str] = in_seconds
    note: str = ""

    @property
    def ratio(self) -> float:
        """The ratio of the medians, which is what the goal is about."""
        return median(self.ours) / median(self.theirs)

    @property
    def fastest(self) -> float:
        """The ratio of the fastest runs."""
        return min(self.ours) / min(self.theirs)


class Workshop:
    """A folder outside any project, and processes run in it as a user's would be.

    Bytecode is kept, as it is for installed programs, but in this folder: both sides compile theirs
    in a run that is not counted, and a machine that is set to write no bytecode does not slow the
    side that has more modules of its own.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.argmap = _argmap()
        self.environment = {
            name: value
            for name, value in os.environ.items()
            if name not in ("PYTHONDONTWRITEBYTECODE", "PYTHONPROFILEIMPORTTIME", "ARGMAP_DOT")
        }
        self.environment["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")

    def write(self, name: str, text: str) -> str:
        """Write a file into the folder and return its name."""
        (self.folder / name).write_text(text, encoding="utf-8", newline="\n")
        return name

    def run(self, command: Sequence[str]) -> Run:
        """Run a command to its end; status 1, findings, is no failure."""
        begun = time.perf_counter()
        with subprocess.Popen(
            command,
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        ) as child:
            peak = _wait(child)
        taken = time.perf_counter() - begun
        if child.returncode not in (0, 1):
            raise RuntimeError(f"{' '.join(command)} ended with status {child.returncode}")
        return Run(taken, peak)


def take_turns(
    ours: Callable[[], Run], theirs: Callable[[], Run], rounds: int, *, warm: bool = True
) -> tuple[list[float], list[float]]:
    """Run both sides once a round and return their seconds.

    ``warm`` runs each once before that, for the bytecode and the caches of the system.
    """
    if warm:
        ours()
        theirs()
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        taken[0].append(ours().seconds)
        taken[1].append(theirs().seconds)
    return taken


def _argmap() -> list[str]:
    """Find the command that the package installed in this environment."""
    name = "argmap.exe" if os.name == "nt" else "argmap"
    script = Path(sysconfig.get_path("scripts")) / name
    return [str(script)] if script.is_file() else [sys.executable, "-m", "argmap"]


def _wait(child: subprocess.Popen[bytes]) -> int:
    """Wait for a child and return its peak of resident memory in bytes, 0 where none is told."""
    if not hasattr(os, "wait4"):  # Windows
        child.wait()
        return 0
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return int(usage.ru_maxrss) * (1 if sys.platform == "darwin" else 1024)

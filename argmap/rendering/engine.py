"""Laying out DOT: the one seam behind which Graphviz stands.

The bundled engine is ``graphviz-pure``, a port of Graphviz to Rust that comes as a wheel with one
executable and needs nothing of the system. It runs in a child process, with DOT on its standard
input, and is killed when it takes too long. A system ``dot`` is used only when it is asked for, as
another version lays the same map out otherwise.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Literal

from argmap.errors import ArgmapError

__all__ = [
    "ENGINE_VARIABLE",
    "Children",
    "Engine",
    "EngineError",
    "TooLongError",
    "asked_for",
    "layout",
]

Engine = Literal["bundled", "system"]

ENGINE_VARIABLE = "ARGMAP_DOT"
"""The environment variable that names the system's ``dot``.

Whoever sets it asks for that engine: :func:`asked_for` says so to commands that leave the choice.
"""

_PACKAGE = "graphviz-pure"
_PROBE = 'digraph { a [label=<<TABLE BORDER="0"><TR><TD WIDTH="50">ok</TD></TR></TABLE>>] }'
_PROBE_TIMEOUT = 20.0
_NO_CURVES = "triangulation failed"
"""What Graphviz says where it cannot route a curve (lib/pathplan/shortest.c)."""
_ENDS = {"svg": b"</svg>", "png": b"IEND"}


class EngineError(ArgmapError):
    """The engine is missing, failed or took too long; the message says what to do."""


class TooLongError(EngineError):
    """The layout was given up after the time that was allowed for it, in seconds."""

    def __init__(self, allowed: float, called: str = "the layout engine") -> None:
        super().__init__(
            f"{called} took longer than {allowed:g} s to lay the map out; draw fewer essays at "
            "once, or allow more time"
        )


class Children:
    """The engines that run for one picture; when one thread ends them, all threads' go."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._running: set[subprocess.Popen[bytes]] = set()
        self._ended = False

    @contextmanager
    def watching(self, child: subprocess.Popen[bytes]) -> Iterator[None]:
        """Hold a child to be ended with the others, in this block; at once, where they were."""
        with self._lock:
            self._running.add(child)
            if self._ended:
                child.kill()
        try:
            yield
        finally:
            with self._lock:
                self._running.discard(child)

    def end(self) -> None:
        """End all that run, and any that begins later."""
        with self._lock:
            self._ended = True
            for child in self._running:
                child.kill()


def asked_for(engine: Engine | None) -> Engine:
    """Return the engine that the user asks for: by a choice, else by the environment."""
    return engine or ("system" if os.environ.get(ENGINE_VARIABLE) else "bundled")


def layout(
    dot: str,
    format: str = "svg",  # noqa: A002  (what everyone calls it)
    *,
    engine: Engine = "bundled",
    timeout: float = 120.0,
    attributes: Sequence[str] = (),
    children: Children | None = None,
) -> bytes:
    """Lay out ``dot`` and return the picture as the engine wrote it.

    ``format`` is one of the engine's, ``svg`` or ``png`` as a rule. ``timeout`` is in seconds.
    ``attributes`` are further attributes of the graph, each as ``name=value``; ``children`` are
    the engines that run at the same time, from other threads. Raises :class:`EngineError`, and
    :class:`TooLongError` when that was the matter. A faulty label makes the engine fail although it
    still writes a picture; no such picture is returned. Where the engine cannot find its way among
    the boxes of a very large map, which is a fault of its own, the lines are drawn straight.
    """
    command = [*_command(engine), f"-T{format}", "-q", *(f"-G{each}" for each in attributes)]
    given = dot.encode("utf-8", "replace")
    children = children or Children()
    until = time.monotonic() + timeout
    try:
        try:
            written = _run(command, given, timeout, children)
        except EngineError as error:
            if _NO_CURVES not in str(error):
                raise
            rest = max(0.0, until - time.monotonic())
            written = _run([*command, "-Gsplines=line"], given, rest, children)
    except subprocess.TimeoutExpired:
        raise TooLongError(timeout, _called(command)) from None
    end = _ENDS.get(format)
    if end is not None and end not in written[-64:]:
        raise EngineError(
            f"{_called(command)} wrote no complete {format.upper()}; please report this with the "
            "DOT file (argmap map -o map.dot)"
        )
    return written


def _command(engine: Engine) -> list[str]:
    if engine == "system":
        return [_system_dot(os.environ.get(ENGINE_VARIABLE) or "dot"), "-Kdot"]
    return [_bundled(), "-Kdot"]


@cache
def _bundled() -> str:
    """Find the executable that the wheel installed, which is not called ``dot``."""
    from importlib import metadata

    name = f"{_PACKAGE}.exe" if os.name == "nt" else _PACKAGE
    places: list[Path] = []
    try:
        files = metadata.files(_PACKAGE) or ()
        places += [Path(str(file.locate())) for file in files if file.name == name]
    except metadata.PackageNotFoundError:
        pass
    places.append(Path(sysconfig.get_path("scripts")) / name)
    # Not resolved: in a virtual environment that would lead out of it.
    places.append(Path(sys.executable).parent / name)
    for place in places:
        if place.is_file():
            return str(place)
    raise EngineError(
        f"the layout engine is not installed; run: {sys.executable} -m pip install {_PACKAGE}"
    )


@cache
def _system_dot(dot: str) -> str:
    """Try a ``dot`` on an HTML-like label: some are shims, some lack the part that reads it."""
    try:
        command = [dot, "-Kdot", "-Tsvg", "-q"]
        drawn = _run(command, _PROBE.encode(), _PROBE_TIMEOUT, Children())
    except subprocess.TimeoutExpired:
        raise EngineError(
            f"{dot} does nothing for {_PROBE_TIMEOUT:g} s; leave out --engine and {ENGINE_VARIABLE}"
        ) from None
    except EngineError as error:
        raise EngineError(
            f"{error}; install Graphviz, or leave out --engine and {ENGINE_VARIABLE}"
        ) from None
    if b">ok<" not in drawn or b"</svg>" not in drawn:
        raise EngineError(
            f"{dot} cannot draw HTML-like labels; leave out --engine and {ENGINE_VARIABLE} to use "
            "the engine that comes with argmap"
        )
    return dot


def _run(command: list[str], dot: bytes, timeout: float, children: Children) -> bytes:
    """Run the engine; whatever ends the wait also ends the child.

    Raises :class:`subprocess.TimeoutExpired` after so many seconds.
    """
    try:
        child = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise EngineError(f"{_called(command)} cannot be run: {reason}") from None
    with child, children.watching(child):
        try:
            written, complaints = child.communicate(dot, timeout)
        except BaseException:
            child.kill()
            raise
    if child.returncode != 0:
        raise EngineError(
            f"{_called(command)} failed{_ended(child.returncode)}: {_first_line(complaints)}"
        )
    return written


def _called(command: Sequence[str]) -> str:
    bundled = Path(command[0]).name.startswith(_PACKAGE)
    return "the layout engine" if bundled else command[0]


def _ended(status: int) -> str:
    return f" (signal {-status})" if status < 0 else f" (exit {status})"


def _first_line(complaints: bytes) -> str:
    for line in complaints.decode("utf-8", "replace").splitlines():
        if line.strip():
            return line.strip()[:200]
    return "it gave no reason"

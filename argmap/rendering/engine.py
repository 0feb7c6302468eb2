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
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Literal

from argmap.errors import ArgmapError

__all__ = ["ENGINE_VARIABLE", "Engine", "EngineError", "asked_for", "layout"]

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
) -> bytes:
    """Lay out ``dot`` and return the picture as the engine wrote it.

    ``format`` is one of the engine's, ``svg`` or ``png`` as a rule. ``timeout`` is in seconds.
    ``attributes`` are further attributes of the graph, each as ``name=value``. Raises
    :class:`EngineError`. A faulty label makes the engine fail although it still writes a picture;
    no such picture is returned. Where the engine cannot find its way among the boxes of a very
    large map, which is a fault of its own, the lines are drawn straight.
    """
    command = [*_command(engine), f"-T{format}", "-q", *(f"-G{each}" for each in attributes)]
    given = dot.encode("utf-8", "replace")
    try:
        written = _run(command, given, timeout)
    except EngineError as error:
        if _NO_CURVES not in str(error):
            raise
        written = _run([*command, "-Gsplines=line"], given, timeout)
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
        drawn = _run([dot, "-Kdot", "-Tsvg", "-q"], _PROBE.encode(), _PROBE_TIMEOUT)
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


def _run(command: list[str], dot: bytes, timeout: float) -> bytes:
    """Run the engine; whatever ends the wait also ends the child."""
    try:
        child = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise EngineError(f"{_called(command)} cannot be run: {reason}") from None
    with child:
        try:
            written, complaints = child.communicate(dot, timeout)
        except subprocess.TimeoutExpired:
            child.kill()
            raise EngineError(
                f"{_called(command)} took longer than {timeout:g} s to lay the map out; draw fewer "
                "essays at once, or allow more time"
            ) from None
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

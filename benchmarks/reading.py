"""How long it takes to import, and to read a corpus, against arguebuf.

arguebuf is heavy, and is better installed apart: ``ARGMAP_ARGUEBUF`` names the Python that has it,
and without that the Python that runs the benchmarks is tried. The corpora are no part of the
project; ``ARGMAP_CORPORA`` names the folder that holds ``arg-microtexts`` and ``aif-microtexts``,
where that is not ``../shared/corpora``.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.timing import Comparison, Run, Workshop, take_turns

_CORPORA = Path(__file__).parents[2] / "shared" / "corpora"

_OURS = """\
import sys, time
from pathlib import Path

from argmap.formats import aif, microtexts
from argmap.formats.interface import Source
texts, nodesets = sys.argv[1:3]
def read(format_, folder, pattern):
    count = 0
    for path in sorted(Path(folder).glob(pattern)):
        reading = format_.read(Source(path.name, path.read_bytes()))
        assert not reading.faults
        graph = reading.graph()
        count += len(graph.statements) + len(graph.links)
    return count
for round in range(int(sys.argv[3])):
    begun = time.perf_counter()
    counts = [read(microtexts, texts, "*.xml"), read(aif, nodesets, "nodeset*.json")]
    print(time.perf_counter() - begun)
"""
_THEIRS = """\
import json, sys, time
from pathlib import Path

from arguebuf import load
texts, nodesets = sys.argv[1:3]
def read(loader, folder, pattern):
    count = 0
    for path in sorted(Path(folder).glob(pattern)):
        with path.open("rb") as file:
            graph = loader(file)
        count += len(graph.atom_nodes) + len(graph.scheme_nodes)
    return count
for round in range(int(sys.argv[3])):
    begun = time.perf_counter()
    counts = [
        read(load.microtexts, texts, "*.xml"),
        read(lambda file: load.aif(json.load(file)), nodesets, "nodeset*.json"),
    ]
    print(time.perf_counter() - begun)
"""


def reading(shop: Workshop, quick: bool) -> Iterator[Comparison]:
    """Import argmap and read the microtexts and their nodesets; and so with arguebuf 2.7.2."""
    python = os.environ.get("ARGMAP_ARGUEBUF", sys.executable)
    corpora = Path(os.environ.get("ARGMAP_CORPORA", _CORPORA)).resolve()
    folders = [str(corpora / "arg-microtexts"), str(corpora / "aif-microtexts")]
    version = _version(python)
    if not version or not all(map(os.path.isdir, folders)):
        what = "arguebuf" if not version else "the corpora"
        print(f"reading: left out, as {what} cannot be found: see benchmarks/reading.py")
        return
    rounds = 5 if quick else 15
    shop.write("ours.py", _OURS)
    shop.write("theirs.py", _THEIRS)
    one, other = take_turns(
        lambda: shop.run(
            [
                sys.executable,
                "-c",
                "from argmap import dump, load; from argmap.formats import aif, microtexts",
            ]
        ),
        lambda: shop.run([python, "-c", "import arguebuf"]),
        rounds,
    )
    yield Comparison(f"import argmap : import arguebuf {version}", one, other, 1 / 3)
    one, other = take_turns(
        lambda: shop.run([sys.executable, "ours.py", *folders, "1"]),
        lambda: shop.run([python, "theirs.py", *folders, "1"]),
        rounds,
    )
    yield Comparison("a process that reads 222 corpus files : with it", one, other, 1 / 3)
    one, other = take_turns(
        lambda: _inside(shop, [sys.executable, "ours.py", *folders, "3"]),
        lambda: _inside(shop, [python, "theirs.py", *folders, "3"]),
        rounds,
    )
    note = "reading: of the last line, each time is the third reading of one process."
    yield Comparison("reading them, imports done : with it", one, other, 1 / 3, note=note)


def _version(python: str) -> str:
    """Return which arguebuf a Python has; empty for none."""
    code = "from importlib.metadata import version; print(version('arguebuf'))"
    try:
        ran = subprocess.run([python, "-c", code], capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return ran.stdout.strip() if ran.returncode == 0 else ""


def _inside(shop: Workshop, command: list[str]) -> Run:
    """Run a command, and take the last time that it prints."""
    ran = subprocess.run(
        command,
        cwd=shop.folder,
        env=shop.environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return Run(float(ran.stdout.split()[-1]))

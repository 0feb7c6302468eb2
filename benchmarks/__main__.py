"""Print a table of ratios: ``python -m benchmarks [--quick] [--only NAME]``."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib.metadata import version as version_of
from pathlib import Path
from statistics import median

from benchmarks.argdown import argdown
from benchmarks.browsing import browsing
from benchmarks.checking import big, memory, small, version
from benchmarks.corpus import corpus, corpus_memory
from benchmarks.drawing import drawing
from benchmarks.frameworks import frameworks
from benchmarks.reading import reading
from benchmarks.timing import Comparison, Workshop
from benchmarks.weighing import weighing

_BENCHMARKS: dict[str, Callable[[Workshop, bool], Iterator[Comparison]]] = {
    "version": version,
    "small": small,
    "big": big,
    "memory": memory,
    "drawing": drawing,
    "browsing": browsing,
    "corpus": corpus,
    "corpus-memory": corpus_memory,
    "weighing": weighing,
    "frameworks": frameworks,
    "reading": reading,
    "argdown": argdown,
}
_PACKAGES = ("argmap", "click", "markdown-it-py", "graphviz-pure")
_ROW = "{:<58} {:>9} {:>9} {:>7} {:>8} {:>6}  {}"


def main() -> int:
    """Run the benchmarks asked for and print each as soon as it is known."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--only", action="append", choices=_BENCHMARKS, help="run this one; may be given again"
    )
    parser.add_argument("--quick", action="store_true", help="fewer runs, of smaller essays")
    asked = parser.parse_args()
    print(_machine(), flush=True)
    if asked.quick:
        print("Quick: fewer runs and smaller essays than the goals are set for.")
    print(_ROW.format("", "argmap", "against", "ratio", "fastest", "goal", ""), flush=True)
    notes = []
    with tempfile.TemporaryDirectory(prefix="argmap-benchmarks-") as folder:
        shop = Workshop(Path(folder))
        for name in asked.only or _BENCHMARKS:
            for comparison in _BENCHMARKS[name](shop, asked.quick):
                print(_row(comparison), flush=True)
                notes.extend([comparison.note] if comparison.note else [])
    print(*notes, sep="\n")
    return 0


def _machine() -> str:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    packages = ", ".join(f"{name} {version_of(name)}" for name in _PACKAGES)
    return (
        f"{platform.python_implementation()} {platform.python_version()} on {platform.system()} "
        f"({platform.machine()}), {cores} cores; {packages}"
    )


def _row(comparison: Comparison) -> str:
    return _ROW.format(
        comparison.name,
        comparison.show(median(comparison.ours)),
        comparison.show(median(comparison.theirs)),
        f"{comparison.ratio:.2f}",
        f"{comparison.fastest:.2f}",
        f"{comparison.goal:.3g}",
        "met" if comparison.ratio <= comparison.goal else "MISSED",
    )


if __name__ == "__main__":
    sys.exit(main())

"""How long preferred extensions take, against pygarg, which asks python-sat as argmap does."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

from benchmarks.timing import Comparison, Run, Workshop, take_turns

_ATTACKS = 4
"""Attacks on an argument, on average: enough that little is settled by the grounded labelling, and
few enough that both sides come to an end."""


def frameworks(shop: Workshop, quick: bool) -> Iterator[Comparison]:
    """SE-PR and DS-PR on random frameworks, from the text of a file to the answer."""
    if not (find_spec("pysat") and find_spec("pygarg")):
        print("frameworks: left out, for it needs python-sat and pygarg: pip install pygarg")
        return
    for count in (200, 1_000):
        files = [_random(shop, count, seed) for seed in range(1 if quick else 3)]
        for task in ("SE-PR", "DS-PR"):
            yield _comparison(files, count, task, 2 if quick else 5)


def _comparison(files: list[str], count: int, task: str, rounds: int) -> Comparison:
    from pygarg.dung import apx_parser, solver

    from argmap.formats.frameworks.iccma_answers import answer_text

    chance = random.Random(count)
    asked = [f"a{chance.randrange(count)}" for _ in range(3)] if task == "DS-PR" else [None]

    def ours() -> list[str]:
        return [
            answer_text(Path(file).read_bytes(), file, task, argument)
            for file in files
            for argument in asked
        ]

    def theirs() -> list[str]:
        said = []
        for file in files:
            for argument in asked:
                arguments, attacks = apx_parser.parse(file)
                if argument is None:
                    found = solver.compute_some_extension(arguments, attacks, "PR")
                    said.append(f"[{','.join(found)}]\n")
                else:
                    holds, _ = solver.skeptical_acceptability(arguments, attacks, argument, "PR")
                    said.append("YES\n" if holds else "NO\n")
        return said

    if task == "DS-PR" and ours() != theirs():
        raise RuntimeError("the two sides differ in their answers")
    taken = take_turns(lambda: _timed(ours), lambda: _timed(theirs), rounds)
    return Comparison(f"{task} on {count:,} arguments : pygarg", *taken, 1.0)


def _random(shop: Workshop, count: int, seed: int) -> str:
    """Write a framework in which each argument attacks each with the same chance."""
    chance = random.Random(seed)
    names = [f"a{number}" for number in range(count)]
    lines = [f"arg({name})." for name in names]
    lines += [f"att({a},{b})." for a in names for b in names if chance.random() < _ATTACKS / count]
    name = shop.write(f"{count}-{seed}.apx", "".join(f"{line}\n" for line in lines))
    return str(shop.folder / name)


def _timed(action: Callable[[], object]) -> Run:
    begun = time.perf_counter()
    action()
    return Run(time.perf_counter() - begun)

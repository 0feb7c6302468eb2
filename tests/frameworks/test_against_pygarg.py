"""The same answers as pygarg, another solver, on random frameworks of up to 30 arguments."""

from __future__ import annotations

import random

import pytest

from argmap.weigh.frameworks import Framework, Semantics, parse_task
from argmap.weigh.frameworks.deciding import decide
from argmap.weigh.frameworks.stopping import Stop

pytest.importorskip("pysat", reason="python-sat, the extra argmap[sat], is not installed")
pygarg = pytest.importorskip("pygarg.dung.solver", reason="pygarg is not installed")


def random_framework(seed: int) -> Framework:
    chance = random.Random(seed)
    count = chance.randint(9, 30)
    share = chance.choice((1.2, 2, 3)) / count
    ends = range(count)
    pairs = tuple((a, b) for a in ends for b in ends if chance.random() < share)
    return Framework(tuple(f"a{number}" for number in ends), pairs)


@pytest.mark.parametrize("part", range(4))
def test_same_answers(part):
    for seed in range(part, 300, 4):
        framework = random_framework(seed)
        names = list(framework.arguments)
        attacks = [[names[a], names[b]] for a, b in framework.attacks]
        known = {
            semantics: {
                frozenset(each) for each in pygarg.extension_enumeration(names, attacks, semantics)
            }
            for semantics in ("PR", "ST")
        }
        for semantics, all_ in known.items():
            some = decide(framework, parse_task(f"SE-{semantics}"), None, True, Stop()).extension
            assert (some is None and not all_) or frozenset(some or ()) in all_, seed
            for position, name in enumerate(names[:4]):
                holding = [name in each for each in all_]
                for problem, due in (("DC", any(holding)), ("DS", all(holding))):
                    task = parse_task(f"{problem}-{semantics}")
                    answer = decide(framework, task, position, True, Stop())
                    assert answer.accepted is due, (seed, task, name)
                    assert answer.extension is None or frozenset(answer.extension) in all_
        grounded = decide(framework, parse_task("SE-GR"), None, True, Stop()).extension
        assert set(grounded or ()) == set(
            pygarg.compute_some_extension(names, attacks, Semantics.GROUNDED)
        )

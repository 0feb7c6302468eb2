"""Answers to the tasks: the grounded labelling first, and a SAT solver for what it leaves open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from argmap.errors import ArgmapError
from argmap.weigh.frameworks import encoding
from argmap.weigh.frameworks.framework import Framework
from argmap.weigh.frameworks.oracle import Oracle
from argmap.weigh.frameworks.preferred import counterexample, grown
from argmap.weigh.frameworks.rest import Rest, completed
from argmap.weigh.frameworks.stopping import Stop, within
from argmap.weigh.frameworks.task import Problem, Semantics, Task


@dataclass(frozen=True, slots=True)
class Answer:
    """What a task comes to.

    ``accepted`` answers DC and DS, and is None for SE. ``extension`` holds names in the order of
    the framework: for SE the extension; for DC one that holds the argument, for DS one that does
    not; and None where there is none, or where no witness was asked for.
    """

    accepted: bool | None
    extension: tuple[str, ...] | None


def solve(
    framework: Framework,
    task: Task,
    argument: str | None = None,
    *,
    timeout: float | None = None,
    witness: bool = True,
) -> Answer:
    """Answer a task; the same answer every time.

    Linear for GR, and for SE and DS with CO. The others are as hard as their complexity says: DC,
    and SE and DS with ST, take one call of a SAT solver, SE-PR a few, DS-PR any number (it is
    complete for the second level of the polynomial hierarchy; Dunne and Bench-Capon 2002). Without
    ``witness`` DC and DS look for no extension that shows the answer, which can be less work.

    Raises :class:`ArgmapError` where ``argument`` is missing, is not in the framework or is not
    asked about; where a solver is needed and ``argmap[sat]`` is not installed; and, as
    :class:`~argmap.weigh.frameworks.stopping.TimeOver`, where there is no answer after ``timeout``
    seconds. Ctrl-C stops the solver. No thread is left behind.
    """
    if timeout is not None and not timeout > 0:
        raise ArgmapError(f"a time limit of {timeout:g} seconds leaves no time: give more than 0")
    if task.problem is Problem.SOME_EXTENSION:
        if argument is not None:
            raise ArgmapError(f"{task} asks for an extension, not about an argument: drop --arg")
        position = None
    elif argument is None:
        raise ArgmapError(f"{task} asks about one argument: name it with --arg")
    else:
        position = framework.position(argument)

    return within(timeout, lambda stop: decide(framework, task, position, witness, stop))


def decide(
    framework: Framework, task: Task, position: int | None, witness: bool, stop: Stop
) -> Answer:
    """Answer a task about the argument at a position, in this thread; see :func:`solve`."""
    accepted, extension = _Question(framework, task, position, witness, stop).reply()
    if extension is None or (accepted is not None and not witness):
        return Answer(accepted, None)
    return Answer(accepted, tuple(framework.arguments[i] for i in sorted(extension)))


_Reply = tuple[bool | None, Iterable[int] | None]
"""Whether the argument is accepted, and the extension that is or shows the answer."""


class _Question:
    """A task, and the part of its framework that is left for the solver."""

    def __init__(
        self, framework: Framework, task: Task, asked: int | None, witness: bool, stop: Stop
    ) -> None:
        self.problem, self.semantics = task.problem, task.semantics
        self.witness = witness
        self.stop = stop
        self.rest = Rest.of(framework)
        self.number = None if asked is None else self.rest.number.get(asked)
        """The number of the argument for the solver, or None where it is settled."""
        self.granted = asked in set(self.rest.settled.accepted)

    def reply(self) -> _Reply:
        match self.semantics:
            case Semantics.STABLE:
                return self._stable()
            case Semantics.PREFERRED:
                return self._preferred()
            case Semantics.COMPLETE if self.problem is Problem.CREDULOUS:
                return self._some_complete()
            case _:  # the grounded extension is the least complete one
                return self._by(self.granted, self.rest.settled.accepted)

    def _by(self, granted: bool, extension: Iterable[int]) -> _Reply:
        """Reply as ``granted`` says, with the extension where it shows that."""
        if self.problem is Problem.SOME_EXTENSION:
            return None, extension
        return granted, extension if granted is (self.problem is Problem.CREDULOUS) else None

    def _some_complete(self) -> _Reply:
        if self.number is None:
            return self._by(self.granted, self.rest.settled.accepted)
        with self._admissible() as oracle:
            model = oracle.model([self.number + 1])
        if model is None:
            return False, None
        return True, self.rest.whole(completed(self.rest, self.rest.held(model)))

    def _preferred(self) -> _Reply:
        credulous = self.problem is Problem.CREDULOUS
        settled = self.problem is not Problem.SOME_EXTENSION and self.number is None
        if settled and (self.granted is not credulous or not self.witness):
            return self.granted, None
        if not self.rest.attackers:
            return self._by(self.granted, self.rest.settled.accepted)
        with self._admissible() as oracle:
            shows: Sequence[int] | None = ()
            if self.number is not None:
                if credulous:
                    model = oracle.model([self.number + 1])
                    shows = None if model is None else self.rest.held(model)
                else:
                    shows = counterexample(oracle, self.rest, self.number)
            if shows is None:
                return not credulous, None
            if self.number is not None and not self.witness:
                return credulous, None
            extension = self.rest.whole(grown(oracle, self.rest, shows))
        return self._by(credulous, extension)

    def _stable(self) -> _Reply:
        credulous = self.problem is Problem.CREDULOUS
        wanted: list[int] = []
        if self.number is not None:
            wanted = [self.number + 1 if credulous else -(self.number + 1)]
        elif self.problem is not Problem.SOME_EXTENSION and self.granted is not credulous:
            return self.granted, None
        model: Sequence[int] | None = ()
        if self.rest.attackers:
            with Oracle(encoding.stable(self.rest.attackers), self.stop) as oracle:
                model = oracle.model(wanted)
        found = None if model is None else self.rest.whole(self.rest.held(model))
        if self.problem is Problem.SOME_EXTENSION:
            return None, found
        return (found is not None) is credulous, found

    def _admissible(self) -> Oracle:
        return Oracle(encoding.admissible(self.rest.attackers), self.stop)

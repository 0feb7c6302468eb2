"""The SAT solver: MiniSat, by way of python-sat, the extra ``argmap[sat]``."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Sequence
from types import TracebackType
from typing import Any

from argmap.errors import ArgmapError
from argmap.weigh.frameworks.stopping import Stop

_SOLVER = "Minisat22"
"""Fixed, as are its settings, so that the same question gets the same answer; interruptible."""
_MANY = 1000
"""Clauses handed over before the next look whether to stop."""


class Oracle:
    """Clauses over variables from 1, and answers on them. Literals are signed, as in DIMACS."""

    def __init__(self, clauses: Iterable[Sequence[int]], stop: Stop) -> None:
        """Raises :class:`ArgmapError` where python-sat is not installed."""
        try:
            # By name: it is an extra, and carries no types.
            solvers: Any = importlib.import_module("pysat.solvers")
        except ImportError:
            raise ArgmapError(
                "this task needs a SAT solver: pip install 'argmap[sat]' (the grounded semantics, "
                "GR, does without)"
            ) from None
        self._stop = stop
        self._solver = getattr(solvers, _SOLVER)()
        stop.attach(self._solver)
        try:
            for number, clause in enumerate(clauses):
                if number % _MANY == 0:
                    stop.check()
                self._solver.add_clause(clause)
        except BaseException:
            self.close()
            raise
        self._last: int = self._solver.nof_vars()

    def variable(self) -> int:
        """Return a variable that no clause has used yet."""
        self._last += 1
        return self._last

    def add(self, clause: Sequence[int]) -> None:
        """Add a clause, for good."""
        self._solver.add_clause(clause)

    def prefer(self, literals: Sequence[int]) -> None:
        """Have these literals tried as true first; it decides which model is found, no more."""
        self._solver.set_phases(literals)

    def model(self, assuming: Sequence[int] = ()) -> Sequence[int] | None:
        """Return a model as signed literals, variable 1 first, or None where there is none.

        Raises :class:`~argmap.weigh.frameworks.stopping.Stopped` if it is told to stop.
        """
        self._stop.check()
        # expect_interrupt lets go of Python's lock, without which no other thread could stop it.
        found = self._solver.solve_limited(assumptions=assuming, expect_interrupt=True)
        self._stop.check()
        if not found:
            return None
        model: Sequence[int] = self._solver.get_model()
        return model

    def close(self) -> None:
        """Free the solver's memory."""
        self._stop.attach(None)
        self._solver.delete()

    def __enter__(self) -> Oracle:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

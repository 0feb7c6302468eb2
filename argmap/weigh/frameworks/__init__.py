"""Dung's frameworks, where all that is known of an argument is what attacks what.

The grounded semantics is worked out here, in linear time; the complete, preferred and stable ones
by a SAT solver, which needs ``argmap[sat]``. Importing this package does not need it, and costs
little.
"""

from argmap.weigh.frameworks.deciding import Answer, solve
from argmap.weigh.frameworks.framework import Framework
from argmap.weigh.frameworks.grounded import Grounded, grounded
from argmap.weigh.frameworks.stopping import TimeOver
from argmap.weigh.frameworks.task import Problem, Semantics, Task, parse_task

__all__ = [
    "Answer",
    "Framework",
    "Grounded",
    "Problem",
    "Semantics",
    "Task",
    "TimeOver",
    "grounded",
    "parse_task",
    "solve",
]

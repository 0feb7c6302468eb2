"""Checking many essays: in groups that cannot affect each other, side by side, and only once.

A *group* is a set of essays that must be checked together: the editions of a work, works that name
each other, and all that speak to one question (:mod:`~argmap.checking.groups`). The findings of a
group depend on nothing else, so groups may be checked in any order and by any
:class:`concurrent.futures.Executor`, and what was found for a group whose files, configuration and
argmap are the same need not be looked for again (:mod:`~argmap.checking.cache`).
"""

from argmap.checking.checker import Result, check_sources

__all__ = ["Result", "check_sources"]

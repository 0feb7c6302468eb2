"""What there is to see now: the last good page, and whether another is being drawn."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from threading import Condition

__all__ = ["Board", "State"]

_AGAIN = 1000
"""Milliseconds until a browser looks for a server that went; by itself it takes 3 to 5 seconds."""


@dataclass(frozen=True, slots=True)
class State:
    """The page and its version, and the last event; ``number`` grows with each."""

    number: int = 0
    page: bytes = b""
    version: str = ""
    event: str = "page"
    lines: tuple[str, ...] = ()
    closed: bool = False

    def messages(self, *, first: bool) -> bytes:
        """Write the state as server-sent events; the ``first`` of a stream says the version, too.

        The format is that of the HTML standard, section 9.2.
        """
        page = _message("page", {"version": self.version}, again=first)
        if self.event == "page":
            return page
        own = _message(self.event, {"lines": list(self.lines)})
        return page + own if first else own


def _message(event: str, data: object, *, again: bool = False) -> bytes:
    retry = f"retry: {_AGAIN}\n" if again else ""
    return f"event: {event}\ndata: {json.dumps(data)}\n{retry}\n".encode()


class Board:
    """A state that one thread changes and many wait for."""

    def __init__(self) -> None:
        self._state = State()
        self._changed = Condition()

    @property
    def state(self) -> State:
        """Return what there is to see now."""
        with self._changed:
            return self._state

    def show(self, page: bytes, version: str) -> None:
        """Put up a page. One with the version that is up already only says that all is well."""
        self._put(page=page, version=version, event="page", lines=())

    def busy(self) -> None:
        """Tell that a page is being drawn."""
        self._put(event="busy", lines=())

    def fault(self, lines: Sequence[str]) -> None:
        """Tell why there is no new page; the last good one stays."""
        self._put(event="fault", lines=tuple(lines))

    def close(self) -> None:
        """Tell all who wait that nothing more will come."""
        self._put(closed=True)

    def wait(self, after: int, seconds: float) -> State:
        """Return the state once it is newer than ``after``, or as it is after so many seconds."""
        with self._changed:
            self._changed.wait_for(
                lambda: self._state.number > after or self._state.closed, timeout=seconds
            )
            return self._state

    def _put(self, **changes: object) -> None:
        with self._changed:
            number = self._state.number + 1
            self._state = replace(self._state, number=number, **changes)  # type: ignore[arg-type]
            self._changed.notify_all()

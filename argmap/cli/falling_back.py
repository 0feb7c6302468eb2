"""What is drawn where the whole takes too long: with straight lines, and then its spine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from argmap.cli.telling import note

if TYPE_CHECKING:
    from argmap.cli.map_drawing import Wish
    from argmap.views.view import View

__all__ = ["in_time"]

T = TypeVar("T")


def in_time(view: View, wish: Wish, draw: Callable[[View, Wish], T]) -> T:
    """Draw a view, or less of it where the layout is given up, and note what was done and why.

    Each step has the time of ``wish``. Where that allows no falling back, it is drawn as it was
    asked for or not at all: what depends on the speed of a machine is not the same everywhere.
    Raises :class:`~argmap.rendering.engine.TooLongError` where nothing less is left, and as
    ``draw`` does.
    """
    from argmap.rendering.engine import TooLongError

    given_up: TooLongError
    try:
        return draw(view, wish)
    except TooLongError as error:
        if not wish.fall_back:
            raise
        given_up = error
    for less, wished, what in _less(view, wish):
        note(f"the layout took longer than {wish.timeout:g} s: {what}; --timeout allows more")
        try:
            return draw(less, wished)
        except TooLongError as error:
            given_up = error
    raise given_up


def _less(view: View, wish: Wish) -> Iterator[tuple[View, Wish, str]]:
    """Yield what takes less time, and what to say of it."""
    from argmap.rendering.big_maps import are_straight

    if not are_straight(view.graph):
        straight = replace(wish, shape=replace(wish.shape, straight=True))
        yield view, straight, "its lines are drawn straight instead"
    if view.graph is view.of:
        from argmap.views.spine import spine

        found = spine(view.graph)
        count, all_ = len(found.graph.statements), len(view.graph.statements)
        if count < all_:
            yield (
                found,
                wish,
                f"the spine of it is drawn instead, {count:,} of {all_:,} statements",
            )

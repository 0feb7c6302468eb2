"""How figures are read and compared: :mod:`argmap.figures`, loaded where a statement is judged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

__all__ = ["FigureReader", "figure_reader"]


class FigureReader(Protocol):
    """What a verification asks of figures; a figure has ``start``, ``end`` and ``text``."""

    def find_figures(self, text: str, lang: str) -> Sequence[Any]:
        """Find the figures in a text of a language, in their order."""

    def stands_in(self, figure: Any, figures: Iterable[Any]) -> bool:
        """Tell whether some figures say what one figure says."""


class _Figures:
    """The figures of :mod:`argmap.figures`."""

    def find_figures(self, text: str, lang: str) -> Sequence[Any]:
        from argmap.figures import find_figures

        return find_figures(text, lang)

    def stands_in(self, figure: Any, figures: Iterable[Any]) -> bool:
        from argmap.figures import stands_in

        return stands_in(figure, figures)


def figure_reader() -> FigureReader:
    """Return the reader that a verification uses where it is given none."""
    return _Figures()

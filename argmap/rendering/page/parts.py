"""What a page is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from argmap.graph import ArgumentGraph
from argmap.model import Finding
from argmap.rendering.page.data import Standing
from argmap.rendering.record import Record

__all__ = ["Between", "Item", "Page"]


@dataclass(frozen=True, slots=True)
class Item:
    """One entry between two columns: a question or difference, and the statements it is about.

    ``notes`` are lines under the title; ``keys`` are those of statements in any column;
    ``column`` is the key of the essay that a difference belongs to, or nothing. ``name`` is what a
    link to the page calls it, the first of that name, and ``lang`` the language of its title.
    """

    title: str
    label: str = ""
    notes: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    column: str = ""
    name: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Between:
    """What stands between the columns, and the keys of the essays at the left and the right."""

    items: tuple[Item, ...]
    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What a page is made of.

    ``texts`` are the sources of essays, by their keys. ``svg`` is a finished picture. A contrast or
    a comparison of editions has something ``between`` the texts. ``svg_ids`` are ids in the
    picture that are not simply the key of their statement or link, with that key; ``frames`` are
    ids of frames with the number of the item that each holds. ``record`` is that of the picture's
    drawing (:func:`argmap.rendering.record.recording`), so that lines go with what they join.
    ``live`` names the version of a page that is served and drawn anew.
    """

    graph: ArgumentGraph
    title: str
    svg: bytes
    texts: Mapping[str, str]
    lang: str = "en"
    about: str = ""
    findings: Sequence[Finding] = ()
    standings: Mapping[str, Standing] = field(default_factory=dict)
    between: Between | None = None
    svg_ids: Mapping[str, str] = field(default_factory=dict)
    frames: Mapping[str, int] = field(default_factory=dict)
    record: Record | None = None
    live: str = ""

"""The attribute parser: ``{#id .kind key=value key="value"}``, Pandoc's, as a strict subset.

It never raises and never gives up on a list half way: whatever is not well formed becomes a
:class:`~argmap.syntax.slips.Slip` at its exact offsets, and the rest of the list is still read. A
list in order (plain ASCII, known words, nothing twice) is read by one pattern; every other one by
:mod:`argmap.syntax.attribute_reader`, which knows the usual slips.

Offsets count into the text that was given; :mod:`argmap.syntax.placing` turns them into places.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from argmap.syntax.slips import Slip
from argmap.syntax.vocabulary import ATTRIBUTES, CLASSES, COMMAS, KINDS, LINKS, LISTS, SIGNALS


class Attribute(NamedTuple):
    """One item of a list: an id (name ``#``), a class (name ``.``) or a key with its value.

    ``start`` to ``end`` is the whole item, ``value_start`` to ``value_end`` its value without
    quotes; ``value`` is as written, but for an id, which is in NFC. A word that is no attribute at
    all has an empty name.
    """

    name: str
    value: str
    start: int
    end: int
    value_start: int
    value_end: int


class AttributeList(NamedTuple):
    """A list from ``{`` at ``start`` to behind ``}`` at ``end``, whatever its quality.

    ``ours`` tells whether it is argmap's business; the slips of a list that is not are of no
    interest to anyone. An unclosed list ends behind the last item that looks like one.
    """

    start: int
    end: int
    items: tuple[Attribute, ...]
    slips: tuple[Slip, ...]
    closed: bool
    ours: bool

    @property
    def foreign(self) -> bool:
        """Whether this is a list of Pandoc's that is none of our business."""
        return (
            self.closed
            and not self.ours
            and bool(self.items)
            and all(item.name for item in self.items)
            and not any(slip.rule == "single-quotes" for slip in self.slips)
        )

    @property
    def unmistakable(self) -> bool:
        """Whether a dotted kind or flag, or a link, makes it ours wherever it stands.

        ``{on=1}`` and ``{claim}`` behind no bracket may be a formula's or a template's.
        """
        return self.ours and any(
            item.name in LINKS or (item.name == "." and item.value_start > item.start)
            for item in self.items
        )


_COMMAS = frozenset(COMMAS)
_WELL_FORMED = re.compile(
    r"""\{[ \n]*+
    (?: (?: \#[A-Za-z][A-Za-z0-9_-]*+
          | \.[a-z]++
          | [a-z]++ = (?: "[^"\\{}]*+" | [A-Za-z0-9_.:@-]++ )
        ) (?=[ \n}]) [ \n]*+
    )* \}""",
    re.VERBOSE,
)
_ITEM = re.compile(r'#([^\s}]+)|\.([a-z]+)|([a-z]+)=(?:"([^"]*)"|([^\s}"]+))')


def parse_attributes(
    text: str,
    start: int,
    end: int | None = None,
    *,
    anchored: bool = False,
    given_up: set[int] | None = None,
) -> AttributeList:
    """Read the list whose ``{`` stands at ``start``, looking no further than ``end``.

    ``anchored`` says that a list is expected here, so that ``{claim}`` is a kind without its dot
    and not somebody's template. ``given_up`` remembers, over many lists in one text, where
    those that came to nothing had their items: a list that runs into one of these comes to
    nothing as well, so that however many braces and quotes a text holds, reading it costs time
    in step with its length.
    """
    stop = len(text) if end is None else end
    found = _well_formed(text, start, stop)
    if found is not None:
        return found
    from argmap.syntax.attribute_reader import read_carefully

    return read_carefully(text, start, stop, anchored, given_up)


def _well_formed(text: str, start: int, stop: int) -> AttributeList | None:
    """Read a list that is ours and in order, or return None."""
    match = _WELL_FORMED.match(text, start, stop)
    if match is None:
        return None
    end = match.end()
    items: list[Attribute] = []
    names: set[str] = set()
    kinds = 0
    ours = False
    for item in _ITEM.finditer(text, start + 1, end - 1):
        group = item.lastindex or 0
        name, value = ("#", ".")[group - 1] if group < 3 else item[3], item[group]
        if name == ".":
            if value not in CLASSES:
                return None
            kinds += value in KINDS
            names.add(value)
            ours = True
        elif name == "#":
            names.add(name)
        else:
            if name not in ATTRIBUTES or not value.strip():
                return None
            if name in LISTS and not _COMMAS.isdisjoint(value):
                return None
            if name in SIGNALS:
                ours = True
            names.add(name)
        value_start, value_end = item.span(group)
        items.append(Attribute(name, value, item.start(), item.end(), value_start, value_end))
    if not ours or kinds > 1 or len(names) < len(items):
        return None
    return AttributeList(start, end, tuple(items), (), closed=True, ours=True)

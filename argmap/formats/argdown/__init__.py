"""Argdown, the markup for argument maps of Christian Voigt (https://argdown.org), both ways.

Read as ``@argdown/core`` 1.7.5 reads it: statements and arguments with their titles, relations in
both directions, premise-conclusion structures, undercuts, tags, metadata, headings, comments. What
is written is plain Argdown with kinds and flags as tags and all else as metadata:

- a link from one statement is a relation under it (``+>``, ``->``, ``><``, ``_>``);
- linked premises, and supports with a name or a reason, are premise-conclusion structures;
- attacks with a name, a reason or several sources are arguments (``{link: "attacks"}``) that their
  premises support;
- what Argdown has no relation for, ``restates``, is metadata of the statement.

Argdown's shortcodes (``.^.`` for ∧) are left as they are written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.interface import CERTAIN, LIKELY, NO, Format, Head, Reading, Source, Written

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = ["FORMAT", "read", "sniff", "write"]

_RELATION = (
    r"^[ \t]+(?:\+>|->|<\+|<-|\+|-|><|_>|<_|_)[ \t]*"
    r"(?:\[(?![ xX]\])[^\]\n]+\]|<[A-Za-z][^>\n]*>)(?:[ \t]*:.*|[ \t]+[#{].*)?$"
)
_STRUCTURE = r"^[ \t]*\(\d+\)[^\n]*\n[ \t]*--[^\n]*\n[^\n]*\(\d+\)"
_DEFINED = r"^(?:\[[^\]\n]+\]|<[A-Za-z][^>\n]*>): (?!https?:)"


def read(source: Source) -> Reading:
    """Read an Argdown file; linear."""
    from argmap.formats.argdown.data import read_data
    from argmap.formats.argdown.lines import front_matter, lines_of
    from argmap.formats.argdown.parsing import parse
    from argmap.formats.argdown.reading import reading_of
    from argmap.formats.safe.decoding import text_of

    text, faults = text_of(source.data)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    head, rest, first = front_matter(text)
    known = list(faults)
    front = read_data(head, 1, known) if head.strip() else {}
    parsed = parse(lines_of(rest, first))
    parsed.faults[:0] = known
    return reading_of(source, parsed, front)


def write(graph: ArgumentGraph) -> Written:
    """Write a graph as Argdown; linear."""
    from argmap.formats.argdown.writing import written

    return written(graph)


def sniff(head: Head) -> int:
    """Tell Argdown by a relation to a title, or premises with a line and a conclusion."""
    if head.keys or not head.text.strip():
        return NO
    defined = head.holds(_DEFINED)
    if head.holds(_RELATION) or head.holds(_STRUCTURE):
        return CERTAIN - 10 if defined else LIKELY
    return LIKELY if defined and head.text.lstrip().startswith("===") else NO


FORMAT = Format("argdown", "Argdown", (".argdown", ".ad"), read, write, sniff)

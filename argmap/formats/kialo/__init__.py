r"""Kialo's text export of a discussion (https://www.kialo.com), in its old and its new form.

The new form names the discussion under ``Discussion Name:`` and gives each claim two lines, its
place in the tree with ``Thesis:``, ``Pro:`` or ``Con:`` and then its text, two spaces further in
with each level; ``[3]`` in a text, or ``(p. 5 [3])``, leads to the list under ``Sources:``, where a
quotation may follow the address. The old form begins with ``Discussion Title:`` and has
``1.2.1. Con: text`` on one line, sources as Markdown links, and a backslash before brackets in the
text. In both, ``-> See 1.3.`` puts a claim in a second place. In a debate of several theses the
first claim is the question, and its children are theses, without Pro or Con.

Both were taken from real exports: the old form from the debates in the GitHub repository
edoguido/Kialo-Parser and from arguebuf's reader (recap-utr/arguebuf-python, ``_load_kialo.py``),
the new one from J. Eisner's course material of 2023 (weixuemeng/NLP-LLM, ``data/``).

A pro supports and a con attacks what it stands under. The form written is that which was read,
else the new one. Kialo's tree holds no linked premises and no link on a link: each premise is
written as a pro or con of its own, and what bears on a link stands under that link's first source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.interface import CERTAIN, LIKELY, NO, Format, Head, Reading, Source, Written

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = ["FORMAT", "read", "sniff", "write"]


def read(source: Source) -> Reading:
    """Read an export of either form; linear in its length and in what its places spell out."""
    from argmap.formats.kialo.reading import reading_of

    return reading_of(source)


def write(graph: ArgumentGraph) -> Written:
    """Write a graph as a tree of claims; linear but for the places, which grow with the depth."""
    from argmap.formats.kialo.writing import written

    return written(graph)


def sniff(head: Head) -> int:
    """Tell an export by its first line, or by the first claims' places."""
    if head.holds(r"\A\s*Discussion (?:Title|Name):"):
        return CERTAIN
    if head.holds(r"^\s*1\.1\.(?:\d+\.)* (?:Pro|Con):") and head.holds(r"^\s*1\. "):
        return LIKELY
    return NO


FORMAT = Format("kialo", "Kialo export", (".txt",), read, write, sniff)

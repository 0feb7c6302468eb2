"""From a Kialo export to statements and links."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from argmap.formats.building_essays import Edge, Node, essay_from
from argmap.formats.interface import Fault, Reading, Source, Unreadable
from argmap.formats.safe.decoding import text_of
from argmap.model import Flag, Kind, LinkType, Position, Range

__all__ = ["PLACE", "SEE", "reading_of", "unquoted", "without_links"]

_NAME = re.compile(r"Discussion (Title|Name):[ \t]*(.*)")
PLACE = re.compile(r"[ \t]*((?:\d{1,6}\.)+)(?=\s|$)[ \t]*(?:(Pro|Con|Thesis|Question):)?[ \t]*(.*)")
SEE = re.compile(r"->[ \t]*See[ \t]+((?:\d{1,6}\.)+)")
_SOURCES = re.compile(r"Sources:[ \t]*$")
_SOURCE = re.compile(r"\[(\d+)\][ \t]+(.*)")
_NOTE = re.compile(r"(?<![ \t])[ \t]*(?:\((pp?\. ?[^()\[\]]{1,40}) \[(\d+)\]\)|\[(\d+)\])")
_LINK = re.compile(r"\[([^\[\]]+)\]\(([^()\s\[]+(?:\([^()\s\[]*\)[^()\s\[]*)*)\)")
_ESCAPED = re.compile(r"\\([\[\]()\\])")
_URL = re.compile(r"https?://\S+")


@dataclass(slots=True)
class _Claim:
    place: str
    stance: str
    start: Position
    end: Position
    lines: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Export:
    old: bool = False
    title: str = ""
    claims: list[_Claim] = field(default_factory=list)
    sources: dict[str, list[str]] = field(default_factory=dict)


def reading_of(source: Source) -> Reading:
    """Read an export."""
    text, decoding = text_of(source.data)
    faults = list(decoding)
    export = _parsed(text.replace("\r\n", "\n").replace("\r", "\n"))
    if not export.claims:
        hint = "a claim begins with its place, as in 1.2. Pro:"
        raise Unreadable("it holds no claim of a Kialo discussion", hint=hint)
    return _made(source, export, faults)


def _parsed(text: str) -> _Export:
    export = _Export()
    title_line = 0  # the line that is the title, whatever it looks like
    cited: list[str] | None = None
    for number, line in enumerate(text.split("\n"), 1):
        if number == title_line and line.strip():
            export.title = line.strip()
        elif not title_line and not export.claims and (found := _NAME.match(line.strip())):
            export.old, export.title = found[1] == "Title", found[2].strip()
            title_line = -1 if export.title else number + 1
        elif cited is not None or (export.claims and _SOURCES.match(line)):
            if cited is None:
                cited = []
            elif (found := _SOURCE.match(line)) is not None:
                cited = export.sources.setdefault(found[1], [])
                cited.append(found[2].strip())
            else:
                cited.append(line)
        elif not _begins(line, number, export) and export.claims and line.strip():
            claim = export.claims[-1]
            claim.lines.append(line.strip())
            claim.end = Position(number, len(line) + 1)
    return export


def _begins(line: str, number: int, export: _Export) -> bool:
    """Begin a claim where a line does; of the text, "1990." at a line's start is no place."""
    found = PLACE.match(line)
    if found is None:
        return False
    place, stance = found[1], (found[2] or "").lower()
    if not stance and place.count(".") == 1 and export.claims:
        root = export.claims[-1].place.partition(".")[0]
        if int(place[:-1]) != int(root) + 1:
            return False
    start = Position(number, len(line) - len(line.lstrip()) + 1)
    text = found[3].strip()
    lines = [text] if text else []
    export.claims.append(_Claim(place, stance, start, Position(number, len(line) + 1), lines))
    return True


def _made(source: Source, export: _Export, faults: list[Fault]) -> Reading:
    nodes: list[Node] = []
    edges: list[Edge] = []
    several = _several(export)
    names = {claim.place: claim.place for claim in export.claims}
    if several:
        names[several] = "question"
    for claim in export.claims:
        place = Range(claim.start, claim.end)
        parent = _parent(claim.place)
        type_ = _STANCES.get(claim.stance)
        text = "\n".join(claim.lines)
        see = SEE.fullmatch(text) if text.startswith("->") else None
        if parent and parent not in names:
            message = f"{claim.place} stands under {parent}, which is not there"
            faults.append(Fault("unknown-id", place, message))
        elif type_ is not None and parent:
            ends = names.get(see[1], see[1]) if see else names[claim.place], names[parent]
            edges.append(Edge(type_, (ends[0],), ends[1], range=place))
        if see is not None:
            continue
        thesis = not parent or (parent == several and type_ is None)
        if claim.place != several:
            on = several if thesis and parent else ""
            nodes.append(_node(claim, text, thesis, export, place, on))
        elif " ".join(text.split()) != export.title:
            nodes.append(Node(names[several], text, Kind.QUESTION, range=place))
    known = {node.id for node in nodes}
    edges = [edge for edge in edges if edge.target != "question" or "question" in known]
    if several and "question" not in known:
        nodes = [replace(node, values=_without_on(node.values)) for node in nodes]
    extra = {"form": "old" if export.old else "new"}
    return essay_from(source, "kialo", nodes, edges, title=export.title, extra=extra, faults=faults)


_STANCES = {"pro": LinkType.SUPPORTS, "con": LinkType.ATTACKS}


def _without_on(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key != "on"}


def _parent(place: str) -> str:
    head = place[:-1].rpartition(".")[0]
    return f"{head}." if head else ""


def _several(export: _Export) -> str:
    """Return the place of the question where the debate is one of several theses, else ""."""
    first = export.claims[0].place
    for claim in export.claims:
        if claim.stance == "question":
            return claim.place
        if claim.stance not in _STANCES and _parent(claim.place) == first:
            return first
    return ""


def _node(claim: _Claim, text: str, thesis: bool, export: _Export, place: Range, on: str) -> Node:
    values: dict[str, Any] = {"on": ("question",)} if on else {}
    shown, cites = without_links(text) if export.old else _without_notes(text, export)
    extra: dict[str, Any] = {}
    if cites:
        extra["sources"] = cites
        first = cites[0]
        if _URL.fullmatch(first["url"]):
            values["url"] = first["url"]
        quote = first.get("quote", "")
        if quote:
            values["quote"] = unquoted(quote)
    flags = frozenset({Flag.THESIS}) if thesis else frozenset[Flag]()
    return Node(claim.place, shown, None, flags, place, values, extra)


def unquoted(quote: str) -> str:
    """Take the quotation marks from around a quotation."""
    if len(quote) > 1 and (quote[0], quote[-1]) in (('"', '"'), ("“", "”")):
        return quote[1:-1]
    return quote


def without_links(text: str) -> tuple[str, list[dict[str, Any]]]:
    """Take the addresses out of Markdown links, and the backslashes from before brackets.

    Of each address it says where in the text left its words end.
    """
    cites: list[dict[str, Any]] = []
    out: list[str] = []
    length = at = 0
    for found in _LINK.finditer(text):
        if text[found.start() - 1 : found.start()] == "\\":
            continue
        words = _unescaped(found[1])
        before = _unescaped(text[at : found.start()])
        length += len(before) + len(words)
        out += [before, words]
        at = found.end()
        cites.append({"url": found[2], "words": words, "at": length})
    out.append(_unescaped(text[at:]))
    return "".join(out), cites


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(r"\1", text)


def _without_notes(text: str, export: _Export) -> tuple[str, list[dict[str, Any]]]:
    """Take the notes that lead to the list of sources out of a text."""
    cites: list[dict[str, Any]] = []
    out: list[str] = []
    length = at = 0
    for found in _NOTE.finditer(text):
        lines = export.sources.get(found[2] or found[3])
        if lines is None:
            continue
        before = text[at : found.start()]
        before = before if out else before.lstrip()
        out.append(before)
        length += len(before)
        at = found.end()
        cite: dict[str, Any] = {"url": lines[0], "at": length}
        if found[1]:
            cite["pages"] = found[1]
        if quote := "\n".join(lines[1:]).strip():
            cite["quote"] = quote
        cites.append(cite)
    out.append(text[at:] if out else text)
    return "".join(out).strip() if cites else text, cites

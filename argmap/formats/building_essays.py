"""From the nodes and edges of another format to an essay: ids made legal, kinds inferred.

Data of others has ids of any form, statements without a kind, links on links, circles, several
conclusions, and parts that hang together with nothing. All of it becomes an
:class:`~argmap.model.Essay` whose links are stated as Markdown states them; what cannot be is a
fault, and left out. What the format held and we do not use is kept in ``extra`` for the way back,
as :mod:`argmap.formats.foreign` tells.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from argmap.formats.foreign import (
    LINKS,
    Edge,
    Node,
    foreign,
    foreign_link,
    is_lang,
    names_of,
    scheme_of,
    spelt,
)
from argmap.formats.interface import Loss, Reading, Source
from argmap.formats.json_text import quoted
from argmap.formats.sound_edges import sound_edges
from argmap.front_matter import is_date
from argmap.model import (
    Essay,
    Fault,
    Kind,
    LinkType,
    Range,
    Reference,
    StatedLink,
    Statement,
)
from argmap.syntax.ids import id_slip
from argmap.syntax.places import START

__all__ = [
    "Edge",
    "Node",
    "essay_from",
    "foreign",
    "foreign_link",
    "names_of",
    "scheme_of",
]

_NOTHING: Mapping[str, Any] = MappingProxyType({})
_NOT_TEXT = re.compile("[\0\ud800-\udfff]")


def essay_from(
    source: Source,
    format_name: str,
    nodes: Iterable[Node],
    edges: Iterable[Edge],
    *,
    work: str = "",
    lang: str = "",
    title: str = "",
    author: str = "",
    stance: str = "",
    date: str = "",
    extra: Mapping[str, Any] = _NOTHING,
    faults: Iterable[Fault] = (),
    losses: Iterable[Loss] = (),
) -> Reading:
    """Make an essay of nodes and edges, in their order; linear.

    ``work`` is the essay's id where the data has one, whatever its form, and else that of the
    source. Faults are added to those given: ``duplicate-id``, ``unknown-id``, ``self-reference``,
    ``link-as-source``, ``link-not-made``, ``statement-needed`` and ``empty-text``.
    """
    building = _Building(source, format_name, nodes, edges)
    building.faults[:0] = faults
    work = _legal(work) or source.work
    lang = lang if is_lang(lang) else source.lang
    essay = building.essay(work, lang, title, author, stance, date, extra)
    in_order = sorted(building.faults, key=lambda fault: fault.range)
    return Reading((essay,), None, tuple(in_order), tuple(losses))


def _legal(text: str) -> str:
    """Return a work's id of any text; empty where nothing of it can stand in an id."""
    if not text:
        return ""
    composed = unicodedata.normalize("NFC", text)[:100]
    kept = "".join(c if c in "-_" or c.isalnum() else "-" for c in composed).strip("-")
    if not kept or id_slip(kept, 0, 0) is None:
        return kept
    return f"work-{kept}" if id_slip(f"work-{kept}", 0, 0) is None else ""


def _clean(text: str) -> str:
    """Put U+FFFD for what no file of text can hold."""
    return _NOT_TEXT.sub("\ufffd", text)


class _Building:
    """Goes over nodes, then edges, once each."""

    def __init__(
        self, source: Source, format_name: str, nodes: Iterable[Node], edges: Iterable[Edge]
    ) -> None:
        self.source = source
        self.format = format_name
        self.faults: list[Fault] = []
        self.nodes: dict[str, Node] = {}
        self.again: list[Node] = []
        for node in nodes:
            if spelt(node.id) in self.nodes:
                message = f"the id {quoted(node.id)} stands already"
                hint = "give each statement an id of its own"
                self._fault("duplicate-id", node.range, message, hint)
                self.again.append(node)
            else:
                self.nodes[spelt(node.id)] = node
        self.edges = sound_edges(list(edges), self.nodes, self._fault)
        self.names: dict[str, str] = {}  # of nodes, then of named edges
        self.named: set[str] = set()  # the ids of edges whose name is given away
        self.taken: set[str] = set()
        self.used: dict[str, int] = {}  # the last number that a name made of words was given

    def _fault(self, rule: str, place: Range | None, message: str, hint: str = "") -> None:
        self.faults.append(Fault(rule, place or START, message, hint))

    # Names

    def _name_all(self, kinds: Mapping[str, Kind]) -> None:
        """Keep the ids that are legal, then make the others; most links need none."""
        legal = [id_ for id_ in self.nodes if id_slip(id_, 0, 0) is None]
        self.names.update(zip(legal, legal, strict=True))
        attacked = {spelt(edge.target) for edge in self.edges} - self.nodes.keys()
        asked = {
            spelt(edge.id)
            for edge in self.edges
            if edge.id is not None and (edge.named or len(edge.sources) > 1)
        }
        wanted = (attacked | asked) - self.nodes.keys()
        ids = (spelt(edge.id) for edge in self.edges if edge.id is not None)
        links = [name for name in dict.fromkeys(ids) if name in wanted]
        self.taken.update(legal, (name for name in links if id_slip(name, 0, 0) is None))
        for id_, node in self.nodes.items():
            if id_ not in self.names:
                self.names[id_] = self._made(node.text, kinds[id_])
        for name in links:
            self.names[name] = self._made("", "link") if id_slip(name, 0, 0) else name

    def _made(self, text: str, kind: str) -> str:
        """Make a name of words, or of the kind where there are none; never by trying them all."""
        from argmap.id_words import id_of_words

        base = id_of_words(text, kind, ()) if text else f"{kind}-1"
        number = self.used.get(base, 1)
        stem = kind if base == f"{kind}-1" else base
        name = base
        while name in self.taken:
            number += 1
            name = f"{stem}-{number}"
        self.used[base] = number
        self.taken.add(name)
        return name

    # Kinds

    def _kinds(self) -> dict[str, Kind]:
        """Give each node its kind, by its part in the argument where it has none."""
        supported: set[str] = set()
        supports: set[str] = set()
        attacks: set[str] = set()
        for edge in self.edges:
            if edge.type is LinkType.SUPPORTS:
                supports.update(map(spelt, edge.sources))
                supported.add(spelt(edge.target))
            elif edge.type is LinkType.ATTACKS:
                attacks.update(map(spelt, edge.sources))
        kinds: dict[str, Kind] = {}
        for id_, node in self.nodes.items():
            if node.kind is not None:
                kinds[id_] = node.kind
            elif id_ in supports:
                kinds[id_] = Kind.CLAIM if id_ in supported else Kind.PREMISE
            else:
                kinds[id_] = Kind.REBUTTAL if id_ in attacks else Kind.CLAIM
        return kinds

    # The essay

    def essay(
        self,
        work: str,
        lang: str,
        title: str,
        author: str,
        stance: str,
        date: str,
        extra: Mapping[str, Any],
    ) -> Essay:
        """Put it together."""
        kinds = self._kinds()
        self._name_all(kinds)
        edition = f"{work}@{lang}"
        links, kept, schemes = self._links(edition)
        statements = [
            self._statement(node, self.names[id_], kinds[id_], edition, kept, schemes.get(id_))
            for id_, node in self.nodes.items()
        ]
        for node in self.again:
            kind = node.kind or Kind.CLAIM
            name = self._made(node.text, kind)
            statements.append(self._statement(node, name, kind, edition, {}, None))
        last = max((statement.range.end.line for statement in statements), default=1)
        return Essay(
            id=work,
            lang=lang,
            path=self.source.name,
            title=_line(title),
            author=_line(author),
            stance=_line(stance),
            date=date,
            statements=tuple(statements),
            links=links,
            line_count=last,
            extra=MappingProxyType({self.format: dict(extra)} if extra else {}),
        )

    def _statement(
        self,
        node: Node,
        name: str,
        kind: Kind,
        edition: str,
        kept: Mapping[str, Mapping[str, Any]],
        scheme: str | None,
    ) -> Statement:
        place = node.range or START
        text = _clean(node.text)
        if not text.strip():
            self._fault("empty-text", node.range, f"the statement {quoted(node.id)} has no text")
        values, left = _values(node.values)
        values.setdefault("scheme", scheme)
        values["on"] = tuple(_label(each, place) for each in values.get("on", ()))
        extra: dict[str, Any] = {self.format: {"id": node.id, **left, **node.extra}}
        if name in kept:
            extra[LINKS] = kept[name]
        return Statement(
            key=f"{edition}:{name}",
            id=name,
            kind=kind,
            text=text,
            range=place,
            text_range=place,
            flags=node.flags,
            extra=MappingProxyType(extra),
            **values,
        )

    def _links(
        self, edition: str
    ) -> tuple[tuple[StatedLink, ...], dict[str, dict[str, Any]], dict[str, str]]:
        """State the links. With them, what is kept of each by its first source, and schemes."""
        links: list[StatedLink] = []
        kept: dict[str, dict[str, Any]] = {}
        schemes: dict[str, str] = {}
        makes = Counter(spelt(source) for edge in self.edges for source in edge.sources)
        there: dict[tuple[object, ...], Mapping[str, Any]] = {}
        for edge in self.edges:
            sources = tuple(self.names[spelt(source)] for source in edge.sources)
            target = self.names[spelt(edge.target)]
            own = self._kept_of(edge)
            if edge.scheme is not None:
                alone = [each for each in map(spelt, edge.sources) if makes[each] == 1]
                schemes.update(dict.fromkeys(alone, edge.scheme))
            via = self._via(edge)
            ends = _ends(edge.type, sources, target)
            if via is None and len(sources) > 1 and not edge.reason:
                via = self._made("", "link")  # so that each of them can say that it is one of them
            if via is None and ends in there:
                if own == there[ends] and not edge.reason:
                    continue  # said twice, word for word
                via = self._made("", "link")
            if via is None:
                there[ends] = own
            if own:
                local = via or "/".join(("+".join(sources), edge.type, target))
                kept.setdefault(sources[0], {})[local] = own
            links.append(_stated(edge, edition, sources, target, via))
        return tuple(links), kept, schemes

    def _kept_of(self, edge: Edge) -> dict[str, Any]:
        own = {} if edge.id is None else {"id": edge.id}
        own.update(edge.extra)
        kept: dict[str, Any] = {self.format: own} if own else {}
        if edge.scheme is not None:
            kept["scheme"] = edge.scheme
        return kept

    def _via(self, edge: Edge) -> str | None:
        """Return the name of a link, once: of two by one id, the first has it."""
        name = None if edge.id is None else spelt(edge.id)
        if name is None or name in self.nodes or name in self.named:
            return None
        self.named.add(name)
        return self.names.get(name)


def _ends(type_: LinkType, sources: tuple[str, ...], target: str) -> tuple[object, ...]:
    """Return what two links without a name have alike if they say the same."""
    if type_.symmetric and len(sources) == 1:
        return (type_, *sorted((sources[0], target)))
    return (type_, tuple(sorted(sources)), target)


def _stated(
    edge: Edge, edition: str, sources: tuple[str, ...], target: str, via: str | None
) -> StatedLink:
    place = edge.range or START
    alone = len(sources) == 1 and not edge.reason
    return StatedLink(
        type=edge.type,
        source=f"{edition}:{sources[0]}" if alone else None,
        sources=() if alone else tuple(Reference(each, None, None, place) for each in sources),
        targets=(Reference(target, None, None, place),),
        range=place,
        via=via,
        reason=_clean(edge.reason),
    )


def _values(given: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Part attributes into those that a statement can have, and what is left to ``extra``."""
    fits: dict[str, Any] = {}
    left: dict[str, Any] = {}
    for name, value in given.items():
        if name in ("section", "on"):
            fits[name] = tuple(_line(str(each)) for each in value)
        elif name == "weight" and isinstance(value, int | float) and 0 <= value <= 1:
            fits[name] = float(value)
        elif name == "weight" or (name == "date" and not is_date(str(value))):
            left[name] = value
        elif value is not None and (text := _line(str(value))):
            fits[name] = text
    return {name: value for name, value in fits.items() if value != ()}, left


def _label(text: str, place: Range) -> Reference:
    return Reference(spelt(text), None, None, place)


def _line(text: str) -> str:
    return " ".join(_clean(text).split())

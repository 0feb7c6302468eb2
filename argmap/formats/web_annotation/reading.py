"""From annotations of a text, and the text where it is there, to an essay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from argmap.formats.brat.types import kind_of, link_type_of
from argmap.formats.building_essays import Edge, Node, essay_from, foreign
from argmap.formats.interface import Reading, Source, Unreadable
from argmap.formats.safe.decoding import text_of
from argmap.formats.standoff import STANDOFF, Finder, Span, plain, said
from argmap.formats.standoff.values import shown, with_values
from argmap.formats.web_annotation.parts import (
    ABOUT,
    ESSAY,
    LINK,
    NAME,
    SELECTORS,
    VALUES,
    annotations_in,
    iri_of,
    iri_of_key,
    listed,
    mapping,
    of_type,
    selectors,
)
from argmap.model import Essay, Fault, Flag, Kind, LinkType, Statement
from argmap.syntax.places import START

__all__ = ["is_own", "read_annotations"]

_HEAD = ("title", "author", "stance", "date")
_OURS = ("id", "type", "motivation", "body", "target", "@context", LINK, VALUES)
_LINKS = frozenset(each.value for each in LinkType)


def read_annotations(source: Source, data: Any, faults: Iterable[Fault] = ()) -> Reading:
    """Read a document, and the ``.txt`` beside it; linear.

    Raises :class:`Unreadable` where no annotation is in it.
    """
    return _Reader(source, data, list(faults)).reading()


def is_own(body: object) -> bool:
    """Tell whether a body is one that argmap writes: a kind, or a flag."""
    if not isinstance(body, dict) or len(body) != 3 or body.get("type") != "TextualBody":
        return False
    value, purpose = body.get("value"), body.get("purpose")
    if purpose == "classifying":
        return value in [each.value for each in Kind]
    return purpose == "tagging" and value in [each.value for each in Flag]


@dataclass(frozen=True, slots=True)
class _Statement:
    """An annotation that is a statement: its name here, and where it stands."""

    node: Mapping[str, Any]
    name: str
    words: str
    spans: tuple[Span, ...]
    own: Mapping[str, Any] = field(default_factory=dict)


class _Reader:
    def __init__(self, source: Source, data: Any, faults: list[Fault]) -> None:
        self.source = source
        self.faults = faults
        self.document = mapping(data)
        self.annotations = [
            each for each in annotations_in(data, faults) if self._is_annotation(each)
        ]
        if not self.annotations and not of_type(data, "AnnotationCollection"):
            raise Unreadable("no annotation is in it", hint="it holds objects of type Annotation")
        self.text = self._companion()
        self.finder = Finder(self.text) if self.text is not None else None
        self.names: dict[str, str] = {}
        self.statements: dict[str, _Statement] = {}
        self.others: list[Any] = []

    def _fault(self, rule: str, message: str, hint: str = "") -> None:
        self.faults.append(Fault(rule, START, message, hint))

    def _is_annotation(self, node: object) -> bool:
        if of_type(node, "Annotation") and mapping(node).get("target") is not None:
            return True
        if node != {}:
            self._fault("bad-value", f"{shown(node)} is no annotation with a target")
        return False

    def _companion(self) -> str | None:
        data = self.source.beside.get(".txt")
        if data is None:
            return None
        text, faults = text_of(data)
        for fault in faults:
            self._fault(fault.rule, f"in the .txt beside it, {fault.message}", fault.hint)
        return text

    def reading(self) -> Reading:
        links: list[tuple[Mapping[str, Any], LinkType]] = []
        for number, node in enumerate(self.annotations, 1):
            type_ = _link_type(node)
            if type_ is not None:
                links.append((node, type_))
                self._call(node, mapping(node.get(VALUES)).get("via"))
            elif self._is_statement(node):
                self._read_statement(node, number)
            else:
                self.others.append(node)
        nodes = [self._node(each) for each in self.statements.values()]
        edges = [edge for node, type_ in links for edge in self._edge(node, type_)]
        own = mapping(self.document.get(ESSAY))
        head = {name: value for name in _HEAD if isinstance(value := own.get(name), str)}
        if not own and isinstance(self.document.get("label"), str):
            head["title"] = self.document["label"]
        work, lang = _text(own.get("id")), _text(own.get("lang"))
        reading = essay_from(
            self.source, NAME, nodes, edges, work=work, lang=lang,
            title=head.get("title", ""), author=head.get("author", ""),
            stance=head.get("stance", ""), date=head.get("date", ""),
            extra={"others": self.others} if self.others else {}, faults=self.faults,
        )  # fmt: skip
        before = len(self.faults)
        essay = self._finished(reading.essays[0])
        return replace(reading, essays=(essay,), faults=(*reading.faults, *self.faults[before:]))

    # Statements

    def _call(self, node: Mapping[str, Any], name: object) -> str:
        """Return what to call an annotation here, and remember it by its IRI."""
        iri = iri_of(node) or ""
        name = name if isinstance(name, str) and name else iri
        if iri:
            self.names.setdefault(iri, name)
        return name

    def _is_statement(self, node: Mapping[str, Any]) -> bool:
        if isinstance(mapping(node.get(VALUES)).get("text"), str):
            return True
        return any(
            selectors(target, type_)
            for target in listed(node["target"])
            for type_ in ("TextQuoteSelector", "TextPositionSelector")
        )

    def _read_statement(self, node: Mapping[str, Any], number: int) -> None:
        own = mapping(node.get(VALUES))
        name = self._call(node, own.get("id")) or f"annotation {number}"
        if name in self.statements:
            self._fault("duplicate-id", f"the id {shown(name)} stands already")
            return
        spans: list[Span] = []
        words: list[str] = []
        targets = listed(node["target"])
        for target in targets:
            quote, span = self._anchor(target, name)
            if span is not None:
                spans.append(span)
            if quote:
                words.append(quote)
        text = own.get("text")
        if not words and isinstance(text, str):
            words.append(text)
        if self.text is not None and spans and len(spans) == len(targets):
            self.statements[name] = _Statement(
                node, name, said(self.text, spans), tuple(spans), own
            )
        else:
            self.statements[name] = _Statement(node, name, " ".join(words), (), own)

    def _anchor(self, target: object, name: str) -> tuple[str, Span | None]:
        """Find one target in the text: what it quotes, and where that stands."""
        quotes = selectors(target, "TextQuoteSelector")
        exact, prefix, suffix = (
            _text(quotes[0].get(key)) if quotes else "" for key in ("exact", "prefix", "suffix")
        )
        if self.text is None or self.finder is None:
            return exact, None
        given = next(iter(selectors(target, "TextPositionSelector")), None)
        span = self._position(given)
        if span is not None:
            there = self.text[span[0] : span[1]]
            if not exact or plain(there) == plain(exact):
                return there, span
        found = self.finder.find(exact, prefix, suffix) if exact else None
        if found is not None:
            if given is not None:
                message = f"{shown(name)} is not where it says, but at {found[0]} to {found[1]}"
                hint = "positions count characters (code points) from 0"
                self._fault("moved-quote", message, hint)
            return self.text[found[0] : found[1]], found
        if exact:
            message = f"the text does not hold {shown(exact)} once, as {shown(name)} quotes it"
            self._fault("lost-quote", message, "its words are kept, without a place in the text")
        elif given is not None:
            message = f"{shown(name)} lies outside the text, which has {len(self.text)} characters"
            self._fault("outside-text", message)
        return exact, None

    def _position(self, selector: Mapping[str, Any] | None) -> Span | None:
        if selector is None or self.text is None:
            return None
        start, end = selector.get("start"), selector.get("end")
        if type(start) is int and type(end) is int and 0 <= start < end <= len(self.text):
            return start, end
        return None

    def _node(self, statement: _Statement) -> Node:
        node = statement.node
        kind, flags = _classified(node)
        bodies = [body for body in listed(node.get("body")) if not is_own(body)]
        extra: dict[str, Any] = {"iri": iri_of(node)}
        extra |= {} if self._is_plain(node["target"]) else {"targets": node["target"]}
        extra |= {"bodies": bodies} if bodies else {}
        rest = {key: value for key, value in node.items() if key not in _OURS}
        if node.get("motivation") not in (None, "classifying"):
            rest["motivation"] = node["motivation"]
        extra |= {"rest": rest} if rest else {}
        return Node(statement.name, statement.words, kind, flags, extra=extra)

    def _is_plain(self, targets: object) -> bool:
        """Tell whether targets are as argmap writes them, so that they need not be kept."""
        return all(map(_is_plain_target, listed(targets))) and (
            self.text is not None or isinstance(targets, str)
        )

    def _finished(self, essay: Essay) -> Essay:
        statements = [self._with_own(each) for each in essay.statements]
        extra = dict(essay.extra)
        if self.text is not None:
            extra[STANDOFF] = {"text": self.text}
        return replace(essay, statements=tuple(statements), extra=MappingProxyType(extra))

    def _with_own(self, statement: Statement) -> Statement:
        kept = foreign(statement.extra, NAME)
        read = self.statements.get(str(kept.get("id")))
        if read is None:
            return statement
        if kept.get("iri") == iri_of_key(statement.key):
            kept = {name: value for name, value in kept.items() if name != "iri"}
        values = {key: each for key, each in read.own.items() if key not in ("id", "text")}
        statement, wrong = with_values(statement, values)
        for name in wrong:
            message = f"{name} of {shown(read.name)} cannot be {shown(read.own[name])}"
            self._fault("bad-value", message)
        extra = {**statement.extra, NAME: kept}
        if read.spans:
            extra[STANDOFF] = {"spans": [list(span) for span in read.spans]}
        return replace(statement, extra=MappingProxyType(extra))

    # Links

    def _edge(self, node: Mapping[str, Any], type_: LinkType) -> Iterator[Edge]:
        own = mapping(node.get(VALUES))
        sources: list[str] = []
        reasons: list[str] = []
        bodies: list[Any] = []
        for body in listed(node.get("body")):
            iri = iri_of(body) or iri_of(mapping(body).get("source"))
            if iri is not None and not of_type(body, "TextualBody"):
                sources.append(self.names.get(iri, iri))
            elif mapping(body).get("purpose") == "describing" and not reasons:
                reasons.append(_text(mapping(body).get("value")))
            else:
                bodies.append(body)
        if not sources:
            self._fault("bad-value", f"the link {shown(iri_of(node))} has no source as its body")
        extra: dict[str, Any] = {"iri": iri_of(node)}
        extra |= {"bodies": bodies} if bodies else {}
        rest = {key: value for key, value in node.items() if key not in _OURS}
        extra |= {"rest": rest} if rest else {}
        scheme = own.get("scheme")
        via = own.get("via")
        named = isinstance(via, str) and via != ""
        for number, target in enumerate(listed(node["target"])):
            iri = iri_of(target) or iri_of(mapping(target).get("source")) or ""
            yield Edge(
                type_,
                tuple(sources),
                self.names.get(iri, iri),
                (str(via) if named else iri_of(node)) if number == 0 else None,
                reasons[0] if reasons else "",
                scheme if isinstance(scheme, str) else None,
                None,
                named and number == 0,
                extra,
            )


def _is_plain_target(target: object) -> bool:
    if isinstance(target, str):
        return target.startswith(ABOUT)
    if mapping(target).keys() != {"source", "selector"}:
        return False
    own = all(
        mapping(each).get("type") in SELECTORS for each in listed(mapping(target)["selector"])
    )
    return own and (iri_of(mapping(target)["source"]) or "").startswith(ABOUT)


def _link_type(node: Mapping[str, Any]) -> LinkType | None:
    """Return the type of a link, which ours say, and others may by a word in a body; else None."""
    own = node.get(LINK)
    if isinstance(own, str):
        return LinkType(own) if own in _LINKS else None
    if "linking" not in listed(node.get("motivation")):
        return None
    found = (link_type_of(word) for word in _words(node))
    return next((type_ for type_ in found if type_ is not None), None)


def _classified(node: Mapping[str, Any]) -> tuple[Kind | None, frozenset[Flag]]:
    """Return the kind and flags that bodies name; ours come first."""
    kind: Kind | None = None
    flags: set[Flag] = set()
    for word in _words(node):
        if word in [each.value for each in Flag]:
            flags.add(Flag(word))
        elif kind is None and (known := kind_of(word)) is not None:
            kind = known[0]
            flags |= known[1]
    return kind, frozenset(flags)


def _words(node: Mapping[str, Any]) -> Iterator[str]:
    """Yield the words that classify or tag."""
    if isinstance(node.get("bodyValue"), str):
        yield node["bodyValue"].strip()
    purposes = ("classifying", "tagging", "linking", None)
    for body in listed(node.get("body")):
        if isinstance(body, dict) and body.get("purpose") in purposes:
            value = body.get("value")
            if isinstance(value, str) and len(value) < 100:
                yield value.strip()


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""

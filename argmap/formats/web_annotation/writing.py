"""From a graph to annotations of texts, in the vocabulary of the W3C."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from argmap.formats.differing import lost_between
from argmap.formats.foreign import foreign, foreign_link, scheme_of
from argmap.formats.interface import Loss, Losses, Source
from argmap.formats.standoff import Layout, Span, count_prose, laid_out, merged, text_of_essay
from argmap.formats.standoff.values import own_values
from argmap.formats.web_annotation.parts import (
    ABOUT,
    CONTEXT,
    ESSAY,
    LINK,
    NAME,
    OWN_CONTEXT,
    SELECTORS,
    VALUES,
    in_iri,
    iri_of_key,
    listed,
    mapping,
)
from argmap.formats.web_annotation.reading import is_own, read_annotations
from argmap.model import Essay, Flag, Link, Statement

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = ["AROUND", "annotations_of"]

AROUND = 32
"""Characters before and behind a quote that are given to tell it from others of the same words."""


def annotations_of(
    graph: ArgumentGraph,
) -> tuple[list[tuple[Essay, dict[str, Any], str | None]], tuple[Loss, ...]]:
    """Write each essay as a collection, with its text where it is known, and say what is lost.

    What is written is read again, and whatever is not as it was is a loss; linear.
    """
    from argmap.graph import ArgumentGraph

    losses = Losses()
    made: list[tuple[Essay, dict[str, Any], str | None]] = []
    again: list[Essay] = []
    keys: dict[str, str] = {}
    links: dict[str, list[Link]] = {}
    for link in graph.links.values():
        links.setdefault(graph.essay_of(link.key).key, []).append(link)
    iris = _iris(graph)
    for essay in graph.essays:
        writer = _Writer(graph, essay, links.get(essay.key, ()), iris)
        data, text = writer.document(), writer.text
        if writer.layout.composed and text is not None:
            count_prose(essay, losses)
        beside = {} if text is None else {".txt": text.encode("utf-8", "replace")}
        source = Source(essay.path, b"", beside, essay.id, essay.lang)
        read = read_annotations(source, data).essays[0]
        again.append(read)
        old = {iris[statement.key]: statement.key for statement in essay.statements}
        for statement in read.statements:
            iri = foreign(statement.extra, NAME).get("iri", iri_of_key(statement.key))
            if iri in old:
                keys[old[iri]] = statement.key
        keys[essay.key] = read.key
        made.append((essay, data, text))
    there = ArgumentGraph.build(again, default_lang=graph.names.default_lang)
    for loss in lost_between(graph, there, keys):
        losses.add(loss.kind, loss.example, loss.count)
    return made, losses.found()


def _iris(graph: ArgumentGraph) -> dict[str, str]:
    """Give each statement and link its IRI: the one it had, else one made of its key; linear."""
    kept = {key: foreign(s.extra, NAME).get("iri") for key, s in graph.statements.items()}
    for key, link in graph.links.items():
        kept[key] = foreign_link(graph, link, NAME).get("iri")
    taken: set[str] = set()
    iris: dict[str, str] = {}
    for key, iri in kept.items():
        if isinstance(iri, str) and iri and iri not in taken:
            taken.add(iri)
            iris[key] = iri
    for key in kept:
        if key not in iris:
            iri = made = iri_of_key(key)
            count = 1
            while iri in taken:
                count += 1
                iri = f"{made}~{count}"
            taken.add(iri)
            iris[key] = iri
    return iris


class _Writer:
    """Writes one essay. ``text`` is None where the text it is about is elsewhere."""

    def __init__(
        self, graph: ArgumentGraph, essay: Essay, links: Iterable[Link], iris: Mapping[str, str]
    ) -> None:
        self.graph = graph
        self.essay = essay
        self.links = links
        self.iris = iris
        self.about = f"{ABOUT}{in_iri(essay.key)}"
        self.own = {s.key: foreign(s.extra, NAME) for s in essay.statements}
        elsewhere = text_of_essay(essay) is None and any("targets" in o for o in self.own.values())
        self.layout = Layout("") if elsewhere else laid_out(essay, implicit=False)
        self.text = None if elsewhere else self.layout.text

    def document(self) -> dict[str, Any]:
        """Put the collection together, its one page within."""
        items = [self._statement(each) for each in self.essay.statements]
        items += [self._link(each) for each in self.links]
        others = foreign(self.essay.extra, NAME).get("others")
        items += others if isinstance(others, list) else []
        own = {
            name: getattr(self.essay, name)
            for name in ("id", "lang", "title", "author", "stance", "date")
        }
        name = f"urn:argmap:annotations:{in_iri(self.essay.key)}"
        return {
            "@context": [CONTEXT, dict(OWN_CONTEXT)],
            "id": name,
            "type": "AnnotationCollection",
            "label": self.essay.title or self.essay.id,
            "total": len(items),
            ESSAY: {key: value for key, value in own.items() if value},
            "first": {
                "id": f"{name}:1",
                "type": "AnnotationPage",
                "partOf": name,
                "startIndex": 0,
                "items": items,
            },
        }

    def _statement(self, statement: Statement) -> dict[str, Any]:
        own = self.own[statement.key]
        spans = self.layout.spans.get(statement.key, ())
        values = own_values(statement)
        values.pop("flags", None)
        if statement.id is not None:
            values["id"] = statement.id
        targets: object = self._targets(spans, listed(own.get("targets")))
        if not spans and self.text is None and "targets" in own:
            targets = own["targets"]
        if not spans and statement.text != (_quoted(targets) or None):
            values["text"] = statement.text
        bodies = [_body("classifying", statement.kind)]
        bodies += [_body("tagging", flag) for flag in Flag if flag in statement.flags]
        bodies += [each for each in listed(own.get("bodies")) if not is_own(each)]
        rest = mapping(own.get("rest"))
        return {
            "id": self.iris[statement.key],
            "type": "Annotation",
            "motivation": rest.get("motivation", "classifying"),
            "body": bodies,
            "target": targets,
            **({VALUES: values} if values else {}),
            **{key: value for key, value in rest.items() if key != "motivation"},
        }

    def _targets(self, spans: tuple[Span, ...], kept: list[Any]) -> object:
        """Point at stretches of the text, as what is kept of the targets does otherwise."""
        if not spans:
            about = mapping(kept[0]).get("source") if kept else None
            return about if isinstance(about, str) else self.about
        found = []
        if len(kept) != len(spans):
            spans = merged(self.layout.text, spans)
        for number, (start, end) in enumerate(spans):
            old = mapping(kept[number]) if len(kept) == len(spans) else {}
            others = [
                each for each in listed(old.get("selector"))
                if mapping(each).get("type") not in SELECTORS
            ]  # fmt: skip
            found.append(
                {"source": self.about, **old, "selector": [*self._selectors(start, end), *others]}
            )
        return found if len(found) > 1 else found[0]

    def _selectors(self, start: int, end: int) -> list[dict[str, Any]]:
        text = self.layout.text
        quote = {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - AROUND) : start],
            "suffix": text[end : end + AROUND],
        }
        return [quote, {"type": "TextPositionSelector", "start": start, "end": end}]

    def _link(self, link: Link) -> dict[str, Any]:
        own = foreign_link(self.graph, link, NAME)
        bodies: list[Any] = [self.iris[source] for source in link.sources]
        if link.reason:
            bodies.append(_body("describing", link.reason))
        bodies += listed(own.get("bodies"))
        values = {"via": link.name, "scheme": scheme_of(self.graph, link)}
        values = {name: value for name, value in values.items() if value}
        return {
            "id": self.iris[link.key],
            "type": "Annotation",
            "motivation": "linking",
            "body": bodies,
            "target": self.iris[link.target],
            LINK: str(link.type),
            **({VALUES: values} if values else {}),
            **mapping(own.get("rest")),
        }


def _body(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "value": str(value)}


def _quoted(targets: object) -> str:
    """Return what targets quote, as a reader without the text takes it."""
    words = []
    for target in listed(targets):
        for selector in listed(mapping(target).get("selector")):
            if mapping(selector).get("type") == "TextQuoteSelector":
                words.append(str(mapping(selector).get("exact")))
                break
    return " ".join(words)

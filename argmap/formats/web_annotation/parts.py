"""Annotations of the W3C's vocabulary: finding them in a document, and looking into their parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from argmap.formats.standoff.values import shown
from argmap.model import Fault
from argmap.syntax.places import START

__all__ = [
    "ABOUT",
    "CONTEXT",
    "ESSAY",
    "LINK",
    "NAME",
    "OWN_CONTEXT",
    "VALUES",
    "SELECTORS",
    "annotations_in",
    "in_iri",
    "iri_of",
    "iri_of_key",
    "listed",
    "mapping",
    "of_type",
    "selectors",
]

NAME = "web-annotation"
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
"""The vocabulary's context: a name that is written and compared, never fetched."""
LINK, VALUES, ESSAY = "argmap:link", "argmap:values", "argmap:essay"
OWN_CONTEXT: Mapping[str, Any] = {
    "@version": 1.1,
    "argmap": "urn:argmap:",
    VALUES: {"@id": "urn:argmap:values", "@type": "@json"},
    ESSAY: {"@id": "urn:argmap:essay", "@type": "@json"},
}
ABOUT = "urn:argmap:text:"
"""What the IRI of a text begins with that stands in the file beside."""
SELECTORS = ("TextQuoteSelector", "TextPositionSelector")
_NOT_IN_IRI = re.compile(r"[\x00-\x20<>\"{}|\\^`%\x7f-\xa0\ud800-\udfff]")
_MOST_PAGES = 10_000


def mapping(value: object) -> Mapping[str, Any]:
    """Return a JSON object, or an empty one where it is none."""
    return value if isinstance(value, dict) else MappingProxyType({})


def listed(value: object) -> list[Any]:
    """Return the values of a property: JSON-LD writes one alone, and several as a list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def of_type(node: object, type_: str) -> bool:
    """Tell whether a node is of a type, with or without the vocabulary's prefix."""
    types = [*listed(mapping(node).get("type")), *listed(mapping(node).get("@type"))]
    return type_ in types or f"oa:{type_}" in types or f"as:{type_}" in types


def iri_of(node: object) -> str | None:
    """Return the IRI of a resource, which is written as that, or as an object with an id."""
    if isinstance(node, dict):
        node = node.get("id", node.get("@id"))
    return node if isinstance(node, str) and node else None


def iri_of_key(key: str) -> str:
    """Return the IRI of a statement or link, a name made of its key: ``urn:argmap:tea@en:cups``."""
    return f"urn:argmap:{in_iri(key)}"


def in_iri(text: str) -> str:
    """Write a text so that it may stand in an IRI."""
    return _NOT_IN_IRI.sub(
        lambda found: "".join(f"%{byte:02X}" for byte in found.group().encode("utf-8", "replace")),
        text,
    )


def selectors(target: object, type_: str) -> list[Mapping[str, Any]]:
    """Return the selectors of a type, in their order."""
    return [each for each in listed(mapping(target).get("selector")) if of_type(each, type_)]


def annotations_in(data: Any, faults: list[Fault]) -> Iterator[Any]:
    """Yield the annotations of a document, a page or a collection; what is elsewhere is a fault."""
    pending = [data]
    pages = 0
    while pending:
        node = pending.pop()
        if isinstance(node, list):
            yield from node
        elif of_type(node, "AnnotationCollection"):
            pending.append(node.get("first", []))
        elif of_type(node, "AnnotationPage"):
            yield from listed(node.get("items"))
            pages += 1
            if "next" in node and pages < _MOST_PAGES:
                pending.append(node["next"])
        elif isinstance(node, dict) and isinstance(node.get("@graph"), list):
            yield from node["@graph"]
        elif isinstance(node, str):
            message = f"the page {shown(node)} is not in the file, and argmap fetches nothing"
            faults.append(Fault("page-elsewhere", START, message, "put its items into the file"))
        elif isinstance(node, dict):
            yield node

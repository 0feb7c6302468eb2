"""Carneades' YAML of argument graphs (https://github.com/carneades/carneades-4), read only.

What versions 4 of the program write and its examples hold: ``statements`` as text or with
``metadata``, ``text``, ``assumed`` and ``label``; ``arguments`` as a mapping or list, their
premises in a list or by role (``datum: s1``), ``undercutter``, ``scheme``, ``weight``;
``assumptions``, ``issues`` with their positions and standard, ``tests`` or ``labels``. A premise
that is negated (``¬p``) and not declared is made, and contradicts what it negates.

An undercutter is a statement that attacks the argument it is named in. The positions of an issue
contradict each other. Files without arguments give the statements alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.interface import CERTAIN, LIKELY, NO, Format, Head, Reading, Source, Unreadable
from argmap.model import Fault, Flag, LinkType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.building_essays import Edge, Node

__all__ = ["FORMAT", "read", "sniff"]

_NOT = ("¬", "~", "-")
_META = ("meta", "metadata")
_LABELS = {"in", "out", "undecided"}
_MOST_PAIRS = 1000
"""Contradictions made of one issue: it has as many as its positions squared."""


def read(source: Source) -> Reading:
    """Read a graph; linear but for issues, whose positions contradict each other two by two."""
    from argmap.formats.building_essays import essay_from
    from argmap.formats.safe.yaml import read_yaml

    data, faults = read_yaml(source)
    if not isinstance(data, dict) or not (data.keys() & {"statements", "arguments"}):
        hint = "it has statements: and arguments: at the top"
        raise Unreadable("it is no argument graph of Carneades", hint=hint)
    reading = _Reading(data, list(faults))
    nodes, edges = reading.made()
    meta = reading.meta()
    known = {"statements", "arguments", "assumptions", *_META}
    extra = {str(key): value for key, value in data.items() if key not in known}
    if meta:
        extra["meta"] = meta
    return essay_from(
        source,
        "carneades",
        nodes,
        edges,
        title=_text(meta.get("title")),
        author=_text(meta.get("author") or meta.get("creator")),
        extra=extra,
        faults=reading.faults,
    )


def sniff(head: Head) -> int:
    """Tell a graph by its keys: arguments with a conclusion, and statements."""
    statements, arguments = head.holds(r"^statements:"), head.holds(r"^arguments:")
    if statements and (arguments or head.holds(r"^(?:assumptions|issues|tests|argument_schemes):")):
        return CERTAIN
    return LIKELY if arguments and head.holds(r"^\s+conclusion:") else NO


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


class _Reading:
    def __init__(self, data: dict[str, Any], faults: list[Fault]) -> None:
        self.data = data
        self.faults = faults
        self.nodes: dict[str, Node] = {}
        self.edges: list[Edge] = []

    def _fault(self, rule: str, message: str, hint: str = "") -> None:
        from argmap.syntax.places import START

        self.faults.append(Fault(rule, START, message, hint))

    def meta(self) -> dict[str, Any]:
        """Return what the file says of itself."""
        for key in _META:
            if isinstance(self.data.get(key), dict):
                return dict(self.data[key])
        return {}

    def made(self) -> tuple[list[Node], list[Edge]]:
        """Return the statements and links."""
        self._statements()
        for id_, argument in self._entries("arguments"):
            self._argument(id_, argument)
        self._issues()
        return list(self.nodes.values()), self.edges

    def _entries(self, key: str) -> Iterator[tuple[str, Any]]:
        """Yield the entries of a mapping by key, and of a list by their ``id``."""
        given = self.data.get(key)
        if isinstance(given, dict):
            yield from ((str(id_), value) for id_, value in given.items())
        elif isinstance(given, list):
            for number, value in enumerate(given, 1):
                id_ = value.get("id") if isinstance(value, dict) else value
                yield (id_ if isinstance(id_, str) else f"{key[:-1]}-{number}"), value
        elif given is not None:
            self._fault("bad-value", f"{key} is neither a list nor a mapping")

    def _statements(self) -> None:
        from argmap.formats.building_essays import Node

        assumed = _listed(self.data.get("assumptions"))
        taken = {each for each in assumed if isinstance(each, str)}
        labels = dict(self._labels())
        for id_, given in self._entries("statements"):
            fields = dict(given) if isinstance(given, dict) else {}
            fields.pop("id", None)
            text = fields.pop("text", None) if isinstance(given, dict) else given
            meta = fields.get("metadata") or fields.get("meta")
            if not isinstance(text, str) and isinstance(meta, dict):
                text = meta.get("text") or meta.get("title")
            label = _text(fields.get("label"))
            if str(fields.pop("assumed", "")).lower() in ("true", "yes"):
                taken.add(id_)
            if id_ in labels and not label:
                fields["label"] = labels[id_]
            flags = frozenset({Flag.ASSUMED}) if id_ in taken else frozenset[Flag]()
            shown = text.strip() if isinstance(text, str) and text.strip() else id_
            self.nodes[id_] = Node(id_, shown, None, flags, extra=fields)
        for id_ in sorted(taken - self.nodes.keys()):
            self._fault("unknown-id", f"the assumption {id_!r} is no statement")
            self.nodes[id_] = Node(id_, id_, None, frozenset({Flag.ASSUMED}))

    def _labels(self) -> Iterator[tuple[str, str]]:
        for key in ("tests", "labels"):
            given = self.data.get(key)
            for label, ids in given.items() if isinstance(given, dict) else ():
                if label in _LABELS and isinstance(ids, list):
                    yield from ((id_, label) for id_ in ids if isinstance(id_, str))
                elif isinstance(ids, str) and ids.lower() in _LABELS:
                    yield label, ids.lower()

    def _argument(self, id_: str, given: Any) -> None:
        from argmap.formats.building_essays import Edge

        if not isinstance(given, dict):
            self._fault("bad-value", f"the argument {id_!r} has no premises and conclusion")
            return
        fields = {key: value for key, value in given.items() if key != "id"}
        conclusion = fields.pop("conclusion", None)
        premises, roles = self._premises(id_, fields.pop("premises", None))
        undercutter = fields.pop("undercutter", None)
        scheme = fields.pop("scheme", None)
        if not isinstance(conclusion, str):
            self._fault("bad-value", f"the argument {id_!r} has no conclusion")
            return
        self._declared(conclusion)
        if roles:
            fields["roles"] = roles
        if not premises:
            self._fault("bad-value", f"the argument {id_!r} has no premises")
            return
        reason = fields.get("metadata") or fields.get("meta")
        told = _text(reason.get("description")) if isinstance(reason, dict) else ""
        name = id_ if id_ not in self.nodes else f"argument {id_}"
        edge = Edge(
            LinkType.SUPPORTS,
            premises,
            conclusion,
            name,
            reason=told.strip(),
            scheme=scheme if isinstance(scheme, str) and scheme else None,
            named=True,
            extra=fields,
        )
        self.edges.append(edge)
        for each in _listed(undercutter) or [undercutter]:
            if isinstance(each, str) and each:
                self._declared(each)
                self.edges.append(Edge(LinkType.ATTACKS, (each,), name))

    def _premises(self, id_: str, given: Any) -> tuple[tuple[str, ...], dict[str, str]]:
        """Return an argument's premises, and the roles of those that have one."""
        found: list[str] = []
        roles: dict[str, str] = {}
        pairs = given.items() if isinstance(given, dict) else [("", each) for each in given or ()]
        for role, premise in pairs if isinstance(given, dict | list) else [("", given)]:
            if isinstance(premise, dict):
                role = _text(premise.get("role"))
                premise = premise.get("statement") or premise.get("stmt")
            if not isinstance(premise, str):
                if premise is not None:
                    self._fault("bad-value", f"a premise of the argument {id_!r} is no statement")
                continue
            self._declared(premise)
            found.append(premise)
            if role:
                roles[role] = premise
        return tuple(found), roles

    def _declared(self, id_: str) -> None:
        """Make a statement that is used and not declared."""
        from argmap.formats.building_essays import Edge, Node

        if id_ in self.nodes:
            return
        negated = next((id_[len(sign) :] for sign in _NOT if id_.startswith(sign)), None)
        if negated is not None and negated in self.nodes:
            text = f"It is not the case: {self.nodes[negated].text}"
            self.nodes[id_] = Node(id_, text)
            self.edges.append(Edge(LinkType.CONTRADICTS, (id_,), negated))
        else:
            self._fault("unknown-id", f"the statement {id_!r} is used and not declared")
            self.nodes[id_] = Node(id_, id_)

    def _issues(self) -> None:
        from itertools import combinations, islice

        from argmap.formats.building_essays import Edge

        for id_, issue in self._entries("issues"):
            positions = _listed(issue.get("positions")) if isinstance(issue, dict) else []
            if not positions:
                self._fault("bad-value", f"the issue {id_!r} has no positions")
                continue
            known = list(dict.fromkeys(each for each in positions if isinstance(each, str)))
            for each in known:
                self._declared(each)
            pairs = combinations(known, 2)
            for first, second in islice(pairs, _MOST_PAIRS):
                self.edges.append(
                    Edge(LinkType.CONTRADICTS, (first,), second, extra={"issue": id_})
                )
            if next(pairs, None) is not None:
                message = f"the issue {id_!r} has more than {_MOST_PAIRS:,} pairs of positions"
                self._fault("too-many", message, "the others are not made to contradict")


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


FORMAT = Format("carneades", "Carneades YAML", (".yml", ".yaml"), read=read, sniff=sniff)

"""From a graph to texts and their annotations as brat keeps them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from argmap.formats.brat.reading import NAME, read_annotations
from argmap.formats.brat.types import NOTE, RELATIONS, kind_of, link_type_of, type_of
from argmap.formats.differing import lost_between
from argmap.formats.foreign import foreign, foreign_link, scheme_of
from argmap.formats.interface import Loss, Losses, Source
from argmap.formats.standoff import Layout, Span, count_prose, laid_out
from argmap.formats.standoff.values import own_values
from argmap.model import Essay, Flag, Kind, Link, LinkType, Statement

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = ["annotated"]

_LINE = re.compile(r"[^\r\n]+")
_WHITE = re.compile(r"[\r\n\t]")
_ID = re.compile(r"[TRAEMN#]\d+")
_MENTION = re.compile(r"\b[TRAE]\d+\b")


def annotated(graph: ArgumentGraph) -> tuple[list[tuple[Essay, str, str]], tuple[Loss, ...]]:
    """Write each essay as its text and the lines of its ``.ann``, and say what they do not hold.

    What is written is read again, and whatever is not as it was is a loss; linear.
    """
    from argmap.graph import ArgumentGraph

    losses = Losses()
    made: list[tuple[Essay, str, str]] = []
    again: list[Essay] = []
    keys: dict[str, str] = {}
    links: dict[str, list[Link]] = {}
    attacked = {link.target for link in graph.links.values()}
    for link in graph.links.values():
        links.setdefault(graph.essay_of(link.key).key, []).append(link)
    for essay in graph.essays:
        if essay.lang != graph.names.default_lang:
            losses.add("languages of essays", f"lang {essay.lang!r}")
        writer = _Writer(graph, essay, links.get(essay.key, ()), attacked, losses)
        text = writer.layout.text
        lines = writer.lines()
        source = Source(
            essay.path, lines.encode("utf-8", "replace"),
            {".txt": text.encode("utf-8", "replace")}, essay.id, essay.lang,
        )  # fmt: skip
        read = read_annotations(source).essays[0] if lines.strip() else essay_without(essay)
        again.append(read)
        old = {id_: key for key, id_ in writer.of.items()}
        for statement in read.statements:
            id_ = foreign(statement.extra, NAME).get("id")
            if id_ in old:
                keys[old[id_]] = statement.key
        made.append((essay, text, lines))
    there = ArgumentGraph.build(again, default_lang=graph.names.default_lang)
    for loss in lost_between(graph, there, keys):
        losses.add(loss.kind, loss.example, loss.count)
    return made, losses.found()


def essay_without(essay: Essay) -> Essay:
    """Return an essay of the same name that holds nothing: what an empty file is read as."""
    return Essay(essay.id, essay.lang, essay.path)


class _Writer:
    """Writes one essay. ``of`` has the id in brat of each statement that stands in the text."""

    def __init__(
        self,
        graph: ArgumentGraph,
        essay: Essay,
        links: Iterable[Link],
        attacked: set[str],
        losses: Losses,
    ) -> None:
        self.graph = graph
        self.essay = essay
        self.attacked = attacked
        self.losses = losses
        self.layout: Layout = laid_out(essay)
        if self.layout.composed:
            count_prose(essay, losses)
        self.kept = foreign(essay.extra, NAME)
        lines = self.kept.get("lines")
        self.raw = [each for each in lines if _is_line(each)] if isinstance(lines, list) else []
        self.taken = {raw.partition("\t")[0] for raw in self.raw}
        self.last: dict[str, int] = {}
        self.statements = [s for s in essay.statements if s.key in self.layout.spans]
        self.own = {s.key: foreign(s.extra, NAME) for s in self.statements}
        kept = {s.key: self.own[s.key].get("id", s.id) for s in self.statements}
        self.of: dict[str, str] = self._ids("T", kept)
        self.links = [link for link in links if self._is_inside(link)]
        self.own_link = {each.key: foreign_link(graph, each, NAME) for each in self.links}
        self.out: list[tuple[str, str]] = []  # what tells a line, and the line
        self.notes: dict[str, dict[str, Any]] = {}

    # Ids

    def _ids(self, letter: str, kept: Mapping[str, Any]) -> dict[str, str]:
        """Give each its id: the one it had, else the next number."""
        found: dict[str, str] = {}
        for key, id_ in kept.items():
            known = isinstance(id_, str) and id_[:1] == letter and _ID.fullmatch(id_)
            if known and id_ not in self.taken:
                self.taken.add(id_)
                found[key] = id_
        return {key: found.get(key) or self._next(letter) for key in kept}

    def _next(self, letter: str) -> str:
        number = self.last.get(letter, 0) + 1
        while f"{letter}{number}" in self.taken:
            number += 1
        self.last[letter] = number
        self.taken.add(f"{letter}{number}")
        return f"{letter}{number}"

    def _is_inside(self, link: Link) -> bool:
        """Tell whether all that a link joins stands in this text; what bears on a link may not."""
        if not all(source in self.of for source in link.sources):
            return False
        target = link.target
        return target in self.of or (
            target in self.graph.links and self.graph.essay_of(target).key == self.essay.key
        )

    # Lines

    def lines(self) -> str:
        """Write all lines, in the order in which they were read, what is new behind them."""
        for statement in self.statements:
            self._entity(statement)
        self._link_all()
        for id_, note in self.notes.items():
            words = json.dumps(note, ensure_ascii=False, sort_keys=True)
            name = self._next("#")
            self.out.append((name, f"{name}\t{NOTE} {id_}\t{_flat(words)}"))
        self._kept_lines()
        order = self.kept.get("order")
        ranks: dict[object, int] = {}
        for rank, each in enumerate(order if isinstance(order, list) else ()):
            if isinstance(each, str):
                ranks.setdefault(each, rank)
        last = len(ranks)
        lines = sorted(self.out, key=lambda each: ranks.get(each[0], last))
        return "".join(f"{line}\n" for _, line in lines) or "\n"

    def _entity(self, statement: Statement) -> None:
        id_, own = self.of[statement.key], self.own[statement.key]
        spans = self.layout.spans[statement.key]
        if "id" not in own:
            spans = tuple(_by_lines(self.layout.text, spans))
        type_ = type_of(statement, own.get("type"))
        offsets = ";".join(f"{start} {end}" for start, end in spans)
        words = " ".join(self.layout.text[start:end] for start, end in spans)
        self.out.append((id_, f"{id_}\t{type_} {offsets}\t{_flat(words)}"))
        values = own_values(statement)
        known = kind_of(type_)
        if known is None and own.get("inferred") != statement.kind:
            values["kind"] = str(statement.kind)
        if statement.flags == (known[1] if known else frozenset()):
            values.pop("flags", None)
        if statement.id is not None and statement.id != id_:
            values["id"] = statement.id
        if values:
            self.notes[id_] = values

    def _kept_lines(self) -> None:
        """Write lines of other use again, unless what they are about has gone; linear."""
        there = self.taken
        gone: set[str] = set()
        for _ in range(3):  # a note on an event on a stretch of text
            for raw in self.raw:
                id_, _, rest = raw.partition("\t")
                if any(each not in there or each in gone for each in self._mentioned(rest)):
                    gone.add(id_ if id_ != "*" else raw)
        for raw in self.raw:
            id_ = raw.partition("\t")[0]
            key = raw if id_ == "*" else id_
            if key in gone:
                self.losses.add("brat lines about what is not there", repr(raw[:60]))
            else:
                self.out.append((key, raw))

    def _mentioned(self, rest: str) -> list[str]:
        return _MENTION.findall(rest.partition("\t")[0])

    # Links

    def _link_all(self) -> None:
        by_stance = self._stances()
        relations = [
            link for link in self.links
            if link.key not in by_stance and link.target in self.of and not self._equivalent(link)
        ]  # fmt: skip
        ids = self._ids("R", {each.key: self.own_link[each.key].get("id") for each in relations})
        called = dict(ids)
        noted = [link for link in self.links if link.target not in self.of]
        counts: dict[str, int] = {}
        for link in noted:
            first = self.of[link.sources[0]]
            counts[first] = counts.get(first, 0) + 1
            called[link.key] = link.name or f"{first}.{counts[first]}"
        for link in relations:
            self._relation(link, ids[link.key])
        self._equivalences([link for link in self.links if self._equivalent(link)])
        for link in noted:
            if link.target in called:
                self._note(link, called[link.target])

    def _relation(self, link: Link, id_: str) -> None:
        kept = self.own_link[link.key].get("type")
        type_ = RELATIONS[link.type]
        if isinstance(kept, str) and link_type_of(kept) is link.type and not kept.split()[1:]:
            type_ = kept
        target = self.of[link.target]
        note = self._said_of(link)
        if link.name == id_ and link.key in self.attacked:
            del note["via"]
        joint = {"joint": id_} if len(link.sources) > 1 else {}
        for number, source in enumerate(link.sources):
            own = id_ if number == 0 else self._next("R")
            self.out.append((own, f"{own}\t{type_} Arg1:{self.of[source]} Arg2:{target}"))
            said = {**joint, **note} if number == 0 else joint
            if said:
                self.notes[own] = dict(said)

    def _said_of(self, link: Link) -> dict[str, Any]:
        note: dict[str, Any] = {}
        if link.name is not None:
            note["via"] = link.name
        if link.reason:
            note["reason"] = link.reason
        scheme = scheme_of(self.graph, link)
        if scheme is not None and scheme not in [
            self.graph.statements[source].scheme for source in link.sources
        ]:
            note["scheme"] = scheme
        return note

    def _note(self, link: Link, target: str) -> None:
        """Write a link on a link, which brat has no line for."""
        first = self.of[link.sources[0]]
        said = {"type": str(link.type), "to": target, **self._said_of(link)}
        if len(link.sources) > 1:
            said["from"] = [self.of[source] for source in link.sources]
        self.notes.setdefault(first, {}).setdefault("links", []).append(said)

    def _is_plain(self, link: Link) -> bool:
        """Tell whether nothing but its ends and its type need be said of a link."""
        return (
            len(link.sources) == 1
            and link.target in self.of
            and link.key not in self.attacked
            and not self._said_of(link)
        )

    def _equivalent(self, link: Link) -> bool:
        return (
            link.type is LinkType.RESTATES
            and self._is_plain(link)
            and "id" not in self.own_link[link.key]
        )

    def _equivalences(self, links: Iterable[Link]) -> None:
        groups: dict[object, list[Link]] = {}
        for link in links:
            line = self.own_link[link.key].get("line")
            groups.setdefault(line if _is_line(line) else link.key, []).append(link)
        for line, together in groups.items():
            pairs = {(self.of[each.target], self.of[each.sources[0]]) for each in together}
            first, *others = [*str(line).split()[2:], ""]
            if str(line).startswith("*\t") and pairs == {(first, each) for each in others[:-1]}:
                self.out.append((str(line), str(line)))
                continue
            for target, source in sorted(pairs):
                written = f"*\tEquiv {target} {source}"
                self.out.append((written, written))

    def _stances(self) -> set[str]:
        """Write the stances of claims; return the links that they say.

        A stance is towards all major claims, so a claim has one where it links to all in one way.
        """
        theses = {s.key for s in self.statements if _is_thesis(s)}
        made: dict[str, dict[LinkType, list[Link]]] = {}
        for link in self.links:
            if link.target in theses and self._is_plain(link):
                made.setdefault(link.sources[0], {}).setdefault(link.type, []).append(link)
        found: set[str] = set()
        for statement in self.statements:
            id_, value = self._kept_stance(self.of[statement.key])
            if statement.kind is Kind.CLAIM and statement.key not in theses:
                for type_, word in ((LinkType.SUPPORTS, "For"), (LinkType.ATTACKS, "Against")):
                    links = made.get(statement.key, {}).get(type_, [])
                    new = [each for each in links if "id" not in self.own_link[each.key]]
                    old = isinstance(value, str) and value.casefold() == word.casefold()
                    if not (new or old) or not links or {e.target for e in links} != theses:
                        continue
                    found.update(each.key for each in new)
                    self._stance(statement, value if old else word, id_)
                    id_, value = None, None
            if isinstance(value, str) and (statement.key in theses or not theses):
                self._stance(statement, value, id_)
        return found

    def _kept_stance(self, id_: str) -> tuple[object, object]:
        stances = self.kept.get("stances")
        kept = stances.get(id_) if isinstance(stances, Mapping) else None
        return (kept[0], kept[1]) if isinstance(kept, list) and len(kept) == 2 else (None, None)

    def _stance(self, statement: Statement, value: object, kept: object) -> None:
        id_ = next(iter(self._ids("A", {statement.key: kept}).values()))
        said = _flat(str(value)).replace(" ", "")
        self.out.append((id_, f"{id_}\tStance {self.of[statement.key]} {said}"))


def _is_thesis(statement: Statement) -> bool:
    return statement.kind is Kind.CLAIM and Flag.THESIS in statement.flags


def _is_line(raw: object) -> bool:
    return isinstance(raw, str) and "\t" in raw and "\n" not in raw and "\r" not in raw


def _flat(words: str) -> str:
    return _WHITE.sub(" ", words)


def _by_lines(text: str, spans: Iterable[Span]) -> list[Span]:
    """Part spans at line ends, over which none of brat's goes."""
    return [
        (start + found.start(), start + found.end())
        for start, end in spans
        for found in _LINE.finditer(text[start:end])
        if found.group().strip()
    ]

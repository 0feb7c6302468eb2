"""From a graph to Argdown: a block a statement, a block a link that is more than a relation."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.formats.argdown.data import data_text, front_text
from argmap.formats.argdown.text import escape, plain, rule_text, squeeze
from argmap.formats.building_essays import foreign, foreign_link, names_of, scheme_of
from argmap.formats.interface import Losses, Output, Written
from argmap.formats.not_kept import not_kept
from argmap.model import Link, LinkType, Statement

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = ["written"]

_SIGNS = {LinkType.SUPPORTS: "+>", LinkType.ATTACKS: "->", LinkType.CONTRADICTS: "><"}
_VALUES = ("by", "source", "url", "cite", "date", "quote", "weight", "scheme", "sense")
_KEEPS = (*_VALUES, "kind", "flags", "section", "on", "answers", "at", "reason", "name")
_HEAD = ("essay.title", "essay.author", "essay.stance", "essay.date")
_TITLE = re.compile(r"[^\]\[<>\s{-][^\]\[<>\x00-\x1f\x7f{}]*")
_TAG = re.compile(r"[A-Za-z0-9\u00a1-\u1fff\u3040-\ud7ff-]+")
_PHRASE = re.compile(r"[^()#\x00-\x1f\x7f]+")


@dataclass(slots=True)
class _Names:
    """What each statement and link is called, and which of them are arguments."""

    titles: dict[str, str]
    arguments: set[str]
    forms: dict[str, str]  # of links: relation, structure, marked, data, carried

    def reference(self, key: str) -> str:
        title = self.titles[key]
        return f"<{title}>" if key in self.arguments else f"[{title}]"


def written(graph: ArgumentGraph) -> Written:
    """Write a graph; linear."""
    losses = Losses()
    alone = len(graph.essays) == 1
    not_kept(graph, losses, keeps=(*_KEEPS, *(_HEAD if alone else ())), own="argdown")
    names = _named(graph)
    _plan(graph, names)
    blocks: list[str] = []
    section: tuple[str, ...] = ()
    own = _links_by_source(graph)
    simple: set[tuple[str, ...]] = set()
    for key, statement in graph.statements.items():
        if any(" ".join(title.split()) != title for title in statement.section):
            losses.add("section titles", f"odd spaces in the section of {statement.name}")
        section, headings = _headings(section, statement.section)
        blocks += headings
        blocks.append(
            _statement(graph, statement, names, own.get(key, []), section, simple, losses)
        )
        for link in own.get(key, ()):
            if names.forms[link.key] in ("structure", "marked"):
                blocks += _link(graph, link, names)
    if not blocks:
        blocks = ["# " + (escape(graph.essays[0].title if alone else "") or "No statements")]
    text = _front(graph, alone) + "\n\n".join(blocks) + "\n"
    return Written((Output(".argdown", text.encode("utf-8", "replace")),), losses.found())


def _front(graph: ArgumentGraph, alone: bool) -> str:
    front: dict[str, Any] = {}
    if alone:
        (essay,) = graph.essays
        kept = foreign(essay.extra, "argdown").get("front")
        given = {"title": essay.title, "author": essay.author}
        front = {key: value for key, value in given.items() if value}
        ours = {"id": essay.id, "lang": essay.lang, "stance": essay.stance, "date": essay.date}
        front["argmap"] = {key: value for key, value in ours.items() if value}
        front.update(kept if isinstance(kept, Mapping) else {})
    front["model"] = {"removeTagsFromText": True}
    return front_text(front)


def _named(graph: ArgumentGraph) -> _Names:
    """Give everything a title: the one it was read with where that is still free, else its name."""
    titles = names_of(graph)
    kept = {key: foreign(each.extra, "argdown") for key, each in graph.statements.items()}
    arguments = {key for key, fields in kept.items() if fields.get("argument") is True}
    arguments.update(graph.links)
    kept.update((key, foreign_link(graph, link, "argdown")) for key, link in graph.links.items())
    # A statement and an argument may have one title.
    taken = {(key in arguments, title) for key, title in titles.items()}
    for key, fields in kept.items():
        title = fields.get("title")
        argument = key in arguments
        if isinstance(title, str) and (argument, title) not in taken and _is_title(title):
            taken.discard((argument, titles[key]))
            taken.add((argument, title))
            titles[key] = title
    return _Names(titles, arguments, {})


def _is_title(title: str) -> bool:
    return _TITLE.fullmatch(title) is not None and squeeze(title) == title


def _plan(graph: ArgumentGraph, names: _Names) -> None:
    """Choose how each link is written; links that others bear on are looked at before these."""
    borne = {link.target for link in graph.links.values() if link.target in graph.links}
    waiting = list(graph.links.values())
    for link in waiting:
        names.forms[link.key] = _form(graph, link, names, borne)
    for link in waiting:
        # A relation of support to a marked argument would read as one of its premises.
        target = names.forms.get(link.target)
        if target is not None and link.type is LinkType.SUPPORTS and target != "structure":
            names.forms[link.key] = "marked"
    for link in waiting:
        if names.forms[link.key] == "carried" and link.target in graph.links:
            names.forms[link.key] = "marked"


def _form(graph: ArgumentGraph, link: Link, names: _Names, borne: set[str]) -> str:
    target = graph.statements.get(link.target)
    arguments = any(source in names.arguments for source in link.sources)
    if len(link.sources) == 1 and not link.reason:
        if link.name is None and link.key not in borne:
            if link.type is LinkType.RESTATES:
                return "data"
            if link.type is LinkType.CONTRADICTS and (arguments or link.target in names.arguments):
                return "data"
            return "relation"
        if (
            arguments
            and foreign_link(graph, link, "argdown").get("argument") is True
            and link.name == f"{graph.statements[link.sources[0]].id}-inference"
            and len(graph.links_from(link.sources[0])) == 1
        ):
            return "carried"
    to_statement = target is not None and link.target not in names.arguments
    if link.type is LinkType.SUPPORTS and to_statement and not arguments:
        return "structure"
    return "marked"


def _links_by_source(graph: ArgumentGraph) -> dict[str, list[Link]]:
    found: dict[str, list[Link]] = {}
    for link in graph.links.values():
        found.setdefault(link.sources[0], []).append(link)
    return found


def _headings(
    before: tuple[str, ...], section: tuple[str, ...]
) -> tuple[tuple[str, ...], list[str]]:
    """Return the section that headings can lead to, and these headings."""
    if section == before or not section or any(not t or squeeze(t) != t for t in section):
        return before, []
    same = 0
    while same < min(len(before), len(section)) and before[same] == section[same]:
        same += 1
    same = min(same, len(section) - 1)
    return section, ["#" * (n + 1) + " " + escape(section[n]) for n in range(same, len(section))]


def _statement(
    graph: ArgumentGraph,
    statement: Statement,
    names: _Names,
    links: list[Link],
    section: tuple[str, ...],
    simple: set[tuple[str, ...]],
    losses: Losses,
) -> str:
    kept = foreign(statement.extra, "argdown")
    data = _data(graph, statement, names, kept)
    if statement.section != section:
        data["section"] = list(statement.section)
    relations: list[str] = []
    for link in links:
        form = names.forms[link.key]
        if form == "data":
            data.setdefault(link.type.value, []).append(names.titles[link.target])
            continue
        if form not in ("relation", "carried"):
            continue
        sign = _SIGNS[link.type]
        if link.type is LinkType.ATTACKS and link.target in graph.links:
            sign = "_>"
        ends = [statement.key, _carrier(graph, link.target, names)]
        line = f"  {sign} {names.reference(ends[1])}"
        if names.forms.get(link.target) == "carried":
            line = f"  _> {names.reference(ends[1])}"
        told = (sign, *(sorted(ends) if sign == "><" else ends))
        if told in simple:
            losses.add("links said twice", link.key.rpartition(":")[2])
            continue
        simple.add(told)
        relations.append(line)
    return "\n".join([_head(statement, names, kept, data), *relations])


def _carrier(graph: ArgumentGraph, key: str, names: _Names) -> str:
    """Return the sketched argument that a link is the inference of, or what was given."""
    return graph.links[key].sources[0] if names.forms.get(key) == "carried" else key


def _head(
    statement: Statement, names: _Names, kept: Mapping[str, Any], data: dict[str, Any]
) -> str:
    body = escape(statement.text)
    there: tuple[str, ...] = ()
    markup = kept.get("markup")
    if isinstance(markup, str) and "\n" not in markup:
        read = plain(markup)
        if read.markup == markup and read.text == statement.text and markup.isprintable():
            body, there = markup, read.tags
    if squeeze(statement.text) != statement.text or not body:
        data["text"] = statement.text
    tags = [statement.kind.value, *sorted(flag.value for flag in statement.flags)]
    more = kept.get("tags")
    if isinstance(more, list):
        tags += [tag for tag in more if isinstance(tag, str) and tag not in there]
    shown = "".join(f" {tag}" for tag in map(_tag, dict.fromkeys(tags)) if tag)
    reference = names.reference(statement.key)
    return f"{reference}{': ' + body if body else ''}{shown}{data_text(data)}"


def _tag(tag: str) -> str:
    if _TAG.fullmatch(tag):
        return f"#{tag}"
    return f"#({tag})" if _PHRASE.fullmatch(tag) else ""


def _data(
    graph: ArgumentGraph, statement: Statement, names: _Names, kept: Mapping[str, Any]
) -> dict[str, Any]:
    given = ((name, getattr(statement, name)) for name in _VALUES)
    data: dict[str, Any] = {name: value for name, value in given if value is not None}
    if statement.on:
        home = graph.essay_of(statement.key)
        keys = (graph.question_key(home, each) for each in statement.on)
        data["on"] = [names.titles.get(key, key) for key in keys]
    if statement.answers:
        home = graph.essay_of(statement.key)
        data["answers"] = []
        for each in statement.answers:
            title = names.titles.get(graph.resolve(home, each) or "", each.id)
            data["answers"].append(f"{title} ? {each.question}" if each.question else title)
    if statement.at:
        data["at"] = list(statement.at)
    other = kept.get("data")
    if isinstance(other, Mapping):
        data.update({str(key): value for key, value in other.items() if key not in data})
    return data


def _link(graph: ArgumentGraph, link: Link, names: _Names) -> list[str]:
    """Write a link that is an argument: its premises with their conclusion, or relations."""
    data: dict[str, Any] = {}
    body = escape(link.reason)
    if squeeze(link.reason) != link.reason:
        data["text"] = link.reason
    scheme = foreign_link(graph, link, "argdown").get("rules") or scheme_of(graph, link)
    scheme = scheme if isinstance(scheme, str) else ""
    structure = names.forms[link.key] == "structure"
    if not structure:
        data = {"link": link.type.value, **data}
    title = f"<{names.titles[link.key]}>{': ' + body if body else ''}"
    if structure:
        lines = [f"({n}) {names.reference(key)}" for n, key in enumerate(link.sources, 1)]
        rule = rule_text(scheme)
        lines.append(f"-- {rule} --" if rule else "----")
        lines.append(f"({len(link.sources) + 1}) {names.reference(link.target)}")
        return [title + data_text(data), "\n".join(lines)]
    target = _carrier(graph, link.target, names)
    relations = [f"  + {names.reference(key)}" for key in link.sources]
    if link.type is LinkType.RESTATES or (
        link.type is LinkType.CONTRADICTS and target in names.arguments
    ):
        data["to"] = names.titles[target]
    elif link.type is LinkType.ATTACKS and link.target in graph.links:
        relations.append(f"  _> {names.reference(target)}")
    else:
        relations.append(f"  {_SIGNS[link.type]} {names.reference(target)}")
    return ["\n".join([title + data_text(data), *relations])]

"""From a graph to a Kialo export: a tree of pros and cons, each claim in it once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from argmap.formats.building_essays import foreign
from argmap.formats.interface import Losses, Output, Written
from argmap.formats.kialo.reading import PLACE, unquoted
from argmap.formats.not_kept import not_kept
from argmap.model import Flag, Kind, Link, LinkType, Statement

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph

__all__ = ["written"]

DEEPEST = 200
"""How deep a claim may stand: the place of each spells out the whole way to it."""

_STANCES = {LinkType.SUPPORTS: "Pro", LinkType.ATTACKS: "Con"}
_LOST = {LinkType.CONTRADICTS: "contradictions", LinkType.RESTATES: "restatements"}
_NUMBER = re.compile(r"\[(\d{1,9})\]")
_URL = re.compile(r"https?://\S+")
_BRACKET = re.compile(r"[\[\]()]|\\(?=[\[\]()\\])")
_STANCE = re.compile(r"(?:Pro|Con|Thesis|Question):")


@dataclass(slots=True)
class _Tree:
    """What stands under what: for each statement, the stance and key of its children."""

    children: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    roots: list[str] = field(default_factory=list)
    supported: set[str] = field(default_factory=set)
    supporting: set[str] = field(default_factory=set)
    attacking: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _Sources:
    """The list at the end, each source once; numbers that stand in texts are left out."""

    next: int
    numbers: dict[tuple[str, str], int] = field(default_factory=dict)

    def number(self, url: str, quote: str) -> int:
        known = self.numbers.get((url, quote))
        if known is None:
            known = self.numbers[url, quote] = self.next
            self.next += 1
        return known


def written(graph: ArgumentGraph) -> Written:
    """Write a graph in the form that it was read from, else in the new one."""
    losses = Losses()
    kept = [foreign(essay.extra, "kialo").get("form") for essay in graph.essays]
    old = kept == ["old"]
    # Names, kinds, flags, urls and quotes are counted one by one, as some of them are kept.
    keeps = ("kind", "flags", "url", "quote", "reason", "name", "on", "essay.title")
    not_kept(graph, losses, keeps=keeps if len(graph.essays) == 1 else keeps[:-1], own="kialo")
    tree = _tree(graph, losses)
    question = _question(graph, tree)
    title = graph.essays[0].title if len(graph.essays) == 1 else ""
    texts = graph.statements.values()
    highest = max((int(n) for each in texts for n in _NUMBER.findall(each.text)), default=0)
    sources = _Sources(highest + 1)
    blocks = _blocks(graph, tree, question, title, old, sources, losses)
    _count_kinds(graph, tree, question, losses)
    head = f"Discussion Title: {title}" if old else f"Discussion Name:\n{title}"
    text = "\n".join([head, "", *blocks]) if old else "\n\n".join([head, *blocks])
    if sources.numbers:
        text += "\n\nSources:"
        for (url, quote), number in sources.numbers.items():
            text += f"\n[{number}] {url}" + (f"\n{quote}" if quote else "")
    return Written((Output(".txt", f"{text}\n".encode("utf-8", "replace")),), losses.found())


# The tree


def _tree(graph: ArgumentGraph, losses: Losses) -> _Tree:
    tree = _Tree()
    below: set[str] = set()
    seen: set[tuple[str, str, str]] = set()
    for link in graph.links.values():
        said = link.key.rpartition(":")[2]
        stance = _STANCES.get(link.type)
        if stance is None:
            losses.add(_LOST[link.type], said)
            continue
        target = _statement_of(graph, link)
        if link.target in graph.links:
            losses.add("links on links", said)
        elif len(link.sources) > 1:
            losses.add("linked premises", said)
        if link.reason:
            losses.add("reasons of links", said)
        if link.name is not None:
            losses.add("names of links", said)
        for source in link.sources:
            if source == target or (stance, source, target) in seen:
                if link.target not in graph.links and len(link.sources) == 1:
                    losses.add("links said twice", said)
                continue
            seen.add((stance, source, target))
            below.add(source)
            tree.children.setdefault(target, []).append((stance, source))
            (tree.supporting if stance == "Pro" else tree.attacking).add(source)
            if stance == "Pro":
                tree.supported.add(target)
    tree.roots = [key for key in graph.statements if key not in below]
    _reach(graph, tree)
    return tree


def _statement_of(graph: ArgumentGraph, link: Link) -> str:
    """Return what a link bears on, or the first source of the link that it does."""
    target = link.target
    return graph.links[target].sources[0] if target in graph.links else target


def _reach(graph: ArgumentGraph, tree: _Tree) -> None:
    """Make a root of a statement of each circle that nothing else leads to."""
    seen: set[str] = set()
    first = len(tree.roots)
    for number, key in enumerate((*tree.roots, *graph.statements)):
        if key in seen:
            continue
        if number >= first:
            tree.roots.append(key)
        waiting = [key]
        while waiting:
            at = waiting.pop()
            if at not in seen:
                seen.add(at)
                waiting += [child for _, child in tree.children.get(at, ())]


def _question(graph: ArgumentGraph, tree: _Tree) -> str:
    """Return the question that the theses speak to, where there is one and no more; else ""."""
    asked = [
        key
        for key in tree.roots
        if graph.statements[key].kind is Kind.QUESTION and key not in tree.children
    ]
    return asked[0] if len(asked) == 1 and len(tree.roots) > 1 else ""


# The text


def _blocks(
    graph: ArgumentGraph,
    tree: _Tree,
    question: str,
    title: str,
    old: bool,
    sources: _Sources,
    losses: Losses,
) -> list[str]:
    blocks: list[str] = []
    roots = [key for key in tree.roots if key != question]
    several = len(roots) != 1 or bool(question)
    if several:
        asked = _text(graph.statements[question], old, sources, losses) if question else title
        blocks.append(_block("1.", "" if old else "Question", asked, old))
    waiting: list[tuple[str, str, str]] = []  # place, stance, key
    for number, key in enumerate(roots, 1):
        waiting.append((f"1.{number}." if several else "1.", "" if old else "Thesis", key))
    waiting.reverse()
    places: dict[str, str] = {}
    while waiting:
        place, stance, key = waiting.pop()
        if key in places:
            blocks.append(_block(place, stance, f"-> See {places[key]}", old))
            continue
        if place.count(".") > DEEPEST:
            continue
        places[key] = place
        text = _text(graph.statements[key], old, sources, losses, bare=not stance)
        blocks.append(_block(place, stance, text, old))
        children = tree.children.get(key, ())
        below = [(f"{place}{n}.", *child) for n, child in enumerate(children, 1)]
        waiting += reversed(below)
    left = [key for key in graph.statements if key not in places and key != question]
    if left:
        example = graph.statements[left[0]].name
        losses.add(f"claims more than {DEEPEST} deep", example, len(left))
    return blocks


def _block(place: str, stance: str, text: str, old: bool) -> str:
    if old:
        return f"{place} {stance + ': ' if stance else ''}{text}"
    indent = "  " * (place.count(".") - 1)
    lines = [f"{place} {stance}:", *text.split("\n")]
    return "\n".join(f"{indent}{line}".rstrip() for line in lines)


def _text(
    statement: Statement, old: bool, sources: _Sources, losses: Losses, *, bare: bool = False
) -> str:
    """Write a statement's text with its sources; what would be read as anything else is marked."""
    lines = [line.strip() for line in statement.text.replace("\r", "\n").split("\n")]
    text = "\n".join(line for line in lines if line)
    if text != statement.text:
        losses.add("texts", f"the line ends and spaces of {statement.name}")
    cites = _cites(statement, text, old, losses)
    shown = _with_links(text, cites) if old else _with_notes(text, cites, sources)
    safe = "\n".join(_safe(line, bare and n == 0) for n, line in enumerate(shown.split("\n")))
    if safe != shown:
        losses.add("texts", f"{statement.name} begins as a claim's place does")
    return safe


def _safe(line: str, bare: bool) -> str:
    hostile = PLACE.match(line) or line == "Sources:" or line.startswith("->")
    return f"\\{line}" if hostile or (bare and _STANCE.match(line)) else line


def _cites(statement: Statement, text: str, old: bool, losses: Losses) -> list[Mapping[str, Any]]:
    """Return the sources that the text was read with, where these are still there; else its url."""
    kept = foreign(statement.extra, "kialo").get("sources")
    cites = [each for each in kept if _sound(each, text)] if isinstance(kept, list) else []
    first = cites[0] if cites else {}
    there = first.get("url") if _URL.fullmatch(first.get("url", "")) else None
    quote = unquoted(first["quote"]) if first.get("quote") else None
    same_quote = (quote and " ".join(quote.split())) == statement.quote
    if there == statement.url and same_quote and all("words" in each or not old for each in cites):
        return cites
    if statement.url is None or _URL.fullmatch(statement.url) is None or old:
        for name in ("url", "quote"):
            if getattr(statement, name) is not None:
                losses.add(f"{name}s", f"{name} of {statement.name}")
        return []
    cite = {"url": statement.url, "at": len(text)}
    if statement.quote is not None:
        cite["quote"] = f'"{statement.quote}"'
    return [cite]


def _sound(cite: object, text: str) -> bool:
    """Tell whether what was kept of a source can stand in the file as it is."""
    if not isinstance(cite, Mapping):
        return False
    url, at, words = cite.get("url"), cite.get("at"), cite.get("words", "")
    quote, pages = cite.get("quote", ""), cite.get("pages", "")
    return (
        isinstance(url, str)
        and re.fullmatch(r"[^\n\r]*\S", url) is not None
        and isinstance(at, int)
        and 0 <= at <= len(text)
        and isinstance(words, str)
        and text[:at].endswith(words)
        and isinstance(quote, str)
        and re.search(r"^\[\d+\]", quote, re.MULTILINE) is None
        and isinstance(pages, str)
        and (not pages or re.fullmatch(r"pp?\. ?[^()\[\]\n]{1,40}", pages) is not None)
    )


def _with_notes(text: str, cites: list[Mapping[str, Any]], sources: _Sources) -> str:
    pieces: list[str] = []
    at = 0
    for cite in sorted(cites, key=lambda each: int(each["at"])):
        number = sources.number(cite["url"], cite.get("quote", ""))
        pages = cite.get("pages")
        pieces += [text[at : cite["at"]], f" ({pages} [{number}])" if pages else f" [{number}]"]
        at = cite["at"]
    return "".join([*pieces, text[at:]])


def _with_links(text: str, cites: list[Mapping[str, Any]]) -> str:
    pieces: list[str] = []
    at = 0
    for cite in sorted(cites, key=lambda each: int(each["at"])):
        start = cite["at"] - len(cite["words"])
        if start < at or not cite["words"]:
            continue
        words = _escaped(cite["words"])
        pieces += [_escaped(text[at:start]), f"[{words}]({cite['url']})"]
        at = cite["at"]
    return "".join([*pieces, _escaped(text[at:])])


def _escaped(text: str) -> str:
    return _BRACKET.sub(r"\\\g<0>", text)


def _count_kinds(graph: ArgumentGraph, tree: _Tree, question: str, losses: Losses) -> None:
    """Count the kinds and flags that a reader will not infer again from the tree."""
    roots = set(tree.roots) - {question}
    for key, statement in graph.statements.items():
        if key == question:
            inferred = Kind.QUESTION
        elif key in tree.supporting:
            inferred = Kind.CLAIM if key in tree.supported else Kind.PREMISE
        else:
            inferred = Kind.REBUTTAL if key in tree.attacking else Kind.CLAIM
        if statement.kind is not inferred:
            losses.add("kinds", f"{statement.name} is .{statement.kind}")
        read = {Flag.THESIS} if key in roots else set()
        for flag in sorted(statement.flags ^ read):
            losses.add("flags", f"{statement.name} is .{flag}")
        home = graph.essay_of(key)
        on = [graph.question_key(home, each) for each in statement.on]
        if on != ([question] if question and key in roots else []):
            losses.add("questions spoken to", f"on of {statement.name}")

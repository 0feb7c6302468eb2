"""One statement or named link in words: what it says, where, on what it rests, what it bears on."""

from __future__ import annotations

import json
from collections.abc import Iterator

from argmap.graph import ArgumentGraph
from argmap.model import Link, LinkType, Statement
from argmap.rendering.plain_text import wrap

_BEARING = {LinkType.SUPPORTS: "because", LinkType.ATTACKS: "but"}


def text(graph: ArgumentGraph, key: str, *, depth: int, width: int) -> str:
    """Write the whole case of a statement as a tree, ``depth`` steps deep."""
    return "\n".join(_lines(graph, key, depth, width)) + "\n"


def data(graph: ArgumentGraph, key: str) -> str:
    """Write it as JSON, with the keys of its grounds, attackers and consequences."""
    statement = graph.statements.get(key)
    where = statement.range if statement is not None else graph.links[key].range
    document: dict[str, object] = {
        "id": key,
        "path": graph.essay_of(key).path,
        "range": {
            "start": {"line": where.start.line, "column": where.start.column},
            "end": {"line": where.end.line, "column": where.end.column},
        },
    }
    if statement is not None:
        document |= {
            "kind": str(statement.kind),
            "flags": sorted(str(flag) for flag in statement.flags),
            "text": statement.text,
            "section": list(statement.section),
            "on": [str(reference) for reference in statement.on],
            "by": statement.by,
            "source": statement.source,
            "url": statement.url,
            "evidenced": graph.is_evidenced(key),
        }
    else:
        link = graph.links[key]
        document |= {"type": str(link.type), "from": list(link.sources), "to": link.target}
    document |= {
        "grounds": list(graph.grounds(key)),
        "attackers": list(graph.attackers(key)),
        "consequences": list(graph.consequences(key)),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _lines(graph: ArgumentGraph, key: str, depth: int, width: int) -> Iterator[str]:
    statement = graph.statements.get(key)
    place = (statement.range if statement is not None else graph.links[key].range).start
    essay = graph.essay_of(key)
    if statement is not None:
        yield f"{_words(statement)}  {key}"
        yield from wrap(statement.text, width, first="  ", then="  ")
    else:
        link = graph.links[key]
        sources = " and ".join(_name(source) for source in link.sources)
        yield f"link  {key}"
        yield f"  {sources} {link.type} {_name(link.target)}"
    yield ""
    yield f"  place     {essay.path}:{place.line}:{place.column}"
    if statement is not None:
        for title, value in (
            ("section", " / ".join(statement.section)),
            ("speaks to", ", ".join(str(reference) for reference in statement.on)),
            ("said by", statement.by or ""),
            ("source", statement.source or ""),
            ("link", statement.url or ""),
            ("date", statement.date or ""),
            ("rests on", "evidence" if graph.is_evidenced(key) else "no evidence and no assumption"),
        ):
            if value:
                yield f"  {title:<9} {value}"
    yield ""
    below = list(_tree(graph, key, depth, width))
    yield from ["grounds and answers:", *below] if below else ["nothing bears on it"]
    yield ""
    onward = graph.links_from(key) if statement is not None else ()
    if onward:
        yield "bears on:"
        for link in onward:
            other = link.target if key in link.sources else link.sources[0]
            yield from wrap(
                f"{link.type} {_label(graph, other, key)}", width, first="  - ", then="    "
            )
    elif statement is not None:
        yield "it bears on nothing"


def _tree(graph: ArgumentGraph, key: str, depth: int, width: int) -> Iterator[str]:
    seen = {key}
    stack: list[tuple[str, int, Link]] = _below(graph, key, 1)[::-1]
    while stack:
        node, level, link = stack.pop()
        again = node in seen
        seen.add(node)
        indent = "  " * level
        lead = _BEARING.get(link.type, str(link.type))
        if link.target in graph.links:
            lead = f"but not by the step {_name(link.target)}:"
        label = f"{lead} {_label(graph, node, key, again=again)}"
        yield from wrap(label, width, first=f"{indent}- ", then=f"{indent}  ")
        if again:
            continue
        if level >= depth:
            rest = len(graph.grounds(node))
            if rest:
                yield f"{indent}  … and {rest} more below (--depth)"
            continue
        stack.extend(_below(graph, node, level + 1)[::-1])


def _below(graph: ArgumentGraph, key: str, level: int) -> list[tuple[str, int, Link]]:
    found: list[tuple[str, int, Link]] = []
    for link in graph.links_to(key, LinkType.SUPPORTS, LinkType.ATTACKS):
        found.extend((source, level, link) for source in link.sources)
        for attack in graph.links_to(link.key, LinkType.SUPPORTS, LinkType.ATTACKS):
            found.extend((source, level + 1, attack) for source in attack.sources)
    return found


def _label(graph: ArgumentGraph, key: str, root: str, *, again: bool = False) -> str:
    """Say what stands at ``key``, with its work where that is not the root's."""
    home = graph.essay_of(key)
    name = _name(key) if home is graph.essay_of(root) else f"{home.id}:{_name(key)}"
    statement = graph.statements.get(key)
    if statement is None:
        return f"the step {name}"
    if again:
        return f"{_words(statement)} {name} (see above)"
    by = f", said by {statement.by}" if statement.by else ""
    source = f" ({statement.source})" if statement.source else ""
    return f"{_words(statement)} {name}{by}: {statement.text}{source}"


def _words(statement: Statement) -> str:
    return ", ".join([str(statement.kind), *sorted(str(flag) for flag in statement.flags)])


def _name(key: str) -> str:
    return key.rpartition(":")[2]
